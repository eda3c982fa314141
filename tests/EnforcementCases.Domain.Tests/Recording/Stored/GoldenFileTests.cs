using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Discretion;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Papers;
using EnforcementCases.Domain.Recording;
using EnforcementCases.Domain.Tests.Documents.Forms;
using Shouldly;
using Xunit;

namespace EnforcementCases.Domain.Tests.Recording.Stored;

/// <summary>What was stored once is read for ever: golden files of every act body, document content and figure snapshot.</summary>
public sealed class GoldenFileTests
{
    public static TheoryData<string> Names => [.. StoredTypes.All.Keys];

    public static TheoryData<DocumentKind> Kinds => [.. DocumentForms.All.Select(f => f.Kind)];

    public static TheoryData<string, int> OlderFiles()
    {
        var files = new TheoryData<string, int>();
        foreach (var (name, type) in StoredTypes.All)
        {
            foreach (var file in GoldenFile.In(name.Split('/')[0]).Where(f => f.Name == name && f.Version < StoredFormat.Of(type).Version))
                files.Add(file.Name, file.Version);
        }
        foreach (var file in GoldenFile.In("forms").Where(f => !StoredTypes.All.ContainsKey(f.Name)))
            files.Add(file.Name, file.Version);
        return files;
    }

    [Theory, MemberData(nameof(Names))]
    public void Stored_content_is_read_and_written_again_to_the_byte_and_no_member_of_it_is_lost(string name)
    {
        var format = FormatOf(name);
        var golden = new GoldenFile(name, format.Version).Bytes(() => Sample(format));

        GoldenFile.FaultOf(format, golden).ShouldBeNull($"A changed format is a new version: an [Upcast] on {format.Type.Name}.");
        StoredFormat.VersionOf(golden).ShouldBe(format.Version);
        Encoding.UTF8.GetString(golden).ShouldStartWith($$"""{"v":{{format.Version}},""");
    }

    [Theory, MemberData(nameof(Names))]
    public void Each_member_of_a_golden_file_counts_and_each_name_of_an_enum(string name)
    {
        var format = FormatOf(name);
        var golden = File.ReadAllBytes(new GoldenFile(name, format.Version).Path);

        foreach (var (change, bytes) in Changed(golden, [.. StoredShape.EnumsOf(format.Type).SelectMany(Enum.GetNames)]))
            GoldenFile.FaultOf(format, bytes).ShouldNotBeNull(change);
    }

    /// <summary>Papers as they are really filled; their wording may change later, the stored ones are read all the same.</summary>
    [Theory, MemberData(nameof(Kinds))]
    public void The_content_of_each_form_is_read_and_written_again_to_the_byte(DocumentKind kind)
    {
        var form = DocumentForms.Of(kind);
        var format = StoredFormat.Of(typeof(FormContent));
        var golden = new GoldenFile($"forms/{kind}", format.Version).Bytes(() => StoredFormat.Write(form.Fill(SampleForms.For(form))));

        GoldenFile.FaultOf(format, golden, whole: false).ShouldBeNull();
        ((FormContent)format.Read(golden)).Kind.ShouldBe(kind);
    }

    [Theory, MemberData(nameof(OlderFiles))]
    public void Content_of_an_older_version_is_read_and_says_the_same(string name, int version)
    {
        var format = StoredTypes.All.TryGetValue(name, out var type) ? StoredFormat.Of(type) : StoredFormat.Of(typeof(FormContent));
        var old = File.ReadAllBytes(new GoldenFile(name, version).Path);
        StoredFormat.VersionOf(old).ShouldBe(version);

        var now = StoredFormat.Write(format.Read(old));

        GoldenFile.FaultOf(format, now, whole: false).ShouldBeNull();
        if (version == 0 && format.Version == 1) // filled alike when version 1 began
            Encoding.UTF8.GetString(now).ShouldBe(File.ReadAllText(new GoldenFile(name, 1).Path));
    }

    /// <summary>A decision on the spot that was stored before it was a form prints for ever as it did.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void A_decision_on_the_spot_of_before_is_read_as_a_form(int version)
    {
        var stored = File.ReadAllBytes(new GoldenFile("on-the-spot/OnTheSpotDecisionContent", version).Path);

        var form = StoredFormat.Write(FormContent.Read(stored));

        Encoding.UTF8.GetString(form).ShouldBe(Encoding.UTF8.GetString(new GoldenFile("on-the-spot/AsForm", 1).Bytes(() => form)));
    }

    [Fact]
    public void Every_form_is_read_by_its_own_format()
    {
        foreach (var file in GoldenFile.In("forms"))
        {
            var stored = File.ReadAllBytes(file.Path);
            StoredFormat.Write(FormContent.Read(stored)).ShouldBe(StoredFormat.Write(StoredFormat.Read<FormContent>(stored)));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("甲")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"v\":1,\"organName\":\"甲\"")]
    [InlineData("{\"v\":1,\"organName\":\"甲\"}")]
    [InlineData("{\"v\":1,\"parts\":[{\"kind\":1}]}")]
    public void Damaged_content_of_a_paper_is_refused(string stored) =>
        new Action(() => FormContent.Read(Encoding.UTF8.GetBytes(stored))).ShouldRefuse(StoredFormat.Unreadable);

    [Fact]
    public void An_enum_value_of_version_0_is_read_under_its_new_name()
    {
        var old = File.ReadAllText(new GoldenFile("assessments/AssessmentInput", 0).Path)
            .Replace("\"Incapable\"", "\"IntermittentlyIllSoundAtAct\"", StringComparison.Ordinal);

        StoredFormat
            .Read<AssessmentInput>(Encoding.UTF8.GetBytes(old))
            .Facts.Capacity.State.ShouldBe(MentalState.IntermittentlyIllSoundAtOffence);
    }

    [Fact]
    public void Some_files_are_of_version_0()
    {
        OlderFiles()
            .Where(f => f.Data.Item2 == 0)
            .Select(f => f.Data.Item1.Split('/')[0])
            .Distinct()
            .ShouldBe(["acts", "forms", "on-the-spot", "assessments", "figures"], ignoreOrder: true);
    }

    /// <summary>One list of all names that can be stored; a new name is added to it by <c>UPDATE_SNAPSHOTS=1</c>, none is ever taken out.</summary>
    [Fact]
    public void No_stored_name_of_an_enum_is_renamed_or_removed()
    {
        var file = Path.Combine(GoldenFile.Folder, "enums.v1.json");
        var now = StoredTypes
            .All.Values.SelectMany(StoredShape.EnumsOf)
            .Append(typeof(CaseAct))
            .Distinct()
            .ToDictionary(e => e.Name, Enum.GetNames, StringComparer.Ordinal);
        var stored = File.Exists(file)
            ? JsonSerializer.Deserialize<Dictionary<string, string[]>>(File.ReadAllText(file))!
            : new(StringComparer.Ordinal);
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
        {
            foreach (var (name, values) in now)
                stored[name] = [.. stored.GetValueOrDefault(name, []).Union(values)];
            var sorted = new SortedDictionary<string, string[]>(stored, StringComparer.Ordinal);
            File.WriteAllText(file, JsonSerializer.Serialize(sorted, Indented) + "\n");
        }

        foreach (var (name, values) in stored)
            values.Except(now.GetValueOrDefault(name, [])).ShouldBeEmpty($"{name}: stored content still has these names");
        foreach (var (name, values) in now)
            values.Except(stored.GetValueOrDefault(name, [])).ShouldBeEmpty($"{name}: new names, add them by UPDATE_SNAPSHOTS=1");
    }

    [Fact]
    public void No_stored_type_has_a_member_that_would_be_taken_for_its_version() =>
        StoredTypes.All.Values.Where(t => StoredFormat.Json.GetTypeInfo(t).Properties.Any(p => p.Name == "v")).ShouldBeEmpty();

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private static StoredFormat FormatOf(string name) => StoredFormat.Of(StoredTypes.All[name]);

    private static byte[] Sample(StoredFormat format) =>
        StoredFormat.Write(StoredShape.Fill(format.Type).Deserialize(format.Type, StoredFormat.Json)!);

    /// <summary>The content without one of its members, with one renamed, with another name of an enum; each change alone.</summary>
    private static IEnumerable<(string Change, byte[] Bytes)> Changed(byte[] golden, HashSet<string> names)
    {
        var places = Places(JsonNode.Parse(golden)!).ToList();
        foreach (var place in places)
        {
            var without = JsonNode.Parse(golden)!;
            Owner(without, place, out var member).Remove(member);
            yield return ($"{place} removed", Bytes(without));

            var renamed = JsonNode.Parse(golden)!;
            var owner = Owner(renamed, place, out member);
            owner.Insert(owner.IndexOf(member), member + "Renamed", owner[member]!.DeepClone());
            owner.Remove(member);
            yield return ($"{place} renamed", Bytes(renamed));

            var another = JsonNode.Parse(golden)!;
            owner = Owner(another, place, out member);
            if (owner[member] is JsonValue value && value.TryGetValue<string>(out var text) && names.Contains(text))
            {
                owner[member] = text + "Renamed";
                yield return ($"{place} has a name that is no more", Bytes(another));
            }
        }
    }

    private static byte[] Bytes(JsonNode node) => JsonSerializer.SerializeToUtf8Bytes(node, StoredFormat.Json);

    private static IEnumerable<string> Places(JsonNode? node, string path = "") =>
        node switch
        {
            JsonObject o => o.Where(m => m.Key is not ("v" or "$type"))
                .SelectMany(m => Places(m.Value, $"{path}/{m.Key}").Prepend($"{path}/{m.Key}")),
            JsonArray a => a.SelectMany((item, i) => Places(item, $"{path}/{i}")),
            _ => [],
        };

    private static JsonObject Owner(JsonNode root, string place, out string member)
    {
        var steps = place.Split('/')[1..];
        member = steps[^1];
        var node = root;
        foreach (var step in steps[..^1])
            node = node is JsonArray list ? list[int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)]! : node[step]!;
        return node.AsObject();
    }
}
