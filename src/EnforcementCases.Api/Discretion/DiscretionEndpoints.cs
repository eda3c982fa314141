using EnforcementCases.Domain.Discretion;
using EnforcementCases.Platform.Web;

namespace EnforcementCases.Api.Discretion;

/// <summary>Routes of discretion assessments (裁量评估).</summary>
internal static class DiscretionEndpoints
{
    public static void MapDiscretion(this IEndpointRouteBuilder api)
    {
        var assessments = api.MapGroup("/discretion/assessments").WithTags("Discretion 裁量");
        assessments.MapCreate<AssessPenaltyCommand, AssessmentView>(
            "/",
            assessment => $"/api/v1/discretion/assessments/{assessment.Id}",
            "Assesses whether to impose a penalty and how severe it should be, and stores the result with its complete input."
        );
        assessments.MapQuery<ReadAssessmentQuery, AssessmentView>("/{id:guid}", id => new(id), "Reads an assessment as it was made.");
        assessments.MapQuery<ReplayAssessmentQuery, AssessmentReplay>(
            "/{id:guid}/replay",
            id => new(id),
            "Computes an assessment again from its stored input and compares the results."
        );
    }
}
