using EnforcementCases.Domain.Cases.Archive;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Penalties;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Proposes to close the case (申请结案), with the reason and what bears it out. It goes up the approval line.</summary>
public sealed record ProposeClosing : ActBody
{
    /// <summary>Why.</summary>
    public required ClosingReason Reason { get; init; }

    /// <summary>How the decision was performed (处理结果、履行情况).</summary>
    public required string Performance { get; init; }

    /// <summary>Numbers of the bank's or treasury's receipts (票据号); required where money was paid.</summary>
    public IReadOnlyList<string> Receipts { get; init; } = [];

    /// <summary>What became of goods and gains (物品处理); required where they were confiscated.</summary>
    public string? GoodsHandling { get; init; }

    /// <summary>Film of the case (影像编号).</summary>
    public IReadOnlyList<string> Footage { get; init; } = [];

    /// <summary>Receipt of the organ to which the case was transferred (移送回执); required for a transferred case.</summary>
    public string? TransferReceipt { get; init; }

    internal override void Do(ActInHand act)
    {
        act.File.WhyNotClosable(this, act.DoneOn).RefuseFirst();
        if (act.Case.PaymentOrder is { PaidFen: > 0 } && Receipts.Count == 0)
            throw CaseClosing.ReasonNotBorneOut.With("没有缴款票据号");
        if (act.File.ConfiscatesAnything && Reason is ClosingReason.Performed && !GoodsHandling.IsGiven())
            throw CaseClosing.ReasonNotBorneOut.With("没有没收物品、违法所得的处理情况");
    }

    internal override void Enter(OrdinaryFile file, DoneAct done)
    {
        file.ClosingProposal = this;
        file.Propose(ApprovalPaper.Closing, done);
    }

    internal override RecordFields Clear() => new RecordFields().Add("reason", Reason);
}

/// <summary>Approves the closing (批准结案, D45).</summary>
public sealed record ApproveClosing : ActBody
{
    /// <summary>Opinion of who approves.</summary>
    public required string Opinion { get; init; }

    internal override void Do(ActInHand act)
    {
        var proposal = act.File.ClosingProposal!;
        act.Case.CloseBecause(proposal.Reason, DoneAt);
        act.Start(
            DeadlineKind.Archiving,
            Archiving.Due(act.DoneOn, act.Law.Calendar, act.Law.Parameter("archive.after", act.DoneOn).Number)
        );
        act.Issue(DocumentKind.ClosingApproval);
    }
}

/// <summary>Puts the closed case into the archive (归档, D46): volume, contents and how long it is kept.</summary>
public sealed record Archive : ActBody
{
    /// <summary>A paper of the case is missing in the contents.</summary>
    public static readonly DomainError PaperMissing = new(
        "archiving.paper-missing",
        "FILE-2",
        ErrorKind.Unacceptable,
        "卷内目录缺少本案文书"
    );

    /// <summary>Number of the volume (卷号).</summary>
    public required string VolumeNumber { get; init; }

    /// <summary>Everything that is bound, with its pages.</summary>
    public required IReadOnlyList<FilePaper> Papers { get; init; }

    /// <summary>A major case (重大案件): it is kept longer.</summary>
    public bool Major { get; init; }

    /// <summary>Who checked the file (检查人).</summary>
    public required Guid CheckedBy { get; init; }

    /// <summary>What is missing or was added (备考); null where nothing.</summary>
    public string? Remarks { get; init; }

    internal override void Do(ActInHand act)
    {
        Archiving.EnsureClosed(act.Case.ClosedOn, act.DoneOn);
        if (VolumeNumber.Length > EnforcementCase.ArchiveVolumeMaxLength)
            throw OrdinaryFile.Incomplete.With($"卷号最多 {EnforcementCase.ArchiveVolumeMaxLength} 个字符");
        if (Papers.FirstOrDefault(p => p.Pages < 1) is { } empty)
            throw OrdinaryFile.Incomplete.With($"“{empty.Title}”没有页数");
        var bound = Papers.Select(p => p.Number).ToHashSet(StringComparer.Ordinal);
        if (act.File.Papers.FirstOrDefault(p => p.Number.Length > 0 && !bound.Contains(p.Number)) is { } missing)
            throw PaperMissing.With(missing.Number);
        var retention = Archiving.ClassOf(simpleProcedure: false, Major);
        var keep = Archiving.RetentionOf(act.Law.Parameter(Archiving.ParameterOf(retention), act.DoneOn).Value);
        act.Case.PutIntoArchive(VolumeNumber, retention, keep.KeepUntil(act.Case.ClosedOn!.Value), act.DoneOn);
        act.Issue(DocumentKind.FileCover);
        act.Issue(DocumentKind.FileContents);
        act.Issue(DocumentKind.FileCheckSheet);
    }

    internal override RecordFields Clear() =>
        new RecordFields().Add("volume", VolumeNumber).Add("major", Major).Add("papers", (long)Papers.Count);

    /// <summary>The file as it is bound, with page numbers.</summary>
    /// <param name="day">Day whose parameters count.</param>
    public CaseFile Bind(ActSurroundings law, DateOnly day) =>
        FileBinding.Bind(Papers, FileBinding.PartsOf(law.Parameter("archive.innerVolume", day).Value));
}

public sealed partial class OrdinaryFile
{
    /// <summary>The closing as it was proposed last; null before.</summary>
    public ProposeClosing? ClosingProposal { get; internal set; }

    internal bool ConfiscatesAnything =>
        Decision?.Penalties.Any(p => p.Kind is PenaltyKind.ConfiscationOfGains or PenaltyKind.ConfiscationOfGoods) is true;

    /// <summary>Everything that stands in the way of the closing: reason, things not dealt with, duties (APL-72-END, APL-33-3).</summary>
    internal IEnumerable<DomainException> WhyNotClosable(ProposeClosing proposal, DateOnly on)
    {
        if (!Fits(proposal.Reason))
            yield return CaseClosing.ReasonNotBorneOut.With(
                $"案件处于“{CaseLifecycle.Name(Case.Stage)}”阶段，处理结果为“{Case.Outcome?.Name() ?? "无"}”"
            );
        if (Undisposed().ToList() is { Count: > 0 } things)
            yield return EnforcementCase.NotPerformed.With($"尚未完成：{string.Join('、', things)}");
        foreach (var obstacle in CaseClosing.Obstacles(FactsFor(proposal, on)))
            yield return obstacle;
    }

    /// <summary>Refuses closing while a stage has no record (APL-47).</summary>
    internal DomainException? WhyNotRecorded()
    {
        if (ClosingProposal is not { } proposal || Case.Outcome is not { } outcome)
            return null;
        var recorded = acts.Select(a => OrdinaryProcedure.Of(a.Act)!.Recording.Stage).Concat(NotGoneThrough(proposal.Reason)).ToHashSet();
        return ProcessStages.WithoutRecord(outcome, recorded) is { Count: > 0 } missing
            ? ProcessStages.Missing.With($"缺少记录的环节：{string.Join('、', missing.Select(m => m.Name()))}")
            : null;
    }

    /// <summary>Stages that a case closed for this reason need not have gone through: it ended before a decision, or the decision fell, perhaps before its service.</summary>
    private static ProcessStage[] NotGoneThrough(ClosingReason reason) =>
        reason switch
        {
            ClosingReason.Withdrawn or ClosingReason.Transferred => [ProcessStage.Review, ProcessStage.Service, ProcessStage.Execution],
            ClosingReason.Revoked => [ProcessStage.Service, ProcessStage.Execution],
            ClosingReason.Performed or ClosingReason.NoPenalty or ClosingReason.ExecutedByCourt or ClosingReason.ExecutionEnded => [],
        };

    private bool Fits(ClosingReason reason) =>
        reason switch
        {
            ClosingReason.Performed or ClosingReason.ExecutedByCourt or ClosingReason.ExecutionEnded => Case.Stage == CaseStage.Served,
            ClosingReason.Revoked => Case.Stage == CaseStage.Revoked,
            ClosingReason.Withdrawn => Case is { Stage: CaseStage.Ended, Outcome: CaseOutcome.Withdrawn },
            ClosingReason.Transferred => Case
                is { Stage: CaseStage.Ended, Outcome: CaseOutcome.CriminalTransfer or CaseOutcome.TransferToOrgan },
            ClosingReason.NoPenalty => Case.Stage == CaseStage.Ended
                && Case.Outcome
                    is not (
                        null
                        or CaseOutcome.Penalty
                        or CaseOutcome.CriminalTransfer
                        or CaseOutcome.TransferToOrgan
                        or CaseOutcome.Withdrawn
                        or CaseOutcome.NotFiled
                    ),
        };

    private ClosingFacts FactsFor(ProposeClosing proposal, DateOnly on) =>
        new()
        {
            Reason = proposal.Reason,
            ClosedOn = on,
            OpenDuties = OpenDuties(),
            CourtEndedOn = Court?.EndedOn,
            EndGround = ExecutionEnd?.Ground,
            EducatedOn = EducationDue ? Last(CaseAct.Educate)?.DoneOn : on, // nothing to educate about where no breach stays without penalty
            WithdrawalReason = Last(CaseAct.WithdrawCase) is { } withdrawn ? $"{withdrawn.DoneOn:yyyy-MM-dd} 批准撤案" : null,
            TransferReceipt = proposal.TransferReceipt,
            RevokedOn = (Case.RevokedAt ?? Case.InvalidatedAt) is { } at ? LegalDate.Of(at) : null,
            RefundOwedFen = Case.PaymentOrder?.Refundable.Fen ?? 0,
        };
}
