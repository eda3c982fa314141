using EnforcementCases.Domain.Cases.Enforcement;
using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Requirements of every execution.</summary>
internal static class Executing
{
    /// <summary>Refuses execution at night, on rest days and by cutting residents' supply, by the settings of the place (ACL-43).</summary>
    public static void EnsureAllowedTime(this ActExecution act, ExecutionPlan times) =>
        ExecutionTime.EnsureAllowed(
            times,
            NightHours.Parse(act.Law.Parameter(LocalParameters.EnforceNight, act.DoneOn).Value),
            act.Law.Calendar,
            statutoryHolidaysOnly: act.Law.Parameter(LocalParameters.EnforceRestDays, act.DoneOn).Value is "statutory"
        );
}
