namespace EnforcementCases.Domain.Catalogue;

/// <summary>An order that a provision attaches to a violation and that is not a kind of penalty (行政命令、改正措施), so it is never counted as one. 行政处罚法
/// 第九条、第二十八条.</summary>
public enum CorrectiveOrder
{
    /// <summary>限期改正.</summary>
    [Term("限期改正")]
    CorrectByDate,

    /// <summary>限期拆除.</summary>
    [Term("限期拆除")]
    DemolishByDate,

    /// <summary>责令停止建设.</summary>
    [Term("责令停止建设")]
    StopConstruction,

    /// <summary>责令停工整治; not classified by the legal office yet.</summary>
    [Term("责令停工整治")]
    SuspendWorkToRectify,

    /// <summary>责令停业整治; not classified by the legal office yet.</summary>
    [Term("责令停业整治")]
    SuspendBusinessToRectify,

    /// <summary>责令暂停施工; not classified by the legal office yet.</summary>
    [Term("责令暂停施工")]
    SuspendConstruction,
}

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
