namespace EnforcementCases.Api.Catalogue;

/// <summary>An answer after which running deadlines may have to be recomputed, because the calendar changed.</summary>
internal interface IMayMoveDeadlines
{
    bool MovesDeadlines { get; }
}
