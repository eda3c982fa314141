using System.Text.Json.Serialization;
using EnforcementCases.Api.Cases.Acts;
using EnforcementCases.Api.Documents;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Text;
using EnforcementCases.Persistence;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Pipeline;
using EnforcementCases.Platform.Recording;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Cases.Papers;

/// <summary>Voids the number of a revoked decision (文号作废). The row remains in the ledger with the reason, and the number is never used again.</summary>
/// <param name="Reason">Why it is voided, at most 400 characters.</param>
/// <param name="DoneAt">When it was voided.</param>
public sealed record VoidDocumentNumberCommand(string Reason, DateTimeOffset DoneAt) : ICommand<LedgerNumber>
{
    /// <summary>The number, from the route.</summary>
    [JsonIgnore]
    public Guid NumberId { get; init; }
}

internal sealed class VoidDocumentNumberValidator : AbstractValidator<VoidDocumentNumberCommand>
{
    public VoidDocumentNumberValidator() => RuleFor(c => c.Reason).NotEmpty().MaximumLength(400);
}

internal sealed class VoidDocumentNumberHandler(AppDbContext db, CaseLoader file, CurrentUser user, TimeProvider clock)
    : IRequestHandler<VoidDocumentNumberCommand, LedgerNumber>
{
    public async Task<LedgerNumber> Handle(VoidDocumentNumberCommand request, CancellationToken cancellationToken)
    {
        var number =
            await db.DocumentNumbers.FirstOrDefaultAsync(n => n.Id == request.NumberId, cancellationToken)
            ?? throw DocumentNumber.NotFound.With($"文号 {request.NumberId}");
        user.EnsureActsFor(number.OrganId);
        ClaimedTime.Ensure(request.DoneAt, clock.GetUtcNow(), "/doneAt");
        if (number.Word != DocumentWord.OnTheSpotDecision || number.CaseId is not { } caseId)
            throw DocumentNumber.StillInForce.With($"文号 {number.Text}");
        var @case = await file.ReadAsync(caseId, cancellationToken);
        file.EnsureAllowed(request, @case);
        @case.VoidNumber(number, TextRules.Paragraphs(request.Reason), user.PersonId, request.DoneAt);
        return LedgerNumber.Of(number);
    }
}
