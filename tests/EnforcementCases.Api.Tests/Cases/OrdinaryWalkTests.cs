using System.Collections;
using System.Reflection;
using System.Text.Json.Nodes;
using EnforcementCases.Api.Cases.Acts;
using EnforcementCases.Api.Tests.Fixture;
using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Cases.Ordinary;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Cases;

/// <summary>Every act of the ordinary procedure tried from every stage, over HTTP, with a well-formed body: what the table of acts does not allow is refused with a code, with
/// the rule where one forbids it, and nothing has changed.</summary>
public sealed class OrdinaryWalkTests(ApiFixture api)
{
    private static readonly IReadOnlyDictionary<Role, string> Who = new Dictionary<Role, string>
    {
        [Role.Officer] = "hg-officer1",
        [Role.Auxiliary] = "hg-auxiliary",
        [Role.TeamLead] = "hg-teamlead",
        [Role.LegalReviewer] = "hg-reviewer",
        [Role.HearingHost] = "hg-hearing",
        [Role.DeputyHead] = "hg-deputy1",
        [Role.Head] = "hg-head",
    };

    private static IEnumerable<ActRow> Rows =>
        OrdinaryProcedure.Rows.Where(r =>
            r.Body is not null && r.Act is not (CaseAct.RegisterClue or CaseAct.IdentifyParty or CaseAct.JoinTrack)
        );

    public static TheoryData<CaseStage> Stages() =>
        new(
            CaseStage.Registered,
            CaseStage.NotFiled,
            CaseStage.Investigating,
            CaseStage.Concluded,
            CaseStage.Told,
            CaseStage.Decided,
            CaseStage.Served,
            CaseStage.Ended,
            CaseStage.Revoked,
            CaseStage.Closed,
            CaseStage.Archived
        );

    [Theory]
    [MemberData(nameof(Stages))]
    public async Task What_the_table_does_not_allow_is_refused_and_changes_nothing(CaseStage stage)
    {
        var @case = await GivenCaseAt(stage);
        var before = await @case.Acts();
        before["stage"].GetString().ShouldBe(stage.ToString());
        var open = before["acts"].EnumerateArray().ToDictionary(a => a.GetProperty("act").GetString()!, a => a);
        var refused = 0;

        foreach (var row in Rows)
        {
            var state = open[row.Act.ToString()];
            if (state.GetProperty("open").GetBoolean())
            {
                row.From.ShouldContain(stage, row.Operation);
                continue; // what is legal is done in the tests of the phases
            }
            var body = Body(row.Body!, @case.At(20, 9));
            var answer = await api.SignedInAs(Who[row.By[0]])
                .PostJson($"cases/{@case.Id}/acts/{ActRoutes.Kebab(row.Act)}", body, ifMatch: before.ETag);

            answer.Status.ShouldBeOneOf([409, 422, 403], $"{row.Operation} at {stage}: {answer.Body}");
            var obstacle = state.GetProperty("obstacles")[0];
            if (answer.Status != 403)
            {
                answer["code"].GetString().ShouldBe(obstacle.GetProperty("code").GetString(), $"{row.Operation} at {stage}");
                answer["rule"].GetString().ShouldBe(obstacle.GetProperty("rule").GetString(), row.Operation);
            }
            if (!row.From.Contains(stage) && answer.Status != 403)
                answer.Status.ShouldBe(409, row.Operation);
            refused++;
        }

        refused.ShouldBeGreaterThan(10);
        (await @case.Acts()).Body.GetRawText().ShouldBe(before.Body.GetRawText());
    }

    [Theory]
    [InlineData(CaseStage.Decided)]
    [InlineData(CaseStage.Revoked)]
    [InlineData(CaseStage.Closed)]
    public async Task No_act_of_the_file_is_done_in_a_case_decided_on_the_spot(CaseStage stage)
    {
        var @case = await api.GivenDecidedCase(amountFen: 0);
        if (stage is CaseStage.Revoked)
            await @case.Revoke();
        if (stage is CaseStage.Closed)
            await @case.ReportBack(); // nothing else is left to do
        var before = await @case.Acts();
        before["stage"].GetString().ShouldBe(stage.ToString());
        var refused = 0;

        foreach (var row in Rows.Where(r => !r.Procedures.Contains(CaseProcedure.Simple)))
        {
            var answer = await api.SignedInAs(Who[row.By[0]])
                .PostJson(
                    $"cases/{@case.Id}/acts/{ActRoutes.Kebab(row.Act)}",
                    Body(row.Body!, @case.DecidedAt.AddDays(1)),
                    ifMatch: before.ETag
                );

            answer.Status.ShouldBeOneOf([409, 403], $"{row.Operation} at {stage}: {answer.Body}");
            if (answer.Status == 403)
                continue; // this person may not do it in any case of the officer's
            answer["code"].GetString().ShouldBe("case.act-of-another-procedure", row.Operation);
            refused++;
        }

        refused.ShouldBeGreaterThan(30);
        (await @case.Acts()).Body.GetRawText().ShouldBe(before.Body.GetRawText());
    }

    [Fact]
    public async Task Deciding_too_early_is_refused_with_the_article_and_not_with_the_stage()
    {
        foreach (var stage in new[] { CaseStage.Investigating, CaseStage.Concluded })
        {
            var @case = await GivenCaseAt(stage);

            var answer = await @case.Act(
                "decide",
                new
                {
                    doneAt = @case.At(5, 9),
                    proposalSha256 = OrdinarySteps.Hash,
                    opinion = "同意",
                },
                "hg-head"
            );

            answer.ShouldBeProblem(422, "prior-notice.missing", "APL-62");
        }
    }

    private async Task<OrdinaryCase> GivenCaseAt(CaseStage stage)
    {
        switch (stage)
        {
            case CaseStage.NotFiled:
                var declined = await api.GivenRegisteredCase();
                await declined.Done("decline-to-file", new { doneAt = declined.At(1, 9), reason = "不属于违法行为" }, "hg-head");
                return declined;
            case CaseStage.Ended:
                var withdrawn = await api.GivenFiledCase();
                await withdrawn.Done("withdraw-case", new { doneAt = withdrawn.At(1, 9), reason = "违法事实不成立" }, "hg-head");
                return withdrawn;
            case CaseStage.Revoked:
                var revoked = await api.GivenServedCase();
                await revoked.Done("revoke", new { reason = "适用依据错误", doneAt = revoked.At(17, 9) }, "hg-head");
                return revoked;
            case CaseStage.Closed:
                return await api.GivenClosedCase();
            case CaseStage.Archived:
                return await api.GivenArchivedCase();
            case CaseStage.Registered:
                return await api.GivenRegisteredCase();
            case CaseStage.Investigating:
                return await api.GivenFiledCase();
            case CaseStage.Concluded:
                return await api.GivenConcludedCase();
            case CaseStage.Told:
                return await api.GivenNotifiedCase();
            case CaseStage.Decided:
                return await api.GivenDecidedOrdinaryCase();
            case CaseStage.Served:
                return await api.GivenServedCase();
            default:
                throw new ArgumentOutOfRangeException(nameof(stage));
        }
    }

    /// <summary>A body of the right shape that says nothing: every member filled with the first thing of its type.</summary>
    internal static JsonNode Body(Type type, DateTimeOffset at) => Fill(type, at)!;

    private static JsonNode? Fill(Type type, DateTimeOffset at)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string))
            return new string('a', 64);
        if (type == typeof(bool))
            return false;
        if (type == typeof(Guid))
            return Guid.NewGuid().ToString();
        if (type == typeof(DateTimeOffset))
            return at.ToString("yyyy-MM-ddTHH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture);
        if (type == typeof(DateOnly))
            return at.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        if (type.IsEnum)
            return Enum.GetNames(type)[0];
        if (type.IsPrimitive || type == typeof(decimal))
            return 1;
        if (type.IsGenericType && type.IsAssignableTo(typeof(IEnumerable)))
            return new JsonArray(Fill(type.GetGenericArguments()[0], at));
        var members = new JsonObject();
        foreach (var member in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(IsAsked))
            members[System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(member.Name)] = Fill(member.PropertyType, at);
        return members;
    }

    /// <summary>What has to be said: members that are required, and all parameters of a positional record that have no default.</summary>
    private static bool IsAsked(PropertyInfo member) =>
        member.GetCustomAttribute<System.Runtime.CompilerServices.RequiredMemberAttribute>() is not null
        || member
            .DeclaringType!.GetConstructors()
            .SelectMany(c => c.GetParameters())
            .Any(p => p.Name == member.Name && !p.HasDefaultValue && p.ParameterType == member.PropertyType);
}
