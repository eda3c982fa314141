using EnforcementCases.Domain;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Platform.Pipeline;

namespace EnforcementCases.Api.Tests.Fixture;

/// <summary>A capability that refuses, on demand, what follows from the fall of a decision.</summary>
internal sealed class RefusingFollowUp : IFollowUp<DecisionFell>
{
    public const string Code = "test.follow-up-refused";

    private static readonly DomainError Refused = new(Code, null, ErrorKind.RuleBroken, "后续处理被拒绝");

    /// <summary>Whether the next one is refused.</summary>
    public bool RefusesNext { get; set; }

    Task IFollowUp<DecisionFell>.FollowUpAsync(DecisionFell happened, CancellationToken ct)
    {
        if (!RefusesNext)
            return Task.CompletedTask;
        RefusesNext = false;
        throw Refused.With("后续处理被拒绝");
    }
}
