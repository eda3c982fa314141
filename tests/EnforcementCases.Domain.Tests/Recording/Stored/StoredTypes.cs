using EnforcementCases.Domain.Cases.Ordinary;
using EnforcementCases.Domain.Discretion;
using EnforcementCases.Domain.Papers;
using EnforcementCases.Domain.Statistics;

namespace EnforcementCases.Domain.Tests.Recording.Stored;

/// <summary>Everything that is stored in a format with versions, by the name of its golden files.</summary>
internal static class StoredTypes
{
    public static IReadOnlyDictionary<string, Type> All { get; } =
        OrdinaryProcedure
            .Rows.Where(row => row.Body is not null)
            .Select(row => (Name: $"acts/{row.Act}", Body: row.Body!))
            .Append((Name: "forms/FormContent", Body: typeof(FormContent)))
            .Append((Name: "on-the-spot/OnTheSpotDecisionContent", Body: typeof(OnTheSpotDecisionContent)))
            .Append((Name: "assessments/AssessmentInput", Body: typeof(AssessmentInput)))
            .Append((Name: "assessments/Assessment", Body: typeof(Assessment)))
            .Append((Name: "figures/FigureCases", Body: typeof(FigureCases)))
            .Append((Name: "figures/FigureChecks", Body: typeof(FigureChecks)))
            .ToDictionary(t => t.Name, t => t.Body, StringComparer.Ordinal);
}
