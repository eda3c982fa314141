using EnforcementCases.Platform.Web;

namespace EnforcementCases.Api.Cases.Work;

/// <summary>Routes of the work lists (待办).</summary>
internal static class WorkEndpoints
{
    public static void MapWork(this IEndpointRouteBuilder api)
    {
        var work = api.MapGroup("/work").WithTags("Work 待办");
        work.MapQuery<ListWorkQuery, Page<WorkListItem>>(
            "/",
            "Lists the work that waits for the caller, or for anybody within the caller's scope, what is due first at the top."
        );
        work.MapQuery<CountWorkQuery, WorkCounts>("/counts", "Counts the work that waits, by kind.");
    }
}
