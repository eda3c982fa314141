namespace EnforcementCases.Api.Access.External;

/// <summary>The external authority (统一身份认证, OpenID Connect) that people may sign in through: <c>Oidc:*</c>. None where no authority is named.</summary>
internal sealed record OidcSettings
{
    /// <summary>Address of the issuer; <c>https</c>, or <c>http</c> on the loopback address.</summary>
    public string Authority { get; init; } = "";

    /// <summary>What the authority calls this system.</summary>
    public string ClientId { get; init; } = "";

    /// <summary>Empty where the authority treats this system as a public client.</summary>
    public string ClientSecret { get; init; } = "";

    /// <summary>The claim that people are linked by.</summary>
    public string Claim { get; init; } = "employee_number";

    /// <summary>What is asked for.</summary>
    public string Scope { get; init; } = "openid profile";

    /// <summary>Where the authority may send people back: the sign-in page, the app's own link. The first is taken where a client names none.</summary>
    public string[] RedirectUris { get; init; } = [];

    /// <summary>Values of <c>amr</c> (RFC 8176) that are believed to be a second factor, <c>mfa</c>; where none is named, ours is asked for.</summary>
    public string[] TrustedAmr { get; init; } = [];

    public bool IsConfigured => Authority.Length > 0;

    /// <exception cref="InvalidOperationException">Half of it is missing: the program does not start.</exception>
    public static OidcSettings From(IConfiguration configuration)
    {
        var settings = configuration.GetSection("Oidc").Get<OidcSettings>() ?? new();
        if (!settings.IsConfigured)
            return settings;
        if (!Uri.TryCreate(settings.Authority, UriKind.Absolute, out var authority) || !IsSafe(authority))
            throw new InvalidOperationException("Oidc:Authority has to be an https address.");
        if (settings.ClientId.Length == 0 || settings.RedirectUris.Length == 0)
            throw new InvalidOperationException("Oidc:ClientId and Oidc:RedirectUris:0 are needed with Oidc:Authority.");
        return settings;
    }

    /// <summary>Whether nobody on the way can listen.</summary>
    public static bool IsSafe(Uri address) =>
        address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback);
}
