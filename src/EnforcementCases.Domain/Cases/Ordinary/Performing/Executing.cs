using EnforcementCases.Domain.Cases.Enforcement;
using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>What every execution asks for.</summary>
internal static class Executing
{
    /// <summary>Refuses the night, rest days and cutting residents' supply, as the place reads them (ACL-43).</summary>
    public static void EnsureAllowedTime(this ActInHand act, ExecutionPlan times) =>
        ExecutionTime.EnsureAllowed(
            times,
            NightHours.Parse(act.Law.Parameter(LocalParameters.EnforceNight, act.DoneOn).Value),
            act.Law.Calendar,
            statutoryHolidaysOnly: act.Law.Parameter(LocalParameters.EnforceRestDays, act.DoneOn).Value is "statutory"
        );
}
