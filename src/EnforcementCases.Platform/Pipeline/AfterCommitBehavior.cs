using MediatR;

namespace EnforcementCases.Platform.Pipeline;

/// <summary>Outside the unit of work and outside the reading of changed snapshots: runs what follows a committed event before the answer goes out.</summary>
internal sealed class AfterCommitBehavior<TRequest, TResponse>(FollowUps followUps) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : ICommand<TResponse>
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        var response = await next();
        await followUps.AfterCommitAsync();
        return response;
    }
}
