using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using EnforcementCases.Domain.Recording;
using EnforcementCases.Transparency;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Recording;

/// <summary>Exported records, good and bad: two verifiers written apart find the same in each of them.</summary>
public sealed class BundleTests
{
    private const string Origin = "example.gov/log";

    private static readonly Guid Chain = Guid.Parse("01910c5e-7a3b-7000-8000-000000000001");
    private static readonly byte[] Salt = [.. Enumerable.Range(0, EntryLeaf.SaltLength).Select(i => (byte)i)];
    private static readonly NoteSigner Log = Signer(Origin, NoteKeyKind.Note);
    private static readonly NoteSigner Stranger = Signer(Origin, NoteKeyKind.Note);
    private static readonly NoteSigner Witness = Signer("justice.example/witness", NoteKeyKind.Cosignature);

    private static string Trust => TrustOf(1, 0, null);

    [Fact]
    public async Task Both_verifiers_find_the_same_in_every_bundle()
    {
        var good = await Bundle(6);
        var head = (Func<string, JsonNode, string>)((member, value) => Edit(good, 0, line => line[member] = value));
        var unsigned = SignedNote.Read(HeadOf(good)["checkpoint"]!.GetValue<string>())!;
        (string Name, string Bundle, string Found)[] all =
        [
            ("untouched", good, "0 sound: 6 entries"),
            ("a value changed", Canonical(good, 3, c => c.Replace("\"fen\":3", "\"fen\":4")), "1 tampered: entry 3: leaf"),
            (
                "the same meaning in other bytes",
                Canonical(good, 2, c => c.Replace("\"fen\":2", "\"fen\": 2")),
                "1 tampered: entry 2: bytes"
            ),
            ("members in another order", Canonical(good, 2, Reordered), "1 tampered: entry 2: bytes"),
            ("a member twice", Canonical(good, 2, c => c.Replace("\"fen\":2", "\"fen\":2,\"fen\":2")), "1 tampered: entry 2: bytes"),
            ("a number as a fraction", Canonical(good, 2, c => c.Replace("\"fen\":2", "\"fen\":2.0")), "1 tampered: entry 2: bytes"),
            ("a letter escaped", Canonical(good, 2, c => c.Replace("街", "\\u8857")), "1 tampered: entry 2: bytes"),
            ("an accent apart", Canonical(good, 2, c => c.Replace("é", "e\u0301")), "1 tampered: entry 2: bytes"),
            ("half a character", Canonical(good, 2, c => c.Replace("街", "\\ud800")), "1 tampered: entry 2: bytes"),
            ("no JSON", Canonical(good, 2, _ => "街"), "1 tampered: entry 2: bytes"),
            ("of another case", Canonical(good, 2, c => c.Replace("000000000001", "000000000002")), "1 tampered: entry 2: place"),
            ("of another position", Canonical(good, 2, c => c.Replace("\"seq\":2", "\"seq\":3")), "1 tampered: entry 2: place"),
            ("an entry left out", Without(good, 3), "1 tampered: entry 3: order"),
            ("the last entry left out", Without(good, 6), "1 tampered: entry 6: count"),
            ("the first entry left out", Without(good, 1), "1 tampered: entry 1: order"),
            ("two entries exchanged", Swapped(good, 4, 5), "1 tampered: entry 4: order"),
            ("an entry twice", Twice(good, 2), "1 tampered: entry 3: order"),
            ("all entries left out", good[..(good.IndexOf('\n') + 1)], "1 tampered: entry 1: count"),
            ("another case in the head", head("chain", "01910c5e-7a3b-7000-8000-000000000009"), "1 tampered: entry 1: place"),
            ("another salt", head("salt", Convert.ToBase64String(new byte[16])), "1 tampered: entry 1: leaf"),
            ("another leaf", Edit(good, 4, e => e["leaf"] = 0), "1 tampered: entry 4: leaf"),
            ("a leaf beyond the tree", Edit(good, 4, e => e["leaf"] = 1_000_000), "1 tampered: entry 4: leaf"),
            ("a leaf before the tree", Edit(good, 4, e => e["leaf"] = -1), "1 tampered: entry 4: leaf"),
            ("a proof cut", Edit(good, 5, e => e["proof"]!.AsArray().RemoveAt(0)), "1 tampered: entry 5: leaf"),
            (
                "a proof longer",
                Edit(good, 5, e => e["proof"]!.AsArray().Add(Convert.ToBase64String(new byte[32]))),
                "1 tampered: entry 5: leaf"
            ),
            ("not in the log", Edit(good, 6, e => (e["leaf"], e["proof"]) = (null, new JsonArray())), "2 unanchored: entry 6: tail"),
            (
                "a size changed",
                head("checkpoint", HeadOf(good)["checkpoint"]!.GetValue<string>().Replace("\n18\n", "\n17\n")),
                "1 tampered: signature"
            ),
            (
                "another log",
                head("checkpoint", Signed(new Checkpoint("another.gov/log", 18, TreeHash.Empty()), Log).Write()),
                "3 unknownkey: origin"
            ),
            ("signed by a stranger", head("checkpoint", Signed(Checkpoint.Of(unsigned)!, Stranger).Write()), "3 unknownkey: key"),
            (
                "another root, signed by a stranger too",
                head("checkpoint", Signed(new Checkpoint(Origin, 18, TreeHash.Empty()), Stranger).Write()),
                "3 unknownkey: key"
            ),
            (
                "another root, signed by the log",
                head("checkpoint", Signed(new Checkpoint(Origin, 18, TreeHash.Empty()), Log).Write()),
                "1 tampered: entry 1: leaf"
            ),
            ("no witness", head("checkpoint", Signed(Checkpoint.Of(unsigned)!, Log).Write()), "2 unanchored: witnesses"),
            ("a witness whose time was changed", head("checkpoint", LaterWitness(unsigned).Write()), "1 tampered: signature"),
            ("no signature", head("checkpoint", "example.gov/log\n18\nAAAA\n"), "4 badinput: checkpoint"),
            ("no checkpoint", head("checkpoint", Signed(new SignedNote("text\n", []), Log).Write()), "4 badinput: checkpoint"),
            ("an unknown member", head("more", 1), "4 badinput: input"),
            ("another format", head("format", "enforcementcases-record-v9"), "4 badinput: input"),
            ("a short salt", head("salt", "AAAA"), "4 badinput: input"),
            ("a short hash", Edit(good, 5, e => e["proof"]![0] = "AAAA"), "4 badinput: input"),
            ("a number as text", Edit(good, 5, e => e["seq"] = "5"), "4 badinput: input"),
            ("no Base64", Edit(good, 5, e => e["canonical"] = "街"), "4 badinput: input"),
            ("cut within a line", good[..^20], "4 badinput: input"),
            ("empty", "", "4 badinput: input"),
            ("something else", "{}\n", "4 badinput: input"),
        ];

        var found = await LogSteps.Verify(Trust, [.. all.Select(a => a.Bundle)]);

        found.Zip(all).Select(f => $"{f.Second.Name}: {f.First}").ShouldBe(all.Select(a => $"{a.Name}: {a.Found}"));
    }

    [Fact]
    public async Task A_key_is_trusted_for_its_sizes_only()
    {
        var good = await Bundle(2);
        (await LogSteps.Verify(TrustOf(1, 0, 6), good)).ShouldBe(["0 sound: 2 entries"]);
        (await LogSteps.Verify(TrustOf(1, 0, 5), good)).ShouldBe(["3 unknownkey: key"]); // what a stolen key signs after its end
        (await LogSteps.Verify(TrustOf(1, 7, null), good)).ShouldBe(["3 unknownkey: key"]);
        (await LogSteps.Verify(TrustOf(2, 0, null), good)).ShouldBe(["4 badinput: input"]); // more witnesses than named
        (await LogSteps.Verify("{}", good)).ShouldBe(["4 badinput: input"]);
        (await LogSteps.Verify("", good)).ShouldBe(["4 badinput: input"]);
        foreach (
            var (member, value) in new[] { ("logKeys", "[null]"), ("logKeys", "[[]]"), ("witnessKeys", "[null]"), ("witnessKeys", "[1]") }
        )
        {
            var trust = JsonNode.Parse(Trust)!.AsObject();
            trust[member] = JsonNode.Parse(value);
            (await LogSteps.Verify(trust.ToJsonString(), good)).ShouldBe(["4 badinput: input"], $"{member}: {value}");
        }
    }

    [Fact]
    public async Task The_program_verifies_without_a_network_and_its_exit_code_is_the_result()
    {
        var folder = Directory.CreateTempSubdirectory("enforcement-cases-offline-");
        try
        {
            var (bundle, trust) = (Path.Combine(folder.FullName, "bundle"), Path.Combine(folder.FullName, "trust"));
            var good = await Bundle(3);
            await File.WriteAllTextAsync(trust, Trust, TestContext.Current.CancellationToken);
            (string Text, int Code)[] all =
            [
                (good, 0),
                (Without(good, 2), 1),
                (Edit(good, 3, e => (e["leaf"], e["proof"]) = (null, new JsonArray())), 2),
                (good.Replace(Origin, "another.gov/log", StringComparison.Ordinal), 3),
                ("街", 4),
            ];
            var (alone, _) = await LogSteps.RunAsync("unshare", ["--map-root-user", "--net", "true"]);
            string[] offline = alone == 0 ? ["unshare", "--map-root-user", "--net", "dotnet"] : ["dotnet"]; // where namespaces are not allowed, without
            foreach (var (text, code) in all)
            {
                await File.WriteAllTextAsync(bundle, text, TestContext.Current.CancellationToken);
                var (found, said) = await LogSteps.RunAsync(
                    offline[0],
                    [.. offline[1..], LogSteps.ProgramOf("EnforcementCases.Verifier"), bundle, trust]
                );
                found.ShouldBe(code, said);
            }
            var (none, usage) = await LogSteps.RunAsync("dotnet", [LogSteps.ProgramOf("EnforcementCases.Verifier")]);
            (none, usage.Contains("BUNDLE TRUST", StringComparison.Ordinal)).ShouldBe((4, true));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>A record of some entries in a log that has others between them.</summary>
    private static async Task<string> Bundle(int count)
    {
        var tree = TreeFrontier.Empty();
        var leaves = new List<byte[]>();
        var entries = new List<(byte[] Canonical, long Leaf)>();
        var previous = RecordChain.GenesisOf(Chain);
        for (var seq = 1; seq <= count; seq++)
        {
            var canonical = CanonicalJson.Write(
                new RecordFields()
                    .Add("chain", Chain)
                    .Add("seq", seq)
                    .Add("data", new RecordFields().Add("fen", seq).Add("place", "汉沽街道 é \"x\"\n").Add("empty", (string?)null))
                    .Add("kinds", ["Fine", "Warning"])
                    .Add("late", false)
            );
            previous = RecordEntry.HashOf(previous, canonical);
            leaves.Add(TreeHash.Leaf([(byte)seq]));
            entries.Add((canonical, leaves.Count));
            leaves.Add(EntryLeaf.HashOf(Origin, Salt, Chain, seq, previous));
            leaves.Add(TreeHash.Leaf([(byte)seq, 0]));
        }
        leaves.ForEach(tree.Append);
        var note = Signed(new Checkpoint(Origin, tree.Size, tree.Root()), Log);
        note = note.With(Witness.Sign(note, DateTimeOffset.FromUnixTimeSeconds(1_780_000_000)));
        var reader = new TreeReader(new OneTile(leaves), tree.Size);
        var lines = new List<BundleEntry>();
        foreach (var (canonical, leaf) in entries)
            lines.Add(new(lines.Count + 1, canonical, leaf, await reader.InclusionAsync(leaf, CancellationToken.None)));
        return new RecordBundle(Chain, Salt, note.Write(), count, lines).Write();
    }

    private static string TrustOf(int witnesses, long from, long? until)
    {
        using var log = Log.Verifier();
        using var witness = Witness.Verifier();
        var end = until is null ? "null" : $"{until}";
        return $$"""{"origin":"{{Origin}}","logKeys":[{"key":"{{log.Text}}","from":{{from}},"until":{{end}}}],"witnessKeys":["{{witness.Text}}"],"witnesses":{{witnesses}}}""";
    }

    private static NoteSigner Signer(string name, NoteKeyKind kind) => new(name, kind, ECDsa.Create(ECCurve.NamedCurves.nistP256));

    private static SignedNote Signed(Checkpoint checkpoint, NoteSigner by) => Signed(checkpoint.Note, by);

    private static SignedNote Signed(SignedNote note, NoteSigner by) => note.With(by.Sign(note, default));

    private static SignedNote LaterWitness(SignedNote note)
    {
        var signature = note.Signatures[^1];
        return note.With(signature with { Bytes = [.. signature.Bytes[..7], (byte)(signature.Bytes[7] ^ 1), .. signature.Bytes[8..]] });
    }

    private static JsonObject HeadOf(string bundle) => JsonNode.Parse(bundle.Split('\n')[0])!.AsObject();

    private static string Edit(string bundle, int line, Action<JsonObject> change)
    {
        var lines = bundle.Split('\n');
        var node = JsonNode.Parse(lines[line])!.AsObject();
        change(node);
        lines[line] = node.ToJsonString();
        return string.Join('\n', lines);
    }

    private static string Canonical(string bundle, int seq, Func<string, string> change) =>
        Edit(
            bundle,
            seq,
            entry =>
            {
                var before = Encoding.UTF8.GetString(Convert.FromBase64String(entry["canonical"]!.GetValue<string>()));
                var after = change(before);
                after.ShouldNotBe(before);
                entry["canonical"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(after));
            }
        );

    private static string Reordered(string canonical)
    {
        var node = JsonNode.Parse(canonical)!.AsObject();
        var first = node.First();
        node.Remove(first.Key);
        node.Add(first.Key, first.Value?.DeepClone());
        return node.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }

    private static string Without(string bundle, int line) => string.Join('\n', bundle.Split('\n').Where((_, i) => i != line));

    private static string Twice(string bundle, int line) =>
        string.Join('\n', bundle.Split('\n').SelectMany((l, i) => i == line ? [l, l] : new[] { l }));

    private static string Swapped(string bundle, int one, int other)
    {
        var lines = bundle.Split('\n');
        (lines[one], lines[other]) = (lines[other], lines[one]);
        return string.Join('\n', lines);
    }

    private sealed class OneTile(List<byte[]> leaves) : ITileSource
    {
        public Task<byte[]> ReadAsync(Tile tile, CancellationToken ct) =>
            Task.FromResult(leaves.Take(tile.Width).SelectMany(h => h).ToArray());
    }
}
