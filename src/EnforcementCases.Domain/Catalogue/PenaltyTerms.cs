using System.Collections.Frozen;
using EnforcementCases.Domain.Penalties;

namespace EnforcementCases.Domain.Catalogue;

/// <summary>How the kinds of penalty of one provision are combined.</summary>
public enum KindConnector
{
    /// <summary>One kind or none: nothing to combine.</summary>
    Single,

    /// <summary>并处: all of them together; only in versions and assessments of before the branches.</summary>
    And,

    /// <summary>可以并处、可以处: one or several of them; only in versions and assessments of before the branches.</summary>
    Choice,

    /// <summary>Several kinds; the branches of the provision state how they go together.</summary>
    Unclear,
}

/// <summary>What a row of the catalogue threatens: kinds of penalty and, kept apart, orders that are none.</summary>
/// <param name="Kinds">Atomic kinds of 行政处罚法 第九条, in the order of the row.</param>
/// <param name="Orders">Orders that go with them.</param>
/// <param name="Connector">How the kinds go together.</param>
public sealed record ThreatenedPenalties(IReadOnlyList<PenaltyKind> Kinds, IReadOnlyList<CorrectiveOrder> Orders, KindConnector Connector);

/// <summary>Reads the words of a catalogue row (处罚种类) as atomic kinds of penalty. 行政处罚法 第九条.</summary>
public static class PenaltyTerms
{
    /// <summary>A word that is neither a kind of penalty nor a known order.</summary>
    public static readonly DomainError Unknown = new(
        "catalogue.penalty-term-unknown",
        "APL-9",
        ErrorKind.Unacceptable,
        "目录中的处罚种类不能识别"
    );

    private const string OrderMark = "(行政命令)";

    private static readonly FrozenDictionary<string, PenaltyKind[]> OtherNames = new Dictionary<string, PenaltyKind[]>(
        StringComparer.Ordinal
    )
    {
        ["责令停业"] = [PenaltyKind.SuspensionOfOperation],
        ["没收实物或违法收入"] = [PenaltyKind.ConfiscationOfGoods, PenaltyKind.ConfiscationOfGains], // 城乡规划法 第六十四条
        ["没收实物"] = [PenaltyKind.ConfiscationOfGoods],
        ["没收违法收入"] = [PenaltyKind.ConfiscationOfGains],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Reads the words of a row.</summary>
    /// <param name="words">As the row prints them, <c>罚款</c>, <c>责令停止建设、限期改正(行政命令)</c>.</param>
    /// <exception cref="DomainException"><see cref="Unknown"/>.</exception>
    [StatutoryRule("APL-9")]
    public static ThreatenedPenalties Read(IEnumerable<string> words)
    {
        var kinds = new List<PenaltyKind>();
        var orders = new List<CorrectiveOrder>();
        foreach (var word in words)
        {
            if (Terms.ByTerm<PenaltyKind>().TryGetValue(word, out var kind))
                kinds.Add(kind);
            else if (OtherNames.TryGetValue(word, out var several))
                kinds.AddRange(several);
            else
                orders.AddRange(OrdersIn(word));
        }
        if (kinds.Distinct().Count() != kinds.Count)
            throw Unknown.With($"处罚种类重复：{string.Join('、', kinds.Select(k => k.Term()))}");
        return new(kinds, orders, kinds.Count < 2 ? KindConnector.Single : KindConnector.Unclear);
    }

    private static IEnumerable<CorrectiveOrder> OrdersIn(string word)
    {
        var bare = word.EndsWith(OrderMark, StringComparison.Ordinal) ? word[..^OrderMark.Length] : word;
        return bare.Split('、')
            .Select(w => Terms.ByTerm<CorrectiveOrder>().TryGetValue(w, out var order) ? order : throw Unknown.With($"“{word}”"));
    }
}
