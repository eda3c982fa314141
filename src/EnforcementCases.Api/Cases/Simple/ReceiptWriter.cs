using EnforcementCases.Api.Documents;
using EnforcementCases.Paper;
using EnforcementCases.Persistence;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Cases.Simple;

/// <summary>Adds the receipt's lines to an answer, after the commit: from the content just fixed, or from the stored document if the request is a repeat.</summary>
internal sealed class ReceiptWriter(AppDbContext db, DocumentIssue documents)
{
    private static readonly PrintedCopy PartyCopy = new("当事人联", 1);

    public async Task<OnTheSpotAnswer> WithReceiptAsync(OnTheSpotAnswer answer, CancellationToken ct)
    {
        var content =
            answer.Content ?? documents.OpenForm(await db.CaseDocuments.AsNoTracking().SingleAsync(d => d.Id == answer.DocumentId, ct));
        return answer with
        {
            Receipt32 = OnTheSpotDecisionLines.ReceiptLines(content, PartyCopy, OnTheSpotDecisionLines.Narrow),
            Receipt48 = OnTheSpotDecisionLines.ReceiptLines(content, PartyCopy, OnTheSpotDecisionLines.Wide),
        };
    }
}
