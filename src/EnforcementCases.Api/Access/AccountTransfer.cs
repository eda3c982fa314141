using EnforcementCases.Api.Access.Administration;
using EnforcementCases.Api.Access.SecondPersons;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Personnel;
using EnforcementCases.Persistence;
using EnforcementCases.Persistence.Access;
using EnforcementCases.Platform.Access;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Access;

/// <summary>Moves the accounts of a person who is transferred to another organ: they lose their roles, and their sessions end. An administrator of the new organ
/// grants new roles.</summary>
internal sealed class AccountTransfer(
    AppDbContext db,
    UnitOfWork unitOfWork,
    SessionDirectory directory,
    SecurityJournal journal,
    TimeProvider clock
)
{
    /// <summary>Applies the last transfer that has begun; does nothing if it stayed within the organ or was applied already.</summary>
    /// <param name="alsoNewer">True also moves accounts opened after the first day there, when the transfer is only now entered; otherwise they were opened knowing of it.</param>
    /// <returns>How many accounts moved.</returns>
    public async Task<int> FollowAsync(Officer officer, bool alsoNewer, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var begun = officer.Postings.Where(p => p.From <= LegalDate.Of(now)).OrderBy(p => p.Place).ToList();
        if (begun is not [.., var left, var present] || BodyOf(left) == BodyOf(present))
            return 0;
        var beginning = LegalDate.StartOf(present.From);
        var body = BodyOf(left);
        var accounts = await db
            .Users.IgnoreQueryFilters()
            .Include(a => a.Roles)
            .Include(a => a.Offices)
            .Where(a => a.PersonId == officer.Id && !a.Disabled)
            .Where(a => db.Organisations.Any(o => o.Id == a.OrganisationId && (o.OrganId ?? o.Id) == body))
            .Where(a => alsoNewer || a.CreatedAt < beginning)
            .ToListAsync(ct);
        var to = await db.Organisations.FirstAsync(o => o.Id == present.OrganisationId, ct);
        foreach (var account in accounts)
        {
            var what = $"{account.OrganisationPath} → {to.Path}";
            journal.Note(SecurityEventKind.AccountMoved, account, what); // for the auditor of the new organ
            account.MoveTo(to, present.From.AddDays(-1));
            journal.Note(SecurityEventKind.AccountMoved, account, what); // and for the auditor of the old one
            await db.RefuseOpenChangesAsync(account.Id, except: null, by: null, now, ct);
            await db.EndSessionsAsync(account.Id, SessionEnd.AccountMoved, now, ct);
            unitOfWork.AfterCommit(() => directory.Forget(account.Id));
        }
        return accounts.Count;
    }

    /// <summary>The street or town; for organisations above streets, the organisation itself.</summary>
    private static Guid BodyOf(OfficerPosting posting) => posting.OrganId ?? posting.OrganisationId;
}
