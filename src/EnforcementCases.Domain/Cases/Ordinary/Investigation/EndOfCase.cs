namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>What an end before the decision does to what still ran.</summary>
internal static class EndOfCase
{
    private static readonly DeadlineKind[] OfTheDecision = [DeadlineKind.Defence, DeadlineKind.HearingRequest, DeadlineKind.LegalReview];

    /// <summary>Deadlines on the way to a decision fall away; those of orders and of things of the party stay.</summary>
    public static void DropDeadlines(ActInHand act)
    {
        foreach (var kind in OfTheDecision)
            act.Drop(kind);
    }
}
