using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using EnforcementCases.Api.Tests.Cases;
using EnforcementCases.Api.Tests.Fixture;
using EnforcementCases.Platform.Files;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Fines;

/// <summary>What a spreadsheet or an old bank makes of numbers, days and letters: read as it was meant, or refused by name; the report shows what was understood.</summary>
public sealed class BankFileCellsTests(ApiFixture api)
{
    private static readonly string[] Heading = ["交易流水号", "交易类型", "缴款码", "凭证号", "金额", "交易时间", "渠道"];

    static BankFileCellsTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>An identifier that is a number has lost digits, or may have.</summary>
    [Theory]
    [InlineData(1234567890123456789d, null, "超过十五位")] // a number of nineteen digits
    [InlineData(1234567890123456d, null, "超过十五位")] // of sixteen
    [InlineData(4711d, "0000000000", "显示 0000004711")] // leading zeros that are shown and not there
    [InlineData(4711d, "000000;-000000", "显示 004711")]
    [InlineData(47.11d, null, "单元格是数字 47.11")]
    [InlineData(-4711d, null, "单元格是数字 -4711")]
    public async Task An_identifier_that_lost_digits_is_refused_with_what_was_read(double value, string? format, string why)
    {
        var @case = await api.GivenDecidedCase(50_00);

        var row = await RowOf(TypedSheet.Of(Heading, ARow(@case, transaction: new NumberCell(value, format))));

        row.GetProperty("outcome").GetString().ShouldBe("Malformed");
        row.GetProperty("text").GetString()!.ShouldContain(why);
        row.GetProperty("text").GetString()!.ShouldContain("交易流水号：应为文本");
        await ShouldBeUnpaid(@case);
    }

    [Fact]
    public async Task A_payment_code_that_a_spreadsheet_took_for_a_number_is_refused()
    {
        var @case = await api.GivenDecidedCase(50_00);

        var row = await RowOf(
            TypedSheet.Of(Heading, ARow(@case, code: new NumberCell(double.Parse(@case.PaymentCode!, CultureInfo.InvariantCulture))))
        );

        row.GetProperty("outcome").GetString().ShouldBe("Malformed");
        row.GetProperty("text").GetString()!.ShouldContain("缴款码：应为文本");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("0")]
    [InlineData("#,##0")]
    [InlineData("000000000000")] // all twelve digits are there
    public async Task A_short_number_keeps_its_digits(string? format)
    {
        var @case = await api.GivenDecidedCase(50_00);
        var transaction = Random.Shared.NextInt64(100_000_000_000, 999_999_999_999);

        var row = await RowOf(TypedSheet.Of(Heading, ARow(@case, transaction: new NumberCell(transaction, format))));

        row.GetProperty("transactionId").GetString().ShouldBe($"{transaction}");
        row.GetProperty("outcome").GetString().ShouldBe("Entered", row.ToString());
    }

    /// <summary>One grammar for amounts, in cells and as text.</summary>
    [Theory]
    [InlineData("50.00", 50_00)]
    [InlineData("50", 50_00)]
    [InlineData("1,234.50", 1_234_50)] // thousands in groups of three
    [InlineData("1,23", null)]
    [InlineData("1.234,50", null)]
    [InlineData("50.001", null)]
    [InlineData("￥50.00", null)]
    [InlineData("5E1", null)]
    [InlineData(50.01, 50_01)]
    [InlineData(50.001, null)]
    [InlineData(0.1 + 0.2, 30)]
    public async Task An_amount_is_read_strictly_and_shown_as_it_was_read(object cell, int? fen)
    {
        var @case = await api.GivenDecidedCase(50_00);

        var row = await RowOf(
            TypedSheet.Of(Heading, ARow(@case, amount: cell is double number ? new NumberCell(number, "#,##0.00") : cell))
        );

        if (fen is { } read)
            row.GetProperty("amountFen").GetInt64().ShouldBe(read, row.ToString());
        else
        {
            row.GetProperty("outcome").GetString().ShouldBe("Malformed");
            row.GetProperty("text").GetString()!.ShouldContain($"读到 {cell}");
        }
    }

    /// <summary>14 May 2024, half past ten, in the forms of spreadsheets.</summary>
    [Theory]
    [InlineData(45426.4375, null, 22u)] // date and time
    [InlineData(45426.4375, "yyyy\"年\"m\"月\"d\"日\" hh:mm", 0u)]
    [InlineData(45426.4375, null, 31u)] // the date of Chinese spreadsheets
    [InlineData(45426.4375, null, 57u)]
    [InlineData(45426.4375, null, 0u)] // a day that is shown as a number
    [InlineData("2024/5/14 10:30", null, 0u)]
    [InlineData("2024年5月14日 10:30:00", null, 0u)]
    [InlineData("20240514103000", null, 0u)]
    public async Task A_day_of_a_spreadsheet_is_the_day_that_was_meant(object at, string? format, uint builtIn)
    {
        var @case = await api.GivenDecidedCase(50_00, new DateTimeOffset(2024, 5, 13, 10, 0, 0, TimeSpan.FromHours(8)));
        var cell = at is double serial ? new NumberCell(serial, format, builtIn) : at;

        var row = await RowOf(TypedSheet.Of(Heading, ARow(@case, at: cell)));

        row.GetProperty("at").GetDateTimeOffset().ShouldBe(new(2024, 5, 14, 10, 30, 0, TimeSpan.FromHours(8)), row.ToString());
        row.GetProperty("outcome").GetString().ShouldBe("Entered", row.ToString());
    }

    [Theory]
    [InlineData("GB18030", false)]
    [InlineData("utf-8", false)]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    public async Task A_text_file_is_read_in_the_encoding_that_it_has(string encoding, bool mark)
    {
        var @case = await api.GivenDecidedCase(50_00);
        var how = Encoding.GetEncoding(encoding);
        var text = string.Join('\n', new[] { Heading, [.. ARow(@case).Cast<string>()] }.Select(r => string.Join(',', r)));

        var row = await RowOf([.. mark ? how.GetPreamble() : [], .. how.GetBytes(text)]);

        row.GetProperty("outcome").GetString().ShouldBe("Entered", row.ToString());
    }

    [Fact]
    public async Task A_byte_that_is_in_no_encoding_is_named_by_its_place()
    {
        byte[] head = [.. Encoding.GetEncoding("GB18030").GetBytes(string.Join(',', Heading) + "\nT1,")];

        var answer = (await Post([.. head, 0xFF, .. "\n"u8])).ShouldBeProblem(400, "sheet.byte-undecodable");

        answer["detail"].GetString()!.ShouldContain($"第 2 行，文件的第 {head.Length + 1} 个字节（0xFF）");
    }

    [Fact]
    public async Task A_number_that_a_spreadsheet_wrote_with_an_exponent_is_refused()
    {
        var @case = await api.GivenDecidedCase(50_00);
        var cells = ARow(@case, transaction: "1.23457E+18").Cast<string>();

        var row = await RowOf(Encoding.UTF8.GetBytes(string.Join(',', Heading) + "\n" + string.Join(',', cells)));

        row.GetProperty("outcome").GetString().ShouldBe("Malformed");
        row.GetProperty("text").GetString()!.ShouldContain("1.23457E+18");
    }

    [Fact]
    public async Task Lines_above_the_heading_are_named_and_not_read()
    {
        var @case = await api.GivenDecidedCase(50_00);

        var rows = await Rows(TypedSheet.Of(["滨海银行对账单"], ["账号：", "6222"], [], Heading, ARow(@case)));

        rows.Select(r => (r.GetProperty("line").GetInt32(), r.GetProperty("outcome").GetString()))
            .Take(3)
            .ShouldBe([(1, "AboveHeading"), (2, "AboveHeading"), (5, "Entered")]);
        rows[0].GetProperty("text").GetString()!.ShouldContain("滨海银行对账单");
    }

    [Theory]
    [InlineData("金额")]
    [InlineData("金 额")]
    public async Task A_heading_that_comes_twice_is_refused(string again) =>
        (await Post(TypedSheet.Of([.. Heading, again], [.. Heading, "1"]))).ShouldBeProblem(422, "sheet.heading-doubled");

    [Fact]
    public async Task A_file_without_a_column_names_it() =>
        (await Post(TypedSheet.Of(["对账单"], [.. Heading.Where(h => h != "金额")])))
            .ShouldBeProblem(422, "bank-statement.column-missing")["detail"]
            .GetString()!
            .ShouldContain("“金额”");

    private static object[] ARow(
        DecidedCase @case,
        object? transaction = null,
        object? code = null,
        object? amount = null,
        object? at = null
    ) =>
        [
            transaction ?? $"T{Guid.NewGuid():N}",
            "缴款",
            code ?? @case.PaymentCode!,
            "",
            amount ?? "50.00",
            at ?? @case.DecidedAt.AddDays(1).ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
            "电子",
        ];

    private async Task<JsonElement> RowOf(byte[] file) => (await Rows(file))[0];

    private async Task<List<JsonElement>> Rows(byte[] file)
    {
        var answer = await Post(file);
        answer.Status.ShouldBe(200, answer.Body.ToString());
        return [.. answer["rows"].EnumerateArray()];
    }

    private Task<ApiAnswer> Post(byte[] file)
    {
        var content = new ByteArrayContent(file);
        content.Headers.ContentType = new MediaTypeHeaderValue(file is [(byte)'P', (byte)'K', ..] ? SpreadsheetFile.MediaType : "text/csv");
        return api.SignedInAs("hg-cashier").Send(HttpMethod.Post, "fines/bank-statements?dryRun=false", content);
    }

    private static async Task ShouldBeUnpaid(DecidedCase @case) =>
        (await @case.Read())["payment"].GetProperty("state").GetString().ShouldBe("Unpaid");
}
