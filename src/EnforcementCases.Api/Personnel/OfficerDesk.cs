using EnforcementCases.Domain;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Personnel;
using EnforcementCases.Persistence;
using EnforcementCases.Persistence.Snapshots;
using EnforcementCases.Platform.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Personnel;

/// <summary>What all changes of a service record share: found within the scope, in the version that the caller saw, and told to every replica.</summary>
internal sealed class OfficerDesk(AppDbContext db, RequestContext context, TimeProvider clock)
{
    public DateOnly Today => LegalDate.Of(clock.GetUtcNow());

    /// <summary>Changes a service record.</summary>
    /// <exception cref="DomainException"><see cref="Officer.NotFound"/> or what the change refuses.</exception>
    public async Task<OfficerDetail> ChangeAsync(Guid id, Func<Officer, Person, DateTimeOffset, Task> change, CancellationToken ct)
    {
        await db.SnapshotVersions.CountUpAsync(SnapshotVersion.Officers, ct);
        var officer = await db.Officers.FirstOrDefaultAsync(o => o.Id == id, ct) ?? throw Officer.NotFound.With($"人员 {id}");
        var person = await db.Persons.SingleAsync(p => p.Id == id, ct);
        context.EnsureSeen(officer.Id, officer.Version);
        await change(officer, person, clock.GetUtcNow());
        return OfficerDetail.Of(officer, person, Today);
    }

    /// <summary>Refuses a number that stands for any certificate, in whichever organisation.</summary>
    /// <exception cref="DomainException"><see cref="Officer.CertificateNumberTaken"/>.</exception>
    public async Task EnsureNumberFreeAsync(string number, CancellationToken ct)
    {
        if (await db.OfficerCertificates.AnyAsync(c => c.Number == number, ct))
            throw Officer.CertificateNumberTaken.With("请核对证件号码");
    }
}
