using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using EnforcementCases.Api.Tests.Fixture;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Access;

/// <summary>Tokens made by hand from a good one, as an attacker would.</summary>
public sealed class ForgedTokenTests(ApiFixture api)
{
    public enum Forgery
    {
        NoAlgorithm,
        HmacWithThePublicKey,
        ForeignKey,
        ForeignKeyUnderOurName,
        WrongAudience,
        WrongIssuer,
        AnIdToken,
        AnotherSession,
        AddressOfAKey,
        Expired,
    }

    [Theory]
    [InlineData(Forgery.NoAlgorithm)]
    [InlineData(Forgery.HmacWithThePublicKey)]
    [InlineData(Forgery.ForeignKey)]
    [InlineData(Forgery.ForeignKeyUnderOurName)]
    [InlineData(Forgery.WrongAudience)]
    [InlineData(Forgery.WrongIssuer)]
    [InlineData(Forgery.AnIdToken)]
    [InlineData(Forgery.AnotherSession)]
    [InlineData(Forgery.AddressOfAKey)]
    [InlineData(Forgery.Expired)]
    public async Task A_token_that_we_did_not_issue_like_this_is_refused(Forgery forgery)
    {
        var good = (await api.SignIn("hg-hearing")).AccessToken;
        (await api.WithToken(good).GetJson("session")).Status.ShouldBe(200);

        var forged = Forge(good, forgery);

        (await api.WithToken(forged).GetJson("session")).ShouldBeProblem(401, "access.not-signed-in");
    }

    /// <summary>Shows that the way of forging is sound: with nothing changed the token made by hand is accepted.</summary>
    [Fact]
    public async Task A_token_made_by_hand_with_our_key_is_accepted()
    {
        var good = (await api.SignIn("hg-hearing")).AccessToken;

        var rebuilt = SignEc(HeaderOf(good), PayloadOf(good), OurKey());

        (await api.WithToken(rebuilt).GetJson("session")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Forged_tokens_are_written_to_the_security_log()
    {
        var good = (await api.SignIn("hg-hearing")).AccessToken;

        await api.WithToken(Forge(good, Forgery.NoAlgorithm)).GetJson("session");

        (await api.SecurityEventsOf("hg-auditor")).ShouldNotContain("TokenRefused"); // nobody's: only the root sees it
        var (auditor, password, _) = await api.GivenAccountInUse("Auditor", "/tj/");
        var log = await api.SignedInAs(auditor, password).GetJson("admin/security-events?limit=200");
        log["items"].EnumerateArray().ShouldContain(e => e.GetProperty("kind").GetString() == "TokenRefused");
    }

    private string Forge(string good, Forgery forgery)
    {
        var header = HeaderOf(good);
        var payload = PayloadOf(good);
        using var foreign = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        switch (forgery)
        {
            case Forgery.NoAlgorithm:
                header["alg"] = "none";
                return $"{Encode(header)}.{Encode(payload)}.";
            case Forgery.HmacWithThePublicKey:
                header["alg"] = "HS256";
                var content = $"{Encode(header)}.{Encode(payload)}";
                using (var ours = OurKey())
                {
                    var key = Encoding.ASCII.GetBytes(ours.ExportSubjectPublicKeyInfoPem());
                    return $"{content}.{Base64Url.EncodeToString(HMACSHA256.HashData(key, Encoding.ASCII.GetBytes(content)))}";
                }
            case Forgery.ForeignKey:
                header["kid"] = "another";
                return SignEc(header, payload, foreign);
            case Forgery.ForeignKeyUnderOurName:
                return SignEc(header, payload, foreign);
            case Forgery.AddressOfAKey:
                header["jku"] = "http://127.0.0.1:9/keys";
                header["jwk"] = new JsonObject { ["kty"] = "EC" };
                return SignEc(header, payload, foreign);
            case Forgery.WrongAudience:
                payload["aud"] = "another-api";
                return SignEc(header, payload, OurKey());
            case Forgery.WrongIssuer:
                payload["iss"] = "another-issuer";
                return SignEc(header, payload, OurKey());
            case Forgery.AnIdToken:
                header["typ"] = "JWT";
                return SignEc(header, payload, OurKey());
            case Forgery.AnotherSession:
                payload["sid"] = Guid.NewGuid().ToString();
                return SignEc(header, payload, OurKey());
            case Forgery.Expired:
                payload["exp"] = payload["nbf"]!.GetValue<long>() - 60;
                payload["nbf"] = payload["nbf"]!.GetValue<long>() - 600;
                return SignEc(header, payload, OurKey());
            default:
                throw new ArgumentOutOfRangeException(nameof(forgery));
        }
    }

    private ECDsa OurKey()
    {
        var key = ECDsa.Create();
        key.ImportFromPem(File.ReadAllText(Path.Combine(api.DataDirectory, "keys", "token-signing.pem")));
        return key;
    }

    private static string SignEc(JsonObject header, JsonObject payload, ECDsa key)
    {
        var content = $"{Encode(header)}.{Encode(payload)}";
        return $"{content}.{Base64Url.EncodeToString(key.SignData(Encoding.ASCII.GetBytes(content), HashAlgorithmName.SHA256))}";
    }

    private static JsonObject HeaderOf(string token) => Decode(token.Split('.')[0]);

    private static JsonObject PayloadOf(string token) => Decode(token.Split('.')[1]);

    private static JsonObject Decode(string part) => JsonNode.Parse(Base64Url.DecodeFromChars(part))!.AsObject();

    private static string Encode(JsonObject part) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(part));
}
