using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Discretion;
using EnforcementCases.Domain.Parties;
using EnforcementCases.Domain.Penalties;

namespace EnforcementCases.Domain.Tests.Discretion;

/// <summary>An assessment of a grown citizen's act, 200 to 1,000 yuan by law, with what a test cares about.</summary>
internal static class AnAssessment
{
    public static readonly DateOnly Day = new(2026, 5, 11);

    public static readonly FineProvision Provision = new(FineMode.Range, 200_00, 1_000_00);

    /// <summary>警告, then 200 to 500, then above 500 to 1,000.</summary>
    public static readonly BenchmarkTier[] Tiers =
    [
        new(1, "轻微", "经教育后改正", "不处罚", null, null),
        new(2, "一般", "一般情节", "罚款", new(200_00, 500_00), new(200_00, 500_00)),
        new(3, "从重", "拒不改正", "罚款", new(500_00, 1_000_00), new(500_00, 1_000_00), TierTest.RefusedToCorrect),
    ];

    public static Norm ANorm(
        string version = "1",
        FineProvision? fine = null,
        string code = "TJ-XX-01",
        bool noFine = false,
        params PenaltyKind[] kinds
    ) =>
        new(
            new Guid(version.PadLeft(32, '0')),
            code,
            version,
            "《天津市市容和环境卫生管理条例》第五十条",
            kinds.Length == 0 ? [PenaltyKind.Fine] : kinds,
            KindConnector.Single,
            noFine ? null : fine ?? Provision
        );

    public static BenchmarkUsed ABenchmark(
        IReadOnlyList<BenchmarkTier>? tiers = null,
        bool binding = true,
        BenchmarkSource source = BenchmarkSource.PublishedBenchmark
    ) => new(Guid.Empty, "CL-1", "1", source, "某市", binding, tiers ?? Tiers);

    public static ExemptionUsed AnEntry(ListedLeniency leniency = ListedLeniency.FirstOffence, bool binding = true, int? upTo = 1) =>
        new(Guid.Empty, "MF-1", "1", leniency, "出店经营", ["初次违法", "当场改正"], upTo, "《行政处罚法》第三十三条第一款", binding);

    public static PartyHistory History(int earlier = 0, bool searchable = true) =>
        new(
            searchable,
            2,
            false,
            [.. Enumerable.Range(1, earlier).Select(i => new EarlierMatter(Day.AddDays(-30 * i), EarlierMatterKind.Penalty, true))]
        );

    public static AssessmentInput Input(
        AssessmentFacts? facts = null,
        int? age = 41,
        Norm? atOffence = null,
        Norm? now = null,
        bool repealed = false,
        BenchmarkUsed? benchmark = null,
        PartyHistory? history = null,
        IReadOnlyList<ExemptionUsed>? exemptions = null,
        IReadOnlyList<Norm>? others = null
    ) =>
        new()
        {
            Party = PartyKind.Citizen,
            Side = FineSide.Individual,
            AgeAtOffence = age,
            CommittedOn = Day.AddDays(-3),
            AssessedOn = Day,
            AtOffence = atOffence ?? ANorm(),
            Now = repealed ? null : now ?? atOffence ?? ANorm(),
            Benchmark = benchmark,
            Exemptions = exemptions ?? [],
            OtherNorms = others ?? [],
            History = history ?? History(),
            Facts = facts ?? new(),
        };

    public static Assessment Of(AssessmentInput input) => AssessmentEngine.Assess(input);

    /// <summary>The step of a rule.</summary>
    public static AssessmentStep Step(this Assessment assessment, string rule) => assessment.Steps.First(s => s.Rule == rule);

    /// <summary>A penalty as proposed while the law stands as assessed.</summary>
    public static ProposedPenalty Proposal(
        this Assessment assessment,
        int yuan,
        PenaltyGrade grade = PenaltyGrade.Ordinary,
        string? departure = null,
        bool reviewed = false,
        bool discussed = false,
        string? reasons = "首次发现，占用时间较短"
    ) =>
        new(
            new(assessment.Law.AtOffence.VersionId, assessment.Law.Now?.VersionId),
            [PenaltyKind.Fine],
            Money.Yuan(yuan),
            grade,
            reasons,
            departure,
            null,
            reviewed,
            discussed
        );
}
