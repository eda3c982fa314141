using EnforcementCases.Domain.Penalties;

namespace EnforcementCases.Domain.Cases;

/// <summary>A penalty as it was decided in the ordinary procedure (处罚决定的内容).</summary>
/// <param name="Penalties">Kinds and amounts; empty if the decision consists of orders alone.</param>
/// <param name="Facts">The facts as the decision states them (认定的违法事实).</param>
/// <param name="Reasons">Reasons for the amount (裁量理由).</param>
/// <param name="CorrectionRequired">What has to be put right (责令改正); null if nothing is left to correct.</param>
/// <param name="CorrectionDueOn">Last day to put it right; null: at once.</param>
/// <param name="DistinctBecause">Why this is another offence than one that was fined already; null where there was none.</param>
public sealed record DecidedPenalty(
    IReadOnlyList<PenaltyItem> Penalties,
    string Facts,
    string Reasons,
    string? CorrectionRequired,
    DateOnly? CorrectionDueOn,
    string? DistinctBecause
)
{
    /// <summary>The fine among the penalties; zero if there is none.</summary>
    internal Money Fine => Penalties.Fine();
}
