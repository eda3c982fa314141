using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Papers;
using EnforcementCases.Domain.Tests.Documents.Forms;
using Shouldly;
using Xunit;
using static EnforcementCases.Domain.Tests.Cases.Ordinary.AnOrdinaryCase;
using static EnforcementCases.Domain.Tests.Law.Calendars;

namespace EnforcementCases.Domain.Tests.Cases;

/// <summary>Correction of slips (补正): what is a slip, what needs a revocation, and what shows the text that is right.</summary>
public sealed class SlipTests
{
    private static readonly FixedWords Known = new("天津龚喆彧建材有限公司", "龚喆彧", "新开中路与太平街交口东侧人行道");
    private static readonly FormContent Decision = Sample(DocumentKind.PenaltyDecision);

    [Theory, Rule("CORR-SLIP")]
    [InlineData("砂石、水泥等建筑材料", "沙石、水泥等建筑材料", SlipKind.Writing)]
    [InlineData("妨碍行人通行", "妨碍行人通过", SlipKind.Writing)]
    [InlineData("面积约12平方米", "面积约21平方米", SlipKind.Figure)]
    [InlineData("前清除。2026年3月10日复查", "前清除。2026年3月11日复查", SlipKind.Figure)]
    [InlineData("请求从轻处罚；经复核", "请求从轻处罚；经复查", SlipKind.Writing)]
    public void A_character_and_a_figure_are_slips(string printed, string corrected, SlipKind kind) =>
        SlipOnPaper.Judge(Decision, printed, corrected, Known).ShouldBe(kind);

    [Theory, Rule("CORR-SLIP")]
    [InlineData("天津龚喆彧建材有限公司", "天津龚某建材有限公司", "当事人")] // who it is
    [InlineData("新开中路与太平街交口东侧人行道堆放", "新开中路与太平街交口西侧人行道堆放", "违法地点")]
    [InlineData("第二十七条第二款", "第二十八条第二款", "处罚依据")]
    [InlineData("占地面积约12平方米，妨碍", "占地面积约12平方米，未妨碍", "有无、是否的表述")]
    [InlineData("符合裁量基准“一般”阶次", "符合裁量基准“严重”阶次", "裁量情节")]
    [InlineData("罚款200元以上500元以下", "罚款200元以上600元以下", "数额")]
    [InlineData("十五日内，持本决定书", "十日内，持本决定书", "履行方式和期限")]
    [InlineData("立即清除占道堆放", "十日内清除占道堆放", "责令改正")]
    [InlineData("六十日内向", "三十日内向", "救济途径和期限")]
    public void What_the_decision_rests_on_or_states_is_no_slip(string printed, string corrected, string element) =>
        new Action(() => SlipOnPaper.Judge(Decision, printed, corrected, Known)).ShouldRefuse(SlipOnPaper.Substance, element);

    [Theory, Rule("CORR-SLIP")]
    [InlineData("占用绿地", "没有该段文字")]
    [InlineData("2026年3月5日", "没有该段文字", "2026年13月5日")]
    [InlineData("当事人", "多处")]
    public void The_passage_is_the_one_that_is_printed(string printed, string why, string? other = null) =>
        new Action(() => SlipOnPaper.Judge(Decision, other ?? printed, "别的文字", Known)).ShouldRefuse(SlipOnPaper.NotPrinted, why);

    [Theory, Rule("CORR-SLIP")]
    [InlineData(DocumentKind.InquiryRecord)] // signed by those who were asked
    [InlineData(DocumentKind.DecisionApproval)] // inside the organ
    [InlineData(DocumentKind.ServiceReceipt)]
    public void Only_papers_of_the_organ_are_corrected(DocumentKind kind) =>
        new Action(() => SlipOnPaper.Judge(Sample(kind), "当事人", "当事者", Known)).ShouldRefuse(SlipOnPaper.NotOfOrgan);

    [Fact, Rule("CORR-SLIP")]
    public void Another_paper_of_the_file_that_is_not_later_shows_what_is_right()
    {
        var decision = Paper(DocumentKind.PenaltyDecision, "2026-04-01");
        var notice = Sample(DocumentKind.PriorNotice);
        void Shown(CaseDocument proof, string corrected) => SlipOnPaper.EnsureShown(notice, proof, decision, corrected);

        Shown(Paper(DocumentKind.PriorNotice, "2026-04-01"), "面积约12平方米");
        new Action(() => Shown(Paper(DocumentKind.PriorNotice, "2026-04-02"), "面积约12平方米")).ShouldRefuse(SlipOnPaper.NotShown);
        new Action(() => Shown(Paper(DocumentKind.PriorNotice, "2026-03-01"), "面积约21平方米")).ShouldRefuse(SlipOnPaper.NotShown);
        new Action(() => Shown(decision, "面积约12平方米")).ShouldRefuse(SlipOnPaper.NotShown);
    }

    [Fact, Rule("CORR-SLIP")]
    public void What_shows_the_text_contains_the_words_around_it()
    {
        var (printed, corrected) = SlipOnPaper.ClauseOf(Decision, "12平方米", "21平方米");
        (printed, corrected).ShouldBe(("占地面积约12平方米", "占地面积约21平方米"));
        var (decision, notice) = (Paper(DocumentKind.PenaltyDecision, "2026-04-01"), Paper(DocumentKind.PriorNotice, "2026-03-01"));
        new Action(() => SlipOnPaper.EnsureShown(Sample(DocumentKind.PriorNotice), notice, decision, corrected)).ShouldRefuse(
            SlipOnPaper.NotShown
        );
        new Action(() => SlipOnPaper.ClauseOf(Decision, "占用绿地", "占用道路")).ShouldRefuse(SlipOnPaper.NotPrinted);
    }

    [Fact, Rule("CORR-SLIP")]
    public void The_day_of_the_offence_is_no_slip_and_an_hour_is_a_figure()
    {
        var day = Known with { DayText = "2026年3月10日" };
        new Action(() => SlipOnPaper.Judge(Decision, "前清除。2026年3月10日复查", "前清除。2026年3月11日复查", day)).ShouldRefuse(
            SlipOnPaper.Substance,
            "违法时间"
        );
        SlipOnPaper.Judge(Decision, "砂石、水泥等建筑材料", "砂石、水泥等多种建筑材料", Known).ShouldBe(SlipKind.Figure);
    }

    [Theory, Rule("CORR-SLIP")]
    [InlineData("占道摆摊，占道经营", "占道", "占到", "占道经营", "占到经营", "占道摆摊，占到经营")] // the one that the paper has
    [InlineData("占道摆摊，占道经营", "占道", "占到", "占道停车", "占到停车", "占道摆摊，占道经营")] // none of the two
    [InlineData("占道摆摊", "占道", "占到", "占道停车", "占到停车", "占到摆摊")] // there is only one
    public void Facts_are_put_right_at_the_one_place(
        string facts,
        string printed,
        string corrected,
        string clause,
        string right,
        string after
    )
    {
        var @case = AnOnTheSpotCase.Decide();
        @case.SetFacts(facts);
        var slip = new CorrectedSlip(SlipKind.Writing, printed, corrected, "笔误", @case.Officers[0].PersonId, "张三", "李主任")
        {
            Clause = (clause, right),
        };
        @case.CorrectError(
            Paper(DocumentKind.CorrectionDecision, "2024-09-20"),
            Paper(DocumentKind.OnTheSpotDecision, "2024-09-18"),
            slip,
            Guid.CreateVersion7(),
            At("2024-09-20"),
            Shipped
        );
        @case.Facts.ShouldBe(after);
    }

    [Fact, Rule("CORR-SLIP")]
    public void Evidence_shows_a_character_and_never_a_figure()
    {
        static Action Shown(string named, SlipKind kind, string printed, string corrected) =>
            () => SlipOnPaper.EnsureShown(["a", "b"], named, kind, printed, corrected);

        Shown("b", SlipKind.Writing, "堆放蔬菜", "堆放疏菜").ShouldRefuse(null);
        Shown("b", SlipKind.Writing, "堆放菜", "堆放大白菜").ShouldRefuse(null);
        Shown("b", SlipKind.Writing, "堆放菜", "堆放很大白菜").ShouldRefuse(SlipOnPaper.NotShown, "2 个字");
        Shown("b", SlipKind.Writing, "占道堆放蔬菜", "占用绿地种菜").ShouldRefuse(SlipOnPaper.NotShown);
        Shown("c", SlipKind.Writing, "堆放蔬菜", "堆放疏菜").ShouldRefuse(SlipOnPaper.NotShown, "没有证据");
        Shown("b", SlipKind.Figure, "三处", "二处").ShouldRefuse(SlipOnPaper.NotShown);
    }

    [Fact, Rule("CORR-SLIP")]
    public void A_corrected_slip_is_served_and_not_repeated_and_party_and_place_stay()
    {
        var @case = AnOnTheSpotCase.Decide();
        var (party, place) = (@case.Party, @case.Place);
        var decision = Paper(DocumentKind.OnTheSpotDecision, "2024-09-18");
        var slip = new CorrectedSlip(SlipKind.Writing, "占道摆摊", "占道摆滩", "笔误", @case.Officers[0].PersonId, "张三", "李主任");
        var paper = Paper(DocumentKind.CorrectionDecision, "2024-09-20");
        void Correct(CorrectedSlip slip, string on) => @case.CorrectError(paper, decision, slip, Guid.CreateVersion7(), At(on), Shipped);

        new Action(() => Correct(slip with { Corrected = slip.Printed }, "2024-09-20")).ShouldRefuse(ActsOfCase.NothingCorrected);
        new Action(() => Correct(slip, "2024-09-17")).ShouldRefuse(ActsOfCase.BeforeDecision);
        new Action(() => @case.ProposerOfCorrection(Guid.CreateVersion7())).ShouldRefuse(ActsOfCase.ProposerNotOfficer);
        @case.ProposerOfCorrection(@case.Officers[1].PersonId).ShouldBe(@case.Officers[1]);

        Correct(slip, "2024-09-20");

        (@case.Facts, @case.Party, @case.Place).ShouldBe(("占道摆滩", party, place));
        @case.Deadline(DeadlineKind.ServiceOfCorrection).Reference.ShouldBe(paper.Number);
        @case.OpenDuties().ShouldContain("送达补正决定书");
        @case.PendingRecord[^1].Type.ShouldBe("slip-corrected");
    }

    private static FormContent Sample(DocumentKind kind)
    {
        var form = DocumentForms.Of(kind);
        return form.Fill(SampleForms.For(form));
    }

    private static CaseDocument Paper(DocumentKind kind, string on) =>
        new(Guid.CreateVersion7(), Guid.CreateVersion7(), "/", kind, "津汉街综执补正字〔2024〕第0001号", "c", "t", [], "h", At(on))
        {
            DatedOn = Date(on),
        };
}
