using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using EnforcementCases.Persistence.Databases;
using EnforcementCases.Platform.Files;

namespace EnforcementCases.Platform.Operations;

/// <summary>What a backup holds; written last, so that a backup without it was never finished.</summary>
/// <param name="Format">Layout of the backup.</param>
/// <param name="TakenAt">When it began; every write acknowledged before that is in it.</param>
/// <param name="FinishedAt">When the last file was on the disk.</param>
/// <param name="Program">Version of the program that made it.</param>
/// <param name="Provider">Which database it is of.</param>
/// <param name="Database">Name of the database on the server; null for SQLite.</param>
/// <param name="DatabaseUser">Owner of the database on the server; null for SQLite.</param>
/// <param name="Migration">Version of the schema: the last migration that was applied.</param>
/// <param name="Keys">Fingerprints of the keys that decrypt it, by name; the keys themselves are not part of the backup.</param>
/// <param name="Files">Every file in the backup except the manifest.</param>
internal sealed record BackupManifest(
    int Format,
    DateTimeOffset TakenAt,
    DateTimeOffset FinishedAt,
    string Program,
    DatabaseProvider Provider,
    string? Database,
    string? DatabaseUser,
    string Migration,
    IReadOnlyDictionary<string, string> Keys,
    IReadOnlyList<BackupFile> Files
)
{
    public const int PresentFormat = 1;
    public const string FileName = "manifest.json";

    /// <summary>Folder of the copied database: the files of SQLite, or a base backup of PostgreSQL.</summary>
    public const string DatabaseFolder = "database";

    /// <summary>Folder of printed documents and other files.</summary>
    public const string FilesFolder = "files";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <exception cref="RefusedOperationException">There is none, or it cannot be read.</exception>
    public static BackupManifest Read(string backup)
    {
        var path = Path.Combine(backup, FileName);
        if (!File.Exists(path))
            throw RefusedOperationException.Wrong($"{backup} 不是完整的备份：没有 {FileName} | not a finished backup");
        try
        {
            var manifest = JsonSerializer.Deserialize<BackupManifest>(File.ReadAllBytes(path), Json)!;
            return manifest.Format == PresentFormat
                ? manifest
                : throw RefusedOperationException.Wrong($"备份格式 {manifest.Format} 为本版本所不识 | unknown format of the backup");
        }
        catch (JsonException)
        {
            throw RefusedOperationException.Wrong($"{path} 已损坏 | damaged");
        }
    }

    /// <summary>Writes the manifest, as the last file of the backup.</summary>
    public void Write(string backup)
    {
        var draft = Path.Combine(backup, $".{FileName}");
        using (var stream = new FileStream(draft, FileMode.Create, FileAccess.Write))
        {
            JsonSerializer.Serialize(stream, this, Json);
            DiskSync.Flush(stream);
        }
        File.Move(draft, Path.Combine(backup, FileName));
        DiskSync.Directory(backup);
    }

    /// <summary>What is wrong with the files of a backup; empty if every file is as it was written and none was added.</summary>
    public IReadOnlyList<string> FaultsOf(string backup)
    {
        var faults = new List<string>();
        foreach (var file in Files)
        {
            var path = Path.Combine(backup, file.Path);
            if (!File.Exists(path))
                faults.Add($"{file.Path}: 缺失 | missing");
            else if (BackupFile.Of(backup, path) != file)
                faults.Add($"{file.Path}: 已损坏 | damaged");
        }
        var listed = Files.Select(f => f.Path).Append(FileName).ToHashSet(StringComparer.Ordinal);
        faults.AddRange(BackupFile.Under(backup).Where(f => !listed.Contains(f)).Select(f => $"{f}: 不在清单中 | not in the manifest"));
        return faults;
    }
}

/// <summary>A file of a backup.</summary>
/// <param name="Path">Path relative to the backup, with forward slashes.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Sha256">Its hash, hex.</param>
internal sealed record BackupFile(string Path, long Bytes, string Sha256)
{
    public static BackupFile Of(string backup, string path)
    {
        using var stream = File.OpenRead(path);
        return new(System.IO.Path.GetRelativePath(backup, path), stream.Length, Convert.ToHexStringLower(SHA256.HashData(stream)));
    }

    /// <summary>Paths of all files below a backup.</summary>
    public static IEnumerable<string> Under(string backup) =>
        Directory
            .EnumerateFiles(backup, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None })
            .Select(f => System.IO.Path.GetRelativePath(backup, f))
            .Order(StringComparer.Ordinal);
}
