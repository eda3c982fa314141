using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Remedies;

/// <summary>Information to the party about remedies (救济途径和期限), chosen by procedure and date of the decision.</summary>
/// <param name="Text">The sentence as it prints on the decision, in Chinese.</param>
/// <param name="ReconsiderationFirst">Whether the party must apply for reconsideration before going to court (复议前置).</param>
/// <param name="Reconsideration">Period for applying for reconsideration.</param>
/// <param name="Suit">Period for going to court: from the reconsideration decision if that comes first, otherwise from the penalty decision.</param>
public sealed record RemedyAdvice(string Text, bool ReconsiderationFirst, DeadlineRule Reconsideration, DeadlineRule Suit)
{
    /// <summary>From this date on (inclusive) an on-the-spot penalty goes to reconsideration first (行政复议法 第二十三条第一款第一项、第九十条).</summary>
    public static readonly DateOnly ReconsiderationFirstSince = new(2024, 1, 1);

    internal static readonly DeadlineRule AskForReconsideration = new(
        "ARL-23-1",
        "申请行政复议",
        ReconsiderationLaw.Days(60),
        ReconsiderationLaw.At("第二十条第一款"),
        DeadlineFor.Party,
        "收到处罚决定书"
    );

    internal static readonly DeadlineRule SueAfterReconsideration = new(
        "ARL-23-1",
        "对复议决定提起行政诉讼",
        LitigationLaw.Days(15),
        LitigationLaw.At("第四十五条"),
        DeadlineFor.Party,
        "收到行政复议决定书"
    );

    internal static readonly DeadlineRule SueDirectly = new(
        "ARL-23-1",
        "提起行政诉讼",
        TimeLimit.Months(6),
        LitigationLaw.At("第四十六条第一款"),
        DeadlineFor.Party,
        "收到处罚决定书"
    );

    /// <summary>The organisation has no reconsideration organ: a paper without it would not advise on remedies.</summary>
    public static readonly DomainError OrganNotSet = new(
        "remedy.organ-not-set",
        null,
        ErrorKind.Unacceptable,
        "本机构尚未设置行政复议机关"
    );

    /// <summary>The advice on a decision made on the spot (当场处罚).</summary>
    /// <param name="decidedOn">Legal date of the decision.</param>
    /// <param name="reconsiderationOrgan">Full name of the people's government that reviews it: for a street office, that of the district.</param>
    [StatutoryRule("ARL-23-1")]
    public static RemedyAdvice ForOnTheSpot(DateOnly decidedOn, string reconsiderationOrgan)
    {
        EnsureSet(reconsiderationOrgan);
        return decidedOn >= ReconsiderationFirstSince
            ? new(
                $"如不服本处罚决定，应当自收到本决定书之日起六十日内先向{reconsiderationOrgan}申请行政复议；对行政复议决定不服的，"
                    + "可以自收到行政复议决定书之日起十五日内向人民法院提起行政诉讼。未申请行政复议的，不得直接提起行政诉讼。",
                ReconsiderationFirst: true,
                AskForReconsideration,
                SueAfterReconsideration
            )
            : Either(reconsiderationOrgan);
    }

    /// <summary>The advice on a decision of the ordinary procedure (普通程序): reconsideration or court, at the party's choice, for any date.</summary>
    /// <param name="reconsiderationOrgan">Full name of the people's government that reviews it, <see cref="Access.ReconsiderationOrgan"/>.</param>
    [StatutoryRule("REMEDY")]
    public static RemedyAdvice ForOrdinary(string reconsiderationOrgan)
    {
        EnsureSet(reconsiderationOrgan);
        return Either(reconsiderationOrgan) with
        {
            Reconsideration = AskForReconsideration with { Rule = "REMEDY" },
            Suit = SueDirectly with { Rule = "REMEDY" },
        };
    }

    private static RemedyAdvice Either(string reconsiderationOrgan) =>
        new(
            $"如不服本处罚决定，可以自收到本决定书之日起六十日内向{reconsiderationOrgan}申请行政复议，"
                + "也可以自收到本决定书之日起六个月内直接向人民法院提起行政诉讼。",
            ReconsiderationFirst: false,
            AskForReconsideration,
            SueDirectly
        );

    private static void EnsureSet(string reconsiderationOrgan)
    {
        if (string.IsNullOrWhiteSpace(reconsiderationOrgan))
            throw OrganNotSet.With("文书应当告知向哪个机关申请行政复议", "由管理员在机构信息中填写复议机关，经第二人确认后再办理");
    }
}
