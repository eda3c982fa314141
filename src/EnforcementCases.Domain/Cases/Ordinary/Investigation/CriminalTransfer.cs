using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Sending a suspected crime to the police (移送司法机关).</summary>
/// <param name="ReportedAt">When the officers reported it to the head.</param>
/// <param name="HeadPersonId">The head who decided; null while nobody has.</param>
/// <param name="DecidedAt">When the head decided; null while nobody has.</param>
/// <param name="Approved">Whether the head approved the transfer; null while nobody has decided.</param>
/// <param name="Reasons">Why it was not approved; otherwise null.</param>
/// <param name="HandedOverAt">When the case was handed over; null while it was not.</param>
/// <param name="SeizedGoods">Goods are sealed or detained in the case.</param>
/// <param name="GoodsHandedOver">The goods were handed over with the case.</param>
/// <param name="PartyNotifiedInWriting">The party was notified of it in writing.</param>
public sealed record CriminalTransferRecord(
    DateTimeOffset ReportedAt,
    Guid? HeadPersonId = null,
    DateTimeOffset? DecidedAt = null,
    bool? Approved = null,
    string? Reasons = null,
    DateTimeOffset? HandedOverAt = null,
    bool SeizedGoods = false,
    bool GoodsHandedOver = false,
    bool PartyNotifiedInWriting = false
)
{
    /// <summary>Nobody was identified, so there was nobody to notify.</summary>
    public bool PartyUnknown { get; init; }

    /// <summary>What the police, the procuratorate or the court did last; null before.</summary>
    public EnterCriminalResult? Result { get; init; }

    /// <summary>The conviction, also one of an earlier transfer of the case; null if nobody was convicted.</summary>
    public EnterCriminalResult? Conviction { get; init; }

    /// <summary>The suspicion waits for the head, for the handing over, or for the end of the criminal case: no penalty takes its place.</summary>
    public bool IsPending => Approved is not false && Result?.Result.IsFinal() is not true;

    /// <summary>The suspicion waits for the head or for the handing over.</summary>
    public bool AwaitsHandOver => Approved is not false && HandedOverAt is null;

    /// <summary>The criminal case runs.</summary>
    public bool IsAway => HandedOverAt is not null && IsPending;
}

/// <summary>A suspected crime is transferred, not fined (涉嫌犯罪案件移送). 行政处罚法 第八条第二款、第二十七条; 行政强制法 第二十一条.</summary>
public static class CriminalTransfer
{
    /// <summary>Days for the head where the place sets no other number (<c>transfer.decide</c>): three calendar days (行政执法机关移送涉嫌犯罪案件的规定 第五条).</summary>
    public const int DefaultDecideDays = 3;

    /// <summary>Clock hours from approval to handing over (二十四小时).</summary>
    public const int HandOverHours = 24;

    /// <summary>A penalty where a transfer is due.</summary>
    public static readonly DomainError PenaltyInstead = new(
        "criminal-transfer.penalty-instead",
        "APL-27",
        ErrorKind.RuleBroken,
        "违法行为涉嫌犯罪的，应当及时移送司法机关，不得以行政处罚代替刑事处罚",
        PenaltyLaw.At("第二十七条第一款")
    );

    /// <summary>The legal review sees a crime, and nobody reported it to the head.</summary>
    public static readonly DomainError NotReported = new(
        "criminal-transfer.not-reported",
        "APL-27",
        ErrorKind.RuleBroken,
        "法制审核认为涉嫌犯罪的，应当报告机关负责人决定是否移送",
        PenaltyLaw.At("第二十七条第一款")
    );

    /// <summary>Handed over without the head's approval.</summary>
    public static readonly DomainError NotApproved = new(
        "criminal-transfer.not-approved",
        "APL-27",
        ErrorKind.RuleBroken,
        "移送涉嫌犯罪案件应当由行政机关负责人批准，不批准的应当记明理由",
        At("第五条")
    );

    /// <summary>The case is with the judicial organs already.</summary>
    public static readonly DomainError HandedOverAlready = new(
        "criminal-transfer.handed-over-already",
        null,
        ErrorKind.WrongStage,
        "案件已经移送司法机关，尚未办结"
    );

    /// <summary>Seized goods stayed behind, or the party was not notified in writing.</summary>
    public static readonly DomainError GoodsStayBehind = new(
        "criminal-transfer.goods-stay-behind",
        "APL-27",
        ErrorKind.RuleBroken,
        "移送涉嫌犯罪案件，应当一并移送查封、扣押的财物，并书面告知当事人",
        CoercionLaw.At("第二十一条")
    );

    /// <summary>Cites 行政执法机关移送涉嫌犯罪案件的规定.</summary>
    public static LegalBasis At(string article) => new("《行政执法机关移送涉嫌犯罪案件的规定》", article);

    /// <summary>When the head has to have decided (三日内), from the officers' report.</summary>
    /// <param name="days">Calendar days; the regulation has no working-day clause.</param>
    [StatutoryRule("APL-27")]
    public static Deadline DecisionDue(DateTimeOffset reportedAt, WorkingCalendar calendar, int days = DefaultDecideDays) =>
        Deadline.From(
            new("APL-27", "决定是否移送", TimeLimit.CalendarDays(days), At("第五条"), DeadlineFor.AgencyPower, "报告负责人"),
            reportedAt,
            calendar
        );

    /// <summary>When an approved transfer has to be handed over (二十四小时内): hours, without relief for rest days.</summary>
    public static Deadline HandOverDue(DateTimeOffset approvedAt, WorkingCalendar calendar) =>
        Deadline.From(
            new("APL-27", "移送公安机关", TimeLimit.Hours(HandOverHours), At("第五条"), DeadlineFor.AgencyPower, "批准移送"),
            approvedAt,
            calendar
        );

    /// <summary>Why no penalty may be given now; null if no suspicion prevents it.</summary>
    public static DomainException? WhyNoPenalty(CriminalTransferRecord? transfer) =>
        transfer is { IsPending: true } ? PenaltyInstead.With(transfer.Approved is null ? "负责人尚未决定是否移送" : "已批准移送") : null;

    /// <summary>Why the case may not end yet after the legal review saw a crime; null once that was reported to the head, who decided on it.</summary>
    /// <param name="advisedAt">When the opinion was given; null if none sees a crime.</param>
    public static DomainException? ObstacleUnlessReported(DateTimeOffset? advisedAt, CriminalTransferRecord? transfer)
    {
        if (advisedAt is not { } advised || (transfer is { DecidedAt: not null } && transfer.ReportedAt >= advised))
            return null;
        return transfer?.ReportedAt >= advised
            ? NotReported.With("机关负责人尚未决定是否移送", "由机关负责人决定")
            : NotReported.With(
                $"{LegalDate.Of(advised):yyyy-MM-dd} 的审核意见为移送，此后没有报告机关负责人",
                "报告涉嫌犯罪，由机关负责人决定"
            );
    }

    /// <summary>Refuses a penalty while a suspicion of crime is undecided or its transfer approved.</summary>
    /// <exception cref="DomainException"><see cref="PenaltyInstead"/>.</exception>
    public static void EnsurePenaltyPossible(CriminalTransferRecord? transfer)
    {
        if (WhyNoPenalty(transfer) is { } why)
            throw why;
    }

    /// <summary>What is missing before the transfer is complete; none when it is. A refusal by the head needs reasons and nothing else.</summary>
    public static IReadOnlyList<DomainException> Missing(CriminalTransferRecord transfer) => [.. WhyIncomplete(transfer)];

    /// <summary>Refuses a transfer that is not complete.</summary>
    /// <exception cref="DomainException"><see cref="NotApproved"/> or <see cref="GoodsStayBehind"/>.</exception>
    public static void EnsureComplete(CriminalTransferRecord transfer) => Missing(transfer).RefuseFirst();

    private static IEnumerable<DomainException> WhyIncomplete(CriminalTransferRecord transfer)
    {
        if (transfer is not { HeadPersonId: not null, DecidedAt: { } decidedAt, Approved: { } approved })
        {
            yield return NotApproved.With("负责人尚未决定");
            yield break;
        }
        if (decidedAt < transfer.ReportedAt)
            yield return NotApproved.With("决定时间早于报告时间");
        if (!approved)
        {
            if (!transfer.Reasons.IsGiven())
                yield return NotApproved.With("没有不批准的理由");
            yield break;
        }
        if (transfer.HandedOverAt is not { } handedOver || handedOver < decidedAt)
            yield return NotApproved.With(transfer.HandedOverAt is null ? "没有移送时间" : "移送早于批准");
        if (transfer.SeizedGoods && !(transfer.GoodsHandedOver && (transfer.PartyNotifiedInWriting || transfer.PartyUnknown)))
            yield return GoodsStayBehind.With(transfer.GoodsHandedOver ? "没有书面告知当事人" : "查封、扣押的财物没有一并移送");
    }
}
