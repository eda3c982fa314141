using System.Text.Json.Serialization;
using AutoMapper;
using AutoMapper.QueryableExtensions;
using EnforcementCases.Persistence;
using EnforcementCases.Persistence.Access;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Web;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Access.Administration;

/// <summary>Lists the security log of the caller's organisation and all below it, newest first (安全日志).</summary>
/// <param name="Kind">Only events of this kind; all if omitted.</param>
/// <param name="AccountId">Only events about this account or done with it; all if omitted.</param>
/// <param name="PersonId">Only events done by this person; all if omitted.</param>
/// <param name="AboutOperation">Only events of this operation (its <c>operationId</c>); all if omitted.</param>
/// <param name="From">Only events at or after this instant; if omitted, from the oldest.</param>
/// <param name="To">Only events before this instant (exclusive); if omitted, up to now.</param>
/// <param name="Cursor">Value of <c>next</c> of the page before; if omitted, from the newest.</param>
/// <param name="Limit">1 to 200; default 50.</param>
public sealed record ListSecurityEventsQuery(
    SecurityEventKind? Kind = null,
    Guid? AccountId = null,
    Guid? PersonId = null,
    string? AboutOperation = null,
    DateTimeOffset? From = null,
    DateTimeOffset? To = null,
    string? Cursor = null,
    int? Limit = null
) : IRequest<Page<SecurityLogLine>>;

/// <summary>A line of the security log.</summary>
/// <param name="Seq">Sequence number of the line.</param>
/// <param name="At">When it happened.</param>
/// <param name="Kind">What happened.</param>
/// <param name="ActorAccountId">Account that acted; null if nobody was signed in.</param>
/// <param name="ActorPersonId">The person who acted; null if nobody was signed in.</param>
/// <param name="AccountId">The account that the event is about; null if it is about none.</param>
/// <param name="OrganisationPath">Path of the organisation that the account belongs to; empty if unknown.</param>
/// <param name="Operation">The requested operation; null if the event belongs to none.</param>
/// <param name="Detail">Details, such as roles before and after, or why a sign-in was refused; null if none.</param>
/// <param name="TraceId">Trace id, by which the request is found in the server's log.</param>
/// <param name="RemoteHash">Keyed hash of the client's network address, equal for equal addresses; null if the address is unknown.</param>
public sealed record SecurityLogLine(
    [property: JsonConverter(typeof(SequenceText))] long Seq,
    DateTimeOffset At,
    SecurityEventKind Kind,
    Guid? ActorAccountId,
    Guid? ActorPersonId,
    Guid? AccountId,
    string OrganisationPath,
    string? Operation,
    string? Detail,
    string TraceId,
    string? RemoteHash
);

internal sealed class SecurityLogProfile : Profile
{
    public SecurityLogProfile()
    {
        ReplaceMemberName(nameof(SecurityEvent.OwnerPath), nameof(SecurityLogLine.OrganisationPath));
        CreateMap<SecurityEvent, SecurityLogLine>().ForAllMembers(m => m.Ignore());
    }
}

internal sealed class ListSecurityEventsHandler(AppDbContext db, CurrentUser user, AutoMapper.IConfigurationProvider projections)
    : IRequestHandler<ListSecurityEventsQuery, Page<SecurityLogLine>>
{
    public async Task<Page<SecurityLogLine>> Handle(ListSecurityEventsQuery request, CancellationToken cancellationToken)
    {
        var (from, to) = (user.Scope.From, user.Scope.To);
        var seesUnknown = user.OrganisationPath.Count(c => c == '/') == 2; // at the root: also the lines that name no account
        var limit = Cursor.LimitOf(request.Limit);
        var before = Cursor.Parse(request.Cursor)?.Seq;
        var lines = await Filter(db.SecurityEvents.AsNoTracking(), request)
            .Where(e =>
                (string.Compare(e.OwnerPath, from) >= 0 && string.Compare(e.OwnerPath, to) < 0) || (seesUnknown && e.OwnerPath == "")
            )
            .Where(e => before == null || e.Seq < before)
            .OrderByDescending(e => e.Seq)
            .Take(limit + 1)
            .ProjectTo<SecurityLogLine>(projections)
            .ToListAsync(cancellationToken);
        return lines.Count <= limit
            ? new(lines, null)
            : new(lines[..limit], new Cursor(lines[limit - 1].At.ToUnixTimeMilliseconds(), lines[limit - 1].Seq).ToString());
    }

    private static IQueryable<SecurityEvent> Filter(IQueryable<SecurityEvent> events, ListSecurityEventsQuery request)
    {
        if (request.Kind is { } kind)
            events = events.Where(e => e.Kind == kind);
        if (request.AccountId is { } account)
            events = events.Where(e => e.AccountId == account || e.ActorAccountId == account);
        if (request.PersonId is { } person)
            events = events.Where(e => e.ActorPersonId == person);
        if (request.AboutOperation is { } operation)
            events = events.Where(e => e.Operation == operation);
        if (request.From is { } from)
            events = events.Where(e => e.At >= from);
        if (request.To is { } to)
            events = events.Where(e => e.At < to);
        return events;
    }
}
