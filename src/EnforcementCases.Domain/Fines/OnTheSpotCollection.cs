using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Fines;

/// <summary>How a fine is paid (缴款方式).</summary>
public enum PaymentChannel
{
    /// <summary>At the designated bank (指定的银行).</summary>
    [Term("银行")]
    Bank,

    /// <summary>电子支付系统: directly into the treasury account, also by phone on the scene.</summary>
    [Term("电子支付")]
    Electronic,

    /// <summary>Cash handed to an officer (当场收缴).</summary>
    [Term("当场收缴")]
    Cash,
}

/// <summary>Ground on which officers may collect a fine themselves (当场收缴的情形).</summary>
public enum CollectionGround
{
    /// <summary>依法给予一百元以下的罚款 (第六十八条第一项).</summary>
    [Term("一百元以下罚款")]
    SmallFine,

    /// <summary>不当场收缴事后难以执行 (第六十八条第二项).</summary>
    [Term("不当场收缴事后难以执行")]
    HardToCollectLater,

    /// <summary>边远、水上、交通不便地区, on the party's request (第六十九条).</summary>
    [Term("边远、水上、交通不便地区，当事人提出")]
    RemoteArea,
}

/// <summary>The recorded facts about a collection on the spot.</summary>
/// <param name="Ground">The ground; null if none was given.</param>
/// <param name="Reason">Why later collection would be hard.</param>
/// <param name="PartyAsked">Whether the party asked to pay on the spot (经当事人提出).</param>
/// <param name="RemoteArea">Whether the place is in a remote area, on water or hard to reach.</param>
/// <param name="ReceiptNumber">Number of the special receipt (专用票据).</param>
public sealed record CollectionOnRecord(CollectionGround? Ground, string? Reason, bool PartyAsked, bool RemoteArea, string? ReceiptNumber);

/// <summary>When officers may collect the money themselves (当场收缴罚款). 行政处罚法 第六十七条至第七十条.</summary>
public static class OnTheSpotCollection
{
    /// <summary>Highest fine that needs no reason: 100 yuan, inclusive (一百元以下).</summary>
    public static readonly Money SmallFineCeiling = Money.Yuan(100);

    /// <summary>Cash without a ground.</summary>
    public static readonly DomainError NoGround = new(
        "on-the-spot-collection.no-ground",
        "APL-67-1",
        ErrorKind.RuleBroken,
        "作出罚款决定的机关及其执法人员不得自行收缴罚款",
        PenaltyLaw.At("第六十七条第一款")
    );

    /// <summary>Over 100 yuan, or not a decision on the spot.</summary>
    public static readonly DomainError NotASmallFine = new(
        "on-the-spot-collection.not-a-small-fine",
        "APL-68-1",
        ErrorKind.RuleBroken,
        "以小额罚款为由当场收缴的，限于当场处罚的一百元以下罚款",
        PenaltyLaw.At("第六十八条第一项")
    );

    /// <summary>No reason why later collection would be hard, or not a decision on the spot.</summary>
    public static readonly DomainError NotHardToCollectLater = new(
        "on-the-spot-collection.not-hard-to-collect-later",
        "APL-68-2",
        ErrorKind.RuleBroken,
        "以事后难以执行为由当场收缴的，限于当场处罚并应当写明理由",
        PenaltyLaw.At("第六十八条第二项")
    );

    /// <summary>Not a remote area, or the party did not ask.</summary>
    public static readonly DomainError NotRemoteOrNotAsked = new(
        "on-the-spot-collection.not-remote-or-not-asked",
        "APL-69",
        ErrorKind.RuleBroken,
        "边远、水上、交通不便地区当场收缴罚款，应当由当事人提出",
        PenaltyLaw.At("第六十九条")
    );

    /// <summary>No special receipt: the party may refuse to pay.</summary>
    public static readonly DomainError ReceiptMissing = new(
        "on-the-spot-collection.receipt-missing",
        "APL-70",
        ErrorKind.RuleBroken,
        "当场收缴罚款应当出具财政部门统一制发的专用票据",
        PenaltyLaw.At("第七十条")
    );

    /// <summary>The receipt was issued for another payment.</summary>
    public static readonly DomainError ReceiptAlreadyUsed = new(
        "on-the-spot-collection.receipt-already-used",
        "APL-70",
        ErrorKind.Conflict,
        "该票据号码已用于另一笔收缴",
        PenaltyLaw.At("第七十条")
    );

    /// <summary>Whether the channel is a collection on the spot, with its grounds and remittance. A phone payment into the treasury is not one.</summary>
    [StatutoryRule("APL-68-E")]
    public static bool IsCollection(PaymentChannel channel) =>
        channel switch
        {
            PaymentChannel.Cash => true,
            PaymentChannel.Bank or PaymentChannel.Electronic => false,
        };

    /// <summary>Refuses cash without ground and receipt.</summary>
    /// <param name="onTheSpotDecision">Whether the fine was decided in the simple procedure.</param>
    /// <exception cref="DomainException"><see cref="NoGround"/>, <see cref="NotASmallFine"/>, <see cref="NotHardToCollectLater"/>, <see cref="NotRemoteOrNotAsked"/> or <see cref="ReceiptMissing"/>.</exception>
    public static void EnsureAllowed(Money fine, bool onTheSpotDecision, CollectionOnRecord record)
    {
        if (record.Ground is not { } ground)
            throw NoGround.With("没有当场收缴的法定情形", "请当事人到银行或者通过电子支付系统缴款");
        switch (ground)
        {
            case CollectionGround.SmallFine when !onTheSpotDecision || fine > SmallFineCeiling:
                throw NotASmallFine.With(onTheSpotDecision ? $"罚款 {fine.InYuan} 元，限额 {SmallFineCeiling.InYuan} 元" : "不是当场处罚");
            case CollectionGround.HardToCollectLater when !onTheSpotDecision || string.IsNullOrWhiteSpace(record.Reason):
                throw NotHardToCollectLater.With(onTheSpotDecision ? "没有写明理由" : "不是当场处罚");
            case CollectionGround.RemoteArea when !record.RemoteArea || !record.PartyAsked:
                throw NotRemoteOrNotAsked.With(record.RemoteArea ? "当事人没有提出" : "不在边远、水上、交通不便地区");
            default:
                break;
        }
        if (string.IsNullOrWhiteSpace(record.ReceiptNumber))
            throw ReceiptMissing.With("没有票据号码", "不出具专用票据的，当事人有权拒绝缴纳");
    }
}
