using System.Text.Json.Serialization;
using EnforcementCases.Api.Access;
using EnforcementCases.Api.Documents;
using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Cases.Correction;
using EnforcementCases.Domain.Cases.OnTheSpot;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Text;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Pipeline;
using EnforcementCases.Platform.Recording;
using FluentValidation;
using MediatR;

namespace EnforcementCases.Api.Cases.Corrections;

/// <summary>Withdraws an order to correct (撤回责令改正), by a leader who did not give it, with a numbered paper that is handed to the party. The number of the order stays;
/// no penalty can be based on it any more, and a penalty that is based on it must be revoked first.</summary>
/// <param name="Ground">Why it is withdrawn.</param>
/// <param name="Reason">Facts and reasons, at most 1,000 characters.</param>
/// <param name="DoneAt">When it was withdrawn; not before the order or its last re-check.</param>
/// <param name="HandedOverAt">When the paper was handed to the party; not before <paramref name="DoneAt"/>.</param>
/// <param name="Signature">How the party took it.</param>
public sealed record WithdrawCorrectionOrderCommand(
    WithdrawalGround Ground,
    string Reason,
    DateTimeOffset DoneAt,
    DateTimeOffset HandedOverAt,
    PartySignature Signature
) : ICommand<CorrectionOrderView>, IChangesVersion
{
    /// <summary>The order, from the route.</summary>
    [JsonIgnore]
    public Guid OrderId { get; init; }
}

internal sealed class WithdrawCorrectionOrderValidator : AbstractValidator<WithdrawCorrectionOrderCommand>
{
    public WithdrawCorrectionOrderValidator() => RuleFor(c => c.Reason).NotEmpty().MaximumLength(1000);
}

internal sealed class WithdrawCorrectionOrderHandler(
    CorrectionOrders orders,
    OfficeHistory offices,
    NumberLedger numbers,
    OrganDirectory organs,
    CurrentUser user,
    RequestContext context,
    TimeProvider clock
) : IRequestHandler<WithdrawCorrectionOrderCommand, CorrectionOrderView>
{
    private static readonly HashSet<Role> Leaders = [Role.Head, Role.DeputyHead];

    public async Task<CorrectionOrderView> Handle(WithdrawCorrectionOrderCommand request, CancellationToken cancellationToken)
    {
        var order = await orders.ReadAsync(request.OrderId, cancellationToken);
        user.EnsureActsFor(order.OrganId);
        context.EnsureSeen(order.Id, order.Version);
        var now = clock.GetUtcNow();
        ClaimedTime.Ensure(request.DoneAt, now, "/doneAt");
        ClaimedTime.Ensure(request.HandedOverAt, now, "/handedOverAt");
        var on = LegalDate.Of(request.DoneAt);
        await offices.EnsureHeldAsync(Leaders, on, cancellationToken);
        order.EnsureMayWithdraw(user.PersonId);
        var organ = await organs.OrganAsync(order.OrganId, cancellationToken);
        var number = await numbers.IssueAsync(organ, DocumentWord.Revocation, on.Year, order.Id, cancellationToken);
        order.Withdraw(
            new(
                request.Ground,
                TextRules.Paragraphs(request.Reason),
                number.Text,
                user.PersonId,
                request.DoneAt,
                request.HandedOverAt,
                request.Signature
            )
        );
        return CorrectionOrderView.Of(order);
    }
}
