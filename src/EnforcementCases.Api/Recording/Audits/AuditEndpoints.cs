using EnforcementCases.Platform.Web;
using MediatR;

namespace EnforcementCases.Api.Recording.Audits;

/// <summary>Routes of the verifications of the whole record.</summary>
internal static class AuditEndpoints
{
    public static void MapRecordAudits(this IEndpointRouteBuilder api)
    {
        var audits = api.MapGroup("/admin/record-verifications").WithTags("Recording 全过程记录");
        audits
            .MapLate(
                HttpMethods.Post,
                "/",
                async (IMediator mediator, CancellationToken ct) =>
                {
                    var begun = await mediator.Send(new StartRecordVerificationCommand(), ct);
                    return TypedResults.Accepted($"/api/v1/admin/record-verifications/{begun.Id}", begun);
                }
            )
            .WithName("StartRecordVerification")
            .WithSummary("Has the whole record verified now, in the background.");
        audits.MapQuery<ListRecordVerificationsQuery, Page<RecordVerificationRun>>(
            "/",
            "Lists the verifications of the whole record with what they found, newest first."
        );
        audits.MapQuery<ReadRecordVerificationQuery, RecordVerificationRun>(
            "/{id:guid}",
            id => new(id),
            "Reads a verification of the whole record."
        );
    }
}
