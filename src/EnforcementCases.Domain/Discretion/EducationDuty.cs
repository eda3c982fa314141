using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Personnel;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Discretion;

/// <summary>How a party was educated (教育形式).</summary>
public enum EducationForm
{
    /// <summary>当面批评教育.</summary>
    FaceToFace,

    /// <summary>书面告诫、提示.</summary>
    WrittenNotice,

    /// <summary>签署守法承诺书.</summary>
    SignedCommitment,

    /// <summary>法律法规学习.</summary>
    LegalLesson,

    /// <summary>社区服务.</summary>
    CommunityService,
}

/// <summary>The duty to educate a party that gets no penalty (教育义务). It keeps the case open until the record is there. 行政处罚法 第三十三条第三款.</summary>
public sealed class EducationDuty : IOwnedByOrganisation, IRecorded
{
    /// <summary>Longest note.</summary>
    public const int NoteMaxLength = 1000;

    /// <summary>No penalty was given and no education record is there.</summary>
    public static readonly DomainError Open = new(
        "education.open",
        "APL-33-3",
        ErrorKind.RuleBroken,
        "对当事人的违法行为依法不予行政处罚的，应当对当事人进行教育并记录后才能结案",
        PenaltyLaw.At("第三十三条第三款")
    );

    /// <summary>It is done already.</summary>
    public static readonly DomainError AlreadyDone = new("education.already-done", null, ErrorKind.Conflict, "教育记录已经登记");

    /// <summary>Said to have been done before the duty arose.</summary>
    public static readonly DomainError BeforeDuty = new(
        "education.before-duty",
        "APL-33-3",
        ErrorKind.Unacceptable,
        "教育时间早于不予处罚的认定"
    );

    /// <summary>The party did not sign, and nothing says why.</summary>
    public static readonly DomainError SignatureUnexplained = new(
        "education.signature-unexplained",
        "APL-33-3",
        ErrorKind.RuleBroken,
        "当事人没有签名的，应当注明情况",
        PenaltyLaw.At("第三十三条第三款")
    );

    private readonly List<RecordDraft> pending = [];

    private EducationDuty() { }

    /// <summary>Opens the duty: no penalty is given.</summary>
    /// <param name="ground">Rule under which no penalty is given, <c>APL-33-1b</c>.</param>
    public EducationDuty(Guid id, Guid caseId, Guid partyId, Guid organId, string organisationPath, string ground, DateTimeOffset at)
    {
        Id = id;
        CaseId = caseId;
        PartyId = partyId;
        OrganId = organId;
        OrganisationPath = organisationPath;
        Ground = ground;
        OpenedAt = at;
        Version = 1;
        pending.Add(new("education-due", at, new RecordFields().Add("education", id).Add("ground", ground)));
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>The party.</summary>
    public Guid PartyId { get; private set; }

    /// <summary>The street or town.</summary>
    public Guid OrganId { get; private set; }

    /// <inheritdoc />
    public string OrganisationPath { get; private set; } = "";

    /// <summary>Rule under which no penalty was given.</summary>
    public string Ground { get; private set; } = "";

    /// <summary>When the duty arose.</summary>
    public DateTimeOffset OpenedAt { get; private set; }

    /// <summary>How; null while it is open.</summary>
    public EducationForm? Form { get; private set; }

    /// <summary>When, as claimed; null while it is open.</summary>
    public DateTimeOffset? EducatedAt { get; private set; }

    /// <summary>Legal date of it.</summary>
    public DateOnly? EducatedOn { get; private set; }

    /// <summary>Certificates of the officers who did it.</summary>
    public IReadOnlyList<string> Certificates { get; private set; } = [];

    /// <summary>Whether the party signed.</summary>
    public PartySignature? Signature { get; private set; }

    /// <summary>What was said, and why the party did not sign.</summary>
    public string? Note { get; private set; }

    /// <summary>Counted up by every change.</summary>
    public int Version { get; private set; }

    /// <summary>Whether the record is there.</summary>
    public bool IsDone => EducatedAt is not null;

    /// <inheritdoc />
    public Guid RecordChainId => CaseId;

    /// <inheritdoc />
    public string RecordOrganisationPath => OrganisationPath;

    /// <inheritdoc />
    public IList<RecordDraft> PendingRecord => pending;

    /// <summary>Enters the education record (教育记录).</summary>
    /// <param name="officers">Two or more, certified on the day.</param>
    /// <param name="note">What was said; required where the party did not sign.</param>
    /// <exception cref="DomainException"><see cref="AlreadyDone"/>, <see cref="BeforeDuty"/>, <see cref="SignatureUnexplained"/> or a rule of <see cref="OfficersPresent"/>.</exception>
    public void Fulfil(
        EducationForm form,
        IReadOnlyList<OfficerAtScene> officers,
        PartySignature signature,
        string? note,
        DateTimeOffset at
    )
    {
        if (IsDone)
            throw AlreadyDone.With($"{EducatedOn:yyyy-MM-dd}");
        if (LegalDate.Of(at) < LegalDate.Of(OpenedAt))
            throw BeforeDuty.With($"不予处罚认定于 {LegalDate.Of(OpenedAt):yyyy-MM-dd}");
        if (signature is not PartySignature.Signed && string.IsNullOrWhiteSpace(note))
            throw SignatureUnexplained.With("没有签名，也没有说明");
        OfficersPresent.EnsureEnough([.. officers.Select(o => o.Acting)], LegalDate.Of(at));
        (Form, EducatedAt, EducatedOn, Signature, Note) = (form, at, LegalDate.Of(at), signature, note);
        Certificates = [.. officers.Select(o => o.Acting.Certificate!.Number)];
        Version++;
        pending.Add(
            new(
                "party-educated",
                at,
                new RecordFields().Add("education", Id).Add("form", form).Add("educatedOn", EducatedOn).Add("signature", signature),
                new RecordFields().Add("certificates", Certificates).Add("note", note)
            )
        );
    }

    /// <summary>Refuses to close a case without penalty while its education record is missing.</summary>
    /// <param name="duty">The duty of the case; null where none was opened.</param>
    /// <exception cref="DomainException"><see cref="Open"/>.</exception>
    public static void EnsureDone(EducationDuty? duty)
    {
        if (duty is not { IsDone: true })
            throw Open.With("没有教育记录", "登记教育的形式、日期、执法人员和当事人签名");
    }
}
