using EnforcementCases.Api.Documents;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Platform.OpenApi;
using EnforcementCases.Platform.Web;
using MediatR;

namespace EnforcementCases.Api.Cases.Papers;

/// <summary>Routes of papers that are made out, or whose number is voided, in a case.</summary>
internal static class CasePaperEndpoints
{
    public static void MapCasePapers(this IEndpointRouteBuilder api)
    {
        api.MapGroup("/cases/{id:guid}/documents")
            .WithTags("Documents 文书")
            .MapLate(
                HttpMethods.Post,
                "/",
                async (Guid id, IssueCaseDocumentCommand command, IMediator mediator, CancellationToken ct) =>
                {
                    var issued = await mediator.Send(command with { CaseId = id }, ct);
                    return TypedResults.Created($"/api/v1/cases/{id}/documents/{issued.DocumentId}/reading-copy", issued);
                }
            )
            .WithName("IssueCaseDocument")
            .WithSummary(
                "Issues a document that no act issues by itself: the order to correct of an on-the-spot decision (责令改正通知书, D03) or a payment notice (缴款通知书, D37)."
            )
            .WithMetadata(
                new SentRequest(typeof(IssueCaseDocumentCommand))
                {
                    Papers = [DocumentKind.OnTheSpotCorrection, DocumentKind.PaymentNotice],
                }
            );

        api.MapGroup("/document-numbers")
            .WithTags("Documents 文书")
            .MapCommand<VoidDocumentNumberCommand, LedgerNumber>(
                "/{id:guid}/void",
                (c, id) => c with { NumberId = id },
                "Voids the number of a revoked decision (作废)."
            );
    }
}
