using EnforcementCases.Domain;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Telemetry;
using MediatR;

namespace EnforcementCases.Platform.Pipeline;

/// <summary>One line and one span per request: operation, outcome, time. Never the request itself: it holds names and statements.</summary>
internal sealed class LoggingBehavior<TRequest, TResponse>(
    ILogger<LoggingBehavior<TRequest, TResponse>> log,
    RequestContext context,
    Measures measures,
    TimeProvider clock
) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : notnull
{
    private static readonly string Operation = RightsTable.OperationOf(typeof(TRequest));

    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        var started = clock.GetTimestamp();
        var outcome = "failed";
        using var span = Spans.Source.StartActivity(Operation);
        try
        {
            var response = await next();
            outcome = "done";
            if (request is ICommand<TResponse> && !context.Replayed)
                measures.Acted(Operation);
            return response;
        }
        catch (DomainException refusal)
        {
            outcome = refusal.Error.Code;
            span?.SetTag(Spans.Rule, refusal.Error.Rule);
            throw;
        }
        finally
        {
            span?.SetTag(Spans.Outcome, outcome);
            log.LogInformation(
                "{Operation} {Outcome} in {Milliseconds:0.0} ms",
                typeof(TRequest).Name,
                outcome,
                clock.GetElapsedTime(started).TotalMilliseconds
            );
        }
    }
}
