namespace EnforcementCases.Domain.Catalogue;

/// <summary>When a violation must be corrected (改正) and when it may be punished.</summary>
public enum CorrectionDuty
{
    /// <summary>无须先责令改正.</summary>
    None,

    /// <summary>责令改正与处罚同时作出 (行政处罚法 第二十八条).</summary>
    WithPenalty,

    /// <summary>先责令改正或者清除，逾期、拒不改正才可以处罚.</summary>
    BeforePenalty,

    /// <summary>先说服教育或者劝阻并责令改正，拒不改正或者再次违反才可以处罚.</summary>
    EducationBeforePenalty,
}
