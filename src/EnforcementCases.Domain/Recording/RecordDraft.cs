namespace EnforcementCases.Domain.Recording;

/// <summary>One act, before it is written into the process record.</summary>
/// <param name="Type">Lower-case name of the act, <c>decided-on-the-spot</c>.</param>
/// <param name="ClaimedAt">When it happened, as claimed by the person entering it; the server's own time is added on writing.</param>
/// <param name="Clear">Fields stored in clear: organisation, procedure, violation and version, kinds, fen, legal dates, number, party kind.</param>
/// <param name="Sealed">Fields stored only as salted commitments: names, ids, addresses, place, facts, statements.</param>
public sealed record RecordDraft(string Type, DateTimeOffset ClaimedAt, RecordFields Clear, RecordFields? Sealed = null);
