using EnforcementCases.Platform.Web;
using MediatR;

namespace EnforcementCases.Api.Access.SecondPersons;

/// <summary>Lists changes that a second person confirms, newest first (待确认的变更列表): those of the caller's account; for a head or an administrator, all of the organisation and
/// below.</summary>
/// <param name="OpenOnly">Only those that are not done and not refused; default true.</param>
/// <param name="Cursor">Value of <c>next</c> of the page before; the first page if omitted.</param>
/// <param name="Limit">1 to 200; default 50.</param>
public sealed record ListGuardedChangesQuery(bool OpenOnly = true, string? Cursor = null, int? Limit = null)
    : IRequest<Page<GuardedChangeView>>;

internal sealed class ListGuardedChangesHandler(GuardedChanges changes) : IRequestHandler<ListGuardedChangesQuery, Page<GuardedChangeView>>
{
    public async Task<Page<GuardedChangeView>> Handle(ListGuardedChangesQuery request, CancellationToken cancellationToken) =>
        (await changes.ListAsync(request.OpenOnly, request.Cursor, request.Limit, cancellationToken)).ConvertAll(GuardedChangeView.Of);
}
