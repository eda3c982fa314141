using System.Text.Json.Serialization;
using EnforcementCases.Api.Personnel;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Cases.Correction;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Personnel;
using EnforcementCases.Domain.Text;
using FluentValidation;
using MediatR;

namespace EnforcementCases.Api.Cases.Acts;

/// <summary>Re-checks whether the violation was put right (复查改正情况). 行政处罚法 第二十八条第一款.</summary>
/// <param name="Result">What was found; only <c>Corrected</c> fulfils the duty.</param>
/// <param name="Note">What was seen, at most 1,000 characters.</param>
/// <param name="DoneAt">When the re-check was made; not before the decision.</param>
/// <param name="OfficerIds">The officers who re-checked; two or more are required after the decision of an ordinary case was served. Otherwise optional.</param>
/// <param name="Order">The order that was re-checked, by the <c>reference</c> of its deadline, <c>order:1</c>; required if several are open, otherwise null.</param>
public sealed record RecheckCorrectionCommand(
    RecheckResult Result,
    string Note,
    DateTimeOffset DoneAt,
    IReadOnlyList<Guid>? OfficerIds = null,
    string? Order = null
) : ICaseAct
{
    /// <inheritdoc />
    [JsonIgnore]
    public Guid CaseId { get; init; }
}

internal sealed class RecheckCorrectionValidator : AbstractValidator<RecheckCorrectionCommand>
{
    public RecheckCorrectionValidator()
    {
        RuleFor(c => c.Note).NotEmpty().MaximumLength(1000);
        RuleFor(c => c.Order).MaximumLength(100);
        RuleFor(c => c.OfficerIds).Must(o => o is null or { Count: <= 10 }).WithMessage("执法人员过多");
    }
}

internal sealed class RecheckCorrectionHandler(CaseLoader file, OfficerDirectory officers)
    : IRequestHandler<RecheckCorrectionCommand, CaseAfterAct>
{
    public async Task<CaseAfterAct> Handle(RecheckCorrectionCommand request, CancellationToken cancellationToken)
    {
        var @case = await file.OpenAsync(request, cancellationToken);
        if (@case is { Procedure: CaseProcedure.Ordinary, Stage: CaseStage.Served })
            EnsureByTwo(@case, request);
        @case.RecheckCorrection(request.Result, TextRules.Paragraphs(request.Note), request.DoneAt, request.Order);
        return file.After(@case, request);
    }

    private void EnsureByTwo(EnforcementCase @case, RecheckCorrectionCommand request)
    {
        var day = LegalDate.Of(request.DoneAt);
        OfficersPresent.EnsureEnough(
            [.. (request.OfficerIds ?? []).Select(id => officers.Current.AtScene(id, @case.OrganisationPath, day).Acting)],
            day
        );
    }
}
