using System.Security.Cryptography;
using System.Text.Json.Serialization;
using EnforcementCases.Domain;
using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Statistics;
using EnforcementCases.Persistence;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Statistics;

/// <summary>Freezes the figures of a year, quarter or month as a snapshot (生成统计快照). The scheduled jobs send the same command.</summary>
/// <param name="Reason">Why an earlier snapshot of the period is superseded; required if there is one, otherwise null.</param>
/// <param name="Quarter">Quarter of the year, 1 to 4; the whole year if omitted.</param>
/// <param name="Month">Month of the year, 1 to 12; the whole year if omitted.</param>
public sealed record TakeSnapshotCommand(string? Reason, int? Quarter = null, int? Month = null) : ICommand<SnapshotSummary>, IWritesMany
{
    /// <summary>Statistical year; from the route.</summary>
    [JsonIgnore]
    public int Year { get; init; }

    /// <summary>Set by the job; null: the organ of the caller.</summary>
    [JsonIgnore]
    public Guid? OrganisationId { get; init; }

    /// <summary>Set by the job: if true and the period was frozen after it had ended, nothing is done.</summary>
    [JsonIgnore]
    public bool OnlyFirst { get; init; }
}

/// <summary>A snapshot (frozen figures of a period) without its figures.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Product">Kind of yearly publication.</param>
/// <param name="Year">Statistical year.</param>
/// <param name="Period">The period: <c>2026</c>, <c>2026-Q2</c> or <c>2026-05</c>.</param>
/// <param name="OrganisationId">The organisation whose figures they are.</param>
/// <param name="Revision">Number of the revision for this period and organisation, from 1.</param>
/// <param name="IsPreliminary">Whether the period had not ended when it was made.</param>
/// <param name="CutOffAt">Everything entered up to this instant is counted.</param>
/// <param name="GeneratedAt">When it was made.</param>
/// <param name="GeneratedBy">Person who requested it; null: the scheduled job.</param>
/// <param name="SupersedesId">The snapshot that it supersedes; null if none.</param>
/// <param name="ReasonForChange">Why it supersedes that snapshot; null if it supersedes none.</param>
/// <param name="LogEntries">Number of record entries at the cut-off.</param>
/// <param name="LogSha256">SHA-256 over the hashes of these entries in order, hex.</param>
/// <param name="ContentSha256">SHA-256 over figures, versions and case lists, hex.</param>
/// <param name="FirstApprovedBy">The first of the two persons who release it; null before that.</param>
/// <param name="FirstApprovedAt">When that was.</param>
/// <param name="ReleasedBy">The second person, with whom it is released; null before that.</param>
/// <param name="ReleasedAt">When that was.</param>
/// <param name="ReleaseDueOn">Last day for the release: 31 January for a year; null for a quarter or month.</param>
public sealed record SnapshotSummary(
    Guid Id,
    string Product,
    int Year,
    string Period,
    Guid OrganisationId,
    int Revision,
    bool IsPreliminary,
    DateTimeOffset CutOffAt,
    DateTimeOffset GeneratedAt,
    Guid? GeneratedBy,
    Guid? SupersedesId,
    [property: Bilingual] string? ReasonForChange,
    long LogEntries,
    string LogSha256,
    string ContentSha256,
    Guid? FirstApprovedBy,
    DateTimeOffset? FirstApprovedAt,
    Guid? ReleasedBy,
    DateTimeOffset? ReleasedAt,
    DateOnly? ReleaseDueOn
)
{
    internal static SnapshotSummary Of(StatisticsSnapshot s) =>
        new(
            s.Id,
            s.Product,
            s.Year,
            s.Period,
            s.OrganisationId,
            s.Revision,
            s.IsPreliminary,
            s.CutOffAt,
            s.GeneratedAt,
            s.GeneratedBy,
            s.SupersedesId,
            s.ReasonForChange,
            s.LogEntries,
            Convert.ToHexStringLower(s.LogHash),
            s.ContentHash,
            s.FirstApprovedBy,
            s.FirstApprovedAt,
            s.ReleasedBy,
            s.ReleasedAt,
            s.ReleaseDueOn
        );
}

internal sealed class TakeSnapshotValidator : AbstractValidator<TakeSnapshotCommand>
{
    public TakeSnapshotValidator()
    {
        RuleFor(c => c.Year).IsStatisticalYear();
        RuleFor(c => c.Reason).MaximumLength(1000).WithMessage("理由不超过 1000 字");
    }
}

internal sealed class TakeSnapshotHandler(
    AppDbContext db,
    FigureReader reader,
    OrganisationReader organisations,
    CurrentUser user,
    TimeProvider clock
) : IRequestHandler<TakeSnapshotCommand, SnapshotSummary>
{
    private const int Tries = 4;

    public async Task<SnapshotSummary> Handle(TakeSnapshotCommand request, CancellationToken cancellationToken)
    {
        var organisation = await organisations.ReadAsync(request.OrganisationId ?? user.OrganId, cancellationToken);
        user.EnsureActsFor(organisation.OrganId ?? organisation.Id);
        var period = FigurePeriod.Of(request.Year, request.Quarter, request.Month);
        var last = await db
            .StatisticsSnapshots.Where(s =>
                s.OrganisationId == organisation.Id && s.Period == period.Key && s.Product == StatisticsSnapshot.AnnualPenalties
            )
            .OrderByDescending(s => s.Revision)
            .FirstOrDefaultAsync(cancellationToken);
        if (last is { IsPreliminary: false } && request.OnlyFirst)
            return SnapshotSummary.Of(last);

        var now = clock.GetUtcNow();
        var source = await reader.SourceAsync(organisation, period, cancellationToken);
        for (var attempt = 1; ; attempt++)
        {
            var counted = await FigureReader.ReadAsync(source, cancellationToken);
            var cases = await FigureReader.CasesAsync(source, cancellationToken);
            if (attempt < Tries && counted.Figures.Any(f => f.Measure != cases[f.Figure.Key].Sum(c => c.Measure)))
                continue; // a case changed between the two statements
            var snapshot = new StatisticsSnapshot(
                Guid.CreateVersion7(now),
                organisation,
                period,
                last,
                request.OnlyFirst
                    ? period.IsOver(LegalDate.Of(now))
                        ? "期间届满后由系统生成正式快照"
                        : "期间届满前由系统试算"
                    : request.Reason,
                now,
                user.Roles.Contains(Role.System) ? null : user.PersonId,
                counted.Checks,
                await CutAsync(organisation, cancellationToken)
            );
            snapshot.Freeze(counted.Figures.Select(f => (f.Figure, f.Measure, (IReadOnlyList<CountedCase>)[.. cases[f.Figure.Key]])));
            db.StatisticsSnapshots.Add(snapshot);
            return SnapshotSummary.Of(snapshot);
        }
    }

    private async Task<RecordCut> CutAsync(Organisation organisation, CancellationToken ct)
    {
        var scope = OrganisationScope.Below(organisation.Path);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData("enforcementcases-cut-v1\n"u8);
        var (entries, lastSeq) = (0L, 0L);
        var log = db
            .RecordEntries.AsNoTracking()
            .Where(e => string.Compare(e.OrganisationPath, scope.From) >= 0 && string.Compare(e.OrganisationPath, scope.To) < 0)
            .OrderBy(e => e.Seq)
            .Select(e => new { e.Seq, e.Hash })
            .AsAsyncEnumerable();
        await foreach (var entry in log.WithCancellation(ct))
        {
            hash.AppendData(entry.Hash);
            (entries, lastSeq) = (entries + 1, entry.Seq);
        }
        return new(entries, lastSeq, hash.GetHashAndReset());
    }
}
