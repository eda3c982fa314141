using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Enters the party's statement and defence (听取陈述、申辩). 行政处罚法 第四十五条.</summary>
[Upcast(1), Upcast(2)]
public sealed record HearDefence : ActBody
{
    /// <summary>The notice that the party answers, by the id of its act; null: the only one on file.</summary>
    public Guid? NoticeId { get; init; }

    /// <summary>The points of the party, one by one, in its own words.</summary>
    public required IReadOnlyList<string> Points { get; init; }

    /// <summary>Evidence that the party handed in, each item as the SHA-256 of its file; empty if none.</summary>
    public IReadOnlyList<string> EvidenceSha256 { get; init; } = [];

    /// <summary>Who made the statement, signed or recorded, and before which two officers; required.</summary>
    public PartyDeclaration? Declaration { get; init; }

    /// <summary>When a signed statement arrived that the party sent in, and its postmark if it was posted: no officer need have been present. Null if it was made
    /// before officers.</summary>
    public PartySubmission? Submission { get; init; }

    internal override void Execute(ActExecution act)
    {
        if (Points.Count == 0)
            throw Defence.NotRechecked.With("没有列明当事人的意见");
        PartyDeclaration.EnsureMade(act, Declaration, Submission);
    }

    internal override void Apply(OrdinaryFile file, DoneAct done) => file.Notice.Apply(this);

    internal override RecordFields RecordedFields() => new RecordFields().Add("points", (long)Points.Count);
}
