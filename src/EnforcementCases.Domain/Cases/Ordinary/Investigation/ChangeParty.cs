using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Why a filed case gets another party.</summary>
public enum PartyChangeGround
{
    /// <summary>当事人认定错误: somebody else committed the offence.</summary>
    [Term("当事人认定错误")]
    WrongParty,

    /// <summary>法人、其他组织合并、分立或者终止，由他人承受其权利义务.</summary>
    [Term("权利义务由他人承受")]
    Succeeded,
}

/// <summary>The head approves that a filed case gets another party (变更当事人). The officers then identify it; the investigation is concluded, the notice given and the
/// party heard anew, while evidence stays and the ninety days go on. A citizen who died has no successor: the case is withdrawn.</summary>
public sealed record ChangeParty : ActBody
{
    /// <summary>Why there is another party.</summary>
    public required PartyChangeGround Ground { get; init; }

    /// <summary>Name of the other party, which is identified next.</summary>
    public required string OtherPartyName { get; init; }

    /// <summary>Reasons in words.</summary>
    public required string Reason { get; init; }

    /// <summary>The evidence on file that shows it, at least one item.</summary>
    public required IReadOnlyList<Guid> EvidenceIds { get; init; }

    /// <summary>How the former party was informed that it is none any more, or why it could not be.</summary>
    public required string FormerPartyInformed { get; init; }

    internal override void Execute(ActExecution act)
    {
        PartyChange.EnsurePossible(Ground, act.Case.Party, OtherPartyName);
        if (EvidenceIds.Count == 0)
            throw PartyChange.NotShown.With("没有写明证据").At("/evidenceIds");
        act.File.Evidence.EnsureHas(EvidenceIds, "/evidenceIds");
        foreach (var (id, i) in EvidenceIds.Select((id, i) => (id, i)))
        {
            if (act.File.Evidence.Of(id).UnlawfulBecause is not null)
                throw PartyChange.NotShown.With($"证据 {id} 已排除").At($"/evidenceIds/{i}");
        }
        EndOfCase.DropDeadlines(act);
        if (act.Case.Stage is not CaseStage.Investigating)
            act.MoveTo(CaseStage.Investigating);
        act.Drop(DeadlineKind.Correction);
    }

    internal override void Apply(OrdinaryFile file, DoneAct done) => file.ApprovePartyChange(this);

    internal override RecordFields RecordedFields() => new RecordFields().Add("ground", Ground);
}
