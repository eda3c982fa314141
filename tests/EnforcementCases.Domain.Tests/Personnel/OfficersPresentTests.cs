using System.Globalization;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Personnel;
using Shouldly;
using Xunit;
using static EnforcementCases.Domain.Tests.Law.Calendars;

namespace EnforcementCases.Domain.Tests.Personnel;

/// <summary>行政处罚法 第四十二条、第五十五条.</summary>
public sealed class OfficersPresentTests
{
    private static readonly DateOnly Day = Date("2026-05-10");
    private static readonly DateTimeOffset Acted = DateTimeOffset.Parse("2026-05-10T09:30:00+08:00", CultureInfo.InvariantCulture);

    [Fact, Rule("APL-42")]
    public void Two_different_certified_officers_are_needed_in_the_simple_procedure_too()
    {
        var (one, two) = (Officer(1), Officer(2));
        Present(one, two).ShouldRefuse(null);
        Present(one, two, Officer(3)).ShouldRefuse(null);
        Present(one).ShouldRefuse(OfficersPresent.TooFew);
        Present().ShouldRefuse(OfficersPresent.TooFew);
        Present(one, one).ShouldRefuse(OfficersPresent.TooFew);
        Present(one, one with { Certificate = one.Certificate! with { Number = "second account" } }).ShouldRefuse(OfficersPresent.TooFew);
    }

    [Fact, Rule("APL-42")]
    public void Only_a_law_allows_fewer()
    {
        Alone(InstrumentLevel.Law).ShouldRefuse(null);
        Alone(InstrumentLevel.AdministrativeRegulation).ShouldRefuse(OfficersPresent.NumberNotSetByLaw);

        static Action Alone(InstrumentLevel level) =>
            () => OfficersPresent.EnsureEnough([Officer(1)], Day, new(1, new("《某法》", "第一条"), level));
    }

    [Fact, Rule("APL-42-AUX")]
    public void Auxiliary_staff_do_not_act_even_as_a_third() =>
        Present(Officer(1), Officer(2), Officer(3) with { Capacity = OfficerCapacity.Auxiliary })
            .ShouldRefuse(OfficersPresent.AuxiliaryActing);

    [Fact, Rule("APL-42-CERT")]
    public void Each_officer_has_a_certificate_of_his_own()
    {
        Present(Officer(1), Officer(2) with { Certificate = null }).ShouldRefuse(CertificateOnDay.NotValid);
        Present(Officer(1), Officer(2) with { Certificate = Officer(1).Certificate }).ShouldRefuse(CertificateOnDay.NotValid);
    }

    [Theory, Rule("APL-42-CERT"), Rule("CERT-TJ")]
    [InlineData("2024-12-31", false)]
    [InlineData("2025-01-01", true)]
    [InlineData("2025-06-01", false)] // first day of the suspension
    [InlineData("2025-06-30", false)] // last
    [InlineData("2025-07-01", true)]
    [InlineData("2026-02-28", true)]
    [InlineData("2026-03-01", false)] // cancelled
    [InlineData("2027-12-31", false)]
    public void The_certificate_must_hold_on_the_day_of_the_act(string day, bool valid)
    {
        var certificate = new CertificateOnDay(
            Guid.Empty,
            "02116001",
            Date("2025-01-01"),
            Date("2027-12-31"),
            [new(Date("2025-06-01"), Date("2025-06-30"))],
            CancelledOn: Date("2026-03-01"),
            "调离执法岗位"
        );
        new Action(() => certificate.EnsureValidOn(Date(day))).ShouldRefuse(!valid, CertificateOnDay.NotValid);
        Enum.GetNames<CertificateKind>().ShouldBe(["Municipal", "NationalDepartment"]);
    }

    [Theory, Rule("APL-42-CERT")]
    [InlineData("2025-12-31", true)]
    [InlineData("2026-01-01", false)]
    public void The_last_day_of_validity_counts(string day, bool valid) =>
        new Action(() => (Officer(1).Certificate! with { ValidTo = Date("2025-12-31") }).EnsureValidOn(Date(day))).ShouldRefuse(
            !valid,
            CertificateOnDay.NotValid
        );

    [Fact, Rule("APL-42-CERT")]
    public void A_suspension_without_end_lasts() =>
        new Action(() => (Officer(1).Certificate! with { Suspensions = [new(Date("2026-05-10"), null)] }).EnsureValidOn(Day)).ShouldRefuse(
            CertificateOnDay.NotValid
        );

    [Fact, Rule("APL-55")]
    public void Certificates_are_shown_unasked_and_before_the_act()
    {
        Show(Acted.AddMinutes(-1), "1", "2").ShouldRefuse(null);
        Show(Acted, "1", "2").ShouldRefuse(null);
        Show(Acted.AddSeconds(1), "1", "2").ShouldRefuse(OfficersPresent.CertificatesNotShown);
        Show(null, "1", "2").ShouldRefuse(OfficersPresent.CertificatesNotShown);
        Show(Acted.AddHours(-12), "1", "2").ShouldRefuse(null); // once when they arrive, also for what goes on past midnight
        Show(Acted.AddHours(-12).AddSeconds(-1), "1", "2").ShouldRefuse(OfficersPresent.CertificatesNotShown, "12 小时以上");
        Show(Acted, "1").ShouldRefuse(OfficersPresent.CertificatesNotShown, "证件 2 没有出示记录");
        new Action(() =>
            OfficersPresent.EnsureCertificatesShown(Acted, ["1"], [Officer(1), Officer(2) with { Certificate = null }], Acted)
        ).ShouldRefuse(OfficersPresent.CertificatesNotShown, "（无）");
    }

    private static Action Present(params ActingOfficer[] officers) => () => OfficersPresent.EnsureEnough(officers, Day);

    private static Action Show(DateTimeOffset? at, params string[] numbers) =>
        () => OfficersPresent.EnsureCertificatesShown(at, numbers, [Officer(1), Officer(2)], Acted);

    private static ActingOfficer Officer(int n)
    {
        var person = new Guid(n, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]);
        return new(person, OfficerCapacity.Officer, new(person, $"{n}", Date("2025-01-01"), Date("2029-12-31"), []));
    }
}
