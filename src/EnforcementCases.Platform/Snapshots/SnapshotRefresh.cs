using EnforcementCases.Platform.Pipeline;
using MediatR;

namespace EnforcementCases.Platform.Snapshots;

/// <summary>A write that changes a snapshot: this replica reads anew before it answers, so that the next request of the same client sees the change.</summary>
internal interface IChangesSnapshot;

/// <summary>Runs outside the unit of work: what it reads is committed.</summary>
internal sealed class SnapshotRefreshBehavior<TRequest, TResponse>(IEnumerable<ISnapshotDirectory> directories)
    : IPipelineBehavior<TRequest, TResponse>
    where TRequest : ICommand<TResponse>, IChangesSnapshot
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        var response = await next();
        foreach (var directory in directories)
            await directory.RefreshAsync(CancellationToken.None); // the change is committed: a client that has gone does not leave the others waiting
        return response;
    }
}

internal static class SnapshotRegistration
{
    public static IServiceCollection AddSnapshot<TDirectory>(this IServiceCollection services)
        where TDirectory : class, ISnapshotDirectory, IHostedService =>
        services
            .AddSingleton<TDirectory>()
            .AddSingleton<ISnapshotDirectory>(provider => provider.GetRequiredService<TDirectory>())
            .AddHostedService(provider => provider.GetRequiredService<TDirectory>());
}
