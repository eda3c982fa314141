namespace EnforcementCases.Domain;

/// <summary>Marks the one place that implements a row of the rule table without a refusal of its own (a computation, a text, a count).</summary>
/// <remarks>Rows with a refusal are found by their <see cref="DomainError"/>; both together make up <c>RULES.md</c>.</remarks>
/// <param name="rule">Id in the rule table, <c>TIME-START</c>.</param>
[AttributeUsage(AttributeTargets.All, AllowMultiple = true, Inherited = false)]
public sealed class StatutoryRuleAttribute(string rule) : Attribute
{
    /// <summary>Id in the rule table.</summary>
    public string Rule { get; } = rule;
}
