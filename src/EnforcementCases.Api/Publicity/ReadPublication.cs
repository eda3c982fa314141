using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Publicity;
using EnforcementCases.Platform.Pipeline;
using EnforcementCases.Site;
using MediatR;

namespace EnforcementCases.Api.Publicity;

/// <summary>Reads the publication of a decision with its masked copy: what is shown, or what would be shown if nothing were answered.</summary>
/// <param name="Id">The item.</param>
public sealed record ReadPublicationQuery(Guid Id) : IRequest<PublicationDetail>;

/// <summary>Makes the masked copy of a decision with the answers of the clerk, as confirming with the same answers would publish it; stores nothing.</summary>
/// <param name="Answers">How the clerk answers for what was found; default: nothing is answered.</param>
public sealed record PreviewPublicationQuery(MaskAnswers? Answers = null) : IRequest<PublicationDetail>
{
    /// <summary>The item, from the route.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public Guid Id { get; init; }
}

/// <summary>The publication of a decision.</summary>
/// <param name="Id">The item.</param>
/// <param name="Version">Its version, also in the <c>ETag</c>.</param>
/// <param name="Item">Its line in the list.</param>
/// <param name="Page">Path of its public page; it shows nothing before the publication.</param>
/// <param name="Copy">The masked copy: as shown once published, otherwise as it would be; null if the item is withheld by law or lapsed.</param>
/// <param name="CopySha256">SHA-256 of that copy; confirming states it.</param>
/// <param name="Findings">What was hidden, and what the clerk must answer for; empty once published.</param>
/// <param name="CreditClasses">Classes of which the clerk chooses one; a single one needs no choice. Empty if it imposes no penalty.</param>
/// <param name="CreditClass">The class once published.</param>
/// <param name="DisplayUntil">Last day of display once published; null if it has no end.</param>
/// <param name="WithholdingReason">Why it is withheld, for the file.</param>
/// <param name="WithdrawalGround">Why the page was taken down; null if it was not.</param>
/// <param name="WithdrawalReason">Reason shown to the public; null while the clerk has to state it.</param>
/// <param name="WithdrawBy">Last day for taking the page down and stating the reason; null otherwise.</param>
/// <param name="IsWithdrawalLate">Whether that was, or is, late.</param>
public sealed record PublicationDetail(
    Guid Id,
    int Version,
    PublicationLine Item,
    string Page,
    PublicCopy? Copy,
    string? CopySha256,
    IReadOnlyList<MaskFinding> Findings,
    IReadOnlyList<CreditClass> CreditClasses,
    CreditClass? CreditClass,
    DateOnly? DisplayUntil,
    string? WithholdingReason,
    TakedownGround? WithdrawalGround,
    string? WithdrawalReason,
    DateOnly? WithdrawBy,
    bool IsWithdrawalLate
) : IVersioned
{
    internal static PublicationDetail Of(PublicationItem item, DraftCopy? draft, IReadOnlyList<CreditClass> classes, DateOnly today) =>
        new(
            item.Id,
            item.Version,
            PublicationLine.Of(item, today),
            PublicPages.DecisionPath(item.Code),
            draft?.Copy ?? (item.Copy is { } stored ? PublicCopy.Read(stored) : null),
            draft?.Sha256 ?? item.CopySha256,
            draft?.Findings ?? [],
            classes,
            item.CreditClass,
            item.DisplayUntil,
            item.WithholdingReason,
            item.WithdrawalGround,
            item.WithdrawalReason,
            item.WithdrawBy,
            item.IsWithdrawalLate(today, item.WithdrawnAt is { } at ? LegalDate.Of(at) : null)
        );
}

internal sealed class ReadPublicationHandler(PublicityDesk desk, TimeProvider clock)
    : IRequestHandler<ReadPublicationQuery, PublicationDetail>,
        IRequestHandler<PreviewPublicationQuery, PublicationDetail>
{
    public Task<PublicationDetail> Handle(ReadPublicationQuery request, CancellationToken cancellationToken) =>
        ReadAsync(request.Id, answers: null, cancellationToken);

    public Task<PublicationDetail> Handle(PreviewPublicationQuery request, CancellationToken cancellationToken) =>
        ReadAsync(request.Id, request.Answers ?? new(), cancellationToken);

    /// <param name="answers">Null shows a published copy as it is published.</param>
    private async Task<PublicationDetail> ReadAsync(Guid id, MaskAnswers? answers, CancellationToken ct)
    {
        var item = await desk.ReadAsync(id, ct);
        var today = LegalDate.Of(clock.GetUtcNow());
        var drafts =
            item.State is PublicationState.WaitingForService or PublicationState.ToConfirm or PublicationState.ToWithhold
            || (item.State is PublicationState.Published && answers is not null);
        if (!drafts)
            return PublicationDetail.Of(item, draft: null, [], today);
        var decision = await desk.DecisionAsync(item, await desk.CaseAsync(item, ct), ct);
        return PublicationDetail.Of(item, decision.Draft((answers ?? new()).AsContext()), CreditDisplay.Possible(item, decision), today);
    }
}
