using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Papers;

namespace EnforcementCases.Paper;

/// <summary>What a kind of document is called (文书名称).</summary>
internal static class DocumentTitle
{
    public static string Of(DocumentKind kind) =>
        kind == DocumentKind.OnTheSpotDecision ? OnTheSpotDecisionText.Title : DocumentForms.Of(kind).Title;
}
