using EnforcementCases.Domain.Access;

namespace EnforcementCases.Api.Cases;

/// <summary>Where payment codes (缴款码) come from: the seam for the treasury's or the bank's own scheme.</summary>
/// <remarks>Called inside the transaction of the decision: an adapter takes codes that it fetched before, without a network call.</remarks>
internal interface IPaymentCodes
{
    /// <summary>A code that was never used before.</summary>
    /// <param name="organ">The street or town to which the fine is paid.</param>
    /// <param name="decidedOn">Legal date of the decision.</param>
    string Next(Organisation organ, DateOnly decidedOn);
}
