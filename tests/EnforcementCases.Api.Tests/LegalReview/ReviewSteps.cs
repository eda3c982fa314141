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
                points = Points.Select(point => new
                {
                    point,
                    isInOrder = point != wrong,
                    remark = point == wrong ? "应当补充" : null,
                }),
                matterSha256 = (await @case.Matter())["matterSha256"].GetString(),
                words = "审核意见。",
            },
            @as
        );

    /// <summary>The case in the queue, its rounds newest first.</summary>
    public static async Task<List<System.Text.Json.JsonElement>> InQueue(this OrdinaryCase @case, string filter = "") =>
        [.. (await @case.Api.SignedInAs("hg-reviewer").GetJson($"legal-reviews?caseId={@case.Id}{filter}"))["items"].EnumerateArray()];
}
