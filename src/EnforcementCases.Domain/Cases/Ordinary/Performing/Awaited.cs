using EnforcementCases.Domain.Documents;

namespace EnforcementCases.Domain.Cases.Ordinary;

// What deciding and service put into the file, as far as this phase reads it; gives way to the real ones.

/// <summary>A paper that was served.</summary>
public sealed record ServedPaper(IssuedPaper Paper, DateOnly ServedOn, ServiceReturn Return);

/// <summary>The decision.</summary>
public sealed record AwaitedDecision(IReadOnlyList<PenaltyItem> Penalties, string Facts);

public sealed partial class OrdinaryFile
{
    /// <summary>The papers served so far.</summary>
    internal List<ServedPaper> AwaitedServed { get; } = [];

    /// <summary>The last served paper of a kind; null where none was.</summary>
    public ServedPaper? ServiceOf(DocumentKind kind) => AwaitedServed.FindLast(s => s.Paper.Kind == kind);

    /// <summary>When the decision was served.</summary>
    public DateOnly? DecisionServedOn => ServiceOf(DocumentKind.PenaltyDecision)?.ServedOn;

    /// <summary>The decision; null before.</summary>
    public AwaitedDecision? Decision { get; internal set; }
}
