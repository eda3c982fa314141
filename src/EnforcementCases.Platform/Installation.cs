using EnforcementCases.Persistence.Databases;

namespace EnforcementCases.Platform;

/// <summary>Where this installation keeps its data and which database it runs on.</summary>
/// <param name="DataDirectory">Embedded database, files, keys.</param>
/// <param name="Provider"><c>Database:Provider</c>; default SQLite.</param>
/// <param name="ConnectionString"><c>ConnectionStrings:Default</c>; for SQLite a file in the data directory.</param>
/// <param name="Node"><c>Node</c>, 0 to 255: distinguishes the replicas that share one database.</param>
/// <param name="FullFont"><c>Documents:FullFont</c>: path of a TrueType font for names that the shipped fonts lack; null for none.</param>
/// <param name="Demo"><c>Demo</c>: creates the demo organisations and accounts.</param>
internal sealed record Installation(
    string DataDirectory,
    DatabaseProvider Provider,
    string ConnectionString,
    int Node,
    string? FullFont,
    bool Demo
)
{
    /// <summary>Name of the embedded database in the data directory.</summary>
    public const string SqliteFile = "enforcement-cases.db";

    /// <summary>Folder of the key files; not part of any backup of the database.</summary>
    public string KeyDirectory => Path.Combine(DataDirectory, "keys");

    /// <summary>Folder of printed documents and other files, named by hash.</summary>
    public string FileDirectory => Path.Combine(DataDirectory, "files");

    /// <summary>Folder of uploads that are not whole yet; on the same disk as the files, so that a whole one is only renamed.</summary>
    public string UploadDirectory => Path.Combine(DataDirectory, "uploads");

    /// <summary>Folder of what is put together for one answer; nothing in it outlasts its request.</summary>
    public string ScratchDirectory => Path.Combine(DataDirectory, "scratch");

    /// <summary>The embedded database of a data directory.</summary>
    public static string EmbeddedConnection(string directory) => $"Data Source={Path.Combine(directory, SqliteFile)}";

    public static Installation From(IConfiguration configuration)
    {
        var directory = Path.GetFullPath(configuration["Data:Directory"] is { Length: > 0 } said ? said : "data");
        Directory.CreateDirectory(directory);
        var provider = configuration.GetValue("Database:Provider", DatabaseProvider.Sqlite);
        var connectionString =
            configuration.GetConnectionString("Default")
            ?? (
                provider == DatabaseProvider.Sqlite
                    ? EmbeddedConnection(directory)
                    : throw new InvalidOperationException("ConnectionStrings:Default is needed for a database server.")
            );
        return new(
            directory,
            provider,
            connectionString,
            configuration.GetValue("Node", 0),
            configuration["Documents:FullFont"],
            configuration.GetValue("Demo", false)
        );
    }
}
