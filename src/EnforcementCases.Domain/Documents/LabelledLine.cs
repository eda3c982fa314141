namespace EnforcementCases.Domain.Documents;

/// <summary>A line of a form.</summary>
/// <param name="Label">What it is, <c>姓名</c>.</param>
/// <param name="Value">What is filled in.</param>
public sealed record LabelledLine(string Label, string Value);
