namespace EnforcementCases.Platform.Recording;

/// <summary>What the verification found.</summary>
/// <param name="Intact">Whether every entry is unchanged and the chain is complete.</param>
/// <param name="Entries">Number of entries checked.</param>
/// <param name="FirstBadSeq">Position of the first bad entry, from 1; null if intact.</param>
/// <param name="Fault">What is wrong at that position; null if intact.</param>
public sealed record RecordVerification(bool Intact, int Entries, int? FirstBadSeq, RecordFault? Fault)
{
    /// <summary>Most findings of one chain that are listed.</summary>
    public const int MostFindings = 100;

    /// <summary>All findings in the order of the chain, at most 100: one does not end the check. Empty if intact.</summary>
    public IReadOnlyList<RecordFinding> Findings { get; init; } = [];

    /// <summary>The outcome of a chain with these findings.</summary>
    internal static RecordVerification Of(int entries, IReadOnlyList<RecordFinding> findings) =>
        findings.Count == 0
            ? new(true, entries, null, null)
            : new(false, entries, findings[0].Seq, findings[0].Fault) { Findings = [.. findings.Take(MostFindings)] };
}

/// <summary>Something that is not as it was written.</summary>
/// <param name="Seq">Position in the chain, from 1.</param>
/// <param name="Fault">What is wrong there.</param>
public sealed record RecordFinding(int Seq, RecordFault Fault);

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

    /// <summary>A value kept outside the record does not open, has another form, or does not match the hash in the record that commits to it.</summary>
    ChangedSecret,

    /// <summary>The chain's head does not match its last entry: entries at the end are missing.</summary>
    CutTail,

    /// <summary>The row or the bytes of an entry do not have the form that the program writes.</summary>
    Unreadable,
}
