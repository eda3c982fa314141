using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Personnel;
using Shouldly;
using Xunit;

namespace EnforcementCases.Domain.Tests.Personnel;

[Rule("APL-42-CERT")]
public sealed class OfficerRosterTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 0, 0, 0, TimeSpan.Zero);
    private static readonly Organisation Street = new(Guid.NewGuid(), null, OrganisationKind.Street, "hg", "汉沽街道", new(), Now);
    private static readonly Organisation Other = new(Guid.NewGuid(), null, OrganisationKind.Street, "xc", "新村街道", new(), Now);
    private static readonly Organisation Team = new(Guid.NewGuid(), Street, OrganisationKind.Team, "zd1", "一中队", new(), Now);

    private readonly Person person = new(Guid.NewGuid(), "汉一鸣", null, StaffKind.Establishment, Team);
    private readonly Officer officer;

    public OfficerRosterTests()
    {
        officer = new(person, 1, Team, new(2021, 1, 1), Now);
        officer.Certify(Guid.NewGuid(), "A-0001", CertificateKind.Municipal, new(2021, 1, 1), new(2023, 12, 31), Now);
    }

    [Theory]
    [InlineData("2020-12-31", "2021-01-01 起才有效")]
    [InlineData("2021-01-01", null)]
    [InlineData("2022-02-28", null)]
    [InlineData("2022-03-01", "当日处于暂扣期间")]
    [InlineData("2022-03-31", "当日处于暂扣期间")]
    [InlineData("2022-04-01", null)]
    [InlineData("2023-06-30", null)]
    [InlineData("2023-07-01", "已于 2023-07-01 注销")]
    [InlineData("2024-01-01", "已于 2023-12-31 到期")]
    public void Certificate_is_judged_by_the_day_of_the_act(string day, string? why)
    {
        officer.Suspend("A-0001", new(2022, 3, 1), "调查", Now);
        officer.LiftSuspension("A-0001", new(2022, 3, 31), Now);
        officer.CancelCertificate("A-0001", new(2023, 7, 1), CancellationReason.Retired, null, Now);

        Roster.OfficerOn(person.Id, DateOnly.Parse(day))!.Certificate!.WhyNotValidOn(DateOnly.Parse(day)).ShouldBe(why);
    }

    [Theory]
    [InlineData("2022-01-01", "A-0001")]
    [InlineData("2023-12-31", "A-0001")]
    [InlineData("2024-01-01", "A-0002")]
    public void Renewed_certificate_counts_from_its_own_first_day(string day, string number)
    {
        officer.Certify(Guid.NewGuid(), "A-0002", CertificateKind.Municipal, new(2024, 1, 1), new(2028, 12, 31), Now);

        Roster.OfficerOn(person.Id, DateOnly.Parse(day))!.Certificate!.Number.ShouldBe(number);
    }

    [Fact]
    public void Officer_acts_for_the_organ_of_the_posting_on_the_day()
    {
        officer.Transfer(Other, new(2022, 5, 1), Now);

        Roster.AtScene(person.Id, Street.Path, new(2022, 4, 30)).Name.ShouldBe("汉一鸣");
        Refusal(() => Roster.AtScene(person.Id, Street.Path, new(2022, 5, 1))).ShouldBe(OfficerRoster.NotOfOrgan);
        Roster.OfficerOn(person.Id, new(2022, 4, 30))!.OrganId.ShouldBe(Street.Id);
        Roster.OfficerOn(person.Id, new(2022, 5, 1))!.OrganId.ShouldBe(Other.Id);
        Refusal(() => Roster.AtScene(person.Id, Other.Path, new(2020, 12, 31))).ShouldBe(OfficerRoster.NotOfOrgan);
    }

    [Fact]
    public void Auxiliary_person_is_shown_as_such_with_or_without_a_service_record()
    {
        var recorded = new Person(Guid.NewGuid(), "汉辅之", null, StaffKind.Auxiliary, Team);
        var bare = new Person(Guid.NewGuid(), "汉辅二", null, StaffKind.Auxiliary, Team);
        var roster = new OfficerRoster([new Officer(recorded, 2, Team, new(2021, 1, 1), Now)], [recorded, bare]);

        roster.AtScene(recorded.Id, Street.Path, new(2022, 1, 1)).Acting.Capacity.ShouldBe(OfficerCapacity.Auxiliary);
        roster.AtScene(bare.Id, Street.Path, new(2022, 1, 1)).Acting.Capacity.ShouldBe(OfficerCapacity.Auxiliary);
    }

    [Fact]
    public void Stranger_is_refused() =>
        Refusal(() => Roster.AtScene(Guid.NewGuid(), Street.Path, new(2022, 1, 1))).ShouldBe(OfficerRoster.Unknown);

    [Fact]
    public void Refused_change_of_a_certificate_changes_nothing()
    {
        var version = officer.Version;

        Refusal(() => officer.LiftSuspension("A-0001", new(2022, 1, 1), Now)).ShouldBe(OfficerCertificate.NotSuspended);
        Refusal(() => officer.Suspend("A-0001", new(2020, 1, 1), "早于发证", Now)).ShouldBe(OfficerCertificate.DatesOutOfOrder);
        Refusal(() => officer.CancelCertificate("A-0001", new(2020, 1, 1), CancellationReason.Other, "早", Now))
            .ShouldBe(OfficerCertificate.DatesOutOfOrder);
        Refusal(() => officer.Certify(Guid.NewGuid(), "A-0003", CertificateKind.Municipal, new(2024, 1, 2), new(2024, 1, 1), Now))
            .ShouldBe(OfficerCertificate.DatesOutOfOrder);
        Refusal(() => officer.Transfer(Team, new(2022, 1, 1), Now)).ShouldBe(Officer.TransferOutOfOrder);

        officer.Version.ShouldBe(version);
        officer.Certificates.Count.ShouldBe(1);
    }

    [Fact]
    public void Suspension_within_a_suspension_is_refused()
    {
        officer.Suspend("A-0001", new(2022, 3, 1), "调查", Now);
        Refusal(() => officer.Suspend("A-0001", new(2022, 4, 1), "再查", Now)).ShouldBe(OfficerCertificate.AlreadySuspended);

        officer.LiftSuspension("A-0001", new(2022, 3, 31), Now);
        Refusal(() => officer.Suspend("A-0001", new(2022, 3, 31), "再查", Now)).ShouldBe(OfficerCertificate.AlreadySuspended);
        Should.NotThrow(() => officer.Suspend("A-0001", new(2022, 4, 1), "再查", Now));
    }

    private OfficerRoster Roster => new([officer], [person]);

    private static DomainError Refusal(Action act) => Should.Throw<DomainException>(act).Error;
}
