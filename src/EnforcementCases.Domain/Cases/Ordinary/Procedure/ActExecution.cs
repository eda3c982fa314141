using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Personnel;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>An act while it is being done: the file it belongs to, what it is checked against, and what it starts.</summary>
public sealed class ActExecution
{
    private readonly List<PaperDraft> papers = [];
    private readonly List<IHappened> happened = [];

    internal ActExecution(OrdinaryFile file, ActRow row, ActContext law, ActBody body)
    {
        (File, Row, Law, DoneAt) = (file, row, law, body.DoneAt);
        DoneOn = LegalDate.Of(DoneAt);
    }

    /// <summary>The file.</summary>
    public OrdinaryFile File { get; }

    /// <summary>The case.</summary>
    public EnforcementCase Case => File.Case;

    /// <summary>The row of the act.</summary>
    public ActRow Row { get; }

    /// <summary>What it is checked against: who acts, law and staff.</summary>
    public ActContext Law { get; }

    /// <summary>Persons who kept records of the case (记录人员): none of them may review it.</summary>
    internal IReadOnlySet<Guid> Recorders { get; init; } = new HashSet<Guid>();

    /// <summary>When it was done, as claimed.</summary>
    public DateTimeOffset DoneAt { get; }

    /// <summary>Its legal date.</summary>
    public DateOnly DoneOn { get; }

    /// <summary>Age of the party on the day of the act, in years that have passed for certain; null if unknown or no natural person.</summary>
    internal int? AgeOfParty => Case.PartyId is null ? null : File.Service.AddresseeOn(DoneOn).Age;

    /// <summary>Date of service that the act proves; null for everything but a service.</summary>
    public DateOnly? ServedOn { get; internal set; }

    /// <summary>Documents to issue.</summary>
    public IReadOnlyList<PaperDraft> Papers => papers;

    /// <summary>What happened with the act, for other capabilities to follow up.</summary>
    internal IReadOnlyList<IHappened> Happened => happened;

    /// <summary>Raises an event with the act; the record entry of the act is its entry.</summary>
    internal void Raise(CaseEvent @event) => happened.Add(@event);

    /// <summary>The officers of a scene act as the register knows them on its day; refuses fewer than two certified ones, certificates not shown, and one who has to
    /// withdraw from the case.</summary>
    /// <param name="startedAt">When a longer act began; certificates are shown before. Null if it is done in a moment.</param>
    /// <exception cref="DomainException">A rule of <see cref="OfficersPresent"/>, <see cref="OfficerRoster"/> or <see cref="Recusal"/>.</exception>
    internal IReadOnlyList<OfficerAtScene> EnsureAttended(Attendance attendance, DateTimeOffset? startedAt = null)
    {
        var began = startedAt ?? DoneAt;
        var officers = EnsureOfficers(attendance.Officers.Select(o => o.OfficerId), LegalDate.Of(began));
        OfficersPresent.EnsureCertificatesShown(
            attendance.CertificatesShownAt,
            [.. attendance.Officers.Select(o => o.CertificateNumber)],
            [.. officers.Select(o => o.Acting)],
            began
        );
        if (Row.Relation is ActorRelation.Handler && IsUnassigned && attendance.Officers.All(o => o.OfficerId != Law.PersonId))
            throw StreetActs.NotThere.With("当前人员不在到场执法人员之中");
        return officers;
    }

    /// <summary>Before officers are appointed, refuses a person who was at no scene of the case.</summary>
    /// <exception cref="DomainException"><see cref="StreetActs.NotThere"/>.</exception>
    internal void EnsureWasThere()
    {
        if (IsUnassigned && !File.All<SceneActBody>().Any(scene => scene.Attendance.Officers.Any(o => o.OfficerId == Law.PersonId)))
            throw StreetActs.NotThere.With("当前人员没有到过本案的现场");
    }

    /// <summary>Nobody is appointed to handle the case yet.</summary>
    private bool IsUnassigned => Case.Officers.Count == 0;

    /// <summary>Officers as the register knows them on a day; refuses fewer than two certified ones, and one who has to withdraw from the case.</summary>
    /// <exception cref="DomainException">A rule of <see cref="OfficersPresent"/>, <see cref="OfficerRoster"/> or <see cref="Recusal"/>.</exception>
    internal IReadOnlyList<OfficerAtScene> EnsureOfficers(IEnumerable<Guid> ids, DateOnly day)
    {
        var officers = ids.Select(id => Law.Roster.AtScene(id, Law.Organ.Path, day)).ToList();
        OfficersPresent.EnsureEnough(officers.ConvertAll(o => o.Acting), day);
        Recusal.EnsureMayAct(File.Recusals.Requests, officers.ConvertAll(o => o.Acting.Person), DoneAt);
        return officers;
    }

    /// <summary>Refuses an act without sound and picture where they are mandatory here (音像记录).</summary>
    /// <param name="media">What was recorded, by hash.</param>
    /// <param name="as">The act as the recording matrix names it, if that depends on the content; null to use the row's.</param>
    /// <exception cref="DomainException"><see cref="RecordingMatrix.AlwaysRecordedMissing"/> or <see cref="RecordingMatrix.PlaceRecordedMissing"/>.</exception>
    internal void EnsureRecorded(IReadOnlyCollection<string> media, RecordedAct? @as = null)
    {
        if ((@as ?? Row.Recording.As) is { } recorded)
        {
            RecordingMatrix.EnsureRecorded(
                recorded,
                media.Count > 0,
                RecordingMatrix.Read(Law.Parameter(LocalParameters.RecordingMandatory, DoneOn).Value)
            );
        }
    }

    /// <summary>Starts a deadline that the row names.</summary>
    internal CaseDeadline Start(
        DeadlineKind kind,
        DeadlineRule rule,
        DateTimeOffset from,
        string? reference = null,
        IReadOnlyList<ExcludedSpan>? excluded = null
    ) => Start(kind, Deadline.From(rule, from, Law.Calendar, excluded), reference);

    /// <summary>Starts a deadline that is computed already.</summary>
    internal CaseDeadline Start(DeadlineKind kind, Deadline deadline, string? reference = null)
    {
        if (!Row.Starts.Contains(kind))
            throw new InvalidOperationException($"The row of {Row.Act} does not say that it starts {kind}.");
        return Case.AddDeadline(Law.NewId(), kind, deadline, reference);
    }

    /// <summary>Starts a deadline anew: one of the kind that still runs falls away.</summary>
    internal CaseDeadline Restart(DeadlineKind kind, Deadline deadline)
    {
        Drop(kind);
        return Start(kind, deadline);
    }

    /// <summary>Meets a deadline that the row names, where that depends on the content.</summary>
    internal void Meet(DeadlineKind kind, string? reference)
    {
        if (!Row.MayEnd.Contains(kind))
            throw new InvalidOperationException($"The row of {Row.Act} does not say that it may end {kind}.");
        Case.MeetDeadlines(kind, DoneAt, reference);
    }

    /// <summary>Ends a deadline unmet, as when what it waits for can no longer happen.</summary>
    internal void Drop(DeadlineKind kind, string? reference = null) => Case.EndDeadline(kind, DoneAt, reference);

    /// <summary>Moves the case to a stage, where that depends on the content.</summary>
    internal void MoveTo(CaseStage stage)
    {
        if (!Row.Moves.Contains(new(Case.StageInTable(), stage)))
            throw new InvalidOperationException($"The row of {Row.Act} does not lead from {Case.Stage} to {stage}.");
        Case.MoveTo(stage);
    }

    /// <summary>Issues a document of the row's list with the act.</summary>
    internal void Issue(DocumentKind kind, Action<IssuedPaper>? whenIssued = null)
    {
        if (!Row.Issues.Contains(kind))
            throw new InvalidOperationException($"The row of {Row.Act} does not issue {kind}.");
        papers.Add(new(kind, whenIssued));
    }
}

/// <summary>A document that an act issues; number and content are given when the act is done.</summary>
/// <param name="Kind">Kind of document.</param>
/// <param name="WhenIssued">What the case does with the number; null if nothing.</param>
public sealed record PaperDraft(DocumentKind Kind, Action<IssuedPaper>? WhenIssued);

/// <summary>A document issued by an act of the file (案卷文书).</summary>
/// <param name="DocumentId">The document.</param>
/// <param name="Kind">Kind of document.</param>
/// <param name="Number">Number; empty for kinds without one.</param>
/// <param name="ActPosition">Position in the file of the act that issued it.</param>
/// <param name="IssuedOn">Legal date of that act.</param>
/// <param name="ContentHash">SHA-256 of its content, 64 lower-case hex digits.</param>
public sealed record IssuedPaper(Guid DocumentId, DocumentKind Kind, string Number, int ActPosition, DateOnly IssuedOn, string ContentHash);
