using System.Text.Json.Serialization;
using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Text;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Pipeline;
using FluentValidation;
using MediatR;

namespace EnforcementCases.Api.Catalogue.Changes;

/// <summary>Withdraws a catalogue change that the caller entered (撤回目录变更), with the reason.</summary>
/// <param name="Reason">Why it is withdrawn.</param>
public sealed record WithdrawCatalogueChangeCommand(string Reason) : ICommand<CatalogueChangeDetail>, IChangesVersion
{
    /// <summary>The change, from the route.</summary>
    [JsonIgnore]
    public Guid Id { get; init; }
}

internal sealed class WithdrawCatalogueChangeValidator : AbstractValidator<WithdrawCatalogueChangeCommand>
{
    public WithdrawCatalogueChangeValidator() =>
        RuleFor(c => c.Reason).NotEmpty().MaximumLength(CatalogueChange.ReasonMaxLength).WithMessage("请写明撤回理由");
}

internal sealed class WithdrawCatalogueChangeHandler(CurrentUser user, CatalogueDesk desk, RequestContext context, TimeProvider clock)
    : IRequestHandler<WithdrawCatalogueChangeCommand, CatalogueChangeDetail>
{
    public async Task<CatalogueChangeDetail> Handle(WithdrawCatalogueChangeCommand request, CancellationToken cancellationToken)
    {
        var change = await desk.FindAsync(request.Id, cancellationToken);
        context.EnsureSeen(change.Id, change.Version);
        change.Withdraw(TextRules.Paragraphs(request.Reason), user.PersonId, clock.GetUtcNow());
        return CatalogueChangeDetail.Of(change);
    }
}
