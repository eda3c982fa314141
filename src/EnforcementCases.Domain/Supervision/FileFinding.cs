namespace EnforcementCases.Domain.Supervision;

/// <summary>A fault that the program found in a file. It is a proposal: a reviewer confirms it, or rejects it with a reason.</summary>
/// <param name="Item">Item of the standard, <c>V-04</c>, <c>S-INV-1</c>.</param>
/// <param name="Points">Points lost; 0 for a veto.</param>
/// <param name="ActId">The act at which it was found; null if the act is what is missing.</param>
/// <param name="Words">What is wrong, in Chinese.</param>
public sealed record FileFinding(string Item, decimal Points, Guid? ActId, string Words);
