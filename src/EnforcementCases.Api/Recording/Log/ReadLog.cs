using System.Text;
using EnforcementCases.Domain;
using EnforcementCases.Domain.Recording;
using EnforcementCases.Persistence;
using EnforcementCases.Platform.Transparency;
using EnforcementCases.Transparency;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Recording.Log;

/// <summary>Refusals of the log over the record.</summary>
internal static class LogErrors
{
    public static readonly DomainError Empty = new("log.empty", null, ErrorKind.NotFound, "尚无已签署的日志检查点");

    /// <summary>No checkpoint is signed that an export could be proved against.</summary>
    public static readonly DomainError NotYet = new("log.not-yet", null, ErrorKind.Conflict, "该案记录尚未进入日志，请稍后重试");

    public static readonly DomainError NoSuchTile = new("log.no-such-tile", null, ErrorKind.NotFound, "没有该日志瓦片");

    public static readonly DomainError NoSuchSize = new("log.no-such-size", null, ErrorKind.Unacceptable, "日志没有达到过该项数");

    /// <summary>Reads hashes of the log.</summary>
    /// <exception cref="DomainException"><see cref="StoredFormat.Unreadable"/>: those that are stored are not those of a tree.</exception>
    public static async Task<T> SoundAsync<T>(Func<Task<T>> read)
    {
        try
        {
            return await read();
        }
        catch (InvalidDataException)
        {
            throw StoredFormat.Unreadable.With("记录日志的瓦片");
        }
    }
}

/// <summary>Reads the last signed state of the log over the record, as a signed note (C2SP tlog-checkpoint).</summary>
/// <param name="Anchored">The last one that a witness has cosigned; default false: the last one.</param>
public sealed record ReadCheckpointQuery(bool Anchored = false) : IRequest<string>;

internal sealed class ReadCheckpointHandler(AppDbContext db) : IRequestHandler<ReadCheckpointQuery, string>
{
    public async Task<string> Handle(ReadCheckpointQuery request, CancellationToken cancellationToken)
    {
        var last = await db
            .LogCheckpoints.AsNoTracking()
            .Where(c => !request.Anchored || c.AnchoredAt != null)
            .OrderByDescending(c => c.Size)
            .FirstOrDefaultAsync(cancellationToken);
        return Encoding.UTF8.GetString((last ?? throw LogErrors.Empty.With(request.Anchored ? "见证方尚未会签" : "日志为空")).Note);
    }
}

/// <summary>Reads a tile of the log: up to 256 hashes of 32 bytes (C2SP tlog-tiles).</summary>
public sealed record ReadTileQuery(string Path) : IRequest<byte[]>;

internal sealed class ReadTileHandler(AppDbContext db, LogTiles tiles) : IRequestHandler<ReadTileQuery, byte[]>
{
    public async Task<byte[]> Handle(ReadTileQuery request, CancellationToken cancellationToken)
    {
        var size = await db.LogCheckpoints.MaxAsync(c => (long?)c.Size, cancellationToken) ?? 0;
        return Tile.Read(request.Path) is { } tile && tile.IsIn(size)
            ? await LogErrors.SoundAsync(() => tiles.ReadAsync(tile, cancellationToken))
            : throw LogErrors.NoSuchTile.With("路径不正确，或者日志尚未达到");
    }
}

/// <summary>Proves that the log at one size begins with the log at another, unchanged (RFC 6962, section 2.1.2).</summary>
/// <param name="From">The smaller size.</param>
/// <param name="To">The larger size, at most that of the last checkpoint.</param>
public sealed record ReadConsistencyQuery(long From, long To) : IRequest<ConsistencyProof>;

/// <summary>A proof that a log only grew.</summary>
/// <param name="From">The smaller size.</param>
/// <param name="To">The larger size.</param>
/// <param name="Proof">The hashes of the proof, Base64; empty if the sizes are equal or the smaller one is 0.</param>
public sealed record ConsistencyProof(long From, long To, IReadOnlyList<string> Proof);

internal sealed class ReadConsistencyHandler(AppDbContext db, LogTiles tiles) : IRequestHandler<ReadConsistencyQuery, ConsistencyProof>
{
    public async Task<ConsistencyProof> Handle(ReadConsistencyQuery request, CancellationToken cancellationToken)
    {
        var size = await db.LogCheckpoints.MaxAsync(c => (long?)c.Size, cancellationToken) ?? 0;
        if (request.From < 0 || request.From > request.To || request.To > size)
            throw LogErrors.NoSuchSize.With($"现有 {size} 项，查询 {request.From} 至 {request.To}").At(request.To > size ? "/to" : "/from");
        var proof = await LogErrors.SoundAsync(() => new TreeReader(tiles, request.To).ConsistencyAsync(request.From, cancellationToken));
        return new(request.From, request.To, [.. proof.Select(Convert.ToBase64String)]);
    }
}

/// <summary>Reads the keys with which checkpoints are verified: what a trust file is made of, once they were compared by another way.</summary>
public sealed record ReadLogKeysQuery : IRequest<KeysOfLog>;

/// <summary>The keys of the log.</summary>
/// <param name="Origin">Identity of the log.</param>
/// <param name="LogKeys">The keys that sign checkpoints, the first one first.</param>
/// <param name="WitnessKeys">The keys of the witnesses that are asked to cosign; empty if none is configured.</param>
public sealed record KeysOfLog(string Origin, IReadOnlyList<TrustedLogKey> LogKeys, IReadOnlyList<string> WitnessKeys);

internal sealed class ReadLogKeysHandler(AppDbContext db, LogSettings settings) : IRequestHandler<ReadLogKeysQuery, KeysOfLog>
{
    public async Task<KeysOfLog> Handle(ReadLogKeysQuery request, CancellationToken cancellationToken)
    {
        var head = await db.LogHeads.AsNoTracking().FirstOrDefaultAsync(cancellationToken) ?? throw LogErrors.Empty.With("日志为空");
        var keys = (await db.LogKeys.AsNoTracking().OrderBy(k => k.Number).ToListAsync(cancellationToken))
            .Where(k => k.Text.StartsWith(head.Origin + "+", StringComparison.Ordinal)) // those of a log before a recovery sign nothing any more
            .ToList();
        return new(
            head.Origin,
            [.. keys.Select((k, i) => new TrustedLogKey(k.Text, k.FromSize, i + 1 < keys.Count ? keys[i + 1].FromSize - 1 : null))],
            [.. settings.Witnesses.Select(w => w.Key)]
        );
    }
}
