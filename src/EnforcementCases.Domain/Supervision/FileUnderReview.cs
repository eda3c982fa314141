using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Cases.Ordinary;
using EnforcementCases.Domain.Documents;

namespace EnforcementCases.Domain.Supervision;

/// <summary>A file of the ordinary procedure as a reviewer reads it: the acts and papers as they are, not what the phases make of them. So a file that the program
/// would not have let come about (entered before a rule, brought over from elsewhere) can be reviewed too.</summary>
/// <param name="Case">The case.</param>
/// <param name="Acts">Its acts, in their order.</param>
/// <param name="Papers">The documents that it issued.</param>
public sealed record FileUnderReview(EnforcementCase Case, IReadOnlyList<DoneAct> Acts, IReadOnlyList<IssuedPaper> Papers)
{
    /// <summary>The act of the decision; null if none was made.</summary>
    internal DoneAct? Decided => Last<Decide>();

    /// <summary>The proposal that was decided; null if there is none.</summary>
    internal DoneAct? Proposed => Acts.LastOrDefault(a => a.Body is ProposeDecision && !(a.DoneAt > Decided?.DoneAt));

    /// <summary>The proposal that was decided; null if there is none.</summary>
    internal ProposeDecision? Decision => Proposed?.Body as ProposeDecision;

    /// <summary>The last act whose body is of a type.</summary>
    internal DoneAct? Last<TBody>()
        where TBody : ActBody => Acts.LastOrDefault(a => a.Body is TBody);

    /// <summary>All acts whose bodies are of a type.</summary>
    internal IEnumerable<(DoneAct Act, TBody Body)> All<TBody>()
        where TBody : ActBody => Acts.Where(a => a.Body is TBody).Select(a => (a, (TBody)a.Body));

    /// <summary>The first service of a document of a kind; null if none was served.</summary>
    internal DoneAct? ServiceOf(DocumentKind kind)
    {
        var ids = Papers.Where(p => p.Kind == kind).Select(p => p.DocumentId).ToHashSet();
        return All<ServeDocument>().FirstOrDefault(s => s.Body.DocumentIds.Any(ids.Contains)).Act;
    }

    /// <summary>The last day of a deadline of the case; null if it never ran.</summary>
    internal DateOnly? LastDayOf(DeadlineKind kind) => Case.Deadlines.LastOrDefault(d => d.Kind == kind)?.LastDay;
}
