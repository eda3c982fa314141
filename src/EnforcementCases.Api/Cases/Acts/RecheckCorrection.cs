using System.Text.Json.Serialization;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Cases.Correction;
using EnforcementCases.Domain.Text;
using FluentValidation;
using MediatR;

namespace EnforcementCases.Api.Cases.Acts;

/// <summary>Re-checks whether the violation was put right (复查改正情况). 行政处罚法 第二十八条第一款.</summary>
/// <param name="Result">What was found; only <c>Corrected</c> fulfils the duty.</param>
/// <param name="Note">What was seen, at most 1,000 characters.</param>
/// <param name="DoneAt">When the re-check was made; not before the decision.</param>
public sealed record RecheckCorrectionCommand(RecheckResult Result, string Note, DateTimeOffset DoneAt) : ICaseAct
{
    /// <inheritdoc />
    [JsonIgnore]
    public Guid CaseId { get; init; }
}

internal sealed class RecheckCorrectionValidator : AbstractValidator<RecheckCorrectionCommand>
{
    public RecheckCorrectionValidator() => RuleFor(c => c.Note).NotEmpty().MaximumLength(1000);
}

internal sealed class RecheckCorrectionHandler(CaseLoader file) : IRequestHandler<RecheckCorrectionCommand, CaseAfterAct>
{
    public async Task<CaseAfterAct> Handle(RecheckCorrectionCommand request, CancellationToken cancellationToken)
    {
        var @case = await file.OpenAsync(request, cancellationToken);
        @case.RecheckCorrection(request.Result, TextRules.Paragraphs(request.Note), request.DoneAt);
        return file.After(@case, request);
    }
}
