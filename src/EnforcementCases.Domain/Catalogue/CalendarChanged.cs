using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Catalogue;

/// <summary>A working calendar came into force or changed (工作日历变更): running deadlines may move.</summary>
/// <param name="Change">The confirmed change of the catalogue.</param>
public sealed record CalendarChanged(CatalogueChange Change) : IHappened;
