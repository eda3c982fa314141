using EnforcementCases.Domain.Fines;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>A remedy in the file.</summary>
/// <param name="Entered">As it was entered last.</param>
/// <param name="Result">How it ended; null while it runs.</param>
public sealed record RemedyOnFile(EnterRemedy Entered, EnterRemedyResult? Result)
{
    internal RemedyPause AsPause => new(Entered.RemedyNumber, Entered.AppliedOn, Entered.AcceptedOn, Result?.ResultServedOn);
}
