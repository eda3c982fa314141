namespace EnforcementCases.Domain.Remedies;

/// <summary>What a penalty rests on, as far as two decisions on one offence are compared (事实和理由).</summary>
/// <param name="ViolationCode">The violation.</param>
/// <param name="Basis">The provisions, as cited.</param>
/// <param name="Fine">The fine.</param>
/// <param name="EvidenceSha256">The evidence that supports the facts, each item by the hash of its file.</param>
public sealed record GroundsOfDecision(string ViolationCode, IReadOnlyList<string> Basis, Money Fine, IReadOnlyList<string> EvidenceSha256);

/// <summary>A decision that a remedy struck down (被撤销的决定).</summary>
/// <param name="Number">Number of the decision.</param>
/// <param name="Result">How the remedy ended.</param>
/// <param name="ForProcedureOnly">It fell for violating procedure alone.</param>
/// <param name="Grounds">What it rested on.</param>
public sealed record StruckDownDecision(string Number, RemedyResult Result, bool ForProcedureOnly, GroundsOfDecision Grounds);

/// <summary>No second decision like the one that was struck down (不得重复作出). 行政复议法 第六十四条第二款; 行政诉讼法 第七十一条.</summary>
public static class NotTheSameAgain
{
    /// <summary>Refuses a decision on the same facts and reasons: it needs new evidence, another provision, or a lighter fine. Other words for the same facts change nothing.</summary>
    /// <exception cref="DomainException"><see cref="RemedyResults.SameActAgain"/>.</exception>
    [StatutoryRule("ARL-64-2")]
    public static void Ensure(GroundsOfDecision next, IEnumerable<StruckDownDecision> before)
    {
        foreach (var fallen in before.Where(f => RemedyResults.EffectOf(f.Result).SameActBarred && !f.ForProcedureOnly))
        {
            if (IsSame(next, fallen.Grounds))
            {
                throw RemedyResults.SameActAgain.With(
                    $"决定 {fallen.Number} 被{fallen.Result.Term()}（罚款 {fallen.Grounds.Fine.InYuan} 元），现拟罚款 {next.Fine.InYuan} 元，依据和证据均无变化",
                    "补充新的证据或者更正依据后重新办理"
                );
            }
        }
    }

    private static bool IsSame(GroundsOfDecision next, GroundsOfDecision fallen) =>
        string.Equals(next.ViolationCode, fallen.ViolationCode, StringComparison.Ordinal)
        // a decision on the spot cites what the violation threatens, and nothing by paragraph
        && (next.Basis.Count == 0 || fallen.Basis.Count == 0 || next.Basis.ToHashSet(StringComparer.Ordinal).SetEquals(fallen.Basis))
        && next.Fine >= fallen.Fine
        && next.EvidenceSha256.All(hash => fallen.EvidenceSha256.Contains(hash, StringComparer.Ordinal));
}
