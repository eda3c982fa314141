namespace EnforcementCases.Domain.Cases.Ordinary;

public static partial class OrdinaryProcedure
{
    /// <summary>送达、执行、结案、归档.</summary>
    private static IReadOnlyList<ActRow> PerformanceRows => [];
}
