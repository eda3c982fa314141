using System.Security.Claims;
using System.Security.Cryptography;
using EnforcementCases.Platform.Keys;
using EnforcementCases.Platform.Pipeline;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace EnforcementCases.Platform.Access;

/// <summary>Access tokens: ES256 JWT of ten minutes that name account and session and nothing about rights. The only file that knows the bearer package.</summary>
internal sealed class AccessTokens
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    public const string Issuer = "enforcement-cases";
    public const string Audience = "enforcement-cases-api";
    public const string TokenType = "at+jwt"; // RFC 9068: an id token or another JWT of ours is no access token

    private const string SessionClaim = "sid";

    /// <summary>How far the clocks of two replicas may differ.</summary>
    private static readonly TimeSpan ClockSkew = TimeSpan.FromSeconds(30);

    private readonly TimeProvider clock;
    private readonly ECDsaSecurityKey key;
    private readonly JsonWebTokenHandler handler = new() { SetDefaultTimesOnTokenCreation = false };

    public AccessTokens(KeyRing keys, TimeProvider clock)
    {
        this.clock = clock;
        var signing = keys.SigningKey("token-signing");
        key = new(signing)
        {
            KeyId = Base64UrlEncoder.Encode(SHA256.HashData(signing.ExportSubjectPublicKeyInfo()).AsSpan(0, 12).ToArray()),
        };
    }

    /// <summary>Makes a token for a session.</summary>
    public string Issue(Guid accountId, Guid sessionId)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return handler.CreateToken(
            new SecurityTokenDescriptor
            {
                Issuer = Issuer,
                Audience = Audience,
                TokenType = TokenType,
                IssuedAt = now,
                NotBefore = now,
                Expires = now + Lifetime,
                Claims = new Dictionary<string, object>(StringComparer.Ordinal)
                {
                    [JwtRegisteredClaimNames.Sub] = accountId.ToString("D"),
                    [SessionClaim] = sessionId.ToString("D"),
                },
                SigningCredentials = new(key, SecurityAlgorithms.EcdsaSha256),
            }
        );
    }

    /// <summary>The session that an accepted token names; null if the request has no accepted token.</summary>
    public static Guid? SessionOf(ClaimsPrincipal principal) =>
        Guid.TryParse(principal.FindFirst(SessionClaim)?.Value, out var session) ? session : null;

    /// <summary>Whether a request names a token at all, accepted or not.</summary>
    public static bool IsNamedBy(HttpRequest request) =>
        request.Headers.Authorization.ToString().StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase);

    public static void Register(IServiceCollection services)
    {
        services.AddSingleton<AccessTokens>();
        services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer();
        services
            .AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme)
            .Configure<AccessTokens>((options, tokens) => tokens.Pin(options));
    }

    private void Pin(JwtBearerOptions options)
    {
        options.MapInboundClaims = false;
        options.TokenValidationParameters = new()
        {
            ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256],
            ValidTypes = [TokenType],
            ValidIssuer = Issuer,
            ValidAudience = Audience,
            IssuerSigningKey = key,
            TryAllIssuerSigningKeys = false, // a foreign kid is refused, not tried
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            LifetimeValidator = (notBefore, expires, _, _) =>
            {
                var now = clock.GetUtcNow().UtcDateTime;
                return notBefore <= now + ClockSkew && now < expires + ClockSkew;
            },
        };
        options.Events = new()
        {
            OnAuthenticationFailed = failed =>
            {
                // an old token is daily life; anything else was made or changed by somebody
                if (failed.Exception is not SecurityTokenInvalidLifetimeException)
                    failed.HttpContext.RequestServices.GetRequiredService<RequestContext>().TokenRefused = true;
                return Task.CompletedTask;
            },
        };
    }
}
