using System.Text.Json.Serialization;
using EnforcementCases.Domain.Statistics;
using EnforcementCases.Persistence;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Statistics;

/// <summary>Approves a snapshot for release (核准发布统计数据). The second person's approval releases it.</summary>
/// <param name="ContentSha256">Hash of the content that the person saw, as the snapshot gives it.</param>
public sealed record ApproveSnapshotCommand(string ContentSha256) : ICommand<SnapshotSummary>
{
    /// <summary>The snapshot; from the route.</summary>
    [JsonIgnore]
    public Guid Id { get; init; }
}

internal sealed class ApproveSnapshotValidator : AbstractValidator<ApproveSnapshotCommand>
{
    public ApproveSnapshotValidator() => RuleFor(c => c.ContentSha256).Length(64).WithMessage("快照的哈希为 64 位十六进制数");
}

internal sealed class ApproveSnapshotHandler(AppDbContext db, OwnFigureReader ownFigures, CurrentUser user, TimeProvider clock)
    : IRequestHandler<ApproveSnapshotCommand, SnapshotSummary>
{
    public async Task<SnapshotSummary> Handle(ApproveSnapshotCommand request, CancellationToken cancellationToken)
    {
        var snapshot =
            await db
                .StatisticsSnapshots.Include(s => s.Figures.OrderBy(f => f.Place))
                .FirstOrDefaultAsync(s => s.Id == request.Id, cancellationToken)
            ?? throw StatisticsSnapshot.NotFound.With($"快照 {request.Id}");
        user.EnsureActsFor(snapshot.OrganisationId);
        var newer = await db.StatisticsSnapshots.AnyAsync(s => s.SupersedesId == snapshot.Id, cancellationToken);
        var own = await ownFigures.ReadAsync(snapshot.OrganisationId, snapshot.Year, cancellationToken);
        snapshot.Approve(user.PersonId, request.ContentSha256, newer, own, clock.GetUtcNow());
        return SnapshotSummary.Of(snapshot);
    }
}
