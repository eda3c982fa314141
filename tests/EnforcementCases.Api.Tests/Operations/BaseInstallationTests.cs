using System.Formats.Tar;
using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using EnforcementCases.Api.Access;
using EnforcementCases.Api.Tests.Cases;
using EnforcementCases.Api.Tests.Fines;
using EnforcementCases.Api.Tests.Fixture;
using EnforcementCases.Platform.Operations;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Operations;

/// <summary>An installation that an earlier version wrote (<c>Installations/base-825cd0d.tar.gz</c>: database, keys, files, jobs) is opened, migrated, verified and carried on.
/// What lies in it is said by the manifest beside it, in the words of that version; neither is ever written anew.</summary>
/// <remarks>All its acts were claimed for 2024, and so are those that carry its cases on: nothing here depends on the day on which the test runs.</remarks>
public sealed partial class BaseInstallationTests : IAsyncLifetime
{
    private const string Base = "base-825cd0d";

    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("enforcement-cases-base-");
    private Written written = null!;

    private string[] Settings => [$"--Data:Directory={data.FullName}"];

    public async ValueTask InitializeAsync()
    {
        Assert.SkipUnless(
            Environment.GetEnvironmentVariable("TEST_DATABASE") is null or "" or "Sqlite",
            "The installation is on the embedded database."
        );
        var installations = Path.Combine(Snapshot.Root, "tests/EnforcementCases.Api.Tests/Operations/Installations");
        written = JsonSerializer.Deserialize<Written>(
            await File.ReadAllBytesAsync(Path.Combine(installations, $"{Base}.json")),
            JsonSerializerOptions.Web
        )!;
        await using var packed = File.OpenRead(Path.Combine(installations, $"{Base}.tar.gz"));
        await using var tar = new GZipStream(packed, CompressionMode.Decompress);
        await TarFile.ExtractToDirectoryAsync(tar, data.FullName, overwriteFiles: false);
    }

    public ValueTask DisposeAsync()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        data.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task It_is_migrated_verified_served_and_stopped_by_the_program_itself()
    {
        var (migrated, migration) = await ProgramProcess.RunAsync(["migrate", .. Settings]);
        migrated.ShouldBe(ExitCodes.Done, migration);
        var (verified, report) = await ProgramProcess.RunAsync(["verify", .. Settings]);
        verified.ShouldBe(ExitCodes.Done, report);
        report.ShouldContain($"记录链 {written.Chains} 条、记录 {written.Entries} 条已校验");

        var (program, address) = await ProgramProcess.ServeAsync(data.FullName, "--Demo=true"); // with its jobs, which kept their times elsewhere then
        await using var _ = program;
        using var http = new HttpClient { BaseAddress = address };
        (await http.GetAsync("/health/ready")).StatusCode.ShouldBe(HttpStatusCode.OK);
        File.Exists(Path.Combine(data.FullName, "jobs.db")).ShouldBeFalse(); // of the scheduler of then
        await Patience.UntilAsync(() => File.Exists(Path.Combine(data.FullName, "hangfire.db")));
        using var session = await http.PostAsJsonAsync(
            "/api/v1/session",
            new { userName = "hg-officer1", password = ApiFixture.DemoPassword }
        );
        session.StatusCode.ShouldBe(HttpStatusCode.OK, await session.Content.ReadAsStringAsync());
        await program.TerminateAsync();
        (await program.ExitAsync()).ShouldBe(ExitCodes.Done);

        (await ProgramProcess.RunAsync(["verify", .. Settings])).ExitCode.ShouldBe(ExitCodes.Done);
    }

    [Fact]
    public async Task Every_case_reads_as_it_was_written()
    {
        await using var api = await Migrated();
        var officer = api.SignedInAs("hg-officer1");

        foreach (var @case in written.Cases)
        {
            (await officer.GetJson($"cases/{@case.Id}")).ShouldBe(HttpStatusCode.OK);
            var acts = (await officer.GetJson($"cases/{@case.Id}/acts")).ShouldBe(HttpStatusCode.OK);
            acts["stage"].GetString().ShouldBe(@case.Stage, @case.Name);
            var record = (await officer.GetJson($"cases/{@case.Id}/record")).ShouldBe(HttpStatusCode.OK);
            Texts(record["entries"], "type").ShouldBe(@case.Record, @case.Name);
            var proof = (await officer.GetJson($"cases/{@case.Id}/record/verification")).ShouldBe(HttpStatusCode.OK);
            proof["intact"].GetBoolean().ShouldBeTrue(@case.Name);
            if (@case.Procedure == "Ordinary")
            {
                var file = (await officer.GetJson($"cases/{@case.Id}/file")).ShouldBe(HttpStatusCode.OK);
                Texts(file["acts"], "act").ShouldBe(@case.Acts, @case.Name);
            }
            var deadlines = (await officer.GetJson($"cases/{@case.Id}/deadlines")).ShouldBe(HttpStatusCode.OK);
            Read<WrittenDeadline>(deadlines).ShouldBe(@case.Deadlines.Select(Now), @case.Name);
        }
    }

    [Fact]
    public async Task Every_document_is_the_one_that_was_issued_and_prints()
    {
        await using var api = await Migrated();
        var officer = api.SignedInAs("hg-officer1");

        foreach (var @case in written.Cases)
        {
            var documents = (await officer.GetJson($"cases/{@case.Id}/documents")).ShouldBe(HttpStatusCode.OK);
            Texts(documents.Body, "id").ShouldBe(@case.Documents.Select(d => d.Id.ToString()), @case.Name);
            Texts(documents.Body, "kind").ShouldBe(@case.Documents.Select(d => d.Kind), @case.Name);
            Texts(documents.Body, "number").ShouldBe(@case.Documents.Select(d => d.Number), @case.Name);
            Texts(documents.Body, "contentSha256").ShouldBe(@case.Documents.Select(d => d.ContentSha256), @case.Name);
            foreach (var document in @case.Documents)
            {
                var path = $"cases/{@case.Id}/documents/{document.Id}";
                var print = await officer.PostJson($"{path}/prints", new { format = "A4" }); // the first print of most, of some another one
                print.Status.ShouldBe(201, $"{@case.Name} {document.Kind}: {print.Body}");
                var file = await officer.GetJson($"{path}/file?format=A4");
                file.Status.ShouldBe(200, $"{@case.Name} {document.Kind}");
                file.Bytes.AsSpan().StartsWith("%PDF-"u8).ShouldBeTrue($"{@case.Name} {document.Kind}");
                // byte for byte as first printed
                foreach (var (format, sha256) in document.Printed)
                    Convert
                        .ToHexStringLower(SHA256.HashData((await officer.GetJson($"{path}/file?format={format}")).Bytes))
                        .ShouldBe(sha256);
            }
        }
        foreach (var handover in written.Handovers)
            (await api.SignedInAs("hg-cashier").GetJson($"fines/handovers/{handover}/file")).ShouldBe(HttpStatusCode.OK);
        (await OperatorSteps.Operate(["verify", .. Settings])).ExitCode.ShouldBe(ExitCodes.Done);
    }

    [Fact]
    public async Task Frozen_figures_stay_and_the_cases_still_add_up_to_them()
    {
        await using var api = await Migrated();
        var supervisor = api.SignedInAs("hg-supervisor");

        foreach (var snapshot in written.Snapshots)
        {
            var frozen = (await supervisor.GetJson($"statistics/snapshots/{snapshot.Id}")).ShouldBe(HttpStatusCode.OK);
            var live = (await supervisor.GetJson($"statistics/{snapshot.Year}/figures")).ShouldBe(HttpStatusCode.OK);
            foreach (var (key, value) in snapshot.Figures)
            {
                Figure(frozen, key).ShouldBe(value, $"{snapshot.Year} {key}, frozen");
                Figure(live, key).ShouldBe(value, $"{snapshot.Year} {key}");
            }
        }
        foreach (var order in written.CorrectionOrders)
        {
            var read = (await api.SignedInAs("hg-officer1").GetJson($"correction-orders/{order.Id}")).ShouldBe(HttpStatusCode.OK);
            read["usedByCaseId"].Deserialize<Guid?>().ShouldBe(order.UsedByCaseId);
        }
    }

    [Fact]
    public async Task Its_open_cases_are_carried_on_to_their_end()
    {
        await using var api = await Migrated();
        var open = written.Cases.Where(c => c.CarryOn is not null).ToList();
        open.Count.ShouldBeGreaterThan(5);

        foreach (var @case in open)
        {
            foreach (var step in @case.CarryOn!)
                await Take(api, @case, step);
            (await api.SignedInAs("hg-officer1").GetJson($"cases/{@case.Id}/acts"))["stage"].GetString().ShouldBe("Closed", @case.Name);
        }
        (await OperatorSteps.Operate(["verify", .. Settings])).ExitCode.ShouldBe(ExitCodes.Done);
    }

    /// <summary>The installation after <c>migrate</c>, served in this process.</summary>
    private async Task<ApiFixture> Migrated()
    {
        var (code, said) = await OperatorSteps.Operate(["migrate", .. Settings]);
        code.ShouldBe(ExitCodes.Done, said);
        return await ApiFixture.StartAsync(("Data:Directory", data.FullName));
    }

    /// <summary>Does the next step of a case: an act, another call that goes before one, or a payment to the bank.</summary>
    private static async Task Take(ApiFixture api, WrittenCase @case, Step step)
    {
        var officer = api.SignedInAs("hg-officer1");
        if (step.Bank is { } bank)
        {
            var code = (await officer.GetJson($"cases/{@case.Id}"))["payment"].GetProperty("code").GetString();
            await new DecidedCase(api, @case.Id, "", code, bank.PaidAt).Pays(bank.AmountFen, bank.PaidAt);
            return;
        }
        var body = JsonNode.Parse(await Filled(api, @case, step.Body!.Value.GetRawText()))!.AsObject();
        if (step.Act == "propose-closing")
            await RecheckedSince(api, @case, body["doneAt"]!.GetValue<DateTimeOffset>());
        await AskedSince(api, @case, step.Act, body);
        var seen = await officer.GetJson($"cases/{@case.Id}/acts");
        var answer = await api.SignedInAs(step.As!)
            .PostJson(step.Post ?? $"cases/{@case.Id}/acts/{step.Act}", body, ifMatch: step.Post is null ? seen.ETag : null);
        answer.Status.ShouldBe(step.Post is null ? 200 : 201, $"{@case.Name}, {step.Act ?? step.Post}: {answer.Body}");
    }

    /// <summary>What is asked since then, by name, at the act that needs it: nothing that lies in the file is asked for.</summary>
    private static async Task AskedSince(ApiFixture api, WrittenCase @case, string? act, JsonObject body)
    {
        switch (act)
        {
            case "hear-defence":
                body["declaration"] = JsonSerializer.SerializeToNode(
                    OrdinaryCase.Declared(body["doneAt"]!.GetValue<DateTimeOffset>()),
                    JsonSerializerOptions.Web
                );
                break;
            case "propose-decision":
                if (body.Remove("correctionRequired", out var what) && what is not null)
                    body["orders"] = new JsonArray(new JsonObject { ["what"] = what });
                body["refersToHearingRecord"] = @case.Acts.Contains("HoldHearing");
                break;
            case "discuss-collectively":
                var file = (await api.SignedInAs("hg-officer1").GetJson($"cases/{@case.Id}/file")).ShouldBe(HttpStatusCode.OK);
                var proposed = file["acts"]
                    .EnumerateArray()
                    .Last(a => a.GetProperty("act").GetString() == "ProposeDecision")
                    .GetProperty("body");
                body["concludedOutcome"] = proposed.GetProperty("outcome").GetString();
                body["concludedPenalties"] = JsonNode.Parse(proposed.GetProperty("penalties").GetRawText());
                break;
        }
    }

    /// <summary>What was ordered at once is re-checked by two officers before the case is closed; that was not asked then.</summary>
    private static async Task RecheckedSince(ApiFixture api, WrittenCase @case, DateTimeOffset closingAt)
    {
        var officer = api.SignedInAs("hg-officer1");
        var acts = await officer.GetJson($"cases/{@case.Id}/acts");
        if (!acts["openDuties"].EnumerateArray().Any(duty => duty.GetString() == "改正违法行为并复查"))
            return;
        var recheck = new
        {
            result = "Corrected",
            note = "已改正",
            doneAt = closingAt.AddMinutes(-30),
            officerIds = new[] { DemoIds.Person("hg-officer1"), DemoIds.Person("hg-officer2") },
        };
        (await officer.PostJson($"cases/{@case.Id}/acts/recheck-correction", recheck, ifMatch: acts.ETag)).ShouldBe(HttpStatusCode.OK);
    }

    /// <summary>A body with what only the file knows: the id of the last document of a kind, the hash of the last act of a kind, the hash of what is reviewed.</summary>
    private static async Task<string> Filled(ApiFixture api, WrittenCase @case, string body)
    {
        if (!LookedUp.IsMatch(body))
            return body;
        var file = (await api.SignedInAs("hg-officer1").GetJson($"cases/{@case.Id}/file")).ShouldBe(HttpStatusCode.OK);
        var acts = file["acts"].EnumerateArray().ToList();
        return LookedUp.Replace(
            body,
            asked =>
                $"\"{asked.Groups["what"].Value switch
                {
                    "document" => acts.SelectMany(a => a.GetProperty("documents").EnumerateArray())
                        .Last(d => d.GetProperty("kind").GetString() == asked.Groups["kind"].Value)
                        .GetProperty("documentId")
                        .GetString(),
                    "body" => acts.Last(a => a.GetProperty("act").GetString() == asked.Groups["kind"].Value)
                        .GetProperty("bodySha256")
                        .GetString(),
                    _ => file["matterSha256"].GetString(),
                }}\""
        );
    }

    private static List<T> Read<T>(ApiAnswer answer) => answer.Body.Deserialize<List<T>>(JsonSerializerOptions.Web)!;

    private static List<string> Texts(JsonElement list, string property) =>
        [.. list.EnumerateArray().Select(item => item.GetProperty(property).GetString()!)];

    private static decimal Figure(ApiAnswer figures, string key) =>
        figures["figures"].EnumerateArray().Single(f => f.GetProperty("key").GetString() == key).GetProperty("value").GetDecimal();

    [GeneratedRegex(
        "\"\\$(?<what>document|body|matter)(:(?<kind>[A-Za-z]+))?\"",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex LookedUp { get; }

    /// <summary>What the earlier version left behind.</summary>
    private sealed record Written(
        int Chains,
        int Entries,
        List<WrittenCase> Cases,
        List<WrittenSnapshot> Snapshots,
        List<WrittenOrder> CorrectionOrders,
        List<Guid> Handovers
    );

    /// <param name="Acts">Acts in the file; none in a case that was decided on the spot.</param>
    /// <param name="Record">Types of the entries of the record.</param>
    /// <param name="CarryOn">What is left to do until it is closed; null where nothing is tried.</param>
    private sealed record WrittenCase(
        string Name,
        Guid Id,
        string Procedure,
        string Stage,
        List<string> Acts,
        List<string> Record,
        List<WrittenDocument> Documents,
        List<WrittenDeadline> Deadlines,
        List<Step>? CarryOn
    );

    /// <param name="Printed">Formats in which it was printed, and the SHA-256 of the file.</param>
    private sealed record WrittenDocument(Guid Id, string Kind, string Number, string ContentSha256, Dictionary<string, string> Printed);

    /// <summary>A right that nobody used is over with its last day, and reads so since.</summary>
    private static WrittenDeadline Now(WrittenDeadline deadline) =>
        deadline is { State: "Open", Kind: "Defence" or "HearingRequest" } ? deadline with { State = "Ended" } : deadline;

    private sealed record WrittenDeadline(string Kind, DateOnly LastDay, DateTimeOffset? MetAt, string State);

    private sealed record WrittenSnapshot(Guid Id, int Year, Dictionary<string, decimal> Figures);

    private sealed record WrittenOrder(Guid Id, Guid? UsedByCaseId);

    /// <param name="As">Account of the demo that does it.</param>
    /// <param name="Act">Route of the act.</param>
    /// <param name="Post">Route of a call that is no act of the case.</param>
    private sealed record Step(string? As, string? Act, string? Post, JsonElement? Body, Payment? Bank);

    private sealed record Payment(long AmountFen, DateTimeOffset PaidAt);
}
