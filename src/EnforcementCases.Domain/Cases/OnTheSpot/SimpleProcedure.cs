using EnforcementCases.Domain.Discretion;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Parties;
using EnforcementCases.Domain.Penalties;

namespace EnforcementCases.Domain.Cases.OnTheSpot;

/// <summary>Limits of a penalty decided on the spot (简易程序, 当场处罚). 行政处罚法 第五十一条.</summary>
public static class SimpleProcedure
{
    /// <summary>Highest on-the-spot fine for a citizen (公民): 200 yuan, inclusive (二百元以下).</summary>
    public static readonly Money CitizenFineCeiling = Money.Yuan(200);

    /// <summary>Highest for a legal person or other organisation (法人或者其他组织): 3,000 yuan, inclusive (三千元以下).</summary>
    public static readonly Money OrganisationFineCeiling = Money.Yuan(3_000);

    /// <summary>Working days for reporting back where the place sets no other number; the law sets none.</summary>
    public const int DefaultReportBackWorkingDays = 2;

    /// <summary>Over the ceiling of a citizen.</summary>
    public static readonly DomainError CitizenFineOverCeiling = new(
        "simple-procedure.citizen-fine-over-ceiling",
        "APL-51-1",
        ErrorKind.RuleBroken,
        "对公民的罚款超出当场处罚限额，应当适用普通程序",
        PenaltyLaw.At("第五十一条")
    );

    /// <summary>Over the ceiling of a legal person or other organisation.</summary>
    public static readonly DomainError OrganisationFineOverCeiling = new(
        "simple-procedure.organisation-fine-over-ceiling",
        "APL-51-2",
        ErrorKind.RuleBroken,
        "对法人或者其他组织的罚款超出当场处罚限额，应当适用普通程序",
        PenaltyLaw.At("第五十一条")
    );

    /// <summary>Over the ceiling that the place applies to individual businesses.</summary>
    public static readonly DomainError IndividualBusinessFineOverCeiling = new(
        "simple-procedure.individual-business-fine-over-ceiling",
        "APL-51-4",
        ErrorKind.RuleBroken,
        "对个体工商户的罚款超出本地适用的当场处罚限额，应当适用普通程序",
        PenaltyLaw.At("第五十一条")
    );

    /// <summary>A kind of penalty other than a fine or a warning.</summary>
    public static readonly DomainError KindNotAllowed = new(
        "simple-procedure.kind-not-allowed",
        "APL-51-3",
        ErrorKind.RuleBroken,
        "当场只能作出警告或者罚款，其他种类应当适用普通程序",
        PenaltyLaw.At("第五十一条")
    );

    /// <summary>A penalty below the statutory minimum or outside the benchmark: it needs legal review and collective discussion.</summary>
    public static readonly DomainError NeedsReview = new(
        "simple-procedure.needs-review",
        "APL-51-3",
        ErrorKind.RuleBroken,
        "须经法制审核、集体讨论的，不得当场处罚，应当适用普通程序",
        PenaltyLaw.At("第五十一条")
    );

    /// <summary>Gains were found: they are confiscated, and a confiscation is not for the spot.</summary>
    public static readonly DomainError GainsFound = new(
        "simple-procedure.gains-found",
        "APL-28",
        ErrorKind.RuleBroken,
        "有违法所得的应当没收，不得当场处罚，应当适用普通程序",
        PenaltyLaw.At("第二十八条第二款")
    );

    /// <summary>Kinds and amount do not fit each other.</summary>
    public static readonly DomainError AmountDoesNotFitKind = new(
        "simple-procedure.amount-does-not-fit-kind",
        "APL-51-3",
        ErrorKind.Unacceptable,
        "处罚种类与罚款数额不一致"
    );

    /// <summary>Another ceiling set by an instrument lower than a law.</summary>
    public static readonly DomainError CeilingNotSetByLaw = new(
        "simple-procedure.ceiling-not-set-by-law",
        "APL-51-5",
        ErrorKind.RuleBroken,
        "当场处罚限额只有法律可以另行规定",
        PenaltyLaw.At("第五十一条")
    );

    /// <summary>Refuses every kind but a fine or a warning, and an amount that does not fit the kinds.</summary>
    /// <exception cref="DomainException"><see cref="PenaltyKinds.DetentionNotOurs"/>, <see cref="KindNotAllowed"/> or <see cref="AmountDoesNotFitKind"/>.</exception>
    public static void EnsureKindsAllowed(IReadOnlyCollection<PenaltyKind> kinds, Money fine)
    {
        PenaltyKinds.EnsureOurs(kinds);
        if (kinds.Any(k => k is not (PenaltyKind.Fine or PenaltyKind.Warning)))
            throw KindNotAllowed.With($"不能当场作出：{string.Join('、', kinds.Select(k => k.Term()))}", "按普通程序立案");
        if (kinds.Count == 0)
            throw AmountDoesNotFitKind.With("没有处罚种类");
        if (kinds.Contains(PenaltyKind.Fine) != fine > Money.Zero)
            throw AmountDoesNotFitKind.With(fine > Money.Zero ? "有罚款数额而种类中没有罚款" : "种类为罚款而数额为零");
    }

    /// <summary>Refuses a matter in which gains were found: they must not be left to the party.</summary>
    /// <param name="gains">Gains to be confiscated; zero if none were found.</param>
    /// <exception cref="DomainException"><see cref="GainsFound"/>.</exception>
    public static void EnsureNoGains(Money gains)
    {
        if (gains > Money.Zero)
            throw GainsFound.With($"认定违法所得 {gains.InYuan} 元", "按普通程序立案");
    }

    /// <summary>Refuses a fine that needs the ordinary procedure (普通程序).</summary>
    /// <param name="individualBusinessCeiling">What the place applies to 个体工商户: the law is silent (APL-51-4).</param>
    /// <param name="otherwise">A ceiling that another law sets for this violation (法律另有规定的，从其规定).</param>
    /// <exception cref="DomainException">One of the ceilings, or <see cref="CeilingNotSetByLaw"/>.</exception>
    public static void EnsureFineAllowed(
        PartyKind party,
        Money fine,
        Money individualBusinessCeiling,
        OtherwiseByLaw<Money>? otherwise = null
    )
    {
        if (otherwise is { Level: not InstrumentLevel.Law })
            throw CeilingNotSetByLaw.With($"{otherwise.Basis} 不是法律");
        var (ceiling, error) = CeilingFor(party, individualBusinessCeiling);
        ceiling = otherwise?.Value ?? ceiling;
        if (fine > ceiling)
            throw error.With($"罚款 {fine.InYuan} 元，限额 {ceiling.InYuan} 元", "按普通程序立案");
    }

    /// <summary>The highest fine on the spot, inclusive.</summary>
    /// <param name="individualBusinessCeiling">What the place applies to 个体工商户.</param>
    public static Money CeilingOf(PartyKind party, Money individualBusinessCeiling) => CeilingFor(party, individualBusinessCeiling).Ceiling;

    /// <summary>The fines that can be imposed on the spot: inside the law and the binding tier, up to the ceiling; null if there are none.</summary>
    public static FenRange? RangeOf(Assessment assessment, Money ceiling)
    {
        if (assessment.FineExcluded || assessment.Statutory is not { } law)
            return null;
        var range = assessment.Benchmark is { Binds: true, Tier: not null } benchmark ? benchmark.Range : law;
        if (range is null || range.LowestFen > ceiling.Fen)
            return null;
        return range with { HighestFen = Math.Min(Math.Min(range.HighestFen, law.HighestFen), ceiling.Fen) };
    }

    private static (Money Ceiling, DomainError Error) CeilingFor(PartyKind party, Money individualBusinessCeiling) =>
        party switch
        {
            PartyKind.Citizen => (CitizenFineCeiling, CitizenFineOverCeiling),
            PartyKind.IndividualBusiness => (individualBusinessCeiling, IndividualBusinessFineOverCeiling),
            PartyKind.LegalPerson or PartyKind.OtherOrganisation => (OrganisationFineCeiling, OrganisationFineOverCeiling),
        };

    /// <summary>The officer reports the decision to the organ for the record (报所属行政机关备案). 第五十二条第三款.</summary>
    /// <param name="workingDays">What the place sets; the law sets no number.</param>
    [StatutoryRule("APL-52-4")]
    public static DeadlineRule ReportBack(int workingDays = DefaultReportBackWorkingDays) =>
        new(
            "APL-52-4",
            "报所属行政机关备案",
            TimeLimit.WorkingDays(workingDays),
            PenaltyLaw.At("第五十二条第三款"),
            DeadlineFor.Party,
            "作出当场处罚决定"
        );
}
