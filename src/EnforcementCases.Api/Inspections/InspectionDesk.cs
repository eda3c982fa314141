using EnforcementCases.Api.Access;
using EnforcementCases.Api.Catalogue;
using EnforcementCases.Api.Personnel;
using EnforcementCases.Domain;
using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Inspections;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Personnel;
using EnforcementCases.Domain.Publicity;
using EnforcementCases.Domain.Text;
using EnforcementCases.Persistence;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Pipeline;
using EnforcementCases.Platform.Recording;
using EnforcementCases.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Inspections;

/// <summary>An act of inspections, with the time that the caller states.</summary>
public interface IInspectionAct
{
    /// <summary>When it was done, as stated by the caller.</summary>
    DateTimeOffset DoneAt { get; }
}

/// <summary>Shared by all acts and lists of inspections: whose they are, who may act when, plans and caps.</summary>
internal sealed class InspectionDesk(
    AppDbContext db,
    CurrentUser user,
    OrganDirectory organs,
    OfficerDirectory officers,
    OfficeHistory offices,
    RightsTable rights,
    CatalogueDirectory catalogue,
    RequestContext request,
    TimeProvider clock
)
{
    private static readonly string[] NoScope = [AppDbContext.ScopeFilter];

    public DateOnly Today => LegalDate.Of(clock.GetUtcNow());

    /// <summary>A text that may be omitted, as it is stored; blanks are refused before.</summary>
    public static string? Stated(string? text) => text is null ? null : TextRules.Paragraphs(text);

    /// <summary>The organ in whose name the present user acts.</summary>
    public ValueTask<Organisation> OrganAsync(CancellationToken ct) => organs.OrganAsync(user.OrganId!.Value, ct);

    /// <summary>What the present user may read: everything of the own street or town, whatever the team; above streets, what is within the scope.</summary>
    public IQueryable<T> Readable<T>()
        where T : class, IInspectionMatter =>
        user.OrganId is { } organ
            ? db.Set<T>().AsNoTracking().IgnoreQueryFilters(NoScope).Where(e => e.OrganId == organ)
            : db.Set<T>().AsNoTracking();

    /// <summary>A page of a list, newest entry first.</summary>
    public static async Task<Page<TView>> PageAsync<T, TView>(
        IQueryable<T> rows,
        string? cursor,
        int? limit,
        Func<T, TView> view,
        CancellationToken ct
    )
        where T : class, IInspectionMatter
    {
        var size = Cursor.LimitOf(limit);
        if (Cursor.Parse(cursor) is { } after)
            rows = rows.Where(e => e.Seq < after.Seq);
        var found = await rows.OrderByDescending(e => e.Seq).Take(size + 1).ToListAsync(ct);
        return new([.. found.Take(size).Select(view)], found.Count > size ? new Cursor(0, found[size - 1].Seq).ToString() : null);
    }

    /// <summary>One thing that the present user may read.</summary>
    /// <exception cref="DomainException"><see cref="InspectionErrors.NotFound"/>.</exception>
    public async Task<T> ReadAsync<T>(Guid id, CancellationToken ct)
        where T : class, IInspectionMatter =>
        await Readable<T>().FirstOrDefaultAsync(e => e.Id == id, ct) ?? throw InspectionErrors.NotFound.With($"{id}");

    /// <summary>One thing of the own organ, tracked.</summary>
    /// <exception cref="DomainException"><see cref="InspectionErrors.NotFound"/>.</exception>
    public async Task<T> OwnAsync<T>(Guid id, CancellationToken ct)
        where T : class, IInspectionMatter =>
        await db.Set<T>().IgnoreQueryFilters(NoScope).FirstOrDefaultAsync(e => e.Id == id && e.OrganId == user.OrganId, ct)
        ?? throw InspectionErrors.NotFound.With($"{id}");

    /// <summary>One thing of the own organ, for a change that states the version seen.</summary>
    /// <exception cref="DomainException"><see cref="InspectionErrors.NotFound"/>, <see cref="RequestContext.VersionMissing"/>, <see cref="RequestContext.VersionStale"/>, or what
    /// <see cref="EnsureDoneAsync"/> refuses.</exception>
    public async Task<T> OpenAsync<T>(IInspectionAct act, Guid id, CancellationToken ct)
        where T : class, IInspectionMatter
    {
        var found = await OwnAsync<T>(id, ct);
        request.EnsureSeen(found.Id, found.Version);
        await EnsureDoneAsync(act, ct);
        return found;
    }

    /// <summary>Refuses a time in the future, and an act of an office that the user did not hold on its day.</summary>
    /// <exception cref="DomainException"><see cref="ClaimedTime.InFuture"/>, <see cref="ClaimedTime.TooOld"/> or <see cref="OfficeHolder.NotInOffice"/>.</exception>
    public async Task EnsureDoneAsync(IInspectionAct act, CancellationToken ct)
    {
        ClaimedTime.Ensure(act.DoneAt, clock.GetUtcNow(), "/doneAt");
        await offices.EnsureHeldAsync(rights.Rows[RightsTable.OperationOf(act.GetType())].Roles, LegalDate.Of(act.DoneAt), ct);
    }

    /// <summary>The officers of a check on a day: certified, of the organ, without an interest in the object.</summary>
    /// <param name="pointer">The member of the request that names them; null if none does.</param>
    /// <exception cref="DomainException"><see cref="OfficerRoster.Unknown"/>, <see cref="OfficerRoster.NotOfOrgan"/>, <see cref="InspectionErrors.NotTwoOfficers"/>,
    /// <see cref="CertificateOnDay.NotValid"/> or <see cref="InspectionErrors.Interested"/>.</exception>
    public async Task<IReadOnlyList<CheckOfficer>> OfficersAsync(
        IEnumerable<Guid> ids,
        Organisation organ,
        Guid objectId,
        DateOnly day,
        string? pointer,
        CancellationToken ct
    )
    {
        var interests = await db.OfficerInterests.IgnoreQueryFilters(NoScope).Where(i => i.ObjectId == objectId).ToListAsync(ct);
        try
        {
            var certified = CheckOfficer.Certified([.. ids.Select(id => officers.Current.AtScene(id, organ.Path, day))], day);
            if (interests.Find(i => i.Holds(day) && certified.Any(o => o.PersonId == i.PersonId)) is { } interest)
                throw InspectionErrors.Interested.With($"{interest.PersonName}：{interest.Tie}", "改派没有利害关系的检查人员");
            return certified;
        }
        catch (DomainException refusal) when (pointer is not null)
        {
            throw refusal.At(pointer);
        }
    }

    /// <summary>The approved plan of a category that applies to a year at a moment; null if none.</summary>
    public Task<CheckPlan?> PlanAsync(Guid organId, int year, string category, DateTimeOffset at, CancellationToken ct) =>
        db
            .CheckPlans.IgnoreQueryFilters(NoScope)
            .Where(p => p.OrganId == organId && p.Year == year && p.Category == category && p.ApprovedAt != null && p.ApprovedAt <= at)
            .OrderByDescending(p => p.ApprovedAt)
            .ThenByDescending(p => p.Seq)
            .FirstOrDefaultAsync(ct);

    /// <summary>Refuses a check that no plan covers, or that exceeds the cap of its object. Holds the object until the commit, so that two checks do not both take its last place.</summary>
    /// <param name="pointer">The member of the request that asks for it.</param>
    /// <exception cref="DomainException"><see cref="InspectionErrors.NoPlan"/> or <see cref="InspectionErrors.CapReached"/>.</exception>
    public async Task EnsurePlannedAsync(CheckTask check, DateTimeOffset at, string pointer, CancellationToken ct)
    {
        var plan = await PlanAsync(check.OrganId, check.PlannedYear, check.Category, at, ct);
        if (plan is null)
        {
            if (check.Type is not CheckPlanType.Individual)
                throw InspectionErrors
                    .NoPlan.With($"{check.PlannedYear} 年度没有“{check.Category}”的计划", "先提出并批准该类对象的年度检查计划")
                    .At(pointer);
            return;
        }
        await HoldAsync([check.ObjectId], ct);
        var used = await TowardsCapAsync([check.ObjectId], check.PlannedYear, ct);
        plan.EnsureBelowCap(used.GetValueOrDefault(check.ObjectId), check.Exemption, pointer);
    }

    /// <summary>Locks objects until the commit.</summary>
    public Task HoldAsync(IReadOnlyList<Guid> objects, CancellationToken ct) =>
        db
            .CheckObjects.IgnoreQueryFilters(NoScope)
            .Where(o => objects.Contains(o.Id))
            .ExecuteUpdateAsync(o => o.SetProperty(x => x.Version, x => x.Version), ct);

    /// <summary>Checks of a year that count towards the cap of objects: approved or done, without a ground beyond the cap. An object that left the register and came back with the same
    /// credit code brings its checks with it.</summary>
    public async Task<Dictionary<Guid, int>> TowardsCapAsync(IReadOnlyList<Guid> objects, int year, CancellationToken ct)
    {
        var register = db.CheckObjects.AsNoTracking().IgnoreQueryFilters(NoScope);
        var named = await register
            .Where(o => objects.Contains(o.Id))
            .Select(o => new
            {
                o.Id,
                o.OrganId,
                o.CreditCode,
            })
            .ToListAsync(ct);
        var codes = named.Select(o => o.CreditCode).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var owners = named.Select(o => o.OrganId).Distinct().ToList();
        var before = await register
            .Where(o => owners.Contains(o.OrganId) && o.CreditCode != null && codes.Contains(o.CreditCode) && !objects.Contains(o.Id))
            .Select(o => new
            {
                o.Id,
                o.OrganId,
                o.CreditCode,
            })
            .ToListAsync(ct);
        var entered = named.Concat(before).ToLookup(o => (o.OrganId, o.CreditCode), o => o.Id);
        var all = objects.Concat(before.Select(o => o.Id)).ToList();
        var counts = await db
            .CheckTasks.IgnoreQueryFilters(NoScope)
            .Where(c => all.Contains(c.ObjectId) && c.PlannedYear == year && c.Exemption == null && CheckTask.TowardsCap.Contains(c.State))
            .GroupBy(c => c.ObjectId)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        return named.ToDictionary(
            o => o.Id,
            o => (o.CreditCode is null ? [o.Id] : entered[(o.OrganId, o.CreditCode)]).Sum(id => counts.GetValueOrDefault(id))
        );
    }

    /// <summary>The campaign that is named, which must cover the day; null if none is named.</summary>
    /// <exception cref="DomainException"><see cref="InspectionErrors.NotFound"/> or <see cref="InspectionErrors.OutsideCampaign"/>.</exception>
    public async Task<Campaign?> CampaignAsync(Guid? id, DateOnly day, CancellationToken ct)
    {
        if (id is not { } named)
            return null;
        var campaign = await OwnAsync<Campaign>(named, ct);
        campaign.EnsureCovers(day);
        return campaign;
    }

    /// <summary>Last day for publishing the result of a check of a day: twenty working days, or less where the place has set less.</summary>
    public DateOnly PublishBy(DateOnly checkedOn, string organPath) =>
        PublicityClock.LastDayToPublish(
            isPenalty: false,
            checkedOn,
            catalogue.Current.Parameter(organPath, LocalParameters.PublishOther, checkedOn).Number,
            catalogue.Current.Calendar
        );

    /// <summary>A case that followed a check or a reminder.</summary>
    /// <exception cref="DomainException"><see cref="Domain.Cases.EnforcementCase.NotFound"/>.</exception>
    public async Task<WhatFollowed> CaseAsync(Guid id, CancellationToken ct)
    {
        var @case =
            await db
                .Cases.AsNoTracking()
                .IgnoreQueryFilters(NoScope)
                .Where(c => c.Id == id && c.OrganId == user.OrganId)
                .Select(c => new
                {
                    c.FiledOn,
                    c.DecidedAt,
                    c.Party.Name,
                })
                .FirstOrDefaultAsync(ct)
            ?? throw Domain.Cases.EnforcementCase.NotFound.With($"案件 {id}");
        return new(id, null, @case.FiledOn ?? (@case.DecidedAt is { } at ? LegalDate.Of(at) : null), @case.Name);
    }

    /// <summary>An order to correct that followed a check.</summary>
    /// <exception cref="DomainException"><see cref="Domain.Cases.Correction.CorrectionOrder.NotFound"/>.</exception>
    public async Task<WhatFollowed> OrderAsync(Guid id, CancellationToken ct)
    {
        var order =
            await db
                .CorrectionOrders.AsNoTracking()
                .IgnoreQueryFilters(NoScope)
                .Where(o => o.Id == id && o.OrganId == user.OrganId)
                .Select(o => new { o.OrderedAt, o.Party.Name })
                .FirstOrDefaultAsync(ct)
            ?? throw Domain.Cases.Correction.CorrectionOrder.NotFound.With($"责令改正通知 {id}");
        return new(null, id, LegalDate.Of(order.OrderedAt), order.Name);
    }
}
