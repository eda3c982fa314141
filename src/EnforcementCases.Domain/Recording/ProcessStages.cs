using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Penalties;

namespace EnforcementCases.Domain.Recording;

/// <summary>The six stages of the recorded process (全过程记录的环节).</summary>
public enum ProcessStage
{
    /// <summary>启动.</summary>
    [Term("启动")]
    Initiation,

    /// <summary>调查取证.</summary>
    [Term("调查取证")]
    Investigation,

    /// <summary>审核.</summary>
    [Term("审核")]
    Review,

    /// <summary>决定.</summary>
    [Term("决定")]
    Decision,

    /// <summary>送达.</summary>
    [Term("送达")]
    Service,

    /// <summary>执行.</summary>
    [Term("执行")]
    Execution,
}

/// <summary>A record of the whole process, stage by stage (全过程记录). 行政处罚法 第四十七条.</summary>
public static class ProcessStages
{
    /// <summary>A stage has no record.</summary>
    public static readonly DomainError Missing = new(
        "process-record.stage-missing",
        "APL-47",
        ErrorKind.RuleBroken,
        "启动、调查取证、审核、决定、送达、执行应当全过程记录，归档保存",
        PenaltyLaw.At("第四十七条")
    );

    /// <summary>The stages an outcome goes through: only a penalty is executed.</summary>
    public static IReadOnlyList<ProcessStage> Of(CaseOutcome outcome) =>
        [.. Enum.GetValues<ProcessStage>().Where(s => outcome.BindsParty() || s is not ProcessStage.Execution)];

    /// <summary>The stages without a record, in their order.</summary>
    public static IReadOnlyList<ProcessStage> WithoutRecord(CaseOutcome outcome, IReadOnlyCollection<ProcessStage> recorded) =>
        [.. Of(outcome).Except(recorded)];

    /// <summary>Refuses closing while a stage lacks its record.</summary>
    /// <exception cref="DomainException"><see cref="Missing"/>.</exception>
    public static void EnsureRecorded(CaseOutcome outcome, IReadOnlyCollection<ProcessStage> recorded)
    {
        if (WithoutRecord(outcome, recorded) is { Count: > 0 } missing)
            throw Missing.With($"缺少记录的环节：{string.Join('、', missing.Select(v => v.Term()))}");
    }
}
