using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace EnforcementCases.Api.Infrastructure.Web;

/// <summary>JSON as the contract has it: what is not foreseen is refused, never silently taken or dropped.</summary>
internal static class StrictJson
{
    /// <summary>How deep a body may be nested; the deepest of ours has six levels.</summary>
    public const int DeepestNesting = 32;

    /// <summary>Largest body in bytes where an operation does not say otherwise: 1 MB.</summary>
    public const long LargestBody = 1024 * 1024;

    public static void Configure(JsonSerializerOptions json)
    {
        json.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        json.AllowDuplicateProperties = false;
        json.PropertyNameCaseInsensitive = false;
        json.NumberHandling = JsonNumberHandling.Strict;
        json.RespectNullableAnnotations = true;
        json.RespectRequiredConstructorParameters = true;
        json.ReadCommentHandling = JsonCommentHandling.Disallow;
        json.AllowTrailingCommas = false;
        json.MaxDepth = DeepestNesting;
        json.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping; // Chinese as it is; the media type is never HTML
        json.Converters.Add(new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false));
        json.Converters.Add(new StrictTimes.InstantConverter());
        json.Converters.Add(new StrictTimes.DateConverter());
    }
}
