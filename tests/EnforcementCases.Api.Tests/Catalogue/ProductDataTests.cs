using System.Globalization;
using System.Text;
using EnforcementCases.Api.Catalogue;
using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Penalties;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Catalogue;

public sealed class ProductDataTests
{
    private static readonly ProductFile Violations = ProductFile.Shipped.Single(f => f.Name == ProductFile.Violations);
    private static readonly ProductFile PowerList = ProductFile.Shipped.Single(f => f.Name == ProductFile.PowerList);
    private static readonly ProductFile Holidays = ProductFile.Shipped.Single(f => f.Name == ProductFile.Holidays);

    private static IReadOnlyList<ViolationVersion> Rows => ViolationFile.Open(Violations).Versions(Guid.Empty, 1, _ => Guid.NewGuid());

    /// <summary>Of 84 rows for Tianjin 68 are marked ready, and one of them has a second version whose amounts nobody knows yet. One threatens orders alone
    /// (GJ-WJ-02), 37 one kind of penalty and 30 several, for all of which the branches state how they go together.</summary>
    [Fact]
    public void Every_ready_row_with_kind_date_range_and_branches_can_be_decided_in_Tianjin()
    {
        var tianjin = Rows.Where(r => r.AppliesInTianjin).ToList();
        var ready = tianjin.Where(r => r.MarkedReady).ToList();

        tianjin.Count.ShouldBe(85);
        ready.Count.ShouldBe(68);
        ready.Where(r => r.Kinds.Count == 0).Select(r => r.Code).ShouldBe(["GJ-WJ-02"]);
        ready.Count(r => r.Kinds.Count == 1).ShouldBe(37);
        ready.Where(r => r.Kinds.Count > 1).ShouldAllBe(r => r.Structure != null);
        tianjin.Where(r => r.IsDecidable).ShouldBe(ready);
        Rows.Where(r => r.IsDecidable).ShouldAllBe(r => r.AppliesInTianjin);
    }

    /// <summary>第二十条第二款: a warning and a fine. 第一百一十八条第三款: tools and fine, gains where there are any.</summary>
    [Fact, Rule("APL-28-BRANCH")]
    public void Branches_are_read_from_the_structure()
    {
        var rows = Rows.Where(r => r.Code != "GJ-WZ-01").ToDictionary(r => r.Code);

        rows["GJ-ZT-03"].Branches.ShouldHaveSingleItem().Must.ShouldBe([PenaltyKind.Warning, PenaltyKind.Fine]);
        rows["GJ-YY-03"].Branches.Select(b => b.When).ShouldBe(["露天烧烤食品", "为露天烧烤食品提供场地"]);
        rows["GJ-YC-01"].Branches[1].Orders.ShouldBe([CorrectiveOrder.SuspendWorkToRectify]);
        rows["GJ-ZS-02"].Branches[1].FineRange.ShouldBe(FineProvision.Escalated);
        rows["GJ-ZS-02"].Structure!.Approvals.ShouldHaveSingleItem().Kind.ShouldBe(PenaltyKind.SuspensionOfOperation);
        rows["GJ-WY-01"].Structure!.Gains.ShouldBe(GainsDisposal.ToOwners);
        rows["GJ-LJ-01"].Structure!.Gains.ShouldBe(GainsDisposal.Confiscated);
        rows["GJ-WJ-01"].Structure!.Gains.ShouldBe(GainsDisposal.ByBranch);
        rows["GJ-WJ-02"].Structure!.TownOnly.ShouldBeTrue();
        rows["GJ-ZD-01"].Structure.ShouldBeNull(); // a single kind
    }

    /// <summary>城乡规划法 第六十四条: five to ten per cent where it can be put right, up to ten where it is demolished or confiscated.</summary>
    [Fact, Rule("APL-28-BRANCH")]
    public void A_branch_can_have_a_range_of_its_own()
    {
        var structure = Rows.Single(r => r.Code == "GJ-WJ-01");
        var demolished = structure.Branches[1];

        structure.Branches[0].FineRange.ShouldBeNull();
        demolished.FineRange.ShouldBe(demolished.When);
        demolished.MayNeeds.ShouldBe([new(PenaltyKind.Fine, BranchCondition.UnmetOrder)]);
        structure.OrganisationFine!.Variants!.Single(v => v.Name == demolished.When).ShouldBe(new(demolished.When!, 0, 1_000));
    }

    /// <summary>Notes are read for one thing only: whether a single kind has a condition.</summary>
    [Theory, Rule("APL-28-BRANCH")]
    [InlineData("TJ-BZ-01", BranchCondition.RefusedCorrection)] // 拒不改正的处二千元罚款
    [InlineData("TJ-RZ-01", BranchCondition.UnmetOrder)] // 逾期不改正的处罚款
    [InlineData("GJ-ZT-10", null)] // 拒不改正 is about the vehicle, not about the fine
    [InlineData("GJ-ZD-01", null)]
    public void A_single_kind_whose_note_names_a_condition_needs_it(string code, BranchCondition? needs) =>
        Rows.Single(r => r.Code == code).Branches.ShouldHaveSingleItem().Needs.ShouldBe(needs);

    /// <summary>市场主体登记管理条例 replaced the provision on 1 March 2022; its amounts are not known.</summary>
    [Fact, Rule("TIME-RULE-VERSION")]
    public void A_provision_that_was_replaced_has_two_versions()
    {
        var versions = Rows.Where(r => r.Code == "GJ-WZ-01").OrderBy(r => r.ValidFrom).ToList();

        versions.Select(v => (v.ValidFrom, v.ValidTo)).ShouldBe([(new(2017, 10, 1), new(2022, 2, 28)), (new(2022, 3, 1), null)]);
        versions.Select(v => v.IsDecidable).ShouldBe([true, false]);
        versions[1].Threatened.ToString().ShouldBe("《市场主体登记管理条例》第四十三条");
        versions.Select(v => v.Version).ShouldBeUnique();
    }

    [Theory]
    [InlineData("GJ-ZD-01", new UndecidableReason[0])]
    [InlineData("GJ-GG-01", new UndecidableReason[0])]
    [InlineData("TJ-GG-01", new UndecidableReason[0])]
    [InlineData("GJ-YC-01", new UndecidableReason[0])] // 罚款 and an order: one kind of penalty
    [InlineData("GJ-WJ-03", new UndecidableReason[0])]
    [InlineData("GJ-WJ-02", new UndecidableReason[0])] // orders alone
    [InlineData("GJ-ZT-09", new UndecidableReason[0])] // 警告 and 罚款 together
    [InlineData("TJ-ZD-01", new[] { UndecidableReason.NotChecked, UndecidableReason.NoFineRange, UndecidableReason.NoStructure })]
    [InlineData("TJ-LH-01", new[] { UndecidableReason.NotChecked, UndecidableReason.NoStartDate, UndecidableReason.NoFineRange })]
    [InlineData("BJ-HW-02", new[] { UndecidableReason.NotApplicableHere })]
    [InlineData(
        "TJ-TF-02",
        new[] { UndecidableReason.NotChecked, UndecidableReason.NoStartDate, UndecidableReason.NoFineRange, UndecidableReason.BasisTooLow }
    )]
    public void Row_says_why_it_cannot_be_decided(string code, UndecidableReason[] reasons) =>
        Rows.Single(r => r.Code == code).NotDecidableBecause.ShouldBe(reasons);

    [Fact]
    public void Amounts_are_read_in_fen_and_shares_in_ten_thousandths()
    {
        var rows = Rows.Where(r => r.ValidTo is null).ToDictionary(r => r.Code);

        rows["TJ-GG-01"].IndividualFine!.RangeFor().ShouldBe(new FineRange(Money(50), Money(2_000)));
        (rows["GJ-WJ-01"].IndividualFine!.Lowest, rows["GJ-WJ-01"].IndividualFine!.Highest).ShouldBe((500, 1_000)); // 5% to 10%
        (rows["GJ-WJ-03"].IndividualFine!.Lowest, rows["GJ-WJ-03"].IndividualFine!.Highest).ShouldBe((0, 10_000)); // up to once
        rows["GJ-ZS-02"].IndividualFine!.RangeFor(circumstance: FineProvision.Escalated).AtMost.ShouldBe(Money(200_000));
        rows["GJ-ZT-08"].OrganisationFine!.RangeFor(circumstance: "建设单位").AtMost.ShouldBe(Money(30_000));
        rows["TJ-TH-01"].IndividualFine!.RangeFor(circumstance: "有碍城市容貌").AtLeast.ShouldBe(Money(2_000));
        rows["BJ-HW-03"].IndividualFine!.Unit.ShouldBe("每只(头)");
    }

    [Theory]
    [InlineData("\"currency\": \"CNY\"", "\"currency\": \"CNY\", \"colour\": \"red\"", "colour")]
    [InlineData("\"code\": \"GJ-SZ-01\"", "\"code\": \"GJ-ZD-01\"", "stands twice")]
    [InlineData("\"code\": \"GJ-SZ-01\"", "\"code\": \"道路-1\"", "XX-XX-00")]
    [InlineData("\"min\": 0,", "\"min\": 30000,", "幅度")]
    [InlineData("\"max\": 20000,", "\"max\": 0.001,", "不足一分")]
    [InlineData("\"mode\": \"range\"", "\"mode\": \"per_head\"", "per_head")]
    [InlineData("\"correction\": \"order_with_penalty\"", "\"correction\": \"later\"", "later")]
    [InlineData("\"instrument_level\": \"行政法规\"", "\"instrument_level\": \"口头\"", "口头")]
    [InlineData("\"effective_to\": null", "\"effective_to\": \"1990-01-01\"", "终止日期早于")]
    [InlineData("\"currency\": \"CNY\"", "\"currency\": \"USD\"", "USD")]
    [InlineData("\"total\": 127", "\"total\": 126", "counts")]
    [InlineData("\"罚款\"", "\"罚金\"", "罚金")]
    [InlineData("\"needs\": \"refused_correction\"", "\"needs\": \"refused\"", "refused")]
    [InlineData("\"gains\": \"to_owners\"", "\"gains\": \"to_us\"", "to_us")]
    [InlineData("\"organ\": \"town\"", "\"organ\": \"village\"", "village")]
    [InlineData("\"valid_to\": \"2022-02-28\"", "\"valid_to\": \"2022-02-27\"", "follow each other")]
    public void File_that_cannot_be_is_refused_and_the_message_says_what_is_wrong(string text, string instead, string message)
    {
        var content = Encoding.UTF8.GetString(Violations.Content).ReplaceLineEndings("\n");
        var at = content.IndexOf(text, StringComparison.Ordinal);
        at.ShouldBeGreaterThan(0, $"the file has no {text}");
        var file = new ProductFile(ProductFile.Violations, Encoding.UTF8.GetBytes(content[..at] + instead + content[(at + text.Length)..]));

        Should.Throw<InvalidDataException>(() => ViolationFile.Open(file)).Message.ShouldContain(message);
    }

    [Fact]
    public void Power_list_has_thirty_six_items_of_four_kinds()
    {
        var items = PowerListFile.Open(PowerList).Items(Guid.Empty, Guid.NewGuid);

        items.Count.ShouldBe(36);
        items
            .GroupBy(i => i.Kind)
            .ToDictionary(g => g.Key, g => g.Count())
            .ShouldBe(
                new Dictionary<PowerKind, int>
                {
                    [PowerKind.Penalty] = 26,
                    [PowerKind.Coercion] = 5,
                    [PowerKind.Inspection] = 4,
                    [PowerKind.Licence] = 1,
                },
                ignoreOrder: true
            );
    }

    [Fact]
    public void Power_list_names_only_violations_that_the_catalogue_has()
    {
        var codes = Rows.Select(r => r.Code).ToHashSet();

        PowerListFile.Open(PowerList).Items(Guid.Empty, Guid.NewGuid).SelectMany(i => i.ViolationCodes).Except(codes).ShouldBeEmpty();
    }

    [Fact]
    public void Calendar_read_from_rows_agrees_with_the_calendar_of_the_file_on_every_day()
    {
        using var stream = new MemoryStream(Holidays.Content);
        var ofFile = Domain.Law.HolidayFile.Read(stream, "file");
        var (label, years, days) = CalendarRows.Read(Holidays, Guid.Empty);
        var ofRows = CalendarRows.Calendar(label, years, days);

        label.ShouldBe("2021-2026");
        for (var day = new DateOnly(2021, 1, 1); day.Year <= 2026; day = day.AddDays(1))
        {
            ofRows.WhyOff(day).ShouldBe(ofFile.WhyOff(day), day.ToString("O", CultureInfo.InvariantCulture));
            ofRows.IsStatutoryHoliday(day).ShouldBe(ofFile.IsStatutoryHoliday(day));
        }
    }

    private static Domain.Money Money(int yuan) => Domain.Money.Yuan(yuan);
}
