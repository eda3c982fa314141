using System.Text.Json.Serialization;
using EnforcementCases.Api.Catalogue;
using EnforcementCases.Api.Documents;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Papers;
using EnforcementCases.Domain.Text;
using EnforcementCases.Persistence;
using EnforcementCases.Platform.Access;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Cases.Acts;

/// <summary>Revokes the decision (撤销处罚决定), by a head who did not handle the case. Its paper (撤销行政处罚决定书, D48) is issued and
/// has to be served on the party; what was paid is to be refunded, and remedies that run go on.</summary>
/// <param name="Reason">Why it is revoked, at most 1,000 characters.</param>
/// <param name="DoneAt">When it was revoked; not before the decision.</param>
public sealed record RevokeDecisionCommand(string Reason, DateTimeOffset DoneAt) : ICaseAct
{
    /// <inheritdoc />
    [JsonIgnore]
    public Guid CaseId { get; init; }
}

internal sealed class RevokeDecisionValidator : AbstractValidator<RevokeDecisionCommand>
{
    public RevokeDecisionValidator() => RuleFor(c => c.Reason).NotEmpty().MaximumLength(1000);
}

internal sealed class RevokeDecisionHandler(
    AppDbContext db,
    CaseLoader file,
    DocumentIssue documents,
    NumberLedger numbers,
    OrganDirectory organs,
    CatalogueDirectory catalogue,
    TimeProvider clock
) : IRequestHandler<RevokeDecisionCommand, CaseAfterAct>
{
    public async Task<CaseAfterAct> Handle(RevokeDecisionCommand request, CancellationToken cancellationToken)
    {
        var @case = await file.OpenAsync(request, cancellationToken);
        var (reason, on, now) = (TextRules.Paragraphs(request.Reason), LegalDate.Of(request.DoneAt), clock.GetUtcNow());
        @case.Revoke(reason, request.DoneAt);
        var organ = await organs.OrganAsync(@case.OrganId, cancellationToken);
        var number = await numbers.IssueAsync(organ, DocumentWord.Revocation, on.Year, @case.Id, cancellationToken);
        var decision = @case.DecisionNumber ?? await NoPenaltyNumberAsync(@case.Id, cancellationToken);
        var paper = documents.Form(
            DocumentKind.RevocationDecision,
            DeskPapers.Revocation(@case, organ, on, number.Text, decision, reason),
            @case.Id,
            @case.OrganisationPath,
            on,
            actPlace: null,
            now
        );
        @case.AwaitServiceOfRevocation(paper, Guid.CreateVersion7(now), request.DoneAt, catalogue.Current.Calendar);
        db.CaseDocuments.Add(paper);
        return file.After(@case, request);
    }

    private Task<string?> NoPenaltyNumberAsync(Guid caseId, CancellationToken ct) =>
        db
            .CaseDocuments.Where(d => d.CaseId == caseId && d.Kind == DocumentKind.NoPenaltyDecision)
            .OrderByDescending(d => d.ActPosition)
            .Select(d => (string?)d.Number)
            .FirstOrDefaultAsync(ct);
}
