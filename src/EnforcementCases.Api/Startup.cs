using EnforcementCases.Api.Access;
using EnforcementCases.Api.Cases;
using EnforcementCases.Api.Catalogue;
using EnforcementCases.Api.Documents;
using EnforcementCases.Api.Fines;
using EnforcementCases.Api.Personnel;
using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Law;
using EnforcementCases.Persistence;
using EnforcementCases.Persistence.Databases;
using EnforcementCases.Platform;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Jobs;
using EnforcementCases.Platform.Operations;
using EnforcementCases.Platform.Recording;
using EnforcementCases.Platform.Snapshots;
using EnforcementCases.Platform.Transparency;
using EnforcementCases.Platform.Web;
using MediatR;

namespace EnforcementCases.Api;

/// <summary>Prepares what is needed before the first request: the schema, product data, the first account.</summary>
internal static class Startup
{
    /// <exception cref="RefusedOperationException">The database schema does not belong to this version of the program, or its sealed values are not bound.</exception>
    public static async Task StartupAsync(this WebApplication app)
    {
        RightsCheck.EnsureComplete(app);
        _ = app.Services.GetRequiredService<BankPages>(); // a setting that is no address is refused at the start
        var installation = app.Services.GetRequiredService<Installation>();
        await using (var scope = app.Services.CreateAsyncScope())
        {
            var migrate = installation.Provider == DatabaseProvider.Sqlite || app.Configuration.GetValue("Database:MigrateAtStart", false);
            await Schema.EnsureFitsAsync(scope.ServiceProvider.GetRequiredService<AppDbContext>(), migrate, CancellationToken.None);
            await scope.ServiceProvider.GetRequiredService<Resealing>().EnsureBoundAsync(migrate, CancellationToken.None);
            if (app.Services.GetRequiredService<JobSettings>().UsesStore)
                await JobStore.EnsureFitsAsync(installation, migrate, CancellationToken.None);
        }
        var replaced = await app.LoadProductDataAsync();
        if (installation.Demo)
        {
            await app.SendAsSystemAsync(new FoundDemoOrganisationsCommand());
            await app.SendAsSystemAsync(new CertifyDemoOfficersCommand());
            await app.SendAsSystemAsync(new AdoptDemoMattersCommand());
            PrintDemoAccounts();
        }
        else
        {
            foreach (var first in await app.SendAsSystemAsync(FirstInstallation(app.Configuration)))
                Console.WriteLine(
                    $"首次启动：系统管理员 {first.UserName}，一次性口令 {first.OneTimePassword}（只显示这一次，一日内登录并修改；两名管理员须为两个人）"
                );
        }
        var address = app.Services.GetRequiredService<PublicAddress>();
        if (!installation.Demo && address.Root is null)
            Console.WriteLine("未设置 Public:Address：文书上不印查验二维码和缴款二维码，设置公众访问的网址后签发的文书才有");
        await app.SendAsSystemAsync(
            new CreateNumberCountersCommand(LegalDate.YearOf(app.Services.GetRequiredService<TimeProvider>().GetUtcNow()))
        );
        await app.Services.GetRequiredService<SessionDirectory>().ReadAsync(CancellationToken.None);
        foreach (var snapshot in app.Services.GetServices<ISnapshotDirectory>())
            await snapshot.RefreshAsync(CancellationToken.None);
        await app.CheckLastEntriesAsync();
        if (replaced.Contains(ProductFile.Holidays, StringComparer.Ordinal))
            await app.Services.GetRequiredService<JobRunner>().RunNowAsync(CaseJobs.Deadlines, CancellationToken.None);
        await app.Services.GetRequiredService<LogGuard>().CompareAsync(CancellationToken.None);
    }

    /// <summary>Sends a command as the system itself, in a scope of its own.</summary>
    public static async Task<T> SendAsSystemAsync<T>(this WebApplication app, IRequest<T> request)
    {
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().ActAsSystem();
        scope.ServiceProvider.GetRequiredService<ReaderScope>().Current = OrganisationScope.All;
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    }

    private static async Task CheckLastEntriesAsync(this WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().ActAsSystem();
        scope.ServiceProvider.GetRequiredService<ReaderScope>().Current = OrganisationScope.All;
        var bad = await scope.ServiceProvider.GetRequiredService<LastEntries>().CheckAsync(Console.Out, CancellationToken.None);
        if (bad > 0)
            Console.WriteLine($"最近的记录中有 {bad} 条记录链与写入时不符，已记入安全日志；请运行 verify 校验全部记录");
    }

    private static async Task<IReadOnlyList<string>> LoadProductDataAsync(this WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var replaced = await scope.ServiceProvider.GetRequiredService<ProductData>().LoadAsync(ProductFile.Shipped, CancellationToken.None);
        await app.Services.GetRequiredService<CatalogueDirectory>().RefreshAsync(CancellationToken.None);
        return replaced;
    }

    private static FoundInstallationCommand FirstInstallation(IConfiguration configuration) =>
        new(
            configuration.GetValue("Root:Kind", OrganisationKind.City),
            configuration.GetValue("Root:Code", "root")!,
            configuration.GetValue("Root:Name", "根机构（请修改名称）")!
        );

    private static void PrintDemoAccounts()
    {
        Console.WriteLine(
            $"演示账号，口令均为 {DemoOrganisations.Password}；最后一列为动态口令密钥，可录入身份验证器，或者运行 scripts/totp 密钥"
        );
        foreach (var account in DemoOrganisations.Accounts)
        {
            var secret = account.Secret is { } bytes ? SecondFactors.Base32(bytes) : "";
            Console.WriteLine($"  {account.UserName, -18}{account.Role, -16}{account.OrganisationPath, -20}{account.Name}  {secret}");
        }
    }
}
