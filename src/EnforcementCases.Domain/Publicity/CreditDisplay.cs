using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Penalties;

namespace EnforcementCases.Domain.Publicity;

/// <summary>Class of a penalty for the display of credit information (失信行为的分类).</summary>
public enum CreditClass
{
    /// <summary>轻微: decided on the spot, or only 警告、通报批评; not shown on the credit sites.</summary>
    [Term("轻微")]
    Slight,

    /// <summary>一般.</summary>
    [Term("一般")]
    Ordinary,

    /// <summary>严重: very large fines, revoked licences, closures, bans.</summary>
    [Term("严重")]
    Serious,
}

/// <summary>How long a penalty is shown (公示期), by the orders of 2023 and 2025.</summary>
/// <param name="Least">Last day of the shortest period; display may end from then on after repair. Null if none.</param>
/// <param name="Most">Last day of display, inclusive.</param>
public sealed record DisplayPeriod(DateOnly? Least, DateOnly Most);

/// <summary>Class and display period of a penalty (信用公示的分类和期限). 失信行为纠正后的信用信息修复管理办法（试行） 2023; 信用修复管理办法 2025.</summary>
[StatutoryRule("APL-48-1")]
public static class CreditDisplay
{
    /// <summary>First day of the order of 2025 (信用修复管理办法, 国家发展改革委令2025年第36号).</summary>
    public static readonly DateOnly SecondOrderFrom = new(2026, 4, 1);

    /// <summary>A fine of the ordinary procedure has no class: where the line to serious fines runs, the department decides.</summary>
    public static readonly DomainError ClassMissing = new(
        "publicity.credit-class-missing",
        "APL-48-1",
        ErrorKind.RuleBroken,
        "普通程序的罚款须选定失信行为的分类（一般或者严重）",
        PenaltyLaw.At("第四十八条第一款")
    );

    /// <summary>The chosen class is not one that the penalty can have.</summary>
    public static readonly DomainError ClassDoesNotFit = new(
        "publicity.credit-class-does-not-fit",
        "APL-48-1",
        ErrorKind.RuleBroken,
        "选定的失信行为分类与处罚不符",
        PenaltyLaw.At("第四十八条第一款")
    );

    /// <summary>The classes that an item can have; empty if its decision imposes no penalty.</summary>
    public static IReadOnlyList<CreditClass> Possible(PublicationItem item, PublicDecision decision) =>
        item.IsPenalty ? Possible(decision.Case.Procedure, KindsOf(decision)) : [];

    /// <summary>The class of an item; null if its decision imposes no penalty.</summary>
    /// <param name="chosen">What the clerk chose; null if nothing.</param>
    /// <exception cref="DomainException"><see cref="ClassMissing"/> or <see cref="ClassDoesNotFit"/>.</exception>
    public static CreditClass? Of(PublicationItem item, PublicDecision decision, CreditClass? chosen) =>
        item.IsPenalty ? Of(decision.Case.Procedure, KindsOf(decision), chosen)
        : chosen is null ? null
        : throw ClassDoesNotFit.With("该决定没有给予处罚，不分类").At("/creditClass");

    private static List<PenaltyKind> KindsOf(PublicDecision decision) => [.. decision.Penalties.Select(p => p.Kind)];

    /// <summary>The classes that a penalty can have: one, unless the department has to draw the line.</summary>
    /// <exception cref="DomainException"><see cref="ClassDoesNotFit"/>: a penalty of the ordinary procedure without any kind has no class.</exception>
    public static IReadOnlyList<CreditClass> Possible(CaseProcedure procedure, IReadOnlyCollection<PenaltyKind> kinds) =>
        procedure is CaseProcedure.Simple ? [CreditClass.Slight]
        : kinds.Count == 0 ? throw ClassDoesNotFit.With("处罚决定没有载明处罚种类", "核对处罚决定")
        : kinds.All(k => k is PenaltyKind.Warning or PenaltyKind.PublicCriticism) ? [CreditClass.Slight]
        : kinds.Any(k => k is PenaltyKind.LicenceRevocation or PenaltyKind.OccupationBan or PenaltyKind.Closure) ? [CreditClass.Serious]
        : kinds.Contains(PenaltyKind.Fine) ? [CreditClass.Ordinary, CreditClass.Serious]
        : [CreditClass.Ordinary];

    /// <summary>The class of a penalty.</summary>
    /// <param name="chosen">What the clerk chose; null if nothing.</param>
    /// <exception cref="DomainException"><see cref="ClassMissing"/> or <see cref="ClassDoesNotFit"/>.</exception>
    public static CreditClass Of(CaseProcedure procedure, IReadOnlyCollection<PenaltyKind> kinds, CreditClass? chosen)
    {
        var possible = Possible(procedure, kinds);
        if (chosen is { } one)
        {
            return possible.Contains(one)
                ? one
                : throw ClassDoesNotFit
                    .With($"选定“{one.Term()}”，可以是{string.Join("、", possible.Select(p => p.Term()))}")
                    .At("/creditClass");
        }
        return possible is [var only]
            ? only
            : throw ClassMissing.With("含有罚款的普通程序处罚没有默认分类", "在 creditClass 中选定").At("/creditClass");
    }

    /// <summary>How long the credit sites show a penalty; null if they do not show it.</summary>
    /// <param name="decidedOn">Legal date of the decision, from which the periods run.</param>
    public static DisplayPeriod? OnCreditSites(CreditClass @class, DateOnly decidedOn) =>
        @class is CreditClass.Slight ? null : OnOwnPage(@class, decidedOn);

    /// <summary>How long the organ's own page shows a penalty. No order sets a period for slight ones there: they are shown as long as ordinary ones.</summary>
    /// <param name="decidedOn">Legal date of the decision, from which the periods run.</param>
    public static DisplayPeriod OnOwnPage(CreditClass @class, DateOnly decidedOn)
    {
        var first = new DisplayPeriod(Least(decidedOn, 3), decidedOn.AddMonths(36));
        var second =
            @class is CreditClass.Serious
                ? new DisplayPeriod(Least(decidedOn, 12), decidedOn.AddMonths(36))
                : new DisplayPeriod(Least(decidedOn, 3), decidedOn.AddMonths(12));
        if (decidedOn >= SecondOrderFrom)
            return Clear(second);
        // how what was shown on the first day of the second order passes over is nowhere written: the one that ends sooner, never before that day
        var most = second.Most < SecondOrderFrom ? SecondOrderFrom : second.Most;
        return Clear(first with { Most = first.Most < most ? first.Most : most });

        DisplayPeriod Clear(DisplayPeriod period) => @class is CreditClass.Slight ? period with { Least = null } : period;
    }

    private static DateOnly Least(DateOnly decidedOn, int months) => decidedOn.AddMonths(months);
}
