using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EnforcementCases.Api.Tests.Fixture;

/// <summary>A small OpenID Connect authority on a port of its own: discovery, keys, the code flow with PKCE and a client secret. Whoever is sent to it is the
/// person that a test says, and what it signs can be spoilt.</summary>
internal sealed class LocalAuthority : IAsyncDisposable
{
    public const string ClientId = "enforcement-cases";
    public const string ClientSecret = "a secret: with / signs+";
    public const string RedirectUri = "https://desk.example/signed-in";

    private readonly WebApplication app;
    private readonly ConcurrentDictionary<string, JsonObject> codes = new(StringComparer.Ordinal);
    private RSA key = RSA.Create(2048);
    private string keyId = "key-1";

    private LocalAuthority()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.MapGet("/.well-known/openid-configuration", Discovery);
        app.MapGet("/keys", Keys);
        app.MapGet("/authorize", Authorize);
        app.MapPost("/token", Token);
    }

    /// <summary>Its address, and what it calls itself.</summary>
    public string Issuer { get; private set; } = "";

    /// <summary>The clock that its tokens go by.</summary>
    public TimeProvider Clock { get; set; } = TimeProvider.System;

    /// <summary>Changes what is about to be signed: header and claims.</summary>
    public Action<JsonObject, JsonObject>? Spoil { get; set; }

    /// <summary>Signs with this instead of its key.</summary>
    public RSA? ForeignKey { get; set; }

    /// <summary>Since when it knows the person who is sent to it; null: asks everybody. Whoever is sent with <c>max_age=0</c> is asked all the same.</summary>
    public DateTimeOffset? KnownSince { get; set; }

    /// <summary>Says since when it knows the person although <c>max_age</c> asked for more.</summary>
    public bool OverlooksMaxAge { get; set; }

    /// <summary>Answers nothing but 503.</summary>
    public bool Away { get; set; }

    public static async Task<LocalAuthority> StartAsync()
    {
        var authority = new LocalAuthority();
        await authority.app.StartAsync();
        authority.Issuer = authority.app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        return authority;
    }

    /// <summary>What the program is told about it.</summary>
    public (string Key, string Value)[] Settings(params (string Key, string Value)[] more) =>
        [
            ("Oidc:Authority", Issuer),
            ("Oidc:ClientId", ClientId),
            ("Oidc:ClientSecret", ClientSecret),
            ("Oidc:RedirectUris:0", RedirectUri),
            ("Oidc:RedirectUris:1", "enforcement-cases://signed-in"),
            .. more,
        ];

    /// <summary>Signs with another key from now on.</summary>
    public void RotateKey() => (key, keyId) = (RSA.Create(2048), keyId + "+");

    /// <summary>What a browser does: opens the address as a person who has signed in there, and comes back with a code.</summary>
    public static async Task<(string Code, string State)> Browse(string address, string employeeNumber, params string[] amr)
    {
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        using var answer = await browser.GetAsync($"{address}&test_person={employeeNumber}&test_amr={string.Join(' ', amr)}");
        var query = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(answer.Headers.Location!.Query);
        return (query["code"].ToString(), query["state"].ToString());
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        key.Dispose();
    }

    private IResult Discovery() =>
        Away
            ? Results.StatusCode(503)
            : Results.Json(
                new Dictionary<string, object>(StringComparer.Ordinal)
                {
                    ["issuer"] = Issuer,
                    ["authorization_endpoint"] = $"{Issuer}/authorize",
                    ["token_endpoint"] = $"{Issuer}/token",
                    ["jwks_uri"] = $"{Issuer}/keys",
                    ["id_token_signing_alg_values_supported"] = new[] { "RS256" },
                }
            );

    private IResult Keys()
    {
        var parameters = key.ExportParameters(includePrivateParameters: false);
        return Results.Json(
            new
            {
                keys = new[]
                {
                    new
                    {
                        kty = "RSA",
                        use = "sig",
                        alg = "RS256",
                        kid = keyId,
                        n = Base64Url.EncodeToString(parameters.Modulus),
                        e = Base64Url.EncodeToString(parameters.Exponent),
                    },
                },
            }
        );
    }

    private IResult Authorize(HttpRequest request)
    {
        string Of(string name) => request.Query[name].ToString();
        if (Of("client_id") != ClientId || Of("response_type") != "code" || Of("code_challenge_method") != "S256")
            return Results.BadRequest();
        var code = Guid.NewGuid().ToString("N");
        codes[code] = new()
        {
            ["redirect"] = Of("redirect_uri"),
            ["challenge"] = Of("code_challenge"),
            ["nonce"] = Of("nonce"),
            ["person"] = Of("test_person"),
            ["amr"] = Of("test_amr"),
            ["asked_at"] =
                (Of("max_age") == "0" && !OverlooksMaxAge ? null : KnownSince)?.ToUnixTimeSeconds()
                ?? Clock.GetUtcNow().ToUnixTimeSeconds(),
        };
        return Results.Redirect($"{Of("redirect_uri")}?code={code}&state={Uri.EscapeDataString(Of("state"))}");
    }

    private async Task<IResult> Token(HttpRequest request)
    {
        if (Away)
            return Results.StatusCode(503);
        var form = await request.ReadFormAsync();
        var secret = $"{Uri.EscapeDataString(ClientId)}:{Uri.EscapeDataString(ClientSecret)}";
        if (request.Headers.Authorization != $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes(secret))}")
            return Results.Unauthorized();
        var challenge = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString())));
        if (
            !codes.TryRemove(form["code"].ToString(), out var asked) // a code is good once
            || asked["redirect"]!.GetValue<string>() != form["redirect_uri"]
            || asked["challenge"]!.GetValue<string>() != challenge
        )
            return Results.BadRequest(new { error = "invalid_grant" });
        return Results.Json(
            new
            {
                access_token = "x",
                token_type = "Bearer",
                id_token = IdToken(asked),
            }
        );
    }

    private string IdToken(JsonObject asked)
    {
        var now = Clock.GetUtcNow().ToUnixTimeSeconds();
        var header = new JsonObject
        {
            ["alg"] = "RS256",
            ["kid"] = keyId,
            ["typ"] = "JWT",
        };
        var claims = new JsonObject
        {
            ["iss"] = Issuer,
            ["aud"] = ClientId,
            ["sub"] = "sub-" + asked["person"],
            ["iat"] = now,
            ["exp"] = now + 300,
            ["auth_time"] = asked["asked_at"]!.GetValue<long>(),
            ["nonce"] = asked["nonce"]!.GetValue<string>(),
            ["employee_number"] = asked["person"]!.GetValue<string>(),
            ["amr"] = new JsonArray([.. asked["amr"]!.GetValue<string>().Split(' ').Select(a => (JsonNode)a)]),
        };
        Spoil?.Invoke(header, claims);
        var content = $"{Encode(header)}.{Encode(claims)}";
        var signature = (ForeignKey ?? key).SignData(Encoding.ASCII.GetBytes(content), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return header["alg"]!.GetValue<string>() == "none" ? content + "." : $"{content}.{Base64Url.EncodeToString(signature)}";
    }

    private static string Encode(JsonObject part) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(part));
}
