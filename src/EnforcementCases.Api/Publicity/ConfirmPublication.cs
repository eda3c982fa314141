using System.Text.Json.Serialization;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Publicity;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Pipeline;
using FluentValidation;
using MediatR;

namespace EnforcementCases.Api.Publicity;

/// <summary>Confirms and publishes a decision (确认公示): exactly the copy that the clerk saw, after its service on the party. Never by an officer of the case.</summary>
/// <param name="CopySha256">SHA-256 of the copy that was previewed with the same answers.</param>
/// <param name="Answers">How the clerk answers for what was found; default: nothing is answered.</param>
/// <param name="CreditClass">Class for the display; required for a fine of the ordinary procedure, otherwise as the penalty has it if omitted.</param>
/// <param name="AdultBecause">How it was found that a natural person is of age; required if the file does not show it, otherwise null. At most 1,000 characters.</param>
public sealed record ConfirmPublicationCommand(
    string CopySha256,
    MaskAnswers? Answers = null,
    CreditClass? CreditClass = null,
    string? AdultBecause = null
) : ICommand<PublicationDetail>, IChangesVersion
{
    /// <summary>The item, from the route.</summary>
    [JsonIgnore]
    public Guid Id { get; init; }
}

/// <summary>Corrects what is shown of a decision (更正公示), on an objection or because something was overlooked. The former copy stays in the record by its hash.</summary>
/// <param name="CopySha256">SHA-256 of the copy that was previewed with the same answers.</param>
/// <param name="Reason">Who objected or what was overlooked, for the file; at most 1,000 characters.</param>
/// <param name="Answers">How the clerk answers for what was found; default: nothing is answered.</param>
public sealed record CorrectPublicationCommand(string CopySha256, string Reason, MaskAnswers? Answers = null)
    : ICommand<PublicationDetail>,
        IChangesVersion
{
    /// <summary>The item, from the route.</summary>
    [JsonIgnore]
    public Guid Id { get; init; }
}

internal sealed class MaskAnswersValidator : AbstractValidator<MaskAnswers>
{
    private const int MostAnswers = 200;
    private const int MostTexts = 40;
    private const int LongestText = 200;

    public MaskAnswersValidator()
    {
        RuleFor(a => a.Also).Must(also => also is null || also.Count <= MostTexts).WithMessage("指明隐去的内容过多");
        RuleForEach(a => a.Also).NotEmpty().MaximumLength(LongestText);
        RuleFor(a => a.Hide).Must(keys => keys is null || keys.Count <= MostAnswers).WithMessage("所选的处理方式过多");
        RuleFor(a => a.Show).Must(keys => keys is null || keys.Count <= MostAnswers).WithMessage("所选的处理方式过多");
    }
}

internal sealed class ConfirmPublicationValidator : AbstractValidator<ConfirmPublicationCommand>
{
    public ConfirmPublicationValidator()
    {
        RuleFor(c => c.CopySha256).Length(64);
        RuleFor(c => c.AdultBecause).MaximumLength(PublicationItem.ReasonMaxLength);
        RuleFor(c => c.Answers!).SetValidator(new MaskAnswersValidator()).When(c => c.Answers is not null);
    }
}

internal sealed class CorrectPublicationValidator : AbstractValidator<CorrectPublicationCommand>
{
    public CorrectPublicationValidator()
    {
        RuleFor(c => c.CopySha256).Length(64);
        RuleFor(c => c.Reason).NotEmpty().MaximumLength(PublicationItem.ReasonMaxLength);
        RuleFor(c => c.Answers!).SetValidator(new MaskAnswersValidator()).When(c => c.Answers is not null);
    }
}

internal sealed class ConfirmPublicationHandler(PublicityDesk desk, CurrentUser user, TimeProvider clock)
    : IRequestHandler<ConfirmPublicationCommand, PublicationDetail>,
        IRequestHandler<CorrectPublicationCommand, PublicationDetail>
{
    public async Task<PublicationDetail> Handle(ConfirmPublicationCommand request, CancellationToken cancellationToken)
    {
        var (item, @case) = await desk.OpenAsync(request.Id, request, cancellationToken);
        var now = clock.GetUtcNow();
        PublicDecisions.EnsureAdult(@case.Party, request.AdultBecause);
        var decision = await desk.DecisionAsync(item, @case, cancellationToken);
        var @class = CreditDisplay.Of(item, decision, request.CreditClass);
        item.Publish(
            decision.Draft((request.Answers ?? new()).AsContext()),
            new(
                request.CopySha256,
                @class,
                @class is { } known ? CreditDisplay.OnOwnPage(known, item.DecidedOn).Most : null,
                request.AdultBecause,
                user.PersonId,
                now
            )
        );
        return PublicationDetail.Of(item, draft: null, [], LegalDate.Of(now));
    }

    public async Task<PublicationDetail> Handle(CorrectPublicationCommand request, CancellationToken cancellationToken)
    {
        var (item, @case) = await desk.OpenAsync(request.Id, request, cancellationToken);
        var now = clock.GetUtcNow();
        var decision = await desk.DecisionAsync(item, @case, cancellationToken);
        item.Correct(decision.Draft((request.Answers ?? new()).AsContext()), request.CopySha256, request.Reason, now);
        return PublicationDetail.Of(item, draft: null, [], LegalDate.Of(now));
    }
}
