using EnforcementCases.Api.Access;
using EnforcementCases.Api.Personnel;
using EnforcementCases.Api.Tests.Access;
using EnforcementCases.Api.Tests.Fixture;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Personnel;

public sealed class OfficerTests(ApiFixture api)
{
    private const string Team = "/tj/bhxq/hg/zd1/";

    private readonly ApiClient admin = api.SignedInAs("hg-admin");

    [Fact]
    public async Task Officers_of_another_street_are_invisible()
    {
        var id = DemoIds.Person("hg-officer1");
        var other = api.SignedInAs("xc-admin");

        (await admin.GetJson($"officers/{id}"))["name"].GetString().ShouldBe("汉一鸣");
        (await other.GetJson($"officers/{id}")).ShouldBeProblem(404, "officer.not-found");
        (await other.GetJson("officers?name=汉一"))["items"].GetArrayLength().ShouldBe(0);
        (
            await other.PostJson(
                $"officers/{id}/transfer",
                new { organisationId = await api.OrganisationId("/tj/bhxq/xc/"), from = "2024-01-01" },
                ifMatch: "\"x\""
            )
        ).ShouldBeProblem(404, "officer.not-found");
        (await api.SignedInAs("bhxq-admin").GetJson($"officers/{id}")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Demo_shows_a_suspended_and_an_expired_certificate()
    {
        var suspended = (await admin.GetJson($"officers/{DemoIds.Person(DemoOfficers.Suspended)}")).Body;
        var expired = (await admin.GetJson($"officers/{DemoIds.Person(DemoOfficers.Expired)}")).Body;

        suspended.GetProperty("certifiedToday").GetBoolean().ShouldBeFalse();
        suspended.GetProperty("certificates")[0].GetProperty("invalidTodayBecause").GetString().ShouldBe("当日处于暂扣期间");
        expired.GetProperty("certificates")[0].GetProperty("invalidTodayBecause").GetString().ShouldBe("已于 2022-06-30 到期");
    }

    [Fact]
    [Rule("APL-42-CERT")]
    public async Task Certificate_is_entered_suspended_lifted_and_cancelled()
    {
        var officer = await GivenOfficer();
        var number = Number();

        officer = await Change(
            officer,
            "certificates",
            new
            {
                number,
                kind = "Municipal",
                issuedOn = "2022-01-01",
                expiresOn = "2030-12-31",
            }
        );
        officer["certifiedToday"].GetBoolean().ShouldBeTrue();
        officer = await Change(officer, $"certificates/{number}/suspension", new { from = "2024-03-01", reason = "涉嫌违规，调查期间" });
        officer["certifiedToday"].GetBoolean().ShouldBeFalse();
        officer = await Change(officer, $"certificates/{number}/lifting", new { lastDay = "2024-03-31" });
        officer["certifiedToday"].GetBoolean().ShouldBeTrue();
        officer = await Change(officer, $"certificates/{number}/cancellation", new { on = "2025-01-01", reason = "Retired" });

        var certificate = officer["certificates"][0];
        certificate.GetProperty("invalidTodayBecause").GetString().ShouldBe("已于 2025-01-01 注销");
        certificate.GetProperty("suspensions")[0].GetProperty("to").GetString().ShouldBe("2024-03-31");
        (await Change(officer, $"certificates/{number}/suspension", new { from = "2025-06-01", reason = "再次" })).ShouldBeProblem(
            409,
            "certificate.already-cancelled"
        );
        (await Change(officer, "certificates/0000-0000/lifting", new { lastDay = "2024-03-31" })).ShouldBeProblem(
            404,
            "certificate.not-found"
        );
    }

    [Fact]
    public async Task Number_of_a_certificate_stands_once_in_the_whole_installation()
    {
        var officer = await GivenOfficer();
        var taken = DemoOfficers.CertificateOf("xc-officer1"); // of a street the administrator cannot see

        (
            await Change(
                officer,
                "certificates",
                new
                {
                    number = taken,
                    kind = "Municipal",
                    issuedOn = "2022-01-01",
                    expiresOn = "2030-12-31",
                }
            )
        ).ShouldBeProblem(409, "certificate.number-taken");
    }

    [Fact]
    [Rule("APL-42-AUX")]
    public async Task Auxiliary_staff_are_never_certified()
    {
        var auxiliary = await GivenOfficer(kind: "Auxiliary");

        (
            await Change(
                auxiliary,
                "certificates",
                new
                {
                    number = Number(),
                    kind = "Municipal",
                    issuedOn = "2022-01-01",
                    expiresOn = "2030-12-31",
                }
            )
        ).ShouldBeProblem(422, "officer.auxiliary-not-certified", "APL-42-AUX");
    }

    [Fact]
    public async Task Change_names_the_version_it_was_made_on()
    {
        var officer = await GivenOfficer();
        var path = $"officers/{officer["id"].GetGuid()}/certificates";
        var body = new
        {
            number = Number(),
            kind = "Municipal",
            issuedOn = "2022-01-01",
            expiresOn = "2030-12-31",
        };

        (await admin.PostJson(path, body)).ShouldBeProblem(428, "request.if-match-missing");
        (await admin.PostJson(path, body, ifMatch: officer.ETag)).Status.ShouldBe(200);
        (await admin.PostJson(path, body with { number = Number() }, ifMatch: officer.ETag)).ShouldBeProblem(412, "request.stale");
    }

    [Fact]
    public async Task Transfer_keeps_where_the_person_served_before()
    {
        var officer = await GivenOfficer();
        var district = api.SignedInAs("bhxq-admin");
        var street = await api.OrganisationId("/tj/bhxq/xc/");
        var path = $"officers/{officer["id"].GetGuid()}/transfer";

        (await admin.PostJson(path, new { organisationId = street, from = "2024-05-01" }, ifMatch: officer.ETag)).ShouldBeProblem(
            404,
            "organisation.not-found"
        );
        (await district.PostJson(path, new { organisationId = street, from = "2020-05-01" }, ifMatch: officer.ETag)).ShouldBeProblem(
            422,
            "officer.transfer-out-of-order"
        );
        var moved = await district.PostJson(path, new { organisationId = street, from = "2024-05-01" }, ifMatch: officer.ETag);

        moved.Status.ShouldBe(200, moved.Body.ToString());
        moved["postings"]
            .EnumerateArray()
            .Select(p => (p.GetProperty("organisationPath").GetString(), p.GetProperty("to").GetString()))
            .ShouldBe([(Team, "2024-04-30"), ("/tj/bhxq/xc/", null)]);
        (await admin.GetJson($"officers/{officer["id"].GetGuid()}")).ShouldBeProblem(404, "officer.not-found");
    }

    [Fact]
    public async Task Only_administrators_change_service_records()
    {
        var body = new
        {
            organisationId = await api.OrganisationId(Team),
            from = "2023-01-01",
            name = "某某",
            kind = "Establishment",
        };

        (await api.SignedInAs("hg-head").PostJson("officers", body)).Status.ShouldBe(403);
        (await api.SignedInAs("xc-admin").PostJson("officers", body)).ShouldBeProblem(404, "organisation.not-found");
    }

    [Fact]
    public async Task Record_of_the_organisation_holds_names_and_numbers_as_commitments_alone()
    {
        var officer = await GivenOfficer(name: "机密之名");
        var number = Number();
        await Change(
            officer,
            "certificates",
            new
            {
                number,
                kind = "Municipal",
                issuedOn = "2022-01-01",
                expiresOn = "2030-12-31",
            }
        );
        var team = await api.OrganisationId(Team);

        var record = await api.SignedInAs("hg-auditor").GetJson($"cases/{team}/record");
        var verification = await api.SignedInAs("hg-auditor").GetJson($"cases/{team}/record/verification");

        record.Body.GetRawText().ShouldContain("certificate-entered");
        record.Body.GetRawText().ShouldNotContain(number);
        record.Body.GetRawText().ShouldNotContain("机密之名");
        verification["intact"].GetBoolean().ShouldBeTrue();
    }

    private static string Number() => $"T{Guid.NewGuid():N}"[..16];

    private async Task<ApiAnswer> GivenOfficer(string kind = "Establishment", string name = "测试员")
    {
        var answer = await admin.PostJson(
            "officers",
            new
            {
                organisationId = await api.OrganisationId(Team),
                from = "2022-01-01",
                name,
                kind,
            }
        );
        answer.Status.ShouldBe(201, answer.Body.ToString());
        return answer;
    }

    private Task<ApiAnswer> Change(ApiAnswer officer, string act, object body) =>
        admin.PostJson($"officers/{officer["id"].GetGuid()}/{act}", body, ifMatch: officer.ETag);
}
