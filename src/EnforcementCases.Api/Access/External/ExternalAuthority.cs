using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using EnforcementCases.Domain;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace EnforcementCases.Api.Access.External;

/// <summary>What a valid id token proves.</summary>
/// <param name="Person">Value of the configured claim.</param>
/// <param name="HasSecondFactor">The authority states that it checked a second factor, and its statement is trusted.</param>
/// <param name="SignedInAt">When the person signed in at the authority; null if the authority does not state it.</param>
internal sealed record ProvedByAuthority(string Person, bool HasSecondFactor, DateTimeOffset? SignedInAt);

/// <summary>Why an id token was not accepted; written to the security log only.</summary>
internal sealed class NotProvedException(string why) : Exception(why);

/// <summary>Client of the external authority: OpenID Connect Core 1.0, code flow with PKCE (RFC 7636). The protocol is used in this file only.</summary>
/// <remarks>The authority's published metadata is cached for half a day, and read again when a token is signed with an unknown key, at most once a minute.</remarks>
internal sealed class ExternalAuthority : IDisposable
{
    public static readonly DomainError Away = new(
        "session.authority-unavailable",
        null,
        ErrorKind.Unavailable,
        "统一身份认证暂时无法使用，请稍后重试或者使用用户名和口令登录"
    );

    private static readonly TimeSpan KeptFor = TimeSpan.FromHours(12);
    private static readonly TimeSpan ReadAgainAfter = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(1);

    /// <summary>Accepted signature algorithms: none with a shared secret, and never <c>none</c>.</summary>
    private static readonly string[] Algorithms = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"];

    private readonly OidcSettings settings;
    private readonly TimeProvider clock;
    private readonly JsonWebTokenHandler handler = new() { MapInboundClaims = false };
    private readonly SemaphoreSlim reading = new(1, 1);
    private readonly HttpClient http = new(
        new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) }
    )
    {
        Timeout = TimeSpan.FromSeconds(10),
        MaxResponseContentBufferSize = 512 * 1024,
    };
    private volatile Published? published;

    public ExternalAuthority(OidcSettings settings, TimeProvider clock) => (this.settings, this.clock) = (settings, clock);

    /// <summary>Address to which the client sends the browser.</summary>
    /// <exception cref="DomainException"><see cref="Away"/>.</exception>
    public async Task<string> AddressAsync(ExternalSignInTicket ticket, CancellationToken ct)
    {
        var configuration = (await ReadAsync(ct)).Configuration;
        var asked = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["response_type"] = "code",
            ["client_id"] = settings.ClientId,
            ["redirect_uri"] = ticket.RedirectUri,
            ["scope"] = settings.Scope,
            ["state"] = ticket.State,
            ["nonce"] = ticket.Nonce,
            ["code_challenge"] = Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(ticket.Verifier))),
            ["code_challenge_method"] = "S256",
        };
        if (ticket.Fresh)
            asked["max_age"] = "0";
        var query = QueryString.Create(asked);
        var endpoint = configuration.AuthorizationEndpoint;
        return endpoint + (endpoint.Contains('?', StringComparison.Ordinal) ? "&" + query.Value![1..] : query.Value);
    }

    /// <summary>Exchanges the returned code for an id token and checks it.</summary>
    /// <exception cref="NotProvedException">The authority refused the code, or its id token is not valid.</exception>
    /// <exception cref="DomainException"><see cref="Away"/>.</exception>
    public async Task<ProvedByAuthority> ProveAsync(ExternalSignInTicket ticket, string code, CancellationToken ct)
    {
        var known = await ReadAsync(ct);
        var token = await ExchangeAsync(known.Configuration, ticket, code, ct);
        var result = await ValidateAsync(token, known.Configuration);
        if (!result.IsValid && result.Exception is SecurityTokenSignatureKeyNotFoundException && IsOld(known))
            result = await ValidateAsync(token, (await ReadAsync(ct, than: known)).Configuration); // its keys were rotated
        if (!result.IsValid)
            throw new NotProvedException(result.Exception.GetType().Name);
        return Read((JsonWebToken)result.SecurityToken, ticket);
    }

    public void Dispose()
    {
        http.Dispose();
        reading.Dispose();
    }

    private ProvedByAuthority Read(JsonWebToken token, ExternalSignInTicket ticket)
    {
        if (!token.TryGetPayloadValue<string>("nonce", out var nonce) || !Same(nonce, ticket.Nonce))
            throw new NotProvedException("nonce");
        if (token.TryGetPayloadValue<string>("azp", out var party) ? party != settings.ClientId : token.Audiences.Skip(1).Any())
            throw new NotProvedException("azp");
        var persons = token.Claims.Where(c => c.Type == settings.Claim).Select(c => c.Value).ToList();
        if (persons is not [{ Length: > 0 and <= ExternalIdentity.ClaimMaxLength } person])
            throw new NotProvedException("claim");
        var now = clock.GetUtcNow();
        DateTimeOffset? signedInAt =
            token.TryGetPayloadValue<long>("auth_time", out var seconds) && seconds is > 0 and < 10_000_000_000
                ? DateTimeOffset.FromUnixTimeSeconds(Math.Min(seconds, now.ToUnixTimeSeconds())) // a fast clock at the authority must not make a sign-in look fresher
                : null;
        if (ticket.Fresh && !(signedInAt >= ticket.BegunAt - ClockSkew)) // an authority may ignore max_age, so it is checked here
            throw new NotProvedException("auth_time");
        return new(
            person,
            token.Claims.Any(c => c.Type == "amr" && settings.TrustedAmr.Contains(c.Value, StringComparer.Ordinal)),
            signedInAt
        );
    }

    private static bool Same(string a, string b) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(a), Encoding.UTF8.GetBytes(b));

    private Task<TokenValidationResult> ValidateAsync(string token, OpenIdConnectConfiguration configuration) =>
        handler.ValidateTokenAsync(
            token,
            new()
            {
                ValidAlgorithms = Algorithms,
                ValidIssuer = configuration.Issuer,
                ValidAudience = settings.ClientId,
                IssuerSigningKeys = configuration.SigningKeys,
                RequireSignedTokens = true,
                RequireExpirationTime = true,
                LifetimeValidator = (notBefore, expires, _, _) =>
                {
                    var now = clock.GetUtcNow().UtcDateTime;
                    return (notBefore is null || notBefore <= now + ClockSkew) && now < expires + ClockSkew;
                },
            }
        );

    private async Task<string> ExchangeAsync(
        OpenIdConnectConfiguration configuration,
        ExternalSignInTicket ticket,
        string code,
        CancellationToken ct
    )
    {
        var form = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["grant_type"] = "authorization_code",
            ["code"] = code,
            ["redirect_uri"] = ticket.RedirectUri,
            ["code_verifier"] = ticket.Verifier,
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, configuration.TokenEndpoint);
        var methods = configuration.TokenEndpointAuthMethodsSupported;
        if (settings.ClientSecret.Length > 0 && (methods.Count == 0 || methods.Contains("client_secret_basic")))
        {
            var named = $"{Uri.EscapeDataString(settings.ClientId)}:{Uri.EscapeDataString(settings.ClientSecret)}";
            request.Headers.Authorization = new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(named)));
        }
        else
        {
            form["client_id"] = settings.ClientId;
            if (settings.ClientSecret.Length > 0)
                form["client_secret"] = settings.ClientSecret;
        }
        request.Content = new FormUrlEncodedContent(form);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        try
        {
            using var answer = await http.SendAsync(request, ct);
            if ((int)answer.StatusCode >= 500)
                throw Away.With(string.Create(CultureInfo.InvariantCulture, $"统一身份认证返回 {(int)answer.StatusCode}"));
            if (!answer.IsSuccessStatusCode)
                throw new NotProvedException(string.Create(CultureInfo.InvariantCulture, $"code refused with {(int)answer.StatusCode}"));
            using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(ct));
            return json.RootElement.TryGetProperty("id_token", out var token) && token.GetString() is { Length: > 0 } text
                ? text
                : throw new NotProvedException("no id token");
        }
        catch (Exception error) when (IsAway(error, ct))
        {
            throw Away.With("未能连接统一身份认证");
        }
    }

    /// <summary>The authority's published metadata.</summary>
    /// <param name="than">Metadata that is known and must be replaced by a newer one; null accepts the cached one.</param>
    private async Task<Published> ReadAsync(CancellationToken ct, Published? than = null)
    {
        if (published is { } known && known != than && clock.GetElapsedTime(known.ReadAt) < KeptFor)
            return known;
        await reading.WaitAsync(ct);
        try
        {
            if (published is { } other && other != than && clock.GetElapsedTime(other.ReadAt) < KeptFor)
                return other;
            var issuer = settings.Authority.TrimEnd('/');
            var configuration = await OpenIdConnectConfigurationRetriever.GetAsync(
                issuer + "/.well-known/openid-configuration",
                new HttpDocumentRetriever(http) { RequireHttps = !new Uri(settings.Authority).IsLoopback },
                ct
            );
            if (
                configuration.Issuer?.TrimEnd('/') != issuer
                || !IsSafe(configuration.AuthorizationEndpoint)
                || !IsSafe(configuration.TokenEndpoint)
            )
                throw Away.With("统一身份认证发布的配置与设定不符");
            return published = new(configuration, clock.GetTimestamp());
        }
        catch (Exception error) when (IsAway(error, ct))
        {
            throw Away.With("未能读取统一身份认证的配置");
        }
        finally
        {
            reading.Release();
        }
    }

    private bool IsOld(Published known) => clock.GetElapsedTime(known.ReadAt) > ReadAgainAfter;

    private static bool IsSafe(string? address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && OidcSettings.IsSafe(uri);

    private static bool IsAway(Exception error, CancellationToken ct) =>
        error is HttpRequestException or IOException or JsonException or InvalidOperationException or ArgumentException
        || (error is OperationCanceledException && !ct.IsCancellationRequested);

    private sealed record Published(OpenIdConnectConfiguration Configuration, long ReadAt);
}
