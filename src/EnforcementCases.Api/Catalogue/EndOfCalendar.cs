using System.Globalization;
using EnforcementCases.Domain.Law;
using EnforcementCases.Platform.Health;

namespace EnforcementCases.Api.Catalogue;

/// <summary>Announces that the calendar ends: from 1 November on while the notice of the next year is not loaded, in the readiness check and on every answer that may
/// hold a deadline. The clerks have it in their work (<see cref="Cases.Work.CountWorkQuery"/>).</summary>
internal sealed class EndOfCalendar(CatalogueDirectory catalogue, TimeProvider clock) : IReadyCheck, IEndpointFilter
{
    /// <summary>Header with the year whose notice is missing.</summary>
    public const string Header = "Calendar-Missing";

    private static readonly string[] WithDeadlines =
    [
        "/api/v1/cases",
        "/api/v1/simple-cases",
        "/api/v1/ordinary-cases",
        "/api/v1/deadlines",
        "/api/v1/work",
    ];

    public string Part => "calendar";

    public string Otherwise => Health.Missing;

    /// <summary>The year whose notice has to be loaded now; null if none.</summary>
    public int? MissingYear => catalogue.Current.Calendar.MissingYear(LegalDate.Of(clock.GetUtcNow()));

    public Task<bool> IsUpAsync(CancellationToken ct) => Task.FromResult(MissingYear is null);

    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var path = context.HttpContext.Request.Path;
        if (Array.Exists(WithDeadlines, p => path.StartsWithSegments(p, StringComparison.OrdinalIgnoreCase)) && MissingYear is { } year)
            context.HttpContext.Response.Headers[Header] = year.ToString(CultureInfo.InvariantCulture);
        return next(context);
    }
}
