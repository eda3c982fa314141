using EnforcementCases.Platform.Web;

namespace EnforcementCases.Api.Documents;

/// <summary>Routes of the ledger of document numbers (文号台账).</summary>
internal static class NumberEndpoints
{
    public static void MapDocumentNumbers(this IEndpointRouteBuilder api)
    {
        var numbers = api.MapGroup("/document-numbers").WithTags("Documents 文书");
        numbers.MapQuery<ListDocumentNumbersQuery, DocumentNumberLedger>(
            "/",
            "Reads the ledger of document numbers of an organ, word and legal year, and whether it is complete."
        );
    }
}
