using EnforcementCases.Domain.Parties;
using EnforcementCases.Domain.Penalties;

namespace EnforcementCases.Domain.Publicity;

/// <summary>Why the credit platform would not take a record (双公示数据校验不通过).</summary>
/// <param name="Field">Code of the column, <c>CF_XDR_SHXYM</c>.</param>
/// <param name="Problem">What is wrong, in Chinese.</param>
/// <param name="Mend">What to do, in Chinese.</param>
public sealed record CreditFault(string Field, [property: Bilingual] string Problem, [property: Bilingual] string Mend);

/// <summary>Checks a record before the platform does (双公示数据校验). 发改办财金〔2018〕424号.</summary>
[StatutoryRule("APL-48-1")]
public static class CreditChecks
{
    /// <summary>Columns that are never empty.</summary>
    private static readonly string[] Required =
    [
        "CF_XDR_MC",
        "CF_XDR_LB",
        "CF_WSH",
        "CF_WFXW",
        "CF_SY",
        "CF_YJ",
        "CF_CFLB",
        "CF_NR",
        "CF_JDRQ",
        "CF_YXQ",
        "CF_CFJG",
        "CF_CFJGDM",
        "CF_SJLY",
        "CF_SJLYDM",
    ];

    private static readonly PenaltyKind[] OfLicences =
    [
        PenaltyKind.LicenceSuspension,
        PenaltyKind.LicenceRevocation,
        PenaltyKind.QualificationDowngrade,
    ];

    /// <summary>Everything that is wrong with a record; empty if it can be sent.</summary>
    public static IReadOnlyList<CreditFault> Of(CreditRecord record, DateOnly today) =>
        [.. Shapes(record), .. Party(record), .. Penalty(record), .. Days(record, today), .. Texts(record)];

    private static IEnumerable<CreditFault> Shapes(CreditRecord record)
    {
        foreach (var column in CreditRecord.Columns)
        {
            var value = column.Of(record);
            if (value.Length > column.MaxLength)
                yield return new(column.Code, "超过标准规定的长度", "在案件中改写该项内容");
            else if (string.IsNullOrWhiteSpace(value) && Required.Contains(column.Code, StringComparer.Ordinal))
                yield return column.Code is "CF_CFJGDM" or "CF_SJLYDM"
                    ? new(column.Code, "没有填写", "由目录管理员在参数 publish.credit.organCode 中录入并确认本机关的统一社会信用代码")
                    : new(column.Code, "没有填写", "在案件中补录该项内容");
        }
    }

    private static IEnumerable<CreditFault> Party(CreditRecord record)
    {
        if (record.Age < PartyAge.AdultFrom)
            yield return new("CF_XDR_MC", "当事人为未成年人", "不得报送");
        if (record.PartyKind is PartyKind.Citizen)
        {
            if (record.PersonDocument.Length == 0)
                yield return new("CF_XDR_ZJLX", "自然人没有证件类型", "核实当事人证件");
            if (record.PersonNumber.Length == 0)
                yield return new("CF_XDR_ZJHM", "自然人没有证件号码", "核实当事人证件");
            yield break;
        }
        if (record.PartyCode.Length == 0)
            yield return new("CF_XDR_SHXYM", "没有统一社会信用代码", "核对营业执照后补录");
        else if (!IsCode(record.PartyCode))
            yield return new("CF_XDR_SHXYM", "统一社会信用代码校验位不符", "核对营业执照");
        else if (record.PartyCode.StartsWith("92", StringComparison.Ordinal) != (record.PartyKind is PartyKind.IndividualBusiness))
            yield return new("CF_XDR_LB", "行政相对人类别与统一社会信用代码不符", "核对当事人类别");
        if (record.Representative.Length == 0)
            yield return new("CF_FRDB", "没有法定代表人或者经营者", "核对营业执照后补录");
        if (IsCode(record.OrganCode) && record.PartyCode == record.OrganCode)
            yield return new("CF_XDR_SHXYM", "行政相对人与处罚机关的代码相同", "核对当事人");
    }

    private static IEnumerable<CreditFault> Penalty(CreditRecord record)
    {
        if (record.FineFen is { } fine)
        {
            if (fine <= 0)
                yield return new("CF_NR_FK", "罚款金额应当大于零", "核对处罚决定");
            else if (fine != record.DecidedFineFen)
                yield return new("CF_NR_FK", "罚款金额与处罚决定不一致", "核对处罚决定");
        }
        else if (record.DecidedFineFen > 0)
        {
            yield return new("CF_CFLB", "处罚决定有罚款而类别中没有", "核对处罚决定");
        }
        if (record.Penalties.Any(p => p.Kind is PenaltyKind.ConfiscationOfGains && p.AmountFen <= 0))
            yield return new("CF_NR_WFFF", "没收违法所得没有金额", "核对处罚决定");
        if (record.Penalties.Any(p => OfLicences.Contains(p.Kind)) && record.Licence.Length == 0)
            yield return new("CF_NR_ZKDX", "没有证照名称及编号", "系统不记载证照，该条记录须在信用平台人工录入");
        foreach (var code in new[] { "CF_CFJGDM", "CF_SJLYDM" })
        {
            if (record.OrganCode.Length > 0 && !IsCode(record.OrganCode))
                yield return new(code, "统一社会信用代码校验位不符", "由目录管理员在参数 publish.credit.organCode 中更正");
        }
    }

    private static IEnumerable<CreditFault> Days(CreditRecord record, DateOnly today)
    {
        if (record.DecidedOn > today)
            yield return new("CF_JDRQ", "处罚决定日期晚于今天", "核对处罚决定");
        if (record.EffectiveUntil < record.DecidedOn)
            yield return new("CF_YXQ", "处罚有效期早于处罚决定日期", "核对处罚决定");
        if (record.DisplayUntil < record.DecidedOn)
            yield return new("CF_GSJZQ", "公示截止期早于处罚决定日期", "核对分类和公示期");
    }

    /// <summary>Texts that still hold the number of a person.</summary>
    private static IEnumerable<CreditFault> Texts(CreditRecord record) =>
        from text in new[] { ("CF_SY", record.Facts), ("CF_NR", record.Content) }
        where TextMask.Apply(text.Item2, new()).Findings.Any(f => f.Kind is MaskKind.LongNumber or MaskKind.MobileNumber or MaskKind.Plate)
        select new CreditFault(text.Item1, "含有证件号码、电话号码等个人信息", "更正公示文本，隐去该内容");

    private static bool IsCode(string code) => CreditCode.TryParse(code)?.Value == code;
}
