using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Cases.Ordinary;
using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Fines;
using EnforcementCases.Domain.Parties;
using EnforcementCases.Domain.Penalties;
using EnforcementCases.Domain.Personnel;
using EnforcementCases.Domain.Recording;
using EnforcementCases.Domain.Tests.Catalogue;
using static EnforcementCases.Domain.Tests.Cases.Ordinary.AnOrdinaryCase;
using static EnforcementCases.Domain.Tests.Law.Calendars;

namespace EnforcementCases.Domain.Tests.Cases.Ordinary;

/// <summary>A case whose decision is made, played on without a database: acts are done, papers issued and served as the API would.</summary>
internal sealed class PerformedCase
{
    public static readonly Guid Clerk = new("00000000-0000-0000-0000-00000000004c");

    public static readonly Guid Reviewer = new("00000000-0000-0000-0000-00000000004b");

    private static readonly Organisation Street = new(
        Guid.NewGuid(),
        null,
        OrganisationKind.Street,
        "hg",
        "汉沽街道办事处",
        new(),
        At("2021-01-01")
    );
    private static readonly OfficerRoster Roster = new(
        [OfficerOf(OfficerA, "A-1"), OfficerOf(OfficerB, "B-1")],
        [PersonOf(OfficerA), PersonOf(OfficerB)]
    );

    private readonly List<ParameterValue> values = [];
    private readonly List<ReviewCatalogueAdoption> reviewCatalogues = [];

    /// <summary>The violations of the catalogue.</summary>
    public List<ViolationVersion> Violations { get; } = [];

    private PerformedCase(EnforcementCase @case, OrdinaryFile file) => (Case, File) = (@case, file);

    public EnforcementCase Case { get; }

    public OrdinaryFile File { get; private set; }

    public static Attendance Both(string on) => new([new(OfficerA, "A-1"), new(OfficerB, "B-1")], At(on, 8));

    /// <summary>Decided on 2024-09-23 and served on the day itself: due on 2024-10-08.</summary>
    public static PerformedCase Served(
        long fineYuan = 1_000,
        PenaltyItem? other = null,
        string? correctBy = null,
        bool recorded = true,
        params DecisionOrder[] orders
    )
    {
        var played = Decided(fineYuan, other, correctBy is null ? orders : [new("清退占道物品", DueOn: Date(correctBy))], recorded);
        played.Serve(DocumentKind.PenaltyDecision, "2024-09-23");
        return played;
    }

    /// <summary>A fine of 50 yuan on the spot, which was reported.</summary>
    public static PerformedCase OnTheSpot()
    {
        var @case = AnOnTheSpotCase.Decide();
        @case.ReportBack(At("2024-09-19"));
        return new(@case, OrdinaryFile.Open(@case, [], []));
    }

    public static PerformedCase Ended(CaseOutcome outcome)
    {
        var @case = Opened();
        @case.SetOutcome(outcome, Date("2024-09-23"));
        @case.MoveTo(CaseStage.Ended);
        return new(@case, OrdinaryFile.Open(@case, History(@case), []));
    }

    /// <summary>The same, with an order to demolish by 2024-10-08.</summary>
    public static PerformedCase ServedToDemolish() =>
        Served(orders: [new("拆除彩钢房", DueOn: Date("2024-10-08"), Kind: CorrectiveOrder.DemolishByDate)]);

    private static PerformedCase Decided(long fineYuan, PenaltyItem? other, IReadOnlyList<DecisionOrder> orders, bool recorded)
    {
        var @case = Opened();
        var decision = new ProposeDecision
        {
            DoneAt = At("2024-09-20"),
            Outcome = CaseOutcome.Penalty,
            Penalties = other is null ? [Fine(fineYuan)] : [Fine(fineYuan), other],
            Facts = "占道经营",
            Basis = [],
            Reasons = "情节一般",
            Orders = orders,
        };
        @case.DecideOrdinary(decision.AsDecided, At("2024-09-23", 9));
        @case.NumberDecision("决字1号");
        @case.MoveTo(CaseStage.Decided);
        var file = OrdinaryFile.Open(
            @case,
            recorded ? History(@case) : [],
            [new(Guid.NewGuid(), DocumentKind.PenaltyDecision, "决字1号", 5, Date("2024-09-23"), "")]
        );
        file.AsDecided(decision);
        return new(@case, file);
    }

    /// <summary>The place adopts a catalogue of major decisions.</summary>
    public PerformedCase Adopt(params ReviewCatalogueRow[] rows)
    {
        reviewCatalogues.Add(PlannedReviewTests.Adopted(Street, rows));
        return this;
    }

    /// <summary>Does an act and issues its papers.</summary>
    public PerformedCase Do(ActBody body, params Role[] roles)
    {
        var act = File.Perform(body, Law(body.DoneAt, roles, body is EnterRemedyResult ? Clerk : SignerOf(body, roles)), late: false);
        act.ShouldIssueThePapersOfItsRow(body);
        foreach (var paper in act.Papers)
        {
            var issued = new IssuedPaper(Guid.NewGuid(), paper.Kind, $"{paper.Kind}-{File.Acts.Count}", File.Acts.Count, act.DoneOn, "");
            File.Add(issued);
            paper.WhenIssued?.Invoke(issued);
        }
        Case.ShouldSpeakForItself();
        return this;
    }

    /// <summary>A clerk enters a result, and the head confirms it.</summary>
    public PerformedCase Result(EnterRemedyResult result, string? confirmedOn = null) =>
        Do(result)
            .Do(
                new ConfirmRemedyResult
                {
                    DoneAt = confirmedOn is { } on ? At(on, 16) : result.DoneAt,
                    ResultId = File.Acts[^1].Entry.Id,
                    Opinion = "与文书一致",
                },
                Role.Head
            );

    /// <summary>The same, to be refused.</summary>
    public Action Doing(ActBody body, params Role[] roles) => () => Do(body, roles);

    /// <summary>The same, by somebody in particular.</summary>
    public Action DoingAs(Guid person, ActBody body, params Role[] roles) =>
        () => File.Perform(body, Law(body.DoneAt, roles, person), late: false);

    /// <summary>Somebody handles the case.</summary>
    public PerformedCase Handled(Guid person)
    {
        Case.Appoint([new("承办人", Roster.AtScene(OfficerA, Street.Path, Date("2024-09-01")).Acting with { Person = person })]);
        return this;
    }

    /// <summary>A law gives the organ the power to execute in the matter, as the catalogue has it.</summary>
    public PerformedCase Empowered(LegalBasis? money = null, LegalBasis? structure = null)
    {
        List<ExecutionGrant> grants =
        [
            .. money is null ? Array.Empty<ExecutionGrant>() : [new(ExecutedDuty.Money, money)],
            .. structure is null ? Array.Empty<ExecutionGrant>() : [new(ExecutedDuty.Structure, structure)],
        ];
        var matter = AViolation.With(branches: [new() { Must = [PenaltyKind.Fine] }], execution: grants);
        Case.SetMatter(matter, adoption: null, At("2024-07-08"), Case.Place, Case.Facts);
        Violations.Add(matter);
        return this;
    }

    /// <summary>Serves the last paper of a kind.</summary>
    public PerformedCase Serve(DocumentKind kind, string on) => Do(ServiceOf(File.Papers.Last(p => p.Kind == kind), on));

    public ServeDocument ServiceOf(IssuedPaper paper, string on) =>
        new()
        {
            DoneAt = At(on, 11),
            DocumentIds = [paper.DocumentId],
            Return = new()
            {
                Documents = [],
                Addressee = Case.Party.Name,
                Way = ServiceWay.Direct,
                Place = "某路 1 号",
                Servers = [OfficerA, OfficerB],
                SignedAt = At(on, 11),
                Receiver = Case.Party.Name,
                Relation = ReceiverRelation.Self,
            },
        };

    public PerformedCase Pay(long yuan, string on)
    {
        Case.ReceivePayment(Guid.NewGuid(), PaymentChannel.Bank, Money.Yuan(yuan), Guid.NewGuid().ToString("N"), At(on, 12));
        return this;
    }

    /// <summary>Opens the file again from what was done, as each request does.</summary>
    public PerformedCase Reopen()
    {
        var decision = File.Deciding.Decision;
        File = OrdinaryFile.Open(Case, File.Acts, File.Papers);
        if (decision is not null)
            File.AsDecided(decision);
        return this;
    }

    public IReadOnlyList<DomainError> Obstacles(CaseAct act, string on) =>
        [.. File.Obstacles(OrdinaryProcedure.Of(act)!, Law(At(on), [Role.Head])).Errors()];

    public CaseDeadline? Open(DeadlineKind kind) => Case.Deadlines.LastOrDefault(d => d.Kind == kind && d.IsOpen);

    /// <summary>The place sets a parameter.</summary>
    public PerformedCase Set(ParameterKey key, string value)
    {
        var parameter = LocalParameter.Shipped.Single(p => p.Key == key);
        values.Add(
            new(Guid.NewGuid(), Street, parameter, value, Date("2021-01-01"), "某决定", Guid.NewGuid(), Guid.NewGuid(), At("2021-01-01"))
        );
        return this;
    }

    /// <summary>What a surcharge is counted from.</summary>
    public FineHistory History(string on) => File.Paying.HistoryOn(Date(on), Law(At(on), []))!;

    /// <summary>What approves is done by somebody who is not an officer of the case, each level by a person of its own.</summary>
    private static Guid? SignerOf(ActBody body, Role[] roles) =>
        OrdinaryProcedure.Of(body).Approves && !roles.Contains(Role.Head) && !roles.Contains(Role.LegalReviewer)
            ? new Guid(7, 0, (short)roles.Sum(role => 1 + (int)role), new byte[8])
            : null;

    private ActContext Law(DateTimeOffset now, Role[] roles, Guid? person = null) =>
        new()
        {
            PersonId =
                person is { } other ? other
                : roles.Contains(Role.Head) ? Head
                : roles.Contains(Role.LegalReviewer) ? Reviewer
                : OfficerA,
            Roles = roles.ToHashSet(),
            Organ = Street,
            Catalogue = new(1, Violations, [], values, [], Shipped, [], [], reviewCatalogues),
            OfficeHolders = [new(Reviewer, "法某", Street.Path, new HashSet<Role> { Role.LegalReviewer })],
            Reviewer = roles.Contains(Role.LegalReviewer) ? new(Reviewer, Date("2017-01-01")) : null,
            Roster = Roster,
            Now = now,
            NextPaymentCode = () => Guid.NewGuid().ToString("N"),
            NewId = Guid.NewGuid,
        };

    private static EnforcementCase Opened()
    {
        var id = Guid.NewGuid();
        var @case = EnforcementCase.OpenOrdinary(
            new()
            {
                CaseId = id,
                Seq = 1,
                Organ = Street,
                OrganisationId = Street.Id,
                OrganisationPath = Street.Path,
                OffenceId = id,
                OpenedAt = At("2024-07-01"),
                RecordedAt = At("2024-07-01"),
                EnteredLate = false,
            }
        );
        @case.SetParty(Guid.NewGuid(), new() { Kind = PartyKind.Citizen, Name = "张三" });
        @case.File(Date("2024-07-03"));
        return @case;
    }

    /// <summary>One act for each stage of the process before service, as far as the table has one.</summary>
    private static IEnumerable<DoneAct> History(EnforcementCase @case) =>
        Enum.GetValues<ProcessStage>()
            .Where(s => s < ProcessStage.Service)
            .Select(s => OrdinaryProcedure.Rows.FirstOrDefault(r => r.Recording.Stage == s))
            .OfType<ActRow>()
            .Select(
                (row, i) =>
                {
                    var body = new Earlier { DoneAt = At("2024-07-05") };
                    return new DoneAct(
                        @case.NewEntry(Guid.NewGuid(), i + 1, row.Act, body.DoneAt, OfficerA, body.DoneAt, false, [], new()),
                        body
                    );
                }
            )
            .ToList();

    private static Person PersonOf(Guid id) => new(id, "汉一鸣", null, StaffKind.Establishment, Street);

    private static Officer OfficerOf(Guid id, string certificate)
    {
        var officer = new Officer(PersonOf(id), 1, Street, Date("2021-01-01"), At("2021-01-01"));
        officer.Certify(Guid.NewGuid(), certificate, CertificateKind.Municipal, Date("2021-01-01"), Date("2030-12-31"), At("2021-01-01"));
        return officer;
    }

    private sealed record Earlier : ActBody
    {
        internal override void Execute(ActExecution act) => throw new InvalidOperationException("Earlier acts are done.");
    }
}
