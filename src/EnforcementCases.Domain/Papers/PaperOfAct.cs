using EnforcementCases.Domain.Cases.Ordinary;
using EnforcementCases.Domain.Documents;

namespace EnforcementCases.Domain.Papers;

/// <summary>How a document is filled that an act issues.</summary>
/// <param name="Body">Type of the act's body.</param>
/// <param name="Kind">Kind of document.</param>
/// <param name="Fill">Fills its fields.</param>
internal sealed record PaperOfAct(Type Body, DocumentKind Kind, Func<PaperInHand, FormValues> Fill)
{
    public static PaperOfAct Of<TBody>(DocumentKind kind, Func<PaperInHand, TBody, FormValues> fill)
        where TBody : ActBody => new(typeof(TBody), kind, paper => fill(paper, (TBody)paper.Done.Body));
}
