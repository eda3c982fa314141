using static EnforcementCases.Domain.Supervision.JudgedBy;

namespace EnforcementCases.Domain.Supervision;

public sealed partial record ReviewStandard
{
    /// <summary>The versions that come with the program, in the order of their days.</summary>
    public static readonly IReadOnlyList<ReviewStandard> Shipped =
    [
        new(
            "2021",
            new(2021, 7, 15),
            [
                new("V-01", "无行政处罚权或者超越职权", "APL-17", Reviewer),
                new("V-02", "受委托组织超出委托范围或者委托失效", "APL-20", Reviewer),
                new("V-03", "执法人员不具备资格", "APL-42", Reviewer),
                new("V-04", "执法人员少于两人", "APL-42", Both),
                new("V-05", "处罚对象错误或者身份未查明", null, Both),
                new("V-06", "对外文书未盖章或者印章主体错误", "APL-59", Reviewer),
                new("V-07", "违法事实错误或者主要事实不清", "APL-40", Both),
                new("V-08", "违法行为定性错误", null, Reviewer),
                new("V-09", "主要证据不足、虚假或者非法取得", "APL-46", Both),
                new("V-10", "超过处罚时效", "APL-36", Reviewer),
                new("V-11", "没有法定依据或者适用法律错误", "APL-16", Both),
                new("V-12", "处罚种类或者数额超出法定范围", "APL-9", Reviewer),
                new("V-13", "同一违法行为两次罚款", "APL-29", Reviewer),
                new("V-14", "处罚不满十四周岁的人或者无责任能力的人", "APL-30", Reviewer),
                new("V-15", "未告知或者拒绝听取陈述、申辩", "APL-44", Both),
                new("V-16", "应当告知或者举行听证而未告知、未举行", "APL-63", Both),
                new("V-17", "应当法制审核而未审核或者未通过", "APL-58", Both),
                new("V-18", "应当集体讨论而未讨论", "APL-57", Reviewer),
                new("V-19", "执法步骤顺序颠倒", null, Both),
                new("V-20", "主要环节没有文书", "APL-47", Both),
                new("V-21", "超出简易程序的适用范围", "APL-51", Reviewer),
                new("V-22", "因申辩加重处罚", "APL-45", Both),
                new("V-23", "涉嫌犯罪未移送", "APL-27", Reviewer),
                new("V-24", "无权实施强制措施或者超过期限", "ACL-17", Reviewer),
                new("V-25", "处罚决定未送达", "APL-61", Program),
                new("V-26", "伪造、变造案卷材料", "APL-46", Reviewer),
            ],
            [
                new("S-FILE-1", "立案", "记载线索来源", 2, Program),
                new("S-FILE-2", "立案", "立案审批完整，有签名和日期", 4, Both),
                new("S-FILE-3", "立案", "按期立案", 2, Program),
                new("S-INV-1", "调查取证", "各笔录载明出示执法证件", 3, Program),
                new("S-INV-2", "调查取证", "告知申请回避等权利", 2, Program),
                new("S-INV-3", "调查取证", "询问笔录的时间、地点、身份、签名和核对", 5, Both),
                new("S-INV-4", "调查取证", "现场笔录、图示和照片完整", 4, Both),
                new("S-INV-5", "调查取证", "复制件注明与原件核对一致", 2, Both),
                new("S-INV-6", "调查取证", "先行登记保存的审批、清单和七日处理", 4, Reviewer),
                new("S-CORR-1", "责令改正", "日期、内容和复查结果", 4, Program),
                new("S-DISC-1", "裁量", "引用并适用裁量基准", 5, Both),
                new("S-DISC-2", "裁量", "从轻、从重情节有证据和理由", 3, Reviewer),
                new("S-DISC-3", "裁量", "考虑免罚清单", 2, Reviewer),
                new("S-REV-1", "审核审批", "调查终结报告载明事实、证据、依据和建议", 4, Both),
                new("S-REV-2", "审核审批", "法制审核意见涵盖七个方面", 4, Program),
                new("S-REV-3", "审核审批", "由有权的人签署审批意见", 2, Both),
                new("S-TELL-1", "告知、申辩、听证", "告知的种类、数额、依据和权利准确", 5, Both),
                new("S-TELL-2", "告知、申辩、听证", "记录申辩并逐项答复", 4, Both),
                new("S-TELL-3", "告知、申辩、听证", "听证文书和期限", 3, Reviewer),
                new("S-DEC-1", "决定", "决定书载明六项法定内容", 6, Both),
                new("S-DEC-2", "决定", "说理充分，列明证据，回应申辩", 5, Both),
                new("S-DEC-3", "决定", "救济途径正确", 3, Reviewer),
                new("S-DEC-4", "决定", "九十日内作出决定", 2, Program),
                new("S-SERV-1", "送达", "送达方式合法，回证完整，七日内送达", 6, Both),
                new("S-EXEC-1", "执行", "缴款凭证、加处罚款、催告和法院文书", 4, Both),
                new("S-EXEC-2", "执行", "结案审批", 2, Program),
                new("S-PUB-1", "公示", "七日内公示，去标识，信用分类正确", 2, Reviewer),
                new("S-ARCH-1", "归档", "封面、目录、页码、顺序", 6, Reviewer),
            ]
        ),
    ];
}
