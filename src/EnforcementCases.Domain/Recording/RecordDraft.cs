namespace EnforcementCases.Domain.Recording;

/// <summary>An aggregate whose acts go into the process record (全过程记录). The unit of work writes what is pending, in the same transaction.</summary>
public interface IRecorded
{
    /// <summary>The chain that its entries belong to: the case, or the organisation for administrative acts.</summary>
    Guid RecordChainId { get; }

    /// <summary>Path of the organisation it belongs to.</summary>
    string RecordOrganisationPath { get; }

    /// <summary>Acts done and not yet written.</summary>
    IList<RecordDraft> PendingRecord { get; }
}

/// <summary>One act, before it is written into the process record.</summary>
/// <param name="Type">Lower-case name of the act, <c>decided-on-the-spot</c>.</param>
/// <param name="ClaimedAt">When it happened, by the one who says so; the server's own time is added on writing.</param>
/// <param name="Clear">What stands in clear: organisation, procedure, violation and version, kinds, fen, legal dates, number, party kind.</param>
/// <param name="Sealed">What enters as salted commitments only: names, ids, addresses, place, facts, statements.</param>
public sealed record RecordDraft(string Type, DateTimeOffset ClaimedAt, RecordFields Clear, RecordFields? Sealed = null);
