using EnforcementCases.Domain;
using EnforcementCases.Domain.Documents;

namespace EnforcementCases.Platform.OpenApi;

/// <summary>The request that an operation sends, and where its refusals are beside its handler. Metadata of a route whose request is generic; others are found by name.</summary>
/// <param name="Request">Type of the request.</param>
internal sealed record SentRequest(Type Request)
{
    /// <summary>Rules kept as delegates in a row of <see cref="Table"/>.</summary>
    public IReadOnlyList<Delegate> Rules { get; init; } = [];

    /// <summary>Refusals that a row of <see cref="Table"/> names itself.</summary>
    public IEnumerable<DomainError> Errors { get; init; } = [];

    /// <summary>The table of which one row concerns the request; the other rows do not refuse it.</summary>
    public Type? Table { get; init; }

    /// <summary>Kinds of document that it makes out: an empty mandatory field of their forms refuses it.</summary>
    public IReadOnlyCollection<DocumentKind> Papers { get; init; } = [];
}
