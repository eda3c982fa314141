using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Cases;

/// <summary>Whether a decision is legally valid (处罚决定的效力).</summary>
public enum DecisionValidity
{
    /// <summary>有效.</summary>
    InForce,

    /// <summary>撤销: it was valid until it was revoked.</summary>
    Revoked,

    /// <summary>确认违法: unlawful, but still in force.</summary>
    Unlawful,

    /// <summary>无效: it was never valid.</summary>
    Invalid,
}

/// <summary>Ground on which a decision is invalid (无效).</summary>
public enum InvalidityGround
{
    /// <summary>没有依据.</summary>
    NoBasis,

    /// <summary>实施主体不具有行政主体资格.</summary>
    NoStanding,

    /// <summary>违反法定程序构成重大且明显违法.</summary>
    GraveAndObviousBreachOfProcedure,
}

/// <summary>Changes of the validity of a decision; invalid is not revoked (无效与撤销). 行政处罚法 第三十八条.</summary>
public static class DecisionValidities
{
    /// <summary>Invalid without one of the three grounds, or a ground given for another change.</summary>
    public static readonly DomainError GroundDoesNotFit = new(
        "decision-validity.ground-does-not-fit",
        "CANCEL",
        ErrorKind.RuleBroken,
        "行政处罚无效，限于没有依据、主体不具有行政主体资格或者违反法定程序构成重大且明显违法",
        PenaltyLaw.At("第三十八条")
    );

    /// <summary>The decision is no longer in force and cannot change.</summary>
    public static readonly DomainError AlreadyEnded = new(
        "decision-validity.already-ended",
        "CANCEL",
        ErrorKind.WrongStage,
        "处罚决定已经撤销、确认违法或者无效",
        PenaltyLaw.At("第三十八条")
    );

    /// <summary>Whether the decision bound anybody at an instant: an invalid one never did, a revoked one until it was revoked.</summary>
    /// <param name="endedAt">When it was revoked; null for the others.</param>
    public static bool BoundAt(this DecisionValidity validity, DateTimeOffset? endedAt, DateTimeOffset at) =>
        validity switch
        {
            DecisionValidity.InForce or DecisionValidity.Unlawful => true,
            DecisionValidity.Revoked => endedAt is { } end && at < end,
            DecisionValidity.Invalid => false,
        };

    /// <summary>Refuses a change of a decision that is no longer in force, and invalidity without its ground.</summary>
    /// <exception cref="DomainException"><see cref="AlreadyEnded"/> or <see cref="GroundDoesNotFit"/>.</exception>
    public static void EnsureMayBecome(this DecisionValidity now, DecisionValidity next, InvalidityGround? ground)
    {
        if (now is not DecisionValidity.InForce)
            throw AlreadyEnded.With("决定已不在有效状态");
        if (next is DecisionValidity.Invalid != ground is not null)
            throw GroundDoesNotFit.With(ground is null ? "没有无效的法定情形" : "有无效的情形而不是确认无效");
    }
}
