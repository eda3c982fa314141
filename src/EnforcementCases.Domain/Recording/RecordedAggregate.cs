namespace EnforcementCases.Domain.Recording;

/// <summary>An event of an aggregate that other capabilities may have to follow up (后续处理) in the same transaction.</summary>
/// <remarks>Raised where the record entry is added, never stored: its content is in the record entry and in the aggregate.</remarks>
public interface IHappened;

/// <summary>An aggregate whose acts are written to the process record (全过程记录). The unit of work writes the pending entries and runs the follow-ups of the events, in the
/// transaction of the act.</summary>
public abstract class RecordedAggregate
{
    private readonly List<RecordDraft> pending = [];
    private readonly List<IHappened> happened = [];

    /// <summary>The chain that its entries belong to: the case, or the organisation for administrative acts.</summary>
    public abstract Guid RecordChainId { get; }

    /// <summary>Path of the organisation it belongs to.</summary>
    public abstract string RecordOrganisationPath { get; }

    /// <summary>Entries not yet written to the record.</summary>
    public IReadOnlyList<RecordDraft> PendingRecord => pending;

    /// <summary>Events not yet followed up, in order.</summary>
    public IReadOnlyList<IHappened> Happened => happened;

    /// <summary>Returns the pending entries for writing and clears them.</summary>
    public IReadOnlyList<RecordDraft> TakePendingRecord()
    {
        IReadOnlyList<RecordDraft> taken = [.. pending];
        pending.Clear();
        return taken;
    }

    /// <summary>Returns the events for follow-up and clears them.</summary>
    public IReadOnlyList<IHappened> TakeHappened()
    {
        IReadOnlyList<IHappened> taken = [.. happened];
        happened.Clear();
        return taken;
    }

    /// <summary>Adds an entry to the record and raises the events that go with it.</summary>
    protected void Record(RecordDraft entry, params ReadOnlySpan<IHappened> events)
    {
        pending.Add(entry);
        Raise(events);
    }

    /// <summary>Raises events whose record entry was added already.</summary>
    protected void Raise(params ReadOnlySpan<IHappened> events) => happened.AddRange(events);
}
