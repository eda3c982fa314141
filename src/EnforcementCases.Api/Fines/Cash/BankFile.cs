using System.Security.Cryptography;
using System.Text;
using CsvHelper;
using EnforcementCases.Domain;
using EnforcementCases.Domain.Fines;
using EnforcementCases.Domain.Fines.Cash;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Text;
using EnforcementCases.Platform.Files;
using ExcelDataReader;

namespace EnforcementCases.Api.Fines.Cash;

/// <summary>Layout of the bank's file (对账文件格式); default: the neutral layout, unless <c>Fines:BankFile</c> configures another.</summary>
/// <remarks>The neutral layout is a heading line, which lines of a title may precede, and the columns 交易流水号, 交易类型 (缴款, 退款, 缴存), 缴款码 (of payments), 凭证号 (voucher of a refund, slip of a
/// deposit), 金额 (yuan, two decimals), 交易时间 (<c>2024-05-13 10:05:00</c>, Beijing time) and 渠道 (柜面, 电子); other columns are ignored. Identifiers are text; amounts follow <see cref="AmountText"/>. CSV is UTF-8 or GB 18030, as recognised.</remarks>
internal sealed class BankFileLayout
{
    /// <summary>Heading of the column with the transaction id.</summary>
    public required string Transaction { get; init; }
    public required string Kind { get; init; }
    public required string PaymentCode { get; init; }
    public required string Voucher { get; init; }
    public required string Amount { get; init; }
    public required string At { get; init; }
    public required string Channel { get; init; }

    /// <summary>Whether amounts are in whole fen; otherwise in yuan.</summary>
    public bool InFen { get; init; }

    /// <summary>Formats of instants, in Beijing time.</summary>
    public required IReadOnlyList<string> TimeFormats { get; init; }

    public required IReadOnlyDictionary<string, BankRowKind> Kinds { get; init; }

    /// <summary>Values in the channel column that mean an electronic payment.</summary>
    public required IReadOnlyList<string> ElectronicChannels { get; init; }

    /// <summary>The only encoding of a CSV file; null: UTF-8 or GB 18030, as recognised.</summary>
    public Encoding? Encoding { get; init; }

    public required string Delimiter { get; init; }

    public static BankFileLayout Of(IConfiguration configuration)
    {
        var file = configuration.GetSection("Fines:BankFile");
        string Column(string key, string neutral) => file[$"Columns:{key}"] ?? neutral;
        string[] Words(string key, params string[] neutral) =>
            file.GetSection(key).Get<string[]>() is { Length: > 0 } said ? said : neutral;
        return new()
        {
            Transaction = Column("Transaction", "交易流水号"),
            Kind = Column("Kind", "交易类型"),
            PaymentCode = Column("PaymentCode", "缴款码"),
            Voucher = Column("Voucher", "凭证号"),
            Amount = Column("Amount", "金额"),
            At = Column("At", "交易时间"),
            Channel = Column("Channel", "渠道"),
            InFen = file.GetValue("AmountsInFen", defaultValue: false),
            TimeFormats = Words(
                "TimeFormats",
                "yyyy-MM-dd HH:mm:ss",
                "yyyy-MM-dd H:mm",
                "yyyy/M/d H:mm:ss",
                "yyyy/M/d H:mm",
                "yyyy年M月d日 H:mm:ss",
                "yyyyMMddHHmmss",
                "yyyyMMdd HH:mm:ss",
                "yyyy-MM-dd",
                "yyyy/M/d",
                "yyyy年M月d日",
                "yyyyMMdd"
            ),
            Kinds = new[]
            {
                (BankRowKind.Payment, Words("Kinds:Payment", "缴款")),
                (BankRowKind.Refund, Words("Kinds:Refund", "退款")),
                (BankRowKind.Deposit, Words("Kinds:Deposit", "缴存")),
            }
                .SelectMany(k => k.Item2.Select(word => (word, kind: k.Item1)))
                .ToDictionary(k => k.word, k => k.kind, StringComparer.Ordinal),
            ElectronicChannels = Words("ElectronicChannels", "电子"),
            Encoding = file["Encoding"] is { Length: > 0 } name ? UploadedText.Strict(name) : null,
            Delimiter = file["Delimiter"] ?? ",",
        };
    }

    public IReadOnlyList<string> Required => [Transaction, Kind, PaymentCode, Amount, At];
}

/// <summary>A row of the bank's file: parsed, or with its error.</summary>
/// <param name="Line">Line in the file, as a spreadsheet numbers it.</param>
/// <param name="TransactionId">The bank's transaction id as written in the file.</param>
/// <param name="Row">The parsed row; null if it cannot be read.</param>
/// <param name="Fault">The error, in Chinese; null if none. Of a line above the heading: its text.</param>
/// <param name="IsAboveHeading">Whether the line is above the heading and was not read.</param>
public sealed record ReadBankRow(int Line, string TransactionId, BankRow? Row, string? Fault, bool IsAboveHeading = false);

/// <summary>The bank's file as it was read.</summary>
/// <param name="Sha256">SHA-256 of the file, hex; identifies a file that was imported before.</param>
/// <param name="Rows">Its rows.</param>
internal sealed record BankFile(string Sha256, IReadOnlyList<ReadBankRow> Rows)
{
    public const int MaxBytes = 10 * 1024 * 1024;
    public const int MaxRows = 20_000;
    public const string Csv = "text/csv";

    public static readonly DomainError TooLarge = new(
        "bank-statement.too-large",
        null,
        ErrorKind.TooLarge,
        "对账文件不得超过 10 MB、20000 行"
    );

    public static readonly DomainError NotReadable = new(
        "bank-statement.not-readable",
        null,
        ErrorKind.Malformed,
        "请上传 CSV 或者 XLSX 对账文件"
    );

    public static readonly DomainError ColumnMissing = new(
        "bank-statement.column-missing",
        null,
        ErrorKind.Unacceptable,
        "对账文件缺少应有的列"
    );

    /// <summary>Longest text of a line above the heading in the report.</summary>
    private const int MaxTextAbove = 200;

    /// <summary>Reads the body of a request; an XLSX file is recognised by its first bytes.</summary>
    /// <exception cref="DomainException"><see cref="TooLarge"/>, <see cref="SheetLimits.TooManyCells"/>, <see cref="NotReadable"/>, <see cref="UploadedText.ByteUndecodable"/>, <see cref="SheetHeading.Doubled"/> or <see cref="ColumnMissing"/>.</exception>
    public static async Task<BankFile> ReadAsync(Stream body, BankFileLayout layout, CancellationToken ct)
    {
        using var content = new MemoryStream();
        var buffer = new byte[64 * 1024];
        for (int read; (read = await body.ReadAsync(buffer, ct)) > 0; )
        {
            if (content.Length + read > MaxBytes)
                throw TooLarge.With("文件过大");
            content.Write(buffer, 0, read);
        }
        return Read(content.ToArray(), layout);
    }

    /// <inheritdoc cref="ReadAsync" path="/exception" />
    public static BankFile Read(byte[] bytes, BankFileLayout layout)
    {
        var cells = bytes.AsSpan().StartsWith("PK"u8) ? Sheet(bytes) : Text(bytes, layout);
        return new(Convert.ToHexStringLower(SHA256.HashData(bytes)), Read(cells, layout));
    }

    private static List<SheetCell[]> Sheet(byte[] content)
    {
        try
        {
            var formulas = UploadedWorkbook.Judge(content);
            using var reader = ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(content));
            var rows = new List<SheetCell[]>();
            while (reader.Read())
            {
                SheetLimits.Ensure(rows.Count + 1, reader.FieldCount);
                if (rows.Count > MaxRows)
                    throw TooLarge.With($"超过 {MaxRows} 行");
                rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => SheetCell.Of(reader, i))]);
            }
            return formulas.Count == 0 ? rows : throw NotReadable.With("工作簿含有公式，请改为数值");
        }
        catch (DomainException refused)
            when (refused.Error != NotReadable && refused.Error != TooLarge && refused.Error != SheetLimits.TooManyCells)
        {
            throw NotReadable.With(refused.Detail);
        }
        catch (Exception error) when (error is not DomainException and not OutOfMemoryException)
        {
            throw NotReadable.With("工作簿已损坏，或者不是 XLSX");
        }
    }

    private static List<SheetCell[]> Text(byte[] content, BankFileLayout layout)
    {
        try
        {
            var rows = new List<SheetCell[]>();
            foreach (var line in UploadedText.Lines(content, layout.Encoding, layout.Delimiter))
            {
                if (rows.Count > MaxRows)
                    throw TooLarge.With($"超过 {MaxRows} 行");
                rows.Add(line);
            }
            return rows;
        }
        catch (CsvHelperException)
        {
            throw NotReadable.With("不是 CSV 文件，或者分隔符与配置不符");
        }
    }

    private static List<ReadBankRow> Read(List<SheetCell[]> cells, BankFileLayout layout)
    {
        if (cells.Count == 0)
            throw ColumnMissing.With("文件为空");
        var place = SheetHeading.Find(cells, layout.Required);
        if (place < 0)
        {
            // of the line that comes nearest to a heading
            var best = cells.Take(SheetHeading.MaxLinesAbove + 1).Select(SheetHeading.Names).MaxBy(n => layout.Required.Count(n.Contains))!;
            throw ColumnMissing.With($"缺少列“{layout.Required.First(c => !best.Contains(c))}”", "按对账文件格式说明配置列名");
        }
        var heading = SheetHeading.Names(cells[place]);
        var rows = new List<ReadBankRow>();
        for (var i = 0; i < cells.Count; i++)
        {
            var line = cells[i];
            if (i == place || Array.TrueForAll(line, c => c.Text.Length == 0))
                continue;
            SheetCell At(string column) => heading.IndexOf(column) is var at && at >= 0 && at < line.Length ? line[at] : new("");
            rows.Add(i < place ? new(i + 1, "", null, TextOf(line), IsAboveHeading: true) : RowOf(i + 1, At, layout));
        }
        return rows;
    }

    /// <summary>The text of a line that is not read, shortened.</summary>
    private static string TextOf(SheetCell[] line)
    {
        var text = string.Join(' ', line.Select(c => c.Text).Where(t => t.Length > 0));
        return text.Length <= MaxTextAbove ? text : text[..MaxTextAbove] + "…";
    }

    private static ReadBankRow RowOf(int line, Func<string, SheetCell> cell, BankFileLayout layout)
    {
        var faults = new List<string>();
        var transaction = Identifier(layout.Transaction, cell, faults);
        if (transaction.Length is 0 or > Payment.BankTransactionIdMaxLength || transaction.Any(c => c is < '!' or > '~'))
            faults.Add($"{layout.Transaction}为空或者不合格式");
        var kind = layout.Kinds.TryGetValue(cell(layout.Kind).Text, out var known) ? known : (BankRowKind?)null;
        if (kind is null)
            faults.Add($"{layout.Kind}不认识：{cell(layout.Kind).Text}");
        var column = kind == BankRowKind.Payment ? layout.PaymentCode : layout.Voucher;
        var code = Identifier(column, cell, faults);
        if (code.Length is 0 or > BankStatementLine.CodeMaxLength)
            faults.Add($"{column}为空或者过长");
        var written = cell(layout.Amount);
        var amount = layout.InFen ? written.Fen : written.Yuan;
        if (amount is not { Fen: > 0 })
            faults.Add($"{layout.Amount}应为大于零、不超过两位小数的数，千分位用英文逗号，读到 {written.Text}");
        var time = cell(layout.At).Moment([.. layout.TimeFormats]);
        if (time?.Year is not (>= 2000 and <= 2099))
            faults.Add($"{layout.At}应写作 2024-05-13 10:05:00，读到 {cell(layout.At).Text}");
        var channel = layout.ElectronicChannels.Contains(cell(layout.Channel).Text, StringComparer.Ordinal)
            ? PaymentChannel.Electronic
            : PaymentChannel.Bank;
        return faults.Count == 0
            ? new(
                line,
                transaction,
                new(
                    line,
                    transaction,
                    kind!.Value,
                    code,
                    amount!.Value,
                    new(time!.Value, LegalDate.Offset),
                    channel,
                    DayOnly: time.Value.TimeOfDay == TimeSpan.Zero
                ),
                null
            )
            : new(line, transaction.Length <= Payment.BankTransactionIdMaxLength ? transaction : "", null, string.Join('；', faults));
    }

    /// <summary>The text of an identifier; a number that lost digits is a fault.</summary>
    private static string Identifier(string column, Func<string, SheetCell> cell, List<string> faults)
    {
        if (cell(column).WhyNoIdentifier is { } why)
            faults.Add($"{column}：{why}；请将该列设为文本后重新导出");
        return cell(column).Text;
    }
}
