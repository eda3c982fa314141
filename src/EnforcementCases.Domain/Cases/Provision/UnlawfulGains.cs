using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Discretion;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Penalties;

namespace EnforcementCases.Domain.Cases.Provision;

/// <summary>Unlawful gains (违法所得) are confiscated wherever they were found, except what must be returned. 行政处罚法 第二十八条第二款.</summary>
public static class UnlawfulGains
{
    /// <summary>Gains were found and are left with the party.</summary>
    public static readonly DomainError NotConfiscated = new(
        "gains.not-confiscated",
        "APL-28",
        ErrorKind.RuleBroken,
        "当事人有违法所得的，除依法应当退赔的外，应当予以没收",
        PenaltyLaw.At("第二十八条第二款")
    );

    /// <summary>Gains are confiscated and none were found.</summary>
    public static readonly DomainError NoneFound = new(
        "gains.none-found",
        "APL-28",
        ErrorKind.RuleBroken,
        "没有认定违法所得的，不得没收违法所得",
        PenaltyLaw.At("第二十八条第二款")
    );

    /// <summary>Another sum is confiscated than was found.</summary>
    public static readonly DomainError AnotherSum = new(
        "gains.another-sum",
        "APL-28",
        ErrorKind.RuleBroken,
        "没收的违法所得与认定的数额不一致",
        PenaltyLaw.At("第二十八条第二款")
    );

    /// <summary>The provision gives the gains to others.</summary>
    public static readonly DomainError BelongToOthers = new(
        "gains.belong-to-others",
        "APL-28",
        ErrorKind.RuleBroken,
        "罚则规定违法所得归他人所有，不予没收",
        PenaltyLaw.At("第二十八条第二款")
    );

    /// <summary>Gains without evidence, or a part to be returned without payee or proof.</summary>
    public static readonly DomainError NotProved = new(
        "gains.not-proved",
        "APL-40",
        ErrorKind.RuleBroken,
        "认定违法所得应当有证据；应当退赔的，应当写明退赔的对象和凭证",
        PenaltyLaw.At("第四十条")
    );

    /// <summary>Refuses gains that are entered without their evidence, so that leaving out a text does not leave them with the party.</summary>
    /// <param name="at">Where the findings are in the request, <c>/facts</c>.</param>
    /// <exception cref="DomainException"><see cref="NotProved"/>.</exception>
    [StatutoryRule("APL-28")]
    public static void EnsureProved(GainsFacts? gains, string at)
    {
        if (gains is not { } found)
            return;
        if (!HasEvidence(found))
            throw NotProved
                .With($"违法所得 {Money.OfFen(found.FoundFen).InYuan} 元没有证据", "重新评估，写明证据")
                .At($"{at}/gains/evidence");
        if (found.ReturnedFen > 0 && (string.IsNullOrWhiteSpace(found.ReturnedTo) || string.IsNullOrWhiteSpace(found.ReturnProof)))
            throw NotProved
                .With(
                    $"退赔 {Money.OfFen(found.ReturnedFen).InYuan} 元没有{(string.IsNullOrWhiteSpace(found.ReturnedTo) ? "对象" : "凭证")}",
                    "重新评估，写明退赔的对象和凭证"
                )
                .At(string.IsNullOrWhiteSpace(found.ReturnedTo) ? $"{at}/gains/returnedTo" : $"{at}/gains/returnProof");
        if (found.ReturnedFen > found.FoundFen)
            throw NotProved
                .With($"违法所得 {Money.OfFen(found.FoundFen).InYuan} 元，退赔 {Money.OfFen(found.ReturnedFen).InYuan} 元")
                .At($"{at}/gains/returnedFen");
    }

    /// <summary>What is to be confiscated: the gains found with evidence, less what must be returned.</summary>
    public static Money ToConfiscate(GainsFacts? gains) =>
        gains is { } found && HasEvidence(found) ? Money.OfFen(Math.Max(0, found.FoundFen - found.ReturnedFen)) : Money.Zero;

    private static bool HasEvidence(GainsFacts found) => !string.IsNullOrWhiteSpace(found.Evidence) || found.EvidenceIds is { Count: > 0 };

    /// <summary>Refuses a decision that leaves gains with the party, or confiscates what was not found.</summary>
    /// <param name="sum">What is confiscated as gains; null if only the kinds are known.</param>
    /// <exception cref="DomainException"><see cref="NotConfiscated"/>, <see cref="NoneFound"/>, <see cref="AnotherSum"/> or <see cref="BelongToOthers"/>.</exception>
    [StatutoryRule("APL-28")]
    public static void EnsureConfiscated(GainsDisposal disposal, IReadOnlyCollection<PenaltyKind> kinds, Money found, Money? sum)
    {
        var confiscates = kinds.Contains(PenaltyKind.ConfiscationOfGains);
        if (disposal is GainsDisposal.ToOwners && confiscates)
            throw BelongToOthers.With($"决定：{string.Join('、', kinds.Select(k => k.Term()))}");
        if (disposal is GainsDisposal.Confiscated && found > Money.Zero && !confiscates)
            throw NotConfiscated.With(
                $"认定违法所得 {found.InYuan} 元，决定：{string.Join('、', kinds.Select(k => k.Term()))}",
                "没收违法所得"
            );
        if (confiscates && found == Money.Zero)
            throw NoneFound.With("决定没收违法所得，裁量评估没有认定违法所得", "在裁量评估中写明违法所得及其证据");
        if (confiscates && sum is { } taken && taken != found)
            throw AnotherSum.With($"认定 {found.InYuan} 元，决定没收 {taken.InYuan} 元");
    }
}
