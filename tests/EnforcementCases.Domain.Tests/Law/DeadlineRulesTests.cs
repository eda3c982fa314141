using System.Reflection;
using System.Text.RegularExpressions;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Cases.Archive;
using EnforcementCases.Domain.Cases.Coercion;
using EnforcementCases.Domain.Cases.OnTheSpot;
using EnforcementCases.Domain.Cases.Ordinary;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Penalties;
using EnforcementCases.Domain.Personnel;
using Shouldly;
using Xunit;
using static EnforcementCases.Domain.Tests.Cases.Ordinary.AnOrdinaryCase;
using static EnforcementCases.Domain.Tests.Law.Calendars;

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

    /// <summary>Those whose length is the place's or the matter's, and which are therefore made where they are counted.</summary>
    [Fact]
    public void A_deadline_that_is_counted_in_code_names_them_too()
    {
        var day = Date("2024-07-10");
        Deadline[] counted =
        [
            Archiving.Due(day, Shipped),
            CoercionTerm.LastDay(day, Shipped),
            CoercionTerm.LastDay(day, Shipped, [new(new(Head, At("2024-07-11")), "情况复杂", Date("2024-07-11"), 10)], []),
            Limitation.LastDayOfDiscovery(day, false, false, Shipped),
            Filing.Due(day, Shipped),
            Defence.LastDay(day, hearingRightNotified: false, Shipped),
            HearingRequest.Due(day, Shipped),
            CriminalTransfer.DecisionDue(At("2024-07-10"), Shipped),
            CriminalTransfer.HandOverDue(At("2024-07-10"), Shipped),
            RegisterPreserve.Due(At("2024-07-10"), Shipped),
            CoerciveMeasure.EmergencyReportDue(At("2024-07-10"), Shipped),
            ReviewerRules.Due(day, Shipped),
            Deadline.From(SimpleProcedure.ReportBack(), day, Shipped),
            DeadlinesOfCase.SetByOrder(day, day.AddDays(3), Shipped),
        ];

        foreach (var deadline in counted)
            deadline.Explanation.ShouldExplainItself();
        CoercionTerm.LastDay(day, Shipped).Explanation.ShouldHave(new { Rule = "ACL-25", Basis = CoercionLaw.At("第二十五条第一款") });
    }

    [GeneratedRegex("^[A-Z]+(-[0-9A-Z]+)*$")]
    private static partial Regex RuleId();
}
