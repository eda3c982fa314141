using System.Globalization;
using EnforcementCases.Domain.Parties;
using EnforcementCases.Domain.Penalties;

namespace EnforcementCases.Domain.Publicity;

/// <summary>One record of the double publication of penalties (双公示行政处罚信息), with the columns of the standard of 发改办财金〔2018〕424号.</summary>
public sealed record CreditRecord
{
    /// <summary>Written where a date has no end.</summary>
    public static readonly DateOnly NoEnd = new(2099, 12, 31);

    /// <summary>Its columns in their order, with label and the most characters that the standard allows.</summary>
    public static readonly IReadOnlyList<CreditColumn> Columns =
    [
        new("CF_XDR_MC", "行政相对人名称", 200, r => r.PartyName),
        new("CF_XDR_LB", "行政相对人类别", 16, r => r.PartyClass),
        new("CF_XDR_SHXYM", "行政相对人代码_1（统一社会信用代码）", 18, r => r.PartyCode),
        new("CF_XDR_GSZC", "行政相对人代码_2（工商注册号）", 50, _ => ""),
        new("CF_XDR_ZZJG", "行政相对人代码_3（组织机构代码）", 9, _ => ""),
        new("CF_XDR_SWDJ", "行政相对人代码_4（税务登记号）", 15, _ => ""),
        new("CF_XDR_SYDW", "行政相对人代码_5（事业单位证书号）", 12, _ => ""),
        new("CF_XDR_SHZZ", "行政相对人代码_6（社会组织登记证号）", 50, _ => ""),
        new("CF_FRDB", "法定代表人", 50, r => r.Representative),
        new("CF_FR_ZJLX", "法定代表人证件类型", 64, _ => ""),
        new("CF_FR_ZJHM", "法定代表人证件号码", 64, _ => ""),
        new("CF_XDR_ZJLX", "自然人证件类型", 64, r => r.PersonDocument),
        new("CF_XDR_ZJHM", "自然人证件号码", 64, r => r.PersonNumber),
        new("CF_WSH", "行政处罚决定书文号", 128, r => r.Number),
        new("CF_WFXW", "违法行为类型", 2000, r => r.Offence),
        new("CF_SY", "违法事实", 5000, r => r.Facts),
        new("CF_YJ", "处罚依据", 2048, r => r.Basis),
        new("CF_CFLB", "处罚类别", 128, r => r.Kinds),
        new("CF_NR", "处罚内容", 4000, r => r.Content),
        new("CF_NR_FK", "罚款金额（万元）", 25, r => InTenThousands(r.FineFen)),
        new("CF_NR_WFFF", "没收违法所得、没收非法财物的金额（万元）", 25, r => InTenThousands(r.ConfiscatedFen)),
        new("CF_NR_ZKDX", "暂扣或吊销证照名称及编号", 200, r => r.Licence),
        new("CF_JDRQ", "处罚决定日期", 10, r => Day(r.DecidedOn)),
        new("CF_YXQ", "处罚有效期", 10, r => Day(r.EffectiveUntil)),
        new("CF_GSJZQ", "公示截止期", 10, r => Day(r.DisplayUntil)),
        new("CF_CFJG", "处罚机关", 200, r => r.Organ),
        new("CF_CFJGDM", "处罚机关统一社会信用代码", 18, r => r.OrganCode),
        new("CF_SJLY", "数据来源单位", 200, r => r.Organ),
        new("CF_SJLYDM", "数据来源单位统一社会信用代码", 18, r => r.OrganCode),
        new("BZ", "备注", 512, _ => ""),
    ];

    /// <summary>Name of the party, in full: the record is not a page of the organ.</summary>
    public required string PartyName { get; init; }

    /// <summary>Kind of party.</summary>
    public required PartyKind PartyKind { get; init; }

    /// <summary>Age on the day of the offence; null for an organisation and if unknown.</summary>
    public int? Age { get; init; }

    /// <summary>Unified social credit code; empty if none.</summary>
    public string PartyCode { get; init; } = "";

    /// <summary>Legal representative or operator; empty if none.</summary>
    public string Representative { get; init; } = "";

    /// <summary>Kind of document of a natural person; empty for others.</summary>
    public string PersonDocument { get; init; } = "";

    /// <summary>Number of that document; empty for others.</summary>
    public string PersonNumber { get; init; } = "";

    /// <summary>Number of the decision.</summary>
    public required string Number { get; init; }

    /// <summary>The offence.</summary>
    public required string Offence { get; init; }

    /// <summary>The facts, masked.</summary>
    public required string Facts { get; init; }

    /// <summary>The provisions, with article, paragraph and item.</summary>
    public required string Basis { get; init; }

    /// <summary>The penalties.</summary>
    public required IReadOnlyList<PenaltyItem> Penalties { get; init; }

    /// <summary>The fine of the decision as the case has it, in fen: the record must state the same.</summary>
    public required long DecidedFineFen { get; init; }

    /// <summary>What was decided, masked.</summary>
    public required string Content { get; init; }

    /// <summary>Name and number of the licence; empty if none is concerned.</summary>
    public string Licence { get; init; } = "";

    /// <summary>Legal date of the decision.</summary>
    public required DateOnly DecidedOn { get; init; }

    /// <summary>Last day of the penalty's own effect; <see cref="NoEnd"/> if it has none.</summary>
    public DateOnly EffectiveUntil { get; init; } = NoEnd;

    /// <summary>Last day of display; <see cref="NoEnd"/> if it has none.</summary>
    public DateOnly DisplayUntil { get; init; } = NoEnd;

    /// <summary>Full name of the organ.</summary>
    public required string Organ { get; init; }

    /// <summary>Its unified social credit code; empty if the place has not entered it.</summary>
    public required string OrganCode { get; init; }

    /// <summary>Class of the party in the words of the standard.</summary>
    public string PartyClass =>
        PartyKind is PartyKind.Citizen ? "自然人"
        : PartyKind is PartyKind.IndividualBusiness ? "个体工商户"
        : "法人及非法人组织";

    /// <summary>The kinds in the words of the standard, joined by a semicolon.</summary>
    public string Kinds => string.Join(';', Penalties.Select(p => p.Kind.Term()));

    /// <summary>The fine in fen; null if there is none.</summary>
    public long? FineFen => AmountOf(PenaltyKind.Fine);

    /// <summary>Gains and goods confiscated, in fen; null if there are none.</summary>
    public long? ConfiscatedFen =>
        AmountOf(PenaltyKind.ConfiscationOfGains) is var gains
        && AmountOf(PenaltyKind.ConfiscationOfGoods) is var goods
        && gains is null
        && goods is null
            ? null
            : (gains ?? 0) + (goods ?? 0);

    /// <summary>Last day of the effect of penalties (处罚有效期): the longest term, counted from the day after the decision; <see cref="NoEnd"/> if none has a term or one lasts without end.</summary>
    public static DateOnly EndOf(DateOnly decidedOn, IReadOnlyCollection<PenaltyItem> penalties)
    {
        var lasting = penalties
            .Where(p => !PenaltyItems.HasAmount(p.Kind) && p.Kind is not (PenaltyKind.Warning or PenaltyKind.PublicCriticism))
            .ToList();
        if (lasting.Count == 0 || lasting.Exists(p => p.TermDays is null))
            return NoEnd;
        var last = decidedOn.AddDays(lasting.Max(p => p.TermDays!.Value));
        return last < NoEnd ? last : NoEnd;
    }

    private long? AmountOf(PenaltyKind kind) => Penalties.FirstOrDefault(p => p.Kind == kind)?.AmountFen;

    /// <summary>Yuan divided by ten thousand, exact: six decimals hold every fen.</summary>
    public static string InTenThousands(long? fen) =>
        fen is { } amount ? (amount / 1_000_000m).ToString("0.000000", CultureInfo.InvariantCulture) : "";

    private static string Day(DateOnly day) => day.ToString("yyyy/MM/dd", CultureInfo.InvariantCulture);
}

/// <summary>A column of the record.</summary>
/// <param name="Code">Code of the standard.</param>
/// <param name="Label">Its label.</param>
/// <param name="MaxLength">Most characters.</param>
/// <param name="Of">Its value in a record.</param>
public sealed record CreditColumn(string Code, string Label, int MaxLength, Func<CreditRecord, string> Of);
