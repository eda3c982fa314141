using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace EnforcementCases.Benchmarks.Bare;

/// <summary>The bare limit: Kestrel, the parsed JSON and hand-coded ADO.NET that writes what a real request wrote. No sign-in, no checks, no rendering,
/// no routing, no log.</summary>
internal static class BareProgram
{
    public static async Task<int> RunAsync(string planFile, string url)
    {
        var plan = JsonSerializer.Deserialize<BarePlan>(await File.ReadAllBytesAsync(planFile))!;
        IRowWriter writer = plan.Provider == "Sqlite" ? new SqliteRowWriter(plan) : new PostgreSqlRowWriter(plan);
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls(url);
        await using var app = builder.Build();
        app.Run(async http =>
        {
            if (http.Request.Method == HttpMethods.Get)
                return;
            using var body = await JsonDocument.ParseAsync(http.Request.Body);
            var officer = body.RootElement.GetProperty("officers")[0].GetProperty("officerId").GetGuid();
            var (id, number) = await writer.WriteAsync(officer);
            http.Response.StatusCode = StatusCodes.Status201Created;
            http.Response.ContentType = "application/json";
            await JsonSerializer.SerializeAsync(http.Response.Body, new BareAnswer(id, number));
        });
        await app.RunAsync();
        return 0;
    }

    private sealed record BareAnswer(Guid Id, string Number);
}

/// <summary>Writes one request.</summary>
internal interface IRowWriter
{
    ValueTask<(Guid Id, string Number)> WriteAsync(Guid officer);
}
