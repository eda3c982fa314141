using System.Globalization;
using System.Text;
using EnforcementCases.Domain.Fines;
using EnforcementCases.Pdf;
using EnforcementCases.Platform.Language;
using EnforcementCases.Platform.Web;

namespace EnforcementCases.Site;

/// <summary>Shows a payer what is owed to whom and how to pay it (缴款).</summary>
internal static class PayPage
{
    public const string Title = "罚款缴纳";

    public static string Of(PublicFine fine) =>
        HtmlPage.Paragraph(English.Current(SentenceOf(fine.State)), fine.State is PaymentState.Cancelled ? "fallen" : "")
        + new Facts()
            .Add("决定书文号", fine.DecisionNumber)
            .Add("决定机关", fine.Organ)
            .AddYuan("罚款", fine.FineFen)
            .Add("加处罚款", fine.SurchargeFen > 0 ? $"¥{Domain.Money.OfFen(fine.SurchargeFen).InYuan}" : null)
            .AddYuan("已缴", fine.PaidFen)
            .AddYuan("尚应缴纳", fine.OutstandingFen)
            .Add("缴款期限", fine.PayBy)
            .Add("代收机构", fine.OutstandingFen > 0 ? fine.Payee : null)
            .Add("缴款码", fine.PaymentCode)
        + (fine.OutstandingFen > 0 ? HowToPay(fine.BankAddress) : "");

    private static string HowToPay(string? bank) =>
        bank is null
            ? HtmlPage.Paragraph(English.Current("凭缴款码到代收机构缴纳，或者通过其电子支付系统缴纳。"))
            : HtmlPage.Paragraph(English.Current("用手机扫描银行的缴款二维码，或者点击下面的链接缴纳；也可以凭缴款码到代收机构缴纳。"))
                + Drawn(QrCode.Of(bank))
                + $"""<p><a href="{HtmlPage.Encode(bank)}" rel="noreferrer">{HtmlPage.Encode(English.Current("前往银行缴款"))}</a></p>""";

    private static string SentenceOf(PaymentState state) =>
        state switch
        {
            PaymentState.Unpaid => "该罚款尚未缴纳。",
            PaymentState.PartlyPaid => "该罚款已缴纳一部分。",
            PaymentState.Paid => "该罚款已经缴清，无须再缴。",
            PaymentState.Cancelled => "处罚决定已不再有效，无须缴款；已经缴纳的予以退还。",
        };

    /// <summary>The code as a drawing in the page: no file to load and no script.</summary>
    private static string Drawn(QrCode code)
    {
        var path = new StringBuilder();
        foreach (var (left, top, width, height) in code.Rectangles)
            path.Append(CultureInfo.InvariantCulture, $"M{left} {top}h{width}v{height}h-{width}z");
        return $"""
            <svg class="code" viewBox="0 0 {code.Modules} {code.Modules}" shape-rendering="crispEdges" role="img" aria-label="{HtmlPage.Encode(
                English.Current("银行的缴款二维码")
            )}"><path d="{path}"/></svg>
            """;
    }
}
