using System.Text;
using System.Text.Json.Nodes;
using EnforcementCases.Api.Tests.Cases;
using EnforcementCases.Api.Tests.Evidence;
using EnforcementCases.Api.Tests.Fixture;
using EnforcementCases.Domain.Recording;
using EnforcementCases.Platform.Recording;
using EnforcementCases.Platform.Transparency;
using EnforcementCases.Transparency;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Recording;

/// <summary>Values of the log and of rows that cannot even be read: each is a finding, none hides another, and nothing ends the program.</summary>
public sealed class LogDamageTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_cannot_be_read_is_a_fault_and_the_other_faults_are_found_too()
    {
        await using var api = await ApiFixture.StartAsync();
        var @case = await api.GivenDecidedCase();
        var other = await api.GivenDecidedCase(decidedAt: CaseSteps.Monday.AddMinutes(1));
        await new Uploader(api).Upload(other.Id, SampleFiles.Photo());
        await api.ContinueLog();
        (await api.FindFaults()).ShouldBeEmpty();
        await using (api.Inside(out var db))
        {
            await db.LogHeads.ExecuteUpdateAsync(h => h.SetProperty(x => x.Frontier, new byte[] { 1, 2, 3 }), Ct);
            await db.Database.ExecuteSqlAsync($"UPDATE log_keys SET text = 'no key'", Ct);
            await db.Database.ExecuteSqlAsync($"UPDATE cases SET stage = 'Nowhere' WHERE id = {@case.Id}", Ct);
            await db.Database.ExecuteSqlAsync($"UPDATE cases SET fine_fen = 1 WHERE id = {other.Id}", Ct);
            await db.Database.ExecuteSqlAsync($"UPDATE case_files SET sha256 = 'none' WHERE case_id = {other.Id}", Ct);
        }

        var faults = await api.FindFaults();

        foreach (
            var named in new[]
            {
                "日志的树根与各项不符",
                "日志密钥 1 与",
                "签名无效",
                $"案件 {@case.Id} 有数据无法读取",
                $"案件 {other.Id} 的 case 与记录",
                $"案件 {other.Id} 的 file/",
                "缺少文件 none",
            }
        )
            faults.ShouldContain(f => f.Contains(named, StringComparison.Ordinal), $"{named}: {string.Join('\n', faults)}");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_tile_that_is_not_whole_is_refused_as_damaged(bool emptied)
    {
        await using var api = await ApiFixture.StartAsync();
        var @case = await api.GivenDecidedCase();
        await api.ContinueLog();
        var size = Checkpoint.Of(await api.ReadCheckpoint())!.Size;
        await using (api.Inside(out var db))
        {
            var last = db.LogLeaves.Where(l => l.Position == size - 1);
            await (
                emptied ? last.ExecuteUpdateAsync(l => l.SetProperty(x => x.Hash, Array.Empty<byte>()), Ct) : last.ExecuteDeleteAsync(Ct)
            );
        }

        (await api.Anonymous.GetJson($"transparency/tile/0/000.p/{size}")).ShouldBeProblem(409, "stored-content.unreadable");
        (await api.Anonymous.GetJson($"transparency/consistency?from=1&to={size}")).ShouldBeProblem(409, "stored-content.unreadable");
        (await api.SignedInAs("hg-officer1").GetJson($"cases/{@case.Id}/record/bundle")).ShouldBeProblem(409, "stored-content.unreadable");
        (await api.FindFaults()).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_kept_checkpoint_that_cannot_be_read_stops_writing_and_the_log_can_be_begun_anew()
    {
        await using var api = await ApiFixture.StartAsync();
        var @case = await api.GivenDecidedCase();
        await api.ContinueLog();
        var (mine, lent) = (
            await api.SignIn("hg-supervisor", ApiFixture.DemoPassword),
            await api.SignIn("hg-supervisor", ApiFixture.DemoPassword)
        );
        foreach (var file in new[] { LogMemory.SignedFile, LogMemory.AnchoredFile })
            await File.WriteAllTextAsync(Path.Combine(api.DataDirectory, "keys", file), "no e\u0301 note", Ct);
        var guard = api.Services.GetRequiredService<LogGuard>();
        await guard.CompareAsync(Ct);
        guard.Why.ShouldNotBeNull();

        (await @case.Act("report-back", new { doneAt = @case.DecidedAt.AddHours(1) })).ShouldBeProblem(503, "record.rolled-back");
        // a device that was lost is put out, and whoever wants to leaves
        (await api.WithToken(mine.AccessToken).DeleteJson("session/list")).Status.ShouldBe(204);
        (await api.WithToken(lent.AccessToken).GetJson("session")).Status.ShouldBe(401);
        (await api.WithToken(mine.AccessToken).DeleteJson("session")).Status.ShouldBe(204);

        var recovered = await api.SignedInAs("tj-admin").PostJson("admin/log/recoveries", new { reason = "检查点文件损坏" });
        recovered.Status.ShouldBe(200, recovered.Body.ToString());
        await @case.ReportBack();
        await api.ContinueLog();
        (await api.FindFaults()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_received_before_rows_of_files_were_fixed_has_its_receipt_in_the_record_and_no_other_has_none()
    {
        await using var api = await ApiFixture.StartAsync();
        var @case = await api.GivenDecidedCase();
        var id = await new Uploader(api).Upload(@case.Id, SampleFiles.Photo());
        await using (api.Inside(out var db))
        {
            var entry = await db.RecordEntries.AsNoTracking().SingleAsync(e => e.ChainId == @case.Id && e.Type == "file-received", Ct);
            var content = JsonNode.Parse(entry.Canonical)!.AsObject();
            content.Remove("rows").ShouldBeTrue("a receipt fixes its row");
            var bytes = Encoding.UTF8.GetBytes(content.ToJsonString());
            await db.RecordEntries.Where(e => e.Id == entry.Id).ExecuteUpdateAsync(e => e.SetProperty(x => x.Canonical, bytes), Ct);
            (await api.FindFaults()).ShouldNotContain(f => f.Contains("file/", StringComparison.Ordinal));

            content["data"]!["file"] = Guid.NewGuid().ToString("D");
            bytes = Encoding.UTF8.GetBytes(content.ToJsonString());
            await db.RecordEntries.Where(e => e.Id == entry.Id).ExecuteUpdateAsync(e => e.SetProperty(x => x.Canonical, bytes), Ct);
        }

        (await api.FindFaults()).ShouldContain($"案件 {@case.Id} 的 file/{id} 没有留痕 | a row that the record does not know");
    }

    [Fact]
    public async Task A_verification_that_is_cut_off_has_failed_and_the_nightly_one_does_not_disturb_another()
    {
        await using var api = await ApiFixture.StartAsync();
        var audit = new RecordAudit(Guid.NewGuid(), 1, by: null, api.Clock.GetUtcNow());
        await using (api.Inside(out var db))
        {
            db.RecordAudits.Add(audit);
            await db.SaveChangesAsync(Ct);
        }
        var auditor = api.SignedInAs("bhxq-auditor");
        (await auditor.PostJson("admin/record-verifications")).ShouldBeProblem(409, "record.verification-running");
        (await api.SignedInAs("tj-admin").PostJson("admin/jobs/verify-record/run", new { period = (string?)null }))["outcome"]
            .GetString()
            .ShouldBe("Done");
        await using (api.Inside(out var db))
            (await db.RecordAudits.CountAsync(Ct)).ShouldBe(1);

        await api.Services.GetRequiredService<RecordAuditor>().RunAsync(audit.Id, new CancellationToken(canceled: true));

        (await auditor.GetJson($"admin/record-verifications/{audit.Id}"))["state"].GetString().ShouldBe("Failed");
        (await auditor.PostJson("admin/record-verifications")).Status.ShouldBe(202);
    }
}
