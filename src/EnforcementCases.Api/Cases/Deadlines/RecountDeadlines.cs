using EnforcementCases.Api.Catalogue;
using EnforcementCases.Platform.Jobs;
using EnforcementCases.Platform.Pipeline;
using MediatR;

namespace EnforcementCases.Api.Cases.Deadlines;

/// <summary>Stands outside the unit of work and outside the reading of the new calendar: counts all running deadlines again before the answer goes out. What is broken off is done by the nightly run.</summary>
internal sealed class DeadlineRecountBehavior<TRequest, TResponse>(JobRunner jobs) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : ICommand<TResponse>
    where TResponse : IMayMoveDeadlines
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        var response = await next();
        if (response.MovesDeadlines)
            await jobs.RunNowAsync(CaseJobs.Deadlines, CancellationToken.None); // the change is committed: a client that has gone leaves no deadline behind
        return response;
    }
}
