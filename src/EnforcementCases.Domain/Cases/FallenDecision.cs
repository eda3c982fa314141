using EnforcementCases.Domain.Penalties;

namespace EnforcementCases.Domain.Cases;

/// <summary>A decision of a case that fell before the case was handled again (重新处理前的处罚决定). It stays in the figures of the year in which it was made (ST-5).</summary>
public sealed class FallenDecision : IOwnedByOrganisation
{
    private FallenDecision() { }

    internal FallenDecision(Guid id, EnforcementCase @case, DateTimeOffset reopenedAt)
    {
        (Id, CaseId, OrganisationPath, ReopenedAt) = (id, @case.Id, @case.OrganisationPath, reopenedAt);
        (Number, DecidedOn, DecidedYear, Outcome) = (
            @case.DecisionNumber ?? "",
            @case.DecidedOn!.Value,
            @case.DecidedYear!.Value,
            @case.Outcome
        );
        (HeaviestKind, FineFen, ConfiscatedFen) = (@case.Penalty.HeaviestKind, @case.Penalty.FineFen, @case.Penalty.ConfiscatedFen);
        (ViolationVersionId, ViolationCode, ViolationName) = (@case.ViolationVersionId, @case.ViolationCode, @case.ViolationName);
        (Validity, FellAt) = (@case.Effect.Validity, @case.Effect.FellAt!.Value);
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; private set; }

    /// <inheritdoc />
    public string OrganisationPath { get; private set; } = "";

    /// <summary>Number of the decision (决定书文号).</summary>
    public string Number { get; private set; } = "";

    /// <summary>Legal date of the decision.</summary>
    public DateOnly DecidedOn { get; private set; }

    /// <summary>Statistical year of the decision.</summary>
    public int DecidedYear { get; private set; }

    /// <summary>What the decision came to.</summary>
    public CaseOutcome? Outcome { get; private set; }

    /// <summary>Heaviest kind of its penalty; null if it consisted of orders alone.</summary>
    public PenaltyKind? HeaviestKind { get; private set; }

    /// <summary>Its fine in fen.</summary>
    public long FineFen { get; private set; }

    /// <summary>Gains and value of goods that it confiscated, in fen; null where it is not known.</summary>
    public long? ConfiscatedFen { get; private set; }

    /// <summary>Version of the violation that it applied.</summary>
    public Guid ViolationVersionId { get; private set; }

    /// <summary>Code of that violation.</summary>
    public string ViolationCode { get; private set; } = "";

    /// <summary>Name of that violation (案由).</summary>
    public string ViolationName { get; private set; } = "";

    /// <summary>How it fell: revoked or invalid.</summary>
    public DecisionValidity Validity { get; private set; }

    /// <summary>When it fell.</summary>
    public DateTimeOffset FellAt { get; private set; }

    /// <summary>When the case was opened again.</summary>
    public DateTimeOffset ReopenedAt { get; private set; }
}
