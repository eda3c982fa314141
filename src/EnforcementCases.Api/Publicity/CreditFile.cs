using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using EnforcementCases.Domain.Publicity;
using EnforcementCases.Platform.Files;

namespace EnforcementCases.Api.Publicity;

/// <summary>Writes the credit file: a line of codes, a line of labels, a line a record; every cell is text as the standard has it.</summary>
internal static class CreditFile
{
    public static byte[] Workbook(IReadOnlyList<CreditRow> rows) =>
        SpreadsheetFile.Write(
            new SpreadsheetSheet("行政处罚", Codes, Good(rows).Select(Cells).Prepend([.. CreditRecord.Columns.Select(c => c.Label)])),
            new SpreadsheetSheet(
                "校验不通过",
                ["决定书文号", "字段", "名称", "问题", "处理"],
                from row in rows
                from fault in row.Faults
                let column = CreditRecord.Columns.First(c => c.Code == fault.Field)
                select (IReadOnlyList<object?>)[row.Item.Number, fault.Field, column.Label, fault.Problem, fault.Mend]
            )
        );

    public static byte[] Csv(IReadOnlyList<CreditRow> rows)
    {
        using var content = new MemoryStream();
        using (var text = new StreamWriter(content, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)))
        using (
            var csv = new CsvWriter(text, new CsvConfiguration(CultureInfo.InvariantCulture) { InjectionOptions = InjectionOptions.Escape })
        )
        {
            foreach (var line in Good(rows).Select(Cells).Prepend([.. CreditRecord.Columns.Select(c => c.Label)]).Prepend([.. Codes]))
            {
                foreach (var cell in line)
                    csv.WriteField((string?)cell);
                csv.NextRecord();
            }
        }
        return content.ToArray();
    }

    private static IReadOnlyList<string> Codes => [.. CreditRecord.Columns.Select(c => c.Code)];

    private static IEnumerable<CreditRow> Good(IReadOnlyList<CreditRow> rows) => rows.Where(r => r.Faults.Count == 0);

    private static IReadOnlyList<object?> Cells(CreditRow row) => [.. CreditRecord.Columns.Select(c => c.Of(row.Record))];
}
