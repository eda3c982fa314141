using EnforcementCases.Domain.Fines;
using EnforcementCases.Domain.Law;
using FsCheck;
using FsCheck.Fluent;
using Xunit;
using static EnforcementCases.Domain.Tests.Law.Calendars;

namespace EnforcementCases.Domain.Tests.Fines;

/// <summary>What holds for every fine and every history of it.</summary>
public sealed class LatePaymentSurchargeProperties
{
    private static readonly DateOnly Due = Date("2024-10-08");

    private static readonly Arbitrary<Input> Inputs = (
        from fine in Gen.Choose(1, 5_000_00)
        from through in Gen.Choose(0, 120)
        from payments in Gen.Choose(0, 3).SelectMany(n => Payment(fine).ListOf(n))
        from pauses in Gen.Choose(0, 2).SelectMany(n => Pause().ListOf(n))
        from instalments in Gen.Choose(0, 3)
        from cover in Gen.Choose(-5, 20)
        from extraPayment in Payment(fine)
        from extraPause in Pause()
        from @base in Gen.Elements(SurchargeBase.UnpaidPart, SurchargeBase.WholeFine)
        select new Input(
            new()
            {
                FineFen = fine,
                DueOn = Due,
                Payments = [.. payments],
                Pauses = [.. pauses],
                Deferrals = instalments == 0 ? [] : [Deferral(fine, instalments, Due.AddDays(cover))],
            },
            Due.AddDays(through),
            @base,
            extraPayment,
            extraPause
        )
    ).ToArbitrary();

    [Fact, Rule("APL-72-1")]
    public void A_surcharge_never_exceeds_the_fine() =>
        Prop.ForAll(Inputs, i => Count(i, i.History) <= i.History.FineFen && Count(i, i.History) >= 0).QuickCheckThrowOnFailure();

    [Fact, Rule("APL-73-3")]
    public void A_pause_never_increases_it() =>
        Prop.ForAll(Inputs, i => Count(i, i.History with { Pauses = [.. i.History.Pauses, i.ExtraPause] }) <= Count(i, i.History))
            .QuickCheckThrowOnFailure();

    [Fact, Rule("APL-72-1")]
    public void A_payment_never_increases_it() =>
        Prop.ForAll(Inputs, i => Count(i, i.History with { Payments = [.. i.History.Payments, i.ExtraPayment] }) <= Count(i, i.History))
            .QuickCheckThrowOnFailure();

    [Fact, Rule("APL-72-1")]
    public void A_later_day_never_lowers_it() =>
        Prop.ForAll(Inputs, i => Count(i with { Through = i.Through.AddDays(1) }, i.History) >= Count(i, i.History))
            .QuickCheckThrowOnFailure();

    private static long Count(Input i, FineHistory history) => LatePaymentSurcharge.Count(history, i.Through, i.Base).AmountFen;

    private static Gen<FinePayment> Payment(int fine) =>
        from day in Gen.Choose(-10, 100)
        from fen in Gen.Choose(1, fine)
        select new FinePayment(Due.AddDays(day), fen);

    private static Gen<ExcludedSpan> Pause() =>
        from day in Gen.Choose(-10, 60)
        from length in Gen.Choose(0, 60)
        select new ExcludedSpan(Due.AddDays(day), Due.AddDays(day + length), "行政复议期间");

    private static DeferredTerm Deferral(int fine, int parts, DateOnly from) =>
        new(
            from,
            [
                .. Enumerable
                    .Range(1, parts)
                    .Select(n => new Instalment(Due.AddDays(15 * n), n == parts ? fine - (fine / parts * (parts - 1)) : fine / parts)),
            ]
        );

    private sealed record Input(
        FineHistory History,
        DateOnly Through,
        SurchargeBase Base,
        FinePayment ExtraPayment,
        ExcludedSpan ExtraPause
    );
}
