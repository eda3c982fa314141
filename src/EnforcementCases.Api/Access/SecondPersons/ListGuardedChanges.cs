using FluentValidation;
using MediatR;

namespace EnforcementCases.Api.Access.SecondPersons;

/// <summary>Lists changes that a second person confirms, newest first (待确认的变更列表): those of the caller's own accounts; for a head or an administrator, all of the organisation and
/// below.</summary>
/// <param name="OpenOnly">Only those that are not done and not refused; default true.</param>
/// <param name="Limit">1 to 200; default 100.</param>
public sealed record ListGuardedChangesQuery(bool OpenOnly = true, int Limit = 100) : IRequest<IReadOnlyList<GuardedChangeView>>;

internal sealed class ListGuardedChangesValidator : AbstractValidator<ListGuardedChangesQuery>
{
    public ListGuardedChangesValidator() => RuleFor(q => q.Limit).InclusiveBetween(1, 200).WithMessage("每页 1 至 200 条");
}

internal sealed class ListGuardedChangesHandler(GuardedChanges changes)
    : IRequestHandler<ListGuardedChangesQuery, IReadOnlyList<GuardedChangeView>>
{
    public async Task<IReadOnlyList<GuardedChangeView>> Handle(ListGuardedChangesQuery request, CancellationToken cancellationToken) =>
        (await changes.ListAsync(request.OpenOnly, request.Limit, cancellationToken)).ConvertAll(GuardedChangeView.Of);
}
