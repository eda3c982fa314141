using EnforcementCases.Api.Tests.Cases;
using EnforcementCases.Api.Tests.Fixture;
using EnforcementCases.Platform.Files;
using EnforcementCases.Platform.Uploads;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Evidence;

/// <summary>Uploads over a disk that breaks, a program that starts again, a clock that goes on.</summary>
public sealed class UploadFaultTests
{
    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task A_disk_that_does_not_take_it_gives_no_receipt(bool files, bool folders)
    {
        await using var api = await ApiFixture.StartAsync();
        var device = new Uploader(api);
        var @case = await api.GivenDecidedCase();
        var file = SampleFiles.Photo(50_000);
        var id = await device.Begun(@case.Id, file);
        (await device.Write(id, 0, file.AsMemory(0, 20_000))).Status.ShouldBe(204);

        (api.Disk.RefusesFiles, api.Disk.RefusesFolders) = (files, folders);
        (await device.Write(id, 20_000, file.AsMemory(20_000))).ShouldBeProblem(503, "service.storage-unavailable");
        (await device.Read(id))["receipt"].ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        (await api.SignedInAs("hg-officer1").GetJson($"cases/{@case.Id}/evidence"))["files"].GetArrayLength().ShouldBe(0);

        (api.Disk.RefusesFiles, api.Disk.RefusesFolders) = (false, false);
        var from = (int)Uploader.Offset(await device.Read(id));
        from.ShouldBeLessThanOrEqualTo(20_000, "nobody knows what the disk has of the part that failed");
        Uploader.Header(await device.Write(id, from, file.AsMemory(from)), "Upload-Receipt").ShouldNotBeNull();
        api.Services.GetRequiredService<FileStore>().Read(SampleFiles.Sha256(file)).ShouldBe(file);
    }

    [Fact]
    public async Task An_upload_goes_on_after_the_program_was_started_again()
    {
        await using var api = await ApiFixture.StartAsync();
        var @case = await api.GivenDecidedCase();
        var file = SampleFiles.Photo(50_000);
        var id = await new Uploader(api).Begun(@case.Id, file);
        (await new Uploader(api).Write(id, 0, file.AsMemory(0, 20_000))).Status.ShouldBe(204);

        await using var next = await api.StartReplicaAsync(); // it has received nothing of it
        var device = new Uploader(next);
        Uploader.Offset(await device.Read(id)).ShouldBe(20_000);
        Uploader.Header(await device.Write(id, 20_000, file.AsMemory(20_000)), "Upload-Receipt").ShouldNotBeNull();

        next.Services.GetRequiredService<FileStore>().Read(SampleFiles.Sha256(file)).ShouldBe(file);
    }

    [Fact]
    public async Task A_receipt_that_a_failed_commit_withheld_is_given_when_the_device_goes_on()
    {
        await using var api = await ApiFixture.StartAsync();
        var device = new Uploader(api);
        var @case = await api.GivenDecidedCase();
        var file = SampleFiles.Photo();
        var id = await device.Begun(@case.Id, file);

        api.Breaking.BreakCommits(first: 1, last: 1, touching: "case_files");
        (await device.Write(id, 0, file)).Status.ShouldBe(500);
        (await device.Read(id))["receipt"].ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        var from = (int)Uploader.Offset(await device.Read(id));
        from.ShouldBeLessThan(file.Length);

        Uploader.Header(await device.Write(id, from, file.AsMemory(from)), "Upload-Receipt").ShouldNotBeNull();
        (await api.SignedInAs("hg-officer1").GetJson($"cases/{@case.Id}/evidence"))["files"].GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task An_expired_upload_cannot_go_on_and_the_nightly_job_removes_it()
    {
        await using var api = await ApiFixture.StartAsync();
        var device = new Uploader(api);
        var @case = await api.GivenDecidedCase();
        var file = SampleFiles.Photo();
        var id = await device.Begun(@case.Id, file);
        (await device.Write(id, 0, file.AsMemory(0, 500))).Status.ShouldBe(204);

        api.Clock.Advance(TimeSpan.FromHours(72));

        (await device.Read(id)).ShouldBeProblem(410, "upload.expired");
        (await device.Write(id, 500, file.AsMemory(500))).ShouldBeProblem(410, "upload.expired");
        var staged = api.Services.GetRequiredService<StagedUploads>();
        File.Exists(staged.PathOf(id)).ShouldBeTrue();
        (await api.SignedInAs("tj-admin").PostJson("admin/jobs/end-expired-uploads/run", new { period = (string?)null }))["outcome"]
            .GetString()
            .ShouldBe("Done");
        File.Exists(staged.PathOf(id)).ShouldBeFalse();
        (await device.Read(id)).ShouldBeProblem(404, "upload.not-found");
        await device.Upload(@case.Id, file);
    }

    [Fact]
    public async Task An_account_has_only_so_much_open_at_a_time()
    {
        await using var api = await ApiFixture.StartAsync(("Uploads:OpenBytesPerAccount", "5000"), ("Uploads:LargestFile", "4000"));
        var device = new Uploader(api);
        var @case = await api.GivenDecidedCase();
        var first = await device.Begun(@case.Id, SampleFiles.Photo(3_000));

        (await device.Begin(@case.Id, SampleFiles.Photo(4_001))).ShouldBeProblem(413, "upload.too-large");
        (await device.Begin(@case.Id, SampleFiles.Photo(2_001))).ShouldBeProblem(413, "upload.quota-exceeded");
        await device.Begun(@case.Id, SampleFiles.Photo(2_000));
        (await device.End(first)).Status.ShouldBe(204);
        await device.Begun(@case.Id, SampleFiles.Photo(3_000));
    }

    [Fact]
    public async Task The_nightly_comparison_reports_what_is_gone_changed_or_unknown_and_nothing_else()
    {
        await using var api = await ApiFixture.StartAsync();
        var device = new Uploader(api);
        var @case = await api.GivenDecidedCase();
        byte[][] files = [SampleFiles.Photo(), SampleFiles.Photo(), SampleFiles.Photo()];
        foreach (var file in files)
            await device.Upload(@case.Id, file);
        (await Reported(api)).ShouldBeEmpty();
        var (gone, changed) = (PathOf(api, files[0]), PathOf(api, files[1]));
        File.Delete(gone);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(changed, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        var altered = (byte[])files[1].Clone();
        altered[^1] ^= 1;
        await File.WriteAllBytesAsync(changed, altered, TestContext.Current.CancellationToken);
        var stray = api.Services.GetRequiredService<FileStore>().Keep([1, 2, 3]);
        File.SetLastWriteTimeUtc(
            Path.Combine(api.DataDirectory, "files", stray[..2], stray),
            api.Clock.GetUtcNow().UtcDateTime.AddDays(-2)
        );

        (await Reported(api)).ShouldBe(
            [$"file-changed {SampleFiles.Sha256(files[1])}", $"file-missing {SampleFiles.Sha256(files[0])}", $"file-without-row {stray}"],
            ignoreOrder: true
        );
    }

    private static string PathOf(ApiFixture api, byte[] file) =>
        Path.Combine(api.DataDirectory, "files", SampleFiles.Sha256(file)[..2], SampleFiles.Sha256(file));

    /// <summary>Runs the comparison of one more day; the alarms in the security log.</summary>
    private static async Task<List<string>> Reported(ApiFixture api)
    {
        api.Clock.Advance(TimeSpan.FromDays(1));
        (await api.SignedInAs("tj-admin").PostJson("admin/jobs/scrub-files/run", new { period = (string?)null }))["outcome"]
            .GetString()
            .ShouldBe("Done");
        await using var scope = api.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Persistence.AppDbContext>();
        return
        [
            .. db.SecurityEvents.Where(e => e.Kind == Persistence.Access.SecurityEventKind.StoredContentDamaged).Select(e => e.Detail!),
        ];
    }
}
