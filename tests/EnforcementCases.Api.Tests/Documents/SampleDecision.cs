using System.Text;
using EnforcementCases.Domain;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Papers;

namespace EnforcementCases.Api.Tests.Documents;

/// <summary>A decision as it would be printed in the street.</summary>
internal static class SampleDecision
{
    /// <summary>As it was stored before the paper became a form, up to <c>D01-2026.1</c>.</summary>
    private const string StoredBefore = """
        {"v":1,"organName":"天津市滨海新区人民政府汉沽街道办事处","number":"津汉街综执当罚决字〔2024〕第0001号","party":[{"label":"当事人","value":"龚喆彧"},{"label":"当事人类型","value":"公民"},{"label":"证件","value":"居民身份证 尾号1234"},{"label":"联系电话","value":"138****5678"},{"label":"住址","value":"天津市滨海新区汉沽街道新开中路昇堃里3号楼2门501室"}],"actAt":"2024-05-10T09:32:00+08:00","place":"天津市滨海新区汉沽街道新开中路与太平街交口东侧人行道（坐标 117.80123,39.25045）","facts":"当事人于上述时间在上述地点占用人行道摆放货架、商品从事经营活动，占用面积约2平方米，妨碍行人通行。上述事实有现场照片2张、现场检查笔录1份、当事人陈述为证。","violatedArticles":"《天津市市容和环境卫生管理条例》第二十七条第一款","penaltyBasis":"《天津市市容和环境卫生管理条例》第二十七条第二款；《中华人民共和国行政处罚法》第五十一条","discretion":"一般（基准 CL-0027-1，占用面积5平方米以下，罚款100元以上500元以下）","warning":false,"fineFen":20000,"correctAtOnce":true,"told":"已当场告知拟作出的行政处罚内容及事实、理由、依据，并告知依法享有陈述、申辩的权利","partyAnswer":"认可违法事实，称家庭困难，请求从轻；经复核，已在裁量时考虑","payment":{"payee":"中国工商银行天津汉沽支行（收款人：滨海新区财政局，账号 0302 0410 2930 0012 345）","termDays":15,"dueOn":"2024-05-25","surchargeText":"逾期不缴纳的，每日按罚款数额的百分之三加处罚款，加处罚款的数额不超出罚款的数额","code":"3201 2024 0510 0000 0001","qrText":"https://pay.example.gov.cn/c/32012024051000000001"},"remedyText":"不服本决定的，应当自收到本决定书之日起六十日内先向天津市滨海新区人民政府申请行政复议；对复议决定不服的，可以自收到复议决定书之日起十五日内依法向人民法院提起行政诉讼。","officers":[{"name":"张伟","certificateNumber":"020107001"},{"name":"王堃玥","certificateNumber":"020107002"}],"decidedAt":"2024-05-10T09:58:00+08:00","verificationText":"https://example.gov.cn/public/verify/7H3KQ2MZ9XWB","templateVersion":"D01-2026.1"}
        """;

    public static FormContent Content { get; } = Fined();

    /// <summary>The same decision, issued before the paper became a form.</summary>
    public static FormContent Before { get; } = FormContent.Read(Encoding.UTF8.GetBytes(StoredBefore));

    /// <inheritdoc cref="Before" />
    public static FormContent DecidedBefore(DateTimeOffset committedAt, DateTimeOffset decidedAt) =>
        FormContent.Read(
            Encoding.UTF8.GetBytes(
                StoredBefore
                    .Replace("2024-05-10T09:32:00+08:00", $"{committedAt:O}", StringComparison.Ordinal)
                    .Replace("2024-05-10T09:58:00+08:00", $"{decidedAt:O}", StringComparison.Ordinal)
            )
        );

    /// <summary>The decision with some of its fields filled in another way.</summary>
    public static FormContent Fined(Action<FormValues>? otherwise = null) =>
        Of(
            values =>
                values
                    .With(DecisionFields.Penalty, [$"☐警告　☑罚款{ChineseAmount.InCapitals(Money.Yuan(200))}（￥200.00）"])
                    .With(DecisionFields.PayBy, new DateOnly(2024, 5, 25))
                    .With(DecisionFields.Payee, "中国工商银行天津汉沽支行（收款人：滨海新区财政局，账号 0302 0410 2930 0012 345）")
                    .With(PerformanceFields.PaymentCodeText, "3201 2024 0510 0000 0001")
                    .With(PerformanceFields.CollectedOnTheSpot, "☑否　☐是")
                    .PaidBy("https://pay.example.gov.cn/c/32012024051000000001"),
            otherwise
        );

    /// <summary>A warning alone.</summary>
    public static FormContent Warned() => Of(values => values.With(DecisionFields.Penalty, ["☑警告　☐罚款"]));

    private static FormContent Of(Action<FormValues> penalty, Action<FormValues>? otherwise = null)
    {
        var values = new FormValues("天津市滨海新区人民政府汉沽街道办事处", new(2024, 5, 10), "津汉街综执当罚决字〔2024〕第0001号")
            .With(
                FormFields.PartyParticulars,
                [
                    new("当事人", "龚喆彧"),
                    new("当事人类型", "公民"),
                    new("证件", "居民身份证 尾号1234"),
                    new("联系电话", "138****5678"),
                    new("住址", "天津市滨海新区汉沽街道新开中路昇堃里3号楼2门501室"),
                ]
            )
            .With(FormFields.CommittedAt, new DateTimeOffset(2024, 5, 10, 9, 32, 0, TimeSpan.FromHours(8)))
            .With(FormFields.Place, "天津市滨海新区汉沽街道新开中路与太平街交口东侧人行道（坐标 117.80123,39.25045）")
            .With(
                FormFields.Facts,
                "当事人于上述时间在上述地点占用人行道摆放货架、商品从事经营活动，占用面积约2平方米，妨碍行人通行。上述事实有现场照片2张、现场检查笔录1份、当事人陈述为证。"
            )
            .With(FormFields.ViolatedArticles, "《天津市市容和环境卫生管理条例》第二十七条第一款")
            .With(FormFields.PenaltyBasis, "《天津市市容和环境卫生管理条例》第二十七条第二款；《中华人民共和国行政处罚法》第五十一条")
            .With(DecisionFields.Discretion, "一般（基准 CL-0027-1，占用面积5平方米以下，罚款100元以上500元以下）")
            .With(DecisionFields.NoticeAndHearing, "已当场告知拟作出的行政处罚内容及事实、理由、依据，并告知依法享有陈述、申辩的权利")
            .With(PerformanceFields.PartyViews, "☐无　☑有（认可违法事实，称家庭困难，请求从轻；经复核，已在裁量时考虑）")
            .With(FormFields.CorrectBy, "☑当场改正　☐限期改正")
            .With(
                FormFields.RemedyText,
                "不服本决定的，应当自收到本决定书之日起六十日内先向天津市滨海新区人民政府申请行政复议；对复议决定不服的，可以自收到复议决定书之日起十五日内依法向人民法院提起行政诉讼。"
            )
            .With(FormFields.Handlers, [new("张伟", "020107001"), new("王堃玥", "020107002")])
            .With(PerformanceFields.RefusalToSign, "☐拒绝签收")
            .VerifiedBy("https://example.gov.cn/public/verify/7H3KQ2MZ9XWB");
        penalty(values);
        otherwise?.Invoke(values);
        return DocumentForms.Of(DocumentKind.OnTheSpotDecision).Fill(values);
    }
}
