using EnforcementCases.Domain;
using EnforcementCases.Domain.Inspections;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Pipeline;
using EnforcementCases.Platform.Web;
using MediatR;

namespace EnforcementCases.Api.Inspections;

/// <summary>Lists checks, newest entry first.</summary>
/// <param name="State">Only checks in this state; all if omitted.</param>
/// <param name="ObjectId">Only checks of this object; all if omitted.</param>
/// <param name="DrawId">Only checks of this draw; all if omitted.</param>
/// <param name="Year">Only checks planned for this year; all if omitted.</param>
/// <param name="Cursor">Value of <c>next</c> of the page before; the first page if omitted.</param>
/// <param name="Limit">1 to 200; default 50.</param>
public sealed record ListChecksQuery(
    CheckState? State = null,
    Guid? ObjectId = null,
    Guid? DrawId = null,
    int? Year = null,
    string? Cursor = null,
    int? Limit = null
) : IRequest<Page<CheckView>>;

/// <summary>Reads a check.</summary>
/// <param name="Id">The check.</param>
public sealed record ReadCheckQuery(Guid Id) : IRequest<CheckView>;

/// <summary>A check of a named object.</summary>
/// <param name="Id">The check.</param>
/// <param name="Version">Its version.</param>
/// <param name="OrganId">The street or town.</param>
/// <param name="ObjectId">The object.</param>
/// <param name="ObjectName">Its name at that time.</param>
/// <param name="Category">Its category at that time.</param>
/// <param name="Type">Type of check.</param>
/// <param name="TypeName">Name of the type, in the requested language.</param>
/// <param name="State">State.</param>
/// <param name="StateName">Name of the state, in the requested language.</param>
/// <param name="PlannedOn">The day for which it is planned.</param>
/// <param name="Matters">What is checked.</param>
/// <param name="Officers">The officers.</param>
/// <param name="Code">Code that is read before entering; null until the check is approved, and for readers who are not officers of the check.</param>
/// <param name="CampaignId">The campaign; null if none.</param>
/// <param name="DrawId">The draw that chose object and officers; null if none.</param>
/// <param name="Exemption">Ground beyond the yearly cap; null if none.</param>
/// <param name="ExemptionFacts">The clue behind that ground; null if none.</param>
/// <param name="AppliedAt">When it was applied for.</param>
/// <param name="DecidedAt">When it was approved or refused; null before.</param>
/// <param name="RefusedBecause">Why it was refused or withdrawn; null if it was not.</param>
/// <param name="CheckedOn">Day of the check; null before.</param>
/// <param name="EnteredAt">When the officers entered; null before.</param>
/// <param name="Scanned">Whether the code was read.</param>
/// <param name="NotScannedBecause">Why the code was not read; null if it was or no reason is recorded.</param>
/// <param name="NotifiedAt">When the object was notified beforehand; null if it was not.</param>
/// <param name="UnannouncedBecause">Why it was not notified; null if it was or no reason is recorded.</param>
/// <param name="CertificatesShownAt">When the certificates were shown; null if not recorded.</param>
/// <param name="RecordedAt">When the record was finished last; null before.</param>
/// <param name="Result">The result; null if not recorded.</param>
/// <param name="ResultName">Name of the result, in the requested language; null if not recorded.</param>
/// <param name="Findings">What was found; null if not recorded.</param>
/// <param name="Signed">Whether a person of the object signed.</param>
/// <param name="RefusalNote">Why there is no signature; null if signed or not recorded.</param>
/// <param name="IsComplete">Whether nothing is missing in the record; only then may it count as a check.</param>
/// <param name="Missing">What is missing in the record, in the requested language; empty before the officers enter.</param>
/// <param name="FollowedByCaseId">The case that followed; null if none.</param>
/// <param name="FollowedByOrderId">The order to correct that followed; null if none.</param>
/// <param name="PublishBy">Last day for publishing the result; null before the record.</param>
/// <param name="PublishedOn">Legal date of the publication; null before.</param>
/// <param name="IsLate">Whether the result was published after its last day, or still waits after it.</param>
public sealed record CheckView(
    Guid Id,
    int Version,
    Guid OrganId,
    Guid ObjectId,
    string ObjectName,
    string Category,
    CheckPlanType Type,
    [property: Bilingual] string TypeName,
    CheckState State,
    [property: Bilingual] string StateName,
    DateOnly PlannedOn,
    string Matters,
    IReadOnlyList<CheckOfficer> Officers,
    string? Code,
    Guid? CampaignId,
    Guid? DrawId,
    CapExemption? Exemption,
    string? ExemptionFacts,
    DateTimeOffset AppliedAt,
    DateTimeOffset? DecidedAt,
    string? RefusedBecause,
    DateOnly? CheckedOn,
    DateTimeOffset? EnteredAt,
    bool Scanned,
    string? NotScannedBecause,
    DateTimeOffset? NotifiedAt,
    string? UnannouncedBecause,
    DateTimeOffset? CertificatesShownAt,
    DateTimeOffset? RecordedAt,
    CheckResult? Result,
    [property: Bilingual] string? ResultName,
    string? Findings,
    bool Signed,
    string? RefusalNote,
    bool IsComplete,
    [property: Bilingual] IReadOnlyList<string> Missing,
    Guid? FollowedByCaseId,
    Guid? FollowedByOrderId,
    DateOnly? PublishBy,
    DateOnly? PublishedOn,
    bool IsLate
) : IVersioned
{
    internal static CheckView Of(CheckTask c, CurrentUser user, DateOnly today) =>
        new(
            c.Id,
            c.Version,
            c.OrganId,
            c.ObjectId,
            c.ObjectName,
            c.Category,
            c.Type,
            c.Type.Term(),
            c.State,
            c.State.Term(),
            c.PlannedOn,
            c.Matters,
            c.Officers,
            CheckTask.TowardsCap.Contains(c.State) && c.Officers.Any(o => o.PersonId == user.PersonId) ? c.Code : null,
            c.CampaignId,
            c.DrawId,
            c.Exemption,
            c.ExemptionFacts,
            c.AppliedAt,
            c.DecidedAt,
            c.RefusedBecause,
            c.CheckedOn,
            c.EnteredAt,
            c.Scanned,
            c.NotScannedBecause,
            c.NotifiedAt,
            c.UnannouncedBecause,
            c.CertificatesShownAt,
            c.RecordedAt,
            c.Result,
            c.Result?.Term(),
            c.Findings,
            c.Signed,
            c.RefusalNote,
            c.IsComplete,
            c.EnteredAt is null ? [] : [.. c.Missing().Select(m => m.Term())],
            c.FollowedByCaseId,
            c.FollowedByOrderId,
            c.PublishBy,
            c.PublishedOn,
            c.IsLate(today)
        );
}

internal sealed class CheckViewHandler(InspectionDesk desk, CurrentUser user)
    : IRequestHandler<ListChecksQuery, Page<CheckView>>,
        IRequestHandler<ReadCheckQuery, CheckView>
{
    public Task<Page<CheckView>> Handle(ListChecksQuery request, CancellationToken cancellationToken)
    {
        var rows = desk.Readable<CheckTask>();
        if (request.State is { } state)
            rows = rows.Where(c => c.State == state);
        if (request.ObjectId is { } @object)
            rows = rows.Where(c => c.ObjectId == @object);
        if (request.DrawId is { } draw)
            rows = rows.Where(c => c.DrawId == draw);
        if (request.Year is { } year)
            rows = rows.Where(c => c.PlannedYear == year);
        return InspectionDesk.PageAsync(rows, request.Cursor, request.Limit, c => CheckView.Of(c, user, desk.Today), cancellationToken);
    }

    public async Task<CheckView> Handle(ReadCheckQuery request, CancellationToken cancellationToken) =>
        CheckView.Of(await desk.ReadAsync<CheckTask>(request.Id, cancellationToken), user, desk.Today);
}
