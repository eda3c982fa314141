using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Discretion;

/// <summary>No penalty without fault (无主观过错不罚). The burden of proof is the party's. 行政处罚法 第三十三条第二款.</summary>
public static class WithoutFault
{
    /// <summary>The party proved that it was not at fault.</summary>
    public static readonly DomainError Proved = new(
        "without-fault.proved",
        "APL-33-2",
        ErrorKind.RuleBroken,
        "当事人有证据足以证明没有主观过错的，不予行政处罚",
        PenaltyLaw.At("第三十三条第二款")
    );

    /// <summary>Whether it forbids the penalty: proved by the party's evidence, and no law or administrative regulation punishes regardless of fault.</summary>
    public static bool Forbids(FaultFacts fault) =>
        fault.Claim is FaultClaim.Proved && !string.IsNullOrWhiteSpace(fault.Evidence) && !IsPunishedAllTheSame(fault);

    /// <summary>Whether a provision of sufficient rank punishes regardless of fault.</summary>
    public static bool IsPunishedAllTheSame(FaultFacts fault) =>
        fault is { Otherwise: not null, OtherwiseLevel: InstrumentLevel.Law or InstrumentLevel.AdministrativeRegulation };
}
