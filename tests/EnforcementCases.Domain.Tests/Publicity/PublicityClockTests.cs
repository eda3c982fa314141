using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Penalties;
using EnforcementCases.Domain.Publicity;
using Shouldly;
using Xunit;
using static EnforcementCases.Domain.Tests.Law.Calendars;

namespace EnforcementCases.Domain.Tests.Publicity;

/// <summary>Days counted by hand over weeks with exchanged working days (调休).</summary>
public sealed class PublicityClockTests
{
    [Theory, Rule("PUB-118-3")]
    [InlineData("2026-02-12", 7, true, "2026-02-28")] // over the Spring Festival; a make-up Saturday
    [InlineData("2026-02-12", 20, false, "2026-03-18")]
    [InlineData("2024-09-13", 7, true, "2024-09-25")] // Saturday 14 counts, 15 to 17 and 21 to 22 do not
    [InlineData("2025-01-24", 7, true, "2025-02-10")] // Sunday 26 January and Saturday 8 February count
    [InlineData("2025-09-30", 7, true, "2025-10-16")] // 1 to 8 October off, Saturday 11 counts
    [InlineData("2026-06-01", 7, true, "2026-06-10")]
    [InlineData("2026-06-01", 5, true, "2026-06-08")] // a place may set fewer days
    [InlineData("2026-06-01", 30, true, "2026-06-10")] // never more
    public void The_last_day_for_publishing(string decided, int days, bool isPenalty, string last) =>
        PublicityClock.LastDayToPublish(isPenalty, Date(decided), days, Shipped).ShouldBe(Date(last));

    [Theory, Rule("APL-48-2")]
    [InlineData("2025-09-30", "2025-10-11")] // a make-up Saturday
    [InlineData("2024-09-13", "2024-09-19")] // Saturday 14 counts, the festival does not
    [InlineData("2026-06-05", "2026-06-10")]
    public void The_last_day_for_withdrawing(string effective, string last) =>
        PublicityClock.LastDayToWithdraw(Date(effective), Shipped).ShouldBe(Date(last));

    [Fact, Rule("PUB-118-3")]
    public void A_decision_is_not_refused_because_the_next_calendar_is_missing() =>
        PublicityClock.LastDayToPublish(isPenalty: true, Date("2026-12-30"), null, Shipped).ShouldBe(Date("2027-01-06"));

    [Theory, Rule("APL-48-1")]
    [InlineData(CreditClass.Ordinary, "2024-05-13", "2024-08-13", "2026-04-01")] // of before the second order: what ends sooner, not before its first day
    [InlineData(CreditClass.Ordinary, "2023-01-31", "2023-04-30", "2026-01-31")]
    [InlineData(CreditClass.Ordinary, "2026-03-31", "2026-06-30", "2027-03-31")]
    [InlineData(CreditClass.Ordinary, "2026-04-01", "2026-07-01", "2027-04-01")]
    [InlineData(CreditClass.Serious, "2026-03-31", "2026-06-30", "2029-03-31")]
    [InlineData(CreditClass.Serious, "2026-04-01", "2027-04-01", "2029-04-01")]
    public void Display_ends_by_the_order_of_the_day_of_the_decision(CreditClass @class, string decided, string least, string most)
    {
        var period = CreditDisplay.OnCreditSites(@class, Date(decided)).ShouldNotBeNull();

        period.Least.ShouldBe(Date(least));
        period.Most.ShouldBe(Date(most));
    }

    [Fact, Rule("APL-48-1")]
    public void What_is_slight_is_on_the_own_page_and_not_on_the_credit_sites()
    {
        CreditDisplay.OnCreditSites(CreditClass.Slight, Date("2026-06-01")).ShouldBeNull();
        CreditDisplay.OnOwnPage(CreditClass.Slight, Date("2026-06-01")).ShouldBe(new(null, Date("2027-06-01")));
    }

    [Theory, Rule("APL-48-1")]
    [InlineData(CaseProcedure.Simple, new[] { PenaltyKind.Fine }, new[] { CreditClass.Slight })]
    [InlineData(CaseProcedure.Ordinary, new[] { PenaltyKind.Warning }, new[] { CreditClass.Slight })]
    [InlineData(CaseProcedure.Ordinary, new[] { PenaltyKind.Warning, PenaltyKind.PublicCriticism }, new[] { CreditClass.Slight })]
    [InlineData(CaseProcedure.Ordinary, new[] { PenaltyKind.Fine }, new[] { CreditClass.Ordinary, CreditClass.Serious })]
    [InlineData(CaseProcedure.Ordinary, new[] { PenaltyKind.ConfiscationOfGoods }, new[] { CreditClass.Ordinary })]
    [InlineData(CaseProcedure.Ordinary, new[] { PenaltyKind.Fine, PenaltyKind.LicenceRevocation }, new[] { CreditClass.Serious })]
    public void The_class_follows_from_procedure_and_kinds(CaseProcedure procedure, PenaltyKind[] kinds, CreditClass[] possible) =>
        CreditDisplay.Possible(procedure, kinds).ShouldBe(possible);

    [Theory, Rule("APL-48-1")]
    [InlineData(CaseProcedure.Ordinary, "publicity.credit-class-does-not-fit")] // nothing is slight because nothing is known of it
    [InlineData(CaseProcedure.Simple, null)] // what is decided on the spot is slight, whatever it is
    public void A_penalty_without_any_kind_has_no_class(CaseProcedure procedure, string? code) =>
        new Action(() => CreditDisplay.Possible(procedure, [])).ShouldRefuseWith(code);

    [Theory, Rule("APL-48-1")]
    [InlineData(null, "publicity.credit-class-missing")] // the line to serious fines is never guessed
    [InlineData(CreditClass.Slight, "publicity.credit-class-does-not-fit")]
    [InlineData(CreditClass.Ordinary, null)]
    [InlineData(CreditClass.Serious, null)]
    public void A_fine_of_the_ordinary_procedure_needs_a_chosen_class(CreditClass? chosen, string? code) =>
        new Action(() => CreditDisplay.Of(CaseProcedure.Ordinary, [PenaltyKind.Fine], chosen)).ShouldRefuseWith(code);
}
