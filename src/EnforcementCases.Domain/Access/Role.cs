namespace EnforcementCases.Domain.Access;

/// <summary>A role that a person may hold in an organisation (岗位角色). The rights table defines what each role may do.</summary>
public enum Role
{
    /// <summary>执法人员, certified: logs, investigates, decides on the spot, serves.</summary>
    Officer,

    /// <summary>辅助人员: records and uploads; never signs or decides.</summary>
    Auxiliary,

    /// <summary>中队/大队负责人: signs filing and internal steps.</summary>
    TeamLead,

    /// <summary>法制审核员: reviews, never a case he or she touched.</summary>
    LegalReviewer,

    /// <summary>听证主持人: hosts hearings of cases not his or hers.</summary>
    HearingHost,

    /// <summary>分管负责人: the signature between team and head.</summary>
    DeputyHead,

    /// <summary>机关负责人: decides, voids numbers, revokes decisions.</summary>
    Head,

    /// <summary>财务: receipts, remittance, reconciliation, refunds.</summary>
    Cashier,

    /// <summary>公示管理员: confirms, corrects and withdraws publications.</summary>
    PublicityClerk,

    /// <summary>执法监督, of the organisation or above: reads everything below; writes no case.</summary>
    Supervisor,

    /// <summary>法制机构目录管理员: maintains catalogue, benchmarks, parameters; a second person confirms.</summary>
    CatalogueClerk,

    /// <summary>系统管理员: accounts, devices, organisations; sees no case content.</summary>
    Administrator,

    /// <summary>审计员: record verification, security log.</summary>
    Auditor,

    /// <summary>系统对接账号: machine accounts.</summary>
    Integration,

    /// <summary>The system itself, for scheduled jobs; cannot be granted to an account.</summary>
    System,
}

/// <summary>Names of the roles.</summary>
public static class Roles
{
    /// <summary>Chinese name.</summary>
    public static string Name(this Role role) =>
        role switch
        {
            Role.Officer => "执法人员",
            Role.Auxiliary => "辅助人员",
            Role.TeamLead => "中队、大队负责人",
            Role.LegalReviewer => "法制审核员",
            Role.HearingHost => "听证主持人",
            Role.DeputyHead => "分管负责人",
            Role.Head => "机关负责人",
            Role.Cashier => "财务人员",
            Role.PublicityClerk => "公示管理员",
            Role.Supervisor => "执法监督员",
            Role.CatalogueClerk => "目录管理员",
            Role.Administrator => "系统管理员",
            Role.Auditor => "审计员",
            Role.Integration => "对接系统",
            Role.System => "系统",
        };
}
