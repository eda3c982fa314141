namespace EnforcementCases.Domain;

/// <summary>Its text is the program's own, written in Chinese; the API says it in English where that is asked for. Nothing that people enter is marked.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class BilingualAttribute : Attribute;
