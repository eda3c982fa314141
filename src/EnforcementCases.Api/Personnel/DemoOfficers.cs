using EnforcementCases.Api.Access;
using EnforcementCases.Api.Infrastructure.Pipeline;
using EnforcementCases.Api.Infrastructure.Snapshots;
using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Personnel;
using EnforcementCases.Persistence;
using EnforcementCases.Persistence.Snapshots;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Personnel;

/// <summary>Certifies the demo officers; does nothing where they are.</summary>
public sealed record CertifyDemoOfficersCommand : IUnkeyedCommand<Unit>, IChangesSnapshot;

/// <summary>Certificates of the demo: number made from the user name, valid 2021 to 2031.</summary>
internal static class DemoOfficers
{
    public static readonly DateOnly IssuedOn = new(2021, 1, 1);
    public static readonly DateOnly ExpiresOn = new(2031, 12, 31);

    /// <summary><c>hg-officer1</c> → <c>12011600HG01</c>.</summary>
    public static string CertificateOf(string userName) => $"12011600{userName[..2].ToUpperInvariant()}0{userName[^1]}";
}

internal sealed class CertifyDemoOfficersHandler(AppDbContext db, TimeProvider clock) : IRequestHandler<CertifyDemoOfficersCommand, Unit>
{
    public async Task<Unit> Handle(CertifyDemoOfficersCommand request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var known = await db.Officers.Select(o => o.Id).ToHashSetAsync(cancellationToken);
        var added = false;
        foreach (var demo in DemoOrganisations.Accounts.Where(a => a.Role == Role.Officer && !known.Contains(DemoIds.Person(a.UserName))))
        {
            var person = await db.Persons.SingleAsync(p => p.Id == DemoIds.Person(demo.UserName), cancellationToken);
            var organisation = await db.Organisations.SingleAsync(o => o.Path == demo.OrganisationPath, cancellationToken);
            var officer = new Officer(person, organisation, DemoOfficers.IssuedOn, now);
            officer.Certify(
                DemoIds.Of("certificate:" + demo.UserName),
                DemoOfficers.CertificateOf(demo.UserName),
                CertificateKind.Municipal,
                DemoOfficers.IssuedOn,
                DemoOfficers.ExpiresOn,
                now
            );
            db.Officers.Add(officer);
            added = true;
        }
        if (added)
            await db.SnapshotVersions.CountUpAsync(SnapshotVersion.Officers, cancellationToken);
        return Unit.Value;
    }
}
