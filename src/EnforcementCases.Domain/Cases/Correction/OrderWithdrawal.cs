using EnforcementCases.Domain.Cases.OnTheSpot;

namespace EnforcementCases.Domain.Cases.Correction;

/// <summary>Why an order to correct is withdrawn (撤回责令改正的事由).</summary>
public enum WithdrawalGround
{
    /// <summary>事实认定有误.</summary>
    [Term("事实认定有误")]
    WrongFacts,

    /// <summary>责令对象有误.</summary>
    [Term("责令对象有误")]
    WrongParty,

    /// <summary>依据或者权限有误.</summary>
    [Term("依据或者权限有误")]
    WrongBasis,

    /// <summary>要求或者期限不当.</summary>
    [Term("要求或者期限不当")]
    ImproperRequirement,
}

/// <summary>The withdrawal of an order to correct (撤回责令改正).</summary>
/// <param name="Ground">Why.</param>
/// <param name="Reason">Facts and reasons.</param>
/// <param name="Number">Number of its paper.</param>
/// <param name="By">The person who withdraws.</param>
/// <param name="At">When it was withdrawn.</param>
/// <param name="HandedOverAt">When its paper was handed to the party.</param>
/// <param name="Signature">How the party took it.</param>
public sealed record OrderWithdrawal(
    WithdrawalGround Ground,
    string Reason,
    string Number,
    Guid By,
    DateTimeOffset At,
    DateTimeOffset HandedOverAt,
    PartySignature Signature
);
