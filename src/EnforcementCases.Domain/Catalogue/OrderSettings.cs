using EnforcementCases.Domain.Penalties;

namespace EnforcementCases.Domain.Catalogue;

/// <summary>How orders beside or instead of a penalty are treated in a place (责令停业整治、限期拆除等).</summary>
/// <param name="AsSuspension">Orders treated as 责令停产停业 for hearing, review and discussion, by name.</param>
/// <param name="WithHearing">Orders for which a hearing is offered by themselves, by name.</param>
public sealed record OrderSettings(IReadOnlyList<string> AsSuspension, IReadOnlyList<string> WithHearing)
{
    /// <summary>No order is treated in any way.</summary>
    public static readonly OrderSettings None = new([], []);

    /// <summary>The settings in force.</summary>
    public static OrderSettings From(Func<ParameterKey, ParameterInForce> inForce) =>
        new(inForce(LocalParameters.OrdersAsSuspension).Items, inForce(LocalParameters.OrdersWithHearing).Items);

    /// <summary>Whether an order counts as 责令停产停业.</summary>
    [StatutoryRule("PEN-STOP")]
    public bool IsSuspension(CorrectiveOrder order) => AsSuspension.Contains(order.ToString(), StringComparer.Ordinal);

    /// <summary>The ground of a hearing that an order is by itself; null if none.</summary>
    public HearingGround? GroundOf(CorrectiveOrder order) =>
        IsSuspension(order) ? HearingGround.ClosureOrBan
        : WithHearing.Contains(order.ToString(), StringComparer.Ordinal) ? HearingGround.OtherHeavier
        : null;
}
