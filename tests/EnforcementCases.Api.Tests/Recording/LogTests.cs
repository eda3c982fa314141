using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using EnforcementCases.Api.Tests.Cases;
using EnforcementCases.Api.Tests.Fixture;
using EnforcementCases.Platform.Transparency;
using EnforcementCases.Transparency;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Recording;

/// <summary>The log over the record, as anyone reads it, and what happens if the database is not the one that was signed.</summary>
public sealed class LogTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_entry_has_a_leaf_and_the_tree_can_be_computed_from_the_tiles_by_anyone()
    {
        await using var api = await ApiFixture.StartAsync();
        (await api.Anonymous.GetJson("transparency/checkpoint")).ShouldBeProblem(404, "log.empty");
        await api.ContinueLog();
        var first = Checkpoint.Of(await api.ReadCheckpoint())!;
        var @case = await api.GivenDecidedCase();
        await @case.ReportBack();
        await api.ContinueLog();
        await api.ContinueLog(); // nothing new: the same checkpoint

        var note = await api.ReadCheckpoint();
        var last = Checkpoint.Of(note)!;
        last.Size.ShouldBe(first.Size + 3); // assessed, decided, reported back
        await using (api.Inside(out var db))
            (await db.RecordEntries.CountAsync(Ct)).ShouldBe((int)last.Size);
        var keys = await api.Anonymous.GetJson("transparency/keys");
        using var key = NoteKey.Read(keys["logKeys"][0].GetProperty("key").GetString()!);
        key.VerdictOn(note).ShouldBe(NoteVerdict.Signed);

        var tree = new TreeReader(new TilesOver(api), last.Size);
        (await tree.RootAsync(Ct)).ShouldBe(last.Root);
        var proof = await api.Anonymous.GetJson($"transparency/consistency?from={first.Size}&to={last.Size}");
        proof.Status.ShouldBe(200);
        TreeProof
            .Extends(
                first.Size,
                first.Root,
                last.Size,
                last.Root,
                [.. proof["proof"].EnumerateArray().Select(h => Convert.FromBase64String(h.GetString()!))]
            )
            .ShouldBeTrue();
        (await api.FindFaults()).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_the_log_has_not_is_refused_by_name()
    {
        await using var api = await ApiFixture.StartAsync();
        await api.ContinueLog();
        var size = Checkpoint.Of(await api.ReadCheckpoint())!.Size;
        var reader = api.Anonymous;

        foreach (var path in new[] { "0/999", "0/000.p/0", "3/000", "0/x1", "keys", "0/000.p/257", $"0/000.p/{size + 1}" })
            (await reader.GetJson($"transparency/tile/{path}")).ShouldBeProblem(404, "log.no-such-tile");
        (await reader.GetJson($"transparency/consistency?from=0&to={size + 1}")).ShouldBeProblem(422, "log.no-such-size");
        (await reader.GetJson($"transparency/consistency?from={size}&to=0")).ShouldBeProblem(422, "log.no-such-size");
        (await reader.GetJson("transparency/consistency?from=-1&to=0")).ShouldBeProblem(400, "request.invalid");
        (await reader.GetJson("transparency/checkpoint?anchored=true")).ShouldBeProblem(404, "log.empty");
        (await api.SignedInAs("hg-officer1").GetJson($"cases/{Guid.NewGuid()}/record/bundle")).ShouldBeProblem(404, "record.not-found");
    }

    [Fact]
    public async Task An_exported_record_is_verified_without_the_program_and_unanchored_until_a_witness_has_seen_it()
    {
        await using var witness = await WitnessProcess.StartAsync();
        await using var api = await ApiFixture.StartAsync(
            ("Transparency:Origin", WitnessProcess.Origin),
            ("Transparency:Witnesses:0:Address", witness.Address.ToString()),
            ("Transparency:Witnesses:0:Key", witness.Key)
        );
        await api.ContinueLog();
        await witness.Trust(await api.TrustIn());
        var @case = await api.GivenDecidedCase();
        await @case.ReportBack();
        await api.ContinueLog();
        var trust = await api.TrustIn(witness.Key);
        var unseen = await api.ReadBundle(@case.Id);
        var anchors = api.Services.GetRequiredService<LogAnchors>();
        (await anchors.RunAsync(Ct)).ShouldBe(1);
        (await anchors.RunAsync(Ct)).ShouldBe(1); // again: the witness has nothing against the same state
        var seen = await api.ReadBundle(@case.Id);
        var later = await api.GivenDecidedCase(decidedAt: CaseSteps.Monday.AddMinutes(1));
        var unlogged = await api.ReadBundle(later.Id);

        (await LogSteps.Verify(trust, unseen, seen, unlogged)).ShouldBe([
            "2 unanchored: witnesses",
            "0 sound: 3 entries",
            "2 unanchored: entry 1: tail",
        ]);
        (await api.FindFaults()).ShouldBeEmpty();

        // a log that forks is not cosigned: the witness has seen another history
        var forked = new Checkpoint(WitnessProcess.Origin, Checkpoint.Of(await api.ReadCheckpoint())!.Size, TreeHash.Empty()).Note;
        forked = forked.With(api.Services.GetRequiredService<ICheckpointSigner>().Sign(forked, WitnessProcess.Origin, 1));
        (await witness.Ask(Checkpoint.Of(forked)!.Size, forked)).ShouldBe(HttpStatusCode.Conflict);
        (await witness.Ask(0, forked)).ShouldBe(HttpStatusCode.Conflict);
        var foreign = new Checkpoint("another", 1, TreeHash.Empty()).Note;
        (await witness.Ask(0, foreign.With(forked.Signatures[0]))).ShouldBe(HttpStatusCode.NotFound);
        (await witness.Ask(0, new Checkpoint(WitnessProcess.Origin, 1, TreeHash.Empty()).Note.With(forked.Signatures[0]))).ShouldBe(
            HttpStatusCode.Forbidden
        );
    }

    [Fact]
    public async Task A_witness_that_has_seen_another_log_of_the_same_size_stops_writing()
    {
        await using var witness = await WitnessProcess.StartAsync();
        await using var api = await ApiFixture.StartAsync(
            ("Transparency:Origin", WitnessProcess.Origin),
            ("Transparency:Witnesses:0:Address", witness.Address.ToString()),
            ("Transparency:Witnesses:0:Key", witness.Key)
        );
        await api.GivenDecidedCase();
        await api.ContinueLog();
        await witness.Trust(await api.TrustIn());
        var size = Checkpoint.Of(await api.ReadCheckpoint())!.Size;
        var forked = new Checkpoint(WitnessProcess.Origin, size, TreeHash.Empty()).Note;
        forked = forked.With(api.Services.GetRequiredService<ICheckpointSigner>().Sign(forked, WitnessProcess.Origin, 1));
        (await witness.Ask(0, forked)).ShouldBe(HttpStatusCode.OK);

        (await api.Services.GetRequiredService<LogAnchors>().RunAsync(Ct)).ShouldBe(0);

        api.Services.GetRequiredService<LogGuard>().Why.ShouldNotBeNull().ShouldContain($"{size} 项的日志内容不同");
    }

    [Fact]
    public async Task A_database_older_than_what_was_signed_is_read_only_until_a_new_log_begins()
    {
        await using var api = await ApiFixture.StartAsync();
        var @case = await api.GivenDecidedCase();
        await api.ContinueLog();
        var before = Checkpoint.Of(await api.ReadCheckpoint())!;
        await using (api.Inside(out var db))
        {
            // an older backup was put back: the last entry, its leaf and the checkpoint are not in it
            await db.LogLeaves.Where(l => l.Position == before.Size - 1).ExecuteDeleteAsync(Ct);
            await db.LogCheckpoints.ExecuteDeleteAsync(Ct);
            var frontier = TreeFrontier.Empty();
            foreach (var leaf in await db.LogLeaves.OrderBy(l => l.Position).Select(l => l.Hash).ToListAsync(Ct))
                frontier.Append(leaf);
            await db.LogHeads.ExecuteUpdateAsync(
                h => h.SetProperty(x => x.Size, frontier.Size).SetProperty(x => x.Frontier, frontier.Write()),
                Ct
            );
        }
        var guard = api.Services.GetRequiredService<LogGuard>();
        await guard.CompareAsync(Ct); // as at the start

        guard.Why.ShouldNotBeNull();
        (await @case.Act("report-back", new { doneAt = @case.DecidedAt.AddHours(1) })).ShouldBeProblem(503, "record.rolled-back");
        (await @case.Read()).Status.ShouldBe(200);
        (await api.Services.GetRequiredService<LogSequencer>().RunAsync(Ct)).ShouldBeFalse(); // and nothing is signed
        (await api.FindFaults()).ShouldNotBeEmpty();

        (await api.SignedInAs("bhxq-admin").PostJson("admin/log/recoveries", new { reason = "备份丢失" })).ShouldBeProblem(
            403,
            "access.not-allowed"
        );
        (await api.SignedInAs("tj-admin").PostJson("admin/log/recoveries", new { reason = "re\u0301vision" })).ShouldBeProblem(
            422,
            "text.not-normalised"
        );
        var recovered = await api.SignedInAs("tj-admin").PostJson("admin/log/recoveries", new { reason = "较新的备份已丢失" });
        recovered.Status.ShouldBe(200, recovered.Body.ToString());
        recovered["number"].GetInt32().ShouldBe(2);
        await @case.ReportBack();
        await api.ContinueLog();
        var after = Checkpoint.Of(await api.ReadCheckpoint())!;
        after.Origin.ShouldBe(before.Origin + "/epoch-2");
        await using (api.Inside(out var db))
        {
            after.Size.ShouldBe(await db.RecordEntries.CountAsync(Ct));
            var entry = await db.RecordEntries.SingleAsync(e => e.Type == "log-recovered", Ct);
            Encoding.UTF8.GetString(entry.Canonical).ShouldContain(Convert.ToBase64String(before.Root));
        }
        (await api.FindFaults()).ShouldBeEmpty();
        (await LogSteps.Verify(await api.TrustIn(), await api.ReadBundle(@case.Id))).ShouldBe(["0 sound: 3 entries"]);
        (await api.SignedInAs("tj-admin").PostJson("admin/log/recoveries", new { reason = "再来一次" })).ShouldBeProblem(
            409,
            "log.not-stopped"
        );
    }

    [Fact]
    public async Task A_new_key_signs_from_its_size_on_and_the_old_one_no_more()
    {
        await using var api = await ApiFixture.StartAsync();
        var @case = await api.GivenDecidedCase();
        await api.ContinueLog();
        var old = await api.ReadBundle(@case.Id);
        (await api.SignedInAs("tj-admin").PostJson("admin/log/key-rotations", new { reason = "re\u0301vision" })).ShouldBeProblem(
            422,
            "text.not-normalised"
        );
        var rotated = await api.SignedInAs("tj-admin").PostJson("admin/log/key-rotations", new { reason = "每年更换" });
        rotated.Status.ShouldBe(200, rotated.Body.ToString());
        await @case.ReportBack();
        await api.ContinueLog();
        var @new = await api.ReadBundle(@case.Id);

        var trust = await api.TrustIn();
        JsonDocument.Parse(trust).RootElement.GetProperty("logKeys").GetArrayLength().ShouldBe(2);
        (await LogSteps.Verify(trust, old, @new)).ShouldBe(["0 sound: 2 entries", "0 sound: 3 entries"]);
        // whoever has only the old key does not know the new one; a checkpoint above its last size by the old key is worth nothing
        var first = JsonDocument.Parse(trust).RootElement.GetProperty("logKeys")[0];
        var oldOnly = JsonSerializer.Serialize(
            new
            {
                origin = JsonDocument.Parse(trust).RootElement.GetProperty("origin").GetString(),
                logKeys = new[] { first },
                witnessKeys = Array.Empty<string>(),
                witnesses = 0,
            }
        );
        (await LogSteps.Verify(oldOnly, old, @new)).ShouldBe(["0 sound: 2 entries", "3 unknownkey: key"]);
        await using (api.Inside(out var db))
        {
            var entry = await db.RecordEntries.SingleAsync(e => e.Type == "log-key-rotated", Ct);
            var statement = SignedNote.Read(
                JsonDocument.Parse(entry.Canonical).RootElement.GetProperty("data").GetProperty("statement").GetString()!
            )!;
            foreach (var text in await db.LogKeys.Select(k => k.Text).ToListAsync(Ct))
            {
                using var key = NoteKey.Read(text);
                key.VerdictOn(statement).ShouldBe(NoteVerdict.Signed);
            }
        }
        (await api.FindFaults()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Auditors_have_the_whole_record_verified_and_see_what_was_found()
    {
        await using var api = await ApiFixture.StartAsync();
        var @case = await api.GivenDecidedCase();
        await api.ContinueLog();
        var auditor = api.SignedInAs("bhxq-auditor");

        async Task<ApiAnswer> Verified()
        {
            var begun = await auditor.PostJson("admin/record-verifications");
            begun.Status.ShouldBe(202, begun.Body.ToString());
            var id = begun["id"].GetGuid();
            ApiAnswer? run = null;
            await Patience.UntilAsync(async () =>
                (run = await auditor.GetJson($"admin/record-verifications/{id}"))["state"].GetString() != "Running"
            );
            return run!;
        }

        var sound = await Verified();
        sound["state"].GetString().ShouldBe("Sound", sound.Body.ToString());
        sound["entries"].GetInt64().ShouldBeGreaterThan(0);
        sound["leaves"].GetInt64().ShouldBe(sound["entries"].GetInt64());
        sound["rows"].GetInt64().ShouldBeGreaterThan(3);
        await using (api.Inside(out var db))
            await db.Database.ExecuteSqlAsync($"UPDATE cases SET fine_fen = 1 WHERE id = {@case.Id}", Ct);
        var damaged = await Verified();

        damaged["state"].GetString().ShouldBe("Damaged");
        damaged["faults"].GetInt32().ShouldBe(1);
        damaged["findings"][0].GetString().ShouldBe($"案件 {@case.Id} 的 case 与记录第 1 条不一致 | a row differs from the record");
        var list = await auditor.GetJson("admin/record-verifications?limit=1");
        list["items"].EnumerateArray().Single().GetProperty("id").GetGuid().ShouldBe(damaged["id"].GetGuid());
        var next = await auditor.GetJson($"admin/record-verifications?limit=1&cursor={list["next"].GetString()}");
        next["items"].EnumerateArray().Single().GetProperty("id").GetGuid().ShouldBe(sound["id"].GetGuid());
        (await auditor.GetJson($"admin/record-verifications/{Guid.NewGuid()}")).ShouldBeProblem(404, "record.verification-not-found");
        (await api.SignedInAs("hg-officer1").PostJson("admin/record-verifications")).ShouldBeProblem(403, "access.not-allowed");
    }

    /// <summary>Reads tiles as an auditor does.</summary>
    private sealed class TilesOver(ApiFixture api) : ITileSource
    {
        public async Task<byte[]> ReadAsync(Tile tile, CancellationToken ct)
        {
            var answer = await api.Http.GetAsync(new Uri("/api/v1/transparency/tile/" + tile.Path, UriKind.Relative), ct);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, tile.Path.ToString(CultureInfo.InvariantCulture));
            return await answer.Content.ReadAsByteArrayAsync(ct);
        }
    }
}
