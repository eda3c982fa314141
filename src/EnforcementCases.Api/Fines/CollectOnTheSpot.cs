using System.Text.Json.Serialization;
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

/// <summary>Takes a fine in cash on the spot (当场收缴). 行政处罚法 第六十八条至第七十条. A phone payment into the treasury is not a collection on the spot.</summary>
/// <param name="AmountFen">Cash taken, in fen; at most what is outstanding.</param>
/// <param name="Ground">The ground; without one it is refused (APL-67-1).</param>
/// <param name="Reason">Why later collection would be hard; required for that ground (APL-68-2).</param>
/// <param name="PartyAsked">The party asked to pay on the spot; required for a remote area (APL-69).</param>
/// <param name="RemoteArea">The place lies in a remote area, on water or is hard to reach (APL-69).</param>
/// <param name="ReceiptNumber">Number of the special receipt of the finance department (APL-70), one that the collecting officer holds; usable once.</param>
/// <param name="DoneAt">When the cash was taken; not before the decision.</param>
/// <param name="LandedAt">On water: when the officers landed; the two working days run from there (APL-71).</param>
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

internal sealed class CollectOnTheSpotHandler(
    CaseLoader file,
    CashDesk desk,
    CurrentUser user,
    CatalogueDirectory catalogue,
    TimeProvider clock
) : IRequestHandler<CollectOnTheSpotCommand, CaseAfterAct>
{
    public async Task<CaseAfterAct> Handle(CollectOnTheSpotCommand request, CancellationToken cancellationToken)
    {
        var @case = await file.OpenAsync(request, cancellationToken);
        var now = clock.GetUtcNow();
        if (request.LandedAt is { } landed)
            ClaimedTime.Ensure(landed, now, "/landedAt");
        var receipt = ReceiptNumber.Normalise(request.ReceiptNumber);
        @case.CollectOnTheSpot(
            Guid.CreateVersion7(now),
            Guid.CreateVersion7(now),
            new(
                request.Ground,
                request.Reason is { } reason ? TextRules.Paragraphs(reason) : null,
                request.PartyAsked,
                request.RemoteArea,
                receipt
            ),
            Money.OfFen(request.AmountFen),
            request.DoneAt,
            request.LandedAt,
            catalogue.Current.Calendar
        );
        await desk.UseReceiptAsync(@case.OrganId, receipt!, user.PersonId, request.DoneAt, cancellationToken);
        await desk.EnterAsync(
            @case.OrganId,
            CashEntryKind.Collected,
            Money.OfFen(request.AmountFen),
            request.DoneAt,
            cancellationToken,
            @case.Id,
            receipt,
            personId: user.PersonId
        );
        return file.After(@case, request);
    }
}
