using System.Security.Cryptography;
using System.Text;
using EnforcementCases.Domain.Parties;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Publicity;

/// <summary>A decision as the public sees it (公示文本): a masked copy of its own. The decision itself stays as it is.</summary>
public sealed record PublicCopy
{
    /// <summary>Number of the decision (决定书文号).</summary>
    public required string Number { get; init; }

    /// <summary>Name of the organ that decided.</summary>
    public required string Organ { get; init; }

    /// <summary>Legal date of the decision.</summary>
    public required DateOnly DecidedOn { get; init; }

    /// <summary>Kind of decision, in Chinese, <c>行政处罚决定（简易程序）</c>.</summary>
    public required string Decision { get; init; }

    /// <summary>Kind of party.</summary>
    public required PartyKind PartyKind { get; init; }

    /// <summary>Name of the party: an organisation's in full, a natural person's surname and 某.</summary>
    public required string PartyName { get; init; }

    /// <summary>Unified social credit code; null for a natural person and if none is known.</summary>
    public string? PartyCode { get; init; }

    /// <summary>The offence (违法行为), as the catalogue names it.</summary>
    public required string Offence { get; init; }

    /// <summary>Where it happened, masked; null in a summary.</summary>
    public string? Place { get; init; }

    /// <summary>The facts found, masked; null in a summary.</summary>
    public string? Facts { get; init; }

    /// <summary>Articles that were broken and applied (处罚依据).</summary>
    public required IReadOnlyList<string> Basis { get; init; }

    /// <summary>What was decided (处罚内容、处理结果), masked.</summary>
    public required string Result { get; init; }

    /// <summary>Version of the rules by which it was masked.</summary>
    public required int MaskRules { get; init; }

    /// <summary>The copy as it is stored and hashed.</summary>
    public string Write() => Encoding.UTF8.GetString(StoredFormat.Write(this));

    /// <summary>Reads a stored copy.</summary>
    public static PublicCopy Read(string stored) => StoredFormat.Read<PublicCopy>(Encoding.UTF8.GetBytes(stored));

    /// <summary>SHA-256 of a stored copy, 64 lower-case hex digits.</summary>
    public static string HashOf(string stored) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(stored)));
}

/// <summary>A copy that a clerk looks at before it is published, with what was found in its texts.</summary>
/// <param name="Copy">The copy.</param>
/// <param name="Findings">What was hidden, and what the clerk must answer for.</param>
/// <param name="Leaks">What the copy still shows although it must not; empty unless masking failed.</param>
public sealed record DraftCopy(PublicCopy Copy, IReadOnlyList<MaskFinding> Findings, IReadOnlyList<MaskFinding> Leaks)
{
    /// <summary>SHA-256 of the copy: the clerk confirms exactly what was seen.</summary>
    public string Sha256 => PublicCopy.HashOf(Copy.Write());
}
