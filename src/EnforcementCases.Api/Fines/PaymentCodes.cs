using System.Security.Cryptography;
using EnforcementCases.Api.Cases;
using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Fines;

namespace EnforcementCases.Api.Fines;

/// <summary>The product's own codes: nineteen random digits and a check digit, so that a mistyped code cannot pay another fine. A unique index excludes duplicates.</summary>
internal sealed class LocalPaymentCodes : IPaymentCodes
{
    public string Next(Organisation organ, DateOnly decidedOn) =>
        PaymentCode.WithCheckDigit(RandomNumberGenerator.GetString("0123456789", PaymentCode.Length - 1));
}
