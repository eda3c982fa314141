using System.Threading.Channels;
using EnforcementCases.Domain.Recording;
using EnforcementCases.Persistence;
using EnforcementCases.Platform.Operations;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Platform.Recording;

/// <summary>Runs the verifications of the whole record that were asked for, one after the other, outside of any request.</summary>
internal sealed class RecordAuditor(IServiceScopeFactory scopes, TimeProvider clock, ILogger<RecordAuditor> log) : BackgroundService
{
    private readonly Channel<Guid> asked = Channel.CreateUnbounded<Guid>();

    /// <summary>Has a verification run that is committed.</summary>
    public void Ask(Guid audit) => asked.Writer.TryWrite(audit);

    /// <summary>Runs a verification to its end.</summary>
    public async Task RunAsync(Guid id, CancellationToken ct)
    {
        await using var scope = scopes.SeeingAll();
        var services = scope.ServiceProvider;
        AuditCounts? counts = null;
        IReadOnlyList<string> faults = [];
        try
        {
            (counts, faults) = await services.GetRequiredService<InstallationCheck>().FindAsync(TextWriter.Null, ct);
            if (faults.Count > 0)
                log.LogCritical("The record is not as it was written: {Faults} faults, the first: {First}", faults.Count, faults[0]);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            log.LogError(error, "The verification {Audit} could not be brought to its end", id);
        }
        var db = services.GetRequiredService<AppDbContext>();
        await services
            .GetRequiredService<UnitOfWork>()
            .RunAsync(
                async cancel =>
                {
                    if (await db.RecordAudits.FirstOrDefaultAsync(a => a.Id == id, cancel) is not { State: AuditState.Running } audit)
                        return false;
                    if (counts is null)
                        audit.Fail(clock.GetUtcNow());
                    else
                        audit.End(counts, faults, clock.GetUtcNow());
                    return true;
                },
                beforeSave: null,
                CancellationToken.None // also where the program stops: it did not come to its end
            );
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var id in asked.Reader.ReadAllAsync(stoppingToken))
                await RunOrLogAsync(id, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            while (asked.Reader.TryRead(out var left))
                await RunOrLogAsync(left, stoppingToken); // fails at once: the next one need not wait for it
        }
    }

    private async Task RunOrLogAsync(Guid id, CancellationToken ct)
    {
        try
        {
            await RunAsync(id, ct);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            log.LogError(error, "The result of the verification {Audit} could not be stored", id);
        }
    }
}
