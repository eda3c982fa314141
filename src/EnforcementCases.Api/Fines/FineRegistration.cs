using EnforcementCases.Api.Cases;
using EnforcementCases.Api.Fines.Cash;
using EnforcementCases.Platform;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Keys;

namespace EnforcementCases.Api.Fines;

/// <summary>Registers payment codes, receipts and the bank's callback.</summary>
internal static class FineRegistration
{
    public static IServiceCollection AddFines(this IServiceCollection services)
    {
        services.AddSingleton<IPaymentCodes, LocalPaymentCodes>();
        services.AddSingleton(provider =>
            CallbackKey.Of(
                provider.GetRequiredService<IConfiguration>(),
                provider.GetRequiredService<Installation>(),
                provider.GetRequiredService<KeyRing>()
            )
        );
        services.AddSingleton(provider => BankPages.Of(provider.GetRequiredService<IConfiguration>()));
        services.AddScoped<BankCallback>();
        services.AddScoped<CashDesk>();
        services.AddScoped<OnTheSpotCash>();
        services.AddScoped<ICashAtDecision>(provider => provider.GetRequiredService<OnTheSpotCash>());
        services.AddScoped<PaymentDesk>();
        services.AddScoped<CashSheets>();
        services.AddSingleton(provider => BankFileLayout.Of(provider.GetRequiredService<IConfiguration>()));
        return services.AddRights(FineRights.Rows);
    }
}
