using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Cases.Coercion;

/// <summary>Why things of the party are dealt with before a decision, or without one (处理的情形).</summary>
public enum DisposalGround
{
    /// <summary>鲜活物品或者其他不易保管的财物.</summary>
    [Term("鲜活或者其他不易保管的财物")]
    Perishable,

    /// <summary>公告期满无人认领.</summary>
    [Term("公告期满无人认领")]
    Unclaimed,
}

/// <summary>What is done with the things (处理方式).</summary>
public enum DisposalWay
{
    /// <summary>拍卖.</summary>
    [Term("拍卖")]
    Auction,

    /// <summary>变卖.</summary>
    [Term("变卖")]
    Sale,

    /// <summary>销毁: spoilt, or without use.</summary>
    [Term("销毁")]
    Destroy,

    /// <summary>移交财政部门: things that nobody claims, or the money that they fetched (上缴国库).</summary>
    [Term("移交财政部门")]
    Treasury,
}

/// <summary>What one thing fetched.</summary>
/// <param name="Position">Position of the thing on the list, from 1.</param>
/// <param name="PriceFen">What was paid for it, in fen; 0 if it was destroyed or handed over.</param>
/// <param name="MarketPriceFen">What it would have fetched on the market, in fen; 0 if it had no value.</param>
/// <param name="MarketPriceSource">Where that figure comes from: price list, appraisal, three offers (价格来源); required unless it is 0.</param>
/// <param name="WorthlessBecause">Why it had no value (变质、没有使用价值); required if it was destroyed, otherwise null.</param>
public sealed record ThingSold(
    int Position,
    long PriceFen,
    long MarketPriceFen,
    string? MarketPriceSource = null,
    string? WorthlessBecause = null
)
{
    /// <summary>What the party lost where the price lies clearly below the market (变卖价格明显低于市场价格); zero otherwise.</summary>
    internal Money Loss =>
        PriceFen * 100 < MarketPriceFen * ThingsDisposed.FairPercent ? Money.OfFen(MarketPriceFen - PriceFen) : Money.Zero;
}

/// <summary>Things that do not keep, and things that nobody claims (拍卖、变卖; 无人认领). 行政强制法 第二十八条第二款.</summary>
public static class ThingsDisposed
{
    /// <summary>A price below this share of the market price is clearly below it (明显低于): 70 per cent, itself fair. Design: the law has no number.</summary>
    public const int FairPercent = 70;

    /// <summary>Longest notice, inclusive, in calendar days: the things are kept meanwhile. Design.</summary>
    public const int LongestNoticeDays = 1_095;

    /// <summary>Preserved evidence is to be sold.</summary>
    public static readonly DomainError PreservedNotSold = new(
        "register-preserve.not-for-sale",
        "ACL-28-SELL",
        ErrorKind.RuleBroken,
        "先行登记保存的物品不得拍卖、变卖；不易保管的，返还或者依法查封、扣押后处理",
        PenaltyLaw.At("第五十六条")
    );

    /// <summary>The way is not one of the ground.</summary>
    public static readonly DomainError WayNotAllowed = new(
        "disposal.way-not-allowed",
        "ACL-28-SELL",
        ErrorKind.RuleBroken,
        "鲜活或者其他不易保管的财物可以拍卖、变卖，已经变质的可以销毁；只有公告期满无人认领的才移交财政部门",
        CoercionLaw.At("第二十八条第二款")
    );

    /// <summary>The head did not approve, or approved other things or later.</summary>
    public static readonly DomainError NotApproved = new(
        "disposal.not-approved",
        "ACL-28-SELL",
        ErrorKind.RuleBroken,
        "处理查封、扣押的财物应当经行政机关负责人批准，并限于批准的财物",
        CoercionLaw.At("第二十八条第二款")
    );

    /// <summary>The record lacks price, market price, receiver, receipt or reason.</summary>
    public static readonly DomainError RecordIncomplete = new(
        "disposal.record-incomplete",
        "ACL-28-SELL",
        ErrorKind.RuleBroken,
        "处理财物的记录应当载明价款、市场价格及其来源、去向、票据和音像记录",
        CoercionLaw.At("第二十八条第二款")
    );

    /// <summary>The money given back or paid in is not what the things fetched.</summary>
    public static readonly DomainError ProceedsDiffer = new(
        "disposal.proceeds-differ",
        "ACL-28-SELL",
        ErrorKind.RuleBroken,
        "已将财物拍卖或者变卖的，退还或者上缴拍卖、变卖所得款项",
        CoercionLaw.At("第二十八条第二款")
    );

    /// <summary>Sold clearly below the market, and the loss is not compensated.</summary>
    public static readonly DomainError NotCompensated = new(
        "disposal.not-compensated",
        "ACL-28-SELL",
        ErrorKind.RuleBroken,
        "变卖价格明显低于市场价格，给当事人造成损失的，应当给予补偿",
        CoercionLaw.At("第二十八条第二款")
    );

    /// <summary>The notice to the owner runs for fewer days than the place asks for, or without a sensible end.</summary>
    public static readonly DomainError NoticeDays = new(
        "unclaimed.notice-days",
        "ACL-27-28",
        ErrorKind.RuleBroken,
        "认领公告的期间不符合规定的日数",
        CoercionLaw.At("第二十八条第二款")
    );

    /// <summary>No notice was published, or its time still runs.</summary>
    public static readonly DomainError StillClaimable = new(
        "unclaimed.still-claimable",
        "ACL-27-28",
        ErrorKind.RuleBroken,
        "公告认领期满无人认领的，才可以处理",
        CoercionLaw.At("第二十八条第二款")
    );

    /// <summary>A known owner was not called to collect the things.</summary>
    public static readonly DomainError OwnerNotCalled = new(
        "unclaimed.owner-not-called",
        "ACL-27-28",
        ErrorKind.RuleBroken,
        "当事人明确的，应当先通知其领取，逾期不领取的才公告认领",
        CoercionLaw.At("第二十八条第二款")
    );

    /// <summary>Refuses a way that the ground does not allow.</summary>
    /// <exception cref="DomainException"><see cref="WayNotAllowed"/>.</exception>
    public static void EnsureWay(DisposalGround ground, DisposalWay way)
    {
        if (ground is DisposalGround.Perishable && way is DisposalWay.Treasury)
            throw WayNotAllowed.With($"“{ground.Term()}”，“{way.Term()}”", "拍卖或者变卖，保存价款").At("/way");
    }

    /// <summary>The last day on which the owner may claim the things.</summary>
    /// <param name="days">Calendar days of the notice.</param>
    /// <param name="least">What the place asks for at least (<c>unclaimed.notice</c>).</param>
    /// <param name="away">Periods in which the things were with the judicial organs, and nobody could claim them here.</param>
    /// <exception cref="DomainException"><see cref="NoticeDays"/>.</exception>
    [StatutoryRule("ACL-27-28")]
    public static Deadline ClaimableUntil(
        DateOnly publishedOn,
        int days,
        int least,
        WorkingCalendar calendar,
        IReadOnlyList<ExcludedSpan>? away = null
    )
    {
        if (days < Math.Max(least, 1) || days > LongestNoticeDays)
            throw NoticeDays.With($"公告 {days} 日，规定不少于 {Math.Max(least, 1)} 日，不多于 {LongestNoticeDays} 日").At("/days");
        return Deadline.From(
            new(
                "ACL-27-28",
                "认领查封、扣押或者登记保存的财物",
                TimeLimit.CalendarDays(days),
                CoercionLaw.At("第二十八条第二款"),
                DeadlineFor.Party,
                "发布认领公告"
            ),
            publishedOn,
            calendar,
            away
        );
    }

    /// <summary>Refuses a record of what was done with things that lacks what its way asks for.</summary>
    /// <param name="receiver">Buyer, auctioneer, site of destruction, or office that took them over.</param>
    /// <param name="receipt">Receipt of the money, or of what was handed over; null if none.</param>
    /// <param name="filmed">Whether sound and picture were recorded.</param>
    /// <exception cref="DomainException"><see cref="RecordIncomplete"/>.</exception>
    public static void EnsureRecorded(DisposalWay way, IReadOnlyList<ThingSold> things, string receiver, string? receipt, bool filmed)
    {
        foreach (var (thing, i) in things.Select((thing, i) => (thing, i)))
        {
            var sold = way is DisposalWay.Auction or DisposalWay.Sale;
            var missing = Obstacles.NotGiven(
                (
                    sold ? "价款" : "没有价款的处理方式不写价款",
                    sold ? thing.PriceFen > 0 : thing.PriceFen == 0 || way is DisposalWay.Treasury
                ),
                ("市场价格", thing.PriceFen >= 0 && (sold ? thing.MarketPriceFen > 0 : thing.MarketPriceFen >= 0)),
                ("市场价格的来源", thing.MarketPriceFen == 0 || thing.MarketPriceSource.IsGiven()),
                ("没有价值的理由", (way is DisposalWay.Destroy) == thing.WorthlessBecause.IsGiven()),
                ("票据", way is DisposalWay.Destroy || receipt.IsGiven()),
                ("去向", receiver.IsGiven()),
                ("音像记录", filmed)
            );
            if (missing.Count > 0)
                throw RecordIncomplete.With($"清单第 {thing.Position} 项缺少：{string.Join('、', missing)}").At($"/things/{i}");
        }
    }

    /// <summary>Refuses money that is not what the things fetched, or a loss that is not compensated.</summary>
    /// <param name="sold">What the things in question fetched.</param>
    /// <param name="proceeds">What is given back or paid in; null if nothing is entered.</param>
    /// <param name="compensation">What is paid beside it; null where the things are confiscated.</param>
    /// <exception cref="DomainException"><see cref="ProceedsDiffer"/> or <see cref="NotCompensated"/>.</exception>
    public static void EnsureProceeds(IReadOnlyCollection<ThingSold> sold, Money? proceeds, Money? compensation)
    {
        var fetched = Money.OfFen(sold.Sum(s => s.PriceFen));
        if ((proceeds ?? Money.Zero) != fetched)
            throw ProceedsDiffer.With($"所得款项 {fetched.InYuan} 元，写明 {(proceeds ?? Money.Zero).InYuan} 元").At("/proceedsFen");
        var loss = Money.OfFen(sold.Sum(s => s.Loss.Fen));
        if (compensation is { } paid && paid < loss)
            throw NotCompensated.With($"应当补偿 {loss.InYuan} 元，写明 {paid.InYuan} 元").At("/compensationFen");
    }
}
