using EnforcementCases.Domain;
using EnforcementCases.Domain.Inspections;
using EnforcementCases.Platform.Pipeline;
using EnforcementCases.Platform.Web;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Inspections;

/// <summary>Lists patrol sheets, newest entry first.</summary>
/// <param name="From">Only patrols from this day on; all if omitted.</param>
/// <param name="To">Only patrols up to this day, inclusive; all if omitted.</param>
/// <param name="CampaignId">Only patrols of this campaign; all if omitted.</param>
/// <param name="Cursor">Value of <c>next</c> of the page before; the first page if omitted.</param>
/// <param name="Limit">1 to 200; default 50.</param>
public sealed record ListPatrolsQuery(
    DateOnly? From = null,
    DateOnly? To = null,
    Guid? CampaignId = null,
    string? Cursor = null,
    int? Limit = null
) : IRequest<Page<PatrolView>>;

/// <summary>Reads a patrol sheet with its reminders.</summary>
/// <param name="Id">The sheet.</param>
public sealed record ReadPatrolQuery(Guid Id) : IRequest<PatrolView>;

/// <summary>Lists reminders, newest entry first.</summary>
/// <param name="Open">True lists only those that have not ended, false only those that have; all if omitted.</param>
/// <param name="Cursor">Value of <c>next</c> of the page before; the first page if omitted.</param>
/// <param name="Limit">1 to 200; default 50.</param>
public sealed record ListRemindersQuery(bool? Open = null, string? Cursor = null, int? Limit = null) : IRequest<Page<ReminderView>>;

/// <summary>A patrol sheet.</summary>
/// <param name="Id">The sheet.</param>
/// <param name="Version">Its version.</param>
/// <param name="OrganId">The street or town.</param>
/// <param name="PatrolledOn">Legal date of its beginning; figures count by it.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="EndedAt">When it ended.</param>
/// <param name="Members">Persons on patrol.</param>
/// <param name="Vehicles">Vehicles.</param>
/// <param name="Places">Places.</param>
/// <param name="PersonTimes">人次: number of persons.</param>
/// <param name="VehicleTimes">车次: number of vehicles.</param>
/// <param name="PlaceTimes">处次: number of places.</param>
/// <param name="StallsCleared">Stalls cleared at all places.</param>
/// <param name="ShopsCorrected">Shops corrected at all places.</param>
/// <param name="CampaignId">The campaign; null if none.</param>
/// <param name="VoidedBecause">Why it was voided; null if it counts.</param>
/// <param name="Reminders">Its reminders; empty in lists.</param>
public sealed record PatrolView(
    Guid Id,
    int Version,
    Guid OrganId,
    DateOnly PatrolledOn,
    DateTimeOffset StartedAt,
    DateTimeOffset EndedAt,
    IReadOnlyList<PatrolMember> Members,
    IReadOnlyList<string> Vehicles,
    IReadOnlyList<PatrolPlace> Places,
    int PersonTimes,
    int VehicleTimes,
    int PlaceTimes,
    int StallsCleared,
    int ShopsCorrected,
    Guid? CampaignId,
    string? VoidedBecause,
    IReadOnlyList<ReminderView> Reminders
) : IVersioned
{
    internal static PatrolView Of(PatrolSheet p, IEnumerable<Reminder> reminders) =>
        new(
            p.Id,
            p.Version,
            p.OrganId,
            p.PatrolledOn,
            p.StartedAt,
            p.EndedAt,
            p.Members,
            p.Vehicles,
            p.Places,
            p.PersonTimes,
            p.VehicleTimes,
            p.PlaceTimes,
            p.StallsCleared,
            p.ShopsCorrected,
            p.CampaignId,
            p.VoidedBecause,
            [.. reminders.OrderBy(r => r.Seq).Select(ReminderView.Of)]
        );
}

/// <summary>A reminder.</summary>
/// <param name="Id">The reminder.</param>
/// <param name="Version">Its version.</param>
/// <param name="PatrolId">The patrol on which it was handed out.</param>
/// <param name="Number">Its number.</param>
/// <param name="PartyName">Name of the party.</param>
/// <param name="Content">Of what the party was reminded.</param>
/// <param name="HandedOn">Day on which it was handed out.</param>
/// <param name="CorrectBy">Last day for correcting, inclusive.</param>
/// <param name="End">How it ended; null if it has not.</param>
/// <param name="EndName">Name of its end, in the requested language; null if it has not ended.</param>
/// <param name="EndedOn">Day of its end; null if it has not ended.</param>
/// <param name="EndNote">What was seen then.</param>
/// <param name="CaseId">The case that it led to; null if none.</param>
public sealed record ReminderView(
    Guid Id,
    int Version,
    Guid PatrolId,
    string Number,
    string PartyName,
    string Content,
    DateOnly HandedOn,
    DateOnly CorrectBy,
    ReminderEnd? End,
    [property: Bilingual] string? EndName,
    DateOnly? EndedOn,
    string? EndNote,
    Guid? CaseId
) : IVersioned
{
    internal static ReminderView Of(Reminder r) =>
        new(
            r.Id,
            r.Version,
            r.PatrolId,
            r.Number,
            r.PartyName,
            r.Content,
            r.HandedOn,
            r.CorrectBy,
            r.End,
            r.End?.Term(),
            r.EndedOn,
            r.EndNote,
            r.CaseId
        );
}

internal sealed class PatrolViewHandler(InspectionDesk desk)
    : IRequestHandler<ListPatrolsQuery, Page<PatrolView>>,
        IRequestHandler<ReadPatrolQuery, PatrolView>,
        IRequestHandler<ListRemindersQuery, Page<ReminderView>>
{
    public Task<Page<PatrolView>> Handle(ListPatrolsQuery request, CancellationToken cancellationToken)
    {
        var rows = desk.Readable<PatrolSheet>();
        if (request.From is { } from)
            rows = rows.Where(p => p.PatrolledOn >= from);
        if (request.To is { } to)
            rows = rows.Where(p => p.PatrolledOn <= to);
        if (request.CampaignId is { } campaign)
            rows = rows.Where(p => p.CampaignId == campaign);
        return InspectionDesk.PageAsync(rows, request.Cursor, request.Limit, p => PatrolView.Of(p, []), cancellationToken);
    }

    public async Task<PatrolView> Handle(ReadPatrolQuery request, CancellationToken cancellationToken)
    {
        var patrol = await desk.ReadAsync<PatrolSheet>(request.Id, cancellationToken);
        return PatrolView.Of(patrol, await desk.Readable<Reminder>().Where(r => r.PatrolId == patrol.Id).ToListAsync(cancellationToken));
    }

    public Task<Page<ReminderView>> Handle(ListRemindersQuery request, CancellationToken cancellationToken)
    {
        var rows = desk.Readable<Reminder>();
        if (request.Open is { } open)
            rows = rows.Where(r => r.EndedOn == null == open);
        return InspectionDesk.PageAsync(rows, request.Cursor, request.Limit, ReminderView.Of, cancellationToken);
    }
}
