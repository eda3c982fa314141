using EnforcementCases.Api.Tests.Fixture;
using Xunit;

[assembly: AssemblyFixture(typeof(FirstStart))]

namespace EnforcementCases.Api.Tests.Fixture;

/// <summary>What the first start of the program leaves: schema, product data, demo organisations, keys. It is made once; each server that a test starts begins with a copy, as after a
/// restart. Servers with settings that change the first start begin with nothing.</summary>
public sealed class FirstStart : IAsyncDisposable
{
    private static readonly string[] ChangeIt = ["Demo", "Data:", "Database:", "ConnectionStrings:", "Root:", "Keys:"];
    private static readonly SemaphoreSlim Making = new(1, 1);
    private static Left? left;

    /// <summary>Whether a setting changes what the first start leaves.</summary>
    public static bool Changes(string setting) =>
        Array.Exists(ChangeIt, key => setting.StartsWith(key, StringComparison.OrdinalIgnoreCase));

    /// <summary>A database as the first start left it, with its files in a folder of its own.</summary>
    internal static async Task<TestDatabase> CopyAsync(DirectoryInfo to)
    {
        var from = await MadeAsync();
        Copy(from.Files, to);
        return await TestDatabase.CreateAsync(from.Database);
    }

    public async ValueTask DisposeAsync()
    {
        if (left is not null)
            await left.Server.DisposeAsync();
        left = null;
    }

    private static async Task<Left> MadeAsync()
    {
        await Making.WaitAsync();
        try
        {
            return left ??= await ApiFixture.StartOnceAsync();
        }
        finally
        {
            Making.Release();
        }
    }

    private static void Copy(DirectoryInfo from, DirectoryInfo to)
    {
        foreach (var file in from.EnumerateFiles())
            file.CopyTo(Path.Combine(to.FullName, file.Name));
        foreach (var folder in from.EnumerateDirectories())
            Copy(folder, Directory.CreateDirectory(Path.Combine(to.FullName, folder.Name), folder.UnixFileMode));
    }

    /// <summary>What a first start left.</summary>
    /// <param name="Server">The server, which is stopped; it drops database and files when it is disposed of.</param>
    internal sealed record Left(ApiFixture Server, TestDatabase Database, DirectoryInfo Files);
}
