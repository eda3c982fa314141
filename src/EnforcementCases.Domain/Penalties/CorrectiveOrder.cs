namespace EnforcementCases.Domain.Penalties;

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
