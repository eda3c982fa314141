namespace EnforcementCases.Domain.Recording;

/// <summary>One act, before it is written into the process record.</summary>
/// <param name="Type">Lower-case name of the act, <c>decided-on-the-spot</c>.</param>
/// <param name="ClaimedAt">When it happened, by the one who says so; the server's own time is added on writing.</param>
/// <param name="Clear">What stands in clear: organisation, procedure, violation and version, kinds, fen, legal dates, number, party kind.</param>
/// <param name="Sealed">What enters as salted commitments only: names, ids, addresses, place, facts, statements.</param>
public sealed record RecordDraft(string Type, DateTimeOffset ClaimedAt, RecordFields Clear, RecordFields? Sealed = null);
