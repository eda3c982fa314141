using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace EnforcementCases.Api.Tests.Fixture;

/// <summary>Writes the examples of the contract from what the tests send and are answered: with <c>RECORD_EXAMPLES=1</c> each operation that has none gets the first request that
/// succeeds. Long lists are cut in answers, and tokens and passwords are replaced.</summary>
internal static class RecordedExamples
{
    /// <summary>A longer example explains nothing; in characters.</summary>
    private const int Longest = 24_000;

    private static readonly string Folder = Path.Combine(Snapshot.Root, "src/EnforcementCases.Api/Examples/Recorded");

    private static readonly JsonSerializerOptions Written = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly ConcurrentDictionary<string, bool> Kept = new(StringComparer.Ordinal);

    public static bool Wanted { get; } = Environment.GetEnvironmentVariable("RECORD_EXAMPLES") == "1";

    public static async Task KeepAsync(string operation, HttpRequestMessage request, HttpResponseMessage answer, CancellationToken ct)
    {
        var file = Path.Combine(Folder, operation + ".json");
        if (!answer.IsSuccessStatusCode || File.Exists(file))
            return;
        var example = new JsonObject();
        if (request.Content is { Headers.ContentType.MediaType: "application/json" } body)
            example["request"] = Masked(JsonNode.Parse(await body.ReadAsByteArrayAsync(ct)));
        if (answer.Content.Headers.ContentType?.MediaType == "application/json")
        {
            await answer.Content.LoadIntoBufferAsync(ct);
            example["answer"] = Cut(Masked(JsonNode.Parse(await answer.Content.ReadAsByteArrayAsync(ct))));
        }
        var text = example.ToJsonString(Written) + "\n";
        if (example.Count == 0 || text.Length > Longest || !Kept.TryAdd(operation, true))
            return;
        Directory.CreateDirectory(Folder);
        await File.WriteAllTextAsync(file, text, ct);
    }

    private static JsonNode? Masked(JsonNode? node)
    {
        if (node is JsonArray list)
        {
            foreach (var item in list)
                Masked(item);
        }
        else if (node is JsonObject body)
        {
            foreach (var (name, value) in body.ToList())
            {
                if (value is JsonValue && value.GetValueKind() == JsonValueKind.String && IsSecret(name))
                    body[name] = name is "accessToken" ? "eyJhbGciOiJFUzI1NiJ9.e30.c2lnbmF0dXJl" : "example-not-a-secret";
                else
                    Masked(value);
            }
        }
        return node;
    }

    private static bool IsSecret(string name) =>
        name is "accessToken" or "refreshToken" or "oneTimePassword" or "newPassword" or "currentPassword" or "secret" or "challenge" or "uri";

    /// <summary>Two rows show what a list contains.</summary>
    private static JsonNode? Cut(JsonNode? node)
    {
        if (node is JsonArray list)
        {
            while (list.Count > 2)
                list.RemoveAt(list.Count - 1);
            foreach (var item in list)
                Cut(item);
        }
        else if (node is JsonObject body)
        {
            foreach (var (_, value) in body)
                Cut(value);
        }
        return node;
    }
}
