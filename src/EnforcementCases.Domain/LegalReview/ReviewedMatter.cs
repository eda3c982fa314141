using System.Security.Cryptography;
using EnforcementCases.Domain.Penalties;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.LegalReview;

/// <summary>The content that a reviewer examined and passed: facts, basis, kinds and amounts of one case, and its order to correct (审核的内容).</summary>
/// <param name="CaseId">The case; the opinion is valid for no other one.</param>
/// <param name="Facts">The facts that the decision states, word by word.</param>
/// <param name="Basis">Legal basis of the penalty, in the order of the decision.</param>
/// <param name="Penalties">Kinds, amounts and terms; their order has no meaning.</param>
/// <param name="CorrectionRequired">What has to be corrected (责令改正); null if no order is made.</param>
/// <param name="CorrectionDueOn">Last day to correct; null: at once.</param>
public sealed record ReviewedMatter(
    Guid CaseId,
    string Facts,
    IReadOnlyList<LegalBasis> Basis,
    IReadOnlyList<PenaltyItem> Penalties,
    string? CorrectionRequired = null,
    DateOnly? CorrectionDueOn = null
)
{
    /// <summary>SHA-256 over the canonical bytes, lower-case hex: equal matters have equal hashes, any change gives another.</summary>
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

    /// <summary>Hash of the reviewed content, distinct from the hash of any other kind of content.</summary>
    internal static string Hash(ReadOnlySpan<byte> purpose, RecordFields matter)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(purpose);
        hash.AppendData(CanonicalJson.Write(matter));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
