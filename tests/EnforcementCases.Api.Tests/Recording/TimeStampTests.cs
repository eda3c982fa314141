using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using EnforcementCases.Api.Tests.Fixture;
using EnforcementCases.Platform.Transparency;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Recording;

/// <summary>An authority stamps the time of a checkpoint (RFC 3161); it is played by <c>openssl ts</c>.</summary>
public sealed class TimeStampTests : IAsyncLifetime
{
    private const string Settings = """
        [tsa]
        default_tsa = authority
        [authority]
        serial = SERIAL
        crypto_device = builtin
        signer_digest = sha256
        default_policy = 1.2.3.4.1
        digests = sha256
        accuracy = secs:1
        ess_cert_id_alg = sha256
        [req]
        distinguished_name = name
        x509_extensions = stamping
        prompt = no
        [name]
        CN = Time-stamping authority of the tests
        [stamping]
        extendedKeyUsage = critical,timeStamping
        """;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("enforcement-cases-stamps-");
    private readonly WebApplication authority = WebApplication.CreateSlimBuilder().Build();

    public async ValueTask InitializeAsync()
    {
        await File.WriteAllTextAsync(PathOf("serial"), "01\n");
        await File.WriteAllTextAsync(PathOf("settings"), Settings.Replace("SERIAL", PathOf("serial"), StringComparison.Ordinal));
        foreach (var name in new[] { "own", "other" })
            await Openssl(
                "req",
                "-x509",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-days",
                "2",
                "-config",
                PathOf("settings"),
                "-keyout",
                PathOf(name + ".key"),
                "-out",
                PathOf(name + ".pem")
            );
        authority.Urls.Add("http://127.0.0.1:0");
        authority.MapPost("/", AnswerAsync);
        await authority.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await authority.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData("own", true)]
    [InlineData("other", false)] // not the authority that is trusted
    public async Task A_token_is_kept_if_the_configured_authority_signed_it_over_this_checkpoint(string certificate, bool kept)
    {
        var address = authority.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        await using var api = await ApiFixture.StartAsync(
            ("Transparency:TimeStamps:Address", address),
            ("Transparency:TimeStamps:Certificate", PathOf(certificate + ".pem"))
        );
        await api.ContinueLog();
        await api.Services.GetRequiredService<LogAnchors>().RunAsync(TestContext.Current.CancellationToken);

        await using var scope = api.Inside(out var db);
        var token = await db.LogCheckpoints.Select(c => c.TimeStamp).SingleAsync(TestContext.Current.CancellationToken);
        (token is not null).ShouldBe(kept);
        if (token is null)
            return;
        Rfc3161TimestampToken.TryDecode(token, out var stamp, out _).ShouldBeTrue();
        var text = (await api.ReadCheckpoint()).TextBytes;
        stamp!.VerifySignatureForData(text, out _).ShouldBeTrue();
        stamp.VerifySignatureForData([.. text, 1], out _).ShouldBeFalse();
        stamp.TokenInfo.HashAlgorithmId.Value.ShouldBe(CryptoConfig.MapNameToOID("SHA256"));
    }

    private async Task<IResult> AnswerAsync(HttpRequest request)
    {
        var (query, answer) = (PathOf("query"), PathOf("answer"));
        await using (var file = File.Create(query))
            await request.Body.CopyToAsync(file);
        await Openssl(
            "ts",
            "-reply",
            "-config",
            PathOf("settings"),
            "-queryfile",
            query,
            "-signer",
            PathOf("own.pem"),
            "-inkey",
            PathOf("own.key"),
            "-out",
            answer
        );
        return Results.Bytes(await File.ReadAllBytesAsync(answer), "application/timestamp-reply");
    }

    private static async Task Openssl(params string[] arguments)
    {
        var (code, said) = await LogSteps.RunAsync("openssl", arguments);
        code.ShouldBe(0, said);
    }

    private string PathOf(string name) => Path.Combine(folder.FullName, name);
}
