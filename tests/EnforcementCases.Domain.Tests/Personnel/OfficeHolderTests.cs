using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Personnel;
using Xunit;
using static EnforcementCases.Domain.Tests.Law.Calendars;

namespace EnforcementCases.Domain.Tests.Personnel;

/// <summary>An act of an office is done by who held it on the day of the act.</summary>
public sealed class OfficeHolderTests
{
    [Theory, Rule("REF-OWN-GATE")]
    [InlineData(new[] { Role.Head }, new[] { Role.Head }, new[] { Role.Head }, false)]
    [InlineData(new[] { Role.Head }, new[] { Role.Head }, new Role[0], true)] // appointed later
    [InlineData(new[] { Role.Head, Role.DeputyHead }, new[] { Role.Head }, new[] { Role.DeputyHead }, true)] // the other office then
    [InlineData(new[] { Role.Officer }, new[] { Role.Officer }, new Role[0], false)] // no office: the roster answers
    [InlineData(new[] { Role.Officer, Role.TeamLead }, new[] { Role.Officer, Role.TeamLead }, new Role[0], false)]
    [InlineData(new[] { Role.Head }, new[] { Role.Officer }, new Role[0], false)] // the rights table refuses
    public void The_office_is_that_of_the_day(Role[] allowed, Role[] now, Role[] then, bool refused) =>
        new Action(() => OfficeHolder.EnsureHeld(allowed.ToHashSet(), now.ToHashSet(), then.ToHashSet(), Date("2024-05-01"))).ShouldRefuse(
            refused ? OfficeHolder.NotInOffice : null
        );
}
