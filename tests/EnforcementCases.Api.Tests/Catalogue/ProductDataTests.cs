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

    /// <summary>Of 84 rows for Tianjin 68 are marked ready. One of them threatens orders alone (GJ-WJ-02). Of the other 67, 37 threaten one kind of penalty and 30
    /// several; where the text does not tell how those go together, one kind alone may be imposed.</summary>
    [Fact]
    public void Every_ready_row_with_kind_date_and_range_can_be_decided_in_Tianjin()
    {
        var tianjin = Rows.Where(r => r.AppliesInTianjin).ToList();
        var ready = tianjin.Where(r => r.MarkedReady).ToList();

        tianjin.Count.ShouldBe(84);
        ready.Count.ShouldBe(68);
        ready.Where(r => r.Kinds.Count == 0).Select(r => r.Code).ShouldBe(["GJ-WJ-02"]);
        ready.Count(r => r.Kinds.Count == 1).ShouldBe(37);
        ready.Where(r => r.Connector == KindConnector.And).Select(r => r.Code).ShouldBe(["GJ-WY-01", "GJ-WZ-01"]);
        tianjin.Where(r => r.IsDecidable).ShouldBe(ready.Where(r => r.Kinds.Count > 0));
        Rows.Where(r => r.IsDecidable).ShouldAllBe(r => r.AppliesInTianjin);
    }

    [Theory]
    [InlineData("GJ-ZD-01", new UndecidableReason[0])]
    [InlineData("GJ-GG-01", new UndecidableReason[0])]
    [InlineData("TJ-GG-01", new UndecidableReason[0])]
    [InlineData("GJ-YC-01", new UndecidableReason[0])] // 罚款 and an order: one kind of penalty
    [InlineData("GJ-WJ-03", new UndecidableReason[0])]
    [InlineData("GJ-WJ-02", new[] { UndecidableReason.NoPenaltyKind })]
    [InlineData("GJ-ZT-09", new UndecidableReason[0])] // 警告 and 罚款 without a word between them: one kind alone
    [InlineData("TJ-ZD-01", new[] { UndecidableReason.NotChecked, UndecidableReason.NoFineRange })]
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
        var rows = Rows.ToDictionary(r => r.Code);

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
