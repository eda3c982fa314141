using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Architecture;

/// <summary>Comments and contract are plain English: the banned phrases, and what to write instead, are listed in <c>src/README.md</c>.</summary>
public sealed partial class PlainEnglishTests
{
    private const string Contract = "src/EnforcementCases.Api/openapi.v1.json";

    private static readonly string[] Generated = ["obj", "bin", "Migrations"];

    [Fact]
    public void No_doc_comment_contains_a_banned_phrase()
    {
        var files = Directory
            .EnumerateFiles(Path.Combine(Snapshot.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Snapshot.Root, file).Replace('\\', '/'))
            .Where(file => !file.Split('/').Intersect(Generated, StringComparer.Ordinal).Any())
            .Order(StringComparer.Ordinal)
            .ToList();

        files.Count.ShouldBeGreaterThan(500);
        files.SelectMany(file => FaultsOf(file, DocComment())).ShouldBeEmpty();
    }

    [Fact]
    public void No_summary_or_description_of_the_contract_contains_a_banned_phrase() => FaultsOf(Contract, ContractText()).ShouldBeEmpty();

    [Theory]
    [InlineData("Only what stands so; everything where nothing is said.")]
    [InlineData("It stood there.")]
    [InlineData("Whoever signs it.")]
    [InlineData("A call in vain.")]
    [InlineData("What hangs on it.")]
    [InlineData("The officer; null where there is none.")]
    [InlineData("It is for the head to decide.")]
    [InlineData("It weighs on the party.")]
    public void The_check_sees_a_banned_phrase(string text) => IsBanned(text).ShouldBeTrue();

    [Theory]
    [InlineData("A notice that is still standing; easy to understand.")]
    [InlineData("The weight of evidence, an essay, an outstanding fine.")]
    [InlineData("""As in <see cref="Saying.Said"/> and <param name="Told">, a name in code.""")]
    [InlineData("The member `told`.")]
    public void The_check_allows_other_words_and_names_in_code(string text) => IsBanned(text).ShouldBeFalse();

    /// <summary>Each as <c>file:line: text</c>.</summary>
    private static IEnumerable<string> FaultsOf(string file, Regex form) =>
        from line in File.ReadLines(Path.Combine(Snapshot.Root, file)).Index()
        let text = form.Match(line.Item)
        where text.Success && IsBanned(text.Groups["text"].Value)
        select $"{file}:{line.Index + 1}: {text.Groups["text"].Value}";

    private static bool IsBanned(string text) => Banned().IsMatch(Code().Replace(text, " "));

    [GeneratedRegex(@"^\s*///\s*(?<text>.*)$")]
    private static partial Regex DocComment();

    [GeneratedRegex(@"^\s*""(?:summary|description)"": ""(?<text>.*)"",?$")]
    private static partial Regex ContractText();

    /// <summary>Names that are no prose: tags with their attributes, code between backticks, line breaks of JSON.</summary>
    [GeneratedRegex(@"<[^>]*>|`[^`]*`|\\n")]
    private static partial Regex Code();

    [GeneratedRegex(
        @"\b(?:stands?|stood|tells?|told|untold|says?|said|weigh(?:s|ed)?|whoever|in vain|(?:hangs?|hung) on|where nothing is"
            + @"|null where there (?:is|are) none|what is asked|the one who|it is for (?:the )?\w+ to)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Banned();
}
