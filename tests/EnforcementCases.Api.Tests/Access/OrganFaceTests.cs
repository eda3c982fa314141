using EnforcementCases.Api.Tests.Cases;
using EnforcementCases.Api.Tests.Fixture;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Access;

/// <summary>An administrator tries to turn the fines of a street to another account, or its papers to another face.</summary>
public sealed class OrganFaceTests
{
    private const string Wrong = "某某银行 账号 6222 0000，收款人：某某";

    [Fact]
    public async Task Another_payee_is_nothing_until_a_second_person_confirms_it_and_decisions_of_before_keep_theirs()
    {
        await using var own = await ApiFixture.StartAsync();
        var decided = await own.GivenDecidedCase();
        var before = await decided.Read();
        var administrator = own.SignedInAs("hg-admin");
        var street = $"admin/organisations/{await own.OrganisationId(AccessSteps.Hangu)}";
        var seen = await administrator.GetJson(street);
        var old = seen["profile"].GetProperty("payeeText").GetString();

        var asked = await administrator.PutJson($"{street}/profile", Profile(seen, payee: Wrong), ifMatch: seen.ETag);

        asked.Status.ShouldBe(200, asked.Body.ToString());
        (await administrator.GetJson(street))["profile"].GetProperty("payeeText").GetString().ShouldBe(old);
        var change = await OnlyChange(own);
        (await administrator.Confirm(change)).ShouldBeProblem(403, "access.second-person-needed");
        var seenByHead = (await own.SignedInAs("hg-head").GetJson("admin/changes"))["items"].EnumerateArray().Single();
        seenByHead.GetProperty("profile").GetProperty("payeeText").GetString().ShouldBe(Wrong); // what the second person confirms
        (await own.SignedInAs("hg-cashier").Confirm(change)).ShouldBeProblem(404, "access.change-not-found");

        (await own.SignedInAs("hg-head").Confirm(change))["state"].GetString().ShouldBe("Done");
        (await administrator.GetJson(street))["profile"].GetProperty("payeeText").GetString().ShouldBe(Wrong);
        (await decided.Read()).Body.GetRawText().ShouldBe(before.Body.GetRawText());
        var log = await own.SignedInAs("hg-auditor").GetJson("admin/security-events?kind=OrganisationChanged");
        var detail = log["items"].EnumerateArray().Single().GetProperty("detail").GetString()!;
        detail.ShouldContain(old!);
        detail.ShouldContain(Wrong);
    }

    [Fact]
    public async Task It_applies_from_the_time_given()
    {
        await using var own = await ApiFixture.StartAsync();
        var administrator = own.SignedInAs("hg-admin");
        var street = $"admin/organisations/{await own.OrganisationId(AccessSteps.Hangu)}";
        var seen = await administrator.GetJson(street);
        var from = own.Clock.GetUtcNow().AddDays(3);
        await administrator.PutJson($"{street}/profile", Profile(seen, contact: "电话 67120000", from: from), ifMatch: seen.ETag);

        (await own.SignedInAs("hg-head").Confirm(await OnlyChange(own)))["state"].GetString().ShouldBe("Confirmed");

        (await SecondPersonTests.ApplyDue(own)).ShouldBeFalse();
        own.Clock.Advance(TimeSpan.FromDays(3));
        (await SecondPersonTests.ApplyDue(own)).ShouldBeTrue();
        (await own.SignedInAs("tj-admin").GetJson(street))["profile"].GetProperty("contact").GetString().ShouldBe("电话 67120000");
    }

    [Theory]
    [InlineData("../{year}{serial}", 400, "request.invalid")]
    [InlineData("津/{year}{serial}", 400, "request.invalid")]
    [InlineData("津\\{year}{serial}", 400, "request.invalid")]
    [InlineData("津\u202e{year}{serial}", 422, "text.forbidden-character")]
    [InlineData("津{year}{serial}{secret}", 400, "request.invalid")]
    public async Task A_number_has_no_sign_of_paths_and_no_direction(string template, int status, string code)
    {
        await using var own = await ApiFixture.StartAsync();
        var administrator = own.SignedInAs("hg-admin");
        var street = $"admin/organisations/{await own.OrganisationId(AccessSteps.Hangu)}";
        var seen = await administrator.GetJson(street);

        var answer = await administrator.PutJson($"{street}/profile", Profile(seen, template: template), ifMatch: seen.ETag);

        answer.ShouldBeProblem(status, code);
    }

    private static async Task<Guid> OnlyChange(ApiFixture own) =>
        (await own.SignedInAs("hg-head").GetJson("admin/changes"))["items"].EnumerateArray().Single().GetProperty("id").GetGuid();

    private static object Profile(
        ApiAnswer seen,
        string? payee = null,
        string? contact = null,
        string? template = null,
        DateTimeOffset? from = null
    )
    {
        var profile = seen["profile"];
        string Old(string member) => profile.GetProperty(member).GetString()!;
        return new
        {
            name = seen["name"].GetString(),
            shortName = Old("shortName"),
            numberTemplate = template ?? Old("numberTemplate"),
            numberDigits = profile.GetProperty("numberDigits").GetInt32(),
            reconsiderationOrgan = Old("reconsiderationOrgan"),
            court = Old("court"),
            payeeText = payee ?? Old("payeeText"),
            divisionCodes = Old("divisionCodes"),
            contact = contact ?? Old("contact"),
            effectiveFrom = from,
        };
    }
}
