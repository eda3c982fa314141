using System.Text.Json;
using EnforcementCases.Domain.Fines;
using EnforcementCases.Domain.Law;
using Shouldly;
using Xunit;
using static EnforcementCases.Domain.Tests.Law.Calendars;

namespace EnforcementCases.Domain.Tests.Fines;

/// <summary>行政处罚法 第六十六条、第七十二条至第七十四条.</summary>
public sealed class LatePaymentSurchargeTests
{
    private static readonly FineHistory Thousand = new() { FineFen = 100_000, DueOn = Date("2024-10-08") };

    [Theory, Rule("SUR-TEST"), Rule("APL-72-1")]
    [InlineData("2024-10-08", 0, 0)]
    [InlineData("2024-10-09", 1, 30_00)]
    [InlineData("2024-10-20", 12, 360_00)]
    [InlineData("2024-11-10", 33, 990_00)]
    [InlineData("2024-11-11", 34, 1_000_00)]
    [InlineData("2024-11-12", 34, 1_000_00)]
    [InlineData("2025-03-01", 34, 1_000_00)]
    public void Three_percent_a_day_and_never_more_than_the_fine(string paidOn, int days, long fen)
    {
        var counted = LatePaymentSurcharge.Count(Thousand, Date(paidOn), SurchargeBase.UnpaidPart);

        counted.Days.ShouldBe(days);
        counted.AmountFen.ShouldBe(fen);
        counted.CapReachedOn.ShouldBe(days == 34 ? Date("2024-11-11") : null);
    }

    [Theory, Rule("APL-72-1")]
    [InlineData(SurchargeBase.UnpaidPart, 300_00 + 180_00)] // ten days of 1,000, ten of 600
    [InlineData(SurchargeBase.WholeFine, 600_00)]
    public void After_a_part_payment_the_base_is_as_the_place_says(SurchargeBase @base, long fen)
    {
        var partly = Thousand with { Payments = [new(Date("2024-10-18"), 400_00)] };

        LatePaymentSurcharge.Count(partly, Date("2024-10-28"), @base).AmountFen.ShouldBe(fen);
    }

    [Fact, Rule("APL-72-1")]
    public void A_count_explains_itself_in_spans()
    {
        var counted = LatePaymentSurcharge.Count(
            Thousand with
            {
                Payments = [new(Date("2024-10-18"), 400_00), new(Date("2024-10-28"), 600_00)],
            },
            Date("2025-01-01"),
            SurchargeBase.UnpaidPart
        );

        counted.FirstDay.ShouldBe(Date("2024-10-09"));
        counted.Spans.ShouldBe([
            new(Date("2024-10-09"), Date("2024-10-18"), 10, 1_000_00),
            new(Date("2024-10-19"), Date("2024-10-28"), 10, 600_00),
        ]);
    }

    [Fact, Rule("APL-72-1")]
    public void Three_percent_of_a_few_fen_lose_no_fraction_before_the_end() =>
        LatePaymentSurcharge
            .Count(new() { FineFen = 50, DueOn = Date("2024-10-08") }, Date("2024-10-10"), SurchargeBase.UnpaidPart)
            .AmountFen.ShouldBe(3); // twice one fen and a half

    [Theory, Rule("APL-72-1")]
    [InlineData("unpaid", SurchargeBase.UnpaidPart)]
    [InlineData("fine", SurchargeBase.WholeFine)]
    public void The_base_is_a_parameter(string value, SurchargeBase @base) => LatePaymentSurcharge.BaseOf(value).ShouldBe(@base);

    [Fact, Rule("APL-72-1")]
    public void A_surcharge_is_posted_only_by_a_decision_of_the_counted_amount_after_the_standard_was_told()
    {
        var decision = new SurchargeDecision(Guid.NewGuid(), Date("2024-10-20"), Date("2024-10-20"), 360_00, StandardNotified: true);

        Posting(decision).ShouldRefuse(null);
        Posting(null).ShouldRefuse(LatePaymentSurcharge.NotDecided);
        Posting(decision with { StandardNotified = false }).ShouldRefuse(LatePaymentSurcharge.StandardNotNotified);
        Posting(decision with { AmountFen = 360_01 }).ShouldRefuse(LatePaymentSurcharge.WrongAmount);
        Posting(decision with { AmountFen = 1_000_01 }).ShouldRefuse(LatePaymentSurcharge.OverFine);
        Posting(decision with { CountedThrough = Date("2024-10-21") }).ShouldRefuse(LatePaymentSurcharge.CountedAhead);
        Posting(decision with { CountedThrough = Date("2024-10-08"), AmountFen = 0 }).ShouldRefuse(LatePaymentSurcharge.NotOverdue);
        Posting(decision with { CountedThrough = Date("2024-10-09"), AmountFen = 30_00 }).ShouldRefuse(null);

        static Action Posting(SurchargeDecision? decision) =>
            () => LatePaymentSurcharge.EnsureMayPost(Thousand, decision, SurchargeBase.UnpaidPart);
    }

    [Theory, Rule("APL-73-3")]
    [InlineData(SurchargePauseFrom.Acceptance, 10, 10)]
    [InlineData(SurchargePauseFrom.Application, 5, 15)]
    public void Nothing_counts_while_a_remedy_runs(SurchargePauseFrom from, int days, int paused)
    {
        var remedy = new RemedyPause("津滨政复〔2024〕1号", Date("2024-10-10"), Date("2024-10-15"), Date("2024-10-24"));

        var counted = LatePaymentSurcharge.Count(
            Thousand with
            {
                Pauses = [SurchargePause.Of(remedy, from)],
            },
            Date("2024-10-28"),
            SurchargeBase.UnpaidPart
        );

        counted.Days.ShouldBe(days);
        counted.PausedDays.ShouldBe(paused);
    }

    [Fact, Rule("APL-73-3")]
    public void A_remedy_that_still_runs_pauses_without_end()
    {
        var running = SurchargePause.Of(
            new("津滨政复〔2024〕1号", Date("2024-10-10"), Date("2024-10-15"), null),
            SurchargePause.From("acceptance")
        );

        LatePaymentSurcharge.Count(Thousand with { Pauses = [running] }, Date("2025-12-31"), SurchargeBase.UnpaidPart).Days.ShouldBe(6); // 9 to 14 October
        SurchargePause.From("application").ShouldBe(SurchargePauseFrom.Application);
    }

    [Fact, Rule("APL-66")]
    public void Instalments_move_the_due_dates_from_the_first_day_covered()
    {
        var deferred = Thousand with
        {
            Deferrals = [new(Date("2024-10-11"), [new(Date("2024-11-10"), 500_00), new(Date("2024-12-10"), 500_00)])],
        };

        // two days of 1,000 before the cover, then nothing, then 500 from 11 November
        LatePaymentSurcharge.Count(deferred, Date("2024-11-10"), SurchargeBase.UnpaidPart).AmountFen.ShouldBe(60_00);
        LatePaymentSurcharge.Count(deferred, Date("2024-11-20"), SurchargeBase.UnpaidPart).AmountFen.ShouldBe(60_00 + 150_00);
        deferred.Deferrals[0].EndsOn.ShouldBe(Date("2024-12-10"));
        new DeferredTerm(Date("2024-10-11"), []).EndsOn.ShouldBe(Date("2024-10-11"));
    }

    [Fact, Rule("APL-66")]
    public void Of_two_deferrals_the_later_one_counts_for_the_days_it_covers()
    {
        var twice = Thousand with
        {
            Deferrals =
            [
                new(Date("2024-11-20"), [new(Date("2024-12-31"), 1_000_00)]),
                new(Date("2024-10-09"), [new(Date("2024-11-15"), 1_000_00)]),
            ],
        };

        var counted = LatePaymentSurcharge.Count(twice, Date("2024-12-31"), SurchargeBase.UnpaidPart);

        counted.Days.ShouldBe(4); // 16 to 19 November
        counted.FirstDay.ShouldBe(Date("2024-11-16"));
        LatePaymentSurcharge.Count(twice, Date("2024-11-15"), SurchargeBase.UnpaidPart).FirstDay.ShouldBeNull();
    }

    [Fact, Rule("APL-72-1")]
    public void A_decision_before_anything_counted_is_refused_for_that_alone() =>
        LatePaymentSurcharge
            .Obstacles(
                Thousand,
                new(Guid.NewGuid(), Date("2024-10-08"), Date("2024-10-08"), 30_00, StandardNotified: true),
                SurchargeBase.UnpaidPart
            )
            .Errors()
            .ShouldBe([LatePaymentSurcharge.NotOverdue]);

    [Fact, Rule("APL-72-1")]
    public void Without_a_decision_nothing_else_is_looked_at() =>
        LatePaymentSurcharge.Obstacles(Thousand, null, SurchargeBase.UnpaidPart).Errors().ShouldBe([LatePaymentSurcharge.NotDecided]);

    [Fact, Rule("APL-66")]
    public void A_deferral_is_asked_for_adds_up_and_never_reaches_back_over_surcharged_days()
    {
        var application = new DeferralApplication(Date("2024-10-10"), "家庭困难，有低保证明", ["ab12"]);
        var approval = new DeferralApproval(
            Guid.NewGuid(),
            Date("2024-10-21"),
            new(Date("2024-10-21"), [new(Date("2024-11-10"), 500_00), new(Date("2024-12-10"), 500_00)])
        );

        Approving(application, approval).ShouldRefuse(null);
        Approving(null, approval).ShouldRefuse(DeferralOfPayment.NotAppliedFor);
        Approving(application with { Hardship = " " }, approval).ShouldRefuse(DeferralOfPayment.NotAppliedFor);
        Approving(application with { AppliedOn = Date("2024-10-22") }, approval).ShouldRefuse(DeferralOfPayment.ApprovedBeforeApplication);
        Approving(application, approval, surchargedThrough: "2024-10-21").ShouldRefuse(DeferralOfPayment.CoversSurchargedDay);
        Approving(application, approval, surchargedThrough: "2024-10-20").ShouldRefuse(null);
        Approving(application, approval, outstandingFen: 999_99).ShouldRefuse(DeferralOfPayment.PlanDoesNotAddUp);
        Approving(application, approval with { Term = approval.Term with { Instalments = [] } })
            .ShouldRefuse(DeferralOfPayment.PlanDoesNotAddUp);
        Approving(application, approval with { Term = approval.Term with { Instalments = [.. approval.Term.Instalments.Reverse()] } })
            .ShouldRefuse(DeferralOfPayment.PlanDoesNotAddUp);

        Approving(application with { AppliedOn = approval.ApprovedOn }, approval).ShouldRefuse(null);
        Approving(application, With((approval.ApprovedOn, 500_00), (Date("2024-12-10"), 500_00))).ShouldRefuse(null); // due on the day itself
        Approving(application, With((Date("2024-11-10"), 1_000_00), (Date("2024-12-10"), 0)))
            .ShouldRefuse(DeferralOfPayment.PlanDoesNotAddUp);
        Approving(application, With((Date("2024-10-20"), 500_00), (Date("2024-12-10"), 500_00)))
            .ShouldRefuse(DeferralOfPayment.PlanDoesNotAddUp);
        Approving(application, With((Date("2024-11-10"), 500_00), (Date("2024-11-10"), 500_00)))
            .ShouldRefuse(DeferralOfPayment.PlanDoesNotAddUp);
        // covered from a later day than the approval, or the other way about: each bounds the parts
        Approving(application, With((Date("2024-10-22"), 1_000_00)) with { ApprovedOn = Date("2024-10-23") })
            .ShouldRefuse(DeferralOfPayment.PlanDoesNotAddUp);
        Approving(application, approval with { Term = new(Date("2024-11-01"), [new(Date("2024-10-31"), 1_000_00)]) })
            .ShouldRefuse(DeferralOfPayment.PlanDoesNotAddUp);
        DeferralOfPayment
            .Obstacles(application, With(), Money.Yuan(1_000), surchargedThrough: null)
            .Errors()
            .ShouldBe([DeferralOfPayment.PlanDoesNotAddUp]);

        DeferralApproval With(params (DateOnly DueOn, long AmountFen)[] parts) =>
            approval with
            {
                Term = approval.Term with { Instalments = [.. parts.Select(p => new Instalment(p.DueOn, p.AmountFen))] },
            };

        static Action Approving(
            DeferralApplication? application,
            DeferralApproval approval,
            long outstandingFen = 1_000_00,
            string? surchargedThrough = null
        ) =>
            () =>
                DeferralOfPayment.EnsureApprovable(
                    application,
                    approval,
                    Money.OfFen(outstandingFen),
                    surchargedThrough is null ? null : Date(surchargedThrough)
                );
    }

    [Theory, Rule("APL-74")]
    [InlineData(FigureUnit.Cases, true, false)]
    [InlineData(FigureUnit.Yuan, false, false)]
    [InlineData(FigureUnit.Yuan, true, true)]
    public void No_report_ranks_officers_by_money(FigureUnit unit, bool forAppraisal, bool refused)
    {
        var ensure = () => TreasuryIncome.EnsureNotLinked(unit, forAppraisal);
        ensure.ShouldRefuse(refused, TreasuryIncome.LinkedToAppraisal);
    }

    [Fact, Rule("APL-72-1")]
    public void A_history_survives_being_stored()
    {
        var history = Thousand with
        {
            Payments = [new(Date("2024-10-18"), 400_00)],
            Pauses = [new ExcludedSpan(Date("2024-10-20"), Date("2024-10-21"), "行政复议期间")],
            Deferrals = [new(Date("2024-10-25"), [new(Date("2024-12-10"), 600_00)])],
        };

        var read = JsonSerializer.Deserialize<FineHistory>(JsonSerializer.Serialize(history))!;

        LatePaymentSurcharge
            .Count(read, Date("2025-01-01"), SurchargeBase.UnpaidPart)
            .AmountFen.ShouldBe(LatePaymentSurcharge.Count(history, Date("2025-01-01"), SurchargeBase.UnpaidPart).AmountFen);
    }
}
