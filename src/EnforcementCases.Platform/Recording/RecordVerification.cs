namespace EnforcementCases.Platform.Recording;

/// <summary>What the verification found.</summary>
/// <param name="Intact">Whether every entry is unchanged and the chain is complete.</param>
/// <param name="Entries">How many entries were checked.</param>
/// <param name="FirstBadSeq">Position of the first bad entry, from 1; null if intact.</param>
/// <param name="Fault">What is wrong there; null if intact.</param>
public sealed record RecordVerification(bool Intact, int Entries, int? FirstBadSeq, RecordFault? Fault);

/// <summary>What can be wrong with a chain.</summary>
public enum RecordFault
{
    /// <summary>Positions are not 1, 2, 3 …: an entry is missing, doubled or moved.</summary>
    BrokenOrder,

    /// <summary>An entry does not point to the one before it.</summary>
    BrokenLink,

    /// <summary>The bytes of an entry do not give its hash.</summary>
    ChangedContent,

    /// <summary>The columns differ from the hashed bytes.</summary>
    ChangedColumns,

    /// <summary>A value kept beside the record is not the one committed to.</summary>
    ChangedSecret,

    /// <summary>The head of the chain does not agree with its last entry: the tail was cut.</summary>
    CutTail,
}
