using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using EnforcementCases.Api.Tests.Fixture;
using EnforcementCases.Pdf.Tests;
using Shouldly;

namespace EnforcementCases.Api.Tests.Evidence;

/// <summary>A case file as it was drawn, opened with a program that is not ours.</summary>
/// <param name="Answer">The answer.</param>
/// <param name="Entries">The entries by name.</param>
/// <param name="Manifest">The list of entries.</param>
internal sealed partial record DrawnZip(ApiAnswer Answer, IReadOnlyDictionary<string, byte[]> Entries, JsonElement Manifest)
{
    /// <summary>The page that opens without the server.</summary>
    public string Page => Encoding.UTF8.GetString(Entries["index.html"]);

    /// <summary>Draws the file of a case.</summary>
    /// <param name="path">What follows the id: <c>archive?form=Party</c>.</param>
    public static async Task<DrawnZip> Draw(ApiFixture api, Guid @case, string path, string @as = "hg-teamlead")
    {
        var answer = await api.SignedInAs(@as).GetJson($"cases/{@case}/{path}");
        answer.Status.ShouldBe(200, answer.Body.ToString());
        answer.ContentHeaders.ContentType!.MediaType.ShouldBe("application/zip");
        answer.ContentHeaders.ContentLength.ShouldBe(answer.Bytes.Length);
        var entries = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        using var zip = new ZipArchive(new MemoryStream(answer.Bytes));
        foreach (var entry in zip.Entries)
        {
            using var content = entry.Open(); // compares the checksum
            using var bytes = new MemoryStream();
            content.CopyTo(bytes);
            entries.Add(entry.FullName, bytes.ToArray());
        }
        using var manifest = JsonDocument.Parse(entries["manifest.json"]);
        return new(answer, entries, manifest.RootElement.Clone());
    }

    /// <summary>The list states every entry but itself, with its hash, and the header the hash of the list.</summary>
    public DrawnZip ShouldBeAsListed()
    {
        Answer.Headers.GetValues("Archive-Manifest-Sha256").ShouldBe([SampleFiles.Sha256(Entries["manifest.json"])]);
        var listed = Manifest.GetProperty("entries").EnumerateArray().ToList();
        listed.Select(e => e.GetProperty("name").GetString()!).Append("manifest.json").ShouldBe(Entries.Keys, ignoreOrder: true);
        foreach (var entry in listed)
        {
            var bytes = Entries[entry.GetProperty("name").GetString()!];
            entry.GetProperty("sha256").GetString().ShouldBe(SampleFiles.Sha256(bytes));
            entry.GetProperty("bytes").GetInt64().ShouldBe(bytes.Length);
        }
        return this;
    }

    /// <summary>The papers of a folder have consecutive pages, as many as their PDF has, and its contents page shows them.</summary>
    public DrawnZip ShouldHaveItsPages(string folder, string contents)
    {
        var text = Poppler.CopiedText(Entries[contents]);
        var papers = Manifest
            .GetProperty("entries")
            .EnumerateArray()
            .Where(e =>
                e.GetProperty("name").GetString()!.StartsWith(folder, StringComparison.Ordinal) && e.TryGetProperty("firstPage", out _)
            )
            .ToList();
        papers.ShouldNotBeEmpty();
        var next = 1;
        var rows = "";
        foreach (var paper in papers)
        {
            var (name, first, last) = (
                paper.GetProperty("name").GetString()!,
                paper.GetProperty("firstPage").GetInt32(),
                paper.GetProperty("lastPage").GetInt32()
            );
            first.ShouldBe(next, name);
            (last - first + 1).ShouldBe(int.Parse(Poppler.Information(Entries[name])["Pages"], CultureInfo.InvariantCulture), name);
            next = last + 1;
            var pages = first == last ? $"{first}" : $"{first}-{last}";
            name.ShouldContain($"-p{pages}-");
            var number = paper.TryGetProperty("number", out var given) ? given.GetString() : "";
            var date = DateOnly.Parse(paper.GetProperty("date").GetString()!, CultureInfo.InvariantCulture);
            rows += $"{name.Split('/')[1][..3].TrimStart('0')}{number}{paper.GetProperty("title").GetString()}{date:yyyy年M月d日}{pages}";
        }
        text.ShouldContain(rows);
        return this;
    }

    /// <summary>Every link of the page is an entry, nothing comes from elsewhere, and nothing runs.</summary>
    public DrawnZip ShouldOpenAlone()
    {
        var links = Links().Matches(Page).Select(m => m.Groups[1].Value).ToList();
        links.ShouldNotBeEmpty();
        links.ShouldBeSubsetOf(Entries.Keys);
        Entries.Keys.Except(links).ShouldBe(["index.html"]);
        Page.ShouldContain("default-src 'none'");
        Page.ShouldNotContain("<script");
        Page.ShouldNotContain("http://");
        Page.ShouldNotContain("https://");
        return this;
    }

    /// <summary>Everything that can be read in it, without blanks.</summary>
    public string AllText() =>
        string.Join(
            '\n',
            Entries.Select(e =>
                e.Key.EndsWith(".pdf", StringComparison.Ordinal) && !e.Key.StartsWith("evidence/", StringComparison.Ordinal)
                    ? Poppler.CopiedText(e.Value)
                    : Encoding.UTF8.GetString(e.Value)
            )
        );

    [GeneratedRegex("href=\"([^\"]*)\"")]
    private static partial Regex Links();
}
