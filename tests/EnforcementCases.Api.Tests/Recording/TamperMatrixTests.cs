using System.Text;
using EnforcementCases.Api.Tests.Cases;
using EnforcementCases.Api.Tests.Evidence;
using EnforcementCases.Api.Tests.Fines;
using EnforcementCases.Api.Tests.Fixture;
using EnforcementCases.Benchmarks.Bulk;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Recording;
using EnforcementCases.Persistence;
using EnforcementCases.Platform.Operations;
using EnforcementCases.Platform.Transparency;
using EnforcementCases.Transparency;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Recording;

/// <summary>More than 2,000 entries in several hundred cases, in the log and signed; some of the cases were played over HTTP, so that the record fixes their rows.</summary>
public sealed class TamperedTown : IAsyncLifetime
{
    public const int Places = 5;

    private ApiFixture? api;

    internal ApiFixture Api => api!;

    /// <summary>The cases that are tampered with.</summary>
    internal List<Guid> Cases { get; } = [];

    public async ValueTask InitializeAsync()
    {
        api = await ApiFixture.StartAsync();
        await new BulkLoad(api.Services, new(500, Seed: 16, LegalDate.Of(api.Clock.GetUtcNow()).AddDays(-1))).RunAsync(
            _ => { },
            CancellationToken.None
        );
        for (var i = 0; i < Places; i++)
        {
            var @case = await api.GivenDecidedCase(decidedAt: CaseSteps.Monday.AddMinutes(i));
            var print = await api.SignedInAs("hg-officer1")
                .PostJson($"cases/{@case.Id}/documents/{await @case.Paper("OnTheSpotDecision")}/prints", new { format = "A4" });
            print.Status.ShouldBe(201, print.Body.ToString());
            await new Uploader(api).Upload(@case.Id, SampleFiles.Photo());
            await @case.Pays(20_00);
            await @case.ReportBack();
            Cases.Add(@case.Id);
        }
        await api.ContinueLog();
        await using (api.Inside(out var db))
            (await db.RecordEntries.CountAsync()).ShouldBeGreaterThan(2_000);
    }

    public async ValueTask DisposeAsync()
    {
        if (api is not null)
            await api.DisposeAsync();
    }
}

/// <summary>Whatever is changed in entries, rows, files or the log itself is found, and its place is named.</summary>
public sealed class TamperMatrixTests(TamperedTown town) : IClassFixture<TamperedTown>
{
    private static readonly Dictionary<string, Func<Tamperer, Task<string>>> Kinds = new(StringComparer.Ordinal)
    {
        ["an entry edited"] = t => t.Rewrite(hash: false, chain: false, tree: false),
        ["an entry edited with its hash"] = t => t.Rewrite(hash: true, chain: false, tree: false),
        ["an entry edited with the rest of its chain"] = t => t.Rewrite(hash: true, chain: true, tree: false),
        ["an entry edited with chain, tree and checkpoint"] = t => t.Rewrite(hash: true, chain: true, tree: true),
        ["other bytes of the same meaning, with the chain"] = t => t.Rewrite(hash: true, chain: true, tree: false, content: Spaced),
        ["an entry removed"] = t => t.Remove(chain: false),
        ["an entry removed and the chain closed"] = t => t.Remove(chain: true),
        ["the last entry removed with the head"] = t => t.CutTail(),
        ["a chain removed"] = t => t.RemoveChain(),
        ["two entries exchanged"] = t => t.Exchange(),
        ["an entry moved to another case"] = t => t.Move(),
        ["a backdated entry added with the head"] = t => t.Backdate(),
        ["the columns of an entry changed"] = t => t.Retype(),
        ["the leaf of an entry changed"] = t => t.ChangeLeaf(),
        ["the log cut off"] = t => t.CutLog(),
        ["the fine of a case"] = t => t.Row("case", $"UPDATE cases SET fine_fen = fine_fen + 1 WHERE id = {t.Case}"),
        ["the party of a case"] = t => t.Row("case", $"UPDATE cases SET party_name = '别人' WHERE id = {t.Case}"),
        ["the number of a case"] = t => t.Row("case", $"UPDATE cases SET decision_number = '假字第1号' WHERE id = {t.Case}"),
        ["the stage of a case"] = t => t.Row("case", $"UPDATE cases SET stage = 'Closed' WHERE id = {t.Case}"),
        ["the day of the decision"] = t => t.Row("case", $"UPDATE cases SET decided_at = decided_at + 86400000 WHERE id = {t.Case}"),
        ["a payment"] = t => t.Row("payment/", $"UPDATE payments SET amount_fen = 1 WHERE case_id = {t.Case}"),
        ["a payment removed"] = t => t.Row("payment/", $"DELETE FROM payments WHERE case_id = {t.Case}"),
        ["what is owed"] = t => t.Row("order/", $"UPDATE payment_orders SET paid_fen = amount_fen WHERE case_id = {t.Case}"),
        ["the hash of a document"] = t =>
            t.Row("document/", $"UPDATE case_documents SET content_hash = {new string('0', 64)} WHERE case_id = {t.Case}"),
        ["the content of a document"] = t =>
            t.Row("document/", $"UPDATE case_documents SET content_sealed = {new byte[40]} WHERE case_id = {t.Case}"),
        ["the evidence"] = t => t.Row("evidence/1", $"UPDATE case_evidence SET sha256 = {new string('0', 64)} WHERE case_id = {t.Case}"),
        ["what a film states of itself"] = t =>
            t.Row("file/", $"UPDATE case_files SET recorded_at = 1700000000000 WHERE case_id = {t.Case}"),
        ["an uploaded file left out"] = t => t.Row("file/", $"DELETE FROM case_files WHERE case_id = {t.Case}"),
        ["the file of a print"] = t => t.ChangeFile(db => db.DocumentPrints.Where(p => p.CaseId == t.Case).Select(p => p.FileSha256)),
        ["an uploaded file"] = t => t.ChangeFile(db => db.CaseFiles.Where(f => f.CaseId == t.Case).Select(f => f.Sha256)),
        ["an uploaded file removed"] = t =>
            t.ChangeFile(db => db.CaseFiles.Where(f => f.CaseId == t.Case).Select(f => f.Sha256), removed: true),
        ["a tile emptied"] = t => t.EmptyTile(),
    };

    public static TheoryData<string> KindNames => [.. Kinds.Keys];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_is_found_in_twenty_clean_runs()
    {
        for (var run = 0; run < 20; run++)
            (await town.Api.FindFaults()).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(KindNames))]
    public async Task Is_found_in_five_places_and_named(string kind)
    {
        for (var place = 0; place < TamperedTown.Places; place++)
        {
            await using var scope = town.Api.Inside(out var db);
            await db
                .Database.CreateExecutionStrategy()
                .ExecuteAsync(async () =>
                {
                    await using var transaction = await db.Database.BeginTransactionAsync(Ct);
                    var tamperer = new Tamperer(town.Api, scope.ServiceProvider, db, town.Cases, place);
                    try
                    {
                        var named = await Kinds[kind](tamperer);
                        var (_, faults) = await scope
                            .ServiceProvider.GetRequiredService<InstallationCheck>()
                            .FindAsync(TextWriter.Null, Ct);
                        faults.ShouldContain(f => f.Contains(named, StringComparison.Ordinal), $"{kind}, place {place}: {named}");
                    }
                    finally
                    {
                        tamperer.PutBack();
                        await transaction.RollbackAsync(Ct);
                    }
                });
        }
        (await town.Api.FindFaults()).ShouldBeEmpty(); // all was put back: what was found was the change
    }

    private static string Spaced(string canonical) => canonical.Replace(":", ": ", StringComparison.Ordinal);

    /// <summary>Somebody with the database in hand, and the files; he does not have the keys.</summary>
    private sealed class Tamperer(ApiFixture api, IServiceProvider services, AppDbContext db, List<Guid> cases, int place)
    {
        private (string Path, byte[] Content)? file;

        /// <summary>The case that is changed.</summary>
        public Guid Case => cases[place];

        private Guid Other => cases[(place + 1) % cases.Count];

        /// <summary>The entry that is changed: the first ones and later ones in turn.</summary>
        private int Seq => 1 + (place % 3);

        private string Named(int seq) => $"记录链 {Case} 第 {seq} 条";

        public async Task<string> Row(string key, FormattableString sql)
        {
            (await db.Database.ExecuteSqlAsync(sql, Ct)).ShouldBeGreaterThan(0);
            return $"案件 {Case} 的 {key}";
        }

        public async Task<string> Rewrite(bool hash, bool chain, bool tree, Func<string, string>? content = null)
        {
            var entries = await Chain(Case);
            var changed = entries[Seq - 1];
            var text = Encoding.UTF8.GetString(changed.Canonical);
            var bytes = Encoding.UTF8.GetBytes((content ?? (c => c.Replace("\"v\":1", "\"v\":2", StringComparison.Ordinal)))(text));
            bytes.ShouldNotBe(changed.Canonical);
            await Set(changed.Id, e => e.SetProperty(x => x.Canonical, bytes));
            if (hash)
                await Set(changed.Id, e => e.SetProperty(x => x.Hash, RecordEntry.HashOf(changed.PreviousHash, bytes)));
            if (chain)
                await Rechain(Case);
            if (!tree)
                return Named(Seq);
            await Retree();
            return "已签署的不一致";
        }

        public async Task<string> Remove(bool chain)
        {
            var gone = (await Chain(Case))[Seq - 1];
            await Delete(e => e.Id == gone.Id);
            if (!chain)
                return Named(Seq);
            var left = await Chain(Case);
            for (var i = 0; i < left.Count; i++)
            {
                var seq = i + 1;
                await Set(left[i].Id, e => e.SetProperty(x => x.ChainSeq, seq));
            }
            await Rechain(Case);
            return $"{gone.Id} 已不存在";
        }

        public async Task<string> CutTail()
        {
            var gone = (await Chain(Case))[^1];
            await Delete(e => e.Id == gone.Id);
            await Rechain(Case);
            return $"{gone.Id} 已不存在";
        }

        public async Task<string> RemoveChain()
        {
            var first = (await Chain(Case))[0];
            await Delete(e => e.ChainId == Case);
            await db.RecordChains.Where(c => c.Id == Case).ExecuteDeleteAsync(Ct);
            return $"{first.Id} 已不存在";
        }

        public async Task<string> Exchange()
        {
            var entries = await Chain(Case);
            var (one, two) = (entries[Seq - 1], entries[Seq]);
            await Set(one.Id, e => e.SetProperty(x => x.ChainSeq, -1));
            await Set(two.Id, e => e.SetProperty(x => x.ChainSeq, one.ChainSeq));
            await Set(one.Id, e => e.SetProperty(x => x.ChainSeq, two.ChainSeq));
            return Named(Seq);
        }

        public async Task<string> Move()
        {
            var moved = (await Chain(Case))[Seq - 1];
            var end = (await Chain(Other)).Count;
            var (to, seq) = (Other, end + 1);
            await Set(moved.Id, e => e.SetProperty(x => x.ChainId, to).SetProperty(x => x.ChainSeq, seq));
            return Named(Seq);
        }

        public async Task<string> Backdate()
        {
            var last = (await Chain(Case))[^1];
            var head = await db.RecordChains.AsTracking().SingleAsync(c => c.Id == Case, Ct);
            var at = last.RecordedAt.AddDays(-1);
            var canonical = CanonicalJson.Write(
                new RecordFields()
                    .Add("v", 1)
                    .Add("chain", Case)
                    .Add("seq", last.ChainSeq + 1)
                    .Add("type", "reported-back")
                    .Add("claimedAt", at)
                    .Add("recordedAt", at)
                    .Add("sealed", (RecordFields?)null)
            );
            db.RecordEntries.Add(new(Guid.CreateVersion7(at), 1, head, "reported-back", canonical, at, at));
            await db.SaveChangesAsync(Ct);
            db.ChangeTracker.Clear();
            return $"{Named(last.ChainSeq + 1)}不在日志中";
        }

        public async Task<string> Retype()
        {
            await db
                .RecordEntries.Where(e => e.ChainId == Case && e.ChainSeq == Seq)
                .ExecuteUpdateAsync(e => e.SetProperty(x => x.Type, "case-closed"), Ct);
            return Named(Seq);
        }

        public async Task<string> ChangeLeaf()
        {
            var entry = (await Chain(Case))[Seq - 1];
            await db.LogLeaves.Where(l => l.EntryId == entry.Id).ExecuteUpdateAsync(l => l.SetProperty(x => x.Hash, entry.Hash), Ct);
            return $"{Named(Seq)}与日志";
        }

        public async Task<string> CutLog()
        {
            var size = await db.LogLeaves.CountAsync(Ct) - place - 1;
            await db.LogLeaves.Where(l => l.Position >= size).ExecuteDeleteAsync(Ct);
            await Retree();
            return "已签署";
        }

        public async Task<string> ChangeFile(Func<AppDbContext, IQueryable<string>> which, bool removed = false)
        {
            var name = await which(db).FirstAsync(Ct);
            var path = Path.Combine(api.DataDirectory, "files", name[..2], name);
            file = (path, await File.ReadAllBytesAsync(path, Ct));
            File.Delete(path);
            if (removed)
                return $"缺少文件 {name}";
            await File.WriteAllBytesAsync(path, [.. file.Value.Content, (byte)place], Ct);
            return $"文件 {name} 内容已变";
        }

        public async Task<string> EmptyTile()
        {
            await db
                .LogTiles.Where(t => t.Level == 0 && t.Position == place)
                .ExecuteUpdateAsync(t => t.SetProperty(x => x.Hashes, Array.Empty<byte>()), Ct);
            return $"日志的瓦片 {new Tile(0, place, Tile.FullWidth).Path} 不符";
        }

        /// <summary>What no transaction takes back.</summary>
        public void PutBack()
        {
            if (file is var (path, content))
                File.WriteAllBytes(path, content);
        }

        private Task<List<RecordEntry>> Chain(Guid chain) =>
            db.RecordEntries.AsNoTracking().Where(e => e.ChainId == chain).OrderBy(e => e.ChainSeq).ToListAsync(Ct);

        private Task<int> Set(Guid entry, Action<Microsoft.EntityFrameworkCore.Query.UpdateSettersBuilder<RecordEntry>> to) =>
            db.RecordEntries.Where(e => e.Id == entry).ExecuteUpdateAsync(to, Ct);

        private async Task Delete(System.Linq.Expressions.Expression<Func<RecordEntry, bool>> which)
        {
            var ids = await db.RecordEntries.Where(which).Select(e => e.Id).ToListAsync(Ct);
            await db.RecordSecrets.Where(s => ids.Contains(s.EntryId)).ExecuteDeleteAsync(Ct);
            await db.RecordEntries.Where(e => ids.Contains(e.Id)).ExecuteDeleteAsync(Ct);
        }

        /// <summary>Makes a chain hang together again, with its head.</summary>
        private async Task Rechain(Guid chain)
        {
            var previous = RecordChain.GenesisOf(chain);
            var entries = await Chain(chain);
            foreach (var entry in entries)
            {
                var (before, hash) = (previous, RecordEntry.HashOf(previous, entry.Canonical));
                await Set(entry.Id, e => e.SetProperty(x => x.PreviousHash, before).SetProperty(x => x.Hash, hash));
                previous = hash;
            }
            var (count, last) = (entries.Count, previous);
            await db
                .RecordChains.Where(c => c.Id == chain)
                .ExecuteUpdateAsync(c => c.SetProperty(x => x.LastSeq, count).SetProperty(x => x.LastHash, last), Ct);
        }

        /// <summary>Computes the whole log anew, with tiles and head, and removes what was signed. For this he even has the salts.</summary>
        private async Task Retree()
        {
            var head = await db.LogHeads.AsNoTracking().SingleAsync(Ct);
            var salts = services.GetRequiredService<LogSalts>();
            var leaves = await (
                from leaf in db.LogLeaves.AsNoTracking()
                join entry in db.RecordEntries on leaf.EntryId equals entry.Id
                orderby leaf.Position
                select new
                {
                    leaf.Position,
                    entry.ChainId,
                    entry.ChainSeq,
                    entry.Hash,
                    Old = leaf.Hash,
                }
            ).ToListAsync(Ct);
            var frontier = TreeFrontier.Empty();
            foreach (var leaf in leaves)
            {
                var hash = EntryLeaf.HashOf(head.Origin, salts.Of(leaf.ChainId), leaf.ChainId, leaf.ChainSeq, leaf.Hash);
                if (!hash.AsSpan().SequenceEqual(leaf.Old))
                    await db
                        .LogLeaves.Where(l => l.Position == leaf.Position)
                        .ExecuteUpdateAsync(l => l.SetProperty(x => x.Hash, hash), Ct);
                frontier.Append(hash);
            }
            var tiles = new LogTiles(db);
            await db.LogTiles.ExecuteDeleteAsync(Ct);
            for (var level = 0; level < 2; level++)
            {
                for (var index = 0L; index < Tile.HashesOf(level, frontier.Size) >> Tile.Height; index++)
                {
                    db.LogTiles.Add(
                        new()
                        {
                            Level = level,
                            Position = index,
                            Hashes = await tiles.BelowAsync(level, index, Ct),
                        }
                    );
                    await db.SaveChangesAsync(Ct);
                }
            }
            await db.LogCheckpoints.ExecuteDeleteAsync(Ct);
            await db.LogHeads.ExecuteUpdateAsync(
                h => h.SetProperty(x => x.Size, frontier.Size).SetProperty(x => x.Frontier, frontier.Write()),
                Ct
            );
            db.ChangeTracker.Clear();
        }
    }
}
