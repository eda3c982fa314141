using EnforcementCases.Api.Tests.Fixture;
using Shouldly;

namespace EnforcementCases.Api.Tests.LegalReview;

/// <summary>What tests of legal review do with a case.</summary>
internal static class ReviewSteps
{
    private static readonly string[] Points =
    [
        "SubjectAndOfficers",
        "Procedure",
        "FactsAndEvidence",
        "LawAndDiscretion",
        "Powers",
        "Documents",
        "SuspectedCrime",
    ];

    /// <summary>What the review looks at.</summary>
    public static async Task<ApiAnswer> Matter(this OrdinaryCase @case, string @as = "hg-reviewer", string? onDate = null)
    {
        var matter = await @case
            .Api.SignedInAs(@as)
            .GetJson($"cases/{@case.Id}/review-matter{(onDate is null ? "" : $"?onDate={onDate}")}");
        matter.Status.ShouldBe(200, matter.Body.ToString());
        return matter;
    }

    /// <summary>An opinion on the matter as it is read.</summary>
    public static async Task<ApiAnswer> Opinion(
        this OrdinaryCase @case,
        DateTimeOffset at,
        string outcome,
        string? wrong = null,
        string @as = "hg-reviewer"
    ) =>
        await @case.Act(
            "give-review-opinion",
            new
            {
                doneAt = at,
                outcome,
                points = PointsBut(wrong),
                matterSha256 = (await @case.Matter())["matterSha256"].GetString(),
                words = "审核意见。",
            },
            @as
        );

    /// <summary>A planned act sent to review.</summary>
    public static async Task SubmitPlanned(this OrdinaryCase @case, string planned, DateTimeOffset at, Guid? measureId = null) =>
        await @case.Done(
            "submit-planned-act",
            new
            {
                doneAt = at,
                planned,
                measureId,
                facts = "经催告仍未清理占用的道路。",
                basis = new[] { new { instrument = "《行政强制法》", article = "第五十条" } },
                plan = "由汉沽街道某保洁公司清运堆放的建筑材料六平方米。",
                note = "请重点审核期限。",
            }
        );

    /// <summary>A planned act as the reviewer reads it.</summary>
    public static async Task<System.Text.Json.JsonElement> PlannedMatter(this OrdinaryCase @case, string planned) =>
        (await @case.Matter())["planned"].EnumerateArray().Single(p => p.GetProperty("act").GetString() == planned);

    /// <summary>Takes the review of a planned act and gives an opinion on it as it is read.</summary>
    public static async Task ReviewPlanned(
        this OrdinaryCase @case,
        string planned,
        DateTimeOffset at,
        string outcome,
        string? wrong = null,
        Guid? measureId = null
    )
    {
        await @case.Done(
            "take-planned-review",
            new
            {
                doneAt = at,
                planned,
                measureId,
            },
            "hg-reviewer"
        );
        await @case.Done(
            "give-planned-review-opinion",
            new
            {
                doneAt = at,
                planned,
                measureId,
                outcome,
                points = PointsBut(wrong),
                matterSha256 = (await @case.PlannedMatter(planned)).GetProperty("matterSha256").GetString(),
                words = "程序和依据已经核对。",
            },
            "hg-reviewer"
        );
    }

    /// <summary>Adopts a catalogue of major decisions by two clerks.</summary>
    public static async Task AdoptReviewCatalogue(this ApiFixture api, string place, string validFrom, params string[] templateIds)
    {
        var adopted = await api.SignedInAs($"{place}-catalogue1")
            .PostJson(
                "legal-reviews/catalogue/adoptions",
                new
                {
                    validFrom,
                    instrument = "目录文件",
                    templateIds,
                }
            );
        adopted.Status.ShouldBe(201, adopted.Body.ToString());
        (
            await api.SignedInAs($"{place}-catalogue2")
                .PostJson($"legal-reviews/catalogue/adoptions/{adopted["id"].GetGuid()}/confirmation", ifMatch: adopted.ETag)
        ).Status.ShouldBe(200);
    }

    private static IEnumerable<object> PointsBut(string? wrong) =>
        Points.Select(point => new
        {
            point,
            isInOrder = point != wrong,
            remark = point == wrong ? "应当补充" : null,
        });

    /// <summary>The case in the queue, its rounds newest first.</summary>
    public static async Task<List<System.Text.Json.JsonElement>> InQueue(this OrdinaryCase @case, string filter = "") =>
        [.. (await @case.Api.SignedInAs("hg-reviewer").GetJson($"legal-reviews?caseId={@case.Id}{filter}"))["items"].EnumerateArray()];
}
