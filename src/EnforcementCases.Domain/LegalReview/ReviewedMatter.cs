using System.Security.Cryptography;
using EnforcementCases.Domain.Penalties;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.LegalReview;

/// <summary>What a reviewer saw and passed: facts, basis, kinds and amounts of one case, and the order in it (审核的内容).</summary>
/// <param name="CaseId">The case; an opinion passes no other one.</param>
/// <param name="Facts">The facts that the decision states, word by word.</param>
/// <param name="Basis">What the penalty rests on, in the order of the decision.</param>
/// <param name="Penalties">Kinds, amounts and terms; their order means nothing.</param>
/// <param name="CorrectionRequired">What has to be put right (责令改正); null where nothing is ordered.</param>
/// <param name="CorrectionDueOn">Last day to put it right; null: at once.</param>
public sealed record ReviewedMatter(
    Guid CaseId,
    string Facts,
    IReadOnlyList<LegalBasis> Basis,
    IReadOnlyList<PenaltyItem> Penalties,
    string? CorrectionRequired = null,
    DateOnly? CorrectionDueOn = null
)
{
    /// <summary>SHA-256 over the canonical bytes, lower-case hex: the same matter always has the same, any change has another.</summary>
    public string Sha256() =>
        Hash(
            "enforcementcases-reviewed-matter-v1\n"u8,
            new RecordFields()
                .Add("case", CaseId)
                .Add("facts", Facts)
                .Add("basis", Basis.Select(b => b.ToString()))
                .Add(
                    "penalties",
                    Penalties
                        .OrderBy(p => p.Kind)
                        .Select(p =>
                            new RecordFields().Add("kind", p.Kind).Add("amountFen", p.AmountFen).Add("termDays", (long?)p.TermDays)
                        )
                )
                .Add("correction", CorrectionRequired)
                .Add("correctionDueOn", CorrectionDueOn)
        );

    /// <summary>Hash of what is reviewed, apart from every other kind of thing that is hashed.</summary>
    internal static string Hash(ReadOnlySpan<byte> purpose, RecordFields matter)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(purpose);
        hash.AppendData(CanonicalJson.Write(matter));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
