using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Persistence;
using EnforcementCases.Persistence.Databases;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Documents;

/// <summary>Issues document numbers: raises the counter and writes the ledger row in the transaction of the document (文号台账).</summary>
/// <remarks>The counter row stays locked until the commit, so there is no gap and no duplicate; it is locked last, to keep the lock short.</remarks>
internal sealed class NumberLedger(AppDbContext db, Dialect dialect, TimeProvider clock)
{
    /// <summary>The next number of an organ's word and legal year.</summary>
    public async Task<DocumentNumber> IssueAsync(Organisation organ, string word, int year, Guid caseId, CancellationToken ct)
    {
        var raise = dialect.UpdateReturning("number_counters", "last = last + 1", "organ_id = {0} AND word = {1} AND year = {2}", "last");
        var raised = await db.Database.SqlQueryRaw<int>(raise, organ.Id, word, year).ToListAsync(ct);
        var serial = raised is [var last] ? last : FirstOfYear(organ.Id, word, year);
        var now = clock.GetUtcNow();
        var number = new DocumentNumber(Guid.CreateVersion7(now), organ, word, year, serial, caseId, now);
        db.DocumentNumbers.Add(number);
        return number;
    }

    /// <summary>The first of a year without a prepared counter, or the next one in the same transaction; a concurrent first violates the primary key and is retried.</summary>
    private int FirstOfYear(Guid organ, string word, int year)
    {
        var counter = db.NumberCounters.Local.FirstOrDefault(c => c.OrganId == organ && c.Word == word && c.Year == year);
        if (counter is null)
            db.NumberCounters.Add(counter = new(organ, word, year));
        return counter.Raise();
    }
}
