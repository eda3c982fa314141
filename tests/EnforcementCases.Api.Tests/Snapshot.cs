using System.Runtime.CompilerServices;
using Shouldly;

namespace EnforcementCases.Api.Tests;

/// <summary>Approved files in the repository; <c>UPDATE_SNAPSHOTS=1</c> writes them anew.</summary>
internal static class Snapshot
{
    private static readonly bool Update = Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1";

    /// <summary>The root of the repository, from where this file was compiled.</summary>
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Here(), "../.."));

    /// <param name="file">Path from the root of the repository.</param>
    /// <param name="explain">What the difference means, when there is one.</param>
    public static void ShouldMatch(string actual, string file, Func<string, string>? explain = null)
    {
        var path = Path.Combine(Root, file);
        if (Update)
            File.WriteAllText(path, actual);
        var approved = File.Exists(path) ? File.ReadAllText(path) : "";
        if (approved != actual)
            Assert(file, explain?.Invoke(approved));
    }

    private static void Assert(string file, string? explanation) =>
        false.ShouldBeTrue($"{file} differs from what is made now. If that is meant, regenerate with UPDATE_SNAPSHOTS=1.\n{explanation}");

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
