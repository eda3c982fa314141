using System.Text.Json.Serialization;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Parties;
using EnforcementCases.Domain.Text;
using FluentValidation;
using MediatR;

namespace EnforcementCases.Api.Cases.Acts;

/// <summary>Corrects a clerical error in what was entered (补正). Amounts, kinds of penalty and parties cannot be corrected: those need a revocation and a new decision.</summary>
/// <param name="Field">What is corrected.</param>
/// <param name="Corrected">The correct text.</param>
/// <param name="Reason">Why it is corrected, at most 1,000 characters.</param>
/// <param name="DoneAt">When it was corrected; not before the decision.</param>
public sealed record CorrectErrorCommand(CorrectableField Field, string Corrected, string Reason, DateTimeOffset DoneAt) : ICaseAct
{
    /// <inheritdoc />
    [JsonIgnore]
    public Guid CaseId { get; init; }
}

internal sealed class CorrectErrorValidator : AbstractValidator<CorrectErrorCommand>
{
    public CorrectErrorValidator()
    {
        RuleFor(c => c.Corrected).NotEmpty();
        RuleFor(c => c.Corrected).MaximumLength(4000).When(c => c.Field == CorrectableField.Facts);
        RuleFor(c => c.Corrected).MaximumLength(Party.NameMaxLength).When(c => c.Field != CorrectableField.Facts);
        RuleFor(c => c.Reason).NotEmpty().MaximumLength(1000);
    }
}

internal sealed class CorrectErrorHandler(CaseLoader file) : IRequestHandler<CorrectErrorCommand, CaseAfterAct>
{
    public async Task<CaseAfterAct> Handle(CorrectErrorCommand request, CancellationToken cancellationToken)
    {
        var @case = await file.OpenAsync(request, cancellationToken);
        var corrected = request.Field switch
        {
            CorrectableField.PartyName when @case.Party.Kind == PartyKind.Citizen => TextRules.PersonName(request.Corrected),
            CorrectableField.Representative => TextRules.PersonName(request.Corrected),
            CorrectableField.PartyName or CorrectableField.PlaceText => TextRules.Line(request.Corrected),
            CorrectableField.Facts => TextRules.Paragraphs(request.Corrected),
        };
        @case.CorrectError(request.Field, corrected, TextRules.Paragraphs(request.Reason), request.DoneAt);
        return file.After(@case, request);
    }
}
