using System.Text.Json;
using System.Text.Json.Nodes;
using EnforcementCases.Domain.Recording;
using Shouldly;

namespace EnforcementCases.Domain.Tests;

/// <summary>What a thing says of itself and what goes into the record, field by field.</summary>
internal static class Recorded
{
    /// <summary>The properties named are as expected; <paramref name="expected"/> is an anonymous object.</summary>
    public static void ShouldHave(this object thing, object expected)
    {
        foreach (var property in expected.GetType().GetProperties())
            thing.GetType().GetProperty(property.Name)!.GetValue(thing).ShouldBe(property.GetValue(expected), property.Name);
    }

    /// <summary>The last entry is of this type and has exactly these fields, hashed in clear and under seal.</summary>
    public static void ShouldRecord(this IRecorded recorded, string type, DateTimeOffset claimedAt, object clear, object? @sealed = null)
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

    private static void ShouldBe(RecordFields fields, object expected)
    {
        var actual = JsonNode.Parse(CanonicalJson.Write(fields));
        JsonNode.DeepEquals(actual, JsonSerializer.SerializeToNode(expected)).ShouldBeTrue(actual?.ToJsonString());
    }
}
