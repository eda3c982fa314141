using EnforcementCases.Platform.Web;

namespace EnforcementCases.Api.Cases.Deadlines;

/// <summary>Routes of the ledger of deadlines (期限台账).</summary>
internal static class DeadlineEndpoints
{
    public static void MapDeadlines(this IEndpointRouteBuilder api)
    {
        var deadlines = api.MapGroup("/deadlines").WithTags("Deadlines 期限");
        deadlines.MapQuery<ListDeadlinesQuery, Page<DeadlineItem>>(
            "/",
            "Lists the deadlines of all cases within the caller's scope, the nearest last day first."
        );
        deadlines.MapQuery<CountOverdueDeadlinesQuery, OverdueDeadlines>(
            "/overdue",
            "Counts the overdue deadlines of the caller's organisation and of each one below it."
        );
    }
}
