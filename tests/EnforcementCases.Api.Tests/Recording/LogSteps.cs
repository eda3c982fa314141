using System.Diagnostics;
using System.Text;
using System.Text.Json;
using EnforcementCases.Api.Tests.Fixture;
using EnforcementCases.Persistence;
using EnforcementCases.Platform.Operations;
using EnforcementCases.Platform.Transparency;
using EnforcementCases.Transparency;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace EnforcementCases.Api.Tests.Recording;

/// <summary>What a test does with the log of a program: it continues it by hand, and verifies what is exported with both verifiers.</summary>
internal static class LogSteps
{
    /// <summary>Appends and signs everything that is committed.</summary>
    public static async Task ContinueLog(this ApiFixture api) =>
        (await api.Services.GetRequiredService<LogSequencer>().RunAsync(CancellationToken.None)).ShouldBeTrue();

    /// <summary>The last checkpoint, as anyone reads it.</summary>
    public static async Task<SignedNote> ReadCheckpoint(this ApiFixture api)
    {
        var answer = await api.Anonymous.GetJson("transparency/checkpoint");
        answer.Status.ShouldBe(200);
        return SignedNote.Read(Encoding.UTF8.GetString(answer.Bytes)).ShouldNotBeNull();
    }

    /// <summary>The exported record of a case.</summary>
    public static async Task<string> ReadBundle(this ApiFixture api, Guid @case)
    {
        var answer = await api.SignedInAs("hg-officer1").GetJson($"cases/{@case}/record/bundle");
        answer.Status.ShouldBe(200);
        return Encoding.UTF8.GetString(answer.Bytes);
    }

    /// <summary>A trust file of what the program shows of its keys.</summary>
    public static async Task<string> TrustIn(this ApiFixture api, params string[] witnesses)
    {
        var keys = await api.Anonymous.GetJson("transparency/keys");
        keys.Status.ShouldBe(200);
        return JsonSerializer.Serialize(
            new
            {
                origin = keys["origin"].GetString(),
                logKeys = keys["logKeys"],
                witnessKeys = witnesses,
                witnesses = witnesses.Length,
            }
        );
    }

    /// <summary>What the whole verification finds.</summary>
    public static async Task<IReadOnlyList<string>> FindFaults(this ApiFixture api)
    {
        await using var scope = api.Services.GetRequiredService<IServiceScopeFactory>().SeeingAll();
        var (_, faults) = await scope
            .ServiceProvider.GetRequiredService<InstallationCheck>()
            .FindAsync(TextWriter.Null, CancellationToken.None);
        return faults;
    }

    /// <summary>A scope that sees everything, for what a tamperer does in the database.</summary>
    public static AsyncServiceScope Inside(this ApiFixture api, out AppDbContext db)
    {
        var scope = api.Services.GetRequiredService<IServiceScopeFactory>().SeeingAll();
        db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        return scope;
    }

    /// <summary>Verifies bundles with both verifiers, which must agree; answers with what both found.</summary>
    public static async Task<IReadOnlyList<string>> Verify(string trust, params string[] bundles)
    {
        var folder = Directory.CreateTempSubdirectory("enforcement-cases-verify-");
        try
        {
            var trustFile = Path.Combine(folder.FullName, "trust.json");
            await File.WriteAllTextAsync(trustFile, trust);
            var files = bundles.Select((_, i) => Path.Combine(folder.FullName, $"{i:D4}.jsonl")).ToList();
            for (var i = 0; i < bundles.Length; i++)
                await File.WriteAllTextAsync(files[i], bundles[i]);
            var script = Path.Combine(Snapshot.Root, "tests/verifier/verify.mjs");
            var (_, other) = await RunAsync("node", [script, trustFile, "--", .. files]);
            var own = bundles.Select(b => BundleCheck.Run(b, trust).ToString()).ToList();
            other.Split('\n').ShouldBe(own);
            return own;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>A program that is built beside this one.</summary>
    public static string ProgramOf(string name) =>
        Path.Combine(
            Snapshot.Root,
            "src",
            name,
            "bin",
            new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name, // Debug or Release
            "net10.0",
            name + ".dll"
        );

    /// <summary>Runs a program to its end.</summary>
    public static async Task<(int ExitCode, string Said)> RunAsync(string program, IEnumerable<string> arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true }
        )!;
        var said = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(2));
        return (process.ExitCode, ((await said) + (await error)).Trim());
    }
}
