using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Parties;

/// <summary>Two entries of the register of parties were found to be one party (当事人并户).</summary>
/// <param name="Merge">The line of the register.</param>
/// <param name="DistinctBecause">Why fines of one violation and day are for different offences; null if nothing was stated.</param>
public sealed record PartyMerged(PartyMerge Merge, string? DistinctBecause) : IHappened;

/// <summary>A merge was undone (拆分).</summary>
/// <param name="Merge">The line of the register.</param>
public sealed record PartySplit(PartyMerge Merge) : IHappened;
