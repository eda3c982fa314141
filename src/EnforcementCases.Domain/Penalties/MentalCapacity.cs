using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Penalties;

/// <summary>Whether the party could understand and control its conduct at the time of the offence (行为时的辨认、控制能力).</summary>
public enum CapacityAtOffence
{
    /// <summary>No sign of reduced capacity.</summary>
    [Term("具有完全辨认和控制能力")]
    Full,

    /// <summary>间歇性精神病人, sound at the time (精神正常时): punished like anyone.</summary>
    [Term("间歇性精神病人，行为时精神正常")]
    IntermittentSoundAtTheTime,

    /// <summary>尚未完全丧失辨认或者控制能力: may be lenient or mitigated.</summary>
    [Term("尚未完全丧失辨认或者控制能力")]
    PartlyLost,

    /// <summary>不能辨认或者不能控制自己行为: no penalty.</summary>
    [Term("不能辨认或者不能控制自己行为")]
    Lost,
}

/// <summary>Proof of a lack of capacity.</summary>
public enum CapacityProof
{
    /// <summary>鉴定意见.</summary>
    ExpertOpinion,

    /// <summary>监护人提供的证据.</summary>
    GuardianEvidence,
}

/// <summary>The party's mental state at the time of the offence.</summary>
/// <param name="Capacity">What was found.</param>
/// <param name="Proof">Its proof; null for <see cref="CapacityAtOffence.Full"/>.</param>
/// <param name="EvidenceId">The item of evidence on file; null for <see cref="CapacityAtOffence.Full"/>.</param>
public sealed record CapacityFinding(CapacityAtOffence Capacity, CapacityProof? Proof = null, Guid? EvidenceId = null);

/// <summary>Mental illness and intellectual disability (精神病人、智力残疾人). 行政处罚法 第三十一条.</summary>
public static class MentalCapacity
{
    /// <summary>A penalty for a person who could not understand or control their conduct.</summary>
    public static readonly DomainError Lost = new(
        "mental-capacity.lost",
        "APL-31",
        ErrorKind.RuleBroken,
        "精神病人、智力残疾人在不能辨认或者不能控制自己行为时有违法行为的，不予行政处罚",
        PenaltyLaw.At("第三十一条")
    );

    /// <summary>A lack of capacity is claimed but not proved.</summary>
    public static readonly DomainError NotProved = new(
        "mental-capacity.not-proved",
        "APL-31",
        ErrorKind.RuleBroken,
        "认定当事人精神、智力状态应当附鉴定意见或者监护人提供的证据",
        PenaltyLaw.At("第三十一条")
    );

    /// <summary>Why a finding is not valid: anything but full capacity needs evidence; null if it is valid.</summary>
    public static DomainException? ObstacleUnlessProved(CapacityFinding finding) =>
        finding is { Capacity: not CapacityAtOffence.Full } and not { Proof: not null, EvidenceId: not null }
            ? NotProved.With("没有鉴定意见或者监护人提供的证据")
            : null;

    /// <summary>Why no penalty may be given; null if capacity does not exclude one.</summary>
    public static DomainException? ObstacleUnlessPunishable(CapacityFinding finding) =>
        ObstacleUnlessProved(finding)
        ?? (
            finding.Capacity is CapacityAtOffence.Lost
                ? Lost.With("当事人行为时不能辨认或者不能控制自己行为", "责令监护人严加看管和治疗")
                : null
        );

    /// <summary>Refuses a finding other than full capacity that is not supported by evidence.</summary>
    /// <exception cref="DomainException"><see cref="NotProved"/>.</exception>
    public static void EnsureProved(CapacityFinding finding)
    {
        if (ObstacleUnlessProved(finding) is { } why)
            throw why;
    }

    /// <summary>Refuses to let a person off for a lack of capacity that was not found or is not proved.</summary>
    /// <exception cref="DomainException"><see cref="NotProved"/>.</exception>
    public static void EnsureLost(CapacityFinding? finding)
    {
        if (finding is not { Capacity: CapacityAtOffence.Lost })
            throw NotProved.With("没有认定当事人行为时不能辨认或者不能控制自己行为");
        EnsureProved(finding);
    }

    /// <summary>Refuses a penalty if capacity was lost; the guardian is ordered to watch and treat (责令监护人严加看管和治疗).</summary>
    /// <exception cref="DomainException"><see cref="NotProved"/> or <see cref="Lost"/>.</exception>
    public static void EnsurePunishable(CapacityFinding finding)
    {
        if (ObstacleUnlessPunishable(finding) is { } why)
            throw why;
    }

    /// <summary>Whether the finding permits a lenient or mitigated penalty (可以从轻或者减轻).</summary>
    public static bool MayBeLenient(CapacityFinding finding) => finding.Capacity is CapacityAtOffence.PartlyLost;
}
