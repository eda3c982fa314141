using EnforcementCases.Platform.Web;
using MediatR;

namespace EnforcementCases.Api.Jobs;

/// <summary>Routes of recurring jobs (定时任务).</summary>
internal static class JobEndpoints
{
    public static void MapJobs(this IEndpointRouteBuilder api)
    {
        var jobs = api.MapGroup("/admin/jobs").WithTags("Jobs 定时任务");
        jobs.MapQuery<ListJobsQuery, JobList>("/", "Lists the recurring jobs with their last runs.");
        jobs.MapLate(
                HttpMethods.Post,
                "/{name}/run",
                async (string name, RunJobCommand command, IMediator mediator, CancellationToken ct) =>
                    TypedResults.Ok(await mediator.Send(command with { Name = name }, ct))
            )
            .WithName("RunJob")
            .WithSummary("Runs a job now, for the given period or the current one. Completed steps are not repeated.");
    }
}
