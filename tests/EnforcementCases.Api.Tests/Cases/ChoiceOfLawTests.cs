using System.Text.Json;
using EnforcementCases.Api.Tests.Catalogue;
using EnforcementCases.Api.Tests.Fixture;
using EnforcementCases.Pdf.Tests;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Cases;

/// <summary>从旧兼从轻 in the ordinary procedure: the law changes while the case is on its way. 行政处罚法 第三十七条.</summary>
public sealed class ChoiceOfLawTests
{
    /// <summary>The decision of 500 yuan is proposed when the highest fine falls to 300.</summary>
    [Fact, Rule("APL-37")]
    public async Task A_law_that_becomes_milder_before_the_decision_is_assessed_anew_applied_pinned_and_printed()
    {
        await using var api = await ApiFixture.StartAsync();
        var @case = await api.GivenProposedDecision(fineFen: 500_00); // day 14, 2024-05-27
        var pinned = (await @case.Read())["violationVersionId"].GetGuid();
        var before = await @case.Assess(@case.At(14, 16));
        var row = await api.SignedInAs("bhxq-catalogue1").Row("violations", "code", OrdinarySteps.Violation);
        row["fine_individual"]!["max"] = 300;
        row["violated_article"] = "第二十八条";
        row["effective_from"] = "2024-05-28";
        await api.Change(CatalogueSteps.With("violations", row));

        var changed = await @case.Act("decide", await @case.Decision(@case.At(15, 9)), "hg-head");
        changed.ShouldBeProblem(422, "discretion.another-version", "APL-37");
        changed["basis"].GetString().ShouldBe("《行政处罚法》第三十七条");
        (await Proposed(@case, before)).ShouldBeProblem(422, "discretion.another-version", "APL-37");

        var silent = await @case.Assess(@case.At(15, 10));
        var law = (await api.SignedInAs("hg-officer1").GetJson($"discretion/assessments/{silent}"))["result"].GetProperty("law");
        var (old, milder) = (law.GetProperty("atOffence"), law.GetProperty("now"));
        old.GetProperty("versionId").GetGuid().ShouldBe(pinned);
        (await Proposed(@case, silent)).ShouldBeProblem(422, "penalty-basis.choice-of-law-missing", "APL-37");
        var harsher = await @case.Assess(@case.At(15, 10), Chosen(old));
        (await Proposed(@case, harsher)).ShouldBeProblem(422, "choice-of-law.milder-not-applied", "APL-37");
        var elsewhen = await @case.Assess(@case.At(15, 10), Chosen(milder), committedAt: @case.At(-1, 8));
        (await Proposed(@case, elsewhen)).ShouldBeProblem(422, "assessment.another-matter");

        var assessment = await @case.Assess(@case.At(15, 10), Chosen(milder));
        (await Proposed(@case, assessment)).ShouldBeProblem(422, "penalty-basis.outside-statutory-range", "APL-34");
        var lower = @case with { FineFen = 200_00 };
        await lower.Done("propose-decision", lower.Proposal(@case.At(15, 11), assessment));
        await lower.Endorse("Decision", @case.At(15, 13));
        (await lower.Read())["violationVersionId"].GetGuid().ShouldBe(pinned);
        await lower.Decide(@case.At(15, 15));

        (await lower.Read())["violationVersionId"].GetGuid().ShouldBe(milder.GetProperty("versionId").GetGuid());
        Poppler.CopiedText(await lower.Pdf("PenaltyDecision")).ShouldContain("第二十八条");
    }

    private static object Chosen(JsonElement version) =>
        new { chosen = new { version = version.GetProperty("version").GetString(), reason = "新旧规定比较后选择。" } };

    private static Task<ApiAnswer> Proposed(OrdinaryCase @case, Guid assessment) =>
        @case.Act("propose-decision", @case.Proposal(@case.At(15, 11), assessment));
}
