using System.Collections.Frozen;
using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Penalties;

/// <summary>Kinds of penalty (行政处罚的种类), not grouped, because statistical forms group them differently from year to year. 行政处罚法 第九条.</summary>
public enum PenaltyKind
{
    /// <summary>警告 (第一项).</summary>
    [Term("警告")]
    Warning,

    /// <summary>通报批评 (第一项).</summary>
    [Term("通报批评")]
    PublicCriticism,

    /// <summary>罚款 (第二项).</summary>
    [Term("罚款")]
    Fine,

    /// <summary>没收违法所得 (第二项).</summary>
    [Term("没收违法所得")]
    ConfiscationOfGains,

    /// <summary>没收非法财物 (第二项).</summary>
    [Term("没收非法财物")]
    ConfiscationOfGoods,

    /// <summary>暂扣许可证件 (第三项).</summary>
    [Term("暂扣许可证件")]
    LicenceSuspension,

    /// <summary>降低资质等级 (第三项).</summary>
    [Term("降低资质等级")]
    QualificationDowngrade,

    /// <summary>吊销许可证件 (第三项).</summary>
    [Term("吊销许可证件")]
    LicenceRevocation,

    /// <summary>限制开展生产经营活动 (第四项).</summary>
    [Term("限制开展生产经营活动")]
    RestrictionOfOperation,

    /// <summary>责令停产停业 (第四项).</summary>
    [Term("责令停产停业")]
    SuspensionOfOperation,

    /// <summary>责令关闭 (第四项).</summary>
    [Term("责令关闭")]
    Closure,

    /// <summary>限制从业 (第四项).</summary>
    [Term("限制从业")]
    OccupationBan,

    /// <summary>行政拘留 (第五项): can be imposed only by public security organs.</summary>
    [Term("行政拘留")]
    Detention,
}

/// <summary>The closed list of kinds. 行政处罚法 第九条.</summary>
public static class PenaltyKinds
{
    /// <summary>A word that is no kind of penalty; an order to correct (责令改正) is none.</summary>
    public static readonly DomainError Unknown = new(
        "penalty.kind-unknown",
        "APL-9",
        ErrorKind.RuleBroken,
        "不是法律规定的行政处罚种类",
        PenaltyLaw.At("第九条")
    );

    /// <summary>Penalties on liberty are for public security organs only.</summary>
    public static readonly DomainError DetentionNotOurs = new(
        "penalty.detention-not-ours",
        "APL-18-3",
        ErrorKind.RuleBroken,
        "限制人身自由的行政处罚权只能由公安机关和法律规定的其他机关行使",
        PenaltyLaw.At("第十八条第三款")
    );

    private static readonly FrozenDictionary<PenaltyKind, (int Item, int Weight)> Known = new Dictionary<PenaltyKind, (int, int)>
    {
        [PenaltyKind.Warning] = (1, 0),
        [PenaltyKind.PublicCriticism] = (1, 1),
        [PenaltyKind.Fine] = (2, 2),
        [PenaltyKind.ConfiscationOfGains] = (2, 3),
        [PenaltyKind.ConfiscationOfGoods] = (2, 3),
        [PenaltyKind.LicenceSuspension] = (3, 4),
        [PenaltyKind.QualificationDowngrade] = (3, 5),
        [PenaltyKind.LicenceRevocation] = (3, 9),
        [PenaltyKind.RestrictionOfOperation] = (4, 6),
        [PenaltyKind.SuspensionOfOperation] = (4, 7),
        [PenaltyKind.Closure] = (4, 8),
        [PenaltyKind.OccupationBan] = (4, 8),
        [PenaltyKind.Detention] = (5, 10),
    }.ToFrozenDictionary();

    /// <summary>Number of the item of article 9 that contains it, 1 to 5.</summary>
    public static int Item(this PenaltyKind kind) => Known[kind].Item;

    /// <summary>Severity, used to count a decision under its heaviest kind, light to heavy; two kinds may be equal. A place may order them otherwise.</summary>
    public static int DefaultWeight(this PenaltyKind kind) => Known[kind].Weight;

    /// <summary>The kind with the printed name.</summary>
    /// <exception cref="DomainException"><see cref="Unknown"/>.</exception>
    public static PenaltyKind Parse(string name) =>
        Terms.ByTerm<PenaltyKind>().TryGetValue(name, out var kind) ? kind : throw Unknown.With($"“{name}”不在处罚种类之列");

    /// <summary>Refuses kinds that a street or town can never impose.</summary>
    /// <exception cref="DomainException"><see cref="DetentionNotOurs"/>.</exception>
    public static void EnsureOurs(IEnumerable<PenaltyKind> kinds)
    {
        if (kinds.Contains(PenaltyKind.Detention))
            throw DetentionNotOurs.With("街道、乡镇不能作出行政拘留", "移送公安机关处理");
    }
}
