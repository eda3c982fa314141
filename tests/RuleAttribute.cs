using Xunit.v3;

namespace EnforcementCases;

/// <summary>Says which row of the rule table a test proves; RULES.md lists it.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class, AllowMultiple = true)]
public sealed class RuleAttribute(string rule) : Attribute, ITraitAttribute
{
    public string Rule { get; } = rule;

    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => [new("Rule", Rule)];
}
