using EnforcementCases.Domain;
using EnforcementCases.Persistence;
using EnforcementCases.Platform.Operations;
using EnforcementCases.Platform.Pipeline;
using EnforcementCases.Transparency;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Platform.Transparency;

/// <summary>Stops all writing once the database turns out to be older than what was signed or anchored, or to have another history.</summary>
internal sealed class LogGuard(IServiceScopeFactory scopes, LogMemory memory, ILogger<LogGuard> log)
{
    /// <summary>The database is older than the last signed or anchored state of the log.</summary>
    public static readonly DomainError RolledBack = new(
        "record.rolled-back",
        null,
        ErrorKind.Unavailable,
        "数据库与已签署的记录日志不一致，系统只读"
    );

    private volatile string? why;

    /// <summary>Why writing is stopped; null while it is not.</summary>
    public string? Why => why;

    /// <summary>Stops writing.</summary>
    public void Close(string because)
    {
        why = because;
        log.LogCritical("Writing is stopped: {Why}", because);
    }

    /// <summary>Allows writing again: a new log begins.</summary>
    public void Open() => why = null;

    /// <summary>Compares the database with the last signed and the last anchored checkpoint, which are kept outside of it.</summary>
    public async Task CompareAsync(CancellationToken ct)
    {
        await using var scope = scopes.SeeingAll();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        if (await FaultAsync(db, memory, ct) is { } fault)
            Close(fault);
    }

    /// <summary>What is wrong with the log as it is stored, measured by what was signed and anchored; null if nothing.</summary>
    public static async Task<string?> FaultAsync(AppDbContext db, LogMemory memory, CancellationToken ct)
    {
        try
        {
            foreach (var known in new[] { memory.Signed, memory.Anchored }.Select(LogMemory.CheckpointOf).OfType<Checkpoint>())
            {
                var head = await db.LogHeads.AsNoTracking().FirstOrDefaultAsync(ct);
                if (head is null || head.Size < known.Size)
                    return $"日志有 {head?.Size ?? 0} 项，已签署 {known.Size} 项 | the log has {head?.Size ?? 0} leaves, {known.Size} were signed";
                if (head.Origin != known.Origin)
                    return $"日志标识应为 {known.Origin} | the log is not the one that was signed";
                var root = await new TreeReader(new LogTiles(db), known.Size).RootAsync(ct);
                if (!root.AsSpan().SequenceEqual(known.Root))
                    return $"日志前 {known.Size} 项与已签署的不一致 | the first {known.Size} leaves are not those that were signed";
            }
            return null;
        }
        catch (Exception error) when (error is LogForkedException or InvalidDataException)
        {
            return error.Message;
        }
    }
}

/// <summary>A write that is possible although writing is stopped: it begins a new log, or ends a session, and adds nothing to the record of a case.</summary>
internal interface IWritesWhenStopped;

/// <summary>Refuses every other write while writing is stopped.</summary>
internal sealed class LogGuardBehavior<TRequest, TResponse>(LogGuard guard) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : ICommand<TResponse>
{
    public Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next) =>
        guard.Why is null || request is IWritesWhenStopped
            ? next()
            : throw LogGuard.RolledBack.With(
                "数据库早于最后一次签署的记录，或者内容不同",
                "由系统管理员恢复较新的备份；确需以现有数据继续的，登记日志恢复"
            );
}
