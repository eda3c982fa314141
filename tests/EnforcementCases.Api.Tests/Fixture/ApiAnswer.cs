using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Shouldly;

namespace EnforcementCases.Api.Tests.Fixture;

/// <summary>What the API answered.</summary>
public sealed record ApiAnswer(int Status, JsonElement Body, HttpResponseHeaders Headers, HttpContentHeaders ContentHeaders, byte[] Bytes)
{
    /// <summary>The entity tag, as it goes into <c>If-Match</c>.</summary>
    public string? ETag => Headers.ETag?.ToString();

    public bool Replayed => Headers.TryGetValues("Idempotency-Replayed", out _);

    public JsonElement this[string property] => Body.GetProperty(property);

    public static async Task<ApiAnswer> ReadAsync(HttpResponseMessage response)
    {
        using (response)
        {
            var bytes = await response.Content.ReadAsByteArrayAsync();
            var isJson = response.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) == true;
            using var json = isJson && bytes.Length > 0 ? JsonDocument.Parse(bytes) : null;
            return new((int)response.StatusCode, json?.RootElement.Clone() ?? default, response.Headers, response.Content.Headers, bytes);
        }
    }

    /// <summary>The answer is a success of this status.</summary>
    public ApiAnswer ShouldBe(HttpStatusCode status)
    {
        Status.ShouldBe((int)status, Body.ValueKind == JsonValueKind.Undefined ? "" : Body.GetRawText());
        return this;
    }

    /// <summary>The answer is this refusal, as problem details.</summary>
    public ApiAnswer ShouldBeProblem(int status, string code, string? rule = null)
    {
        var said = Body.ValueKind == JsonValueKind.Undefined ? "" : Body.GetRawText();
        Status.ShouldBe(status, said);
        ContentHeaders.ContentType?.MediaType.ShouldBe("application/problem+json");
        Body.GetProperty("code").GetString().ShouldBe(code, said);
        if (rule is not null)
        {
            Body.GetProperty("rule").GetString().ShouldBe(rule, said);
            Body.GetProperty("basis").GetString().ShouldNotBeNullOrEmpty(said);
        }
        Body.GetProperty("traceId").GetString().ShouldNotBeNullOrEmpty();
        return this;
    }
}
