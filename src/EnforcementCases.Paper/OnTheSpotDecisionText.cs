using EnforcementCases.Domain;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Law;
using static EnforcementCases.Domain.Documents.ChineseDate;

namespace EnforcementCases.Paper;

/// <summary>The wording of the decision made on the spot (当场行政处罚决定书), the same on A4, on a roll and on a line printer.</summary>
/// <remarks>☑ and ☐ represent check boxes; each layout prints them in its own way.</remarks>
internal static class OnTheSpotDecisionText
{
    public static string Title => DocumentKind.OnTheSpotDecision.Term();
    public const string PaymentCaption = "缴款二维码";
    public const string VerificationCaption = "文书查验二维码";

    /// <summary>Party, time and place: the lines of the form.</summary>
    public static IReadOnlyList<LabelledLine> Head(OnTheSpotDecisionContent content) =>
        [.. content.Party, new("违法时间", Moment(content.CommittedAt)), new("违法地点", content.Place)];

    /// <summary>What the organ found and decided, in the order of the document.</summary>
    public static IEnumerable<LabelledLine> Sections(OnTheSpotDecisionContent content)
    {
        yield return new("违法事实", content.Facts);
        yield return new("违反规定", content.ViolatedArticles);
        yield return new("处罚依据", content.PenaltyBasis);
        yield return new("裁量", content.Discretion);
        yield return new("告知与申辩", $"{Sentence(content.Told)}当事人意见：{Answer(content.PartyAnswer)}");
        yield return new("处罚决定", Penalty(content));
        yield return new("责令改正", Correction(content));
        if (content.Payment is { } payment)
        {
            yield return new("缴款", Payment(payment));
            yield return new("缴款码", payment.Code);
        }
        if (content.FineFen > 0)
            yield return new("当场收缴", content.OnTheSpotCollectionGround is { } ground ? $"☐否　☑是（理由：{ground}）" : "☑否　☐是");
        yield return new("救济途径", content.RemedyText);
    }

    /// <summary>The day of the decision in full, <c>2022年5月10日</c>.</summary>
    public static string DecisionDate(OnTheSpotDecisionContent content) => Day(LegalDate.Of(content.DecidedAt));

    private static string Penalty(OnTheSpotDecisionContent content)
    {
        var fine = Money.OfFen(content.FineFen);
        return $"{Box(content.Warning)}警告　{Box(fine > Money.Zero)}罚款"
            + (fine > Money.Zero ? $"{ChineseAmount.InCapitals(fine)}（￥{fine.InYuan}）" : "");
    }

    private static string Correction(OnTheSpotDecisionContent content) =>
        $"{Box(content.CorrectAtOnce)}当场改正　{Box(content.CorrectBy is not null)}限期改正"
        + (content.CorrectBy is { } day ? $"：{Day(day)}前（含当日）" : "");

    private static string Answer(string? answer) => string.IsNullOrWhiteSpace(answer) ? "☑无　☐有" : $"☐无　☑有（{answer.TrimEnd('。')}）";

    private static string Payment(PaymentTerms payment) =>
        $"自收到本决定书之日起{payment.TermDays}日内（至{Day(payment.DueOn)}），扫描缴款二维码或者到{payment.Payee}缴纳罚款。"
        + Sentence(payment.SurchargeText);

    private static string Sentence(string text) => text.TrimEnd('。', ' ') + "。";

    private static char Box(bool isChecked) => isChecked ? '☑' : '☐';
}
