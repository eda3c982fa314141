using Shouldly;

namespace EnforcementCases.Domain.Tests;

internal static class Refusals
{
    /// <summary>Refused with this error, or with none at all where it is null.</summary>
    public static void ShouldRefuse(this Action ensure, DomainError? error)
    {
        if (error is null)
            ensure.ShouldNotThrow();
        else
            ensure.ShouldThrow<DomainException>().Error.ShouldBe(error);
    }

    public static void ShouldRefuse(this Action ensure, bool refused, DomainError error) => ensure.ShouldRefuse(refused ? error : null);
}
