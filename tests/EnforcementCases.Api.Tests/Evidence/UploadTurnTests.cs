using EnforcementCases.Api.Tests.Cases;
using EnforcementCases.Api.Tests.Fixture;
using EnforcementCases.Platform.Files;
using EnforcementCases.Platform.Uploads;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Evidence;

/// <summary>Nobody writes to an upload that another request is just storing.</summary>
public sealed class UploadTurnTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_whole_file_that_waits_for_its_commit_takes_no_byte_any_more(bool elsewhere)
    {
        await using var api = await ApiFixture.StartAsync();
        await using var replica = elsewhere ? await api.StartReplicaAsync() : null;
        var (device, again) = (new Uploader(api), new Uploader(replica ?? api));
        await (replica ?? api).TokenOf("hg-officer1");
        var @case = await api.GivenDecidedCase();
        var (before, file) = (SampleFiles.Photo(), SampleFiles.Photo(20_000));
        var (first, second) = (await device.Begun(@case.Id, before), await device.Begun(@case.Id, file));
        var held = api.Breaking.HoldNextCommit("case_files");
        try
        {
            var storing = device.Write(first, 0, before);
            await held.Reached.WaitAsync(TimeSpan.FromMinutes(1), Ct); // whatever the case receives now has to wait
            var synced = api.Disk.Synced;
            var whole = device.Write(second, 0, file);
            await Patience.UntilAsync(() => api.Disk.Synced > synced);

            var retried = again.Write(second, file.Length - 1, new[] { (byte)(file[^1] ^ 1) }); // the device asks for its receipt, with another byte
            if (elsewhere)
                (await retried).ShouldBeProblem(409, "upload.wrong-offset");
            held.Release();

            Uploader.Header(await storing, "Upload-Receipt").ShouldNotBeNull();
            Uploader.Header(await whole, "Upload-Receipt").ShouldNotBeNull();
            if (!elsewhere)
                (await retried).ShouldBeProblem(409, "upload.already-stored");
            api.Services.GetRequiredService<FileStore>().Read(SampleFiles.Sha256(file)).ShouldBe(file);
            Directory.EnumerateFiles(Path.Combine(api.DataDirectory, "uploads")).ShouldBeEmpty();
        }
        finally
        {
            held.Release();
        }
    }

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
