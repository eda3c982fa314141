namespace EnforcementCases.Api.Catalogue;

/// <summary>An answer after which running deadlines may have to be counted again: the calendar is another one.</summary>
internal interface IMayMoveDeadlines
{
    bool MovesDeadlines { get; }
}
