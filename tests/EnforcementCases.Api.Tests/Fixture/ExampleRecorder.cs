using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace EnforcementCases.Api.Tests.Fixture;

/// <summary>Keeps what tests sent and were answered as the examples of the contract: with <c>RECORD_EXAMPLES=1</c> each operation that has no example gets its first one that is
/// short.</summary>
internal static class ExampleRecorder
{
    private const int Short = 8_000;

    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NewLine = "\n",
    };

    private static readonly Lock Writing = new();

    public static bool IsOn { get; } = Environment.GetEnvironmentVariable("RECORD_EXAMPLES") == "1";

    public static async Task KeepAsync(string operation, HttpRequestMessage request, HttpResponseMessage answer, CancellationToken ct)
    {
        if (
            !answer.IsSuccessStatusCode
            || TheProgram.Examples.AnswerOf(operation) is not null
            || TheProgram.Examples.BodyOf(operation) is not null
        )
            return;
        var sent = request.Content is { } content && IsJson(content) ? JsonNode.Parse(await content.ReadAsStringAsync(ct)) : null;
        await answer.Content.LoadIntoBufferAsync(ct);
        var answered = IsJson(answer.Content) ? JsonNode.Parse(await answer.Content.ReadAsStringAsync(ct)) : null;
        if (sent is null && answered is null)
            return;
        var example = new JsonObject();
        if (sent is not null)
            example["request"] = sent;
        if (answered is not null)
            example["answer"] = answered;
        var text = example.ToJsonString(Indented) + "\n";
        var file = Path.Combine(Snapshot.Root, "src/EnforcementCases.Api/Examples/Recorded", operation + ".json");
        lock (Writing)
        {
            if (text.Length <= Short && !File.Exists(file))
                File.WriteAllText(file, text);
        }
    }

    private static bool IsJson(HttpContent content) => content.Headers.ContentType?.MediaType == "application/json";
}
