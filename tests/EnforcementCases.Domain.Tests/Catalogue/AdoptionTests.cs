using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Catalogue;
using Shouldly;
using Xunit;
using static EnforcementCases.Domain.Tests.Cases.Ordinary.AnOrdinaryCase;
using static EnforcementCases.Domain.Tests.Law.Calendars;

namespace EnforcementCases.Domain.Tests.Catalogue;

/// <summary>A matter that a street has taken over. 行政处罚法 第二十四条.</summary>
[Rule("APL-24")]
public sealed class AdoptionTests
{
    private static readonly Organisation District = new(
        Guid.NewGuid(),
        null,
        OrganisationKind.District,
        "bhxq",
        "区",
        new(),
        At("2021-01-01")
    );
    private static readonly Organisation Street = new(
        Guid.NewGuid(),
        null,
        OrganisationKind.Street,
        "hg",
        "汉沽街道",
        new(),
        At("2021-01-01")
    );

    [Fact]
    public void An_adoption_is_kept_and_recorded_with_its_areas_in_order()
    {
        var adoption = Adopt("2021-01-01", "2024-12-31", "120116017", "120116015", "120116017");

        adoption.ShouldHave(
            new
            {
                OrganId = Street.Id,
                OrganisationPath = "/hg/",
                RecordOrganisationPath = "/hg/",
                RecordChainId = Street.Id,
                ViolationCode = "TJ-XX-01",
                From = Date("2021-01-01"),
                To = (DateOnly?)Date("2024-12-31"),
                Instrument = "赋权决定",
                IsDemo = true,
                EnteredBy = OfficerA,
                EnteredAt = At("2021-01-02"),
                Version = 1,
            }
        );
        adoption.AreaCodes.ShouldBe(["120116015", "120116017"]);
        adoption.ShouldRecord(
            "matter-adopted",
            At("2021-01-02"),
            new
            {
                adoption = adoption.Id,
                violation = "TJ-XX-01",
                from = "2021-01-01",
                to = "2024-12-31",
                instrument = "赋权决定",
                areaCodes = new[] { "120116015", "120116017" },
                demo = true,
            }
        );

        adoption.EndOn(Date("2023-12-31"), At("2023-12-01"));
        (adoption.To, adoption.Version).ShouldBe((Date("2023-12-31"), 2));
        adoption.ShouldRecord(
            "adoption-ended",
            At("2023-12-01"),
            new
            {
                adoption = adoption.Id,
                violation = "TJ-XX-01",
                toBefore = "2024-12-31",
                to = "2023-12-31",
            }
        );
    }

    [Fact, Rule("APL-17")]
    public void Only_a_street_or_town_adopts_and_only_what_applies_here()
    {
        Adopting(District, AViolation.With()).ShouldRefuse(Organisation.NoOrgan);
        Adopting(Street, AViolation.With(appliesInTianjin: false)).ShouldRefuse(Adoption.NotAdoptable, "北京市");

        static Action Adopting(Organisation organ, ViolationVersion violation) =>
            () => _ = new Adoption(Guid.NewGuid(), organ, violation, Date("2021-01-01"), null, "x", [], false, OfficerA, At("2021-01-02"));
    }

    [Theory]
    [InlineData("2020-12-31", false)]
    [InlineData("2021-01-01", true)]
    [InlineData("2024-12-31", true)]
    [InlineData("2025-01-01", false)]
    public void It_is_in_force_from_its_first_to_its_last_day(string day, bool inForce)
    {
        Adopt("2021-01-01", "2024-12-31").IsInForceOn(Date(day)).ShouldBe(inForce);
        Adopt("2021-01-01", null).IsInForceOn(Date("2099-01-01")).ShouldBeTrue();
    }

    [Fact]
    public void It_covers_its_areas_or_without_any_all()
    {
        Adopt("2021-01-01", null).Covers(null).ShouldBeTrue();
        var two = Adopt("2021-01-01", null, "120116015", "120116017");
        two.Covers("120116017003").ShouldBeTrue();
        two.Covers("120116016").ShouldBeFalse();
        two.Covers(null).ShouldBeFalse();
    }

    /// <summary>Held against an adoption of 2022 to 2023 for 120116015.</summary>
    [Theory]
    [InlineData("2021-01-01", "2021-12-31", "120116015", false)]
    [InlineData("2021-01-01", "2022-01-01", "120116015", true)] // its first day
    [InlineData("2023-12-31", null, "120116015", true)] // its last
    [InlineData("2024-01-01", null, "120116015", false)]
    [InlineData("2022-06-01", "2022-06-30", "120116015003", true)] // a part of the area
    [InlineData("2022-06-01", "2022-06-30", "120116", true)] // a wider one
    [InlineData("2022-06-01", "2022-06-30", "120116017", false)]
    [InlineData("2022-06-01", "2022-06-30", null, true)] // everywhere
    public void Two_adoptions_of_a_matter_do_not_meet_in_time_and_place(string from, string? to, string? area, bool refused)
    {
        var standing = Adopt("2022-01-01", "2023-12-31", "120116015");
        var next = area is null ? Adopt(from, to) : Adopt(from, to, area);

        new Action(() => next.EnsureApartFrom(standing)).ShouldRefuse(refused, Adoption.Overlaps);
        new Action(() => standing.EnsureApartFrom(next)).ShouldRefuse(refused, Adoption.Overlaps);
    }

    [Fact]
    public void Open_ended_everywhere_meets_whatever_comes_later_but_not_another_matter_or_organ()
    {
        var open = Adopt("2022-01-01", null);
        new Action(() => Adopt("2030-01-01", null, "120116015").EnsureApartFrom(open)).ShouldRefuse(Adoption.Overlaps, "2022-01-01 至 今");
        var other = new Organisation(Guid.NewGuid(), null, OrganisationKind.Street, "xc", "新村街道", new(), At("2021-01-01"));
        new Action(() => Adopt("2030-01-01", null).EnsureApartFrom(Of(other, "TJ-XX-01"))).ShouldRefuse(null);
        new Action(() => Adopt("2030-01-01", null).EnsureApartFrom(Of(Street, "TJ-XX-02"))).ShouldRefuse(null);
    }

    [Fact]
    public void The_catalogue_finds_the_adoption_of_the_day_and_place_or_the_nearest()
    {
        var (past, present, part) = (
            Adopt("2021-01-01", "2021-12-31"),
            Adopt("2023-01-01", null, "120116015"),
            Adopt("2022-01-01", "2022-12-31", "120116017")
        );
        var catalogue = new CatalogueSnapshot(3, [], [past, present, part], [], [], Shipped, [], []);

        catalogue.Version.ShouldBe(3);
        catalogue.AdoptionOf(Street.Id, "TJ-XX-01", Date("2021-06-01"), null).ShouldBe(past);
        catalogue.AdoptionOf(Street.Id, "TJ-XX-01", Date("2023-06-01"), "120116015").ShouldBe(present);
        catalogue.AdoptionOf(Street.Id, "TJ-XX-01", Date("2023-06-01"), "120116017").ShouldBeNull();
        catalogue.AdoptionOf(Street.Id, "TJ-XX-02", Date("2023-06-01"), "120116015").ShouldBeNull();
        catalogue.NearestAdoptionOf(Street.Id, "TJ-XX-01", Date("2023-06-01"), "120116015").ShouldBe(present);
        catalogue.NearestAdoptionOf(Street.Id, "TJ-XX-01", Date("2022-06-01"), "120116015").ShouldBe(part); // right day, wrong place
        catalogue.NearestAdoptionOf(Street.Id, "TJ-XX-01", Date("2019-06-01"), "120116015").ShouldBe(present); // the latest
        catalogue.NearestAdoptionOf(District.Id, "TJ-XX-01", Date("2023-06-01"), null).ShouldBeNull();
        catalogue.AdoptionsOf(Street.Id, "TJ-XX-01").ShouldBe([present, part, past]);
    }

    private static Adoption Adopt(string from, string? to, params string[] areas) => Of(Street, "TJ-XX-01", from, to, areas);

    private static Adoption Of(Organisation organ, string code, string from = "2021-01-01", string? to = null, params string[] areas) =>
        new(
            Guid.NewGuid(),
            organ,
            AViolation.With(code),
            Date(from),
            to is null ? null : Date(to),
            "赋权决定",
            areas,
            isDemo: true,
            OfficerA,
            At("2021-01-02")
        );
}
