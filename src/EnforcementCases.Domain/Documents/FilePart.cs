namespace EnforcementCases.Domain.Documents;

/// <summary>Parts of a case file, in the order in which they are bound (卷内材料顺序).</summary>
public enum FilePart
{
    /// <summary>封面; not numbered.</summary>
    Cover,

    /// <summary>卷内目录; not numbered.</summary>
    Contents,

    /// <summary>决定书.</summary>
    Decision,

    /// <summary>送达回证.</summary>
    ServiceReturn,

    /// <summary>立案.</summary>
    Filing,

    /// <summary>调查取证.</summary>
    Investigation,

    /// <summary>责令改正与复查.</summary>
    Correction,

    /// <summary>告知、申辩、听证.</summary>
    TellingAndHearing,

    /// <summary>法制审核.</summary>
    LegalReview,

    /// <summary>集体讨论.</summary>
    CollectiveDiscussion,

    /// <summary>审批.</summary>
    Approval,

    /// <summary>执行: receipts, instalments, call, application.</summary>
    Execution,

    /// <summary>结案.</summary>
    Closing,

    /// <summary>备考表; not numbered.</summary>
    ClosingNotes,
}
