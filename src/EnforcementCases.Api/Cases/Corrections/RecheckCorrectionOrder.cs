using System.Text.Json.Serialization;
using EnforcementCases.Api.Personnel;
using EnforcementCases.Domain.Cases.Correction;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Text;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Pipeline;
using EnforcementCases.Platform.Recording;
using FluentValidation;
using MediatR;

namespace EnforcementCases.Api.Cases.Corrections;

/// <summary>Enters a re-check of an order to correct (复查). Only a re-check after the last day of the order allows a penalty.</summary>
/// <param name="Result">What was found.</param>
/// <param name="Note">What was seen, at most 1,000 characters.</param>
/// <param name="OfficerIds">The officers who made the re-check, at least two, certified on its day.</param>
/// <param name="DoneAt">When the re-check was made; not before the order or an earlier re-check.</param>
public sealed record RecheckCorrectionOrderCommand(RecheckResult Result, string Note, IReadOnlyList<Guid> OfficerIds, DateTimeOffset DoneAt)
    : ICommand<CorrectionOrderView>,
        IChangesVersion
{
    /// <summary>The order, from the route.</summary>
    [JsonIgnore]
    public Guid OrderId { get; init; }
}

internal sealed class RecheckCorrectionOrderValidator : AbstractValidator<RecheckCorrectionOrderCommand>
{
    public RecheckCorrectionOrderValidator()
    {
        RuleFor(c => c.Note).NotEmpty().MaximumLength(1000);
        RuleFor(c => c.OfficerIds).NotEmpty().Must(o => o.Count <= 10);
    }
}

internal sealed class RecheckCorrectionOrderHandler(
    CorrectionOrders orders,
    OfficerDirectory officers,
    OrganDirectory organs,
    CurrentUser user,
    RequestContext context,
    TimeProvider clock
) : IRequestHandler<RecheckCorrectionOrderCommand, CorrectionOrderView>
{
    public async Task<CorrectionOrderView> Handle(RecheckCorrectionOrderCommand request, CancellationToken cancellationToken)
    {
        var order = await orders.ReadAsync(request.OrderId, cancellationToken);
        user.EnsureActsFor(order.OrganId);
        context.EnsureSeen(order.Id, order.Version);
        ClaimedTime.Ensure(request.DoneAt, clock.GetUtcNow(), "/doneAt");
        var organ = await organs.OrganAsync(order.OrganId, cancellationToken);
        var day = LegalDate.Of(request.DoneAt);
        order.Recheck(
            request.Result,
            TextRules.Paragraphs(request.Note),
            [.. request.OfficerIds.Select(id => officers.Current.AtScene(id, organ.Path, day))],
            request.DoneAt
        );
        return CorrectionOrderView.Of(order);
    }
}
