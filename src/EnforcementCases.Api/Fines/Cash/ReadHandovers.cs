using EnforcementCases.Api.Documents;
using EnforcementCases.Domain;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Fines.Cash;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Papers;
using EnforcementCases.Paper;
using EnforcementCases.Pdf;
using EnforcementCases.Persistence;
using EnforcementCases.Platform.Access;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Fines.Cash;

/// <summary>Reads a handover of cash (交接单).</summary>
public sealed record ReadHandoverQuery(Guid Id) : IRequest<HandoverView>;

/// <summary>Reads the slip of a handover as a printed page (收缴款项交接单, D05). Its content is fixed when the money is received.</summary>
public sealed record ReadHandoverSlipQuery(Guid Id) : IRequest<DocumentFile>;

internal sealed class ReadHandoverHandler(AppDbContext db) : IRequestHandler<ReadHandoverQuery, HandoverView>
{
    public async Task<HandoverView> Handle(ReadHandoverQuery request, CancellationToken cancellationToken) =>
        HandoverView.Of(
            await db.CashHandovers.AsNoTracking().FirstOrDefaultAsync(h => h.Id == request.Id, cancellationToken)
                ?? throw CashHandover.NotFound.With($"交接单 {request.Id}")
        );
}

internal sealed class ReadHandoverSlipHandler(AppDbContext db, OrganDirectory organs, FontSet fonts)
    : IRequestHandler<ReadHandoverSlipQuery, DocumentFile>
{
    public async Task<DocumentFile> Handle(ReadHandoverSlipQuery request, CancellationToken cancellationToken)
    {
        var handover =
            await db.CashHandovers.AsNoTracking().FirstOrDefaultAsync(h => h.Id == request.Id, cancellationToken)
            ?? throw CashHandover.NotFound.With($"交接单 {request.Id}");
        var cases = handover.Lines.Select(l => l.CaseId).ToList();
        var numbers = await db
            .Cases.Where(c => cases.Contains(c.Id))
            .Select(c => new { c.Id, c.DecisionNumber })
            .ToDictionaryAsync(c => c.Id, c => c.DecisionNumber, cancellationToken);
        var organ = await organs.OrganAsync(handover.OrganId, cancellationToken);
        var values = new FormValues(organ.Name, LegalDate.Of(handover.At), handover.Number)
            .With(PerformanceFields.HandedOverBy, handover.OfficerName)
            .With(PerformanceFields.HandedOverAt, handover.At)
            .With(PerformanceFields.HandoverTotal, Money.OfFen(handover.AmountFen))
            .With(PerformanceFields.ReceivedBy, handover.ReceivedByName)
            .With(PerformanceFields.ReceivedAt, handover.ReceivedAt)
            .With(
                PerformanceFields.CollectedReceipts,
                handover
                    .Lines.OrderBy(l => l.ReceiptNumber, StringComparer.Ordinal)
                    .Select(l =>
                        (IReadOnlyList<string>)
                            [
                                l.ReceiptNumber,
                                numbers.GetValueOrDefault(l.CaseId) ?? "",
                                $"{LegalDate.Of(l.CollectedAt):yyyy-MM-dd}",
                                Money.OfFen(l.AmountFen).InYuan,
                                $"{l.LastDay:yyyy-MM-dd}",
                            ]
                    )
            );
        if (handover.CountedFen is { } counted)
            values.With(PerformanceFields.CountedTotal, Money.OfFen(counted));
        var content = DocumentForms.Of(DocumentKind.CashHandover).Fill(values);
        var rendered = FormLayout.RenderA4(content, new("机关存", 1) { Fonts = fonts });
        return new(
            rendered.Pdf,
            $"{handover.Number}.pdf",
            Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(rendered.Pdf))
        );
    }
}
