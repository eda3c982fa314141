using System.Text.Json.Serialization;
using EnforcementCases.Api.Cases;
using EnforcementCases.Api.Cases.Acts;
using EnforcementCases.Api.Catalogue;
using EnforcementCases.Api.Fines.Cash;
using EnforcementCases.Domain;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Fines;
using EnforcementCases.Domain.Fines.Cash;
using EnforcementCases.Domain.Text;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Recording;
using FluentValidation;
using MediatR;

namespace EnforcementCases.Api.Fines;

/// <summary>Collects a fine in cash on the spot (当场收缴). 行政处罚法 第六十八条至第七十条. A payment by phone into the treasury is not a collection on the spot.</summary>
/// <param name="AmountFen">Cash collected, in fen; at most what is still to be paid.</param>
/// <param name="Ground">The ground; required (APL-67-1).</param>
/// <param name="Reason">Why later collection would be difficult; required for the ground <c>HardToCollectLater</c> (APL-68-2).</param>
/// <param name="PartyAsked">The party asked to pay on the spot; must be true for the ground <c>RemoteArea</c> (APL-69).</param>
/// <param name="RemoteArea">The place is remote, on water or hard to reach; must be true for the ground <c>RemoteArea</c> (APL-69).</param>
/// <param name="ReceiptNumber">Number of the treasury receipt given to the party (APL-70); required. The collecting officer must hold it, and it can be used
/// only once.</param>
/// <param name="DoneAt">When the cash was collected; not before the decision.</param>
/// <param name="LandedAt">If collected on water, when the officers landed: the two working days to hand the cash in run from then (APL-71). Null
/// otherwise.</param>
public sealed record CollectOnTheSpotCommand(
    long AmountFen,
    CollectionGround? Ground,
    string? Reason,
    string? ReceiptNumber,
    DateTimeOffset DoneAt,
    bool PartyAsked = false,
    bool RemoteArea = false,
    DateTimeOffset? LandedAt = null
) : ICaseAct
{
    /// <inheritdoc />
    [JsonIgnore]
    public Guid CaseId { get; init; }
}

internal sealed class CollectOnTheSpotValidator : AbstractValidator<CollectOnTheSpotCommand>
{
    public CollectOnTheSpotValidator()
    {
        RuleFor(c => c.AmountFen).GreaterThan(0);
        RuleFor(c => c.Reason).MaximumLength(500);
        RuleFor(c => c.ReceiptNumber).MaximumLength(Payment.ReceiptNumberMaxLength);
    }
}

internal sealed class CollectOnTheSpotHandler(CaseLoader file, OnTheSpotCash cash) : IRequestHandler<CollectOnTheSpotCommand, CaseAfterAct>
{
    public async Task<CaseAfterAct> Handle(CollectOnTheSpotCommand request, CancellationToken cancellationToken)
    {
        var @case = await file.OpenAsync(request, cancellationToken);
        await cash.CollectAsync(
            @case,
            new(
                request.Ground,
                request.Reason is { } reason ? TextRules.Paragraphs(reason) : null,
                request.PartyAsked,
                request.RemoteArea,
                ReceiptNumber.Normalise(request.ReceiptNumber)
            ),
            Money.OfFen(request.AmountFen),
            request.DoneAt,
            request.LandedAt,
            "/landedAt",
            cancellationToken
        );
        return file.After(@case, request);
    }
}

/// <summary>Collects cash in a case: by an act of its own, or with the decision.</summary>
internal sealed class OnTheSpotCash(CashDesk desk, CurrentUser user, CatalogueDirectory catalogue, TimeProvider clock) : ICashAtDecision
{
    public async Task HoldAsync(Guid organId, CancellationToken ct) => await desk.HoldAsync(organId, ct);

    public Task CollectAsync(
        EnforcementCase @case,
        CollectionOnRecord collection,
        DateTimeOffset collectedAt,
        DateTimeOffset? landedAt,
        CancellationToken ct
    ) => CollectAsync(@case, collection, @case.Penalty.Fine, collectedAt, landedAt, "/collection/landedAt", ct);

    /// <param name="landedPointer">The member of the request that gives the landing.</param>
    public async Task CollectAsync(
        EnforcementCase @case,
        CollectionOnRecord collection,
        Money amount,
        DateTimeOffset collectedAt,
        DateTimeOffset? landedAt,
        string landedPointer,
        CancellationToken ct
    )
    {
        var now = clock.GetUtcNow();
        if (landedAt is { } landed)
            ClaimedTime.Ensure(landed, now, landedPointer);
        @case.CollectOnTheSpot(
            Guid.CreateVersion7(now),
            Guid.CreateVersion7(now),
            collection,
            amount,
            collectedAt,
            landedAt,
            catalogue.Current.Calendar
        );
        var receipt = collection.ReceiptNumber!;
        await desk.UseReceiptAsync(@case.OrganId, receipt, user.PersonId, collectedAt, ct);
        await desk.EnterAsync(@case.OrganId, CashEntryKind.Collected, amount, collectedAt, ct, @case.Id, receipt, personId: user.PersonId);
    }
}
