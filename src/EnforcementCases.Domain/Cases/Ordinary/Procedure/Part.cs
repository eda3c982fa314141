using System.Collections;
using System.Text.Json;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>A day within the body of an act.</summary>
/// <param name="Member">Path of the member, <c>Items.TakenAt</c>; each item of a list counts.</param>
/// <param name="Name">What it is, in Chinese.</param>
public sealed record Part(string Member, string Name)
{
    /// <summary>The refusal, where the law has one of its own.</summary>
    public DomainError? Error { get; init; }

    /// <summary>It is not earlier than the part before it in the row.</summary>
    public bool Follows { get; init; }

    /// <summary>The days that a body gives.</summary>
    internal IEnumerable<Dated> In(ActBody body) => Read(body, Member.Split('.'), "");

    private IEnumerable<Dated> Read(object? value, ReadOnlyMemory<string> path, string pointer) =>
        value switch
        {
            null => [],
            DateTimeOffset at => [new(Name, at) { Pointer = pointer }],
            DateOnly day => [Dated.On(Name, day) with { Pointer = pointer }],
            IEnumerable list => list.Cast<object?>().SelectMany((item, i) => Read(item, path, $"{pointer}/{i}")),
            _ => Read(
                value.GetType().GetProperty(path.Span[0])!.GetValue(value),
                path[1..],
                $"{pointer}/{JsonNamingPolicy.CamelCase.ConvertName(path.Span[0])}"
            ),
        };
}
