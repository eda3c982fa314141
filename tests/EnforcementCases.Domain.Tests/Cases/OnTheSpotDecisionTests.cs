using System.Globalization;
using EnforcementCases.Domain.Cases.OnTheSpot;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Penalties;
using Shouldly;
using Xunit;

namespace EnforcementCases.Domain.Tests.Cases;

/// <summary>行政处罚法 第四十四条、第四十五条、第五十二条、第六十二条.</summary>
public sealed class OnTheSpotDecisionTests
{
    private static readonly DateTimeOffset Decided = DateTimeOffset.Parse("2026-05-10T09:32:00+08:00", CultureInfo.InvariantCulture);

    private static readonly OnTheSpotContents Complete = new(
        "擅自占用城市道路",
        [PenaltyKind.Fine],
        "《城市道路管理条例》第四十二条",
        Money.Yuan(50),
        Decided,
        "汉沽街道新开中路",
        "先申请行政复议",
        "汉沽街道办事处",
        ["张三", "李四"]
    );

    [Fact, Rule("APL-52-2")]
    public void A_complete_decision_passes() => OnTheSpotDecision.EnsureComplete(Complete);

    public static TheoryData<string, OnTheSpotContents> Incomplete =>
        new()
        {
            { "违法行为", Complete with { Act = " " } },
            { "行政处罚的种类和依据", Complete with { Kinds = [] } },
            { "行政处罚的种类和依据", Complete with { Basis = "" } },
            { "罚款数额", Complete with { Fine = null } },
            { "时间", Complete with { DecidedAt = null } },
            { "地点", Complete with { Place = "" } },
            { "申请行政复议、提起行政诉讼的途径和期限", Complete with { Remedies = "" } },
            { "行政机关名称", Complete with { Organ = "" } },
            { "执法人员签名或者盖章", Complete with { OfficerSignatures = [] } },
            { "执法人员签名或者盖章", Complete with { OfficerSignatures = ["张三", ""] } },
        };

    [Theory, MemberData(nameof(Incomplete)), Rule("APL-52-2")]
    public void A_decision_with_an_empty_part_is_refused_and_the_part_is_named(string part, OnTheSpotContents contents)
    {
        OnTheSpotDecision.Missing(contents).ShouldBe([part]);
        var refusal = Should.Throw<DomainException>(() => OnTheSpotDecision.EnsureComplete(contents));
        refusal.Error.ShouldBe(OnTheSpotDecision.Incomplete);
        refusal.Detail.ShouldContain(part);
    }

    [Fact, Rule("APL-52-1")]
    public void A_decision_has_a_number_and_is_handed_over_on_its_day()
    {
        new Action(() => OnTheSpotDecision.EnsureNumbered("津汉街综执当罚决字〔2026〕第0001号")).ShouldRefuse(null);
        new Action(() => OnTheSpotDecision.EnsureNumbered(" ")).ShouldRefuse(OnTheSpotDecision.NumberMissing);
        HandOver(Decided, PartySignature.Signed, null).ShouldRefuse(null);
        HandOver(Decided.ToOffset(TimeSpan.Zero), PartySignature.Signed, null).ShouldRefuse(null);
        HandOver(Decided.AddMinutes(1), PartySignature.Signed, null).ShouldRefuse(null); // printed at the scene
        HandOver(Decided.AddMinutes(-1), PartySignature.Signed, null).ShouldRefuse(OnTheSpotDecision.NotHandedOver, "交付时间早于决定时间");
        HandOver(LegalDate.EndOf(LegalDate.Of(Decided)).AddMinutes(-1), PartySignature.Signed, null).ShouldRefuse(null);
        HandOver(LegalDate.EndOf(LegalDate.Of(Decided)), PartySignature.Signed, null)
            .ShouldRefuse(OnTheSpotDecision.NotHandedOver, "不是在决定当日交付");
        HandOver(null, PartySignature.Signed, null).ShouldRefuse(OnTheSpotDecision.NotHandedOver, "没有交付时间");
        HandOver(Decided, PartySignature.Refused, "当事人拒签，已告知").ShouldRefuse(null);
        HandOver(Decided, PartySignature.Refused, " ").ShouldRefuse(OnTheSpotDecision.RefusalNotNoted);
    }

    [Fact, Rule("APL-52-3")]
    public void The_party_is_told_of_everything_before_the_decision()
    {
        Tell(0).ShouldRefuse(null); // at the same minute: told and decided in one go
        Tell(-5).ShouldRefuse(null);
        Tell(1).ShouldRefuse(OnTheSpotNotice.NotNotified);
        Tell(null).ShouldRefuse(OnTheSpotNotice.NotNotified);
        foreach (var part in Enum.GetValues<NotifiedMatters>().Where(m => m is not (NotifiedMatters.None or NotifiedMatters.All)))
            Tell(-5, NotifiedMatters.All & ~part).ShouldRefuse(OnTheSpotNotice.NotNotified, $"未告知：{Words[part]}");
    }

    [Fact, Rule("APL-52-3")]
    public void The_party_is_heard_or_gives_the_right_up_in_words()
    {
        Tell(-5, words: "只摆了五分钟", waiver: null).ShouldRefuse(null);
        Tell(-5, words: null, waiver: "我不陈述、不申辩").ShouldRefuse(null);
        Tell(-5, words: null, waiver: null).ShouldRefuse(OnTheSpotNotice.NotHeard);
        Tell(-5, words: " ", waiver: "").ShouldRefuse(OnTheSpotNotice.NotHeard);
    }

    [Fact, Rule("APL-52-3")]
    public void Arguing_never_costs_more()
    {
        new Action(() => OnTheSpotNotice.EnsureNotHeavier(told: Money.Yuan(50), decided: Money.Yuan(50))).ShouldRefuse(null);
        new Action(() => OnTheSpotNotice.EnsureNotHeavier(told: Money.Yuan(50), decided: Money.Yuan(20))).ShouldRefuse(null);
        new Action(() => OnTheSpotNotice.EnsureNotHeavier(told: Money.Yuan(50), decided: Money.Yuan(50.01m))).ShouldRefuse(
            OnTheSpotNotice.HeavierThanNotified
        );
    }

    /// <summary>What the officer ticks about the party's words is not believed.</summary>
    [Theory, Rule("APL-45-ANSWER"), Rule("APL-52-3")]
    [InlineData("不是我摆的", true)]
    [InlineData("没有意见，但是只摆了五分钟", true)]
    [InlineData("只摆了五分钟", true)]
    [InlineData("没有意见，希望少罚一点", true)]
    [InlineData("没有意见，愿意马上搬走", false)]
    [InlineData("认可违法事实，愿意改正", false)]
    [InlineData("不认可", true)]
    [InlineData(" ", false)]
    public void Words_that_do_not_plainly_agree_are_answered_whatever_was_ticked(string words, bool refused)
    {
        var notice = new OnTheSpotNotice(Decided, NotifiedMatters.All, words, WaiverWords: null, Objects: false);

        Answered(notice).ShouldRefuse(refused, OnTheSpotNotice.Unanswered);
        Answered(notice with { Answer = new(Accepted: false, "现场录像为证") }).ShouldRefuse(null);

        static Action Answered(OnTheSpotNotice said) => () => said.EnsureAnswered(Money.Yuan(50), Money.Yuan(50));
    }

    private static readonly Dictionary<NotifiedMatters, string> Words = new()
    {
        [NotifiedMatters.ProposedPenalty] = "拟处罚内容",
        [NotifiedMatters.Facts] = "事实",
        [NotifiedMatters.Reasons] = "理由",
        [NotifiedMatters.Basis] = "依据",
        [NotifiedMatters.Rights] = "陈述、申辩等权利",
    };

    private static Action HandOver(DateTimeOffset? at, PartySignature signature, string? note) =>
        () => OnTheSpotDecision.EnsureHandedOver(Decided, at, signature, note);

    private static Action Tell(
        int? minutes,
        NotifiedMatters told = NotifiedMatters.All,
        string? words = "没有意见",
        string? waiver = null
    ) => () => new OnTheSpotNotice(minutes is { } m ? Decided.AddMinutes(m) : null, told, words, waiver).EnsureDoneBefore(Decided);
}
