using EnforcementCases.Domain.Penalties;

namespace EnforcementCases.Domain.Cases;

/// <summary>The penalty of a case as it is counted and printed (处罚的种类和数额); empty while none is decided.</summary>
public sealed record CasePenalty
{
    /// <summary>Heaviest kind of the penalty, under which it is counted (ST-2); null while no penalty is decided.</summary>
    public PenaltyKind? HeaviestKind { get; private init; }

    /// <summary>Whether the party is also warned.</summary>
    public bool Warned { get; private init; }

    /// <summary>The fine in fen; 0 for a warning alone.</summary>
    public long FineFen { get; private init; }

    /// <summary>Gains and value of goods confiscated, in fen; null in decisions of the time before it was kept, where something may have been confiscated.</summary>
    public long? ConfiscatedFen { get; private init; }

    /// <summary>Reasons for the amount (裁量理由).</summary>
    public string Reasons { get; private init; } = "";

    /// <summary>The fine.</summary>
    public Money Fine => Money.OfFen(FineFen);

    /// <summary>A penalty of one or more kinds; none if the decision consists of orders alone.</summary>
    internal static CasePenalty Of(IReadOnlyCollection<PenaltyKind> kinds, Money fine, string reasons, Money confiscated = default) =>
        new()
        {
            HeaviestKind = kinds.Count == 0 ? null : kinds.MaxBy(k => k.DefaultWeight()),
            Warned = kinds.Contains(PenaltyKind.Warning),
            FineFen = fine.Fen,
            ConfiscatedFen = confiscated.Fen,
            Reasons = reasons,
        };

    /// <summary>The same penalty with another fine (变更).</summary>
    internal CasePenalty WithFine(Money fine) => this with { FineFen = fine.Fen };
}
