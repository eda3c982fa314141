using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using EnforcementCases.Api.Tests.Fixture;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Web;

/// <summary>Runs the program as a process, sends it canaries, and reads what it wrote.</summary>
public sealed class LogPrivacyTests : IAsyncLifetime
{
    private const string Password = "Demo-2026-pass";

    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("enforcement-cases-log-");
    private ProgramProcess program = null!;
    private HttpClient http = null!;

    public async ValueTask InitializeAsync()
    {
        (program, var address) = await ProgramProcess.ServeAsync(data.FullName, "--Demo=true");
        http = new() { BaseAddress = address };
    }

    public async ValueTask DisposeAsync()
    {
        http?.Dispose();
        await program.DisposeAsync();
        data.Delete(recursive: true);
    }

    [Fact]
    public async Task Nothing_that_people_typed_is_in_the_log()
    {
        var body = TheProgram.DecideOnTheSpot();
        body["facts"] = "CANARY-FACTS\n{\"Level\":\"Fatal\"}";
        body["notice"]!["partyWords"] = "CANARY-STATEMENT";
        body["notice"]!["answer"] = new JsonObject { ["accepted"] = false, ["because"] = "CANARY-ANSWER" };
        string[] canaries =
        [
            body["party"]!["name"]!.GetValue<string>(),
            body["party"]!["documentNumber"]!.GetValue<string>(),
            body["party"]!["phone"]!.GetValue<string>(),
            "CANARY",
            "canary",
            "hg-officer1",
        ];

        var tokens = await SignIn("hg-officer1", Password);
        await SignIn("hg-officer1", "CANARY-password");
        await SignIn("CANARY-user", "CANARY-password");
        (await Post("/api/v1/simple-cases", body, tokens)).ShouldBe(201);
        (await Post("/api/v1/simple-cases", body, tokens)).ShouldBe(422); // the same act again: refused by a rule
        body["party"]!["documentNumber"] = "CANARY110105";
        (await Post("/api/v1/simple-cases", body, tokens)).ShouldBeInRange(400, 499);
        body["canary"] = "CANARY";
        (await Post("/api/v1/simple-cases", body, tokens)).ShouldBe(400);
        await Post("/api/v1/parties/search", new JsonObject { ["documentNumber"] = canaries[1] }, tokens);
        await Get("/api/v1/cases?partyName=CANARY%0d%0a", tokens);
        await Get("/api/v1/cases?partyName=CANARY", tokens);
        await Get("/api/v1/CANARY/" + canaries[1], tokens);
        await Get("/api/v1/cases", "CANARY.CANARY.CANARY");
        (await Post("/api/v1/session/refresh", new JsonObject { ["refreshToken"] = "CANARY" }, null)).ShouldBeInRange(400, 499);
        await program.TerminateAsync();
        await program.ExitAsync();

        var log = program.Lines.Where(l => l.StartsWith('{')).ToList();
        log.ShouldAllBe(l => JsonDocument.Parse(l, default) != null); // whatever was typed, a line of the log is one JSON object
        log.ShouldContain(l =>
            l.Contains("\"DecideOnTheSpot\"") && l.Contains("\"Status\":201") && l.Contains("\"TraceId\"") && l.Contains("\"AccountId\"")
        );
        foreach (var canary in canaries.Append(tokens!))
            log.ShouldAllBe(l => !l.Contains(canary, StringComparison.Ordinal));
    }

    private async Task<string?> SignIn(string userName, string password)
    {
        using var answer = await http.PostAsJsonAsync("/api/v1/session", new { userName, password });
        return answer.IsSuccessStatusCode
            ? (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("accessToken").GetString()
            : null;
    }

    private async Task<int> Post(string path, JsonObject body, string? token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString("N"));
        return await Send(request, token);
    }

    private async Task Get(string path, string? token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        await Send(request, token);
    }

    private async Task<int> Send(HttpRequestMessage request, string? token)
    {
        if (token is not null)
            request.Headers.Authorization = new("Bearer", token);
        using var answer = await http.SendAsync(request);
        return (int)answer.StatusCode;
    }
}
