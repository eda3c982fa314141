using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>How what is said in an act is written down and read again. The bytes are hashed into the record as they are stored.</summary>
public static class ActJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>Writes a body.</summary>
    public static byte[] Write(ActBody body) => JsonSerializer.SerializeToUtf8Bytes(body, body.GetType(), Options);

    /// <summary>Reads the body of an act.</summary>
    public static ActBody Read(CaseAct act, byte[] bytes) =>
        (ActBody)JsonSerializer.Deserialize(bytes, OrdinaryProcedure.Of(act)!.Body!, Options)!;
}
