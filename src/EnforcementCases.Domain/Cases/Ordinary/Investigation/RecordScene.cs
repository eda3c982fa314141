using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Records an on-site inspection (现场检查、勘验笔录). The signed record is an item of evidence. It may be dated before the filing. 行政处罚法 第五十五条.</summary>
public sealed record RecordScene : SceneActBody
{
    /// <summary>Identity of the record as evidence, chosen by the client.</summary>
    public required Guid EvidenceId { get; init; }

    /// <summary>When the inspection began; <c>doneAt</c> is when it ended.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Where the inspection was made.</summary>
    public required string Place { get; init; }

    /// <summary>Name of the person inspected or responsible for the place (被检查人或者现场负责人); null if nobody was present.</summary>
    public string? InspectedName { get; init; }

    /// <summary>What was found (现场情况).</summary>
    public required string Findings { get; init; }

    /// <summary>The answer when informed of the right to request recusal (是否申请回避); required if somebody was present.</summary>
    public string? RecusalAnswer { get; init; }

    /// <summary>How the record was signed.</summary>
    public required RecordSignature Signature { get; init; }

    /// <summary>SHA-256 of the signed record, 64 lower-case hex digits.</summary>
    public required string RecordSha256 { get; init; }

    /// <summary>Recordings (sound and picture) of the scene, each as the SHA-256 of its file.</summary>
    public IReadOnlyList<string> MediaSha256 { get; init; } = [];

    internal override void Execute(ActExecution act)
    {
        InvestigationRecords.EnsureSigned(StartedAt, DoneAt, Signature);
        act.EnsureAttended(Attendance, StartedAt);
        act.EnsureRecorded(MediaSha256);
        act.File.Evidence.EnsureNew(AsEvidence);
        act.Issue(DocumentKind.SceneRecord);
    }

    internal override void Apply(OrdinaryFile file, DoneAct done) => file.Evidence.Apply(this);

    internal override RecordFields RecordedFields() =>
        new RecordFields()
            .Add("startedAt", StartedAt)
            .Add("signed", Signature.Signed)
            .Add("recordSha256", RecordSha256)
            .Add("media", MediaSha256);

    internal EvidenceItem AsEvidence =>
        new(
            EvidenceId,
            EvidenceKind.SceneRecord,
            InspectedName ?? "现场",
            DoneAt,
            Place,
            [.. Attendance.Officers.Select(o => o.OfficerId)],
            RecordSha256,
            Findings
        );
}
