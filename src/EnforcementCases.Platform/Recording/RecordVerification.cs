namespace EnforcementCases.Platform.Recording;

/// <summary>What the verification found.</summary>
/// <param name="Intact">Whether every entry is unchanged and the chain is complete.</param>
/// <param name="Entries">Number of entries checked.</param>
/// <param name="FirstBadSeq">Position of the first bad entry, from 1; null if intact.</param>
/// <param name="Fault">What is wrong at that position; null if intact.</param>
public sealed record RecordVerification(bool Intact, int Entries, int? FirstBadSeq, RecordFault? Fault);

/// <summary>What is wrong with the chain of a record.</summary>
public enum RecordFault
{
    /// <summary>Positions are not 1, 2, 3 …: an entry is missing, duplicated or moved.</summary>
    BrokenOrder,

    /// <summary>An entry does not point to the one before it.</summary>
    BrokenLink,

    /// <summary>The bytes of an entry do not give its hash.</summary>
    ChangedContent,

    /// <summary>The stored columns differ from the hashed bytes.</summary>
    ChangedColumns,

    /// <summary>A value kept outside the record does not match the hash in the record that commits to it.</summary>
    ChangedSecret,

    /// <summary>The chain's head does not match its last entry: entries at the end are missing.</summary>
    CutTail,
}
