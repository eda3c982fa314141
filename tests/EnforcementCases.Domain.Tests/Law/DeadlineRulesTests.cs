using System.Reflection;
using System.Text.RegularExpressions;
using EnforcementCases.Domain.Law;
using Shouldly;
using Xunit;

namespace EnforcementCases.Domain.Tests.Law;

public sealed partial class DeadlineRulesTests
{
    [Fact]
    public void Each_deadline_of_the_law_names_its_row_its_subject_its_article_and_its_start()
    {
        var rules = typeof(DeadlineRule)
            .Assembly.GetTypes()
            .SelectMany(t => t.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(f => f.FieldType == typeof(DeadlineRule))
            .Select(f => (Field: $"{f.DeclaringType!.Name}.{f.Name}", Rule: (DeadlineRule)f.GetValue(null)!))
            .ToList();

        rules.Count.ShouldBeGreaterThan(20);
        foreach (var (field, rule) in rules)
        {
            RuleId().IsMatch(rule.Rule).ShouldBeTrue(field);
            rule.Name.ShouldNotBeNullOrWhiteSpace(field);
            rule.StartEvent.ShouldNotBeNullOrWhiteSpace(field);
            rule.Basis.Instrument.ShouldNotBeNullOrWhiteSpace(field);
            rule.Basis.Article.ShouldNotBeNullOrWhiteSpace(field);
        }
    }

    [GeneratedRegex("^[A-Z]+(-[0-9A-Z]+)*$")]
    private static partial Regex RuleId();
}
