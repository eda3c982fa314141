namespace EnforcementCases.Domain;

/// <summary>The text is the program's own, written in Chinese; the API gives it in English on request. Text entered by people is never marked.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class BilingualAttribute : Attribute;
