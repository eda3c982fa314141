namespace EnforcementCases.Domain.Cases;

/// <summary>Kinds of slips that a correction may put right (笔误).</summary>
public enum SlipKind
{
    /// <summary>文字笔误: a character.</summary>
    [Term("文字笔误")]
    Writing,

    /// <summary>数字笔误: a figure, also one that was added up wrongly (计算错误).</summary>
    [Term("数字笔误")]
    Figure,
}

/// <summary>A slip as it is corrected (补正的内容).</summary>
/// <param name="Kind">What kind of slip.</param>
/// <param name="Printed">The passage as printed (原文).</param>
/// <param name="Corrected">The passage as it reads from now on (更正为).</param>
/// <param name="Reason">Why it is corrected (理由).</param>
/// <param name="ProposedBy">The officer of the case who proposed it.</param>
/// <param name="Proposer">Name of that officer.</param>
/// <param name="Approver">Name of the head who approved it.</param>
public sealed record CorrectedSlip(
    SlipKind Kind,
    string Printed,
    string Corrected,
    string Reason,
    Guid ProposedBy,
    string Proposer,
    string Approver
)
{
    /// <summary>The passage with the words around it, as printed and as it reads from now on; null if unknown.</summary>
    public (string Printed, string Corrected)? Clause { get; init; }
}
