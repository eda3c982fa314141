using System.Security.Cryptography;
using EnforcementCases.Api.Cases;
using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Fines;

namespace EnforcementCases.Api.Fines;

/// <summary>Codes of our own: nineteen random digits and a check digit, so that a mistyped code pays nobody else's fine. The unique index holds.</summary>
internal sealed class LocalPaymentCodes : IPaymentCodes
{
    public string Next(Organisation organ, DateOnly decidedOn) =>
        PaymentCode.WithCheckDigit(RandomNumberGenerator.GetString("0123456789", PaymentCode.Length - 1));
}
