using EnforcementCases.Api.Cases.Ordinary;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Cases.Work;
using EnforcementCases.Domain.Fines.Cash;
using EnforcementCases.Persistence;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Cases.Work;

/// <summary>Keeps the work lists: what waits in a case is stored anew in the transaction of every act in it, so that a list is read by its index alone.</summary>
internal sealed class WorkDesk(AppDbContext db, OrdinaryDesk desk, CurrentUser user, TimeProvider clock) : IBeforeSave
{
    public async Task BeforeSaveAsync(CancellationToken ct)
    {
        var acted = db.Tracked<EnforcementCase>()
            .Where(e => e.State is EntityState.Added || e.Property(c => c.Version).OriginalValue != e.Entity.Version)
            .Select(e => (e.Entity, IsNew: e.State is EntityState.Added))
            .ToList();
        acted.AddRange((await PaidNotOwedAsync(ct)).Where(c => !acted.Exists(a => a.Entity == c)).Select(c => (c, false)));
        foreach (var (@case, isNew) in acted)
        {
            await ListAsync(@case, isNew, ct);
            await TouchAsync(@case, isNew, ct);
        }
    }

    /// <summary>Stores what waits in a case now.</summary>
    /// <param name="isNew">It is stored with this transaction: nothing of it is in the database yet.</param>
    public async Task ListAsync(EnforcementCase @case, bool isNew, CancellationToken ct)
    {
        if (!isNew)
            await LoadAsync(@case, ct);
        var now = clock.GetUtcNow();
        var file = isNew && @case.ActEntries.Count == 0 ? null : await desk.OpenAsync(@case, ct);
        var law =
            file?.Deciding.Proposal is not null && @case.Stage is CaseStage.Concluded or CaseStage.Told
                ? await desk.SurroundingsAsync(@case, file!, body: null, ct)
                : null;
        var notOwed = isNew || @case.PaymentOrder is null ? [] : await NotOwedAsync(@case.Id, ct);
        var waits = WorkOfCase
            .Of(@case, file, law, now, notOwed)
            .Select(item => new CaseWork(Guid.CreateVersion7(now), @case, item))
            .ToList();
        var listed = isNew
            ? []
            : await db.CaseWork.IgnoreQueryFilters([AppDbContext.ScopeFilter]).Where(w => w.CaseId == @case.Id).ToListAsync(ct);
        db.CaseWork.RemoveRange(listed.Where(old => !waits.Exists(w => w.IsSameAs(old))));
        db.CaseWork.AddRange(waits.Where(w => !listed.Exists(w.IsSameAs)));
        @case.WorkIsListed(now);
    }

    /// <summary>Cases on which money was paid that was not owed, or in which it moved: that is no act of the case.</summary>
    private async Task<List<EnforcementCase>> PaidNotOwedAsync(CancellationToken ct)
    {
        if (db.Tracked<PaymentNotOwed>().Count == 0)
            return []; // looking for changes costs
        var cases = new List<EnforcementCase>();
        foreach (
            var id in db
                .ChangeTracker.Entries<PaymentNotOwed>()
                .Where(e => e.State is EntityState.Added or EntityState.Modified)
                .Select(e => e.Entity.CaseId)
                .Distinct()
                .ToList()
        )
        {
            if (await db.Cases.FindAsync([id], ct) is { } @case)
                cases.Add(@case);
        }
        return cases;
    }

    /// <summary>Payments on the case that were not owed, with those of this transaction.</summary>
    private async Task<List<PaymentNotOwed>> NotOwedAsync(Guid caseId, CancellationToken ct)
    {
        await db
            .PaymentsNotOwed.IgnoreQueryFilters([AppDbContext.ScopeFilter])
            .Where(p => p.CaseId == caseId && p.RefundedAt == null)
            .LoadAsync(ct);
        return [.. db.PaymentsNotOwed.Local.Where(p => p.CaseId == caseId)];
    }

    private async Task LoadAsync(EnforcementCase @case, CancellationToken ct)
    {
        var entry = db.Entry(@case);
        await entry.Collection(c => c.Officers).LoadAsync(ct);
        await entry.Collection(c => c.Deadlines).LoadAsync(ct);
        await entry.Collection(c => c.Payments).LoadAsync(ct);
        await entry.Reference(c => c.PaymentOrder).LoadAsync(ct);
    }

    /// <summary>The case is among those that the present user did something in today.</summary>
    private async Task TouchAsync(EnforcementCase @case, bool isNew, CancellationToken ct)
    {
        if (!user.IsSignedIn)
            return; // a job, the bank
        var touched = isNew ? null : await db.CaseTouches.FindAsync([user.PersonId, @case.Id], ct);
        if (touched is null)
            db.CaseTouches.Add(new(user.PersonId, @case, clock.GetUtcNow()));
        else
            touched.Again(clock.GetUtcNow());
    }
}
