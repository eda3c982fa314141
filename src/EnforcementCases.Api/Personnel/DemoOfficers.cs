using EnforcementCases.Api.Access;
using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Personnel;
using EnforcementCases.Persistence;
using EnforcementCases.Persistence.Snapshots;
using EnforcementCases.Platform;
using EnforcementCases.Platform.Pipeline;
using EnforcementCases.Platform.Snapshots;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Personnel;

/// <summary>Gives the demo's officers their service records and certificates, and the reviewers their qualification; does nothing where they have them.</summary>
public sealed record CertifyDemoOfficersCommand : IUnkeyedCommand<Unit>, IChangesSnapshot;

/// <summary>The service records of the demo.</summary>
internal static class DemoOfficers
{
    public static readonly DateOnly ServedFrom = new(2021, 1, 1);
    public static readonly DateOnly IssuedOn = new(2021, 1, 1);
    public static readonly DateOnly ExpiresOn = new(2031, 12, 31);

    /// <summary>Two of 汉沽街道 without an account, to be refused: one suspended, one whose certificate has run out.</summary>
    public const string Suspended = "hg-suspended";
    public const string Expired = "hg-expired";

    /// <summary>When the reviewers of both streets passed the bar.</summary>
    public static readonly DateOnly QualifiedOn = new(2015, 12, 1);

    public static readonly DateOnly FirstReviewOn = new(2019, 3, 1);

    public static readonly DateOnly SuspendedFrom = new(2022, 6, 1);
    public static readonly DateOnly ExpiredOn = new(2022, 6, 30);

    /// <summary><c>hg-officer1</c> → <c>12011600HG01</c>, <c>hg-teamlead</c> → <c>12011600HG-TEAMLEAD</c>.</summary>
    public static string CertificateOf(string userName) =>
        char.IsAsciiDigit(userName[^1])
            ? $"12011600{userName[..2].ToUpperInvariant()}0{userName[^1]}"
            : $"12011600{userName.ToUpperInvariant()}";
}

internal sealed class CertifyDemoOfficersHandler(AppDbContext db, SequenceSource sequence, TimeProvider clock)
    : IRequestHandler<CertifyDemoOfficersCommand, Unit>
{
    public async Task<Unit> Handle(CertifyDemoOfficersCommand request, CancellationToken cancellationToken)
    {
        var organisations = await db.Organisations.ToDictionaryAsync(o => o.Path, StringComparer.Ordinal, cancellationToken);
        var entered = await db.Officers.Select(o => o.Id).ToHashSetAsync(cancellationToken);
        var persons = await db.Persons.ToDictionaryAsync(p => p.Id, cancellationToken);
        var before = entered.Count;
        var team = organisations[DemoOrganisations.TeamOf(DemoOrganisations.HanguPath)];

        foreach (var demo in DemoOrganisations.Accounts.Where(a => a.Role is Role.Officer or Role.Auxiliary or Role.TeamLead))
            Enter(demo.UserName, persons[DemoIds.Person(demo.UserName)], organisations[demo.OrganisationPath], DemoOfficers.ExpiresOn);
        Enter(DemoOfficers.Expired, PersonOf(DemoOfficers.Expired, "汉到期"), team, DemoOfficers.ExpiredOn);
        Enter(DemoOfficers.Suspended, PersonOf(DemoOfficers.Suspended, "汉停用"), team, DemoOfficers.ExpiresOn)
            ?.Suspend(DemoOfficers.CertificateOf(DemoOfficers.Suspended), DemoOfficers.SuspendedFrom, "演示", clock.GetUtcNow());

        foreach (
            var reviewer in DemoOrganisations
                .Accounts.Where(a => a.Role is Role.LegalReviewer)
                .Select(a => persons[DemoIds.Person(a.UserName)])
        )
        {
            if (reviewer.LegalQualifiedOn is null)
                reviewer.EnterLegalQualification(
                    DemoOfficers.QualifiedOn,
                    $"A2015{reviewer.Id.ToString("N")[..8].ToUpperInvariant()}",
                    DemoOfficers.FirstReviewOn,
                    clock.GetUtcNow()
                );
        }

        if (entered.Count > before)
            await db.SnapshotVersions.CountUpAsync(SnapshotVersion.Officers, cancellationToken);
        return Unit.Value;

        Person PersonOf(string userName, string name)
        {
            if (persons.TryGetValue(DemoIds.Person(userName), out var known))
                return known;
            var person = new Person(DemoIds.Person(userName), name, staffNumber: null, StaffKind.Establishment, team);
            db.Persons.Add(person);
            return person;
        }

        Officer? Enter(string userName, Person person, Organisation organisation, DateOnly expiresOn)
        {
            if (!entered.Add(person.Id))
                return null;
            var now = clock.GetUtcNow();
            var officer = new Officer(person, sequence.Next(), organisation, DemoOfficers.ServedFrom, now);
            if (person.Kind is StaffKind.Establishment)
            {
                officer.Certify(
                    DemoIds.Of("certificate:" + userName),
                    DemoOfficers.CertificateOf(userName),
                    CertificateKind.Municipal,
                    DemoOfficers.IssuedOn,
                    expiresOn,
                    now
                );
            }
            db.Officers.Add(officer);
            return officer;
        }
    }
}
