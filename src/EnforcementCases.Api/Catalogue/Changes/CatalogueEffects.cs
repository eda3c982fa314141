using EnforcementCases.Domain;
using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Cases.Correction;
using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Law;
using EnforcementCases.Persistence;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Catalogue.Changes;

/// <summary>Effects of a catalogue change on open matters (对在办事项的影响). Cases keep the versions they are based on; if the law changed meanwhile, the decision chooses.</summary>
/// <param name="OpenCases">How many open cases are based on a version or an adoption that ends.</param>
/// <param name="Cases">Those cases, at most 200.</param>
/// <param name="OpenOrders">How many unsettled orders to correct are based on a version that ends.</param>
/// <param name="Orders">Those orders, at most 200.</param>
/// <param name="ChangedDeadlines">How many running deadlines are changed by the calendar.</param>
/// <param name="Deadlines">Those deadlines, the nearest first, at most 200.</param>
/// <param name="Parameters">For each parameter, how many open cases it affects.</param>
public sealed record CatalogueEffects(
    int OpenCases,
    IReadOnlyList<AffectedCase> Cases,
    int OpenOrders,
    IReadOnlyList<AffectedOrder> Orders,
    int ChangedDeadlines,
    IReadOnlyList<ChangedDeadline> Deadlines,
    IReadOnlyList<ParameterReach> Parameters
);

/// <summary>An open case based on a version or an adoption that ends.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="OrganId">The street or town.</param>
/// <param name="Procedure">Procedure.</param>
/// <param name="Stage">Current stage of the case.</param>
/// <param name="DecisionNumber">Number of its decision; null before the decision.</param>
/// <param name="ViolationCode">Code of the violation.</param>
/// <param name="CommittedOn">Day of the offence, whose law applies unless the new one is milder.</param>
/// <param name="Because">What ends, in Chinese.</param>
public sealed record AffectedCase(
    Guid CaseId,
    Guid OrganId,
    CaseProcedure Procedure,
    CaseStage Stage,
    string? DecisionNumber,
    string ViolationCode,
    DateOnly CommittedOn,
    [property: Bilingual] string Because
);

/// <summary>An order to correct based on a version that ends.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="OrganId">The street or town.</param>
/// <param name="Number">Its number.</param>
/// <param name="ViolationCode">Code of the violation.</param>
/// <param name="DueOn">Last day to put it right.</param>
/// <param name="Because">What ends, in Chinese.</param>
public sealed record AffectedOrder(
    Guid OrderId,
    Guid OrganId,
    string Number,
    string ViolationCode,
    DateOnly DueOn,
    [property: Bilingual] string Because
);

/// <summary>A running deadline that another calendar changes.</summary>
/// <param name="DeadlineId">The deadline.</param>
/// <param name="CaseId">The case.</param>
/// <param name="OrganId">The street or town.</param>
/// <param name="Kind">What it is about.</param>
/// <param name="Rule">Id in the rule table.</param>
/// <param name="From">Present last day.</param>
/// <param name="To">Last day after the change.</param>
/// <param name="WasProvisional">Whether a calendar year not loaded yet may still move the present last day.</param>
/// <param name="Provisional">The same for the last day after the change.</param>
public sealed record ChangedDeadline(
    Guid DeadlineId,
    Guid CaseId,
    Guid OrganId,
    DeadlineKind Kind,
    string Rule,
    DateOnly From,
    DateOnly To,
    bool WasProvisional,
    bool Provisional
);

/// <summary>How many open cases a parameter affects.</summary>
/// <param name="Key">Organisation and key.</param>
/// <param name="ValidFrom">First day; matters of earlier days are not affected.</param>
/// <param name="OpenCases">Open cases of the organisation and those below it.</param>
public sealed record ParameterReach(string Key, DateOnly? ValidFrom, int OpenCases);

/// <summary>Finds the effects of a planned change on open matters within the reader's scope.</summary>
internal sealed class CatalogueEffectsReader(AppDbContext db, CatalogueDirectory directory, TimeProvider clock)
{
    private const int Shown = 200;

    private static readonly CaseStage[] Settled = [CaseStage.NotFiled, CaseStage.Revoked, CaseStage.Closed, CaseStage.Archived];

    public async Task<CatalogueEffects> ReadAsync(CataloguePlan plan, CancellationToken ct)
    {
        var because = plan
            .Rows.Select(r => r.Ending)
            .OfType<EndingVersion>()
            .GroupBy(e => e.VersionId)
            .ToDictionary(g => g.Key, g => string.Join('；', g.Select(e => e.Because)));
        var (openCases, cases) = await CasesAsync(because, ct);
        var (openOrders, orders) = await OrdersAsync(because, ct);
        var (changed, deadlines) = plan.Calendar is { } calendar ? await DeadlinesAsync(calendar, ct) : (0, []);
        return new(openCases, cases, openOrders, orders, changed, deadlines, await ParametersAsync(plan, ct));
    }

    private async Task<(int, IReadOnlyList<AffectedCase>)> CasesAsync(Dictionary<Guid, string> because, CancellationToken ct)
    {
        if (because.Count == 0)
            return (0, []);
        var ids = because.Keys.ToList();
        var resting = db
            .Cases.AsNoTracking()
            .Where(c => !Settled.Contains(c.Stage))
            .Where(c => ids.Contains(c.ViolationVersionId) || (c.AdoptionId != null && ids.Contains(c.AdoptionId.Value)));
        var found = await resting
            .OrderByDescending(c => c.OpenedAt)
            .ThenByDescending(c => c.Seq)
            .Take(Shown)
            .Select(c => new
            {
                c.Id,
                c.OrganId,
                c.Procedure,
                c.Stage,
                c.DecisionNumber,
                c.ViolationCode,
                c.CommittedOn,
                c.ViolationVersionId,
                c.AdoptionId,
            })
            .ToListAsync(ct);
        string Why(Guid version, Guid? adoption) =>
            string.Join(
                '；',
                new[] { because.GetValueOrDefault(version), because.GetValueOrDefault(adoption ?? Guid.Empty) }.OfType<string>()
            );
        return (
            found.Count < Shown ? found.Count : await resting.CountAsync(ct),
            found.ConvertAll(c => new AffectedCase(
                c.Id,
                c.OrganId,
                c.Procedure,
                c.Stage,
                c.DecisionNumber,
                c.ViolationCode,
                c.CommittedOn,
                Why(c.ViolationVersionId, c.AdoptionId)
            ))
        );
    }

    private async Task<(int, IReadOnlyList<AffectedOrder>)> OrdersAsync(Dictionary<Guid, string> because, CancellationToken ct)
    {
        if (because.Count == 0)
            return (0, []);
        var ids = because.Keys.ToList();
        var resting = db
            .CorrectionOrders.AsNoTracking()
            .Where(o => o.UsedByCaseId == null && o.Result != RecheckResult.Corrected && ids.Contains(o.ViolationVersionId));
        var found = await resting
            .OrderBy(o => o.DueOn)
            .ThenBy(o => o.Seq)
            .Take(Shown)
            .Select(o => new
            {
                o.Id,
                o.OrganId,
                o.Number,
                o.ViolationCode,
                o.DueOn,
                o.ViolationVersionId,
            })
            .ToListAsync(ct);
        return (
            found.Count < Shown ? found.Count : await resting.CountAsync(ct),
            found.ConvertAll(o => new AffectedOrder(o.Id, o.OrganId, o.Number, o.ViolationCode, o.DueOn, because[o.ViolationVersionId]))
        );
    }

    /// <summary>Exactly the deadlines that the recount will change: both use the same check.</summary>
    private async Task<(int, IReadOnlyList<ChangedDeadline>)> DeadlinesAsync(WorkingCalendar calendar, CancellationToken ct)
    {
        var today = LegalDate.Of(clock.GetUtcNow());
        var first = FirstDifference(directory.Current.Calendar, calendar);
        var running = db
            .CaseDeadlines.AsNoTracking()
            .Where(d => d.MetAt == null && d.EndedAt == null && (d.IsProvisional || d.LastDay >= first))
            .OrderBy(d => d.LastDay)
            .ThenBy(d => d.Seq)
            .AsAsyncEnumerable();
        var count = 0;
        var shown = new List<ChangedDeadline>();
        await foreach (var d in running.WithCancellation(ct))
        {
            if (d.Recounted(calendar, today) is not { } counted)
                continue;
            if (++count <= Shown)
                shown.Add(
                    new(d.Id, d.CaseId, d.OrganId, d.Kind, d.Rule, d.LastDay, counted.LastDay, d.IsProvisional, counted.IsProvisional)
                );
        }
        return (count, shown);
    }

    /// <summary>The first day on which the two calendars differ: no period that ended before it can change.</summary>
    private static DateOnly FirstDifference(WorkingCalendar old, WorkingCalendar @new)
    {
        static (bool, string?, bool) Said(WorkingCalendar calendar, DateOnly day) =>
            calendar.Covers(day) ? (true, calendar.WhyOff(day), calendar.MayStillChange(day)) : default;
        var last = new DateOnly(@new.Years.Last(), 12, 31);
        for (var day = new DateOnly(@new.Years.First(), 1, 1); day <= last; day = day.AddDays(1))
        {
            if (Said(old, day) != Said(@new, day))
                return day;
        }
        return last;
    }

    private async Task<IReadOnlyList<ParameterReach>> ParametersAsync(CataloguePlan plan, CancellationToken ct)
    {
        var reaches = new List<ParameterReach>();
        foreach (var row in plan.Rows.Where(r => r.Source.Kind is CatalogueRowKind.Parameter && r.Changes))
        {
            var (from, to) = OrganisationScope.Below(row.Key[..row.Key.IndexOf(' ', StringComparison.Ordinal)]);
            var open = await db
                .Cases.Where(c => string.Compare(c.OrganisationPath, from) >= 0 && string.Compare(c.OrganisationPath, to) < 0)
                .CountAsync(c => !Settled.Contains(c.Stage), ct);
            reaches.Add(new(row.Key, row.Validity.From, open));
        }
        return reaches;
    }
}
