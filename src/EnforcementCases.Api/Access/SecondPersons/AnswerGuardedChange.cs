using EnforcementCases.Platform.Pipeline;
using EnforcementCases.Platform.Snapshots;
using MediatR;

namespace EnforcementCases.Api.Access.SecondPersons;

/// <summary>Confirms a change that somebody else asked for (确认变更): another administrator of the organisation or above, or the person whose account it is; the head of the organ
/// for the organ's own particulars.</summary>
public sealed record ConfirmGuardedChangeCommand(Guid ChangeId) : ICommand<GuardedChangeView>, IChangesSnapshot;

internal sealed class ConfirmGuardedChangeHandler(GuardedChanges changes) : IRequestHandler<ConfirmGuardedChangeCommand, GuardedChangeView>
{
    public async Task<GuardedChangeView> Handle(ConfirmGuardedChangeCommand request, CancellationToken cancellationToken)
    {
        var (change, account) = await changes.ReadAsync(request.ChangeId, cancellationToken);
        await changes.ConfirmAsync(change, account, cancellationToken);
        return GuardedChangeView.Of(change);
    }
}

/// <summary>Refuses or withdraws a change that is not done yet (否决、撤回变更): an administrator, the head of the organ, or the person whose account it is.</summary>
public sealed record RefuseGuardedChangeCommand(Guid ChangeId) : ICommand<GuardedChangeView>;

internal sealed class RefuseGuardedChangeHandler(GuardedChanges changes) : IRequestHandler<RefuseGuardedChangeCommand, GuardedChangeView>
{
    public async Task<GuardedChangeView> Handle(RefuseGuardedChangeCommand request, CancellationToken cancellationToken)
    {
        var (change, account) = await changes.ReadAsync(request.ChangeId, cancellationToken);
        changes.Refuse(change, account);
        return GuardedChangeView.Of(change);
    }
}
