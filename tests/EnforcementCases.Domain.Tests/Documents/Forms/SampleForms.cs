using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Papers;

namespace EnforcementCases.Domain.Tests.Documents.Forms;

/// <summary>A value for every field of every form, as it would stand in a file of the street.</summary>
internal static class SampleForms
{
    public const string Organ = "天津市滨海新区人民政府汉沽街道办事处";

    private static readonly Dictionary<FormField, string> Texts = new()
    {
        [FormFields.Cause] = "未经批准占用城市道路堆放建筑材料案",
        [FormFields.CaseNumber] = "津汉街综执立审字〔2026〕第0007号",
        [FormFields.Party] = "天津龚喆彧建材有限公司",
        [FormFields.PartyDocument] = "统一社会信用代码 91120116MA05EXAMPL",
        [FormFields.PartyRepresentative] = "龚喆彧",
        [FormFields.PartyAddress] = "天津市滨海新区汉沽街道新开中路昇堃里3号楼底商2号",
        [FormFields.PartyPhone] = "138****5678",
        [FormFields.Facts] =
            "2026年3月5日9时30分，本机关执法人员巡查时发现，当事人在新开中路与太平街交口东侧人行道堆放砂石、水泥等建筑材料，占地面积约12平方米，"
            + "妨碍行人通行。经询问，当事人承认该处材料系其所有，未办理占用道路的批准手续。\n"
            + "2026年3月6日，本机关向当事人送达责令（限期）改正通知书，责令其于2026年3月9日前清除。2026年3月10日复查，当事人未予清除。",
        [FormFields.ViolatedArticles] =
            "上述行为违反了《天津市市容和环境卫生管理条例》第二十七条第一款关于任何单位和个人不得擅自占用道路、公共场地堆放物料的规定。",
        [FormFields.PenaltyBasis] = "《天津市市容和环境卫生管理条例》第二十七条第二款；《行政处罚法》第五十七条第一款第一项。",
        [DecisionFields.Discretion] =
            "占用面积10平方米以上20平方米以下，逾期未改正，符合裁量基准“一般”阶次（基准 GJ-ZD-01，罚款200元以上500元以下），不具有从轻、从重情节。",
        [DecisionFields.NoticeAndHearing] =
            "本机关于2026年3月16日向当事人送达津汉街综执罚告字〔2026〕第0005号行政处罚事先告知书。当事人于2026年3月18日陈述称经营困难，请求从轻处罚；"
            + "经复核，当事人未提交证明材料，其理由不成立，本机关不予采纳。",
        [DecisionFields.Performance] = "当事人应当自收到本决定书之日起十五日内，持本决定书到代收机构或者通过电子支付系统缴纳罚款。",
        [DecisionFields.Payee] = "中国工商银行天津汉沽支行，地址：天津市滨海新区汉沽新开中路88号",
        [FormFields.Requirement] = "责令当事人立即清除占道堆放的建筑材料，恢复道路原状。",
        [FormFields.RemedyText] =
            "如不服本决定，可以自收到本决定书之日起六十日内向天津市滨海新区人民政府申请行政复议，也可以自收到本决定书之日起六个月内依法直接向人民法院提起行政诉讼。",
        [FormFields.Reason] = "当事人未经批准占用道路堆放物料，经责令限期改正逾期未改正，依法应当给予行政处罚。",
        [DecisionFields.DefenceTerm] = "三个工作日内",
        [DecisionFields.HearingGround] = "拟作出较大数额罚款",
        [FormFields.Contact] = "张伟、王堃玥　022-25600000",
        [FormFields.ContactAddress] = "天津市滨海新区汉沽街道综合执法大队",
        [InvestigationFields.Period] = "2026年3月5日09时40分至10时25分",
        [FormFields.Place] = "新开中路与太平街交口东侧人行道",
        [InvestigationFields.Interviewee] = "龚喆彧",
        [InvestigationFields.IntervieweeDetails] = "男，41岁",
        [InvestigationFields.IntervieweeDocument] = "居民身份证 1201**********1234",
        [InvestigationFields.RelationToCase] = "当事人的法定代表人",
        [InvestigationFields.CertificateShown] = "2026年3月5日09时40分出示，证号020107001、020107002，被询问人已确认",
        [InvestigationFields.RightsNotified] = "已告知，被询问人表示听清楚",
        [InvestigationFields.RecusalAnswer] = "不申请回避",
        [InvestigationFields.CheckedBy] = "以上笔录已经本人阅读，与本人所述一致，核对无误。",
        [InvestigationFields.Recorder] = "王堃玥",
        [PerformanceFields.FileNumber] = "2026-普-0007",
        [FormFields.DecisionNumber] = "津汉街综执罚决字〔2026〕第0006号",
        [PerformanceFields.Result] = "罚款人民币叁佰元整（￥300.00）",
        [PerformanceFields.FiledOn] = "2026年3月5日",
        [PerformanceFields.ClosedOn] = "2026年4月20日",
        [PerformanceFields.ArchivedOn] = "2026年5月15日",
        [PerformanceFields.Retention] = "30年",
        [PerformanceFields.PaperCount] = "共17件、38页",
        [DecisionFields.PayBy] = "自收到本决定书之日起十五日内",
    };

    /// <summary>Fields that a decision on the spot fills in its own way, in boxes to tick.</summary>
    private static readonly Dictionary<FormField, string> OnTheSpot = new()
    {
        [FormFields.CommittedAt] = "2026年3月26日09时32分",
        [DecisionFields.NoticeAndHearing] = "已于 2026-03-26 09:50 告知拟处罚内容及事实、理由、依据和陈述、申辩等权利",
        [PerformanceFields.PartyViews] = "☐无　☑有（没有意见）",
        [DecisionFields.Penalty] = "☐警告　☑罚款人民币叁佰元整（￥300.00）",
        [FormFields.CorrectBy] = "☑当场改正　☐限期改正",
        [DecisionFields.PayBy] = "2026年4月10日",
        [PerformanceFields.PaymentCodeText] = "32012026032600000001",
        [PerformanceFields.CollectedOnTheSpot] = "☑否　☐是",
        [PerformanceFields.RefusalToSign] = "☐拒绝签收",
    };

    /// <summary>Values for all fields of a form.</summary>
    /// <param name="without">A field to leave empty.</param>
    /// <param name="mandatoryOnly">Leave out what may be empty.</param>
    public static FormValues For(DocumentForm form, FormField? without = null, bool mandatoryOnly = false, bool? numbered = null)
    {
        var number = numbered ?? form.Word is not null ? $"津汉街综执{form.Word}字〔2026〕第0006号" : null;
        var values = new FormValues(Organ, new(2026, 3, 26), number).VerifiedBy("https://zf.example.gov.cn/public/verify/7KQ2M9XWRT4B");
        foreach (var entry in form.Entries.Where(e => e.Field != without && (e.Duty is not null || !mandatoryOnly)))
            Give(values, entry, form.Kind == DocumentKind.OnTheSpotDecision ? OnTheSpot.GetValueOrDefault(entry.Field) : null);
        return values;
    }

    private static void Give(FormValues values, FormEntry entry, string? own)
    {
        switch (entry.Field)
        {
            case TextField text when own is not null:
                values.With(text, own);
                break;
            case ListField list when own is not null:
                values.With(list, [own]);
                break;
            case TextField { Key: "fine" } fine:
                values.With(fine, Money.Yuan(300));
                break;
            case TextField text:
                values.With(text, Texts.GetValueOrDefault(text, $"{text.Label}示例"));
                break;
            case LinesField lines:
                values.With(lines, [new("名称", "天津龚喆彧建材有限公司"), new("统一社会信用代码", "91120116MA05EXAMPL")]);
                break;
            case ListField { Key: "evidence" } list:
                values.With(
                    list,
                    [
                        "现场检查（勘验）笔录1份、现场照片4张，证明当事人占道堆放物料的地点、面积；",
                        "对龚喆彧的询问（调查）笔录1份，证明材料系当事人所有且未经批准；",
                        "责令（限期）改正通知书及送达回证、复查笔录各1份，证明当事人逾期未改正；",
                        "营业执照、法定代表人身份证复印件各1份，证明当事人的主体资格。",
                    ]
                );
                break;
            case ListField { Key: "penalty" or "proposed-penalty" } list:
                values.With(list, ["罚款人民币叁佰元整（￥300.00）。"]);
                break;
            case ListField list:
                values.With(list, [$"{list.Label}甲", $"{list.Label}乙"]);
                break;
            case TableField { Key: "contents" } table:
                values.With(
                    table,
                    FiledPaper.Rows([
                        new("津汉街综执罚决字〔2026〕第0006号", "行政处罚决定书", new(2026, 3, 26), 2),
                        new(null, "送达回证", new(2026, 3, 26), 1),
                        new("津汉街综执立审字〔2026〕第0007号", "立案审批表", new(2026, 3, 5), 1),
                        new(null, "现场检查（勘验）笔录", new(2026, 3, 5), 2),
                    ])
                );
                break;
            case TableField table:
                values.With(
                    table,
                    Enumerable
                        .Range(1, entry.AtLeast)
                        .Select(i => (IReadOnlyList<string>)[.. table.Columns.Select(column => $"{column}{i}")])
                );
                break;
            case DialogueField dialogue:
                values.With(dialogue, Questions(4));
                break;
            case ChoiceField choice:
                values.With(choice, choice.Options[0]);
                break;
            case OfficersField officers:
                values.With(officers, [new("张伟", "020107001"), new("王堃玥", "020107002")]);
                break;
            case OpinionField opinion:
                values.With(opinion, new Opinion($"同意。{opinion.Label}如上。", "李明", new(2026, 3, 26)));
                break;
        }
    }

    /// <summary>Questions and answers of an inquiry.</summary>
    public static IEnumerable<QuestionAndAnswer> Questions(int count) =>
        Enumerable
            .Range(1, count)
            .Select(i => new QuestionAndAnswer(
                $"请说明第{i}次在新开中路人行道堆放建筑材料的时间、面积和用途？",
                $"第{i}次是2026年3月{i % 28 + 1}日早上卸的货，大约12平方米，准备当天下午运到工地，因为车辆没有安排好，就一直放在人行道上，没有办理占用道路的批准手续。"
            ));
}
