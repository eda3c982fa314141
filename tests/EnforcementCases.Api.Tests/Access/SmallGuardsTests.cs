using EnforcementCases.Api.Access;
using EnforcementCases.Api.Tests.Cases;
using EnforcementCases.Api.Tests.Documents;
using EnforcementCases.Api.Tests.Fines;
using EnforcementCases.Api.Tests.Fixture;
using EnforcementCases.Domain.Access;
using EnforcementCases.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Access;

/// <summary>Small attacks: a role written into the table, money that fits nothing, ids of another street, officers named twice, names in other spellings.</summary>
public sealed class SmallGuardsTests(ApiFixture api)
{
    [Fact]
    public async Task The_role_of_the_system_is_not_believed_from_the_table()
    {
        var (userName, password, id) = await api.GivenAccountInUse("Officer");
        var client = api.SignedInAs(userName, password);
        (await client.GetJson("session"))["roles"].EnumerateArray().Select(r => r.GetString()).ShouldBe(["Officer"]);

        await api.Alter(async db =>
        {
            var account = await db.Users.IgnoreQueryFilters().Include(a => a.Roles).Include(a => a.Offices).SingleAsync(a => a.Id == id);
            account.ReplaceRoles(new HashSet<Role> { Role.Officer, Role.System }, new(2026, 1, 1));
            await db.SaveChangesAsync();
        });
        await api.ReadSessionDirectory();
        var anew = api.WithToken((await api.SignIn(userName, password)).AccessToken);

        foreach (var session in (ApiClient[])[client, anew])
        {
            (await session.GetJson("session"))["roles"].EnumerateArray().Select(r => r.GetString()).ShouldBe(["Officer"]);
            (await session.GetJson("admin/security-events")).ShouldBeProblem(403, "access.not-allowed");
            var foreign = await session.PostJson("admin/accounts", new { });
            foreign.Status.ShouldBe(403);
        }
    }

    [Fact]
    public async Task Money_that_fits_no_fine_leaves_a_line_in_the_security_log()
    {
        await using var own = await ApiFixture.StartAsync();
        var @case = await own.GivenDecidedCase();
        var unknown = new Dictionary<string, object?>(@case.Payment(50_00), StringComparer.Ordinal)
        {
            ["paymentCode"] = "00000000000000000000",
        };

        (await own.Notify(unknown)).ShouldBeProblem(404, "payment.code-unknown");

        await own.Alter(async db =>
            (await db.SecurityEvents.CountAsync(e => e.Kind == Persistence.Access.SecurityEventKind.PaymentRefused)).ShouldBe(1)
        );
    }

    [Fact]
    public async Task An_officer_of_another_street_is_answered_like_nobody()
    {
        var strangers = new[] { DemoIds.Person("xc-officer1"), Guid.NewGuid() };
        var answers = new List<string>();
        foreach (var stranger in strangers)
        {
            var body = CaseSteps.ASimpleCase();
            body["officers"] = CaseSteps.TwoOfficers.Append(new { officerId = stranger, certificateNumber = "120116000000" }).ToArray();
            var answer = await api.SignedInAs("hg-officer1").PostJson("simple-cases", body);
            answer.ShouldBeProblem(422, "officers.unknown");
            answers.Add(answer["detail"].GetString()!.Replace($"{stranger}", "", StringComparison.Ordinal));
        }
        answers[0].ShouldBe(answers[1]);
    }

    [Fact]
    public async Task An_officer_named_twice_beside_another_is_refused()
    {
        var body = CaseSteps.ASimpleCase();
        body["officers"] = CaseSteps.TwoOfficers.Append(CaseSteps.AnOfficer("hg-officer1")).ToArray();
        (await api.SignedInAs("hg-officer1").PostJson("simple-cases", body)).ShouldBeProblem(422, "officers.doubled");

        var @case = await api.GivenRegisteredCase();
        var one = DemoIds.Person("hg-officer1");
        var filing = await @case.Act(
            "propose-filing",
            new
            {
                doneAt = @case.At(0, 10),
                violationCode = OrdinarySteps.Violation,
                committedAt = @case.At(0, 8),
                discoveredOn = DateOnly.FromDateTime(@case.Begin.Date),
                place = OrdinarySteps.Place,
                facts = "当事人占用城市道路堆放建筑材料。",
                officerIds = new[] { one, DemoIds.Person("hg-officer2"), one },
            }
        );
        filing.ShouldBeProblem(422, "officers.doubled");
    }

    [Fact]
    public async Task A_decision_before_the_party_is_known_is_refused_by_the_stage()
    {
        var @case = await api.GivenClue();

        (
            await @case.Act(
                "decide",
                new
                {
                    doneAt = @case.At(0, 10),
                    proposalSha256 = new string('a', 64),
                    opinion = "同意。",
                },
                "hg-head"
            )
        ).ShouldBeProblem(409, "case.act-not-open");
    }

    [Theory]
    [InlineData("110105203001010019", "/party/documentNumber", "id-number.wrong-birth-date")] // not born yet
    [InlineData("passport", "/party/birthDate", "party-age.born-after-offence")]
    public async Task A_birth_after_the_offence_is_refused_with_a_pointer_on_every_route(string number, string pointer, string code)
    {
        var body = CaseSteps.ASimpleCase();
        var born = DateOnly.FromDateTime(CaseSteps.Monday.Date).AddDays(1);
        object party =
            number == "passport"
                ? new
                {
                    kind = "Citizen",
                    identity = "Documented",
                    name = "约翰",
                    document = "Passport",
                    documentNumber = "E12345678",
                    birthDate = born,
                }
                : new
                {
                    kind = "Citizen",
                    identity = "Documented",
                    name = "张三",
                    document = "CitizenIdCard",
                    documentNumber = number,
                };
        body["party"] = party;

        var decided = await api.SignedInAs("hg-officer1").PostJson("simple-cases", body);

        decided.ShouldBeProblem(422, code);
        if (number != "passport")
            return;
        decided["errors"][0].GetProperty("pointer").GetString().ShouldBe(pointer);
        var clue = await api.GivenClue();
        var identified = await clue.Act(
            "identify-party",
            new
            {
                doneAt = clue.At(0, 9, 30),
                party = new
                {
                    kind = "Citizen",
                    identity = "Documented",
                    name = "约翰",
                    document = "Passport",
                    documentNumber = "E12345678",
                    birthDate = DateOnly.FromDateTime(clue.Begin.Date).AddDays(1),
                },
            }
        );
        identified.ShouldBeProblem(422, code);
        identified["errors"][0].GetProperty("pointer").GetString().ShouldBe(pointer);
    }

    [Theory]
    [InlineData("阿卜杜拉•买买提", "阿卜杜拉・买买提")]
    [InlineData("津海(天津)餐饮店", "津海（天津） 餐饮店")]
    [InlineData("\u2EE2大力", "马大力")]
    public async Task A_party_is_found_in_any_spelling_of_its_name(string entered, string sought)
    {
        var mark = $"{Random.Shared.Next(1_000_000, 9_999_999)}";
        var body = CaseSteps.ASimpleCase();
        body["party"] = new
        {
            kind = "Citizen",
            identity = "SelfDeclared",
            name = entered + mark,
            statedAge = 41,
            photoSha256 = new string('a', 64),
        };
        var @case = await api.GivenDecidedCase(body);

        var found = await api.SignedInAs("hg-officer1").GetJson($"cases?partyName={Uri.EscapeDataString(sought + mark)}");

        found["items"].EnumerateArray().Select(c => c.GetProperty("id").GetGuid()).ShouldBe([@case.Id]);
        var number = (await @case.Read())["decisionNumber"].GetString()!;
        var typed = number.Replace('〔', '[').Replace("〕", "] ", StringComparison.Ordinal);
        var byNumber = await api.SignedInAs("hg-officer1").GetJson($"cases?number={Uri.EscapeDataString(typed)}");
        byNumber["items"].EnumerateArray().Select(c => c.GetProperty("id").GetGuid()).ShouldBe([@case.Id]);
    }

    [Fact]
    public async Task A_number_of_a_template_with_other_brackets_and_blanks_is_found_as_it_is_printed()
    {
        var @case = await api.GivenDecidedCase();
        var number = $"津汉（2024）第 {Guid.NewGuid():N} 号";
        await using (var scope = api.Services.CreateAsyncScope())
            await scope
                .ServiceProvider.GetRequiredService<AppDbContext>()
                .Cases.IgnoreQueryFilters()
                .Where(c => c.Id == @case.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(c => c.DecisionNumber, number));

        var found = await api.SignedInAs("hg-officer1").GetJson($"cases?number={Uri.EscapeDataString(number)}");

        found["items"].EnumerateArray().Select(c => c.GetProperty("id").GetGuid()).ShouldBe([@case.Id]);
    }
}
