using EnforcementCases.Domain.Access;

namespace EnforcementCases.Api.Cases;

/// <summary>Where payment codes (缴款码) come from: the seam for the treasury's or the bank's own scheme.</summary>
/// <remarks>Asked inside the transaction of the decision: an adapter draws from codes that it fetched before, and asks no network.</remarks>
internal interface IPaymentCodes
{
    /// <summary>A code that was never given before.</summary>
    /// <param name="organ">The street or town that is paid for.</param>
    /// <param name="decidedOn">Legal date of the decision.</param>
    string Next(Organisation organ, DateOnly decidedOn);
}
