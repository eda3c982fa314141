using System.Security.Cryptography;

namespace EnforcementCases.Domain.Recording;

/// <summary>A row that the record fixes: its hash is written into the chain of the case whenever it is made or changed.</summary>
/// <param name="Chain">The chain of the case.</param>
/// <param name="Key">Kind and identity of the row, unique in the chain.</param>
/// <param name="Fields">What is fixed.</param>
public sealed record RowOfRecord(Guid Chain, string Key, RecordFields Fields)
{
    /// <summary>SHA-256("enforcementcases-row-v1\n" ‖ canonical fields), lower-case hex.</summary>
    public string Hash() => Convert.ToHexStringLower(SHA256.HashData([.. "enforcementcases-row-v1\n"u8, .. CanonicalJson.Write(Fields)]));
}

/// <summary>An entity that states which row of the record it is.</summary>
public interface IRowOfRecord
{
    /// <summary>What the record fixes of it.</summary>
    RowOfRecord Row();
}
