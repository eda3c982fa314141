using EnforcementCases.Domain;
using EnforcementCases.Domain.Access;
using EnforcementCases.Persistence;
using EnforcementCases.Persistence.Access;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Access.SecondPersons;

/// <summary>Asks for, confirms and refuses changes that one administrator alone does not make (双人确认).</summary>
internal sealed class GuardedChanges(AppDbContext db, CurrentUser user, GuardedEffects effects, SecurityJournal journal, TimeProvider clock)
{
    /// <summary>Asks for a change of an account; an earlier one of the kind that is not done yet is replaced.</summary>
    public async Task AskAsync(Account account, GuardedChangeKind kind, GuardedContent content, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        // where nobody could confirm it, the day passes in which the person and the head can refuse
        var effectiveAt = await AnybodyElseMayConfirmAsync(account, ct) ? (DateTimeOffset?)null : now + SecondPerson.Wait;
        await WithdrawAsync(account, kind, ct);
        var change = new GuardedChange(
            Guid.CreateVersion7(now),
            kind,
            account.Id,
            account.OrganisationId,
            account.OrganisationPath,
            content.Write(),
            user.PersonId,
            now,
            effectiveAt
        );
        db.GuardedChanges.Add(change);
        journal.Note(SecurityEventKind.ChangeAsked, account, $"{kind} {change.Id:N} {string.Join(',', content.Roles)}".TrimEnd());
    }

    /// <summary>Withdraws what was asked for and is not done yet: other roles are wanted now.</summary>
    public Task WithdrawAsync(Account account, GuardedChangeKind kind, CancellationToken ct) =>
        db.RefuseOpenChangesAsync(c => c.Kind == kind && c.AccountId == account.Id, user.PersonId, clock.GetUtcNow(), ct);

    /// <summary>Asks for a change of an organ's particulars.</summary>
    /// <param name="effectiveFrom">From when it applies; null: once it is confirmed.</param>
    public async Task AskAsync(
        Organisation organisation,
        GuardedChangeKind kind,
        GuardedContent content,
        DateTimeOffset? effectiveFrom,
        CancellationToken ct
    )
    {
        var now = clock.GetUtcNow();
        await db.RefuseOpenChangesAsync(
            c => c.Kind == kind && c.AccountId == null && c.OrganisationId == organisation.Id,
            user.PersonId,
            now,
            ct
        );
        var change = new GuardedChange(
            Guid.CreateVersion7(now),
            kind,
            accountId: null,
            organisation.Id,
            organisation.Path,
            content.Write(),
            user.PersonId,
            now,
            effectiveFrom
        );
        organisation.ChangeWasAsked();
        db.GuardedChanges.Add(change);
        journal.Note(SecurityEventKind.ChangeAsked, null, $"{kind} {change.Id:N}");
    }

    /// <summary>A change that concerns the present user: of the own account, of the organ that he or she heads, or of an organisation that he or she administers.</summary>
    /// <exception cref="DomainException"><see cref="SecondPerson.NotFound"/>.</exception>
    public async Task<(GuardedChange Change, Account? Account)> ReadAsync(Guid id, CancellationToken ct)
    {
        var change = await db.GuardedChanges.IgnoreQueryFilters([AppDbContext.ScopeFilter]).FirstOrDefaultAsync(c => c.Id == id, ct);
        var account = change?.AccountId is { } subject ? await AccountAsync(subject, ct) : null;
        return change is not null && (IsOwn(account) || MayAnswerIn(change.OrganisationPath))
            ? (change, account)
            : throw SecondPerson.NotFound.With($"变更 {id}");
    }

    /// <summary>Confirms a change as a second person; it is done at once or waits for its time.</summary>
    /// <exception cref="DomainException"><see cref="SecondPerson.Needed"/>, <see cref="SecondPerson.NotWaiting"/>, or why it can no longer be done.</exception>
    public async Task ConfirmAsync(GuardedChange change, Account? account, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (change.State is not GuardedChangeState.Waiting || now >= change.AskedAt + SecondPerson.GoodFor)
            throw SecondPerson.NotWaiting.With(change.State.Term(), "需要变更的，由管理员重新申请");
        EnsureSecond(change, account);
        var at = account is null
            ? Later(change.EffectiveAt, now)
            : SecondPerson.EffectiveAt(
                now,
                IsOwn(account) || SecondPerson.IsAbove(user.OrganisationPath, change.OrganisationPath),
                change.Kind is GuardedChangeKind.RolesGranted && !await HasDecidedAsync(change.OrganisationId, ct)
            );
        change.Confirm(user.PersonId, now, at);
        journal.Note(SecurityEventKind.ChangeConfirmed, account, $"{change.Kind} {change.Id:N}");
        if (change.IsDueAt(now))
            await effects.ApplyAsync(change, ct);
    }

    /// <summary>Refuses or withdraws a change that is not done yet.</summary>
    /// <exception cref="DomainException"><see cref="SecondPerson.NotWaiting"/>.</exception>
    public void Refuse(GuardedChange change, Account? account)
    {
        if (!change.IsOpen)
            throw SecondPerson.NotWaiting.With(change.State.Term(), "需要变更的，由管理员重新申请");
        change.Refuse(user.PersonId, clock.GetUtcNow());
        journal.Note(SecurityEventKind.ChangeRefused, account, $"{change.Kind} {change.Id:N}");
    }

    /// <summary>Changes that concern the present user, newest first.</summary>
    public async Task<Page<GuardedChange>> ListAsync(bool openOnly, string? cursor, int? limit, CancellationToken ct)
    {
        var own = user.AccountId;
        var all = db.GuardedChanges.AsNoTracking().IgnoreQueryFilters([AppDbContext.ScopeFilter]);
        var (from, to) = (user.Scope.From, user.Scope.To);
        var mine =
            user.Roles.Contains(Role.Administrator) || user.Roles.Contains(Role.Head)
                ? all.Where(c =>
                    c.AccountId == own || (string.Compare(c.OrganisationPath, from) >= 0 && string.Compare(c.OrganisationPath, to) < 0)
                )
                : all.Where(c => c.AccountId == own);
        return await mine.Where(c => !openOnly || c.State == GuardedChangeState.Waiting || c.State == GuardedChangeState.Confirmed)
            .OrderByDescending(c => c.AskedAt)
            .ThenBy(c => c.Id)
            .ToPageAsync(cursor, limit, ct);
    }

    private void EnsureSecond(GuardedChange change, Account? account)
    {
        if (change.AskedBy == user.PersonId)
            throw SecondPerson.Needed.With("申请人不得确认本人申请的变更", "由本机构或者上级机构的另一名管理员确认");
        if (IsOwn(account))
        {
            // who was shown the one-time password could sign in as the owner
            if (account!.PasswordGivenTo == change.AskedBy)
                throw SecondPerson.Needed.With(
                    "申请人掌握过该账号的一次性口令，本人确认不足以证明是本人",
                    "由本机构或者上级机构的另一名管理员确认"
                );
            return;
        }
        if (account is not null && !user.Roles.Contains(Role.Administrator))
            throw SecondPerson.Needed.With("机关负责人可以否决，不能代管理员确认", "由本机构或者上级机构的另一名管理员确认");
        user.EnsureSteppedUp(clock.GetUtcNow());
    }

    /// <summary>The owner answers through the account itself: another account of the same person is no proof, because the administrator who asks may have opened it.</summary>
    private bool IsOwn(Account? account) => account?.Id == user.AccountId;

    private bool MayAnswerIn(string path) =>
        (user.Roles.Contains(Role.Administrator) || user.Roles.Contains(Role.Head)) && user.Scope.Contains(path);

    private static DateTimeOffset Later(DateTimeOffset? wanted, DateTimeOffset now) => wanted > now ? wanted.Value : now;

    private Task<Account> AccountAsync(Guid id, CancellationToken ct) =>
        db.Users.IgnoreQueryFilters().Include(a => a.Roles).Include(a => a.Offices).FirstAsync(a => a.Id == id, ct);

    private async Task<bool> AnybodyElseMayConfirmAsync(Account account, CancellationToken ct)
    {
        var above = SecondPerson.PathsAbove(account.OrganisationPath);
        return await db
            .Users.IgnoreQueryFilters()
            .AnyAsync(
                a =>
                    !a.Disabled
                    && above.Contains(a.OrganisationPath)
                    && a.PersonId != user.PersonId
                    && a.PersonId != account.PersonId
                    && a.Roles.Any(r => r.Role == Role.Administrator),
                ct
            );
    }

    private async Task<bool> HasDecidedAsync(Guid organisationId, CancellationToken ct)
    {
        var path = await db
            .Organisations.Where(o => o.Id == organisationId)
            .Select(o => db.Organisations.Where(organ => organ.Id == o.OrganId).Select(organ => organ.Path).FirstOrDefault() ?? o.Path)
            .FirstAsync(ct);
        return await db
            .Cases.IgnoreQueryFilters([AppDbContext.ScopeFilter])
            .AnyAsync(c => c.DecidedAt != null && c.OrganisationPath.StartsWith(path), ct);
    }
}
