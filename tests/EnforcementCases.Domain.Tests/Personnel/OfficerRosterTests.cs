using System.Globalization;
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

        Roster
            .OfficerOn(person.Id, DateOnly.Parse(day, CultureInfo.InvariantCulture))!
            .Certificate!.ReasonInvalidOn(DateOnly.Parse(day, CultureInfo.InvariantCulture))
            .ShouldBe(why);
    }

    [Theory]
    [InlineData("2022-01-01", "A-0001")]
    [InlineData("2023-12-31", "A-0001")]
    [InlineData("2024-01-01", "A-0002")]
    public void Renewed_certificate_counts_from_its_own_first_day(string day, string number)
    {
        officer.Certify(Guid.NewGuid(), "A-0002", CertificateKind.Municipal, new(2024, 1, 1), new(2028, 12, 31), Now);

        Roster.OfficerOn(person.Id, DateOnly.Parse(day, CultureInfo.InvariantCulture))!.Certificate!.Number.ShouldBe(number);
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
    public void Who_never_served_here_is_answered_like_nobody() =>
        Refusal(() => Roster.AtScene(person.Id, Other.Path, new(2022, 1, 1))).ShouldBe(OfficerRoster.Unknown);

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

    [Fact]
    public void Entry_certificate_suspension_and_cancellation_are_recorded_with_the_number_under_seal()
    {
        officer.ShouldHave(
            new
            {
                Id = person.Id,
                Seq = 1L,
                EnteredAt = Now,
                Kind = StaffKind.Establishment,
                OrganisationId = Team.Id,
                OrganisationPath = "/hg/zd1/",
                RecordOrganisationPath = "/hg/zd1/",
                RecordChainId = Team.Id,
                Version = 2,
            }
        );
        var fresh = new Officer(person, 1, Team, new(2021, 1, 1), Now);
        fresh.ShouldRecord(
            "officer-entered",
            Now,
            new
            {
                officer = person.Id,
                staffKind = "Establishment",
                from = "2021-01-01",
            },
            new { name = "汉一鸣", staffNumber = (string?)null }
        );
        var id = Guid.NewGuid();
        fresh.Certify(id, "A-1", CertificateKind.NationalDepartment, new(2021, 1, 1), new(2023, 12, 31), Now);
        fresh.ShouldRecord(
            "certificate-entered",
            Now,
            new
            {
                officer = person.Id,
                kind = "NationalDepartment",
                issuedOn = "2021-01-01",
                expiresOn = "2023-12-31",
            },
            new { number = "A-1" }
        );
        fresh.Suspend("A-1", new(2021, 1, 1), "调查", Now);
        fresh.ShouldRecord(
            "certificate-suspended",
            Now,
            new { officer = person.Id, from = "2021-01-01" },
            new { number = "A-1", reason = "调查" }
        );
        fresh.LiftSuspension("A-1", new(2021, 1, 1), Now);
        fresh.ShouldRecord(
            "certificate-suspension-lifted",
            Now,
            new { officer = person.Id, lastDay = "2021-01-01" },
            new { number = "A-1" }
        );
        var certificate = fresh.Certificates[0];
        certificate
            .Suspensions[0]
            .ShouldHave(
                new
                {
                    CertificateId = id,
                    Place = 1,
                    From = new DateOnly(2021, 1, 1),
                    To = (DateOnly?)new DateOnly(2021, 1, 1),
                    Reason = "调查",
                }
            );
        fresh.CancelCertificate("A-1", new(2021, 1, 1), CancellationReason.Other, "换发", Now);
        fresh.ShouldRecord(
            "certificate-cancelled",
            Now,
            new
            {
                officer = person.Id,
                on = "2021-01-01",
                reason = "Other",
            },
            new { number = "A-1", reason = "换发" }
        );
        certificate.ShouldHave(
            new
            {
                Id = id,
                OfficerId = person.Id,
                Number = "A-1",
                Kind = CertificateKind.NationalDepartment,
                CancelledBecause = (CancellationReason?)CancellationReason.Other,
                CancellationNote = "换发",
            }
        );
        certificate.OnDay.CancelledBecause.ShouldBe("其他");
        fresh.Version.ShouldBe(5);
    }

    [Fact]
    public void A_cancelled_certificate_is_not_suspended_lifted_or_cancelled_again()
    {
        officer.Suspend("A-0001", new(2022, 3, 1), "调查", Now);
        officer.CancelCertificate("A-0001", new(2023, 7, 1), CancellationReason.Retired, null, Now);

        new Action(() => officer.Suspend("A-0001", new(2023, 8, 1), "再查", Now)).ShouldRefuse(OfficerCertificate.AlreadyCancelled);
        new Action(() => officer.LiftSuspension("A-0001", new(2023, 8, 1), Now)).ShouldRefuse(OfficerCertificate.AlreadyCancelled);
        new Action(() => officer.CancelCertificate("A-0001", new(2023, 8, 1), CancellationReason.Other, null, Now)).ShouldRefuse(
            OfficerCertificate.AlreadyCancelled
        );
        new Action(() => officer.Suspend("A-0009", new(2022, 3, 1), "调查", Now)).ShouldRefuse(Officer.CertificateNotFound);
    }

    [Fact]
    public void A_suspension_ends_no_earlier_than_it_began()
    {
        officer.Suspend("A-0001", new(2022, 3, 1), "调查", Now);

        new Action(() => officer.LiftSuspension("A-0001", new(2022, 2, 28), Now)).ShouldRefuse(OfficerCertificate.DatesOutOfOrder);
        new Action(() => officer.Suspend("A-0001", new(2022, 4, 1), "再查", Now)).ShouldRefuse(
            OfficerCertificate.AlreadySuspended,
            "2022-03-01"
        );
    }

    [Fact, Rule("APL-42-AUX")]
    public void Auxiliary_staff_get_no_certificate()
    {
        var auxiliary = new Officer(new(Guid.NewGuid(), "汉辅之", "F-1", StaffKind.Auxiliary, Team), 2, Team, new(2021, 1, 1), Now);

        new Action(() =>
            auxiliary.Certify(Guid.NewGuid(), "A-2", CertificateKind.Municipal, new(2021, 1, 1), new(2021, 1, 1), Now)
        ).ShouldRefuse(Officer.AuxiliaryNotCertified);
    }

    [Fact]
    public void A_transfer_ends_the_posting_before_and_is_recorded()
    {
        new Action(() => officer.Transfer(Other, new(2021, 1, 1), Now)).ShouldRefuse(Officer.TransferOutOfOrder);

        officer.Transfer(Other, new(2022, 5, 1), Now);

        officer
            .Postings.Select(p => (p.OfficerId, p.Place, p.OrganisationId, p.OrganisationPath, p.OrganId, p.From, p.To))
            .ShouldBe([
                (person.Id, 1, Team.Id, "/hg/zd1/", Street.Id, new(2021, 1, 1), new DateOnly(2022, 4, 30)),
                (person.Id, 2, Other.Id, "/xc/", Other.Id, new(2022, 5, 1), null),
            ]);
        (officer.OrganisationId, officer.OrganisationPath, officer.Version).ShouldBe((Other.Id, "/xc/", 3));
        officer.ShouldRecord(
            "officer-transferred",
            Now,
            new
            {
                officer = person.Id,
                fromPath = "/hg/zd1/",
                toPath = "/xc/",
                from = "2022-05-01",
            }
        );
    }

    [Fact]
    public void Certificates_are_listed_by_the_day_of_issue_and_one_that_holds_is_shown_before_one_that_does_not()
    {
        officer.Certify(Guid.NewGuid(), "A-0003", CertificateKind.Municipal, new(2025, 1, 1), new(2025, 12, 31), Now);
        officer.Certify(Guid.NewGuid(), "A-0002", CertificateKind.Municipal, new(2025, 1, 1), new(2026, 12, 31), Now);
        officer.Certificates.Select(c => c.Number).ShouldBe(["A-0001", "A-0002", "A-0003"]);

        Shown(2020, 1, 1).ShouldBe("A-0001"); // none yet: the first to come
        Shown(2024, 6, 1).ShouldBe("A-0001"); // none any more: the last there was
        Shown(2026, 6, 1).ShouldBe("A-0002");
        Shown(2027, 6, 1).ShouldBe("A-0003");
        officer.CancelCertificate("A-0002", new(2025, 1, 1), CancellationReason.Other, null, Now);
        Shown(2025, 1, 1).ShouldBe("A-0003"); // issued the same day, and not cancelled

        string Shown(int year, int month, int day) => Roster.OfficerOn(person.Id, new(year, month, day))!.Certificate!.Number;
    }

    [Fact]
    public void A_person_without_a_service_record_is_no_officer() =>
        new OfficerRoster([], [person]).OfficerOn(person.Id, new(2022, 1, 1)).ShouldBeNull();

    [Fact, Rule("APL-58-3")]
    public void A_person_keeps_the_qualification_that_was_entered_and_moves_with_the_organisation()
    {
        var reviewer = new Person(Guid.NewGuid(), "汉法之", "S-1", StaffKind.Establishment, Team);
        reviewer.ShouldHave(
            new
            {
                Name = "汉法之",
                StaffNumber = "S-1",
                Kind = StaffKind.Establishment,
                OrganisationId = Team.Id,
                OrganisationPath = "/hg/zd1/",
                RecordOrganisationPath = "/hg/zd1/",
                RecordChainId = Team.Id,
            }
        );

        reviewer.EnterLegalQualification(new(2019, 1, 1), "F-9", new(2020, 1, 1), Now);
        reviewer.MoveTo(Other);

        reviewer.AsReviewer.ShouldBe(new(reviewer.Id, new DateOnly(2020, 1, 1), new DateOnly(2019, 1, 1), "F-9"));
        (reviewer.OrganisationId, reviewer.OrganisationPath, reviewer.Version).ShouldBe((Other.Id, "/xc/", 3));
        reviewer.ShouldRecord(
            "legal-qualification-entered",
            Now,
            new
            {
                person = reviewer.Id,
                qualifiedOn = "2019-01-01",
                firstReviewOn = "2020-01-01",
            },
            new { number = "F-9" }
        );
    }

    private OfficerRoster Roster => new([officer], [person]);

    private static DomainError Refusal(Action act) => new[] { Should.Throw<DomainException>(act) }.Errors()[0];
}
