using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using EnforcementCases.Platform.Language;

namespace EnforcementCases.Platform.Web;

/// <summary>JSON as in the contract: unknown members and values are refused, never silently accepted or dropped.</summary>
internal static class StrictJson
{
    /// <summary>How deep a body may be nested; the deepest of ours has six levels.</summary>
    public const int DeepestNesting = 32;

    /// <summary>Largest body in bytes unless an operation sets another limit: 1 MB.</summary>
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
        json.TypeInfoResolver = new DefaultJsonTypeInfoResolver
        {
            Modifiers = { LeaveOutWhatTheRouteSays, BilingualJson.SayInLanguageAsked },
        };
        json.Converters.Add(new StrictEnums());
        json.Converters.Add(new Language.SentenceJson());
        json.Converters.Add(new StrictTimes.InstantConverter());
        json.Converters.Add(new StrictTimes.DateConverter());
    }

    /// <summary>A member that comes from the route is no member of the body: named there, it is refused like any other unknown one, not silently skipped.</summary>
    private static void LeaveOutWhatTheRouteSays(JsonTypeInfo type)
    {
        for (var i = type.Properties.Count - 1; i >= 0; i--)
        {
            if (type.Properties[i] is { Get: null, Set: null })
                type.Properties.RemoveAt(i);
        }
    }
}
