namespace EnforcementCases.Platform.Recording;

/// <summary>What the verification found.</summary>
/// <param name="Intact">Whether every entry holds and the chain is complete.</param>
/// <param name="Entries">How many entries were checked.</param>
/// <param name="FirstBadSeq">Place of the first entry that does not hold; null when intact.</param>
/// <param name="Fault">What is wrong there; null when intact.</param>
public sealed record RecordVerification(bool Intact, int Entries, int? FirstBadSeq, RecordFault? Fault);

/// <summary>What can be wrong with a chain.</summary>
public enum RecordFault
{
    /// <summary>Places are not 1, 2, 3 …: an entry is missing, doubled or moved.</summary>
    BrokenOrder,

    /// <summary>An entry does not point to the one before it.</summary>
    BrokenLink,

    /// <summary>The bytes of an entry do not give its hash.</summary>
    ChangedContent,

    /// <summary>The columns say something else than the hashed bytes.</summary>
    ChangedColumns,

    /// <summary>A value kept beside the record is not the one committed to.</summary>
    ChangedSecret,

    /// <summary>The head of the chain does not agree with its last entry: the tail was cut.</summary>
    CutTail,
}
