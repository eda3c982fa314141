using EnforcementCases.Api.Access.Administration;
using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Law;
using EnforcementCases.Persistence;
using EnforcementCases.Persistence.Access;
using EnforcementCases.Persistence.Snapshots;
using EnforcementCases.Platform.Access;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Access.SecondPersons;

/// <summary>Does a guarded change that was confirmed and whose time has come.</summary>
internal sealed class GuardedEffects(
    AppDbContext db,
    UnitOfWork unitOfWork,
    SessionDirectory directory,
    SecurityJournal journal,
    AccessSettings settings,
    TimeProvider clock
)
{
    private const int ValueMaxLength = 150;

    /// <exception cref="Domain.DomainException">It is no longer possible: roles exclude each other, a name was taken since, the account was disabled or moved, or who asked or confirmed may do
    /// so no more.</exception>
    public async Task ApplyAsync(GuardedChange change, CancellationToken ct)
    {
        var content = GuardedContent.Of(change);
        await EnsureStillEntitledAsync(change, ct);
        if (change.AccountId is { } accountId)
        {
            var account = await db
                .Users.IgnoreQueryFilters()
                .Include(a => a.Roles)
                .Include(a => a.Offices)
                .FirstAsync(a => a.Id == accountId, ct);
            if (account.Disabled || account.OrganisationPath != change.OrganisationPath)
                throw SecondPerson.NotWaiting.With("账号已经停用或者转移到其他机构", "需要变更的，由管理员重新申请");
            await ApplyAsync(change, account, content, ct);
            unitOfWork.AfterCommit(() => directory.Forget(account.Id));
        }
        else
        {
            var organisation = await db.Organisations.FirstAsync(o => o.Id == change.OrganisationId, ct);
            await ApplyAsync(organisation, content, ct);
        }
        change.Done();
    }

    /// <summary>Who asked is still an administrator there or above, and who confirmed still one, the head or the owner.</summary>
    private async Task EnsureStillEntitledAsync(GuardedChange change, CancellationToken ct)
    {
        if (!await HoldsAsync(change.AskedBy, Role.Administrator))
            throw SecondPerson.AuthorityEnded.With("申请人已不是该机构或者上级机构的管理员", "需要变更的，由现任管理员重新申请");
        if (
            change is { State: GuardedChangeState.Confirmed, AnsweredBy: { } second }
            && !await HoldsAsync(second, Role.Administrator, Role.Head)
            && !await db.Users.IgnoreQueryFilters().AnyAsync(a => a.Id == change.AccountId && a.PersonId == second && !a.Disabled, ct)
        )
            throw SecondPerson.AuthorityEnded.With("确认人已不具有确认该变更的岗位", "需要变更的，由现任管理员重新申请");

        Task<bool> HoldsAsync(Guid person, params Role[] roles)
        {
            var above = SecondPerson.PathsAbove(change.OrganisationPath);
            return db
                .Users.IgnoreQueryFilters()
                .AnyAsync(
                    a =>
                        a.PersonId == person
                        && !a.Disabled
                        && above.Contains(a.OrganisationPath)
                        && a.Roles.Any(r => roles.Contains(r.Role)),
                    ct
                );
        }
    }

    private async Task ApplyAsync(GuardedChange change, Account account, GuardedContent content, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        switch (change.Kind)
        {
            case GuardedChangeKind.PasswordReset:
                account.PasswordHash = content.PasswordHash;
                account.PasswordWasGiven(change.AskedBy, now);
                account.Unlock();
                await db.EndSessionsAsync(account.Id, SessionEnd.PasswordChanged, now, ct);
                journal.Note(SecurityEventKind.PasswordReset, account);
                break;
            case GuardedChangeKind.SecondFactorReset:
                var factor = await db.SecondFactors.Include(f => f.RecoveryCodes).FirstOrDefaultAsync(f => f.AccountId == account.Id, ct);
                if (factor is not null)
                {
                    factor.ReplaceRecoveryCodes([]);
                    db.SecondFactors.Remove(factor);
                }
                account.SecondFactorWasReset();
                await db.EndSessionsAsync(account.Id, SessionEnd.SecondFactorChanged, now, ct);
                journal.Note(SecurityEventKind.SecondFactorReset, account);
                break;
            case GuardedChangeKind.RolesGranted:
                var before = account.Roles.Select(r => r.Role).ToHashSet();
                var roles = before.Union(content.Roles).ToHashSet();
                await db.EnsureCompatibleAsync(settings, account, roles, ct);
                account.ReplaceRoles(roles, content.HeldFrom ?? LegalDate.Of(now));
                journal.NoteRoles(account, before, roles);
                break;
            case GuardedChangeKind.AdministratorRemoved:
                var held = account.Roles.Select(r => r.Role).ToHashSet();
                var instead = content.Roles.ToHashSet();
                await db.EnsureCompatibleAsync(settings, account, instead, ct);
                account.ReplaceRoles(instead, content.HeldFrom ?? LegalDate.Of(now));
                journal.NoteRoles(account, held, instead);
                break;
            case GuardedChangeKind.AdministratorDisabled:
                await db.DisableAsync(account, change.AnsweredBy, journal, now, change.Id, ct);
                break;
            case GuardedChangeKind.AccountUnlocked:
                account.Unlock();
                journal.Note(SecurityEventKind.AccountUnlocked, account);
                break;
            case GuardedChangeKind.ExternalIdentityLinked:
                await db.LinkExternalAsync(account, content.ExternalKey, now, ct);
                journal.Note(SecurityEventKind.ExternalIdentityLinked, account);
                break;
            case GuardedChangeKind.OrganisationProfile or GuardedChangeKind.Seal:
                throw new InvalidOperationException($"{change.Kind} is no change of an account.");
        }
    }

    private async Task ApplyAsync(Organisation organisation, GuardedContent content, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var (name, profile) = (organisation.Name, organisation.Profile);
        if (content.SealSha256 is { } seal)
            organisation.ChangeSeal(seal, now);
        if (content.Profile is { } wanted)
        {
            await ShortNames.EnsureFreeAsync(db, organisation.ParentId, organisation.Id, wanted.ShortName, ct);
            organisation.ChangeProfile(content.Name!, wanted with { SealSha256 = organisation.Profile.SealSha256 }, now);
        }
        NoteChanges(organisation, name, profile);
        await db.SnapshotVersions.CountUpAsync(SnapshotVersion.Organs, ct);
    }

    /// <summary>One line of the security log for each particular, with the old and the new value.</summary>
    private void NoteChanges(Organisation organisation, string name, OrganisationProfile before)
    {
        var now = organisation.Profile;
        foreach (
            var (what, old, changed) in new[]
            {
                ("name", name, organisation.Name),
                ("shortName", before.ShortName, now.ShortName),
                ("numberTemplate", before.NumberTemplate, now.NumberTemplate),
                ("reconsiderationOrgan", before.ReconsiderationOrgan, now.ReconsiderationOrgan),
                ("court", before.Court, now.Court),
                ("payeeText", before.PayeeText, now.PayeeText),
                ("contact", before.Contact, now.Contact),
                ("divisionCodes", before.DivisionCodes, now.DivisionCodes),
                ("sealSha256", before.SealSha256 ?? "", now.SealSha256 ?? ""),
            }
        )
            if (!string.Equals(old, changed, StringComparison.Ordinal))
                journal.NoteAbout(SecurityEventKind.OrganisationChanged, organisation.Path, $"{what}: {Short(old)} → {Short(changed)}");
    }

    private static string Short(string value) => value.Length <= ValueMaxLength ? value : value[..ValueMaxLength] + "…";
}
