using EnforcementCases.Api.Catalogue;
using EnforcementCases.Platform.Jobs;
using EnforcementCases.Platform.Pipeline;
using MediatR;

namespace EnforcementCases.Api.Cases.Deadlines;

/// <summary>Runs after the commit and after the new calendar is read: recomputes all running deadlines before the answer is sent. The nightly run
/// finishes what was interrupted.</summary>
internal sealed class DeadlineRecountBehavior<TRequest, TResponse>(JobRunner jobs) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : ICommand<TResponse>
    where TResponse : IMayMoveDeadlines
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        var response = await next();
        if (response.MovesDeadlines)
            await jobs.RunNowAsync(CaseJobs.Deadlines, CancellationToken.None); // the change is committed, so the recount continues even if the client disconnects
        return response;
    }
}
