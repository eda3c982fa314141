namespace EnforcementCases.Domain.Recording;

/// <summary>State of a verification of the whole record.</summary>
public enum AuditState
{
    /// <summary>It has not come to its end yet.</summary>
    [Term("校验中")]
    Running,

    /// <summary>Everything is as it was written.</summary>
    [Term("完好")]
    Sound,

    /// <summary>Something is not as it was written.</summary>
    [Term("发现异常")]
    Damaged,

    /// <summary>It could not be brought to its end: the database was away, or the program stopped.</summary>
    [Term("未完成")]
    Failed,
}

/// <summary>A verification of the whole record (全过程记录校验): every chain, the log, the rows that the record fixes, every file.</summary>
public sealed class RecordAudit
{
    private RecordAudit() { }

    /// <summary>Begins a verification.</summary>
    /// <param name="by">Who asked for it; null for the nightly one.</param>
    public RecordAudit(Guid id, long seq, Guid? by, DateTimeOffset at) => (Id, Seq, RequestedBy, StartedAt) = (id, seq, by, at);

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>Order of the list.</summary>
    public long Seq { get; private set; }

    /// <summary>Who asked for it; null for the nightly one.</summary>
    public Guid? RequestedBy { get; private set; }

    /// <summary>When it began.</summary>
    public DateTimeOffset StartedAt { get; private set; }

    /// <summary>When it ended; null before.</summary>
    public DateTimeOffset? FinishedAt { get; private set; }

    /// <summary>How it ended.</summary>
    public AuditState State { get; private set; }

    /// <summary>Number of chains checked.</summary>
    public long Chains { get; private set; }

    /// <summary>Number of entries checked.</summary>
    public long Entries { get; private set; }

    /// <summary>Number of leaves of the log checked.</summary>
    public long Leaves { get; private set; }

    /// <summary>Number of rows compared with the record.</summary>
    public long Rows { get; private set; }

    /// <summary>Number of things found that are not as they were written.</summary>
    public int Faults { get; private set; }

    /// <summary>The first of them; null if none.</summary>
    public string? First { get; private set; }

    /// <summary>The first hundred of them, one a line; empty if none.</summary>
    public string Findings { get; private set; } = "";

    /// <summary>It came to its end.</summary>
    public void End(AuditCounts counts, IReadOnlyList<string> faults, DateTimeOffset at)
    {
        (Chains, Entries, Leaves, Rows) = (counts.Chains, counts.Entries, counts.Leaves, counts.Rows);
        (Faults, First) = (faults.Count, faults.Count == 0 ? null : Short(faults[0]));
        Findings = string.Join('\n', faults.Take(100).Select(Short));
        (State, FinishedAt) = (faults.Count == 0 ? AuditState.Sound : AuditState.Damaged, at);
    }

    /// <summary>It could not be brought to its end.</summary>
    public void Fail(DateTimeOffset at) => (State, FinishedAt) = (AuditState.Failed, at);

    private static string Short(string fault) => fault.Length <= 400 ? fault : fault[..400];
}

/// <summary>How much a verification checked.</summary>
public sealed record AuditCounts(long Chains, long Entries, long Leaves, long Rows);
