using System.Text.Json;
using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Cases.OnTheSpot;
using EnforcementCases.Domain.Cases.Ordinary;
using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Discretion;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Parties;
using EnforcementCases.Domain.Penalties;
using EnforcementCases.Domain.Personnel;
using EnforcementCases.Domain.Tests.Catalogue;
using EnforcementCases.Domain.Tests.Discretion;
using static EnforcementCases.Domain.Tests.Cases.Ordinary.AnOrdinaryCase;
using static EnforcementCases.Domain.Tests.Law.Calendars;

namespace EnforcementCases.Domain.Tests.Cases.Ordinary;

/// <summary>An ordinary case played in the domain alone: each act is done as the program does it, and the file can be opened again from what was said.</summary>
internal sealed class PlayedCase
{
    public static readonly Guid OfficerC = new("00000000-0000-0000-0000-00000000001c");
    public static readonly string Hash = new('a', 64);
    public static readonly Guid Scene = Guid.NewGuid();
    public static readonly Guid AssessmentId = Guid.NewGuid();

    private static readonly DateTimeOffset Entered = At("2021-01-01");
    private static readonly Organisation Street = new(
        Guid.NewGuid(),
        null,
        OrganisationKind.Street,
        "hg",
        "天津市滨海新区人民政府汉沽街道办事处",
        new() { DivisionCodes = "120116" },
        Entered
    );
    private static readonly OffencePlace Place = new("新开中路 36 号门前", "120116");

    private readonly ViolationVersion violation;
    private readonly List<ParameterValue> values = [];
    private readonly List<ReviewCatalogueAdoption> reviewCatalogues = [];

    public PlayedCase(CorrectionDuty correction = CorrectionDuty.WithPenalty, ViolationVersion? violation = null)
    {
        this.violation = violation ?? AViolation.With(correction: correction);
        Adoptions = [Adopted()];
        Case = EnforcementCase.OpenOrdinary(
            new()
            {
                CaseId = Guid.NewGuid(),
                Seq = 1,
                Organ = Street,
                OrganisationId = Street.Id,
                OrganisationPath = Street.Path,
                OffenceId = Guid.NewGuid(),
                OpenedAt = At("2024-07-09"),
                RecordedAt = At("2024-07-09"),
                EnteredLate = false,
            }
        );
        AssessedFor = Case.Id;
        File = OrdinaryFile.Open(Case, [], []);
    }

    public EnforcementCase Case { get; }

    public OrdinaryFile File { get; private set; }

    /// <summary>What the register knows of the order that an act names.</summary>
    public EarlierOrder? Earlier { get; set; }

    /// <summary>Amounts that nobody confirmed carry no decision.</summary>
    public bool Production { get; init; }

    /// <summary>Another assessment that came later; null while there is none.</summary>
    public Guid? LaterAssessment { get; set; }

    /// <summary>Fines that stand already.</summary>
    public StandingFines? OtherFines { get; set; }

    /// <summary>Who takes the review.</summary>
    public Reviewer? Reviewer { get; set; }

    /// <summary>What a matter was found to be worth.</summary>
    public AssessmentFacts AssessedFacts { get; set; } = new();

    /// <summary>The law that came after the violation's own; null while it did not change.</summary>
    public ViolationVersion? NewLaw { get; set; }

    /// <summary>What is assessed instead of the matter of the case as it stands.</summary>
    public Func<AssessmentInput, AssessmentInput> Assessing { get; set; } = input => input;

    /// <summary>The case the assessment was made for; null: before there was one.</summary>
    public Guid? AssessedFor { get; set; }

    /// <summary>What the street calls itself now.</summary>
    public string OrganName { get; set; } = Street.Name;

    /// <summary>The head is on the roster of leaders beside the three.</summary>
    public bool HeadOnRoster { get; set; }

    /// <summary>How the street took the matter over.</summary>
    public IReadOnlyList<Adoption> Adoptions { get; set; }

    /// <summary>Last day of every officer's certificate.</summary>
    public string CertifiedUntil { get; set; } = "2026-12-31";

    public static Attendance Both(string date, int hour = 9) => new([new(OfficerA, "张三证"), new(OfficerB, "李四证")], At(date, hour));

    /// <summary>Filed on 2024-07-10, in investigation.</summary>
    public static PlayedCase Filed(
        CorrectionDuty correction = CorrectionDuty.WithPenalty,
        bool production = false,
        ViolationVersion? violation = null,
        ActBody? inTheStreet = null
    )
    {
        var played = new PlayedCase(correction, violation) { Production = production };
        played.Register();
        if (inTheStreet is not null)
            played.Do(inTheStreet);
        played.Do(PartyIdentified);
        played.Do(FilingAsked);
        played.Do(EndorseFiling(ApprovalLevel.TeamLead), Role.TeamLead);
        played.Do(EndorseFiling(ApprovalLevel.DeputyHead), Role.DeputyHead);
        played.Do(new FileCase { DoneAt = At("2024-07-10", 9), Opinion = "同意立案" }, Role.Head);
        return played;
    }

    public static IdentifyParty PartyIdentified =>
        new()
        {
            DoneAt = At("2024-07-09", 11),
            PartyId = Guid.NewGuid(),
            Kind = PartyKind.LegalPerson,
            Party = new()
            {
                Kind = PartyKind.LegalPerson,
                Name = "某某商店",
                Representative = "赵六",
            },
        };

    public static ProposeFiling FilingAsked =>
        new()
        {
            DoneAt = At("2024-07-09", 12),
            ViolationCode = "TJ-XX-01",
            CommittedAt = At("2024-07-09", 8),
            DiscoveredOn = Date("2024-07-09"),
            Place = Place,
            Facts = "占道经营",
            OfficerIds = [OfficerA, OfficerB],
        };

    public static EndorsePaper EndorseFiling(ApprovalLevel level) =>
        new()
        {
            DoneAt = At("2024-07-09", 13),
            Paper = ApprovalPaper.Filing,
            Level = level,
            Agrees = true,
            Opinion = "同意",
        };

    /// <summary>Investigated, and the report written on 2024-07-15.</summary>
    public static PlayedCase Concluded(
        CaseOutcome outcome = CaseOutcome.Penalty,
        bool production = false,
        ViolationVersion? violation = null,
        IReadOnlyList<PenaltyItem>? penalties = null
    )
    {
        var played = Filed(production: production, violation: violation);
        played.Do(SceneOn("2024-07-11"));
        played.Do(Verify("2024-07-12", Scene));
        played.Do(
            outcome is CaseOutcome.Penalty
                ? Conclude("2024-07-15") with
                {
                    Penalties = penalties ?? [Fine(1_000)],
                }
                : Conclude("2024-07-15") with
                {
                    ProposedOutcome = outcome,
                    Penalties = [],
                }
        );
        return played;
    }

    public static RecordScene SceneOn(string date, int hour = 17) =>
        new()
        {
            DoneAt = At(date, hour),
            StartedAt = At(date, hour - 1),
            Attendance = Both(date, 9),
            EvidenceId = Scene,
            Place = "新开中路 36 号门前",
            Findings = "占道摆放货物",
            Signature = new(Signed: true),
            RecordSha256 = Hash,
        };

    public static VerifyEvidence Verify(string date, params Guid[] items) =>
        new()
        {
            DoneAt = At(date, 11),
            Items = [.. items.Select(i => new EvidenceCheck(i, "与原件核对一致"))],
            VerifierName = "张三",
        };

    public static ConcludeInvestigation Conclude(string date, int hour = 10) =>
        new()
        {
            DoneAt = At(date, hour),
            Findings = "占道经营",
            Facts = [new("占道经营", [Scene])],
            Characterisation = "违反第十五条",
            ProposedOutcome = CaseOutcome.Penalty,
            Penalties = [Fine(1_000)],
            Reasons = "一般情节",
        };

    /// <summary>Only the clue is registered.</summary>
    public PlayedCase Register()
    {
        Do(
            new RegisterClue
            {
                DoneAt = At("2024-07-09", 10),
                Source = ClueSource.Inspection,
                ReceivedAt = At("2024-07-09", 9),
                Content = "占道经营",
                ViolationCode = violation.Code,
                CommittedAt = At("2024-07-09", 8),
                Place = Place,
            }
        );
        return this;
    }

    /// <summary>The street's adoption of the matter, as it could have been.</summary>
    public Adoption Adopted(string from = "2021-01-01", string? to = null, params string[] areas) =>
        new(
            Guid.NewGuid(),
            Street,
            violation,
            Date(from),
            to is null ? null : Date(to),
            "赋权决定",
            areas,
            isDemo: false,
            Guid.NewGuid(),
            Entered
        );

    /// <summary>The place sets a parameter.</summary>
    public PlayedCase Set(ParameterKey key, string value)
    {
        var parameter = LocalParameter.Shipped.Single(p => p.Key == key);
        values.Add(new(Guid.NewGuid(), Street, parameter, value, Date("2021-01-01"), "某决定", Guid.NewGuid(), Guid.NewGuid(), Entered));
        return this;
    }

    /// <summary>The place takes back every parameter that it set.</summary>
    public void SetNothing() => values.Clear();

    /// <summary>The place adopts a catalogue of major decisions.</summary>
    public PlayedCase Adopt(params ReviewCatalogueRow[] rows)
    {
        reviewCatalogues.Add(PlannedReviewTests.Adopted(Street, rows));
        return this;
    }

    /// <summary>Three leaders of the street, and its host of hearings.</summary>
    public static readonly IReadOnlyList<OfficeHolder> Leaders =
    [
        .. Enumerable
            .Range(1, 3)
            .Select(i => new OfficeHolder(
                new(2, 0, (short)i, new byte[8]),
                $"领导{i}",
                Street.Path,
                new HashSet<Role> { Role.DeputyHead }
            )),
    ];

    /// <summary>Acts name what counts now, as a client does that has read the file; false to leave it to the test.</summary>
    public bool NamesWhatStands { get; set; } = true;

    /// <summary>Does an act, by the person of a role; what approves is not done by an officer of the case.</summary>
    public ActExecution Do(ActBody body, Role role = Role.Officer, Guid? person = null)
    {
        body = WithItsScene(body);
        if (OrdinaryProcedure.Of(body).Approves && role is Role.Officer)
            person ??= new Guid(1, 0, (short)role, new byte[8]);
        if (NamesWhatStands)
            body = Naming(body);
        var act = File.Perform(body, Law(role, person), late: false);
        act.ShouldIssueThePapersOfItsRow(body);
        foreach (var paper in act.Papers)
        {
            var issued = new IssuedPaper(Guid.NewGuid(), paper.Kind, $"{paper.Kind}-{File.Acts.Count}", File.Acts.Count, act.DoneOn, "");
            File.Add(issued);
            paper.WhenIssued?.Invoke(issued);
        }
        Case.ShouldSpeakForItself();
        return act;
    }

    /// <summary>The record of the scene at which things are sealed; <see cref="Do"/> makes one of the same hour, as officers do.</summary>
    public static readonly Guid SceneAtSealing = Guid.NewGuid();

    private ActBody WithItsScene(ActBody body)
    {
        if (body is not SealProperty { SceneRecordId: { } id } @seal || id != SceneAtSealing)
            return body;
        var record = SceneOn("2024-07-11") with
        {
            EvidenceId = Guid.NewGuid(),
            DoneAt = body.DoneAt,
            StartedAt = body.DoneAt,
            Attendance = @seal.Attendance with { CertificatesShownAt = body.DoneAt },
        };
        if (
            OrdinaryProcedure.Of(record).From.Contains(Case.Stage)
            && @seal.Attendance.Officers.Count > 1
            && File.Filing.Clue!.ReceivedAt <= body.DoneAt
        )
            File.Perform(record, Law(Role.Officer, null), late: false);
        return @seal with { SceneRecordId = record.EvidenceId };
    }

    private ActBody Naming(ActBody body)
    {
        foreach (var reference in OrdinaryProcedure.Of(body).Names)
        {
            var member = body.GetType().GetProperty(reference.Member)!;
            if (member.GetValue(body) is null && reference.Standing(File, body) is { } standing)
            {
                body = body with { };
                member.SetValue(body, standing.Entry.Id);
            }
        }
        return body;
    }

    /// <summary>Serves the last paper of a kind.</summary>
    public ActExecution Serve(
        DocumentKind kind,
        string on,
        int hour = 11,
        ReceiverRelation relation = ReceiverRelation.LegalRepresentative,
        string receiver = "赵六"
    ) =>
        Do(
            new ServeDocument
            {
                DoneAt = At(on, hour),
                DocumentIds = [File.Papers.Last(p => p.Kind == kind).DocumentId],
                Return = new()
                {
                    Documents = [],
                    Addressee = Case.Party.Name,
                    Way = ServiceWay.Direct,
                    Place = "新开中路 36 号",
                    Servers = [OfficerA, OfficerB],
                    SignedAt = At(on, hour),
                    Receiver = relation is ReceiverRelation.Self ? Case.Party.Name : receiver,
                    Relation = relation,
                    GuardianInformed = Case.Party.AgeAtOffence < 18 ? "已当面告知其父" : null,
                },
            }
        );

    /// <summary>The last act is recorded with this in clear.</summary>
    public void ShouldHaveRecorded(string type, object act)
    {
        var last = File.Acts[^1];
        var clear = JsonSerializer.SerializeToNode(act)!.AsObject();
        foreach (var reference in OrdinaryProcedure.Of(last.Act)!.Names)
            clear[reference.JsonName] = ((Guid?)last.Body.GetType().GetProperty(reference.Member)!.GetValue(last.Body))?.ToString();
        Case.ShouldRecord(
            type,
            last.DoneAt,
            new
            {
                organ = Street.Id,
                procedure = "Ordinary",
                place = File.Acts.Count,
                stage = Case.Stage.ToString(),
                violation = Case.ViolationCode,
                late = false,
                act = clear,
            },
            new { bodySha256 = last.Entry.BodySha256 }
        );
    }

    /// <summary>A clerk enters a result, and the head confirms it.</summary>
    public void Result(EnterRemedyResult result)
    {
        Do(result, person: PerformedCase.Clerk);
        Do(
            new ConfirmRemedyResult
            {
                DoneAt = result.DoneAt,
                ResultId = File.Acts[^1].Entry.Id,
                Opinion = "与文书一致",
            },
            Role.Head
        );
    }

    /// <summary>The same, to be refused.</summary>
    public Action Doing(ActBody body, Role role = Role.Officer, Guid? person = null) => () => Do(body, role, person);

    /// <summary>Why an act is not open.</summary>
    public IEnumerable<DomainError> Obstacles(CaseAct act, Role role = Role.Officer) =>
        File.Obstacles(OrdinaryProcedure.Of(act)!, Law(role, null)).Errors();

    /// <summary>Opens the file again from what is stored.</summary>
    public PlayedCase Reopened()
    {
        File = OrdinaryFile.Open(
            Case,
            File.Acts.Select(a => new DoneAct(a.Entry, ActJson.Read(a.Act, ActJson.Write(a.Body)))),
            File.Papers
        );
        return this;
    }

    /// <summary>Opens the file again as the version before would have stored it: the notice names no proposal.</summary>
    public void AsOfBefore() =>
        File = OrdinaryFile.Open(
            Case,
            File.Acts.Select(a => new DoneAct(a.Entry, a.Body is TellPenalty told ? told with { ProposalId = null } : a.Body)),
            File.Papers
        );

    public CaseDeadline Deadline(DeadlineKind kind) => Case.Deadlines.Last(d => d.Kind == kind);

    public ActContext Surroundings() => Law(Role.Officer, null);

    private ActContext Law(Role role, Guid? person) =>
        new()
        {
            PersonId =
                person
                ?? (
                    role == Role.Officer ? OfficerA
                    : role == Role.Head ? Head
                    : new Guid(1, 0, (short)role, new byte[8])
                ),
            Roles = new HashSet<Role> { role },
            Organ = new(Street.Id, null, Street.Kind, "hg", OrganName, Street.Profile, Entered),
            Catalogue = new(
                1,
                NewLaw is null ? [violation] : [violation, NewLaw],
                Adoptions,
                values,
                [],
                Shipped,
                [],
                [],
                reviewCatalogues
            ),
            Roster = new(
                [Officer(OfficerA, "张三", 1), Officer(OfficerB, "李四", 2), Officer(OfficerC, "王五", 3)],
                [Person(OfficerA, "张三"), Person(OfficerB, "李四"), Person(OfficerC, "王五")]
            ),
            OfficeHolders =
            [
                .. Leaders,
                .. HeadOnRoster
                    ? [new OfficeHolder(Head, "负责人", Street.Path, new HashSet<Role> { Role.Head })]
                    : Array.Empty<OfficeHolder>(),
                new(DecidingTests.Host, "汉主持", Street.Path, new HashSet<Role> { Role.HearingHost }),
            ],
            LaterAssessmentId = LaterAssessment,
            EarlierOrder = Earlier,
            Now = At("2024-12-31"),
            Production = Production,
            OtherFines = OtherFines,
            Reviewer = Reviewer,
            Assessments = Case.PartyId is { } party ? new Dictionary<Guid, StoredAssessment> { [AssessmentId] = Assessed(party) } : [],
            NextPaymentCode = () => "12345678901234567890",
            NewId = Guid.NewGuid,
        };

    private StoredAssessment Assessed(Guid party) =>
        new(
            AssessmentId,
            1,
            Street.Id,
            Street.Path,
            party,
            AssessedFor,
            Assessing(
                AnAssessment.Input(AssessedFacts, age: null, atOffence: Norm.Of(violation, PartyKind.LegalPerson, false)) with
                {
                    Party = PartyKind.LegalPerson,
                    Side = FineSide.Organisation,
                    CommittedOn = Case.CommittedOn,
                }
            ),
            OfficerA,
            At("2024-07-15")
        );

    private static Person Person(Guid id, string name) => new(id, name, null, StaffKind.Establishment, Street);

    private Officer Officer(Guid id, string name, int seq)
    {
        var officer = new Officer(Person(id, name), seq, Street, Date("2021-01-01"), Entered);
        officer.Certify(Guid.NewGuid(), $"{name}证", CertificateKind.Municipal, Date("2022-01-01"), Date(CertifiedUntil), Entered);
        return officer;
    }
}
