namespace EnforcementCases.Domain.Access;

/// <summary>A role in an organisation (岗位角色). The rights table defines what each role may do.</summary>
public enum Role
{
    /// <summary>执法人员, certified: logs, investigates, decides on the spot, serves.</summary>
    [Term("执法人员")]
    Officer,

    /// <summary>辅助人员: records and uploads; never signs or decides.</summary>
    [Term("辅助人员")]
    Auxiliary,

    /// <summary>中队/大队负责人: signs filing and internal steps.</summary>
    [Term("中队、大队负责人")]
    TeamLead,

    /// <summary>法制审核员: reviews cases, never one that he or she handled.</summary>
    [Term("法制审核员")]
    LegalReviewer,

    /// <summary>听证主持人: hosts hearings, never of a case that he or she handled.</summary>
    [Term("听证主持人")]
    HearingHost,

    /// <summary>分管负责人: approves between team lead and head.</summary>
    [Term("分管负责人")]
    DeputyHead,

    /// <summary>机关负责人: decides, voids numbers, revokes decisions.</summary>
    [Term("机关负责人")]
    Head,

    /// <summary>财务人员: receipts, remittance, reconciliation, refunds.</summary>
    [Term("财务人员")]
    Cashier,

    /// <summary>公示管理员: confirms, corrects and withdraws publications.</summary>
    [Term("公示管理员")]
    PublicityClerk,

    /// <summary>执法监督员, of the organisation or one above: reads everything below; handles no case.</summary>
    [Term("执法监督员")]
    Supervisor,

    /// <summary>法制机构目录管理员: maintains catalogue, benchmarks, parameters; a second person confirms.</summary>
    [Term("目录管理员")]
    CatalogueClerk,

    /// <summary>系统管理员: accounts, devices, organisations; sees no case content.</summary>
    [Term("系统管理员")]
    Administrator,

    /// <summary>审计员: verifies records, reads the security log.</summary>
    [Term("审计员")]
    Auditor,

    /// <summary>对接系统: accounts of other systems.</summary>
    [Term("对接系统")]
    Integration,

    /// <summary>系统: the system itself, for scheduled jobs; cannot be granted to an account.</summary>
    [Term("系统")]
    System,
}
