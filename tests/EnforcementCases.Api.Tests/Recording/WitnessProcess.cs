using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using EnforcementCases.Transparency;

namespace EnforcementCases.Api.Tests.Recording;

/// <summary>The witness as a process of its own. It is started before the log whose key it trusts, so it begins with a key of nobody and is started again with the right one.</summary>
internal sealed partial class WitnessProcess : IAsyncDisposable
{
    /// <summary>Identity of the log that it watches.</summary>
    public const string Origin = "test.example/log";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("enforcement-cases-witness-");
    private readonly HttpClient http = new();
    private Process? process;

    public Uri Address { get; private set; } = new("http://127.0.0.1:0/");

    /// <summary>The key with which its signatures are verified.</summary>
    public string Key { get; private set; } = "";

    public static async Task<WitnessProcess> StartAsync()
    {
        var witness = new WitnessProcess();
        using var nobody = new NoteSigner(
            Origin,
            NoteKeyKind.Note,
            System.Security.Cryptography.ECDsa.Create(System.Security.Cryptography.ECCurve.NamedCurves.nistP256)
        );
        using var key = nobody.Verifier();
        await witness.Trust(
            $$"""{"origin":"{{Origin}}","logKeys":[{"key":"{{key.Text}}","from":0,"until":null}],"witnessKeys":[],"witnesses":0}"""
        );
        return witness;
    }

    /// <summary>Starts it with another trust file, at the same address.</summary>
    public async Task Trust(string trust)
    {
        await StopAsync();
        var file = Path.Combine(folder.FullName, "log.json");
        await File.WriteAllTextAsync(file, trust);
        var started = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        process = new()
        {
            StartInfo = new(
                "dotnet",
                [
                    LogSteps.ProgramOf("EnforcementCases.Witness"),
                    $"--urls={Address}",
                    $"--Witness:Directory={Path.Combine(folder.FullName, "state")}",
                    "--Witness:Name=justice.example/witness",
                    $"--Witness:Log={file}",
                ]
            )
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            },
        };
        process.OutputDataReceived += (_, e) =>
        {
            if (e.Data is null)
                return;
            if (e.Data.StartsWith("justice.example/witness+", StringComparison.Ordinal))
                Key = e.Data;
            if (Listening().Match(e.Data) is { Success: true } at)
                started.TrySetResult(new(at.Groups["address"].Value + "/"));
        };
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        Address = await started.Task.WaitAsync(TimeSpan.FromMinutes(2));
        await Patience.UntilAsync(() => Key.Length > 0);
    }

    /// <summary>Asks it to cosign a checkpoint, without a proof.</summary>
    public async Task<HttpStatusCode> Ask(long old, SignedNote note)
    {
        using var content = new StringContent(string.Create(CultureInfo.InvariantCulture, $"old {old}\n\n{note.Write()}"));
        using var answer = await http.PostAsync(new Uri(Address, "add-checkpoint"), content);
        return answer.StatusCode;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        http.Dispose();
        folder.Delete(recursive: true);
    }

    private async Task StopAsync()
    {
        if (process is null)
            return;
        process.Kill();
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(2));
        process.Dispose();
        process = null;
    }

    [GeneratedRegex("Now listening on: (?<address>http://[0-9.:]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Listening();
}
