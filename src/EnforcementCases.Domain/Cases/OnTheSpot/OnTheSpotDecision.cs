using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Parties;
using EnforcementCases.Domain.Penalties;

namespace EnforcementCases.Domain.Cases.OnTheSpot;

/// <summary>Whether the party signed for the document (签收情况).</summary>
public enum PartySignature
{
    /// <summary>签收.</summary>
    Signed,

    /// <summary>拒绝签收: the refusal is noted on the decision.</summary>
    Refused,
}

/// <summary>Who took the decision at the scene for the party (代收人). 民事诉讼法 第八十八条.</summary>
/// <param name="Name">Name.</param>
/// <param name="Relation">Relation to the party.</param>
/// <param name="Tie">The tie in words; required if the name is not one that is entered for the party, otherwise null.</param>
/// <param name="TieChecked">How the tie was checked; required with it.</param>
/// <param name="AuthoritySha256">The authority of an agent (授权委托书), or the paper by which the party named a receiver, as the SHA-256 of its file (64 lower-case hex
/// digits); required for these two, otherwise null.</param>
public sealed record OnTheSpotReceiver(
    string Name,
    ReceiverRelation Relation,
    string? Tie = null,
    string? TieChecked = null,
    string? AuthoritySha256 = null
);

/// <summary>What a decision made on the spot must state. 行政处罚法 第五十二条第二款.</summary>
/// <param name="Act">The violation (当事人的违法行为).</param>
/// <param name="Kinds">The kinds of penalty (行政处罚的种类).</param>
/// <param name="Basis">Its legal basis as printed (依据).</param>
/// <param name="Fine">The amount; <see cref="Money.Zero"/> is a warning alone.</param>
/// <param name="DecidedAt">Time.</param>
/// <param name="Place">Place.</param>
/// <param name="Remedies">Remedies and their time limits.</param>
/// <param name="Organ">Name of the organ.</param>
/// <param name="OfficerSignatures">Names or seals of the officers.</param>
public sealed record OnTheSpotContents(
    string Act,
    IReadOnlyCollection<PenaltyKind> Kinds,
    string Basis,
    Money? Fine,
    DateTimeOffset? DecidedAt,
    string Place,
    string Remedies,
    string Organ,
    IReadOnlyCollection<string> OfficerSignatures
);

/// <summary>The paper of a decision made on the spot: its number, contents and handing over. 行政处罚法 第五十二条.</summary>
public static class OnTheSpotDecision
{
    /// <summary>No number was allotted before the paper was made out.</summary>
    public static readonly DomainError NumberMissing = new(
        "on-the-spot-decision.number-missing",
        "APL-52-1",
        ErrorKind.RuleBroken,
        "当场处罚决定书应当预定格式、编有号码",
        PenaltyLaw.At("第五十二条第一款")
    );

    /// <summary>The paper was not handed over on the spot.</summary>
    public static readonly DomainError NotHandedOver = new(
        "on-the-spot-decision.not-handed-over",
        "APL-52-1",
        ErrorKind.RuleBroken,
        "当场处罚决定书应当当场交付当事人",
        PenaltyLaw.At("第五十二条第一款")
    );

    /// <summary>The party did not sign and the paper does not note it.</summary>
    public static readonly DomainError RefusalNotNoted = new(
        "on-the-spot-decision.refusal-not-noted",
        "APL-52-1",
        ErrorKind.RuleBroken,
        "当事人拒绝签收的，应当在处罚决定书上注明",
        PenaltyLaw.At("第五十二条第一款")
    );

    /// <summary>A part that the law asks for is empty.</summary>
    public static readonly DomainError Incomplete = new(
        "on-the-spot-decision.incomplete",
        "APL-52-2",
        ErrorKind.RuleBroken,
        "当场处罚决定书缺少应当载明的事项",
        PenaltyLaw.At("第五十二条第二款")
    );

    /// <summary>Refuses a paper without number.</summary>
    /// <exception cref="DomainException"><see cref="NumberMissing"/>.</exception>
    public static void EnsureNumbered(string? number)
    {
        if (string.IsNullOrWhiteSpace(number))
            throw NumberMissing.With("决定书没有编号");
    }

    /// <summary>Refuses a paper handed over at another time than it was decided, and a refusal to sign that is not noted.</summary>
    /// <param name="refusalNote">What the officers noted when the party refused to sign; otherwise null.</param>
    /// <exception cref="DomainException"><see cref="NotHandedOver"/> or <see cref="RefusalNotNoted"/>.</exception>
    public static void EnsureHandedOver(
        DateTimeOffset decidedAt,
        DateTimeOffset? handedOverAt,
        PartySignature signature,
        string? refusalNote
    )
    {
        if (handedOverAt is not { } handedOver)
            throw NotHandedOver.With("没有交付时间", "当事人不在场的，按普通程序办理");
        if (handedOver < decidedAt)
            throw NotHandedOver.With("交付时间早于决定时间", "更正时间");
        if (LegalDate.Of(handedOver) != LegalDate.Of(decidedAt))
            throw NotHandedOver.With("决定书不是在决定当日交付", "当事人不在场的，按普通程序办理");
        if (signature is PartySignature.Refused && string.IsNullOrWhiteSpace(refusalNote))
            throw RefusalNotNoted.With("没有拒签说明");
    }

    /// <summary>Refuses a paper that was handed to somebody who may not receive for the party; the same rules as for every other service.</summary>
    /// <param name="receiver">Who took it; null: the party itself, or anyone who acts for an organisation.</param>
    /// <param name="guardianInformed">How the guardian of a minor was informed; null if nobody was.</param>
    /// <exception cref="DomainException">A refusal of <see cref="ServiceOfDocuments"/>.</exception>
    /// <param name="committedOn">Day of the offence, for which the age was entered.</param>
    /// <param name="decidedOn">Day on which it was handed over.</param>
    public static void EnsureReceived(
        PartySnapshot party,
        OnTheSpotReceiver? receiver,
        string? guardianInformed,
        DateOnly committedOn,
        DateOnly decidedOn
    )
    {
        if (receiver is null && party.Kind is PartyKind.LegalPerson or PartyKind.OtherOrganisation)
            return;
        ServiceOfDocuments
            .ObstaclesToReceiver(
                new()
                {
                    Addressee = party.Name,
                    Way = ServiceWay.Direct,
                    Place = "",
                    Servers = [],
                    Receiver = receiver?.Name ?? party.Name,
                    Relation = receiver?.Relation ?? ReceiverRelation.Self,
                    ReceiverTie = receiver?.Tie,
                    TieChecked = receiver?.TieChecked,
                    GuardianInformed = guardianInformed,
                },
                PartyServed.Of(party, committedOn, decidedOn) with
                {
                    Agents = receiver is { Relation: ReceiverRelation.Agent, AuthoritySha256: not null } agent ? [agent.Name] : [],
                    NamedReceiver = receiver is { Relation: ReceiverRelation.NamedReceiver, AuthoritySha256: not null } named
                        ? named.Name
                        : null,
                }
            )
            .Select(why => why.At(PointerOf(why.Pointer)))
            .RefuseFirst();

        string PointerOf(string? pointer) =>
            pointer switch
            {
                "/return/guardianInformed" => "/delivery/guardianInformed",
                "/return/receiverTie" => "/delivery/receivedBy/tie",
                "/return/tieChecked" => "/delivery/receivedBy/tieChecked",
                "/return/receiver" => receiver
                    is { AuthoritySha256: null, Relation: ReceiverRelation.Agent or ReceiverRelation.NamedReceiver }
                    ? "/delivery/receivedBy/authoritySha256"
                    : "/delivery/receivedBy/name",
                _ => "/delivery/receivedBy/relation",
            };
    }

    /// <summary>The parts that are empty, in Chinese, in the order of the law; none when the paper is complete.</summary>
    public static IReadOnlyList<string> Missing(OnTheSpotContents contents)
    {
        var parts = new (string Name, bool Given)[]
        {
            ("违法行为", Given(contents.Act)),
            ("行政处罚的种类和依据", contents.Kinds.Count > 0 && Given(contents.Basis)),
            ("罚款数额", contents.Fine is not null),
            ("时间", contents.DecidedAt is not null),
            ("地点", Given(contents.Place)),
            ("申请行政复议、提起行政诉讼的途径和期限", Given(contents.Remedies)),
            ("行政机关名称", Given(contents.Organ)),
            ("执法人员签名或者盖章", contents.OfficerSignatures.Count > 0 && contents.OfficerSignatures.All(Given)),
        };
        return [.. parts.Where(p => !p.Given).Select(p => p.Name)];
    }

    /// <summary>Refuses a paper with an empty part.</summary>
    /// <exception cref="DomainException"><see cref="Incomplete"/>.</exception>
    public static void EnsureComplete(OnTheSpotContents contents)
    {
        if (Missing(contents) is { Count: > 0 } missing)
            throw Incomplete.With($"未填写：{string.Join('、', missing)}");
    }

    private static bool Given(string? text) => !string.IsNullOrWhiteSpace(text);
}
