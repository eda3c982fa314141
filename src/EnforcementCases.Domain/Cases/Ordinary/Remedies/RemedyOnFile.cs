using EnforcementCases.Domain.Fines;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Remedies;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>A remedy in the file.</summary>
/// <param name="Entered">As it was entered last.</param>
/// <param name="Result">How it ended, confirmed by the head; null while it runs.</param>
public sealed record RemedyOnFile(EnterRemedy Entered, EnterRemedyResult? Result)
{
    /// <summary>The entry of a result that waits for the head; null if none.</summary>
    public DoneAct? ToConfirm { get; init; }

    /// <summary>The appeal against the result of the first instance; null if none.</summary>
    public EnterAppeal? Appeal { get; init; }

    /// <summary>The organ or court that has it now.</summary>
    internal string Court => Appeal?.Court ?? Entered.Before;

    /// <summary>The remedy as it is once a result is confirmed.</summary>
    internal RemedyOnFile Of(EnterRemedyResult result) => this with { Result = result, ToConfirm = null };

    /// <summary>The last day on which a side may appeal against the result; null if there is no appeal.</summary>
    internal Deadline? LastAppeal(WorkingCalendar calendar) =>
        Result is { Paper: { } paper, Services: var services } ? JudgmentEffect.LastAppeal(paper, services, calendar) : null;

    /// <summary>Day on which the result took effect; null while the remedy runs.</summary>
    internal DateOnly? EffectiveOn(WorkingCalendar calendar) => LastAppeal(calendar)?.LastDay.AddDays(1) ?? Result?.ResultServedOn;

    internal RemedyPause AsPause(WorkingCalendar calendar) =>
        new(Entered.RemedyNumber, Entered.AppliedOn, Entered.AcceptedOn, EffectiveOn(calendar));
}
