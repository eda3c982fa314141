using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Papers;
using EnforcementCases.Domain.Parties;
using EnforcementCases.Persistence;
using EnforcementCases.Site;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Documents;

/// <summary>Checks a document by the code in its QR code; public, and returns nothing private.</summary>
/// <param name="Code">Code printed on the document, also in its QR code; in any case, width and spacing.</param>
public sealed record VerifyDocumentQuery(string Code) : IRequest<VerifiedDocument>;

internal sealed class VerifyDocumentHandler(AppDbContext db) : IRequestHandler<VerifyDocumentQuery, VerifiedDocument>
{
    public async Task<VerifiedDocument> Handle(VerifyDocumentQuery request, CancellationToken cancellationToken)
    {
        var code = IdentityText.Compact(request.Code);
        var documents = db.CaseDocuments.IgnoreQueryFilters([AppDbContext.ScopeFilter]);
        var found =
            await documents
                .Where(d => d.VerificationCode == code)
                .Join(db.Cases.IgnoreQueryFilters([AppDbContext.ScopeFilter]), d => d.CaseId, c => c.Id, (d, c) => new { d, c })
                .Join(
                    db.Organisations,
                    x => x.c.OrganId,
                    o => o.Id,
                    (x, o) =>
                        new
                        {
                            x.d.Number,
                            x.d.Kind,
                            x.d.DatedOn,
                            x.d.ContentHash,
                            x.d.IssuedAt,
                            x.d.CaseId,
                            x.d.ActPosition,
                            Corrected = documents
                                .Where(other => other.Id == x.d.CorrectsId)
                                .Select(other => new
                                {
                                    other.Kind,
                                    other.Number,
                                    other.IssuedAt,
                                    other.ActPosition,
                                })
                                .FirstOrDefault(),
                            CorrectedBy = documents
                                .Where(other => other.CorrectsId == x.d.Id)
                                .OrderBy(other => other.IssuedAt)
                                .Select(other => other.Number)
                                .ToList(),
                            Organ = o.Name,
                            x.c.DecisionNumber,
                            x.c.Effect.Validity,
                            x.c.Effect.RevokedAt,
                            x.c.Effect.InvalidatedAt,
                            DecisionIssuedAt = documents
                                .Where(p => p.CaseId == x.c.Id && p.Number == x.c.DecisionNumber)
                                .Select(p => (DateTimeOffset?)p.IssuedAt)
                                .FirstOrDefault(),
                        }
                )
                .FirstOrDefaultAsync(cancellationToken)
            ?? throw DocumentErrors.NotFound.With("没有与该查验码对应的文书");
        var (kind, number, issuedAt, position) = found.Corrected is { } paper // a correction is in force as long as the paper that it corrects
            ? (paper.Kind, paper.Number, paper.IssuedAt, paper.ActPosition)
            : (found.Kind, found.Number, found.IssuedAt, found.ActPosition);
        var state = PaperStandings.Of(
            kind,
            number,
            issuedAt,
            new(found.DecisionNumber, found.Validity, found.DecisionIssuedAt),
            kind is DocumentKind.SeizureDecision && await IsOverAsync(found.CaseId, position, cancellationToken)
        );
        var fellAt = state is PaperStanding.Revoked or PaperStanding.Invalid ? found.RevokedAt ?? found.InvalidatedAt : null;
        return new(
            found.Number,
            found.Kind,
            found.DatedOn,
            found.Organ,
            found.ContentHash,
            state,
            fellAt is { } at ? LegalDate.Of(at) : null
        )
        {
            CorrectedBy = found.CorrectedBy,
        };
    }

    /// <summary>Whether the measure of a decision to seal or detain is over: its term runs no more. Decisions and terms of a case begin in the same order, one with the other.</summary>
    private async Task<bool> IsOverAsync(Guid caseId, int? position, CancellationToken ct)
    {
        var before = await db
            .CaseDocuments.IgnoreQueryFilters([AppDbContext.ScopeFilter])
            .CountAsync(d => d.CaseId == caseId && d.Kind == DocumentKind.SeizureDecision && d.ActPosition < position, ct);
        var terms = await db
            .CaseDeadlines.IgnoreQueryFilters([AppDbContext.ScopeFilter])
            .Where(d => d.CaseId == caseId && d.Kind == DeadlineKind.Sealing)
            .Select(d => new
            {
                d.Id,
                d.Reference,
                IsOpen = d.MetAt == null && d.EndedAt == null,
            })
            .ToListAsync(ct);
        var measure = terms
            .OrderBy(t => t.Id.ToString("N"), StringComparer.Ordinal) // the ids begin with the time
            .GroupBy(t => t.Reference, StringComparer.Ordinal)
            .ElementAtOrDefault(before);
        return measure?.All(t => !t.IsOpen) is true;
    }
}
