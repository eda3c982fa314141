using EnforcementCases.Domain.Documents;

namespace EnforcementCases.Api.Tests.Documents;

/// <summary>A decision as it would be printed in the street.</summary>
internal static class SampleDecision
{
    public static OnTheSpotDecisionContent Content { get; } =
        new()
        {
            OrganName = "天津市滨海新区人民政府汉沽街道办事处",
            Number = "津汉街综执当罚决字〔2024〕第0001号",
            Party =
            [
                new("当事人", "龚喆彧"),
                new("当事人类型", "公民"),
                new("证件", "居民身份证 尾号1234"),
                new("联系电话", "138****5678"),
                new("住址", "天津市滨海新区汉沽街道新开中路昇堃里3号楼2门501室"),
            ],
            ActAt = new(2024, 5, 10, 9, 32, 0, TimeSpan.FromHours(8)),
            Place = "天津市滨海新区汉沽街道新开中路与太平街交口东侧人行道（坐标 117.80123,39.25045）",
            Facts =
                "当事人于上述时间在上述地点占用人行道摆放货架、商品从事经营活动，占用面积约2平方米，妨碍行人通行。上述事实有现场照片2张、现场检查笔录1份、当事人陈述为证。",
            ViolatedArticles = "《天津市市容和环境卫生管理条例》第二十七条第一款",
            PenaltyBasis = "《天津市市容和环境卫生管理条例》第二十七条第二款；《中华人民共和国行政处罚法》第五十一条",
            Discretion = "一般（基准 CL-0027-1，占用面积5平方米以下，罚款100元以上500元以下）",
            FineFen = 20_000,
            CorrectAtOnce = true,
            Told = "已当场告知拟作出的行政处罚内容及事实、理由、依据，并告知依法享有陈述、申辩的权利",
            PartyAnswer = "认可违法事实，称家庭困难，请求从轻；经复核，已在裁量时考虑",
            Payment = new(
                "中国工商银行天津汉沽支行（收款人：滨海新区财政局，账号 0302 0410 2930 0012 345）",
                15,
                new(2024, 5, 25),
                "逾期不缴纳的，每日按罚款数额的百分之三加处罚款，加处罚款的数额不超出罚款的数额",
                "3201 2024 0510 0000 0001",
                "https://pay.example.gov.cn/c/32012024051000000001"
            ),
            RemedyText =
                "不服本决定的，应当自收到本决定书之日起六十日内先向天津市滨海新区人民政府申请行政复议；对复议决定不服的，可以自收到复议决定书之日起十五日内依法向人民法院提起行政诉讼。",
            Officers = [new("张伟", "020107001"), new("王堃玥", "020107002")],
            DecidedAt = new(2024, 5, 10, 9, 58, 0, TimeSpan.FromHours(8)),
            VerificationText = "https://example.gov.cn/public/verify/7H3KQ2MZ9XWB",
            TemplateVersion = "D01-2026.1",
        };
}
