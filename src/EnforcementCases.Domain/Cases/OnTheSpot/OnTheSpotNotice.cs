using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Cases.OnTheSpot;

/// <summary>The items of the prior notice (告知): the parts of 第四十四条.</summary>
[Flags]
public enum NotifiedMatters
{
    /// <summary>No item.</summary>
    None = 0,

    /// <summary>拟作出的行政处罚内容.</summary>
    ProposedPenalty = 1,

    /// <summary>事实.</summary>
    Facts = 2,

    /// <summary>理由.</summary>
    Reasons = 4,

    /// <summary>依据.</summary>
    Basis = 8,

    /// <summary>依法享有的陈述、申辩等权利.</summary>
    Rights = 16,

    /// <summary>All items that the law requires.</summary>
    All = ProposedPenalty | Facts | Reasons | Basis | Rights,
}

/// <summary>The officers' answer to what the party objected (对陈述、申辩的答复). 行政处罚法 第四十五条第一款.</summary>
/// <param name="Accepted">Whether the objection is accepted (采纳).</param>
/// <param name="Because">Why it is accepted or not.</param>
/// <param name="ChangesNothingBecause">Why an accepted objection does not change the fine; otherwise null.</param>
public sealed record AnswerToParty(bool Accepted, string Because, string? ChangesNothingBecause = null);

/// <summary>Prior notice, hearing the party, and no heavier penalty because it argued; in the simple procedure too. 行政处罚法 第四十四条、第四十五条、第六十二条.</summary>
/// <param name="NotifiedAt">When the party was notified.</param>
/// <param name="Matters">What the party was notified of.</param>
/// <param name="PartyWords">What the party stated or argued (陈述、申辩); null if it stated nothing.</param>
/// <param name="WaiverWords">The words in which the party gave the right up (明确放弃); silence is no waiver; null when there was no waiver.</param>
/// <param name="Objects">The party's words contain an objection.</param>
/// <param name="Answer">The officers' answer to it; null if none was given.</param>
public sealed record OnTheSpotNotice(
    DateTimeOffset? NotifiedAt,
    NotifiedMatters Matters,
    string? PartyWords,
    string? WaiverWords,
    bool Objects = false,
    AnswerToParty? Answer = null
)
{
    /// <summary>The party was not notified, not of everything, or only after the decision.</summary>
    public static readonly DomainError NotNotified = new(
        "prior-telling.not-told",
        "APL-52-3",
        ErrorKind.RuleBroken,
        "作出处罚决定前应当告知当事人拟处罚内容及事实、理由、依据和依法享有的权利",
        PenaltyLaw.At("第四十四条")
    );

    /// <summary>Neither the party's words nor an explicit waiver is on record.</summary>
    public static readonly DomainError NotHeard = new(
        "prior-telling.not-heard",
        "APL-52-3",
        ErrorKind.RuleBroken,
        "未听取当事人陈述、申辩，当事人也未明确放弃，不得作出处罚决定",
        PenaltyLaw.At("第六十二条")
    );

    /// <summary>The penalty is heavier than the one notified before the party argued.</summary>
    public static readonly DomainError HeavierThanNotified = new(
        "prior-telling.heavier-than-told",
        "APL-52-3",
        ErrorKind.RuleBroken,
        "不得因当事人陈述、申辩而给予更重的处罚",
        PenaltyLaw.At("第四十五条第二款")
    );

    /// <summary>The party objected and was not answered.</summary>
    public static readonly DomainError Unanswered = new(
        "prior-telling.unanswered",
        "APL-52-3",
        ErrorKind.RuleBroken,
        "当事人提出陈述、申辩的，应当复核并答复",
        PenaltyLaw.At("第四十五条第一款")
    );

    /// <summary>The objection was accepted, but the decision is what was notified before.</summary>
    public static readonly DomainError AcceptedWithoutEffect = new(
        "prior-telling.accepted-without-effect",
        "APL-52-3",
        ErrorKind.RuleBroken,
        "采纳当事人意见的，决定应当随之改变，或者写明不改变的理由",
        PenaltyLaw.At("第四十五条第一款")
    );

    /// <summary>Words by which a party agrees.</summary>
    private static readonly string[] Agreeing =
    [
        "没有意见",
        "没意见",
        "无意见",
        "没有异议",
        "没异议",
        "无异议",
        "不陈述",
        "不申辩",
        "认可",
        "接受处罚",
        "愿意改正",
    ];

    /// <summary>Words that make a statement out of an agreement.</summary>
    private static readonly string[] Objecting =
    [
        "但",
        "不过",
        "可是",
        "只是",
        "不是我",
        "冤",
        "不服",
        "不认可",
        "不接受",
        "从轻",
        "减轻",
        "少罚",
        "免罚",
        "不罚",
        "请求",
        "希望",
    ];

    /// <summary>Refuses a decision before the party was notified and heard.</summary>
    /// <exception cref="DomainException"><see cref="NotNotified"/> or <see cref="NotHeard"/>.</exception>
    public void EnsureDoneBefore(DateTimeOffset decidedAt)
    {
        if (NotifiedAt is not { } notifiedAt)
            throw NotNotified.With("没有告知时间");
        if (notifiedAt > decidedAt)
            throw NotNotified.With("告知时间晚于决定时间");
        if ((Matters & NotifiedMatters.All) != NotifiedMatters.All)
            throw NotNotified.With($"未告知：{string.Join('、', Missing())}");
        if (string.IsNullOrWhiteSpace(PartyWords) && string.IsNullOrWhiteSpace(WaiverWords))
            throw NotHeard.With("既无陈述、申辩记录，也无明确放弃的记录", "当事人没有意见的，记录其原话；沉默不是放弃");
    }

    /// <summary>Refuses a fine higher than the one in the prior notice.</summary>
    /// <exception cref="DomainException"><see cref="HeavierThanNotified"/>.</exception>
    public static void EnsureNotHeavier(Money told, Money decided)
    {
        if (decided > told)
            throw HeavierThanNotified.With($"告知 {told.InYuan} 元，决定 {decided.InYuan} 元", "有新事实的，重新告知");
    }

    /// <summary>Refuses an objection without an answer, and an accepted one that changes nothing without a reason.</summary>
    /// <exception cref="DomainException"><see cref="Unanswered"/> or <see cref="AcceptedWithoutEffect"/>.</exception>
    public void EnsureAnswered(Money notified, Money decided)
    {
        if ((Objects || !AgreesPlainly(PartyWords)) && string.IsNullOrWhiteSpace(Answer?.Because))
            throw Unanswered.With("没有答复当事人的意见", "写明是否采纳及其理由").At("/notice/answer");
        if (Answer is { Accepted: true } && string.IsNullOrWhiteSpace(Answer.ChangesNothingBecause) && decided == notified)
            throw AcceptedWithoutEffect
                .With($"告知和决定均为 {decided.InYuan} 元", "改变决定，或者写明不改变的理由")
                .At("/notice/answer/changesNothingBecause");
    }

    /// <summary>Whether the party's words plainly agree, so that they need no answer. What was ticked about them is not believed: all other words are answered.</summary>
    private static bool AgreesPlainly(string? words) =>
        string.IsNullOrWhiteSpace(words)
        || (
            Agreeing.Any(agreeing => words.Contains(agreeing, StringComparison.Ordinal))
            && !Objecting.Any(objecting => words.Contains(objecting, StringComparison.Ordinal))
        );

    private IEnumerable<string> Missing()
    {
        if (!Matters.HasFlag(NotifiedMatters.ProposedPenalty))
            yield return "拟处罚内容";
        if (!Matters.HasFlag(NotifiedMatters.Facts))
            yield return "事实";
        if (!Matters.HasFlag(NotifiedMatters.Reasons))
            yield return "理由";
        if (!Matters.HasFlag(NotifiedMatters.Basis))
            yield return "依据";
        if (!Matters.HasFlag(NotifiedMatters.Rights))
            yield return "陈述、申辩等权利";
    }
}
