using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Questions a person alone and takes down the answers (询问笔录). The signed record is an item of evidence. 行政处罚法 第四十三条、第五十五条.</summary>
[UpcastRename(1, "rightsToldAt", "rightsNotifiedAt")]
[Upcast(2)] // statedIdentity: a document was always shown; adultPresent: not asked then
[Upcast(3)] // statedAge: not asked then
public sealed record RecordInquiry : SceneActBody
{
    /// <summary>Identity of the record as evidence, chosen by the client.</summary>
    public required Guid EvidenceId { get; init; }

    /// <summary>When the questioning began; <c>doneAt</c> is when it ended.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Where the person was questioned.</summary>
    public required string Place { get; init; }

    /// <summary>Name of the person questioned (被询问人).</summary>
    public required string InquiredName { get; init; }

    /// <summary>In which capacity the person was questioned.</summary>
    public required InquiredAs As { get; init; }

    /// <summary>Kind and number of the document shown (证件类型及号码). Required unless <c>statedIdentity</c> is given, except for the party itself, whose document is known from the case;
    /// then null.</summary>
    public string? InquiredDocumentNumber { get; init; }

    /// <summary>The identity as the person stated it, if no document was shown (未出示证件，自述身份); otherwise null.</summary>
    public string? StatedIdentity { get; init; }

    /// <summary>Sex and age (性别、年龄); null if not asked.</summary>
    public string? InquiredDetails { get; init; }

    /// <summary>Employer and post (工作单位及职务); null if none.</summary>
    public string? InquiredWork { get; init; }

    /// <summary>Address and telephone number; null for the party itself.</summary>
    public string? InquiredAddress { get; init; }

    /// <summary>Relation of the person to the case (与本案关系): operator, employee, neighbour; null means just party or witness.</summary>
    public string? RelationToCase { get; init; }

    /// <summary>When the person was notified of rights, duties and the right to ask for recusal (告知权利义务和申请回避权); null if not.</summary>
    public DateTimeOffset? RightsNotifiedAt { get; init; }

    /// <summary>Whether the person requests the recusal of an officer, in his or her words. A request is entered by its own act,
    /// <c>request-recusal</c>.</summary>
    public required string RecusalAnswer { get; init; }

    /// <summary>Age in full years as the person stated it or its document shows; required if somebody is questioned as the party before the party is identified, otherwise it may be
    /// null.</summary>
    public int? StatedAge { get; init; }

    /// <summary>The adult who was present for a minor (监护人或者其他合适成年人); required if the person questioned is under eighteen, otherwise null.</summary>
    public AdultPresent? AdultPresent { get; init; }

    /// <summary>The questions and answers.</summary>
    public required IReadOnlyList<QuestionAndAnswer> Questions { get; init; }

    /// <summary>The words with which the person confirmed that the record is correct (核对无误语); required.</summary>
    public string? CheckedWords { get; init; }

    /// <summary>How the record was signed.</summary>
    public required RecordSignature Signature { get; init; }

    /// <summary>SHA-256 of the signed record, 64 lower-case hex digits.</summary>
    public required string RecordSha256 { get; init; }

    /// <summary>Recordings (sound and picture) of the questioning, each as the SHA-256 of its file.</summary>
    public IReadOnlyList<string> MediaSha256 { get; init; } = [];

    internal override void Execute(ActExecution act)
    {
        InvestigationRecords.EnsureSigned(StartedAt, DoneAt, Signature);
        InvestigationRecords.EnsureInquiry(RightsNotifiedAt, DoneAt, Questions, CheckedWords);
        if (StatedIdentity is not null && InquiredDocumentNumber is not null)
            throw InvestigationRecords.Incomplete.With("既写明出示的证件，又写明没有出示证件", "二者写明其一").At("/statedIdentity");
        if (As is InquiredAs.Party && act.Case.PartyId is null && StatedAge is null)
            throw InvestigationRecords
                .Incomplete.With("尚未核实当事人，没有写明被询问人的年龄", "写明被询问人自述的或者证件载明的年龄")
                .At("/statedAge");
        var isParty = As is InquiredAs.Party && act.Case.PartyId is not null && PartyServed.IsSame(InquiredName, act.Case.Party.Name);
        Guardianship.EnsurePresent(
            AdultPresent,
            isParty ? act.AgeOfParty ?? StatedAge : StatedAge,
            InquiredName,
            isParty ? act.File.Guardianship.Known : null
        );
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
