using EnforcementCases.Api.Access;

namespace EnforcementCases.Api.Tests.Cases;

/// <summary>The body of a correction of a slip, for the tests.</summary>
internal static class SlipSteps
{
    /// <summary>A correction of the decision on the spot, shown by the evidence that was taken.</summary>
    public static async Task<Dictionary<string, object?>> Correction(
        DecidedCase @case,
        string printed,
        string corrected,
        DateTimeOffset doneAt
    ) =>
        new()
        {
            ["documentId"] = await @case.Paper("OnTheSpotDecision"),
            ["printed"] = printed,
            ["corrected"] = corrected,
            ["shownBy"] = new { evidenceSha256 = new string('b', 64) },
            ["reason"] = "录入笔误",
            ["proposedBy"] = DemoIds.Person("hg-officer1"),
            ["doneAt"] = doneAt,
        };
}
