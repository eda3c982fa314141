using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using EnforcementCases.Domain.Cases.Archive;
using EnforcementCases.Platform.Files;

namespace EnforcementCases.Api.Evidence.Archives;

/// <summary>The list of everything in a drawn file: <c>manifest.json</c>. It lists every entry but itself.</summary>
/// <param name="Format">Name of the format.</param>
/// <param name="Case">The case.</param>
/// <param name="Form">For whom it was drawn.</param>
/// <param name="Inner">With the inner volume (副卷).</param>
/// <param name="Evidence">The files of the evidence, or only their hashes.</param>
/// <param name="DrawnAt">When it was put together.</param>
/// <param name="Entries">The entries of the ZIP, in order.</param>
/// <param name="OnlyHashes">Evidence of which the ZIP has the hash alone, in the order of the contents page.</param>
internal sealed record ArchiveManifest(
    string Format,
    Guid Case,
    FileForm Form,
    bool Inner,
    EvidenceInArchive Evidence,
    DateTimeOffset DrawnAt,
    IReadOnlyList<ManifestEntry> Entries,
    IReadOnlyList<ManifestHash> OnlyHashes
)
{
    public const string Name = "manifest.json";
    public const string Version = "enforcementcases-archive-v1";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
    };

    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, Json);
}

/// <summary>An entry of the ZIP.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Sha256">SHA-256 of its bytes, lower-case hex.</param>
/// <param name="Title">What it is.</param>
/// <param name="FirstPage">First page in its volume; null for anything that has no page number.</param>
/// <param name="LastPage">Last page in its volume.</param>
/// <param name="Number">Number of the document; null if it has none.</param>
/// <param name="Date">Its date; null for anything but a document.</param>
internal sealed record ManifestEntry(
    string Name,
    long Bytes,
    string Sha256,
    string Title,
    int? FirstPage,
    int? LastPage,
    string? Number,
    DateOnly? Date
)
{
    public static ManifestEntry Of(ArchiveEntry entry) =>
        new(
            entry.Item.Name,
            entry.Item.Content.Bytes,
            entry.Item.Content.Sha256,
            entry.Title,
            entry.Line?.FirstPage,
            entry.Line?.LastPage,
            entry.Line?.Paper.Number,
            entry.Line?.Paper.Date
        );
}

/// <summary>Evidence of which only the hash is given.</summary>
/// <param name="Sha256">SHA-256 of the file.</param>
/// <param name="Title">What it is.</param>
/// <param name="Arrived">Whether this system has the file.</param>
internal sealed record ManifestHash(string Sha256, string Title, bool Arrived);

/// <summary>An entry with what the list and the page show of it.</summary>
/// <param name="Item">The entry.</param>
/// <param name="Title">What it is.</param>
/// <param name="Line">Its line in the contents; null for anything that has no page number.</param>
internal sealed record ArchiveEntry(ZipItem Item, string Title, ContentsLine? Line = null);
