namespace EnforcementCases.Domain.Papers;

/// <summary>Texts that are the same on every paper of a kind. <c>{key}</c> is replaced by a field of the form.</summary>
internal static class FormWording
{
    /// <summary>行政处罚法 第四十三条、第五十五条.</summary>
    public const string RightsAtInspection =
        "检查前，执法人员已主动出示执法证件，表明身份，并告知：当事人有权进行陈述和申辩；执法人员少于两人或者执法证件与身份不符的，有权拒绝检查；"
        + "认为执法人员与本案有直接利害关系或者有其他关系可能影响公正执法的，有权申请回避；应当如实回答询问，协助检查，不得拒绝或者阻挠。";

    /// <summary>行政处罚法 第四十三条、第五十五条.</summary>
    public const string RightsAtInquiry =
        "我们是{organ}的行政执法人员，这是我们的执法证件，请你过目确认。现依法就有关情况向你询问，请你如实回答；执法人员少于两人或者执法证件与身份不符的，"
        + "你有权拒绝接受询问；你认为执法人员与本案有直接利害关系或者有其他关系可能影响公正执法的，有权申请回避；你有权进行陈述和申辩，有权核对笔录并要求更正、补充。";

    /// <summary>A line for the hand of the person questioned, who confirms what was written down (行政处罚法 第五十五条).</summary>
    public const string InOwnHand = "被询问人亲笔写明核对意见：＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿";

    /// <summary>行政处罚法 第五十六条.</summary>
    public const string Preservation =
        "你（单位）涉嫌{cause}，因证据可能灭失或者以后难以取得，依据《行政处罚法》第五十六条的规定，经本机关负责人批准，决定对下列物品先行登记保存。"
        + "本机关将在先行登记保存之日起七日内（工作日）及时作出处理决定。";

    /// <summary>行政处罚法 第五十六条.</summary>
    public const string NoDisposal = "先行登记保存期间，当事人或者有关人员不得销毁、转移、损毁或者隐匿上述物品。";

    /// <summary>行政强制法 第二十五条、第二十六条.</summary>
    public const string SeizureDuties =
        "查封（扣押）期间，对查封的场所、设施或者财物，应当妥善保管，不得擅自启封、转移、使用、毁损或者处分；因查封、扣押发生的保管费用由本机关承担。";

    /// <summary>行政强制法 第十八条.</summary>
    public const string SeizureRights = "你（单位）依法享有陈述、申辩的权利。";

    /// <summary>行政处罚法 第四十五条.</summary>
    public const string DefenceRight =
        "依据《行政处罚法》第四十四条、第四十五条的规定，你（单位）有权进行陈述和申辩，可以自收到本告知书之日起{defence-term}向本机关提出。"
        + "本机关将充分听取你（单位）的意见，对提出的事实、理由和证据进行复核；不因陈述、申辩而给予更重的处罚。逾期未提出的，不影响本机关依法作出处理决定。";

    /// <summary>行政处罚法 第六十三条、第六十四条第一项.</summary>
    public const string HearingRight =
        "依据《行政处罚法》第六十三条、第六十四条的规定，你（单位）有要求听证的权利（{hearing-ground}）。要求听证的，应当自收到本告知书之日起五日内（工作日）"
        + "向本机关提出；逾期未提出的，视为放弃听证权利。你（单位）不承担本机关组织听证的费用。";

    /// <summary>行政处罚法 第六十四条.</summary>
    public const string HearingConduct =
        "当事人可以亲自参加听证，也可以委托一至二人代理，委托代理的应当提交授权委托书；认为主持人与本案有直接利害关系的，有权申请回避；"
        + "无正当理由拒不出席听证或者未经许可中途退出听证的，视为放弃听证权利，听证终止。";

    /// <summary>行政处罚法 第七十二条第一款第一项.</summary>
    public const string SurchargeStandard =
        "到期不缴纳罚款的，依据《行政处罚法》第七十二条第一款第一项的规定，每日按罚款数额的百分之三加处罚款，加处罚款的数额不得超出罚款的数额。";

    /// <summary>罚款决定与罚款收缴分离实施办法 第七条.</summary>
    public const string PayAt = "罚款{fine}，应当{pay-by}到代收机构缴纳：{payee}。";

    /// <summary>行政处罚法 第六十七条第三款, on a paper with a payment QR code.</summary>
    public const string PayByCode = "自收到本决定书之日起15日内（至{pay-by}），扫描缴款二维码或者到{payee}缴纳罚款。";

    /// <summary>行政处罚法 第四十四条、第四十五条, as a decision on the spot records them.</summary>
    public const string NotifiedAndAnswered = "{told}。当事人意见：{party-views}";

    /// <summary>行政处罚法 第七十三条第一款.</summary>
    public const string NotSuspended = "行政复议或者行政诉讼期间，行政处罚不停止执行，法律另有规定的除外。";

    /// <summary>行政处罚法 第七十二条第一款第四项, 行政强制法 第五十三条.</summary>
    public const string CourtMayFollow = "逾期不申请行政复议、不提起行政诉讼，又不履行本决定的，本机关将依法申请人民法院强制执行。";

    /// <summary>行政处罚法 第七十三条第三款.</summary>
    public const string SurchargePause = "申请行政复议或者提起行政诉讼的，加处罚款的数额在行政复议或者行政诉讼期间不予计算。";

    /// <summary>行政强制法 第三十六条.</summary>
    public const string DefenceOfCall =
        "你（单位）收到本催告书后有权进行陈述和申辩；本机关将充分听取意见，对提出的事实、理由和证据进行记录、复核。";

    /// <summary>行政强制法 第五十四条.</summary>
    public const string AfterCall =
        "本催告书送达十日（工作日）后仍未履行义务，又无正当理由的，本机关将依法强制执行或者申请人民法院强制执行。";

    /// <summary>行政强制法 第四十四条.</summary>
    public const string Demolition =
        "当事人在法定期限内不申请行政复议或者提起行政诉讼，又不拆除的，本机关将依据《行政强制法》第四十四条的规定依法强制拆除。";

    /// <summary>行政强制法 第五十一条第一款.</summary>
    public const string SubstituteCost =
        "代履行的费用按照成本合理确定，由当事人承担；代履行三日前（工作日）仍未履行的，本机关将再次催告，当事人履行的，停止代履行。";

    /// <summary>行政处罚法 第六十一条第二款.</summary>
    public const string ServiceNotified =
        "本人（单位）已知悉：同意以传真、电子邮件等方式送达的，行政处罚决定书等文书到达所确认的系统之日为送达之日；所填地址变更时应当及时书面告知，"
        + "因填写不准确或者未及时告知变更导致文书未能实际接收的，依法承担相应后果。";
}
