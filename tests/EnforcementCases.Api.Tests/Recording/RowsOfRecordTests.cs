using EnforcementCases.Api.Tests.Breaker;
using EnforcementCases.Api.Tests.Catalogue;
using EnforcementCases.Api.Tests.Fixture;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Recording;

/// <summary>What the record fixes of rows changes with an entry only: no lawful act is an alarm.</summary>
public sealed class RowsOfRecordTests
{
    [Fact]
    public async Task No_lawful_history_leaves_a_row_that_differs_from_its_record()
    {
        await using var api = await ApiFixture.StartAsync();
        await api.Change(
            CatalogueSteps.With("parameters", CatalogueSteps.Parameter("coercion.matters", OrdinarySteps.Violation)),
            "hg-catalogue"
        );
        foreach (var history in Histories.All)
        {
            await history.Story(api);
            await api.ContinueLog();
            (await api.FindFaults()).ShouldBeEmpty(history.Name);
        }
    }
}
