using EnforcementCases.Api.Tests.Fixture;

namespace EnforcementCases.Api.Tests.Breaker;

/// <summary>A lawful history.</summary>
/// <param name="Name">In a few words.</param>
/// <param name="Story">Plays it.</param>
internal sealed record History(string Name, Func<ApiFixture, Task> Story);
