using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Parties;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Another party, or another matter, after the filing (立案后变更当事人、案由). 行政处罚法 第四十条、第四十四条、第四十五条、第五十四条第二款.</summary>
public static class PartyChange
{
    /// <summary>Another party is entered after the filing, and the head approved none or another one.</summary>
    public static readonly DomainError NotApproved = new(
        "party-change.not-approved",
        "CHANGE-PARTY",
        ErrorKind.RuleBroken,
        "立案后变更当事人的，应当经行政机关负责人批准",
        PenaltyLaw.At("第五十四条第二款")
    );

    /// <summary>The other party was approved and is not identified yet.</summary>
    public static readonly DomainError NotIdentified = new(
        "party-change.not-identified",
        "CHANGE-PARTY",
        ErrorKind.RuleBroken,
        "批准变更当事人后，应当核实变更后的当事人",
        PenaltyLaw.At("第四十条")
    );

    /// <summary>The ground does not fit the parties.</summary>
    public static readonly DomainError DoesNotFit = new(
        "party-change.does-not-fit",
        "CHANGE-PARTY",
        ErrorKind.RuleBroken,
        "公民的违法责任不由他人承受；承受人应当是法人或者其他组织，且与原当事人不同",
        PenaltyLaw.At("第四条")
    );

    /// <summary>Nothing on file shows why there is another party or matter.</summary>
    public static readonly DomainError NotShown = new(
        "party-change.not-shown",
        "CHANGE-PARTY",
        ErrorKind.RuleBroken,
        "变更当事人、案由应当有案卷中的证据",
        PenaltyLaw.At("第四十条")
    );

    /// <summary>What was done with the former party counts no more.</summary>
    public static readonly DomainError DoneWithFormer = new(
        "party-change.done-with-former-party",
        "CHANGE-PARTY",
        ErrorKind.RuleBroken,
        "变更当事人后，应当重新终结调查、告知并听取变更后当事人的意见",
        PenaltyLaw.At("第四十四条")
    );

    /// <summary>The matter stays the same.</summary>
    public static readonly DomainError SameMatter = new(
        "matter-change.same-matter",
        "CHANGE-MATTER",
        ErrorKind.Unacceptable,
        "变更后的案由与现有案由相同",
        PenaltyLaw.At("第五十四条第二款")
    );

    /// <summary>Refuses a ground that does not fit the party, and the same party again.</summary>
    /// <exception cref="DomainException"><see cref="DoesNotFit"/>.</exception>
    public static void EnsurePossible(PartyChangeGround ground, PartySnapshot party, string other)
    {
        if (PartyServed.IsSame(other, party.Name))
            throw DoesNotFit.With($"变更后的当事人仍为“{party.Name}”").At("/otherPartyName");
        if (ground is PartyChangeGround.Succeeded && IsPerson(party.Kind))
            throw DoesNotFit.With("公民死亡的，责任不由他人承受", "办理撤销案件").At("/ground");
    }

    /// <summary>Refuses another party after the filing than the head approved.</summary>
    /// <param name="approved">The approval; null if there is none.</param>
    /// <exception cref="DomainException"><see cref="NotApproved"/> or <see cref="DoesNotFit"/>.</exception>
    public static void EnsureApproved(ChangeParty? approved, PartySnapshot identified)
    {
        if (approved is null)
            throw NotApproved.With($"立案的当事人不是“{identified.Name}”", "报请行政机关负责人批准变更当事人");
        if (!PartyServed.IsSame(approved.OtherPartyName, identified.Name))
            throw NotApproved.With($"批准变更为“{approved.OtherPartyName}”，核实的是“{identified.Name}”");
        if (approved.Ground is PartyChangeGround.Succeeded && IsPerson(identified.Kind))
            throw DoesNotFit.With("承受人是公民");
    }

    private static bool IsPerson(PartyKind kind) => kind is PartyKind.Citizen or PartyKind.IndividualBusiness;
}
