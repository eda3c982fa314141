using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace EnforcementCases.Api.Catalogue;

/// <summary>A file of product data that ships inside the program.</summary>
/// <param name="Name">Name: <c>violations</c>, <c>power-list</c>, <c>holidays</c>, <c>discretion-benchmarks</c>, <c>exemption-list</c> or <c>legal-review-catalogue</c>.</param>
/// <param name="Content">Its bytes, UTF-8 JSON.</param>
internal sealed record ProductFile(string Name, byte[] Content)
{
    public const string Violations = "violations";
    public const string PowerList = "power-list";
    public const string Holidays = "holidays";
    public const string Benchmarks = "discretion-benchmarks";
    public const string Exemptions = "exemption-list";
    public const string ReviewTemplates = "legal-review-catalogue";

    private static readonly JsonSerializerOptions Strict = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public string Sha256 => Convert.ToHexStringLower(SHA256.HashData(Content));

    /// <summary>All that ship with this version of the program.</summary>
    public static IReadOnlyList<ProductFile> Shipped { get; } =
    [
        Embedded(Violations, "violations.json").With("structure", "penalty-structure.json"),
        Embedded(PowerList, "power-list.json"),
        Embedded(Holidays, "holidays-2021-2026.json"),
        Embedded(Benchmarks, "discretion-benchmarks.json"),
        Embedded(Exemptions, "exemption-list.json"),
        Embedded(ReviewTemplates, "legal-review-catalogue.json"),
    ];

    /// <summary>Reads the file; an unknown, a missing or a repeated member is refused.</summary>
    /// <exception cref="InvalidDataException">The file is malformed.</exception>
    public T Read<T>()
    {
        try
        {
            return JsonSerializer.Deserialize<T>(Content, Strict) ?? throw Rejected("the file is empty");
        }
        catch (JsonException e)
        {
            throw Rejected(e.Message);
        }
    }

    /// <summary>SHA-256 of a part of a file, hex: shows whether the part changed.</summary>
    public static string HashOf<T>(T part) => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(part, Strict)));

    /// <summary>The exception for an error in this file.</summary>
    public InvalidDataException Rejected(string why) => new($"Product data {Name}: {why}");

    /// <summary>The file with another one as a member of its own: both are one data set, and a change of either loads it anew.</summary>
    private ProductFile With(string member, string file)
    {
        var end = Content.AsSpan().LastIndexOf((byte)'}');
        return this with
        {
            Content = [.. Content[..end], .. Encoding.UTF8.GetBytes($",\n\"{member}\": "), .. Embedded(member, file).Content, (byte)'}'],
        };
    }

    private static ProductFile Embedded(string name, string file)
    {
        using var stream =
            typeof(ProductFile).Assembly.GetManifestResourceStream($"EnforcementCases.Api.Catalogue.Data.{file}")
            ?? throw new InvalidOperationException($"{file} is not in the program.");
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return new(name, content.ToArray());
    }
}
