using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace EnforcementCases.Domain.Recording;

/// <summary>The stored format of one kind of content: act bodies, document contents, figure snapshots. The version is the first member of the bytes, <c>{"v":1,…}</c>.
/// Bytes without it are version 0: they stay readable and are never rewritten. The hash is taken over exactly what <see cref="Write"/> returned.</summary>
/// <remarks>Every change of a stored type, an optional member included, is a new version: an <see cref="UpcastAttribute"/> on the type and a new golden file.</remarks>
public sealed class StoredFormat
{
    /// <summary>The content was stored by a later version of the program.</summary>
    public static readonly DomainError Newer = new(
        "stored-content.newer-version",
        null,
        ErrorKind.Unavailable,
        "该内容由更新版本的程序保存，本版本不能读取"
    );

    /// <summary>The content is damaged: it does not have the format that the program writes.</summary>
    public static readonly DomainError Unreadable = new("stored-content.unreadable", null, ErrorKind.Damaged, "保存的内容已损坏，无法读取");

    /// <summary>Name of the member that holds the version.</summary>
    internal const string VersionMember = "v";

    /// <summary>JSON options of stored content. A member that the type does not know is refused, because it would be lost silently.</summary>
    internal static readonly JsonSerializerOptions Json = new()
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { RequireWhatIsNeverNull } },
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false) },
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
    };

    private static readonly ConcurrentDictionary<Type, StoredFormat> Known = new();

    private readonly Func<JsonNode, JsonNode>[] upcasters;

    private StoredFormat(Type type)
    {
        Type = type;
        var steps = type.GetCustomAttributes<UpcastAttribute>(inherit: false).ToLookup(a => a.From, a => a.Of(type));
        upcasters = new Func<JsonNode, JsonNode>[steps.Select(s => s.Key + 1).Append(1).Max()];
        for (var from = 0; from < upcasters.Length; from++)
            upcasters[from] = steps[from].Aggregate((JsonNode content) => content, (before, step) => content => step(before(content)));
    }

    /// <summary>The type that is stored.</summary>
    public Type Type { get; }

    /// <summary>The version that is written now.</summary>
    public int Version => upcasters.Length;

    /// <summary>The format of a type.</summary>
    public static StoredFormat Of(Type type) => Known.GetOrAdd(type, t => new(t));

    /// <summary>Writes content as it is stored and hashed.</summary>
    public static byte[] Write(object content)
    {
        var format = Of(content.GetType());
        var json = JsonSerializer.SerializeToUtf8Bytes(content, format.Type, Json);
        var head = Encoding.ASCII.GetBytes(
            string.Create(CultureInfo.InvariantCulture, $$"""{"{{VersionMember}}":{{format.Version}}{{(json.Length > 2 ? "," : "")}}""")
        );
        return [.. head, .. json.AsSpan(1)];
    }

    /// <summary>Reads content of any version up to the present one.</summary>
    /// <exception cref="DomainException"><see cref="Newer"/> or <see cref="Unreadable"/>.</exception>
    public static T Read<T>(ReadOnlySpan<byte> bytes)
        where T : class => (T)Of(typeof(T)).Read(bytes);

    /// <inheritdoc cref="Read{T}" />
    public object Read(ReadOnlySpan<byte> bytes)
    {
        var version = VersionOf(bytes, out var end);
        if (version > Version)
            throw Newer.With($"{Type.Name} 第 {version} 版，本程序只识别到第 {Version} 版");
        try
        {
            var content = version == Version ? JsonSerializer.Deserialize(Rest(bytes, end), Type, Json) : Upcast(bytes, version, end);
            return content ?? throw new JsonException("The content is null.");
        }
        catch (Exception damage) when (damage is JsonException or InvalidOperationException or FormatException or ArgumentException)
        {
            throw Unreadable.With($"{Type.Name} 第 {version} 版");
        }
    }

    /// <summary>The version of stored bytes; 0 if they have none.</summary>
    public static int VersionOf(ReadOnlySpan<byte> bytes) => VersionOf(bytes, out _);

    private object? Upcast(ReadOnlySpan<byte> bytes, int version, int end)
    {
        var content = version == 0 ? Unversioned(bytes) : JsonNode.Parse(Rest(bytes, end));
        for (var from = version; from < Version; from++)
            content = upcasters[from](content ?? throw new JsonException("The content is null."));
        return content.Deserialize(Type, Json);
    }

    /// <summary>Null members are not written, so only a parameter that cannot be null is always present.</summary>
    private static void RequireWhatIsNeverNull(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(p => p.AssociatedParameter is { HasDefaultValue: false, IsNullable: false }))
            property.IsRequired = true;
        foreach (var property in type.Properties.Where(p => p.IsRequired && p.IsSetNullable))
            property.IsRequired = false; // null is not written
    }

    /// <summary>Some content of version 0 was plain text, not JSON; its upcaster receives it as a single text.</summary>
    private static JsonNode? Unversioned(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return JsonNode.Parse(bytes);
        }
        catch (JsonException)
        {
            return JsonValue.Create(Encoding.UTF8.GetString(bytes));
        }
    }

    /// <param name="end">Where the version ends; 0 if none.</param>
    private static int VersionOf(ReadOnlySpan<byte> bytes, out int end)
    {
        end = 0;
        var reader = new Utf8JsonReader(bytes);
        try
        {
            if (
                !reader.Read()
                || reader.TokenType != JsonTokenType.StartObject
                || !reader.Read()
                || reader.TokenType != JsonTokenType.PropertyName
                || !reader.ValueTextEquals(VersionMember)
                || !reader.Read()
                || reader.TokenType != JsonTokenType.Number
                || !reader.TryGetInt32(out var version)
                || version < 1
            )
                return 0;
            end = (int)reader.BytesConsumed;
            return version;
        }
        catch (JsonException)
        {
            return 0;
        }
    }

    /// <summary>The content without its version.</summary>
    private static ReadOnlySpan<byte> Rest(ReadOnlySpan<byte> bytes, int end)
    {
        if (end == 0)
            return bytes;
        var rest = bytes[end..];
        byte[] content = [(byte)'{', .. rest.StartsWith((byte)',') ? rest[1..] : rest];
        return content;
    }
}
