using EnforcementCases.Api.Tests.Fixture;
using EnforcementCases.Api.Tests.Statistics;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Supervision;

/// <summary>Letters of supervision: to an organ below, answered by a day, heavier if they are not.</summary>
public sealed class LetterTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Fact]
    public async Task A_letter_is_answered_and_closed_and_the_other_street_never_sees_it()
    {
        var filed = await api.GivenFiledCase();
        var sent = await Send([filed.Id], rule: "longOpen");
        var letter = sent["id"].GetGuid();
        (sent["state"].GetString(), sent["escalations"].GetInt32()).ShouldBe(("ToAnswer", 0));

        (await api.SignedInAs("xc-head").GetJson($"supervision/letters/{letter}")).ShouldBeProblem(404, "supervision.letter-not-found");
        (await Act("bhxq-supervisor", letter, "close", new { result = "已整改" })).ShouldBeProblem(409, "supervision.letter-other-state");
        (await Act("hg-officer1", letter, "answer", new { reply = "已办理" })).ShouldBeProblem(403, "access.not-allowed");
        (await Act("hg-head", letter, "answer", new { reply = "" })).ShouldBeProblem(400, "request.invalid");
        (await Act("hg-head", letter, "answer", new { reply = "已作出决定。" }))["state"].GetString().ShouldBe("Answered");
        (await Act("tj-supervisor", letter, "close", new { result = "已整改" })).ShouldBeProblem(403, "access.not-allowed");
        var closed = await Act("bhxq-supervisor", letter, "close", new { result = "已整改" });
        (closed["state"].GetString(), closed["isLate"].GetBoolean()).ShouldBe(("Closed", false));
        var list = await api.SignedInAs("hg-head").GetJson("supervision/letters?state=Closed");
        list["items"].EnumerateArray().ShouldContain(l => l.GetProperty("id").GetGuid() == letter);
    }

    [Fact]
    public async Task A_letter_without_a_reply_by_its_day_becomes_heavier_up_to_the_decision()
    {
        await using var own = await ApiFixture.StartAsync();
        var sent = await SendIn(own, [], rule: null);
        var letter = sent["id"].GetGuid();
        (await ActIn(own, "bhxq-supervisor", letter, "escalate", new { reason = "逾期未回复" })).ShouldBeProblem(
            422,
            "supervision.not-due"
        );

        own.Clock.Advance(TimeSpan.FromDays(40));
        (await own.SignedInAs("bhxq-supervisor").GetJson("supervision/letters?late=true"))["items"].GetArrayLength().ShouldBe(1);
        var opinion = await ActIn(own, "bhxq-supervisor", letter, "escalate", new { reason = "逾期未回复" });
        (opinion["kind"].GetString(), opinion["escalations"].GetInt32(), opinion["isLate"].GetBoolean()).ShouldBe(("Opinion", 1, false));
        await ActIn(own, "hg-head", letter, "answer", new { reply = "正在办理" });
        (await ActIn(own, "bhxq-supervisor", letter, "escalate", new { reason = "没有整改" }))["kind"].GetString().ShouldBe("Decision");
        await ActIn(own, "hg-head", letter, "answer", new { reply = "已办理" });
        (await ActIn(own, "bhxq-supervisor", letter, "escalate", new { reason = "没有整改" })).ShouldBeProblem(422, "supervision.heaviest");
    }

    [Fact]
    public async Task A_letter_goes_to_an_organ_below_about_its_own_cases()
    {
        var filed = await api.GivenFiledCase();
        (await SendTo("xc", [filed.Id]))
            .ShouldBeProblem(422, "supervision.case-of-another")["errors"][0]
            .GetProperty("pointer")
            .GetString()
            .ShouldBe("/caseIds");
        var own = await api.SignedInAs("hg-supervisor").PostJson("supervision/letters", Letter(StatisticsSteps.Hangu, [], null));
        own.ShouldBeProblem(422, "supervision.not-below");
        (
            await api.SignedInAs("bhxq-supervisor").PostJson("supervision/letters", Letter(StatisticsSteps.District, [], null))
        ).ShouldBeProblem(422, "supervision.not-below");
        (
            await api.SignedInAs("bhxq-supervisor").PostJson("supervision/letters", Letter(StatisticsSteps.Hangu, [], "none"))
        ).ShouldBeProblem(404, "supervision.rule-unknown");
        (
            await api.SignedInAs("bhxq-supervisor").PostJson("supervision/letters", Letter(StatisticsSteps.Hangu, [], null, workingDays: 0))
        ).ShouldBeProblem(400, "request.invalid");
        (await api.SignedInAs("hg-head").PostJson("supervision/letters", Letter(StatisticsSteps.Hangu, [], null))).ShouldBeProblem(
            403,
            "access.not-allowed"
        );
    }

    private Task<ApiAnswer> SendTo(string street, Guid[] cases) =>
        api.SignedInAs("bhxq-supervisor")
            .PostJson("supervision/letters", Letter(Api.Access.DemoIds.Organisation($"/tj/bhxq/{street}/"), cases, null));

    private Task<ApiAnswer> Send(Guid[] cases, string? rule) => SendIn(api, cases, rule);

    private static async Task<ApiAnswer> SendIn(ApiFixture at, Guid[] cases, string? rule)
    {
        var sent = await at.SignedInAs("bhxq-supervisor").PostJson("supervision/letters", Letter(StatisticsSteps.Hangu, cases, rule));
        sent.Status.ShouldBe(201, sent.Body.ToString());
        return sent;
    }

    private static object Letter(Guid organisation, Guid[] cases, string? rule, int? workingDays = null) =>
        new
        {
            organisationId = organisation,
            kind = "Urging",
            subject = "关于办理长期未结案件的督办函",
            text = "请于期限内办结并书面回复。",
            rule,
            caseIds = cases,
            workingDays,
        };

    private Task<ApiAnswer> Act(string @as, Guid letter, string act, object body) => ActIn(api, @as, letter, act, body);

    private static async Task<ApiAnswer> ActIn(ApiFixture at, string @as, Guid letter, string act, object body)
    {
        var client = at.SignedInAs(@as);
        var read = await client.GetJson($"supervision/letters/{letter}");
        return await client.PostJson(
            $"supervision/letters/{letter}/acts/{act}",
            body,
            ifMatch: read.Status == 200 ? read.ETag : $"\"{letter:N}.1\""
        );
    }
}
