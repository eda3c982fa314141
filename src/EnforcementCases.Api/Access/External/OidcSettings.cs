namespace EnforcementCases.Api.Access.External;

/// <summary>The external authority (统一身份认证, OpenID Connect) that people may sign in through: <c>Oidc:*</c>. Off if <c>Authority</c> is empty.</summary>
internal sealed record OidcSettings
{
    /// <summary>Address of the issuer; <c>https</c>, or <c>http</c> on the loopback address.</summary>
    public string Authority { get; init; } = "";

    /// <summary>Client id of this system at the authority.</summary>
    public string ClientId { get; init; } = "";

    /// <summary>Client secret; empty if this system is a public client of the authority.</summary>
    public string ClientSecret { get; init; } = "";

    /// <summary>The claim that identifies a person.</summary>
    public string Claim { get; init; } = "employee_number";

    /// <summary>The requested scopes.</summary>
    public string Scope { get; init; } = "openid profile";

    /// <summary>Addresses to which the authority may return: the sign-in page, the app's own link. The first is the default.</summary>
    public string[] RedirectUris { get; init; } = [];

    /// <summary>Values of <c>amr</c> (RFC 8176) that are trusted as a second factor, such as <c>mfa</c>; if empty, this system asks for its own.</summary>
    public string[] TrustedAmr { get; init; } = [];

    public bool IsConfigured => Authority.Length > 0;

    /// <exception cref="InvalidOperationException">The settings are incomplete or unsafe; the program does not start.</exception>
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

    /// <summary>Whether the connection cannot be overheard: https, or http on the loopback address.</summary>
    public static bool IsSafe(Uri address) =>
        address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback);
}
