using EnforcementCases.Domain.Penalties;

namespace EnforcementCases.Domain.Statistics;

/// <summary>A column of a form: the penalties whose heaviest kind is one of its kinds.</summary>
/// <param name="Key">Stable name.</param>
/// <param name="Heading">As the form prints it.</param>
/// <param name="Kinds">Kinds of penalty; none for a column that stays 0 here.</param>
public sealed record PenaltyFormColumn(string Key, string Heading, params IReadOnlyList<PenaltyKind> Kinds);

/// <summary>A form of the table of penalties (行政处罚实施情况统计表, A1), as it was used in some years.</summary>
/// <param name="Key">Stable name.</param>
/// <param name="Name">Title with the years of its use.</param>
/// <param name="InTenThousandYuan">Whether its sums are in 万元; otherwise 元 (ST-7).</param>
/// <param name="Columns">Its columns; every kind of penalty is in one of them.</param>
[StatutoryRule("ST-2"), StatutoryRule("ST-3"), StatutoryRule("ST-7")]
public sealed record PenaltyForm(string Key, string Name, bool InTenThousandYuan, IReadOnlyList<PenaltyFormColumn> Columns)
{
    /// <summary>No such form.</summary>
    public static readonly DomainError Unknown = new("statistics.form-unknown", null, ErrorKind.NotFound, "没有该统计表式");

    /// <summary>The forms, the present one first.</summary>
    public static IReadOnlyList<PenaltyForm> All { get; } =
    [
        new(
            "a1-2024",
            "行政处罚实施情况统计表（2024年起的表式）",
            InTenThousandYuan: true,
            [
                new("warningAndCriticism", "警告、通报批评", PenaltyKind.Warning, PenaltyKind.PublicCriticism),
                new("fine", "罚款", PenaltyKind.Fine),
                Confiscation,
                new(
                    "licenceSuspendOrDowngrade",
                    "暂扣许可证、执照，降低资质等级",
                    PenaltyKind.LicenceSuspension,
                    PenaltyKind.QualificationDowngrade
                ),
                new("licenceRevoke", "吊销许可证、执照", PenaltyKind.LicenceRevocation),
                new("restrictOperation", "限制开展生产经营活动", PenaltyKind.RestrictionOfOperation),
                new(
                    "suspendCloseBan",
                    "责令停产停业、责令关闭、限制从业",
                    PenaltyKind.SuspensionOfOperation,
                    PenaltyKind.Closure,
                    PenaltyKind.OccupationBan
                ),
                Detention,
                new("other", "其他行政处罚"),
            ]
        ),
        new(
            "a1-2021",
            "行政处罚实施情况统计表（2021年表式）",
            InTenThousandYuan: false,
            [
                new("warning", "警告", PenaltyKind.Warning),
                new("criticism", "通报批评", PenaltyKind.PublicCriticism),
                new("fine", "罚款", PenaltyKind.Fine),
                Confiscation,
                new("licenceSuspend", "暂扣许可证件", PenaltyKind.LicenceSuspension),
                new("downgrade", "降低资质等级", PenaltyKind.QualificationDowngrade),
                new("restrictOperation", "限制开展生产经营活动", PenaltyKind.RestrictionOfOperation),
                new("suspend", "责令停产停业", PenaltyKind.SuspensionOfOperation),
                new("closeOrBan", "责令关闭、限制从业", PenaltyKind.Closure, PenaltyKind.OccupationBan),
                new("licenceRevoke", "吊销许可证件", PenaltyKind.LicenceRevocation),
                Detention,
                new("other", "其他行政处罚"),
            ]
        ),
        new(
            "a1-2020",
            "行政处罚实施情况统计表（2021年以前的表式）",
            InTenThousandYuan: true,
            [
                new("warning", "警告", PenaltyKind.Warning),
                new("fine", "罚款", PenaltyKind.Fine),
                Confiscation,
                new("licenceSuspend", "暂扣许可证、执照", PenaltyKind.LicenceSuspension),
                new("suspend", "责令停产停业", PenaltyKind.SuspensionOfOperation),
                new("licenceRevoke", "吊销许可证、执照", PenaltyKind.LicenceRevocation),
                Detention,
                new(
                    "other",
                    "其他行政处罚",
                    PenaltyKind.PublicCriticism,
                    PenaltyKind.QualificationDowngrade,
                    PenaltyKind.RestrictionOfOperation,
                    PenaltyKind.Closure,
                    PenaltyKind.OccupationBan
                ),
            ]
        ),
    ];

    /// <summary>The form of a key.</summary>
    /// <exception cref="DomainException"><see cref="Unknown"/>.</exception>
    public static PenaltyForm Find(string key) =>
        All.FirstOrDefault(f => string.Equals(f.Key, key, StringComparison.Ordinal))
        ?? throw Unknown.With($"表式 {key}", $"使用 {string.Join("、", All.Select(f => f.Key))}");

    private static PenaltyFormColumn Confiscation =>
        new("confiscation", "没收违法所得、没收非法财物", PenaltyKind.ConfiscationOfGains, PenaltyKind.ConfiscationOfGoods);

    private static PenaltyFormColumn Detention => new("detention", "行政拘留", PenaltyKind.Detention);
}
