using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Recording;
using Shouldly;

namespace EnforcementCases.Domain.Tests;

/// <summary>What a thing says of itself and what goes into the record, field by field.</summary>
internal static partial class Recorded
{
    private static readonly HashSet<string> RuleIds = [.. RuleTable.Rows.Select(r => r.Id)];

    /// <summary>The properties named are as expected; <paramref name="expected"/> is an anonymous object, and one inside it names properties of a part.</summary>
    public static void ShouldHave(this object thing, object expected)
    {
        foreach (var property in expected.GetType().GetProperties())
        {
            var (actual, wanted) = (thing.GetType().GetProperty(property.Name)!.GetValue(thing), property.GetValue(expected));
            if (property.PropertyType.Name.StartsWith("<>f__AnonymousType", StringComparison.Ordinal))
                actual!.ShouldHave(wanted!);
            else
                actual.ShouldBe(wanted, property.Name);
        }
    }

    /// <summary>The last entry is of this type and has exactly these fields, hashed in clear and under seal.</summary>
    public static void ShouldRecord(
        this RecordedAggregate recorded,
        string type,
        DateTimeOffset claimedAt,
        object clear,
        object? @sealed = null
    )
    {
        var entry = recorded.PendingRecord[^1];
        entry.Type.ShouldBe(type);
        entry.ClaimedAt.ShouldBe(claimedAt);
        ShouldBe(entry.Clear, clear);
        if (@sealed is null)
            entry.Sealed.ShouldBeNull();
        else
            ShouldBe(entry.Sealed.ShouldNotBeNull(), @sealed);
    }

    /// <summary>Whatever happened in a case: nothing in its record is without a name, and each deadline names its rule, its subject, its article and its start.</summary>
    public static void ShouldSpeakForItself(this EnforcementCase @case)
    {
        foreach (var entry in @case.PendingRecord)
        {
            Type().IsMatch(entry.Type).ShouldBeTrue(entry.Type);
            ShouldBeNamed(entry.Type, entry.Clear);
            ShouldBeNamed(entry.Type, entry.Sealed ?? []);
        }
        foreach (var why in @case.Deadlines.Select(d => d.Explanation))
            why.ShouldExplainItself();
    }

    /// <summary>A deadline names its rule, its subject, its article and its start.</summary>
    public static void ShouldExplainItself(this DeadlineExplanation why)
    {
        RuleIds.Contains(why.Rule).ShouldBeTrue(why.Rule);
        Chinese().IsMatch(why.Name).ShouldBeTrue(why.Rule);
        Chinese().IsMatch(why.StartEvent).ShouldBeTrue(why.Rule);
        why.Basis.Instrument.ShouldStartWith("《");
        Chinese().IsMatch(why.Basis.Article).ShouldBeTrue(why.Rule);
    }

    private static void ShouldBeNamed(string type, RecordFields fields)
    {
        foreach (var (name, value) in fields)
        {
            Name().IsMatch(name).ShouldBeTrue($"{type} has a field “{name}”");
            if (value is RecordFields group)
                ShouldBeNamed(type, group);
            if (value is object?[] list)
                foreach (var item in list.OfType<RecordFields>())
                    ShouldBeNamed(type, item);
        }
    }

    [GeneratedRegex("^[a-z]+(-[a-z]+)*$")]
    private static partial Regex Type();

    [GeneratedRegex("^[a-z][A-Za-z0-9]*$")]
    private static partial Regex Name();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Chinese();

    private static void ShouldBe(RecordFields fields, object expected)
    {
        var actual = JsonNode.Parse(CanonicalJson.Write(fields));
        JsonNode.DeepEquals(actual, JsonSerializer.SerializeToNode(expected)).ShouldBeTrue(actual?.ToJsonString());
    }
}
