using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Questions a person, one at a time, and takes the answers down (询问笔录). The signed record is an item of evidence. 行政处罚法 第四十三条、第五十五条.</summary>
public sealed record RecordInquiry : SceneActBody
{
    /// <inheritdoc cref="RecordScene.EvidenceId" />
    public required Guid EvidenceId { get; init; }

    /// <inheritdoc cref="RecordScene.StartedAt" />
    public required DateTimeOffset StartedAt { get; init; }

    /// <inheritdoc cref="RecordScene.Place" />
    public required string Place { get; init; }

    /// <summary>Who was questioned (被询问人).</summary>
    public required string InquiredName { get; init; }

    /// <summary>As what.</summary>
    public required InquiredAs As { get; init; }

    /// <summary>Kind and number of the document shown (证件类型及号码), which the record must contain; null for the party itself, whose document the case knows.</summary>
    public string? InquiredDocumentNumber { get; init; }

    /// <summary>Sex and age (性别、年龄); null if they were not asked.</summary>
    public string? InquiredDetails { get; init; }

    /// <summary>Employer and post (工作单位及职务); null if none.</summary>
    public string? InquiredWork { get; init; }

    /// <summary>Address and telephone; null for the party itself.</summary>
    public string? InquiredAddress { get; init; }

    /// <summary>Relation of the person to the case (与本案关系): operator, employee, neighbour; null: party or witness.</summary>
    public string? RelationToCase { get; init; }

    /// <summary>When the person was notified of rights, duties and the right to ask for recusal (告知权利义务和申请回避权); null if not.</summary>
    public DateTimeOffset? RightsNotifiedAt { get; init; }

    /// <summary>Whether he or she asks that an officer withdraw, in his or her words. A request is entered by an act of its own.</summary>
    public required string RecusalAnswer { get; init; }

    /// <summary>The questions and answers.</summary>
    public required IReadOnlyList<QuestionAndAnswer> Questions { get; init; }

    /// <summary>The words by which the record was found right after it was read (核对无误语).</summary>
    public string? CheckedWords { get; init; }

    /// <inheritdoc cref="RecordScene.Signature" />
    public required RecordSignature Signature { get; init; }

    /// <inheritdoc cref="RecordScene.RecordSha256" />
    public required string RecordSha256 { get; init; }

    /// <summary>Sound and picture of the inquiry, SHA-256.</summary>
    public IReadOnlyList<string> MediaSha256 { get; init; } = [];

    internal override void Execute(ActExecution act)
    {
        InvestigationRecords.EnsureSigned(StartedAt, DoneAt, Signature);
        InvestigationRecords.EnsureInquiry(RightsNotifiedAt, DoneAt, Questions, CheckedWords);
        act.EnsureAttended(Attendance, StartedAt);
        act.EnsureRecorded(MediaSha256);
        act.File.Evidence.EnsureNew(AsEvidence);
        act.Issue(DocumentKind.InquiryRecord);
    }

    internal override void Apply(OrdinaryFile file, DoneAct done) => file.Evidence.Apply(this);

    internal override RecordFields RecordedFields() =>
        new RecordFields()
            .Add("startedAt", StartedAt)
            .Add("as", As)
            .Add("rightsToldAt", RightsNotifiedAt)
            .Add("signed", Signature.Signed)
            .Add("recordSha256", RecordSha256)
            .Add("media", MediaSha256);

    internal EvidenceItem AsEvidence =>
        new(
            EvidenceId,
            As is InquiredAs.Party ? EvidenceKind.PartyStatement : EvidenceKind.WitnessTestimony,
            InquiredName,
            DoneAt,
            Place,
            [.. Attendance.Officers.Select(o => o.OfficerId)],
            RecordSha256,
            $"对{InquiredName}的询问笔录"
        );
}
