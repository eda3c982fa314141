using AutoMapper;
using AutoMapper.QueryableExtensions;
using EnforcementCases.Persistence;
using EnforcementCases.Persistence.Access;
using EnforcementCases.Platform.Access;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Access.Administration;

/// <summary>Lists the security log of the own organisation and below, newest first (安全日志).</summary>
/// <param name="Kind">Only of this kind.</param>
/// <param name="AccountId">Only about this account, or by it.</param>
/// <param name="PersonId">Only by this person.</param>
/// <param name="AboutOperation">Only of this operation.</param>
/// <param name="From">First instant, inclusive.</param>
/// <param name="To">Last instant, exclusive.</param>
/// <param name="Before">Only lines before this one; null is the newest.</param>
/// <param name="Limit">1 to 200.</param>
public sealed record ListSecurityEventsQuery(
    SecurityEventKind? Kind = null,
    Guid? AccountId = null,
    Guid? PersonId = null,
    string? AboutOperation = null,
    DateTimeOffset? From = null,
    DateTimeOffset? To = null,
    long? Before = null,
    int Limit = 100
) : IRequest<IReadOnlyList<SecurityLogLine>>;

/// <summary>A line of the security log.</summary>
/// <param name="Seq">Names the line.</param>
/// <param name="At">When.</param>
/// <param name="Kind">What happened.</param>
/// <param name="ActorAccountId">Who acted; null when nobody was signed in.</param>
/// <param name="ActorPersonId">The person who acted.</param>
/// <param name="AccountId">The account it is about.</param>
/// <param name="OrganisationPath">Where it belongs; empty when unknown.</param>
/// <param name="Operation">The operation that was asked for.</param>
/// <param name="Detail">What exactly, where there is more to say: roles before and after, why a sign-in was refused.</param>
/// <param name="TraceId">Finds the request in the log.</param>
/// <param name="RemoteHash">Equal for equal addresses.</param>
public sealed record SecurityLogLine(
    long Seq,
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

internal sealed class ListSecurityEventsValidator : AbstractValidator<ListSecurityEventsQuery>
{
    public ListSecurityEventsValidator() => RuleFor(q => q.Limit).InclusiveBetween(1, 200).WithMessage("每页 1 至 200 条");
}

internal sealed class SecurityLogProfile : Profile
{
    public SecurityLogProfile()
    {
        ReplaceMemberName(nameof(SecurityEvent.OwnerPath), nameof(SecurityLogLine.OrganisationPath));
        CreateMap<SecurityEvent, SecurityLogLine>().ForAllMembers(m => m.Ignore());
    }
}

internal sealed class ListSecurityEventsHandler(AppDbContext db, CurrentUser user, AutoMapper.IConfigurationProvider projections)
    : IRequestHandler<ListSecurityEventsQuery, IReadOnlyList<SecurityLogLine>>
{
    public async Task<IReadOnlyList<SecurityLogLine>> Handle(ListSecurityEventsQuery request, CancellationToken cancellationToken)
    {
        var (from, to) = (user.Scope.From, user.Scope.To);
        var seesUnknown = user.OrganisationPath.Count(c => c == '/') == 2; // at the root: also what nobody's account was named in
        return await Filter(db.SecurityEvents.AsNoTracking(), request)
            .Where(e =>
                (string.Compare(e.OwnerPath, from) >= 0 && string.Compare(e.OwnerPath, to) < 0) || (seesUnknown && e.OwnerPath == "")
            )
            .Where(e => request.Before == null || e.Seq < request.Before)
            .OrderByDescending(e => e.Seq)
            .Take(request.Limit)
            .ProjectTo<SecurityLogLine>(projections)
            .ToListAsync(cancellationToken);
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
