#if !MUTATION_RUN
using Xunit.v3;
#endif

namespace EnforcementCases;

/// <summary>Says which row of the rule table a test proves; RULES.md lists it.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class, AllowMultiple = true)]
public sealed class RuleAttribute(string rule) : Attribute
#if !MUTATION_RUN // scripts/mutate runs the tests under xunit 2, where a trait needs a discoverer
        , ITraitAttribute
#endif
{
    public string Rule { get; } = rule;

    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => [new("Rule", Rule)];
}
