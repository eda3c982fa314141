namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>A call in the file.</summary>
/// <param name="Call">Its content.</param>
/// <param name="Place">Position of the act in the file.</param>
/// <param name="ServedBefore">The call that was served last before this one was written; null if none was.</param>
public sealed record CallOnFile(CallToPerform Call, int Place, ServedPaper? ServedBefore);
