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
            "Assesses whether and how much to punish, and keeps the answer with all it rests on."
        );
        assessments.MapQuery<ReadAssessmentQuery, AssessmentView>("/{id:guid}", id => new(id), "Reads an assessment as it was made.");
        assessments.MapQuery<ReplayAssessmentQuery, AssessmentReplay>(
            "/{id:guid}/replay",
            id => new(id),
            "Computes an assessment again from what it rested on and compares."
        );
    }
}
