using System.Text;
using EnforcementCases.Api.Catalogue;
using EnforcementCases.Api.Tests.Fixture;
using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Discretion;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Discretion;

/// <summary>The benchmarks and the exemption list that ship with the program.</summary>
public sealed class DiscretionDataTests(ApiFixture api)
{
    private static readonly ProductFile Benchmarks = ProductFile.Shipped.Single(f => f.Name == ProductFile.Benchmarks);
    private static readonly ProductFile Exemptions = ProductFile.Shipped.Single(f => f.Name == ProductFile.Exemptions);

    private readonly ApiClient officer = api.SignedInAs("hg-officer1");

    [Fact, Rule("APL-34")]
    public void Eight_sets_bind_in_Tianjin_and_each_may_be_published_for_its_provision()
    {
        var sets = BenchmarkFile.Open(Benchmarks).Versions(Guid.Empty, 1, Guid.NewGuid);
        var violations = ViolationFile
            .Open(ProductFile.Shipped.Single(f => f.Name == ProductFile.Violations))
            .Versions(Guid.Empty, 1, _ => Guid.NewGuid())
            .Where(v => v.ValidTo is null)
            .ToDictionary(v => v.Code);
        var binding = sets.Where(s => s.IsBinding).ToList();

        sets.Count.ShouldBe(42);
        binding
            .Select(s => s.ViolationCode)
            .ShouldBe(["GJ-ZS-02", "GJ-ZS-03", "GJ-ZS-04", "GJ-ZS-05", "GJ-ZS-06", "GJ-YY-01", "TJ-TH-01", "TJ-LJ-01"], ignoreOrder: true);
        foreach (var set in binding)
            new Action(() => BenchmarkPublishing.EnsurePublishable(set.Tiers, violations[set.ViolationCode])).ShouldNotThrow(set.Code);
        sets.Where(s => s.Source is BenchmarkSource.Illustrative).ShouldAllBe(s => !s.IsBinding);
    }

    [Fact, Rule("APL-33-LIST")]
    public void Ten_entries_of_the_list_can_be_relied_on()
    {
        var entries = ExemptionFile.Open(Exemptions).Versions(Guid.Empty, 1, Guid.NewGuid);

        entries.Count.ShouldBe(36);
        entries.Where(e => e.BindingInTianjin).Select(e => e.Code).ShouldBe(Enumerable.Range(1, 10).Select(i => $"MF-{i:000}"));
        entries.Single(e => e.Code == "MF-010").UpToOccurrence.ShouldBe(2);
        entries.Single(e => e.Code == "MF-007").UpToOccurrence.ShouldBeNull();
    }

    [Theory]
    [InlineData("\"source_kind\": \"illustrative\"", "\"source_kind\": \"rumour\"", "rumour")]
    [InlineData("\"total\": 42", "\"total\": 41", "counts")]
    [InlineData("CL-GJ-ZT-11-1", "CL-GJ-ZT-03-1", "stands twice")]
    [InlineData("\"illustrative\": false", "\"illustrative\": true", "示意标志")]
    public void Benchmark_file_that_cannot_be_is_refused(string text, string instead, string message) =>
        Should.Throw<InvalidDataException>(() => BenchmarkFile.Open(Changed(Benchmarks, text, instead))).Message.ShouldContain(message);

    [Theory]
    [InlineData("\"leniency\": \"轻微不罚\"", "\"leniency\": \"不知道\"", "不知道")]
    [InlineData("\"total\": 36", "\"total\": 35", "counts")]
    [InlineData("MF-002", "MF-001", "stands twice")]
    public void Exemption_file_that_cannot_be_is_refused(string text, string instead, string message) =>
        Should.Throw<InvalidDataException>(() => ExemptionFile.Open(Changed(Exemptions, text, instead))).Message.ShouldContain(message);

    [Theory]
    [InlineData("", 42)]
    [InlineData("?binding=true", 8)]
    [InlineData("?violationCode=TJ-TH-01", 1)]
    [InlineData("?violationCode=TJ-TH-01&onDate=2019-04-30", 0)] // in force since 2019-05-01
    public async Task Benchmarks_can_be_read(string query, int count) =>
        (await officer.GetJson($"catalogue/benchmarks{query}")).Body.GetArrayLength().ShouldBe(count);

    [Theory]
    [InlineData("", 36)]
    [InlineData("?violationCode=TJ-LJ-01&binding=true", 10)] // eight for all violations, two of its own
    [InlineData("?violationCode=TJ-ZD-01&binding=false", 2)]
    public async Task Exemption_list_can_be_read(string query, int count) =>
        (await officer.GetJson($"catalogue/exemption-list{query}")).Body.GetArrayLength().ShouldBe(count);

    private static ProductFile Changed(ProductFile file, string text, string instead)
    {
        var content = Encoding.UTF8.GetString(file.Content).ReplaceLineEndings("\n");
        var at = content.IndexOf(text, StringComparison.Ordinal);
        at.ShouldBeGreaterThan(0, $"the file has no {text}");
        return file with { Content = Encoding.UTF8.GetBytes(content[..at] + instead + content[(at + text.Length)..]) };
    }
}
