using EnforcementCases.Api.Tests.Fixture;
using EnforcementCases.Platform.Uploads;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Evidence;

/// <summary>Nobody writes to an upload that another request is just storing.</summary>
public sealed class UploadTurnTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_newer_request_ends_the_writing_of_an_older_one_and_begins_after_it()
    {
        await using var api = await ApiFixture.StartAsync();
        var staged = api.Services.GetRequiredService<StagedUploads>();
        var id = Guid.NewGuid();

        var older = await staged.EnterAsync(id, Ct);
        var newer = staged.EnterAsync(id, Ct);
        older.Superseded.IsCancellationRequested.ShouldBeTrue();
        newer.IsCompleted.ShouldBeFalse();
        using (await staged.EnterAsync(Guid.NewGuid(), Ct)) { } // another upload has its own turn
        older.Dispose();
        using var mine = await newer;

        mine.Superseded.IsCancellationRequested.ShouldBeFalse();
    }
}
