using System.Text.RegularExpressions;
using Shouldly;

namespace EnforcementCases.Domain.Tests;

internal static partial class Refusals
{
    /// <summary>Refused with this error, or with none at all where it is null. A refusal says in words what exactly it refuses.</summary>
    /// <param name="saying">What stands in these words, where it depends on the facts.</param>
    public static void ShouldRefuse(this Action ensure, DomainError? error, string saying = "")
    {
        if (error is null)
        {
            ensure.ShouldNotThrow();
            return;
        }
        var refusal = ensure.ShouldThrow<DomainException>();
        refusal.Error.ShouldBe(error);
        refusal.ShouldSayWhat();
        refusal.Detail.ShouldContain(saying);
    }

    /// <inheritdoc cref="ShouldRefuse(Action, DomainError?, string)" />
    public static void ShouldRefuseWith(this Action ensure, string? code) =>
        ensure.ShouldRefuse(code is null ? null : RuleTable.InCode.Single(c => c.Error?.Code == code).Error);

    public static void ShouldRefuse(this Action ensure, bool refused, DomainError error) => ensure.ShouldRefuse(refused ? error : null);

    /// <summary>The errors of obstacles, each of which says in words what is in the way.</summary>
    public static IReadOnlyList<DomainError> Errors(this IEnumerable<DomainException> obstacles) =>
        [
            .. obstacles.Select(o =>
            {
                o.ShouldSayWhat();
                return o.Error;
            }),
        ];

    /// <summary>The detail is there, has no empty place and is no copy of the title; so is the next step where there is one.</summary>
    public static void ShouldSayWhat(this DomainException refusal)
    {
        refusal.Detail.ShouldNotBeNullOrWhiteSpace(refusal.Error.Code);
        refusal.Detail.ShouldNotBe(refusal.Error.Title);
        EmptyPlace().IsMatch(refusal.Detail).ShouldBeFalse(refusal.Detail);
        if (refusal.NextStep?.Text is { } step)
            step.ShouldNotBeNullOrWhiteSpace(refusal.Error.Code);
    }

    [GeneratedRegex("“”|（）|《》|^[，。；、]|[，；、]$")]
    private static partial Regex EmptyPlace();
}
