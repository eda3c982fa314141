using EnforcementCases.Api.Parties;
using EnforcementCases.Domain;
using EnforcementCases.Domain.Discretion;
using EnforcementCases.Persistence;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Discretion;

/// <summary>Grants first-offence exemptions (首违不罚): used by the act that ends a case with one.</summary>
internal sealed class FirstOffenceLedger(AppDbContext db, PartyHistories histories, PartyRegister register)
{
    /// <summary>Enters the exemption. Of two at once, the later one violates the unique key, is evaluated again and is refused.</summary>
    /// <exception cref="DomainException"><see cref="FirstOffence.NotFirst"/>, <see cref="FirstOffence.ConditionsNotMet"/> or <see cref="StoredAssessment.AnotherMatter"/>.</exception>
    public async Task<FirstOffenceExemption> GrantAsync(NewFirstOffenceExemption @new, StoredAssessment assessment, CancellationToken ct)
    {
        var from = FirstOffence.LookBackFrom(@new.GrantedOn, @new.LookBackYears);
        var same = await register.SameAsync(@new.PartyId, ct);
        var standing = await db
            .FirstOffenceExemptions.IgnoreQueryFilters([AppDbContext.ScopeFilter])
            .Where(e => same.Contains(e.PartyId) && e.ViolationCode == @new.ViolationCode && e.ActiveKey != null)
            .ToListAsync(ct);
        foreach (var exemption in standing)
            exemption.ReleaseOutside(from);
        var earlier = await histories.SearchAsync(@new.PartyId, @new.ViolationCode, from, DateOnly.MaxValue, @new.CaseId, ct);

        var granted = FirstOffenceExemption.Grant(@new, assessment, [.. earlier.Where(e => e.SameViolation).Select(e => e.On)]);
        db.FirstOffenceExemptions.Add(granted);
        return granted;
    }
}
