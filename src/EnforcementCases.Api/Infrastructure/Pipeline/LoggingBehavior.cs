using EnforcementCases.Domain;
using MediatR;

namespace EnforcementCases.Api.Infrastructure.Pipeline;

/// <summary>One line per request: operation, outcome, time. Never the request itself: it holds names and statements.</summary>
internal sealed class LoggingBehavior<TRequest, TResponse>(ILogger<LoggingBehavior<TRequest, TResponse>> log, TimeProvider clock)
    : IPipelineBehavior<TRequest, TResponse>
    where TRequest : notnull
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        var started = clock.GetTimestamp();
        var outcome = "failed";
        try
        {
            var response = await next();
            outcome = "done";
            return response;
        }
        catch (DomainException refusal)
        {
            outcome = refusal.Error.Code;
            throw;
        }
        finally
        {
            log.LogInformation(
                "{Operation} {Outcome} in {Milliseconds:0.0} ms",
                typeof(TRequest).Name,
                outcome,
                clock.GetElapsedTime(started).TotalMilliseconds
            );
        }
    }
}
