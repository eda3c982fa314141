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
        var state = PaperStandings.Of(
            found.Kind,
            found.Number,
            found.IssuedAt,
            new(found.DecisionNumber, found.Validity, found.DecisionIssuedAt)
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
}
