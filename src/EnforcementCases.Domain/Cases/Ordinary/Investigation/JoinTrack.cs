using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Makes another case a track of the same matter (共同违法并案办理): several parties acted together, each has a case of its own with notice, statements, decision,
/// service and remedies, on the same evidence. It is entered in both files. 行政处罚法 第二十九条、第四十条、第四十四条.</summary>
public sealed record JoinTrack : ActBody
{
    /// <summary>The other case.</summary>
    public required Guid OtherCaseId { get; init; }

    /// <summary>The party of the other case, as the register knows it.</summary>
    public required Guid OtherPartyId { get; init; }

    /// <summary>Name of the party of the other case.</summary>
    public required string OtherPartyName { get; init; }

    /// <summary>How the parties acted together (共同违法的事实).</summary>
    public required string Reason { get; init; }

    /// <summary>The evidence of the other file that this one rests on, too; each item is verified here like any other. Empty if none.</summary>
    public IReadOnlyList<SharedEvidence> Evidence { get; init; } = [];

    internal override void Execute(ActExecution act)
    {
        act.File.Joint.EnsureNew(this, act.Case.Id, act.Law.OtherTracks);
        foreach (var item in Evidence)
            act.File.Evidence.EnsureNew(item.AsEvidence);
    }

    internal override void Apply(OrdinaryFile file, DoneAct done)
    {
        file.Joint.Apply(this);
        file.Evidence.Share(Evidence.Select(item => item.AsEvidence));
    }

    internal override RecordFields RecordedFields() => new RecordFields().Add("otherCase", OtherCaseId);
}

/// <summary>An item of evidence taken in another track of the matter.</summary>
/// <param name="EvidenceId">Its identity, the same in both files.</param>
/// <param name="Kind">One of the eight kinds.</param>
/// <param name="Source">From whom or where.</param>
/// <param name="TakenAt">When it was taken.</param>
/// <param name="Place">Where it was taken.</param>
/// <param name="Collectors">The persons who took it.</param>
/// <param name="Sha256">SHA-256 of the file, 64 lower-case hex digits.</param>
/// <param name="Description">What it shows.</param>
public sealed record SharedEvidence(
    Guid EvidenceId,
    EvidenceKind Kind,
    string Source,
    DateTimeOffset TakenAt,
    string Place,
    IReadOnlyList<Guid> Collectors,
    string Sha256,
    string Description
)
{
    internal EvidenceItem AsEvidence => new(EvidenceId, Kind, Source, TakenAt, Place, Collectors, Sha256, Description);

    /// <summary>An item of one file, as the other takes it over.</summary>
    public static SharedEvidence Of(EvidenceItem item) =>
        new(item.Id, item.Kind, item.Source, item.TakenAt, item.Place, item.Collectors, item.Sha256, item.Description);
}
