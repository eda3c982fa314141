using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Papers;
using EnforcementCases.Domain.Tests.Cases;
using Shouldly;
using Xunit;
using static EnforcementCases.Domain.Tests.Law.Calendars;

namespace EnforcementCases.Domain.Tests.Documents.Forms;

/// <summary>D03 and D37, made out from a case decided on the spot.</summary>
public sealed class DeskPapersTests
{
    private static readonly TreasuryCodes NoCodes = new(null, null);

    [Fact, Rule("APL-28")]
    public void The_order_to_correct_states_what_the_decision_found()
    {
        var @case = AnOnTheSpotCase.Decide(AnOnTheSpotCase.Facts with { CorrectionDueOn = Date("2024-09-25") });

        var content = DocumentForms
            .Of(DocumentKind.OnTheSpotCorrection)
            .Fill(
                DeskPapers.OnTheSpotCorrection(
                    @case,
                    AnOnTheSpotCase.Facts.Organ,
                    AnOnTheSpotCase.Facts.Violation,
                    Date("2024-09-18"),
                    "津汉街综执责改字〔2024〕第0001号",
                    "2024年9月26日 "
                )
            );

        content
            .Parts.OfType<LinesPart>()
            .Single()
            .Lines.ShouldBe([
                new("决定书文号", @case.DecisionNumber!),
                new("违法时间", "2024年9月18日08时00分"),
                new("地点", "新开中路 36 号门前（坐标 117.80,39.24 WGS84）"),
            ]);
        content
            .Parts.OfType<TextPart>()
            .SelectMany(p => p.Paragraphs)
            .ShouldBe([
                "占道摆摊",
                AnOnTheSpotCase.Facts.Violation.Violated.ToString(),
                "《行政处罚法》第二十八条第一款。",
                "清退占道物品",
                "2024年9月25日前（含当日）改正",
                "2024年9月26日",
            ]);
        content.Parts.OfType<SignaturesPart>().Single().Blocks.Select(b => b.Name).ShouldBe(["张三", "李四", "王某"]);
    }

    [Fact, Rule("APL-28")]
    public void No_order_to_correct_is_made_out_of_a_decision_that_fell()
    {
        var @case = AnOnTheSpotCase.Decide();
        new Action(() => DeskPapers.EnsureCorrectionAsked(@case)).ShouldRefuse(null);

        @case.Revoke("主要证据不足", @case.DecidedAt!.Value.AddDays(1));

        new Action(() => DeskPapers.EnsureCorrectionAsked(@case)).ShouldRefuse(DeskPapers.NoCorrectionAsked, @case.DecisionNumber!);
    }

    [Fact, Rule("APL-67-2"), Rule("APL-72-1")]
    public void The_notice_to_pay_states_what_is_still_owed()
    {
        var @case = AnOnTheSpotCase.Decide();
        @case.Pay(20, @case.DecidedAt!.Value.AddHours(1));

        var content = DocumentForms.Of(DocumentKind.PaymentNotice).Fill(Notice(@case, new("120116015", "0301")));

        content
            .Parts.OfType<LinesPart>()
            .Single()
            .Lines.ShouldBe([
                new("决定书文号", @case.DecisionNumber!),
                new("缴款码", @case.PaymentOrder!.Code),
                new("执收单位编码", "120116015"),
                new("项目编码", "0301"),
                new("应缴数额", "人民币叁拾元整（￥30.00）"),
                new("缴款期限", "2024年10月8日（收到决定书之日起十五日内）"),
                new("代收机构名称、地址", AnOnTheSpotCase.Facts.Organ.Profile.PayeeText),
            ]);
        content.Parts.OfType<TextPart>().Single().Paragraphs.ShouldContain(FormWording.SurchargeStandard);
    }

    [Fact]
    public void Nothing_owed_is_not_asked_for()
    {
        var paid = AnOnTheSpotCase.Decide();
        paid.Pay(50, paid.DecidedAt!.Value.AddHours(1));

        new Action(() => Notice(paid, NoCodes)).ShouldRefuse(DeskPapers.NothingOwed, paid.DecisionNumber!);
        new Action(() => Notice(AnOnTheSpotCase.Decide(AnOnTheSpotCase.Warning), NoCodes)).ShouldRefuse(DeskPapers.NothingOwed);
    }

    private static FormValues Notice(EnforcementCase @case, TreasuryCodes codes) =>
        DeskPapers.PaymentNotice(@case, AnOnTheSpotCase.Facts.Organ, Date("2024-09-20"), codes);
}
