using EnforcementCases.Domain.Recording;
using EnforcementCases.Persistence;
using EnforcementCases.Platform.Files;
using EnforcementCases.Platform.Recording;
using EnforcementCases.Platform.Transparency;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Platform.Operations;

/// <summary>Checks a whole installation: every chain of the record, that no case is without one, the log over them, the rows that the record fixes, every stored file.</summary>
internal sealed class InstallationCheck(AppDbContext db, RecordVerifier verifier, LogCheck log, RowCheck rows, FileStore files)
{
    private const int ChainsAtOnce = 200;
    private const int FaultsShown = 20;

    private readonly List<string> faults = [];

    /// <summary>Checks, and writes what was found.</summary>
    /// <exception cref="RefusedOperationException">Something is not as it was written.</exception>
    public async Task EnsureSoundAsync(TextWriter output, CancellationToken ct)
    {
        await FindAsync(output, ct);
        if (faults.Count == 0)
            return;
        var shown = string.Join('\n', faults.Take(FaultsShown).Select(f => $"  {f}"));
        throw RefusedOperationException.Wrong($"发现 {faults.Count} 处异常 | {faults.Count} faults:\n{shown}");
    }

    /// <summary>Checks to the end, whatever is found.</summary>
    public async Task<(AuditCounts Counts, IReadOnlyList<string> Faults)> FindAsync(TextWriter output, CancellationToken ct)
    {
        var (chains, entries) = await ToTheEndAsync("记录链 | chains", () => CheckChainsAsync(output, ct));
        var leaves = await ToTheEndAsync("日志 | log", () => log.RunAsync(faults, ct));
        await output.WriteLineAsync($"日志 {leaves} 项已校验 | leaves of the log verified");
        var compared = await ToTheEndAsync("案件数据 | rows", () => rows.RunAsync(faults, ct));
        await output.WriteLineAsync($"案件数据 {compared} 行已与记录核对 | rows compared with the record");
        var there = await ToTheEndAsync("文件 | files", () => CheckFilesAsync(ct));
        await output.WriteLineAsync($"文件 {there} 个已校验 | files verified");
        return (new(chains, entries, leaves, compared), faults);
    }

    /// <summary>Runs a check; a stored value that cannot be read is a fault of its own and ends this check alone.</summary>
    private async Task<T?> ToTheEndAsync<T>(string what, Func<Task<T>> check)
    {
        try
        {
            return await check();
        }
        catch (Exception damage) when (RecordVerifier.IsOfAnotherForm(damage))
        {
            faults.Add($"{what}: 有数据无法读取 | a stored value cannot be read: {damage.GetType().Name}");
            return default;
        }
    }

    private async Task<(long Chains, long Entries)> CheckChainsAsync(TextWriter output, CancellationToken ct)
    {
        var chains = await db.RecordChains.AsNoTracking().Select(c => c.Id).ToListAsync(ct);
        var entries = 0L;
        foreach (var some in chains.Chunk(ChainsAtOnce))
        {
            foreach (var (chain, found) in await verifier.VerifyAsync(some, ct))
            {
                entries += found.Entries;
                faults.AddRange(found.Findings.Select(f => $"记录链 {chain} 第 {f.Seq} 条 | chain, entry: {f.Fault}"));
            }
        }
        var without = await db.Cases.Where(c => !db.RecordChains.Any(r => r.Id == c.Id)).Select(c => c.Id).ToListAsync(ct);
        faults.AddRange(without.Select(c => $"案件 {c} 没有记录链 | case without a chain"));
        var stray = await db.RecordEntries.Where(e => !db.RecordChains.Any(r => r.Id == e.ChainId)).Select(e => e.Id).ToListAsync(ct);
        faults.AddRange(stray.Select(e => $"记录 {e} 不属于任何链 | entry without a chain"));
        await output.WriteLineAsync($"记录链 {chains.Count} 条、记录 {entries} 条已校验 | chains and entries verified");
        return (chains.Count, entries);
    }

    private async Task<int> CheckFilesAsync(CancellationToken ct)
    {
        var there = files.Names().ToHashSet(StringComparer.Ordinal);
        foreach (var name in there.Union(await NamedFiles.In(db).ToListAsync(ct), StringComparer.Ordinal))
        {
            var fault = await files.FaultOfAsync(name, ct);
            if (fault == FileFault.Missing)
                faults.Add($"缺少文件 {name} | file missing");
            else if (fault == FileFault.Changed)
                faults.Add($"文件 {name} 内容已变 | file changed");
            else if (fault is not null)
                faults.Add($"文件 {name} 无法读取 | file cannot be read");
        }
        return there.Count;
    }
}
