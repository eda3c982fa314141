using System.Text.Json.Serialization;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Text;
using FluentValidation;
using MediatR;

namespace EnforcementCases.Api.Cases.Acts;

/// <summary>Revokes the decision (撤销处罚决定), by a head who did not handle the case. What was paid is to be refunded.</summary>
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

internal sealed class RevokeDecisionHandler(CaseLoader file) : IRequestHandler<RevokeDecisionCommand, CaseAfterAct>
{
    public async Task<CaseAfterAct> Handle(RevokeDecisionCommand request, CancellationToken cancellationToken)
    {
        var @case = await file.OpenAsync(request, cancellationToken);
        @case.Revoke(TextRules.Paragraphs(request.Reason), request.DoneAt);
        return file.After(@case, request);
    }
}
