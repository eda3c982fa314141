using EnforcementCases.Domain.Supervision;
using MediatR;

namespace EnforcementCases.Api.Supervision;

/// <summary>Reads what the program finds in the ordinary file of a case today (案卷自查): proposals, each with its item, place and points. Nothing is stored.</summary>
/// <param name="Id">The case.</param>
public sealed record ReadCaseFindingsQuery(Guid Id) : IRequest<CaseFindings>;

/// <summary>What the program finds in a file today.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Standard">Version of the standard.</param>
/// <param name="Findings">The faults, vetoes first; empty if none.</param>
/// <param name="SheetPoints">Points that would be left if a reviewer confirmed each of them and found nothing else.</param>
/// <param name="HasVeto">Whether one of them is a veto, so that the file would fail.</param>
/// <param name="ToBeJudged">Items that only a person can judge, or judges too.</param>
public sealed record CaseFindings(
    Guid CaseId,
    string Standard,
    IReadOnlyList<FileFindingView> Findings,
    decimal SheetPoints,
    bool HasVeto,
    IReadOnlyList<StandardItemView> ToBeJudged
);

internal sealed class ReadCaseFindingsHandler(FileReviewDesk desk) : IRequestHandler<ReadCaseFindingsQuery, CaseFindings>
{
    public async Task<CaseFindings> Handle(ReadCaseFindingsQuery request, CancellationToken cancellationToken)
    {
        var findings = await desk.FindingsAsync(request.Id, cancellationToken);
        var standard = ReviewStandard.Shipped[^1];
        var views = findings.Select(FileFindingView.Of).ToList();
        return new(
            request.Id,
            standard.Version,
            [.. views.OrderByDescending(f => f.IsVeto)],
            standard.Items.Sum(item => Math.Max(0, item.Points - findings.Where(f => f.Item == item.Id).Sum(f => f.Points))),
            views.Exists(f => f.IsVeto),
            [
                .. standard.Vetoes.Where(v => v.By is not JudgedBy.Program).Select(v => new StandardItemView(v.Id, v.Words, 0, v.By)),
                .. standard.Items.Where(i => i.By is not JudgedBy.Program).Select(i => new StandardItemView(i.Id, i.Words, i.Points, i.By)),
            ]
        );
    }
}
