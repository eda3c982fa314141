using System.IO.Compression;
using System.Text;
using EnforcementCases.Api.Catalogue.Changes;
using EnforcementCases.Api.Fines.Cash;
using EnforcementCases.Api.Personnel;
using EnforcementCases.Api.Tests.Fixture;
using EnforcementCases.Api.Tests.Personnel;
using EnforcementCases.Domain;
using EnforcementCases.Domain.Access;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Files;
using EnforcementCases.Platform.Web;
using Microsoft.Extensions.Configuration;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Web;

/// <summary>An import costs no more than its size suggests: a small file that names very many cells is refused before they are made.</summary>
public sealed class ImportLimitTests(ApiFixture api)
{
    /// <summary>What a refusal may allocate: unpacking, the XML reader and nothing by the cell.</summary>
    private const long FewBytes = 2 * 1024 * 1024;

    private static readonly BankFileLayout Layout = BankFileLayout.Of(new ConfigurationBuilder().Build());

    [Theory]
    [InlineData("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"2\"><c r=\"XFD2\"><v>1</v></c></row>")] // the last column there is
    [InlineData("<row r=\"1\"><c r=\"BI1\"><v>1</v></c></row>")] // the 61st
    [InlineData("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"1048576\"><c r=\"A1048576\"><v>1</v></c></row>")] // the last row there is
    [InlineData("<row r=\"20000\"><c r=\"BH20000\"><v>1</v></c></row>")] // each within its bound, not their product
    [InlineData("<row><c r=\"ZZZZZZZZZZZZZZZZZZZZ99999999999\"><v>1</v></c></row>")]
    public void A_small_workbook_that_names_very_many_cells_is_refused_at_once(string rows)
    {
        var workbook = WithRows(rows);
        workbook.Length.ShouldBeLessThan(3_000);

        RefusedCheaply(() => OfficerSheet.Read(workbook)).ShouldBe(SheetLimits.TooManyCells);
        RefusedCheaply(() => CatalogueSheets.Read(workbook)).ShouldBe(SheetLimits.TooManyCells);
        RefusedCheaply(() => ReadBank(workbook)).ShouldBe(SheetLimits.TooManyCells);
    }

    [Fact]
    public void Cells_without_a_place_are_counted()
    {
        var workbook = WithRows($"<row>{string.Concat(Enumerable.Repeat("<c><v>1</v></c>", 61))}</row>");

        RefusedCheaply(() => OfficerSheet.Read(workbook)).ShouldBe(SheetLimits.TooManyCells);
    }

    [Fact]
    public void A_sheet_that_is_not_read_counts_too()
    {
        var workbook = TestSheet.Of([TestSheet.Header]);

        RefusedCheaply(() => OfficerSheet.Read(WithSecondSheet(workbook, "<row r=\"1\"><c r=\"XFD1\"/></row>")))
            .ShouldBe(SheetLimits.TooManyCells);
    }

    [Fact]
    public void Sixty_columns_are_read()
    {
        var header = TestSheet.Header.Concat(Enumerable.Repeat("", SheetLimits.MaxColumns - TestSheet.Header.Length)).ToArray();

        OfficerSheet.Read(TestSheet.Of([header])).ShouldBeEmpty();
    }

    /// <summary>Spreadsheets write a width for all columns of a sheet; that is no cell.</summary>
    [Fact]
    public void A_width_for_all_columns_is_no_cell() =>
        Should
            .Throw<DomainException>(() => OfficerSheet.Read(WithRows("", "<cols><col min=\"1\" max=\"16384\" width=\"9\"/></cols>")))
            .Error.ShouldBe(OfficerSheet.HeaderUnknown);

    [Theory]
    [InlineData(",", 10_000_000)]
    [InlineData("a,b\n,", 2_000_000)]
    [InlineData("\"a\",", 2_000_000)]
    public void A_file_of_commas_is_refused_at_its_sixty_first_column(string repeated, int times)
    {
        var begun = repeated.Contains('\n', StringComparison.Ordinal) ? repeated[..^1] : "";
        var content = Encoding.UTF8.GetBytes(begun + string.Concat(Enumerable.Repeat(repeated[^1..], times / 10)) + new string(',', times));
        content = content.Length > BankFile.MaxBytes ? content[..BankFile.MaxBytes] : content;

        RefusedCheaply(() => ReadBank(content)).ShouldBe(SheetLimits.TooManyCells);
    }

    [Fact]
    public void Only_the_beginning_of_a_file_of_commas_is_read()
    {
        using var text = new CountingReader(new string(',', 5_000_000));

        Should.Throw<DomainException>(() => SheetLimits.EnsureCsv(text, ",")).Error.ShouldBe(SheetLimits.TooManyCells);

        text.Taken.ShouldBeLessThanOrEqualTo(4096);
    }

    [Theory]
    [InlineData("a,\"b,c,d\",e", ",", 3)]
    [InlineData("a,\"b\"\",\"\",c\",d", ",", 3)] // doubled quotes, and delimiters within them
    [InlineData("a,\"b\nc,d,e\nf\",g", ",", 3)] // a line end within quotes
    [InlineData("a,b\r\nc,d,e\rf", ",", 3)]
    [InlineData("a||b|c||d", "||", 3)]
    [InlineData("a\"b,c", ",", 2)] // a quote within a field is a character
    public void Columns_of_a_CSV_file_are_counted_as_its_parser_sees_them(string text, string delimiter, int columns)
    {
        var more = string.Concat(Enumerable.Repeat(delimiter + "x", SheetLimits.MaxColumns - columns));
        var line =
            text.LastIndexOf('\n') is var at && at >= 0 && !text.Contains('"', StringComparison.Ordinal) ? text[..at] + more : text + more;
        using var widest = new StringReader(line);
        using var wider = new StringReader(line + delimiter + "x");

        SheetLimits.EnsureCsv(widest, delimiter);
        if (!text.EndsWith('f'))
            Should.Throw<DomainException>(() => SheetLimits.EnsureCsv(wider, delimiter)).Error.ShouldBe(SheetLimits.TooManyCells);
    }

    [Fact]
    public void A_file_of_line_ends_is_refused()
    {
        var content = Encoding.UTF8.GetBytes(new string('\n', 700_000));

        RefusedCheaply(() => ReadBank(content)).ShouldBe(SheetLimits.TooManyCells);
    }

    [Fact]
    public void A_JSON_file_of_very_many_values_is_refused_before_it_is_a_tree()
    {
        var content = Encoding.UTF8.GetBytes($"{{\"violations\":[{string.Join(',', Enumerable.Repeat("{}", 700_000))}]}}");

        RefusedCheaply(() => CatalogueFile.Read(content)).ShouldBe(SheetLimits.TooManyCells);
    }

    [Fact]
    public async Task One_import_of_an_organ_runs_at_a_time_and_few_wait()
    {
        using var turns = new ImportTurns();
        var (one, other) = (ClerkOf(Guid.NewGuid()), ClerkOf(Guid.NewGuid()));
        var running = await turns.EnterAsync(one, CancellationToken.None);

        using (await turns.EnterAsync(other, CancellationToken.None)) { } // another organ does not wait
        var waiting = Enumerable
            .Range(1, ImportTurns.MostInside - 1)
            .Select(_ => turns.EnterAsync(one, CancellationToken.None).AsTask())
            .ToList();
        waiting.ShouldAllBe(w => !w.IsCompleted);
        var refused = await Should.ThrowAsync<TooManyRequestsException>(async () => await turns.EnterAsync(one, CancellationToken.None));
        (refused.Error, refused.RetryAfter > TimeSpan.Zero).ShouldBe((ImportTurns.Running, true));

        running.Dispose();
        running.Dispose(); // ends it once
        foreach (var next in waiting)
        {
            (await next).Dispose();
            waiting.Count(w => !w.IsCompleted).ShouldBeLessThanOrEqualTo(waiting.Count - waiting.IndexOf(next) - 1);
        }
        (await turns.EnterAsync(one, CancellationToken.None)).Dispose();
    }

    [Fact]
    public async Task Whoever_stops_waiting_for_an_import_leaves_its_place()
    {
        using var turns = new ImportTurns();
        var clerk = ClerkOf(Guid.NewGuid());
        using var running = await turns.EnterAsync(clerk, CancellationToken.None);
        for (var i = 0; i < 2 * ImportTurns.MostInside; i++)
        {
            using var gone = new CancellationTokenSource();
            var waiting = turns.EnterAsync(clerk, gone.Token).AsTask();
            await gone.CancelAsync();
            await Should.ThrowAsync<OperationCanceledException>(() => waiting);
        }
    }

    [Fact]
    public async Task Nobodys_file_is_not_read() =>
        (await api.Anonymous.PostJson("officers/import?dryRun=true", TestSheet.Upload("no workbook"u8.ToArray()))).ShouldBeProblem(
            401,
            "access.not-signed-in"
        );

    private static CurrentUser ClerkOf(Guid organ)
    {
        var user = new CurrentUser();
        user.SignIn(
            new(
                Guid.NewGuid(),
                Guid.NewGuid(),
                "某人",
                Guid.NewGuid(),
                organ,
                "/x/",
                organ,
                new HashSet<Role>(),
                PasswordIsOneTime: false,
                HasSecondFactor: false,
                OwesSecondFactor: false,
                SessionProof.None,
                TimeSpan.Zero
            )
        );
        return user;
    }

    private static BankFile ReadBank(byte[] content) => BankFile.Read(content, Layout);

    private static DomainError RefusedCheaply(Action read)
    {
        try
        {
            read(); // what is made once per process is made now
        }
        catch (DomainException) { }
        var before = GC.GetAllocatedBytesForCurrentThread();

        var refused = Should.Throw<DomainException>(read);

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(FewBytes);
        return refused.Error;
    }

    private static byte[] WithRows(string rows, string before = "") =>
        TestSheet.WithPart(TestSheet.Of([TestSheet.Header]), "xl/worksheets/sheet1.xml", part => part.Write(Sheet(rows, before)));

    private static byte[] Sheet(string rows, string before) =>
        Encoding.UTF8.GetBytes(
            $"<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">{before}<sheetData>{rows}</sheetData></worksheet>"
        );

    private static byte[] WithSecondSheet(byte[] workbook, string rows)
    {
        string Part(string name)
        {
            using var zip = new ZipArchive(new MemoryStream(workbook));
            using var reader = new StreamReader(zip.GetEntry(name)!.Open());
            return reader.ReadToEnd();
        }
        var relations = Part("xl/_rels/workbook.xml.rels")
            .Replace(
                "</Relationships>",
                "<Relationship Id=\"second\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"/xl/worksheets/sheet2.xml\"/></Relationships>",
                StringComparison.Ordinal
            );
        var book = Part("xl/workbook.xml");
        var prefix = book.Contains("<x:sheets>", StringComparison.Ordinal) ? "x:" : "";
        book = book.Replace(
            $"</{prefix}sheets>",
            $"<{prefix}sheet name=\"二\" sheetId=\"2\" r:id=\"second\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"/></{prefix}sheets>",
            StringComparison.Ordinal
        );
        var parts = new[]
        {
            ("xl/_rels/workbook.xml.rels", Encoding.UTF8.GetBytes(relations)),
            ("xl/workbook.xml", Encoding.UTF8.GetBytes(book)),
            ("xl/worksheets/sheet2.xml", Sheet(rows, "")),
        };
        return parts.Aggregate(workbook, (made, part) => TestSheet.WithPart(made, part.Item1, s => s.Write(part.Item2)));
    }

    private sealed class CountingReader(string text) : StringReader(text)
    {
        public int Taken { get; private set; }

        public override int Read(char[] buffer, int index, int count) => Counted(base.Read(buffer, index, count));

        private int Counted(int read)
        {
            Taken += read;
            return read;
        }
    }
}
