using System.Text;
using System.Text.Json.Nodes;
using EnforcementCases.Domain.Recording;
using Xunit;

namespace EnforcementCases.Domain.Tests.Recording.Stored;

/// <summary>Stored bytes of a version, kept as they were written: <c>Approved/acts/WaiveDefence.v1.json</c>. A file that is there is never written again, not
/// even by <c>UPDATE_SNAPSHOTS=1</c>: a changed format is a new version with a new file.</summary>
/// <param name="Name">Folder and name of the content, <c>acts/WaiveDefence</c>.</param>
/// <param name="Version">Version of the format; 0 for bytes without one.</param>
internal sealed record GoldenFile(string Name, int Version)
{
    private static readonly bool Write = Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1";

    /// <summary>Where the golden files are.</summary>
    public static string Folder { get; } = System.IO.Path.Combine(RuleTable.Root, "tests", "EnforcementCases.Domain.Tests", "Approved");

    public string Path => System.IO.Path.Combine(Folder, $"{Name}.v{Version}.json");

    /// <summary>The files of a folder.</summary>
    public static IEnumerable<GoldenFile> In(string folder) =>
        Directory
            .EnumerateFiles(System.IO.Path.Combine(Folder, folder), "*.json")
            .Select(f => System.IO.Path.GetFileNameWithoutExtension(f).Split(".v"))
            .Select(parts => new GoldenFile(
                $"{folder}/{parts[0]}",
                int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture)
            ));

    /// <summary>The bytes, made now where there are none yet and files may be written.</summary>
    public byte[] Bytes(Func<byte[]> make)
    {
        if (!File.Exists(Path) && Write)
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
            File.WriteAllBytes(Path, make());
        }
        if (!File.Exists(Path))
            Assert.Fail($"{Path} is missing. A new version of a stored format gets its file by UPDATE_SNAPSHOTS=1; commit it.");
        return File.ReadAllBytes(Path);
    }

    /// <summary>What a type no longer reads, writes or has of content stored in its present version; null where it is all the same.</summary>
    /// <param name="whole">Whether every member has to have a value in it.</param>
    public static string? FaultOf(StoredFormat format, byte[] stored, bool whole = true)
    {
        object content;
        try
        {
            content = format.Read(stored);
        }
        catch (DomainException refused)
        {
            return refused.Message;
        }
        var again = StoredFormat.Write(content);
        if (!again.AsSpan().SequenceEqual(stored))
            return $"read and written again it is\n{Encoding.UTF8.GetString(again)}\ninstead of\n{Encoding.UTF8.GetString(stored)}";
        if (!whole)
            return null;
        var lacking = StoredShape.Lacking(format.Type, JsonNode.Parse(stored), "").ToList();
        return lacking.Count == 0 ? null : $"members without a value: {string.Join(", ", lacking)}";
    }
}
