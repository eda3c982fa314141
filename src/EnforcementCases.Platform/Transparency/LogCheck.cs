using EnforcementCases.Persistence;
using EnforcementCases.Persistence.Recording;
using EnforcementCases.Transparency;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Platform.Transparency;

/// <summary>Checks the whole log: every entry has its leaf, every leaf its entry, the tree is the one that was signed, and no signed checkpoint contradicts it.</summary>
internal sealed class LogCheck(AppDbContext db, LogMemory memory, LogSalts salts, ICheckpointSigner signer)
{
    private const int LeavesAtOnce = 5_000;

    /// <summary>Checks every leaf from the first to the last.</summary>
    /// <param name="faults">Takes what was found, the first bad leaf first.</param>
    /// <returns>Number of leaves checked.</returns>
    public async Task<long> RunAsync(List<string> faults, CancellationToken ct)
    {
        if (await db.LogHeads.AsNoTracking().FirstOrDefaultAsync(ct) is not { } head)
        {
            if (memory.LastText() is not null)
                faults.Add("日志已不存在 | the log is gone, although it was signed");
            return 0;
        }
        var checkpoints = (await db.LogCheckpoints.AsNoTracking().OrderBy(c => c.Size).ToListAsync(ct)).ToDictionary(c => c.Size);
        var roots = new Dictionary<long, byte[]>();
        var tree = TreeFrontier.Empty();
        while (tree.Size < head.Size)
        {
            var from = tree.Size;
            var leaves = await (
                from leaf in db.LogLeaves.AsNoTracking()
                where leaf.Position >= @from && leaf.Position < @from + LeavesAtOnce && leaf.Position < head.Size
                join entry in db.RecordEntries on leaf.EntryId equals entry.Id into entries
                from entry in entries.DefaultIfEmpty()
                orderby leaf.Position
                select new
                {
                    leaf.Position,
                    leaf.EntryId,
                    leaf.Hash,
                    Entry = entry == null
                        ? null
                        : new
                        {
                            entry.ChainId,
                            entry.ChainSeq,
                            entry.PreviousHash,
                            entry.Canonical,
                        },
                }
            ).ToListAsync(ct);
            foreach (var leaf in leaves)
            {
                if (leaf.Position != tree.Size)
                    break;
                if (leaf.Entry is not { } entry)
                    faults.Add($"日志第 {leaf.Position} 项的记录 {leaf.EntryId} 已不存在 | leaf without its entry");
                else if (
                    !HashOf(head.Origin, entry.ChainId, entry.ChainSeq, entry.PreviousHash, entry.Canonical)
                        .AsSpan()
                        .SequenceEqual(leaf.Hash)
                )
                    faults.Add(
                        $"记录链 {entry.ChainId} 第 {entry.ChainSeq} 条与日志第 {leaf.Position} 项不一致 | entry differs from its leaf"
                    );
                tree.Append(leaf.Hash);
                if (checkpoints.ContainsKey(tree.Size))
                    roots[tree.Size] = tree.Root();
            }
            if (tree.Size == from || leaves.Count == 0 || leaves[^1].Position != tree.Size - 1)
            {
                faults.Add($"日志缺少第 {tree.Size} 项 | a leaf is missing");
                return tree.Size;
            }
        }
        if (!IsRootOf(head, tree.Root()))
            faults.Add("日志的树根与各项不符 | the stored root is not that of the leaves");
        if (await db.LogLeaves.AnyAsync(l => l.Position >= head.Size, ct))
            faults.Add($"日志第 {head.Size} 项之后另有内容 | leaves beyond the end of the log");
        await CheckSignedAsync(head.Origin, checkpoints.Values.Select(c => c.Note), roots, faults, ct);
        if (await LogGuard.FaultAsync(db, memory, ct) is { } fault)
            faults.Add(fault);
        await CheckTilesAsync(head.Size, faults, ct);
        await CheckUnloggedAsync(head.Size, faults, ct);
        return tree.Size;
    }

    private static bool IsRootOf(LogHead head, byte[] root)
    {
        try
        {
            return TreeFrontier.Read(head.Size, head.Frontier).Root().AsSpan().SequenceEqual(root);
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    private byte[] HashOf(string origin, Guid chain, int seq, byte[] previous, byte[] canonical) =>
        EntryLeaf.HashOf(origin, salts.Of(chain), chain, seq, Domain.Recording.RecordEntry.HashOf(previous, canonical));

    /// <summary>Every stored checkpoint is signed with the key of its size, over the root of the tree of that size.</summary>
    private async Task CheckSignedAsync(
        string origin,
        IEnumerable<byte[]> notes,
        Dictionary<long, byte[]> roots,
        List<string> faults,
        CancellationToken ct
    )
    {
        var keys = await db.LogKeys.AsNoTracking().OrderBy(k => k.Number).ToListAsync(ct);
        foreach (var key in keys)
        {
            using var stored = KeyIn(key.Text);
            using var own = stored is null ? null : signer.KeyOf(stored.Name, key.Number);
            if (own?.Text != key.Text)
                faults.Add($"日志密钥 {key.Number} 与密钥目录中的不同 | the stored key is not the one in the key folder");
        }
        foreach (var bytes in notes)
        {
            var note = SignedNote.Read(System.Text.Encoding.UTF8.GetString(bytes));
            if (note is null || Checkpoint.Of(note) is not { } checkpoint || checkpoint.Origin != origin)
            {
                faults.Add("检查点无法读取 | a checkpoint cannot be read");
                continue;
            }
            var owner = keys.LastOrDefault(k => k.FromSize <= checkpoint.Size);
            using var key = owner is null ? null : KeyIn(owner.Text);
            if (key?.VerdictOn(note) is not NoteVerdict.Signed)
                faults.Add($"{checkpoint.Size} 项的检查点签名无效 | the signature of a checkpoint is wrong");
            else if (!roots.TryGetValue(checkpoint.Size, out var root) || !root.AsSpan().SequenceEqual(checkpoint.Root))
                faults.Add($"{checkpoint.Size} 项的检查点与日志不一致 | a checkpoint differs from the log");
        }
    }

    /// <summary>A stored key; null if it cannot be read.</summary>
    private static NoteKey? KeyIn(string text)
    {
        try
        {
            return NoteKey.Read(text);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    /// <summary>Every tile that the size makes full is stored, and holds the hashes of what is below it.</summary>
    private async Task CheckTilesAsync(long size, List<string> faults, CancellationToken ct)
    {
        for (var level = 0; level <= Tile.HighestLevel; level++)
        {
            for (var index = 0L; index < Tile.HashesOf(level, size) >> Tile.Height; index++)
            {
                var stored = await db
                    .LogTiles.AsNoTracking()
                    .Where(t => t.Level == level && t.Position == index)
                    .Select(t => t.Hashes)
                    .FirstOrDefaultAsync(ct);
                if (stored is null || await BelowAsync(level, index, ct) is not { } computed || !stored.AsSpan().SequenceEqual(computed))
                    faults.Add($"日志的瓦片 {new Tile(level, index, Tile.FullWidth).Path} 不符 | a tile is missing or changed");
            }
        }
    }

    /// <summary>What a tile should hold; null if what is below it cannot be read.</summary>
    private async Task<byte[]?> BelowAsync(int level, long index, CancellationToken ct)
    {
        try
        {
            return await new LogTiles(db).BelowAsync(level, index, ct);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>An entry that was written a merge delay before the last one in the log must be in it. Those after it may still wait, also in a backup that is looked at later.</summary>
    private async Task CheckUnloggedAsync(long size, List<string> faults, CancellationToken ct)
    {
        var last = await (
            from leaf in db.LogLeaves.AsNoTracking()
            where leaf.Position == size - 1
            join entry in db.RecordEntries on leaf.EntryId equals entry.Id
            select (DateTimeOffset?)entry.RecordedAt
        ).FirstOrDefaultAsync(ct);
        var before = (last ?? DateTimeOffset.UnixEpoch) - LogSequencer.MergeDelay;
        var missing = await db
            .RecordEntries.AsNoTracking()
            .Where(e => e.RecordedAt < before && !db.LogLeaves.Any(l => l.EntryId == e.Id))
            .OrderBy(e => e.Seq)
            .Select(e => new { e.ChainId, e.ChainSeq })
            .Take(100)
            .ToListAsync(ct);
        faults.AddRange(missing.Select(e => $"记录链 {e.ChainId} 第 {e.ChainSeq} 条不在日志中 | entry without a leaf"));
    }
}
