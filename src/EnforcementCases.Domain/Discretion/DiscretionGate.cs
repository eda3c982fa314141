using System.Collections.Frozen;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Penalties;

namespace EnforcementCases.Domain.Discretion;

/// <summary>The two versions that the choice of law compares on the day on which a penalty is proposed or decided. 行政处罚法 第三十七条.</summary>
/// <param name="AtOffenceVersionId">Version of the violation in force at the offence; null if none.</param>
/// <param name="NowVersionId">Version in force on that day; null if it was repealed.</param>
public sealed record StandingLaw(Guid? AtOffenceVersionId, Guid? NowVersionId);

/// <summary>A penalty that is proposed, notified or decided, to be checked against its assessment.</summary>
/// <param name="Law">The versions in force; the assessment chose one of the two.</param>
/// <param name="Kinds">Kinds of penalty.</param>
/// <param name="Fine">The fine; zero if none.</param>
/// <param name="Grade">Ordinary, lenient, mitigated or aggravated.</param>
/// <param name="Reasons">Reasons for the amount (裁量理由).</param>
/// <param name="DepartureReasons">Why it is outside the benchmark; null if nothing was stated.</param>
/// <param name="ReasonsAgainstExemption">Why a party is punished that may be let off, by a matching entry of the exemption list or as a first offender; null if
/// nothing was stated.</param>
/// <param name="LegallyReviewed">Legal review was passed (法制审核通过).</param>
/// <param name="CollectivelyDiscussed">The leaders of the organ discussed and decided together (集体讨论).</param>
/// <param name="Lighter">How far a lenient fine must be below the ordinary one, in the place and on the day.</param>
public sealed record ProposedPenalty(
    StandingLaw Law,
    IReadOnlyCollection<PenaltyKind> Kinds,
    Money Fine,
    PenaltyGrade Grade,
    string? Reasons,
    string? DepartureReasons = null,
    string? ReasonsAgainstExemption = null,
    bool LegallyReviewed = false,
    bool CollectivelyDiscussed = false,
    LighterPart Lighter = LighterPart.BelowMiddle
);

/// <summary>Result of checking a penalty against its assessment.</summary>
/// <param name="Departs">Whether it is outside the tier of a binding benchmark.</param>
/// <param name="Mitigates">Whether it is below the statutory minimum.</param>
/// <param name="Refusals">Faults that no document can cure.</param>
/// <param name="Unmet">Requirements still to be met before the decision.</param>
public sealed record DiscretionResult(
    bool Departs,
    bool Mitigates,
    IReadOnlyList<DomainException> Refusals,
    IReadOnlyList<DomainException> Unmet
)
{
    /// <summary>Whether the decision may be made without further steps.</summary>
    public bool IsKept => Refusals.Count == 0 && Unmet.Count == 0;

    /// <summary>Whether legal review and collective discussion are required, passed already or not.</summary>
    public bool CallsForReview => Departs || Mitigates;
}

/// <summary>Whether a decision follows its stored assessment, and what a departure requires (裁量关口). 行政处罚法 第五条、第三十二条、第三十四条.</summary>
public static class DiscretionGate
{
    /// <summary>The assessment compared other versions of the violation than those in force: the law changed after it.</summary>
    public static readonly DomainError AnotherVersion = new(
        "discretion.another-version",
        "APL-37",
        ErrorKind.RuleBroken,
        "裁量评估所比较的规定与行为时、现在施行的规定不一致，应当重新评估",
        PenaltyLaw.At("第三十七条")
    );

    /// <summary>The assessment found no ground for giving no penalty.</summary>
    public static readonly DomainError NoGroundForNoPenalty = new(
        "discretion.no-ground-for-no-penalty",
        "APL-33-1b",
        ErrorKind.RuleBroken,
        "裁量评估没有不予处罚的情形",
        PenaltyLaw.At("第三十三条")
    );

    /// <summary>The assessment lets the party off on another ground than the one stated.</summary>
    public static readonly DomainError AnotherGround = new(
        "discretion.another-ground",
        "APL-33-1a",
        ErrorKind.RuleBroken,
        "不予处罚的情形与裁量评估的结论不一致",
        PenaltyLaw.At("第三十三条")
    );

    /// <summary>The refusal that belongs to a rule that forbids the penalty.</summary>
    private static readonly FrozenDictionary<string, DomainError> Forbidding = new Dictionary<string, DomainError>(StringComparer.Ordinal)
    {
        ["APL-37"] = ChoiceOfLaw.NoLongerABreach,
        ["APL-30"] = PartyAge.UnderFourteen,
        ["APL-31"] = MentalCapacity.Lost,
        ["APL-33-2"] = WithoutFault.Proved,
        ["APL-33-1a"] = NoPenalty.SlightCorrectedHarmless,
        ["APL-33-LIST"] = NoPenalty.SlightCorrectedHarmless, // only the entry that repeats 第三十三条第一款第一句 forbids
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Checks a penalty against its assessment and lists everything that is wrong or missing.</summary>
    public static DiscretionResult Judge(Assessment assessment, ProposedPenalty penalty)
    {
        var (fined, mitigates) = (penalty.Fine > Money.Zero, penalty.Grade is PenaltyGrade.Mitigated);
        var departs = !(fined && IsOutsideLaw(assessment, penalty)) && Departs(assessment, penalty); // outside the law nothing can be cured
        return new(departs, mitigates, [.. Refusals(assessment, penalty, fined)], [.. Unmet(assessment, penalty, departs, mitigates)]);
    }

    /// <summary>Refuses a decision that does not follow its assessment.</summary>
    /// <exception cref="DomainException">The first of <see cref="DiscretionResult.Refusals"/>, then of <see cref="DiscretionResult.Unmet"/>.</exception>
    public static void EnsureKept(Assessment assessment, ProposedPenalty penalty)
    {
        var result = Judge(assessment, penalty);
        if (result.Refusals.Concat(result.Unmet).FirstOrDefault() is { } first)
            throw first;
    }

    /// <summary>Whether an outcome is based on an assessment: slight, first time and no fault are; every other outcome is based on facts of its own.</summary>
    public static bool RestsOnAssessment(CaseOutcome outcome) =>
        outcome is CaseOutcome.NoPenaltySlight or CaseOutcome.NoPenaltyFirstTime or CaseOutcome.NoPenaltyNoFault;

    /// <summary>Refuses to give no penalty if the assessment found no ground for it, or another one: shall not (slight), may not (first time) and no fault are three
    /// outcomes with duties of their own.</summary>
    /// <exception cref="DomainException"><see cref="NoGroundForNoPenalty"/> or <see cref="AnotherGround"/>.</exception>
    public static void EnsureNoPenaltyAllowed(Assessment assessment, CaseOutcome outcome)
    {
        if (assessment.Verdict is PenaltyVerdict.Allowed)
            throw NoGroundForNoPenalty.With("评估结论为可以处罚");
        if (OutcomeOf(assessment) != outcome)
            throw AnotherGround.With($"拟定的是“{outcome.Term()}”，评估依据的规则是 {assessment.DecisiveRule}");
    }

    /// <summary>The outcome that the decisive rule of an assessment leads to; null if the outcome depends on facts outside the assessment.</summary>
    private static CaseOutcome? OutcomeOf(Assessment assessment) =>
        assessment switch
        {
            { Verdict: PenaltyVerdict.MayBeLetOff } => CaseOutcome.NoPenaltyFirstTime,
            { DecisiveRule: "APL-33-1a" or "APL-33-LIST" } => CaseOutcome.NoPenaltySlight, // only the entry that repeats 第三十三条第一款第一句 forbids
            { DecisiveRule: "APL-33-2" } => CaseOutcome.NoPenaltyNoFault,
            _ => null,
        };

    private static IEnumerable<DomainException> Refusals(Assessment assessment, ProposedPenalty penalty, bool fined)
    {
        if (penalty.Law != new StandingLaw(assessment.Law.AtOffence.VersionId, assessment.Law.Now?.VersionId))
            yield return AnotherVersion.With(
                $"评估比较的是行为时版本 {assessment.Law.AtOffence.Version} 和现在版本 {assessment.Law.Now?.Version ?? "已废止"}",
                "重新进行裁量评估"
            );
        foreach (var obstacle in ObstaclesToAny(assessment))
            yield return obstacle;
        if (assessment.HigherNorm is { } higher && fined)
            yield return SeveralNorms.HigherNotApplied.With($"应当按照 {higher} 处罚");
        if (assessment.FineExcluded && fined)
            yield return CriminalFine.CameFirst.With("已有刑事罚金");
        foreach (var refusal in OfGrade(assessment, penalty, fined))
            yield return refusal;
        if (fined && IsOutsideLaw(assessment, penalty))
        {
            yield return PenaltyBasis.OutsideStatutoryRange.With(
                assessment.Statutory is { } range
                    ? $"罚款 {penalty.Fine.InYuan} 元，法定幅度 {Money.OfFen(range.LowestFen).InYuan} 元以上 {Money.OfFen(range.HighestFen).InYuan} 元以下"
                    : "罚则对该类当事人没有规定罚款"
            );
        }
    }

    /// <summary>The obstacles to a penalty of any kind and amount: it is forbidden, the law was not chosen, or the exemption list was not answered.</summary>
    public static IEnumerable<DomainException> ObstaclesToAny(Assessment assessment)
    {
        if (assessment.Verdict is PenaltyVerdict.Forbidden)
            yield return Forbidding[assessment.DecisiveRule!].With("裁量评估的结论为不予处罚", "不予处罚，对当事人进行教育并记录");
        if (assessment.Law.Chosen is null && assessment.Law.Changed)
            yield return PenaltyBasis.ChoiceOfLawMissing.With("新旧规定不同，没有记明选择");
        if (assessment.Law.Milder is { } milder && milder != assessment.Law.Applied)
            yield return ChoiceOfLaw.MilderNotApplied.With($"较轻的是 {milder}");
        foreach (var demand in assessment.Demands.Where(d => d.Kind is DemandKind.ListUnanswered))
            yield return ListedExemption.Unanswered.With($"没有答复：{demand.Text}", "重新进行裁量评估");
    }

    private static IEnumerable<DomainException> OfGrade(Assessment assessment, ProposedPenalty penalty, bool fined)
    {
        var (leniency, grade) = (assessment.Leniency, penalty.Grade);
        if (leniency.Demanded && grade is not (PenaltyGrade.Lenient or PenaltyGrade.Mitigated))
        {
            yield return leniency.DemandedBy is "APL-30"
                ? PartyAge.MinorWithoutLeniency.With("行为时不满十八周岁", "从轻或者减轻处罚")
                : Leniency.Missing.With("已认定法定从轻、减轻情形", "从轻或者减轻处罚");
        }
        if (grade is PenaltyGrade.Aggravated && !Aggravation.IsAllowed(assessment))
            yield return Aggravation.WithoutGround.With("裁量评估没有从重情形");
        if (grade is PenaltyGrade.Lenient && !leniency.Allowed)
            yield return Leniency.LenientWithoutGround.With("裁量评估没有从轻、减轻情形");
        else if (grade is PenaltyGrade.Lenient && fined && NotLighter(assessment, penalty) is { } notLighter)
            yield return notLighter;
        if (grade is not PenaltyGrade.Mitigated)
            yield break;
        if (!leniency.Allowed)
            yield return Leniency.MitigatedWithoutGround.With("裁量评估没有减轻情形");
        else if (fined && assessment.Statutory is { } statutory && penalty.Fine.Fen >= statutory.LowestFen)
            yield return Leniency.NotBelowMinimum.With($"法定最低 {Money.OfFen(statutory.LowestFen).InYuan} 元", "改为从轻");
    }

    private static DomainException? NotLighter(Assessment assessment, ProposedPenalty penalty)
    {
        if (
            (assessment.Benchmark.Range ?? assessment.Statutory) is not { } range
            || Leniency.IsLighter(penalty.Fine, range, penalty.Lighter)
        )
            return null;
        var error = assessment.Leniency.DemandedBy is "APL-30" ? Leniency.NotLighterForMinor : Leniency.NotLighter;
        return error.With(
            $"罚款 {penalty.Fine.InYuan} 元，幅度 {Money.OfFen(range.LowestFen).InYuan} 元至 {Money.OfFen(range.HighestFen).InYuan} 元，中间数额 {Leniency.MiddleOf(range).InYuan} 元",
            "降低数额，或者减轻处罚"
        );
    }

    [StatutoryRule("NUM-INCL")]
    private static bool IsOutsideLaw(Assessment assessment, ProposedPenalty penalty) =>
        assessment.Statutory is not { } range
        || penalty.Fine.Fen > range.HighestFen
        || (penalty.Fine.Fen < range.LowestFen && penalty.Grade is not PenaltyGrade.Mitigated);

    /// <summary>Outside the tier of a binding benchmark. A lenient or mitigated penalty on a statutory ground is no departure: the law itself opens that range.</summary>
    private static bool Departs(Assessment assessment, ProposedPenalty penalty)
    {
        if (assessment.Benchmark is not { Binds: true, Tier: { } tier } benchmark)
            return false;
        if (penalty.Fine == Money.Zero)
            return benchmark.Range is not null && !assessment.Leniency.Allowed;
        if (benchmark.Range is not { } range)
            return true; // the tier imposes no fine
        return penalty.Grade switch
        {
            PenaltyGrade.Lenient => !range.Contains(penalty.Fine) && assessment.Leniency.Lenient?.Contains(penalty.Fine) is not true,
            PenaltyGrade.Mitigated => assessment.Leniency.Mitigated?.Contains(penalty.Fine) is not true,
            PenaltyGrade.Ordinary or PenaltyGrade.Aggravated => !range.Contains(penalty.Fine),
        };
    }

    private static IEnumerable<DomainException> Unmet(Assessment assessment, ProposedPenalty penalty, bool departs, bool mitigates)
    {
        if (string.IsNullOrWhiteSpace(penalty.Reasons))
            yield return PenaltyBasis.ReasonsMissing.With("没有裁量理由");
        if (assessment.Verdict is PenaltyVerdict.MayBeLetOff && string.IsNullOrWhiteSpace(penalty.ReasonsAgainstExemption))
        {
            yield return assessment.Demands.Any(d => d.Kind is DemandKind.ReasonsAgainstList)
                ? ListedExemption.NotFollowedWithoutReasons.With(string.Join('、', assessment.Listed))
                : FirstOffence.PunishedWithoutReasons.With("没有说明仍予处罚的理由", "不予处罚，或者说明仍予处罚的理由");
        }
        if (departs)
        {
            var tier = assessment.Benchmark.Tier!.Level;
            if (string.IsNullOrWhiteSpace(penalty.DepartureReasons))
                yield return BenchmarkChoice.DepartureUnreasoned.With($"基准阶次“{tier}”", "书面说明理由");
            if (!penalty.LegallyReviewed)
                yield return BenchmarkChoice.DepartureUnreviewed.With($"基准阶次“{tier}”", "提交法制审核");
            if (!penalty.CollectivelyDiscussed)
                yield return BenchmarkChoice.DepartureUndiscussed.With($"基准阶次“{tier}”", "提交集体讨论");
        }
        if (mitigates)
        {
            if (!penalty.LegallyReviewed)
                yield return Leniency.MitigatedUnreviewed.With("拟减轻处罚", "提交法制审核");
            if (!penalty.CollectivelyDiscussed)
                yield return Leniency.MitigatedUndiscussed.With("拟减轻处罚", "提交集体讨论");
        }
    }
}
