using System.Globalization;
using EnforcementCases.Api.Tests.Breaker;
using EnforcementCases.Api.Tests.Catalogue;
using EnforcementCases.Api.Tests.Fixture;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Fuzz;

/// <summary>Whatever is sent, an answer is one that the contract lists, and none is a fault of the server. <c>scripts/fuzz</c> runs this with many more requests.</summary>
public sealed class FuzzTests
{
    /// <summary>Stories whose acts get changed bodies in a usual test run.</summary>
    private static readonly string[] Usual = ["plain", "on the spot", "sealing"];

    private static readonly int Each = Setting("FUZZ_EACH", 5);
    private static readonly int AtStage = Setting("FUZZ_AT_STAGE", 2);
    private static readonly bool AllStories = Environment.GetEnvironmentVariable("FUZZ_STORIES") == "all";

    [Fact]
    public async Task Every_operation_answers_within_its_contract_and_never_with_a_fault_of_the_server()
    {
        await using var api = await ApiFixture.StartAsync(("Logging:LogLevel:Default", "None"));
        var fuzzer = await Fuzzer.OnAsync(api);

        await fuzzer.EveryOperationAsync(Each);

        await Report($"{fuzzer.Operations} operations", fuzzer);
        fuzzer.Faults.ShouldBeEmpty();
        fuzzer.Sent.ShouldBeGreaterThanOrEqualTo(Each * fuzzer.Operations);
    }

    [Fact]
    public async Task Changed_bodies_at_the_right_stage_are_refused_within_the_contract_or_would_be_accepted()
    {
        await using var api = await ApiFixture.StartAsync(("Logging:LogLevel:Default", "None"));
        await api.Change(
            CatalogueSteps.With("parameters", CatalogueSteps.Parameter("coercion.matters", OrdinarySteps.Violation)),
            "hg-catalogue"
        );
        var fuzzer = await Fuzzer.OnAsync(api, AtStage);
        api.Watch = fuzzer;

        var stories = Histories.All.Where(h => AllStories || Usual.Contains(h.Name)).ToList();
        foreach (var story in stories)
            await story.Story(api);

        await Report($"{fuzzer.Staged.Count} operations at their stage in {stories.Count} stories", fuzzer);
        fuzzer.Faults.ShouldBeEmpty();
        fuzzer.Staged.Count.ShouldBeGreaterThan(20);
    }

    /// <summary>One line of figures, to the file that <c>FUZZ_REPORT</c> names.</summary>
    private static async Task Report(string what, Fuzzer fuzzer)
    {
        if (Environment.GetEnvironmentVariable("FUZZ_REPORT") is { Length: > 0 } file)
        {
            await File.AppendAllTextAsync(
                file,
                $"{what}: {fuzzer.Sent} requests, {fuzzer.Accepted} acceptable, {fuzzer.Faults.Count} of 5xx or undocumented\n"
                    + string.Concat(fuzzer.Faults.Select(f => f + "\n"))
            );
        }
    }

    private static int Setting(string name, int @default) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } set ? int.Parse(set, CultureInfo.InvariantCulture) : @default;
}
