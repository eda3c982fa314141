using MediatR;

namespace EnforcementCases.Api.Discretion;

/// <summary>Routes of discretion assessments (裁量评估).</summary>
internal static class DiscretionEndpoints
{
    public static void MapDiscretion(this IEndpointRouteBuilder api)
    {
        var assessments = api.MapGroup("/discretion/assessments").WithTags("Discretion 裁量");
        assessments
            .MapPost(
                "/",
                async (AssessPenaltyCommand command, IMediator mediator, CancellationToken ct) =>
                {
                    var assessment = await mediator.Send(command, ct);
                    return TypedResults.Created($"/api/v1/discretion/assessments/{assessment.Id}", assessment);
                }
            )
            .WithName("AssessPenalty")
            .WithSummary("Assesses whether to impose a penalty and how severe it should be, and stores the result with its complete input.")
            .ProducesProblem(404)
            .ProducesProblem(422);
        assessments
            .MapGet(
                "/{id:guid}",
                async (Guid id, IMediator mediator, CancellationToken ct) =>
                    TypedResults.Ok(await mediator.Send(new ReadAssessmentQuery(id), ct))
            )
            .WithName("ReadAssessment")
            .WithSummary("Reads an assessment as it was made.")
            .ProducesProblem(404);
        assessments
            .MapGet(
                "/{id:guid}/replay",
                async (Guid id, IMediator mediator, CancellationToken ct) =>
                    TypedResults.Ok(await mediator.Send(new ReplayAssessmentQuery(id), ct))
            )
            .WithName("ReplayAssessment")
            .WithSummary("Computes an assessment again from its stored input and compares the results.")
            .ProducesProblem(404);
    }
}
