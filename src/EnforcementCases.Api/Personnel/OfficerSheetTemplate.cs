using EnforcementCases.Platform.Files;
using EnforcementCases.Platform.Language;

namespace EnforcementCases.Api.Personnel;

/// <summary>Writes the empty sheet of officers (人员导入模板), with a second sheet that says how to fill it in.</summary>
internal static class OfficerSheetTemplate
{
    /// <summary>The columns are Chinese in every language: the import knows them by their names.</summary>
    private static readonly string[][] Explanation =
    [
        ["列", "必填", "说明"],
        ["姓名", "是", "按证件填写"],
        ["人员类别", "是", "在编 或者 辅助；辅助人员不得填写证件"],
        ["所属机构", "是", "机构全称或者机构路径，如 /tj/bhxq/hg/zd1/"],
        ["工号", "否", "本机构内的工号；同一机构同一工号视为同一人"],
        ["任职日期", "否", "如 2024-01-31；不填则以发证日期为准，没有证件的以导入当日为准"],
        ["证件号码", "否", "4 至 40 位字母、数字或者连字符；请设为文本格式。填写后其余证件各列必填"],
        ["证件种类", "否", "市级 或者 国家部委"],
        ["发证日期", "否", "如 2024-01-31"],
        ["有效期至", "否", "如 2029-01-30"],
    ];

    public static byte[] Write() =>
        SpreadsheetFile.Write(
            new SpreadsheetSheet("人员", OfficerSheet.Columns, []),
            new(
                English.Current("填写说明"),
                Explanation[0],
                Explanation[1..].Select(row => (string[])[row[0], .. row[1..].Select(English.Current)])
            )
        );
}
