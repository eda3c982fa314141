using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Enters that the party waives rights, in its own words (明确放弃). Silence is not a waiver. 行政处罚法 第六十二条.</summary>
[Upcast(1)]
public sealed record WaiveDefence : ActBody
{
    /// <summary>The notice that states the rights, by the id of its act; null: the only one on file.</summary>
    public Guid? NoticeId { get; init; }

    /// <summary>The words in which the party waives them.</summary>
    public required string Words { get; init; }

    /// <summary>Whether the right to state and defend is waived.</summary>
    public required bool Statement { get; init; }

    /// <summary>Whether the right to request a hearing is waived.</summary>
    public required bool Hearing { get; init; }

    /// <summary>Who waived the rights, signed or recorded, and before which two officers; required.</summary>
    public PartyDeclaration? Declaration { get; init; }

    internal override void Execute(ActExecution act)
    {
        Defence.EnsureExplicit(AsWaiver, act.File.Notice.Served!);
        PartyDeclaration.EnsureGivenUp(act, Declaration);
        act.Issue(DocumentKind.DefenceRecord);
        if (Statement)
            act.Drop(DeadlineKind.Defence);
        if (Hearing)
            act.Drop(DeadlineKind.HearingRequest);
    }

    internal override void Apply(OrdinaryFile file, DoneAct done) => file.Notice.Apply(this);

    internal override RecordFields RecordedFields() => new RecordFields().Add("statement", Statement).Add("hearing", Hearing);

    internal RightsWaiver AsWaiver => new(DoneAt, Words, Statement, Hearing);
}
