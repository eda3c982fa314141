using System.Text.Json.Serialization;
using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Text;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Pipeline;
using FluentValidation;
using MediatR;

namespace EnforcementCases.Api.Catalogue.Changes;

/// <summary>Rejects a catalogue change that another person entered (退回目录变更), with the reason.</summary>
/// <param name="Reason">Why it is rejected.</param>
public sealed record RejectCatalogueChangeCommand(string Reason) : ICommand<CatalogueChangeDetail>, IChangesVersion
{
    /// <summary>The change, from the route.</summary>
    [JsonIgnore]
    public Guid Id { get; init; }
}

internal sealed class RejectCatalogueChangeValidator : AbstractValidator<RejectCatalogueChangeCommand>
{
    public RejectCatalogueChangeValidator() =>
        RuleFor(c => c.Reason).NotEmpty().MaximumLength(CatalogueChange.ReasonMaxLength).WithMessage("请写明退回理由");
}

internal sealed class RejectCatalogueChangeHandler(CurrentUser user, CatalogueDesk desk, RequestContext context, TimeProvider clock)
    : IRequestHandler<RejectCatalogueChangeCommand, CatalogueChangeDetail>
{
    public async Task<CatalogueChangeDetail> Handle(RejectCatalogueChangeCommand request, CancellationToken cancellationToken)
    {
        var change = await desk.FindAsync(request.Id, cancellationToken);
        context.EnsureSeen(change.Id, change.Version);
        change.Reject(TextRules.Paragraphs(request.Reason), user.PersonId, clock.GetUtcNow());
        return CatalogueChangeDetail.Of(change);
    }
}
