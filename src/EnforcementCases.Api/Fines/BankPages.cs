using EnforcementCases.Platform.Operations;

namespace EnforcementCases.Api.Fines;

/// <summary>The page of the bank or the treasury on which a fine is paid: <c>Fines:BankAddress</c>, with <c>{code}</c> for the payment code.</summary>
/// <param name="template">The setting; null if the installation has none: the payer is then shown where to pay.</param>
internal sealed class BankPages(string? template)
{
    private const string Code = "{code}";

    /// <exception cref="RefusedOperationException">The setting is no address, or has no place for the code.</exception>
    public static BankPages Of(IConfiguration configuration)
    {
        var template = configuration["Fines:BankAddress"];
        if (string.IsNullOrWhiteSpace(template))
            return new(template: null);
        var isAddress =
            template.Contains(Code, StringComparison.Ordinal)
            && Uri.TryCreate(template.Replace(Code, "0", StringComparison.Ordinal), UriKind.Absolute, out var address)
            && address.Scheme is "https" or "http";
        return isAddress
            ? new(template.Trim())
            : throw RefusedOperationException.Usage($"Fines:BankAddress“{template}”应为网址，其中 {Code} 处填缴款码");
    }

    /// <summary>Where a fine is paid; null if the installation has no such page.</summary>
    public string? AddressOf(string paymentCode) => template?.Replace(Code, Uri.EscapeDataString(paymentCode), StringComparison.Ordinal);
}
