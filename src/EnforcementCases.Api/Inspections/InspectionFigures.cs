using System.Linq.Expressions;
using EnforcementCases.Domain.Inspections;
using EnforcementCases.Persistence;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Inspections;

/// <summary>A row counted by a figure, with its contribution.</summary>
internal sealed class InspectionRow
{
    public required Guid Id { get; init; }

    public required long Seq { get; init; }

    /// <summary>Legal date by which it counts.</summary>
    public required DateOnly? On { get; init; }

    /// <summary>Name of the object, plan or draw, or number of the reminder; empty for a patrol.</summary>
    public required string Title { get; init; }

    /// <summary>1 for a count, otherwise a number.</summary>
    public required int Measure { get; init; }
}

/// <summary>The one place where patrols, checks, reminders and draws are counted. Value and list of a figure are the sum and the rows of one query.</summary>
/// <param name="db">The database; the organisations are named by each call, so the reader's scope is checked before.</param>
internal sealed class InspectionFigures(AppDbContext db)
{
    private static readonly string[] NoScope = [AppDbContext.ScopeFilter];

    /// <summary>Value of a figure.</summary>
    /// <param name="path">Path of the organisation; it and all below it are counted.</param>
    public Task<int> ValueAsync(InspectionFigure figure, string path, int year, CancellationToken ct) =>
        Rows(figure, path, year).SumAsync(r => r.Measure, ct);

    /// <summary>The rows of a figure.</summary>
    /// <param name="path">Path of the organisation; it and all below it are counted.</param>
    public IQueryable<InspectionRow> Rows(InspectionFigure figure, string path, int year)
    {
        var (from, to) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        return figure switch
        {
            InspectionFigure.Checks => Checked(path, from, to).Where(CheckTask.IsCounted).Select(CheckRow),
            InspectionFigure.IncompleteChecks => Checked(path, from, to).Where(c => !c.IsComplete).Select(CheckRow),
            InspectionFigure.ChecksFollowed => Checked(path, from, to).Where(CheckTask.IsFollowed).Select(CheckRow),
            InspectionFigure.PlannedChecks => Plans(path, year),
            InspectionFigure.Patrols => Patrolled(path, from, to)
                .Select(p => new InspectionRow
                {
                    Id = p.Id,
                    Seq = p.Seq,
                    On = p.PatrolledOn,
                    Title = "",
                    Measure = 1,
                }),
            InspectionFigure.PersonTimes => Patrolled(path, from, to)
                .Select(p => new InspectionRow
                {
                    Id = p.Id,
                    Seq = p.Seq,
                    On = p.PatrolledOn,
                    Title = "",
                    Measure = p.PersonTimes,
                }),
            InspectionFigure.VehicleTimes => Patrolled(path, from, to)
                .Select(p => new InspectionRow
                {
                    Id = p.Id,
                    Seq = p.Seq,
                    On = p.PatrolledOn,
                    Title = "",
                    Measure = p.VehicleTimes,
                }),
            InspectionFigure.PlaceTimes => Patrolled(path, from, to)
                .Select(p => new InspectionRow
                {
                    Id = p.Id,
                    Seq = p.Seq,
                    On = p.PatrolledOn,
                    Title = "",
                    Measure = p.PlaceTimes,
                }),
            InspectionFigure.StallsCleared => Patrolled(path, from, to)
                .Select(p => new InspectionRow
                {
                    Id = p.Id,
                    Seq = p.Seq,
                    On = p.PatrolledOn,
                    Title = "",
                    Measure = p.StallsCleared,
                }),
            InspectionFigure.ShopsCorrected => Patrolled(path, from, to)
                .Select(p => new InspectionRow
                {
                    Id = p.Id,
                    Seq = p.Seq,
                    On = p.PatrolledOn,
                    Title = "",
                    Measure = p.ShopsCorrected,
                }),
            InspectionFigure.RemindersHanded => Reminders(path)
                .Where(r => r.HandedOn >= from && r.HandedOn <= to)
                .Select(r => new InspectionRow
                {
                    Id = r.Id,
                    Seq = r.Seq,
                    On = r.HandedOn,
                    Title = r.Number,
                    Measure = 1,
                }),
            InspectionFigure.RemindersEnded => Reminders(path)
                .Where(r => r.EndedOn >= from && r.EndedOn <= to)
                .Select(r => new InspectionRow
                {
                    Id = r.Id,
                    Seq = r.Seq,
                    On = r.EndedOn,
                    Title = r.Number,
                    Measure = 1,
                }),
            InspectionFigure.Draws => Draws(path, from, to)
                .Select(d => new InspectionRow
                {
                    Id = d.Id,
                    Seq = d.Seq,
                    On = d.DrawnOn,
                    Title = d.Name,
                    Measure = 1,
                }),
            InspectionFigure.ObjectsDrawn => Draws(path, from, to)
                .Select(d => new InspectionRow
                {
                    Id = d.Id,
                    Seq = d.Seq,
                    On = d.DrawnOn,
                    Title = d.Name,
                    Measure = d.ObjectsDrawn,
                }),
            InspectionFigure.ResultsDue => Due(path, from, to).Select(DueRow),
            InspectionFigure.ResultsInTime => Due(path, from, to).Where(c => c.PublishedOn <= c.PublishBy).Select(DueRow),
        };
    }

    private static readonly Expression<Func<CheckTask, InspectionRow>> CheckRow = c =>
        new()
        {
            Id = c.Id,
            Seq = c.Seq,
            On = c.CheckedOn,
            Title = c.ObjectName,
            Measure = 1,
        };

    private static readonly Expression<Func<CheckTask, InspectionRow>> DueRow = c =>
        new()
        {
            Id = c.Id,
            Seq = c.Seq,
            On = c.PublishBy,
            Title = c.ObjectName,
            Measure = 1,
        };

    private IQueryable<T> Below<T>(string path)
        where T : class, IInspectionMatter
    {
        var (from, to) = Domain.Access.OrganisationScope.Below(path);
        return db.Set<T>()
            .AsNoTracking()
            .IgnoreQueryFilters(NoScope)
            .Where(e => string.Compare(e.OrganisationPath, from) >= 0 && string.Compare(e.OrganisationPath, to) < 0);
    }

    private IQueryable<CheckTask> Checked(string path, DateOnly from, DateOnly to) =>
        Below<CheckTask>(path).Where(c => c.CheckedOn >= from && c.CheckedOn <= to);

    private IQueryable<CheckTask> Due(string path, DateOnly from, DateOnly to) =>
        Below<CheckTask>(path).Where(c => c.IsComplete && c.PublishBy >= from && c.PublishBy <= to);

    private IQueryable<RandomDraw> Draws(string path, DateOnly from, DateOnly to) =>
        Below<RandomDraw>(path).Where(d => d.DrawnOn >= from && d.DrawnOn <= to);

    private IQueryable<Reminder> Reminders(string path)
    {
        var voided = db.PatrolSheets.IgnoreQueryFilters(NoScope).Where(p => p.VoidedAt != null);
        return Below<Reminder>(path).Where(r => !voided.Any(p => p.Id == r.PatrolId));
    }

    private IQueryable<PatrolSheet> Patrolled(string path, DateOnly from, DateOnly to) =>
        Below<PatrolSheet>(path).Where(p => p.VoidedAt == null && p.PatrolledOn >= from && p.PatrolledOn <= to);

    /// <summary>The plan that applies to each category: the one approved last.</summary>
    private IQueryable<InspectionRow> Plans(string path, int year)
    {
        var plans = Below<CheckPlan>(path).Where(p => p.Year == year && p.ApprovedAt != null);
        return plans
            .Where(p =>
                !plans.Any(o =>
                    o.OrganId == p.OrganId
                    && o.Category == p.Category
                    && (o.ApprovedAt > p.ApprovedAt || (o.ApprovedAt == p.ApprovedAt && o.Seq > p.Seq))
                )
            )
            .Select(p => new InspectionRow
            {
                Id = p.Id,
                Seq = p.Seq,
                On = null,
                Title = p.Category,
                Measure = p.PlannedChecks,
            });
    }
}
