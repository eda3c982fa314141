namespace EnforcementCases.Domain.Penalties;

/// <summary>A fact that the decision states, with the evidence that supports it (认定的事实要素).</summary>
/// <param name="Name">The fact, <c>占道经营的时间、地点</c>.</param>
/// <param name="EvidenceIds">The items of evidence that support it.</param>
public sealed record FactElement(string Name, IReadOnlyList<Guid> EvidenceIds);
