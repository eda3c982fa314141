using EnforcementCases.Api.Tests.Fixture;
using Shouldly;
using Xunit;
using static EnforcementCases.Api.Tests.Cases.CaseSteps;

namespace EnforcementCases.Api.Tests.Cases;

/// <summary>A decision on the spot follows an assessment that is made in the same request, by the engine of the ordinary procedure.</summary>
public sealed class AssessedOnTheSpotTests(ApiFixture api)
{
    private ApiClient Officer => api.SignedInAs("hg-officer1");

    [Fact, Rule("APL-5")]
    public async Task The_assessment_is_stored_with_the_case_pinned_in_the_record_and_can_be_replayed()
    {
        var decided = await Officer.PostJson("simple-cases", ASimpleCase());
        decided.Status.ShouldBe(201, decided.Body.ToString());
        var (id, assessmentId) = (decided["id"].GetGuid(), decided["assessmentId"].GetGuid());

        var assessment = await Officer.GetJson($"discretion/assessments/{assessmentId}");
        assessment.Status.ShouldBe(200, assessment.Body.ToString());
        assessment["caseId"].GetGuid().ShouldBe(id);
        assessment["result"].GetProperty("verdict").GetString().ShouldBe("Allowed");
        var replay = await Officer.GetJson($"discretion/assessments/{assessmentId}/replay");
        (replay["same"].GetBoolean(), replay["inputIntact"].GetBoolean(), replay["resultIntact"].GetBoolean()).ShouldBe((true, true, true));
        (await Officer.GetJson($"cases/{id}"))["assessmentId"].GetGuid().ShouldBe(assessmentId);

        var record = (await Officer.GetJson($"cases/{id}/record")).Body.ToString();
        record.ShouldContain(assessmentId.ToString());
        record.ShouldContain(assessment["resultSha256"].GetString()!);
        record
            .IndexOf("penalty-assessed", StringComparison.Ordinal)
            .ShouldBeInRange(0, record.IndexOf("decided-on-the-spot", StringComparison.Ordinal));
        (await Officer.GetJson($"cases/{id}/record/verification"))["intact"].GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task A_refused_decision_stores_no_assessment()
    {
        var body = ASimpleCase();
        body["caseId"] = Guid.CreateVersion7();
        body["grade"] = "Lenient";
        (await Officer.PostJson("simple-cases", body)).ShouldBeProblem(422, "leniency.lenient-without-ground", "APL-32");

        body["grade"] = "Ordinary";
        var decided = await Officer.PostJson("simple-cases", body);
        decided.Status.ShouldBe(201, decided.Body.ToString());
        (await Officer.GetJson($"cases/{body["caseId"]}/record"))["entries"].GetArrayLength().ShouldBe(2);
    }

    [Fact, Rule("APL-33-1b")]
    public async Task Whether_the_harm_is_slight_has_no_default()
    {
        var silent = await Decide(b =>
            b["exemption"] = new
            {
                slight = false,
                correctedInTime = false,
                noHarm = false,
            }
        );
        silent.ShouldBeProblem(422, "first-offence.harm-not-answered", "APL-33-1b").Body.ToString().ShouldContain("/exemption/harmSlight");

        var harmless = await Decide(b =>
            b["exemption"] = new
            {
                slight = false,
                correctedInTime = false,
                noHarm = true,
            }
        );
        harmless.Status.ShouldBe(201, harmless.Body.ToString());
    }

    [Fact, Rule("APL-33-1b")]
    public async Task A_first_offender_who_may_be_let_off_is_punished_only_with_reasons()
    {
        static void First(Dictionary<string, object?> body) =>
            body["exemption"] = new
            {
                slight = false,
                correctedInTime = true,
                noHarm = false,
                harmSlight = true,
            };
        (await Decide(First)).ShouldBeProblem(422, "first-offence.punished-without-reasons", "APL-33-1b");

        var reasoned = await Decide(b =>
        {
            First(b);
            b["reasonsAgainstExemption"] = "当月已口头劝阻三次，仍在同一地点摆放。";
        });
        reasoned.Status.ShouldBe(201, reasoned.Body.ToString());
    }

    [Theory, Rule("APL-32"), Rule("APL-5"), Rule("APL-31"), Rule("APL-51-3")]
    [InlineData("TJ-GG-01", 50_00, "Lenient", "None", "leniency.lenient-without-ground", "APL-32")]
    [InlineData("TJ-GG-01", 50_00, "Lenient", "Helped", null, null)]
    [InlineData("TJ-GG-01", 50_00, "Ordinary", "Helped", "leniency.missing", "APL-32")]
    [InlineData("TJ-GG-01", 49_99, "Mitigated", "None", "leniency.mitigated-without-ground", "APL-32")]
    [InlineData("TJ-GG-01", 49_99, "Mitigated", "Helped", "simple-procedure.needs-review", "APL-51-3")]
    [InlineData("TJ-GG-01", 50_00, "Aggravated", "None", "aggravation.without-ground", "APL-5")]
    [InlineData("TJ-GG-01", 50_00, "Aggravated", "Refused", null, null)]
    [InlineData("TJ-GG-01", 50_00, "Ordinary", "Incapable", "mental-capacity.lost", "APL-31")]
    public async Task Grade_and_capacity_are_those_of_the_assessment(
        string violation,
        long fen,
        string grade,
        string found,
        string? code,
        string? rule
    )
    {
        var answer = await Decide(b =>
        {
            b["violationCode"] = violation;
            b["amountFen"] = fen;
            b["grade"] = grade;
            b["discretion"] = Found(found);
        });

        if (code is null)
            answer.Status.ShouldBe(201, answer.Body.ToString());
        else
            answer.ShouldBeProblem(422, code, rule);
    }

    [Fact, Rule("APL-45")]
    public async Task An_objection_is_answered_and_printed()
    {
        (await Decide(b => b["notice"] = Notice(null))).ShouldBeProblem(422, "prior-telling.unanswered", "APL-52-3");
        (await Decide(b => b["notice"] = Notice(new { accepted = true, because = "面积应为两平方米" }))).ShouldBeProblem(
            422,
            "prior-telling.accepted-without-effect",
            "APL-52-3"
        );
        (await Decide(b => b["notice"] = Notice(new { accepted = false, because = "" }))).Status.ShouldBe(400);

        var answered = await Decide(b => b["notice"] = Notice(new { accepted = false, because = "现场视频显示由其摆放" }));
        answered.Status.ShouldBe(201, answered.Body.ToString());
        string.Concat(answered["receipt48"].EnumerateArray().Select(l => l.GetString()!.Trim()))
            .ShouldContain("不予采纳，现场视频显示由其摆放");
    }

    [Fact, Rule("APL-37")]
    public async Task A_chosen_version_needs_its_reason()
    {
        (await Decide(b => b["chosenVersion"] = "不存在")).Status.ShouldBe(400);
        (
            await Decide(b =>
            {
                b["chosenVersion"] = "不存在";
                b["chosenBecause"] = "从旧兼从轻";
            })
        ).ShouldBeProblem(422, "choice-of-law.version-unknown");
    }

    [Theory]
    [InlineData("""{ "listClaims": [null] }""", 400)]
    [InlineData("""{ "listClaims": [{ "code": null, "conditions": [] }] }""", 400)]
    [InlineData("""{ "listClaims": [{ "code": "MF-009", "conditions": [true, true, true, true, true, true] }] }""", 422)] // of another violation
    [InlineData("""{ "leniency": [null] }""", 400)]
    [InlineData("""{ "alsoViolates": [null] }""", 400)]
    [InlineData("""{ "alsoViolates": [""] }""", 400)]
    [InlineData("""{ "alsoViolates": ["TJ-XX-99"] }""", 422)]
    [InlineData("""{ "confirmedTiers": [99] }""", 201)] // there is no benchmark to take a tier from
    [InlineData("""{ "capacity": null, "fault": null }""", 201)]
    [InlineData("""{ "judgment": { "reference": "甲号", "fineFen": -1, "beforeAdministrativeFine": false } }""", 400)]
    public async Task What_was_found_is_well_formed(string discretion, int status)
    {
        var answer = await Decide(b => b["discretion"] = System.Text.Json.Nodes.JsonNode.Parse(discretion));

        answer.Status.ShouldBe(status, answer.Body.ToString());
    }

    private static object? Found(string what) =>
        what switch
        {
            "Helped" => new { leniency = new[] { new { ground = "MeritoriousHelp", evidence = "提供线索，附笔录" } } },
            "Refused" => new { aggravating = new[] { "RefusesToCorrect" } },
            "Incapable" => new { capacity = new { state = "Incapable", evidence = "司法鉴定意见书" } },
            _ => null,
        };

    private static object Notice(object? answer) =>
        new
        {
            notifiedAt = Monday.AddMinutes(-10),
            matters = new[] { "All" },
            notifiedAmountFen = 50_00,
            partyWords = "不是我摆的",
            answer,
        };

    private async Task<ApiAnswer> Decide(Action<Dictionary<string, object?>> change)
    {
        var body = ASimpleCase();
        change(body);
        return await Officer.PostJson("simple-cases", body);
    }
}
