using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Cases.OnTheSpot;
using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Discretion;
using EnforcementCases.Domain.Fines;
using EnforcementCases.Domain.Parties;
using EnforcementCases.Domain.Penalties;
using EnforcementCases.Domain.Personnel;
using EnforcementCases.Domain.Recording;
using EnforcementCases.Domain.Tests.Catalogue;
using EnforcementCases.Domain.Tests.Discretion;
using static EnforcementCases.Domain.Tests.Cases.Ordinary.AnOrdinaryCase;
using static EnforcementCases.Domain.Tests.Law.Calendars;

namespace EnforcementCases.Domain.Tests.Cases;

/// <summary>A citizen fined 50 yuan on the spot on Wednesday 2024-09-18, all in order, to change one part of.</summary>
internal static class AnOnTheSpotCase
{
    public static readonly DateTimeOffset Decided = At("2024-09-18", 9);

    /// <summary>What a later order to correct or a re-check by the same two officers needs.</summary>
    public static readonly IReadOnlyList<OfficerAtScene> Officers = [Officer(OfficerA, "张三"), Officer(OfficerB, "李四")];

    private static readonly Organisation Street = new(
        new Guid("00000000-0000-0000-0000-0000000000aa"),
        null,
        OrganisationKind.Street,
        "hg",
        "天津市滨海新区人民政府汉沽街道办事处",
        new()
        {
            DivisionCodes = "120116015",
            ReconsiderationOrgan = "天津市滨海新区人民政府",
            PayeeText = "中国工商银行天津汉沽支行",
        },
        At("2021-01-01")
    );

    public static OnTheSpotFacts Facts { get; } = Of(AViolation.With());

    public static OnTheSpotFacts Of(ViolationVersion violation) =>
        new()
        {
            Organ = Street,
            Party = new()
            {
                Kind = PartyKind.Citizen,
                Name = "王某",
                AgeAtOffence = 30,
                Representative = "无",
            },
            Violation = violation,
            ViolationAtOffence = violation,
            ViolationAtDecision = violation,
            Adoption = new(
                Guid.NewGuid(),
                Street,
                violation,
                Date("2021-01-01"),
                null,
                "赋权决定",
                [],
                isDemo: false,
                Guid.NewGuid(),
                At("2021-01-01")
            ),
            OffenceId = Guid.NewGuid(),
            CommittedAt = At("2024-09-18", 8),
            Place = new("新开中路 36 号门前", "120116015", "117.80", "39.24", "WGS84"),
            Facts = "占道摆摊",
            ReasonsForAmount = "占道面积不大",
            Notice = new(At("2024-09-18", 9), NotifiedMatters.All, "没有意见", "不申辩"),
            NotifiedFine = Money.Yuan(50),
            Officers = Officers,
            CertificatesShown = ["张三证", "李四证"],
            CertificatesShownAt = At("2024-09-18", 8),
            Kinds = [PenaltyKind.Fine],
            Fine = Money.Yuan(50),
            Grade = PenaltyGrade.Ordinary,
            CorrectionRequired = "清退占道物品",
            DecidedAt = Decided,
            HandedOverAt = Decided,
            Signature = PartySignature.Signed,
            Evidence = [new(EvidenceKind.ElectronicData, At("2024-09-18", 8), new string('e', 64), "占道照片")],
            IndividualBusinessCeiling = Money.Yuan(200),
            ReportBackWorkingDays = 2,
        };

    /// <summary>A warning alone.</summary>
    public static OnTheSpotFacts Warning { get; } =
        Of(AViolation.With(kinds: [PenaltyKind.Warning])) with
        {
            Kinds = [PenaltyKind.Warning],
            Fine = Money.Zero,
            NotifiedFine = Money.Zero,
        };

    /// <summary>The stored assessment that decisions follow.</summary>
    public static readonly Guid AssessmentId = new("00000000-0000-0000-0000-00000000a55e");

    /// <summary>What the engine makes of the facts and of the officers' findings.</summary>
    public static AssessedPenalty Assess(OnTheSpotFacts facts, AssessmentFacts? findings = null, BenchmarkUsed? benchmark = null)
    {
        var input = new AssessmentInput
        {
            Party = facts.Party.Kind,
            Side = facts.Party.Kind.SideOf(individualBusinessAsOrganisation: false),
            AgeAtOffence = facts.Party.AgeAtOffence,
            CommittedOn = facts.CommittedOn,
            AssessedOn = facts.DecidedOn,
            AtOffence = Norm.Of(facts.ViolationAtOffence, facts.Party.Kind, individualBusinessAsOrganisation: false),
            Now = facts.ViolationAtDecision is { } now ? Norm.Of(now, facts.Party.Kind, individualBusinessAsOrganisation: false) : null,
            Benchmark = benchmark,
            History = AnAssessment.History(),
            Facts = findings ?? new(),
        };
        return new(AssessmentId, new string('f', 64), AssessmentEngine.Assess(input), input);
    }

    public static EnforcementCase Decide(OnTheSpotFacts? facts = null, string number = "津汉当罚字〔2024〕第0001号") =>
        EnforcementCase.DecideOnTheSpot(
            LawfulOnTheSpotDecision.Judge(facts ?? Facts, Assess(facts ?? Facts), Shipped),
            new()
            {
                CaseId = Guid.NewGuid(),
                Seq = 7,
                OrganisationId = Street.Id,
                OrganisationPath = Street.Path,
                PartyId = Guid.NewGuid(),
                Number = number,
                DocumentHash = new string('d', 64),
                PaymentCode = "12345678901234567890",
                RecordedAt = At("2024-09-18", 11),
                EnteredLate = true,
                Device = "pda-7",
                Calendar = Shipped,
                NewId = Guid.NewGuid,
            }
        );

    public static CaseDeadline Deadline(this EnforcementCase @case, DeadlineKind kind) => @case.Deadlines.Last(d => d.Kind == kind);

    public static Payment Pay(this EnforcementCase @case, decimal yuan, DateTimeOffset at, string transaction = "T1") =>
        @case.ReceivePayment(Guid.NewGuid(), PaymentChannel.Bank, Money.Yuan(yuan), transaction, at);

    private static OfficerAtScene Officer(Guid id, string name) =>
        new(name, new(id, OfficerCapacity.Officer, new CertificateOnDay(id, $"{name}证", Date("2022-01-01"), Date("2026-12-31"), [])));
}
