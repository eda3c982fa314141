using EnforcementCases.Domain;
using EnforcementCases.Domain.Recording;
using EnforcementCases.Persistence;
using EnforcementCases.Platform;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Jobs;
using EnforcementCases.Platform.Pipeline;
using EnforcementCases.Platform.Recording;
using EnforcementCases.Platform.Web;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Recording.Audits;

/// <summary>Has the whole record verified now (全过程记录校验): every chain, the log, the rows that the record fixes, every file. It goes on in the background.</summary>
public sealed record StartRecordVerificationCommand : ICommand<RecordVerificationRun>;

/// <summary>A verification of the whole record.</summary>
/// <param name="Id">Identity.</param>
/// <param name="State">How far it has come, or how it ended.</param>
/// <param name="RequestedBy">The person who asked for it; null for the nightly one.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="FinishedAt">When it ended; null before.</param>
/// <param name="Chains">Number of chains checked; 0 before the end.</param>
/// <param name="Entries">Number of entries checked; 0 before the end.</param>
/// <param name="Leaves">Number of leaves of the log checked; 0 before the end.</param>
/// <param name="Rows">Number of rows compared with the record; 0 before the end.</param>
/// <param name="Faults">Number of things that are not as they were written.</param>
/// <param name="Findings">The first hundred of them, the first bad place first; empty if none. They name ids and positions, never content.</param>
public sealed record RecordVerificationRun(
    Guid Id,
    AuditState State,
    Guid? RequestedBy,
    DateTimeOffset StartedAt,
    DateTimeOffset? FinishedAt,
    long Chains,
    long Entries,
    long Leaves,
    long Rows,
    int Faults,
    IReadOnlyList<string> Findings
)
{
    internal static RecordVerificationRun Of(RecordAudit a) =>
        new(
            a.Id,
            a.State,
            a.RequestedBy,
            a.StartedAt,
            a.FinishedAt,
            a.Chains,
            a.Entries,
            a.Leaves,
            a.Rows,
            a.Faults,
            a.Findings.Length == 0 ? [] : a.Findings.Split('\n')
        );
}

/// <summary>Begins verifications.</summary>
internal sealed class RecordAudits(
    AppDbContext db,
    UnitOfWork unitOfWork,
    RecordAuditor auditor,
    SequenceSource sequence,
    TimeProvider clock
)
{
    /// <summary>A verification that has not ended after this time was cut off with its process.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromHours(6);

    public static readonly DomainError Running = new("record.verification-running", null, ErrorKind.Conflict, "正在校验全过程记录");

    public async Task<RecordAudit> BeginAsync(Guid? by, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (await RunningAsync(ct) is { } running)
            throw Running.With($"校验 {running.Id} 尚未结束", "待其结束后查看结果");
        foreach (var open in await db.RecordAudits.Where(a => a.State == AuditState.Running).ToListAsync(ct))
            open.Fail(now);
        var audit = new RecordAudit(Guid.CreateVersion7(now), sequence.Next(), by, now);
        db.RecordAudits.Add(audit);
        unitOfWork.AfterCommit(() => auditor.Ask(audit.Id));
        return audit;
    }

    /// <summary>The verification that runs; null if none does.</summary>
    public async Task<RecordAudit?> RunningAsync(CancellationToken ct)
    {
        var since = clock.GetUtcNow() - Longest;
        return await db.RecordAudits.AsNoTracking().FirstOrDefaultAsync(a => a.State == AuditState.Running && a.StartedAt > since, ct);
    }
}

internal sealed class StartRecordVerificationHandler(RecordAudits audits, CurrentUser user)
    : IRequestHandler<StartRecordVerificationCommand, RecordVerificationRun>
{
    public async Task<RecordVerificationRun> Handle(StartRecordVerificationCommand request, CancellationToken cancellationToken) =>
        RecordVerificationRun.Of(await audits.BeginAsync(user.PersonId, cancellationToken));
}

/// <summary>Has the whole record verified every night, unless that is just being done.</summary>
public sealed record VerifyRecordNightlyCommand : IUnkeyedCommand<bool>;

internal sealed class VerifyRecordNightlyHandler(RecordAudits audits) : IRequestHandler<VerifyRecordNightlyCommand, bool>
{
    public async Task<bool> Handle(VerifyRecordNightlyCommand request, CancellationToken cancellationToken)
    {
        if (await audits.RunningAsync(cancellationToken) is null)
            await audits.BeginAsync(by: null, cancellationToken);
        return false;
    }
}

/// <summary>Lists the verifications of the whole record, newest first.</summary>
/// <param name="Cursor">Value of <c>next</c> of the page before; the first page if omitted.</param>
/// <param name="Limit">Verifications on a page, 1 to 200; default 50.</param>
public sealed record ListRecordVerificationsQuery(string? Cursor = null, int? Limit = null) : IRequest<Page<RecordVerificationRun>>;

internal sealed class ListRecordVerificationsHandler(AppDbContext db)
    : IRequestHandler<ListRecordVerificationsQuery, Page<RecordVerificationRun>>
{
    public async Task<Page<RecordVerificationRun>> Handle(ListRecordVerificationsQuery request, CancellationToken cancellationToken)
    {
        var limit = Cursor.LimitOf(request.Limit);
        var after = Cursor.Parse(request.Cursor)?.Seq;
        var audits = await db
            .RecordAudits.AsNoTracking()
            .Where(a => after == null || a.Seq < after)
            .OrderByDescending(a => a.Seq)
            .Take(limit + 1)
            .ToListAsync(cancellationToken);
        var items = audits.Take(limit).ToList();
        return new(
            items.ConvertAll(RecordVerificationRun.Of),
            audits.Count > limit ? new Cursor(items[^1].StartedAt.ToUnixTimeMilliseconds(), items[^1].Seq).ToString() : null
        );
    }
}

/// <summary>Reads a verification of the whole record.</summary>
public sealed record ReadRecordVerificationQuery(Guid Id) : IRequest<RecordVerificationRun>;

internal sealed class ReadRecordVerificationHandler(AppDbContext db) : IRequestHandler<ReadRecordVerificationQuery, RecordVerificationRun>
{
    public static readonly DomainError NotFound = new("record.verification-not-found", null, ErrorKind.NotFound, "没有找到该次校验");

    public async Task<RecordVerificationRun> Handle(ReadRecordVerificationQuery request, CancellationToken cancellationToken) =>
        RecordVerificationRun.Of(
            await db.RecordAudits.AsNoTracking().FirstOrDefaultAsync(a => a.Id == request.Id, cancellationToken)
                ?? throw NotFound.With($"校验 {request.Id}")
        );
}

/// <summary>Recurring jobs for the record.</summary>
internal static class RecordJobs
{
    /// <summary>Verifies the whole record every night.</summary>
    public static readonly RecurringJob Verify = new(
        "verify-record",
        "校验全过程记录",
        "0 20 1 * * ?",
        Misfire.RunOnce,
        RecurringJob.Day,
        (_, _, _) => JobStep.These(JobStep.Repeat("start", new VerifyRecordNightlyCommand()))
    );

    public static IReadOnlyList<RecurringJob> All => [Verify];
}
