namespace EnforcementCases.Domain.Cases.Ordinary;

public static partial class OrdinaryProcedure
{
    /// <summary>告知、听证、审核、决定.</summary>
    private static IReadOnlyList<ActRow> DecisionRows => [];
}
