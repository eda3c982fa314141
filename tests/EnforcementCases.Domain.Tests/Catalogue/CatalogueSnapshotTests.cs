using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Discretion;
using EnforcementCases.Domain.Parties;
using Shouldly;
using Xunit;
using static EnforcementCases.Domain.Tests.Cases.Ordinary.AnOrdinaryCase;
using static EnforcementCases.Domain.Tests.Law.Calendars;

namespace EnforcementCases.Domain.Tests.Catalogue;

/// <summary>What the catalogue answers for a place on a day.</summary>
public sealed class CatalogueSnapshotTests
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
        District,
        OrganisationKind.Street,
        "hg",
        "汉沽街道",
        new(),
        At("2021-01-01")
    );

    [Fact]
    public void A_parameter_is_the_nearest_one_above_that_has_begun_and_the_later_entered_of_two()
    {
        var (district, old, early, late) = (
            Value(District, "4", "2022-01-01", "2022-01-01"),
            Value(Street, "5", "2023-01-01", "2022-01-01"),
            Value(Street, "6", "2024-01-01", "2023-01-01"),
            Value(Street, "7", "2024-01-01", "2023-06-01")
        );
        var catalogue = new CatalogueSnapshot(1, [], [], [district, early, old, late], [], Shipped, [], []);

        In("2021-12-31")
            .ShouldHave(
                new
                {
                    Value = "2",
                    IsConfirmed = false,
                    SetBy = (string?)null,
                    ValueId = (Guid?)null,
                }
            );
        In("2021-12-31").Source.ShouldBe("法律没有规定备案期限");
        In("2022-01-01")
            .ShouldHave(
                new
                {
                    Value = "4",
                    IsConfirmed = true,
                    SetBy = "/bhxq/",
                    ValueId = (Guid?)district.Id,
                    ValidFrom = (DateOnly?)Date("2022-01-01"),
                    Source = "某决定",
                }
            );
        In("2023-01-01").SetBy.ShouldBe("/bhxq/hg/");
        In("2023-12-31").Value.ShouldBe("5");
        In("2024-01-01").Value.ShouldBe("7");
        catalogue.Parameter("/other/", LocalParameters.SimpleReportBack, Date("2024-01-01")).Value.ShouldBe("2");
        Should
            .Throw<ArgumentException>(() => catalogue.Parameter("/bhxq/hg/", new ParameterKey("no.such"), Date("2024-01-01")))
            .Message.ShouldContain("no.such");

        ParameterInForce In(string day) => catalogue.Parameter("/bhxq/hg/", LocalParameters.SimpleReportBack, Date(day));
    }

    [Fact]
    public void A_value_keeps_who_entered_and_who_confirmed_it()
    {
        var value = Value(Street, "5", "2023-01-01", "2022-06-01");

        value.ShouldHave(
            new
            {
                OrganisationId = Street.Id,
                OrganisationPath = "/bhxq/hg/",
                Key = "simple.reportBack",
                Value = "5",
                ValidFrom = Date("2023-01-01"),
                Source = "某决定",
                EnteredBy = OfficerA,
                ConfirmedBy = OfficerB,
                EnteredAt = At("2022-06-01"),
            }
        );
        new ParameterInForce(LocalParameter.Shipped[0], " a, b,,", IsConfirmed: true, "", null, null, null).Items.ShouldBe(["a", "b"]);
    }

    [Fact, Rule("REV-118-LIST")]
    public void The_catalogue_of_reviews_is_the_own_one_in_force_or_that_of_above()
    {
        var (district, first, second, unconfirmed) = (
            Reviews(District, "2022-01-01"),
            Reviews(Street, "2023-01-01"),
            Reviews(Street, "2024-01-01"),
            Reviews(Street, "2025-01-01", confirmed: false)
        );
        var catalogue = new CatalogueSnapshot(1, [], [], [], [], Shipped, [], [], [first, district, unconfirmed, second]);

        On("2021-12-31").ShouldBeNull();
        On("2022-06-01").ShouldBe(district);
        On("2023-06-01").ShouldBe(first);
        On("2025-06-01").ShouldBe(second);
        catalogue.ReviewCatalogueOn("/other/", Date("2024-01-01")).ShouldBeNull();

        ReviewCatalogueAdoption? On(string day) => catalogue.ReviewCatalogueOn("/bhxq/hg/", Date(day));
    }

    [Fact, Rule("APL-34")]
    public void The_binding_benchmark_comes_first_then_the_newest_and_none_that_was_closed()
    {
        var (bound, newer, older, closed, other) = (
            Benchmark("B-2", "2022-01-01"),
            Benchmark("B-3", "2024-01-01", binding: false),
            Benchmark("B-1", null, binding: false),
            Benchmark("B-4", "2025-01-01"),
            Benchmark("B-0", null, violation: "TJ-XX-02")
        );
        closed.Close(At("2025-01-01"));
        closed.Close(At("2025-02-01"));
        bound.EndOn(Date("2025-12-31"));
        var catalogue = new CatalogueSnapshot(1, [], [], [], [], Shipped, [older, newer, closed, bound, other], []);

        catalogue.BenchmarkOn("TJ-XX-01", Date("2021-12-31")).ShouldBe(older);
        catalogue.BenchmarkOn("TJ-XX-01", Date("2025-12-31")).ShouldBe(bound);
        catalogue.BenchmarkOn("TJ-XX-01", Date("2026-01-01")).ShouldBe(newer);
        catalogue.BenchmarkOn("TJ-XX-09", Date("2026-01-01")).ShouldBeNull();
        catalogue.BenchmarksOn(Date("2024-06-01")).Select(b => b.Code).ShouldBe(["B-0", "B-1", "B-2", "B-3"]);
        catalogue.BenchmarksOn(Date("2021-06-01")).Select(b => b.Code).ShouldBe(["B-0", "B-1"]);
        closed.ClosedAt.ShouldBe(At("2025-01-01"));
        Benchmark("B", null, source: BenchmarkSource.Illustrative).IsBinding.ShouldBeFalse();
    }

    [Fact, Rule("APL-33-LIST")]
    public void Entries_of_the_list_hold_on_their_days_for_their_violation_or_for_all()
    {
        var (all, one, closed) = (Exemption("E-2", "*"), Exemption("E-1", "TJ-XX-01"), Exemption("E-0", "*"));
        closed.Close(At("2024-01-01"));
        closed.Close(At("2024-02-01"));
        closed.ClosedAt.ShouldBe(At("2024-01-01"));
        one.EndOn(Date("2024-12-31"));
        var catalogue = new CatalogueSnapshot(1, [], [], [], [], Shipped, [], [all, one, closed]);

        Codes("2023-12-31").ShouldBeEmpty();
        Codes("2024-01-01").ShouldBe(["E-1", "E-2"]);
        Codes("2024-12-31").ShouldBe(["E-1", "E-2"]);
        Codes("2025-01-01").ShouldBe(["E-2"]);
        (all.IsFor("TJ-XX-09"), one.IsFor("TJ-XX-01"), one.IsFor("TJ-XX-09")).ShouldBe((true, true, false));

        IEnumerable<string> Codes(string day) => catalogue.ExemptionsOn(Date(day)).Select(e => e.Code);
    }

    [Fact, Rule("APL-34")]
    public void An_assessment_takes_over_norm_benchmark_and_entry_as_they_stand()
    {
        var violation = AViolation.With();
        var benchmark = Benchmark("B-1", null);
        var exemption = Exemption("E-1", "*");

        Norm.Of(violation, PartyKind.Citizen, individualBusinessAsOrganisation: false)
            .ShouldBe(
                new(
                    violation.Id,
                    "TJ-XX-01",
                    "a",
                    "《天津市市容和环境卫生管理条例》第五十条",
                    violation.Kinds,
                    KindConnector.Single,
                    violation.IndividualFine
                )
            );
        Norm.Of(violation, PartyKind.IndividualBusiness, individualBusinessAsOrganisation: true).Fine.ShouldBe(violation.OrganisationFine);
        BenchmarkUsed
            .Of(benchmark)
            .ShouldBe(new(benchmark.Id, "B-1", "1", BenchmarkSource.PublishedBenchmark, "市城管委", Binding: true, benchmark.Tiers));
        ExemptionUsed
            .Of(exemption)
            .ShouldBe(
                new(exemption.Id, "E-1", "1", ListedLeniency.FirstOffence, "首违", exemption.Conditions, 1, "第三十三条", Binding: true)
            );
    }

    [Theory]
    [InlineData(PartyKind.Citizen, true, FineSide.Individual)]
    [InlineData(PartyKind.IndividualBusiness, true, FineSide.Organisation)]
    [InlineData(PartyKind.IndividualBusiness, false, FineSide.Individual)]
    [InlineData(PartyKind.LegalPerson, false, FineSide.Organisation)]
    [InlineData(PartyKind.OtherOrganisation, false, FineSide.Organisation)]
    public void Each_party_has_its_side_of_a_tier(PartyKind party, bool asOrganisation, FineSide side)
    {
        var tier = new BenchmarkTier(1, "一般", "一般情节", "罚款", new(1, 2), new(3, 4));

        party.SideOf(asOrganisation).ShouldBe(side);
        tier.FineFor(side).ShouldBe(side is FineSide.Individual ? new(1, 2) : new(3, 4));
    }

    [Fact]
    public void A_set_of_data_knows_where_it_came_from()
    {
        var id = Guid.NewGuid();

        new CatalogueDataSet(id, "violations", "f", "2024-1", 3, At("2024-01-01")).ShouldHave(
            new
            {
                Id = id,
                Name = "violations",
                Sha256 = "f",
                Label = "2024-1",
                Number = 3,
                LoadedAt = At("2024-01-01"),
            }
        );
    }

    [Fact]
    public void Violations_of_a_day_come_by_their_code_one_of_each()
    {
        var (b, a, ended) = (
            AViolation.With("B"),
            AViolation.With("A", from: new(2024, 1, 1)),
            AViolation.With("A", to: new(2023, 12, 31))
        );
        var catalogue = new CatalogueSnapshot(1, [b, a, ended], [], [], [], Shipped, [], []);

        catalogue.ViolationsOn(Date("2023-12-31")).ShouldBe([ended, b]);
        catalogue.ViolationsOn(Date("2024-01-01")).ShouldBe([a, b]);
        catalogue.ViolationOn("C", Date("2024-01-01")).ShouldBeNull();
        catalogue.Violation(Guid.NewGuid()).ShouldBeNull();
        catalogue.Calendar.ShouldBe(Shipped);
    }

    private static ParameterValue Value(Organisation of, string value, string from, string enteredAt) =>
        new(
            Guid.NewGuid(),
            of,
            LocalParameter.Shipped.Single(p => p.Key == LocalParameters.SimpleReportBack),
            value,
            Date(from),
            "某决定",
            OfficerA,
            OfficerB,
            At(enteredAt)
        );

    private static ReviewCatalogueAdoption Reviews(Organisation of, string from, bool confirmed = true)
    {
        var adopted = new ReviewCatalogueAdoption(
            Guid.NewGuid(),
            of,
            [new("1", ReviewedDecisionKind.Penalty, "", [], null, null, [])],
            Date(from),
            null,
            "",
            OfficerA,
            At(from)
        );
        if (confirmed)
            adopted.Confirm(OfficerB, At(from));
        return adopted;
    }

    private static BenchmarkVersion Benchmark(
        string code,
        string? from,
        bool binding = true,
        string violation = "TJ-XX-01",
        BenchmarkSource source = BenchmarkSource.PublishedBenchmark
    ) =>
        new()
        {
            Id = Guid.NewGuid(),
            Code = code,
            Version = "1",
            DataSetId = Guid.Empty,
            ViolationCode = violation,
            Jurisdiction = "天津市",
            Source = source,
            Issuer = "市城管委",
            ValidFrom = from is null ? null : Date(from),
            Tiers = [],
            BindingInTianjin = binding,
            Evidence = "",
            RowSha256 = code,
        };

    private static ExemptionEntry Exemption(string code, string violation) =>
        new()
        {
            Id = Guid.NewGuid(),
            Code = code,
            Version = "1",
            DataSetId = Guid.Empty,
            ViolationCode = violation,
            Leniency = ListedLeniency.FirstOffence,
            Title = "首违",
            Conditions = [],
            FollowUp = [],
            UpToOccurrence = 1,
            Basis = "第三十三条",
            BindingInTianjin = true,
            Evidence = "",
            ValidFrom = Date("2024-01-01"),
            RowSha256 = code,
        };
}
