namespace EnforcementCases.Domain.Cases;

/// <summary>Whether the decision of a case holds in law (处罚决定的效力); invalid is kept apart from revoked (CANCEL).</summary>
public sealed record DecisionEffect
{
    /// <summary>Whether it holds.</summary>
    public DecisionValidity Validity { get; private init; }

    /// <summary>Why the decision was revoked; null if it was not.</summary>
    public string? RevocationReason { get; private init; }

    /// <summary>When the decision was revoked; null if it was not.</summary>
    public DateTimeOffset? RevokedAt { get; private init; }

    /// <summary>When the decision was found never to have held (确认无效); null otherwise.</summary>
    public DateTimeOffset? InvalidatedAt { get; private init; }

    /// <summary>Why it never held (第三十八条); null if it held.</summary>
    public InvalidityGround? InvalidBecause { get; private init; }

    /// <summary>When the decision fell, revoked or found invalid; null while it holds.</summary>
    public DateTimeOffset? FellAt => RevokedAt ?? InvalidatedAt;

    /// <summary>The decision is taken back (撤销): it held until then.</summary>
    internal DecisionEffect Revoked(string reason, DateTimeOffset at) =>
        this with
        {
            Validity = DecisionValidity.Revoked,
            RevokedAt = at,
            RevocationReason = reason,
        };

    /// <summary>The decision is found never to have held (无效).</summary>
    internal DecisionEffect Invalid(InvalidityGround ground, DateTimeOffset at) =>
        this with
        {
            Validity = DecisionValidity.Invalid,
            InvalidatedAt = at,
            InvalidBecause = ground,
        };

    /// <summary>The decision is found unlawful and still holds (确认违法).</summary>
    internal DecisionEffect Unlawful() => this with { Validity = DecisionValidity.Unlawful };
}
