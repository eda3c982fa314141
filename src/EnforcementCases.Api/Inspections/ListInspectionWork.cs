using EnforcementCases.Domain;
using EnforcementCases.Domain.Inspections;
using EnforcementCases.Platform.Access;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Inspections;

/// <summary>Lists the work of inspections that waits (检查待办), what is due first at the top; at most 200 rows of each kind.</summary>
/// <param name="Mine">True lists only what waits for the caller, by role and as officer of the check; false lists all that the caller may read. Default: true.</param>
/// <param name="Kind">Only work of this kind; all if omitted.</param>
/// <param name="Overdue">True lists only work past its last day; default: false.</param>
public sealed record ListInspectionWorkQuery(bool? Mine = null, InspectionWorkKind? Kind = null, bool? Overdue = null)
    : IRequest<InspectionWork>;

/// <summary>Work of inspections that waits.</summary>
/// <param name="Items">The work.</param>
/// <param name="HasMore">Whether there is more of a kind than is listed.</param>
public sealed record InspectionWork(IReadOnlyList<InspectionWorkItem> Items, bool HasMore);

/// <summary>One thing that waits.</summary>
/// <param name="Kind">Kind of work.</param>
/// <param name="Name">Its name, in the requested language.</param>
/// <param name="Id">The plan, check, reminder or draw.</param>
/// <param name="Title">Name of the object, plan or draw, or number of the reminder.</param>
/// <param name="DueOn">Last day on which it is in time; null if none is set.</param>
/// <param name="IsOverdue">Whether that day is over.</param>
public sealed record InspectionWorkItem(
    InspectionWorkKind Kind,
    [property: Bilingual] string Name,
    Guid Id,
    string Title,
    DateOnly? DueOn,
    bool IsOverdue
);

internal sealed class ListInspectionWorkHandler(InspectionDesk desk, CurrentUser user, RightsTable rights)
    : IRequestHandler<ListInspectionWorkQuery, InspectionWork>
{
    private const int MostOfAKind = 200;

    public async Task<InspectionWork> Handle(ListInspectionWorkQuery request, CancellationToken cancellationToken)
    {
        var (mine, today) = (request.Mine ?? true, desk.Today);
        var items = new List<InspectionWorkItem>();
        var more = false;
        foreach (var kind in Enum.GetValues<InspectionWorkKind>().Where(k => request.Kind is null || request.Kind == k))
        {
            if (mine && (user.OrganId is null || !rights.Rows[OperationOf(kind)].Roles.Overlaps(user.Roles)))
                continue;
            var rows = Waiting(kind, mine);
            if (request.Overdue is true)
                rows = rows.Where(r => r.DueOn < today);
            var found = await rows.OrderBy(r => r.DueOn ?? DateOnly.MaxValue)
                .ThenBy(r => r.Seq)
                .AsAsyncEnumerable()
                .Where(r => !mine || r.Officers is null || r.Officers.Any(o => o.PersonId == user.PersonId))
                .Take(MostOfAKind + 1)
                .ToListAsync(cancellationToken);
            more |= found.Count > MostOfAKind;
            items.AddRange(
                found.Take(MostOfAKind).Select(r => new InspectionWorkItem(kind, kind.Term(), r.Id, r.Title, r.DueOn, r.DueOn < today))
            );
        }
        return new([.. items.OrderBy(i => i.DueOn ?? DateOnly.MaxValue)], more);
    }

    /// <summary>The operation that does the work: who may do it is in the rights table.</summary>
    private static string OperationOf(InspectionWorkKind kind) =>
        kind switch
        {
            InspectionWorkKind.PlanApproval => "ApproveCheckPlan",
            InspectionWorkKind.CheckApproval => "DecideCheck",
            InspectionWorkKind.Visit => "EnterCheck",
            InspectionWorkKind.Record => "RecordCheck",
            InspectionWorkKind.FollowUp => "FollowCheck",
            InspectionWorkKind.Publication => "PublishCheck",
            InspectionWorkKind.Reminder => "EndReminder",
            InspectionWorkKind.Draw => "MakeDraw",
        };

    private IQueryable<WaitingRow> Waiting(InspectionWorkKind kind, bool mine)
    {
        var checks = desk.Readable<CheckTask>();
        var voided = desk.Readable<PatrolSheet>().Where(p => p.VoidedAt != null);
        var me = user.PersonId;
        return kind switch
        {
            InspectionWorkKind.PlanApproval => desk.Readable<CheckPlan>()
                .Where(p => p.ApprovedAt == null && (!mine || p.ProposedBy != me))
                .Select(p => new WaitingRow
                {
                    Id = p.Id,
                    Seq = p.Seq,
                    Title = p.Category,
                    DueOn = null,
                }),
            InspectionWorkKind.CheckApproval => checks
                .Where(c => c.State == CheckState.Applied && (!mine || c.AppliedBy != me))
                .Select(c => new WaitingRow
                {
                    Id = c.Id,
                    Seq = c.Seq,
                    Title = c.ObjectName,
                    DueOn = c.PlannedOn,
                }),
            InspectionWorkKind.Visit => checks
                .Where(c => c.State == CheckState.Approved)
                .Select(c => new WaitingRow
                {
                    Id = c.Id,
                    Seq = c.Seq,
                    Title = c.ObjectName,
                    DueOn = c.PlannedOn,
                    Officers = c.Officers,
                }),
            InspectionWorkKind.Record => checks
                .Where(c => c.State == CheckState.Entered || (c.State == CheckState.Recorded && !c.IsComplete))
                .Select(c => new WaitingRow
                {
                    Id = c.Id,
                    Seq = c.Seq,
                    Title = c.ObjectName,
                    DueOn = c.CheckedOn,
                    Officers = c.Officers,
                }),
            InspectionWorkKind.FollowUp => checks
                .Where(c =>
                    (c.Result == CheckResult.ToBeHandled || c.Result == CheckResult.OrderedToCorrect)
                    && c.FollowedByCaseId == null
                    && c.FollowedByOrderId == null
                )
                .Select(c => new WaitingRow
                {
                    Id = c.Id,
                    Seq = c.Seq,
                    Title = c.ObjectName,
                    DueOn = null,
                    Officers = c.Officers,
                }),
            InspectionWorkKind.Publication => checks
                .Where(c => c.IsComplete && c.PublishedOn == null)
                .Select(c => new WaitingRow
                {
                    Id = c.Id,
                    Seq = c.Seq,
                    Title = c.ObjectName,
                    DueOn = c.PublishBy,
                }),
            InspectionWorkKind.Reminder => desk.Readable<Reminder>()
                .Where(r => r.EndedOn == null && !voided.Any(p => p.Id == r.PatrolId))
                .Select(r => new WaitingRow
                {
                    Id = r.Id,
                    Seq = r.Seq,
                    Title = r.Number,
                    DueOn = r.CorrectBy,
                }),
            InspectionWorkKind.Draw => desk.Readable<RandomDraw>()
                .Where(d => d.State == DrawState.Announced && (!mine || d.AnnouncedBy != me))
                .Select(d => new WaitingRow
                {
                    Id = d.Id,
                    Seq = d.Seq,
                    Title = d.Name,
                    DueOn = d.PlannedOn,
                }),
        };
    }

    private sealed class WaitingRow
    {
        public required Guid Id { get; init; }

        public required long Seq { get; init; }

        public required string Title { get; init; }

        public required DateOnly? DueOn { get; init; }

        /// <summary>Officers of the check, if only they do it; null otherwise.</summary>
        public IReadOnlyList<CheckOfficer>? Officers { get; init; }
    }
}
