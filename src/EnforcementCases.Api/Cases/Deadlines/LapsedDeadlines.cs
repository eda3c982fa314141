using EnforcementCases.Domain.Cases;

namespace EnforcementCases.Api.Cases.Deadlines;

/// <summary>Leaves out rights of the party whose last day is over: they have lapsed, and nobody is late.</summary>
internal static class LapsedDeadlines
{
    public static IQueryable<CaseDeadline> NotLapsed(this IQueryable<CaseDeadline> running, DateOnly today) =>
        running.Where(d => d.LastDay >= today || !DeadlineNature.Lapsing.Contains(d.Kind));
}
