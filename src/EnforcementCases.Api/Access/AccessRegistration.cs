using EnforcementCases.Api.Access.External;
using EnforcementCases.Api.Access.Sessions;
using EnforcementCases.Persistence;
using EnforcementCases.Persistence.Access;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Jobs;
using EnforcementCases.Platform.Snapshots;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;

namespace EnforcementCases.Api.Access;

/// <summary>Sign-in, sessions and rights.</summary>
internal static class AccessRegistration
{
    /// <summary>Default number of rounds of PBKDF2 with HMAC-SHA-512, as OWASP recommends; <c>Identity:PasswordIterations</c> overrides it.</summary>
    private const int PasswordIterations = 210_000;

    public static IServiceCollection AddAccess(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<PasswordHasherOptions>(options =>
            options.IterationCount = configuration.GetValue("Identity:PasswordIterations", PasswordIterations)
        );
        services.AddSingleton<IPasswordHasher<Account>, PasswordHasher<Account>>();
        services.AddSingleton<Passwords>();
        services.AddScoped<IPasswordValidator<Account>, PasswordPolicy>();
        services.AddScoped<IUserStore<Account>, AccountStore>();
        services.AddIdentityCore<Account>(options =>
        {
            options.User.AllowedUserNameCharacters = "abcdefghijklmnopqrstuvwxyz0123456789-._";
            // one policy of our own replaces the five switches
            options.Password.RequiredLength = Passwords.MinLength;
            options.Password.RequireDigit = false;
            options.Password.RequireLowercase = false;
            options.Password.RequireUppercase = false;
            options.Password.RequireNonAlphanumeric = false;
        });
        services.AddSingleton(AccessSettings.From(configuration));
        services.AddSingleton(OidcSettings.From(configuration));
        services.AddSingleton<ExternalAuthority>();
        services.AddSingleton<ExternalIdentity>();
        services.AddSingleton<SealedTickets>();
        services.AddSingleton<SecondFactors>();
        AccessTokens.Register(services);
        services.AddSingleton<RefreshTokens>();
        services.AddSingleton<SessionDirectory>();
        services.AddSingleton<SessionCookie>();
        services.AddHostedService<SessionDirectoryLoop>();
        services.AddScoped<CurrentUser>();
        services.AddScoped<SecurityJournal>();
        services.AddScoped<SessionOpening>();
        services.AddScoped<AccountTransfer>();
        services.AddScoped<OfficeHistory>();
        services.AddSnapshot<OrganDirectory>();
        return services.AddRights(AccessRights.Rows).AddRecurringJobs(AccessJobs.All);
    }

    /// <summary>Identity's store, which leaves saving to the unit of work.</summary>
    private sealed class AccountStore : UserOnlyStore<Account, AppDbContext, Guid>
    {
        public AccountStore(AppDbContext db, IdentityErrorDescriber describer)
            : base(db, describer) => AutoSaveChanges = false;
    }
}
