using EnforcementCases.Persistence;
using EnforcementCases.Persistence.Recording;
using EnforcementCases.Transparency;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Platform.Transparency;

/// <summary>The tiles of the log in the database: full ones are stored, incomplete ones are put together from what is below them.</summary>
internal sealed class LogTiles(AppDbContext db) : ITileSource
{
    public async Task<byte[]> ReadAsync(Tile tile, CancellationToken ct)
    {
        var stored = tile.Width == Tile.FullWidth ? await StoredAsync(tile.Level, tile.Index, ct) : null;
        var hashes = stored ?? await BelowAsync(tile, ct);
        return hashes.Length == tile.Width * TreeHash.Length
            ? hashes
            : throw new InvalidDataException($"Tile {tile.Path} has {hashes.Length} bytes instead of {tile.Width * TreeHash.Length}.");
    }

    /// <summary>The hashes of a full tile, computed from what is below it.</summary>
    public Task<byte[]> BelowAsync(int level, long index, CancellationToken ct) => BelowAsync(new(level, index, Tile.FullWidth), ct);

    private Task<byte[]> BelowAsync(Tile tile, CancellationToken ct)
    {
        var first = tile.Index << Tile.Height;
        return tile.Level == 0 ? LeavesAsync(first, tile.Width, ct) : RootsAsync(tile.Level - 1, first, tile.Width, ct);
    }

    /// <summary>The tiles that are full for the first time in a tree that has grown.</summary>
    /// <param name="before">Size before; the leaves up to there are stored.</param>
    /// <param name="added">Hashes of the leaves added.</param>
    public async Task<IReadOnlyList<LogTile>> CompletedAsync(long before, IReadOnlyList<byte[]> added, CancellationToken ct)
    {
        var size = before + added.Count;
        var completed = new List<LogTile>();
        for (var level = 0; level <= Tile.HighestLevel; level++)
        {
            var last = Tile.HashesOf(level, size) >> Tile.Height;
            for (var index = Tile.HashesOf(level, before) >> Tile.Height; index < last; index++)
                completed.Add(
                    new()
                    {
                        Level = level,
                        Position = index,
                        Hashes = await NewAsync(level, index, before, added, completed, ct),
                    }
                );
        }
        return completed;
    }

    private async Task<byte[]> NewAsync(
        int level,
        long index,
        long before,
        IReadOnlyList<byte[]> added,
        List<LogTile> completed,
        CancellationToken ct
    )
    {
        var first = index << Tile.Height;
        if (level == 0)
        {
            var old = (int)Math.Clamp(before - first, 0, Tile.FullWidth);
            var stored = old == 0 ? [] : await LeavesAsync(first, old, ct);
            return [.. stored, .. added.Skip((int)(first + old - before)).Take(Tile.FullWidth - old).SelectMany(h => h)];
        }
        var below = completed.Where(t => t.Level == level - 1 && t.Position >= first && t.Position < first + Tile.FullWidth).ToList();
        var known = Tile.FullWidth - below.Count;
        var roots = known == 0 ? [] : await RootsAsync(level - 1, first, known, ct);
        return [.. roots, .. below.SelectMany(t => TreeHash.RootOf(t.Hashes))];
    }

    private Task<byte[]?> StoredAsync(int level, long index, CancellationToken ct) =>
        db.LogTiles.AsNoTracking().Where(t => t.Level == level && t.Position == index).Select(t => t.Hashes).FirstOrDefaultAsync(ct)!;

    private async Task<byte[]> LeavesAsync(long first, int count, CancellationToken ct) =>
        [
            .. (
                await db
                    .LogLeaves.AsNoTracking()
                    .Where(l => l.Position >= first && l.Position < first + count)
                    .OrderBy(l => l.Position)
                    .Select(l => l.Hash)
                    .ToListAsync(ct)
            ).SelectMany(h => h),
        ];

    private async Task<byte[]> RootsAsync(int level, long first, int count, CancellationToken ct) =>
        [
            .. (
                await db
                    .LogTiles.AsNoTracking()
                    .Where(t => t.Level == level && t.Position >= first && t.Position < first + count)
                    .OrderBy(t => t.Position)
                    .Select(t => t.Hashes)
                    .ToListAsync(ct)
            ).SelectMany(t => TreeHash.RootOf(t)),
        ];
}
