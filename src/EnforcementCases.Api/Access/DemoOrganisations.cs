using System.Security.Cryptography;
using System.Text;
using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Personnel;
using EnforcementCases.Persistence;
using EnforcementCases.Persistence.Access;
using EnforcementCases.Persistence.Snapshots;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Pipeline;
using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using static EnforcementCases.Domain.Access.Role;

namespace EnforcementCases.Api.Access;

/// <summary>Founds the demo organisations with an account for each role; does nothing if they exist.</summary>
public sealed record FoundDemoOrganisationsCommand : IUnkeyedCommand<Unit>;

/// <summary>Ids of the demo, the same in every installation.</summary>
internal static class DemoIds
{
    public static Guid Organisation(string path) => Of("organisation:" + path);

    public static Guid Person(string userName) => Of("person:" + userName);

    public static Guid Account(string userName) => Of("account:" + userName);

    /// <summary>A UUID (version 8, RFC 9562) made from a name by SHA-256.</summary>
    public static Guid Of(string name)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes("enforcement-cases-demo:" + name)).AsSpan(0, 16);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new(bytes, bigEndian: true);
    }
}

/// <summary>An account of the demo.</summary>
internal sealed record DemoAccount(string UserName, string Name, string OrganisationPath, Role Role)
{
    /// <summary>Secret of its authenticator app if the role requires a second factor; null otherwise. As public as the password.</summary>
    public byte[]? Secret => SecondFactorDuty.IsOwedBy([Role]) ? DemoOrganisations.SecretOf(UserName) : null;

    public StaffKind Kind => Role == Auxiliary ? StaffKind.Auxiliary : StaffKind.Establishment;
}

/// <summary>What the demo consists of: 天津市 – 滨海新区 – 汉沽街道 and 新村街道, each street with a team.</summary>
internal static class DemoOrganisations
{
    /// <summary>Password of every demo account; public, so never used outside a demo.</summary>
    public const string Password = "Demo-2026-pass";

    /// <summary>Secret of the authenticator app of a demo account, the same in every installation; any client can make it: SHA-256 of a text, the first 20 bytes.</summary>
    public static byte[] SecretOf(string userName) =>
        SHA256.HashData(Encoding.UTF8.GetBytes("enforcement-cases-demo:second-factor:" + userName))[..TimeCode.SecretBytes];

    /// <summary>First day of every office of the demo.</summary>
    public static readonly DateOnly InOfficeSince = new(2021, 1, 1);

    public const string CityPath = "/tj/";
    public const string DistrictPath = "/tj/bhxq/";
    public const string HanguPath = "/tj/bhxq/hg/";
    public const string XincunPath = "/tj/bhxq/xc/";

    /// <summary>Path of the street's team.</summary>
    public static string TeamOf(string street) => street + "zd1/";

    /// <summary>All accounts, in the order they are printed.</summary>
    public static IReadOnlyList<DemoAccount> Accounts { get; } =
    [
        new("tj-admin", "管市平", CityPath, Administrator),
        new("tj-supervisor", "督市安", CityPath, Supervisor),
        new("bhxq-supervisor", "孟督察", DistrictPath, Supervisor),
        new("bhxq-catalogue1", "秦法规", DistrictPath, CatalogueClerk),
        new("bhxq-catalogue2", "尤复核", DistrictPath, CatalogueClerk),
        new("bhxq-admin", "管区宁", DistrictPath, Administrator),
        new("bhxq-auditor", "沈审计", DistrictPath, Auditor),
        .. Street("hg", HanguPath, "汉"),
        .. Street("xc", XincunPath, "新"),
    ];

    public static IEnumerable<(string Path, OrganisationKind Kind, string Name, OrganisationProfile Profile)> Tree()
    {
        yield return (CityPath, OrganisationKind.City, "天津市", new());
        yield return (DistrictPath, OrganisationKind.District, "天津市滨海新区人民政府", new());
        yield return (
            HanguPath,
            OrganisationKind.Street,
            "天津市滨海新区人民政府汉沽街道办事处",
            ProfileOf("汉街", "汉沽街道东风路 1 号（演示）")
        );
        yield return (TeamOf(HanguPath), OrganisationKind.Team, "汉沽街道综合行政执法大队一中队", new());
        yield return (
            XincunPath,
            OrganisationKind.Street,
            "天津市滨海新区人民政府新村街道办事处",
            ProfileOf("新街", "新村街道福州道 2 号（演示）")
        );
        yield return (TeamOf(XincunPath), OrganisationKind.Team, "新村街道综合行政执法大队一中队", new());
    }

    private static OrganisationProfile ProfileOf(string shortName, string contact) =>
        new()
        {
            ShortName = shortName,
            ReconsiderationOrgan = "天津市滨海新区人民政府",
            Court = "天津市滨海新区人民法院",
            PayeeText = "滨海农商银行（演示）账号 0000 0000 0000 0000，收款人：天津市滨海新区财政局非税收入专户",
            DivisionCodes = "120116",
            Contact = contact,
        };

    private static IEnumerable<DemoAccount> Street(string code, string path, string surname)
    {
        var team = TeamOf(path);
        string[] officers = ["一鸣", "二川", "三思", "四维"];
        for (var i = 0; i < officers.Length; i++)
            yield return new($"{code}-officer{i + 1}", surname + officers[i], team, Role.Officer);
        yield return new($"{code}-auxiliary", surname + "辅之", team, Auxiliary);
        yield return new($"{code}-teamlead", surname + "队正", team, TeamLead);
        yield return new($"{code}-reviewer", surname + "法明", path, LegalReviewer);
        yield return new($"{code}-hearing", surname + "听言", path, HearingHost);
        yield return new($"{code}-deputy1", surname + "副衡", path, DeputyHead);
        yield return new($"{code}-deputy2", surname + "副权", path, DeputyHead);
        yield return new($"{code}-head", surname + "正堂", path, Head);
        yield return new($"{code}-cashier", surname + "财清", path, Cashier);
        yield return new($"{code}-publicity", surname + "公示", path, PublicityClerk);
        yield return new($"{code}-supervisor", surname + "监行", path, Supervisor);
        yield return new($"{code}-catalogue1", surname + "目录", path, CatalogueClerk);
        yield return new($"{code}-catalogue2", surname + "目核", path, CatalogueClerk);
        yield return new($"{code}-admin", surname + "管理", path, Administrator);
        yield return new($"{code}-auditor", surname + "审计", path, Auditor);
        yield return new($"{code}-integration", surname + "街接口", path, Integration);
    }
}

internal sealed class FoundDemoOrganisationsHandler(
    AppDbContext db,
    ILookupNormalizer normalizer,
    SecondFactors factors,
    TimeProvider clock
) : IRequestHandler<FoundDemoOrganisationsCommand, Unit>
{
    /// <summary>One cheap hash serves all accounts, since the password is public; sign-in replaces it by a proper one.</summary>
    private static readonly Lazy<string> Hash = new(() =>
        new PasswordHasher<Account>(
            Microsoft.Extensions.Options.Options.Create(new PasswordHasherOptions { IterationCount = 1_000 })
        ).HashPassword(null!, DemoOrganisations.Password)
    );

    public async Task<Unit> Handle(FoundDemoOrganisationsCommand request, CancellationToken cancellationToken)
    {
        var founded = await db.Organisations.ToDictionaryAsync(o => o.Path, StringComparer.Ordinal, cancellationToken);
        var now = clock.GetUtcNow();
        foreach (var (path, kind, name, profile) in DemoOrganisations.Tree().Where(o => !founded.ContainsKey(o.Path)))
        {
            var codes = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
            var parent = founded.GetValueOrDefault(string.Concat(codes[..^1].Select(c => $"/{c}")) + "/");
            var organisation = new Organisation(DemoIds.Organisation(path), parent, kind, codes[^1], name, profile, now);
            founded.Add(path, organisation);
            db.Organisations.Add(organisation);
        }
        await db.SnapshotVersions.CountUpAsync(SnapshotVersion.Organs, cancellationToken);

        var known = await db.Users.Select(a => a.Id).ToHashSetAsync(cancellationToken);
        foreach (var demo in DemoOrganisations.Accounts.Where(a => !known.Contains(DemoIds.Account(a.UserName))))
        {
            var organisation = founded[demo.OrganisationPath];
            db.Persons.Add(new(DemoIds.Person(demo.UserName), demo.Name, staffNumber: null, demo.Kind, organisation));
            var account = new Account(DemoIds.Account(demo.UserName), demo.UserName, DemoIds.Person(demo.UserName), organisation, now)
            {
                NormalizedUserName = normalizer.NormalizeName(demo.UserName),
                PasswordHash = Hash.Value,
            };
            account.ReplaceRoles(new HashSet<Role> { demo.Role }, DemoOrganisations.InOfficeSince);
            db.Users.Add(account);
            if (demo.Secret is not { } secret)
                continue;
            var factor = new SecondFactor(account.Id);
            factors.Begin(factor, secret);
            factors.Confirm(factor, secret, step: 0); // no code was accepted yet
            db.SecondFactors.Add(factor);
            account.SecondFactorWasSet(now);
        }
        return Unit.Value;
    }
}
