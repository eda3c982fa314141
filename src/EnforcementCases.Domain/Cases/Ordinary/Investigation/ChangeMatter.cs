using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>The head approves that the facts are handled as another matter than the one filed (变更案由). Assessment, report, notice and what follows are made anew; the ninety
/// days go on from the filing. Another offence beside the filed one is a case of its own.</summary>
public sealed record ChangeMatter : ActBody
{
    /// <summary>Code of the matter from now on.</summary>
    public required string ViolationCode { get; init; }

    /// <summary>The facts as far as they are established, in short (简要案情).</summary>
    public required string Facts { get; init; }

    /// <summary>Why the facts are the other matter.</summary>
    public required string Reason { get; init; }

    /// <summary>The evidence on file that shows it, at least one item.</summary>
    public required IReadOnlyList<Guid> EvidenceIds { get; init; }

    internal override void Execute(ActExecution act)
    {
        if (string.Equals(ViolationCode, act.Case.ViolationCode, StringComparison.Ordinal))
            throw PartyChange.SameMatter.With($"{ViolationCode}").At("/violationCode");
        if (EvidenceIds.Count == 0)
            throw PartyChange.NotShown.With("没有写明证据").At("/evidenceIds");
        act.File.Evidence.EnsureHas(EvidenceIds, "/evidenceIds");
        var (violation, adoption) = ProposeFiling.EnsureCompetent(
            act,
            ViolationCode,
            act.Case.CommittedAt,
            act.Case.Place,
            act.File.Filing.Proposal?.DesignatedOrTransferred is true
        );
        act.Case.SetMatter(violation, adoption, act.Case.CommittedAt, act.Case.Place, Facts);
        act.Case.RelyOn(null); // an order about the former matter is none about this one
        EndOfCase.DropDeadlines(act);
        if (act.Case.Stage is not CaseStage.Investigating)
            act.MoveTo(CaseStage.Investigating);
    }

    internal override void Apply(OrdinaryFile file, DoneAct done)
    {
        file.ReopenInvestigation();
        file.Filing.Apply(this);
        file.Joint.Leave();
    }

    internal override RecordFields RecordedFields() => new RecordFields().Add("violation", ViolationCode);
}
