using EnforcementCases.Domain.Penalties;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;
using static EnforcementCases.Domain.Tests.Cases.Ordinary.AnOrdinaryCase;

namespace EnforcementCases.Domain.Tests.Cases.Ordinary;

/// <summary>Whether a decision is heavier than what was told. 行政处罚法 第四十五条第二款.</summary>
[Rule("APL-45")]
public sealed class PenaltyWeightTests
{
    private static readonly Arbitrary<PenaltyItem[]> Items = (
        from kinds in Gen.SubListOf(Enum.GetValues<PenaltyKind>().Where(k => k is not PenaltyKind.Detention))
        from amounts in Gen.Choose(1, 1_000_000).ArrayOf(kinds.Count)
        from terms in Gen.Choose(0, 400).ArrayOf(kinds.Count)
        select kinds
            .Select(
                (kind, i) =>
                    PenaltyItems.HasAmount(kind)
                        ? new PenaltyItem(kind, amounts[i])
                        : new PenaltyItem(kind, TermDays: terms[i] == 0 ? null : terms[i])
            )
            .ToArray()
    ).ToArbitrary();

    public static TheoryData<PenaltyItem[], PenaltyItem[], bool> Pairs =>
        new()
        {
            { [Fine(1_000)], [Fine(1_000)], false },
            { [Fine(1_000)], [Fine(999)], false },
            { [Fine(1_000)], [new(PenaltyKind.Fine, 1_000_01)], true }, // one fen more
            { [Fine(1_000)], [new(PenaltyKind.Warning)], false },
            { [Fine(1_000)], [], false },
            { [Fine(1_000)], [Fine(500), new(PenaltyKind.Warning)], true }, // added, and nothing fell away
            { [new(PenaltyKind.Warning)], [Fine(1)], true },
            { [new(PenaltyKind.SuspensionOfOperation, TermDays: 30)], [new(PenaltyKind.SuspensionOfOperation, TermDays: 30)], false },
            { [new(PenaltyKind.SuspensionOfOperation, TermDays: 30)], [new(PenaltyKind.SuspensionOfOperation, TermDays: 31)], true },
            { [new(PenaltyKind.SuspensionOfOperation, TermDays: 30)], [new(PenaltyKind.SuspensionOfOperation)], true }, // without end
            { [new(PenaltyKind.SuspensionOfOperation)], [new(PenaltyKind.SuspensionOfOperation, TermDays: 365)], false },
            { [new(PenaltyKind.LicenceRevocation)], [new(PenaltyKind.LicenceSuspension, TermDays: 90)], false }, // a lighter kind stands in
            { [new(PenaltyKind.LicenceRevocation)], [Fine(100)], true }, // money that nobody was told of
            { [new(PenaltyKind.ConfiscationOfGains, 500_00)], [Fine(500)], false },
            { [new(PenaltyKind.ConfiscationOfGains, 500_00)], [Fine(501)], true },
            { [new(PenaltyKind.Closure)], [new(PenaltyKind.OccupationBan)], true }, // same weight is not lighter
            // each heavier kind that fell away carries one lighter kind, the heaviest first
            { [new(PenaltyKind.Warning), new(PenaltyKind.LicenceRevocation)], [new(PenaltyKind.LicenceSuspension, TermDays: 90)], false },
            {
                [new(PenaltyKind.LicenceRevocation), new(PenaltyKind.RestrictionOfOperation)],
                [new(PenaltyKind.QualificationDowngrade), new(PenaltyKind.Closure)],
                false
            },
            { [new(PenaltyKind.LicenceRevocation)], [new(PenaltyKind.QualificationDowngrade), new(PenaltyKind.Closure)], true },
            { [Fine(1_000), new(PenaltyKind.ConfiscationOfGains, 100_00)], [Fine(1_100)], true }, // kind by kind, though the sum is the same
        };

    [Theory, MemberData(nameof(Pairs))]
    public void What_is_not_plainly_the_same_or_lighter_is_heavier(PenaltyItem[] told, PenaltyItem[] decided, bool heavier) =>
        (PenaltyWeight.HeavierThan(told, decided).Count > 0).ShouldBe(heavier);

    [Fact, Rule("APL-45")]
    public void It_is_said_in_what_a_penalty_is_heavier()
    {
        PenaltyWeight
            .HeavierThan(
                [Fine(1_000), new(PenaltyKind.SuspensionOfOperation, TermDays: 30)],
                [Fine(1_200), new(PenaltyKind.SuspensionOfOperation), new(PenaltyKind.Closure)]
            )
            .ShouldBe([
                "罚款由 1000.00 元增至 1200.00 元",
                "责令停产停业由 30 日延长至 不定期",
                "增加未告知的责令关闭",
                "金额合计由 1000.00 元增至 1200.00 元",
            ]);
    }

    [Fact]
    public void No_penalty_is_heavier_than_itself() =>
        Prop.ForAll(Items, i => PenaltyWeight.HeavierThan(i, i).Count == 0).QuickCheckThrowOnFailure();

    [Fact]
    public void Leaving_something_out_never_makes_it_heavier() =>
        Prop.ForAll(Items, i => PenaltyWeight.HeavierThan(i, [.. i.Skip(1)]).Count == 0).QuickCheckThrowOnFailure();

    [Fact]
    public void More_money_than_told_is_always_heavier() =>
        Prop.ForAll(
                Items,
                Items,
                (told, decided) =>
                    PenaltyItems.Total(decided) <= PenaltyItems.Total(told) || PenaltyWeight.HeavierThan(told, decided).Count > 0
            )
            .QuickCheckThrowOnFailure();

    [Fact, Rule("APL-9")]
    public void Kinds_and_amounts_fit_each_other()
    {
        Fit(Fine(1), new(PenaltyKind.Warning)).ShouldRefuse(null);
        Fit(new PenaltyItem(PenaltyKind.ConfiscationOfGoods)).ShouldRefuse(null);
        Fit(new PenaltyItem(PenaltyKind.Fine)).ShouldRefuse(PenaltyItems.DoNotFit);
        Fit(new PenaltyItem(PenaltyKind.Fine, -1)).ShouldRefuse(PenaltyItems.DoNotFit);
        Fit(new PenaltyItem(PenaltyKind.ConfiscationOfGains)).ShouldRefuse(PenaltyItems.DoNotFit);
        Fit(new PenaltyItem(PenaltyKind.Warning, 1)).ShouldRefuse(PenaltyItems.DoNotFit);
        Fit(new PenaltyItem(PenaltyKind.Fine, 1, TermDays: 3)).ShouldRefuse(PenaltyItems.DoNotFit);
        Fit(new PenaltyItem(PenaltyKind.LicenceSuspension, TermDays: 0)).ShouldRefuse(PenaltyItems.DoNotFit);
        Fit(new PenaltyItem(PenaltyKind.LicenceSuspension, TermDays: 1)).ShouldRefuse(null);
        Fit(Fine(1), Fine(2)).ShouldRefuse(PenaltyItems.DoNotFit);
        Fit(new PenaltyItem(PenaltyKind.Detention)).ShouldRefuse(PenaltyKinds.DetentionNotOurs);
        PenaltyItems
            .InWords([Fine(5_000), new(PenaltyKind.SuspensionOfOperation, TermDays: 30)])
            .ShouldBe("罚款 5000.00 元、责令停产停业 30 日");

        static Action Fit(params PenaltyItem[] items) => () => PenaltyItems.EnsureFit(items);
    }
}
