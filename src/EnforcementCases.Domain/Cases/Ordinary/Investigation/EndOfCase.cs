namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Effect on running deadlines when a case ends before the decision.</summary>
internal static class EndOfCase
{
    private static readonly DeadlineKind[] OfTheDecision = [DeadlineKind.Defence, DeadlineKind.HearingRequest, DeadlineKind.LegalReview];

    /// <summary>Deadlines on the way to a decision fall away; those of orders and of things of the party stay.</summary>
    public static void DropDeadlines(ActExecution act)
    {
        foreach (var kind in OfTheDecision)
            act.Drop(kind);
    }
}
