using EnforcementCases.Api.Access;
using EnforcementCases.Api.Catalogue;
using EnforcementCases.Api.Personnel;
using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Personnel;
using EnforcementCases.Persistence;
using EnforcementCases.Persistence.Snapshots;
using EnforcementCases.Platform;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Recording;
using EnforcementCases.Platform.Snapshots;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EnforcementCases.Benchmarks.Bulk;

/// <summary>An officer with the team he serves in.</summary>
internal sealed record BulkOfficer(Guid Id, string Certificate, Guid TeamId, string TeamPath);

/// <summary>A street with everybody who handles cases there.</summary>
internal sealed record BulkStreet(Organisation Organ, IReadOnlyList<BulkOfficer> Officers, Guid TeamLead, Guid Deputy, Guid Head);

/// <summary>The streets that cases are spread over: those of the demo, and as many more as the number of cases needs, in districts of the same city.</summary>
internal sealed class BulkTown(IServiceProvider services)
{
    private const int CasesOfAStreet = 4_000;
    private const int FewestStreets = 8;
    private const int MostStreets = 254;
    private const int StreetsOfADistrict = 16;
    private const int OfficersOfATeam = 4;
    private static readonly string[] Teams = ["zd1", "zd2"];
    private static readonly string[] Surnames = ["张", "王", "李", "刘", "陈", "杨", "赵", "孙", "周", "吴", "郑", "马"];
    private static readonly string[] GivenNames = ["建军", "晓明", "志远", "海燕", "立新", "文博", "春生", "思远"];

    /// <summary>How many streets are founded beside the demo's.</summary>
    public static int StreetsFor(int cases) => Math.Clamp(cases / CasesOfAStreet, FewestStreets, MostStreets);

    /// <summary>Founds what is missing, a district in a transaction, and answers with all streets.</summary>
    public async Task<IReadOnlyList<BulkStreet>> FoundAsync(int streets, CancellationToken ct)
    {
        var founded = new List<BulkStreet>();
        foreach (var district in Enumerable.Range(0, streets).Chunk(StreetsOfADistrict))
            founded.AddRange(await InTransactionAsync(db => FoundDistrictAsync(db, district, ct), ct));
        foreach (var snapshot in services.GetServices<ISnapshotDirectory>())
            await snapshot.RefreshAsync(ct);
        var organs = services.GetRequiredService<OrganDirectory>().Current;
        return
        [
            DemoStreet("hg", organs[DemoIds.Organisation(DemoOrganisations.HanguPath)]),
            DemoStreet("xc", organs[DemoIds.Organisation(DemoOrganisations.XincunPath)]),
            .. founded.Select(s => s with { Organ = organs[s.Organ.Id] }),
        ];
    }

    private static BulkStreet DemoStreet(string code, Organisation organ)
    {
        var team = DemoOrganisations.TeamOf(organ.Path);
        return new(
            organ,
            [
                .. Enumerable
                    .Range(1, OfficersOfATeam)
                    .Select(i => $"{code}-officer{i}")
                    .Select(name => new BulkOfficer(
                        DemoIds.Person(name),
                        DemoOfficers.CertificateOf(name),
                        DemoIds.Organisation(team),
                        team
                    )),
            ],
            DemoIds.Person($"{code}-teamlead"),
            DemoIds.Person($"{code}-deputy1"),
            DemoIds.Person($"{code}-head")
        );
    }

    /// <summary>In the system's own name, with its record, as everything is written.</summary>
    private async Task<T> InTransactionAsync<T>(Func<AppDbContext, Task<T>> work, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().ActAsSystem();
        scope.ServiceProvider.GetRequiredService<ReaderScope>().Current = OrganisationScope.All;
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var record = scope.ServiceProvider.GetRequiredService<RecordWriter>();
        return await scope
            .ServiceProvider.GetRequiredService<UnitOfWork>()
            .RunAsync(_ => work(db), (_, cancel) => record.WriteAsync(cancel), ct);
    }

    private async Task<List<BulkStreet>> FoundDistrictAsync(AppDbContext db, int[] numbers, CancellationToken ct)
    {
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var city = await db.Organisations.SingleAsync(o => o.Path == DemoOrganisations.CityPath, ct);
        var code = $"d{numbers[0] / StreetsOfADistrict:00}";
        var known = await db.Organisations.FirstOrDefaultAsync(o => o.Path == $"{city.Path}{code}/", ct);
        var district =
            known ?? new Organisation(IdOf(code), city, OrganisationKind.District, code, $"天津市第{code[1..]}区人民政府", new(), now);
        if (known is null)
            db.Organisations.Add(district);
        var streets = new List<BulkStreet>();
        foreach (var number in numbers)
            streets.Add(await FoundStreetAsync(db, district, number, now, ct));
        await db.SnapshotVersions.CountUpAsync(SnapshotVersion.Organs, ct);
        await db.SnapshotVersions.CountUpAsync(SnapshotVersion.Officers, ct);
        await db.SnapshotVersions.CountUpAsync(SnapshotVersion.Catalogue, ct);
        return streets;
    }

    private async Task<BulkStreet> FoundStreetAsync(
        AppDbContext db,
        Organisation district,
        int number,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var code = $"s{number:000}";
        var id = IdOf(code);
        var known = await db.Organisations.FirstOrDefaultAsync(o => o.Id == id, ct);
        var street =
            known
            ?? new Organisation(
                id,
                district,
                OrganisationKind.Street,
                code,
                $"{district.Name}第{number:000}街道办事处",
                new()
                {
                    ShortName = $"街{number:000}",
                    ReconsiderationOrgan = district.Name,
                    Court = "所在区人民法院",
                    PayeeText = "代收银行（演示）账号 0000 0000 0000 0000",
                    DivisionCodes = "120116",
                    Contact = "演示",
                },
                now
            );
        if (known is null)
            db.Organisations.Add(street);
        var officers = new List<BulkOfficer>();
        foreach (var team in Teams)
        {
            var body = known is null
                ? new Organisation(IdOf($"{code}-{team}"), street, OrganisationKind.Team, team, $"{street.Name}{team}", new(), now)
                : await db.Organisations.FirstAsync(o => o.Id == IdOf($"{code}-{team}"), ct);
            if (known is null)
                db.Organisations.Add(body);
            for (var i = 0; i < OfficersOfATeam; i++)
            {
                var certificate = $"12019{number:000}{officers.Count:00}";
                var person = IdOf($"{code}-{team}-{i}");
                officers.Add(new(person, certificate, body.Id, body.Path));
                if (known is null)
                    Enter(db, person, body, certificate, now);
            }
        }
        var desk = new[] { "teamlead", "deputy", "head" }.Select(office => IdOf($"{code}-{office}")).ToArray();
        if (known is null)
        {
            foreach (var person in desk)
                db.Persons.Add(new(person, NameOf(person), staffNumber: null, StaffKind.Establishment, street));
            Adopt(db, street, now);
        }
        return new(street, officers, desk[0], desk[1], desk[2]);
    }

    private static void Enter(AppDbContext db, Guid id, Organisation team, string certificate, DateTimeOffset now)
    {
        var person = new Person(id, NameOf(id), staffNumber: null, StaffKind.Establishment, team);
        var officer = new Officer(person, SequenceSource.FirstOf(now), team, DemoOfficers.ServedFrom, now);
        officer.Certify(
            IdOf("certificate:" + certificate),
            certificate,
            CertificateKind.Municipal,
            DemoOfficers.IssuedOn,
            DemoOfficers.ExpiresOn,
            now
        );
        db.Persons.Add(person);
        db.Officers.Add(officer);
    }

    private void Adopt(AppDbContext db, Organisation street, DateTimeOffset now)
    {
        var law = services.GetRequiredService<CatalogueDirectory>().Current;
        foreach (var violation in law.ViolationsOn(LegalDate.Of(now)).Where(v => v.IsDecidable))
            db.Adoptions.Add(
                new Adoption(
                    IdOf($"adoption:{street.Path}:{violation.Code}"),
                    street,
                    violation,
                    DemoCatalogue.AdoptedFrom,
                    to: null,
                    DemoCatalogue.Instrument,
                    areaCodes: [],
                    isDemo: true,
                    enteredBy: Guid.Empty,
                    now
                )
            );
    }

    private static Guid IdOf(string name) => DemoIds.Of("bulk:" + name);

    private static string NameOf(Guid person)
    {
        var bytes = person.ToByteArray();
        return Surnames[bytes[10] % Surnames.Length] + GivenNames[bytes[11] % GivenNames.Length];
    }
}
