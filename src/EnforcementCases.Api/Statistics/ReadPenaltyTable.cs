using EnforcementCases.Domain;
using EnforcementCases.Domain.Penalties;
using FluentValidation;
using MediatR;

namespace EnforcementCases.Api.Statistics;

/// <summary>Counts the table of penalties (行政处罚实施情况统计表): one row for each organ, and their sum.</summary>
/// <param name="Year">Statistical year.</param>
/// <param name="Form">Form of the table: <c>a1-2024</c> (default), <c>a1-2021</c>, or <c>a1-2020</c> for the years before 2021.</param>
/// <param name="OrganisationId">Organisation whose organs are the rows, with all below it; default: the caller's own.</param>
/// <param name="Quarter">Quarter of the year, 1 to 4, for the quarterly return; the whole year if omitted.</param>
public sealed record ReadPenaltyTableQuery(int Year, string? Form, Guid? OrganisationId, int? Quarter = null) : IRequest<PenaltyTable>;

/// <summary>The table of penalties of a period.</summary>
/// <param name="Year">Statistical year.</param>
/// <param name="Period">The period: <c>2026</c> or <c>2026-Q2</c>.</param>
/// <param name="Form">Its form.</param>
/// <param name="Name">Title, in the requested language.</param>
/// <param name="OrganisationId">The organisation whose organs are the rows.</param>
/// <param name="OrganisationName">Its name.</param>
/// <param name="CountedAt">When it was counted.</param>
/// <param name="PeriodEnded">Whether the period had ended by then; if not, the table is preliminary.</param>
/// <param name="Columns">Columns, in the order of the form.</param>
/// <param name="Rows">One for each organ, by its place in the tree of organisations.</param>
/// <param name="Sum">The sum of the rows.</param>
/// <param name="DecisionsWithoutSum">Decisions of the time before confiscated sums were kept, that may have confiscated something; their confiscations are not in the money column.</param>
public sealed record PenaltyTable(
    int Year,
    string Period,
    string Form,
    [property: Bilingual] string Name,
    Guid OrganisationId,
    string OrganisationName,
    DateTimeOffset CountedAt,
    bool PeriodEnded,
    IReadOnlyList<PenaltyTableColumn> Columns,
    IReadOnlyList<PenaltyTableRow> Rows,
    PenaltyTableRow Sum,
    int DecisionsWithoutSum
);

/// <summary>A column of the table of penalties.</summary>
/// <param name="Key">Stable name.</param>
/// <param name="Heading">As the form prints it, in the requested language.</param>
/// <param name="Kinds">Kinds of penalty that it counts as the heaviest of a decision.</param>
public sealed record PenaltyTableColumn(string Key, [property: Bilingual] string Heading, IReadOnlyList<PenaltyKind> Kinds);

/// <summary>A row of the table of penalties.</summary>
/// <param name="OrganisationId">The organ; null in the sum.</param>
/// <param name="Name">Name of the organ; 合计 in the sum.</param>
/// <param name="Counts">Decisions, in the order of the columns; each decision is counted once, under its heaviest kind.</param>
/// <param name="Total">Their sum.</param>
/// <param name="FinesAndConfiscationsYuan">Fines and confiscated sums stated in these decisions, in yuan.</param>
public sealed record PenaltyTableRow(
    Guid? OrganisationId,
    string Name,
    IReadOnlyList<long> Counts,
    long Total,
    decimal FinesAndConfiscationsYuan
);

internal sealed class ReadPenaltyTableValidator : AbstractValidator<ReadPenaltyTableQuery>
{
    public ReadPenaltyTableValidator() => RuleFor(q => q.Year).IsStatisticalYear();
}

internal sealed class ReadPenaltyTableHandler(PenaltyTableReader reader) : IRequestHandler<ReadPenaltyTableQuery, PenaltyTable>
{
    public Task<PenaltyTable> Handle(ReadPenaltyTableQuery request, CancellationToken cancellationToken) =>
        reader.ReadAsync(request.Year, request.Quarter, request.Form, request.OrganisationId, cancellationToken);
}
