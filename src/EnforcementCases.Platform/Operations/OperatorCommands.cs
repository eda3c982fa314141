using System.Net.Sockets;
using EnforcementCases.Domain.Access;
using EnforcementCases.Persistence;
using EnforcementCases.Persistence.Databases;
using EnforcementCases.Platform.Files;
using EnforcementCases.Platform.Jobs;
using EnforcementCases.Platform.Keys;
using EnforcementCases.Platform.Recording;
using EnforcementCases.Platform.Transparency;

namespace EnforcementCases.Platform.Operations;

/// <summary>The commands that the program runs for its operator instead of serving: the first argument is a command, not an option.</summary>
internal static class OperatorCommands
{
    private const string Usage = """
        backup OUT [--keys OUT2]                       数据库（在线）与文件备份到 OUT；密钥另存 OUT2 | database, then files, into OUT; the keys apart
        restore BACKUP DIR [--keys KEYS] [--database D] 恢复到空目录 DIR 并校验全部记录链 | into the empty DIR; verifies every chain at the end
        verify                                          校验全部记录链、日志、案件数据和文件 | verifies every chain of the record, the log, the rows it fixes and every file
        migrate                                         执行数据库结构变更、绑定加密内容 | applies the migrations of this version, binds sealed values to their rows
        其余参数为配置 | the rest is configuration: --Data:Directory DIR --Database:Provider PostgreSql --ConnectionStrings:Default "Host=…"
        """;

    public static bool IsOne(string[] args) => args.Length > 0 && !args[0].StartsWith('-');

    /// <summary>Runs the command; its results go to <paramref name="output"/>, the reason why it stops to <paramref name="error"/>.</summary>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error, CancellationToken ct)
    {
        try
        {
            await new CommandLine(args).RunAsync(output, ct);
            return ExitCodes.Done;
        }
        catch (RefusedOperationException refused)
        {
            await error.WriteLineAsync(refused.Message);
            if (refused.ExitCode == ExitCodes.Usage)
                await error.WriteLineAsync(Usage);
            return refused.ExitCode;
        }
        catch (Exception failed)
            when (failed is IOException or UnauthorizedAccessException or SocketException || failed.DatabaseError() is not null)
        {
            await error.WriteLineAsync(failed.DatabaseError()?.Message ?? failed.Message);
            return ExitCodes.Wrong;
        }
    }

    /// <summary>What a command works with: the data of an installation, without web server and jobs.</summary>
    public static ServiceProvider Services(Installation installation, IConfiguration configuration)
    {
        var services = new ServiceCollection();
        services.AddMetrics();
        services.AddLogging();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(installation);
        services.AddSingleton(new KeyRing(configuration, installation.KeyDirectory));
        services.AddSingleton<PersonalDataVault>();
        services.AddSingleton<DiskFlush>();
        services.AddSingleton<FileStore>();
        services.AddDatabase(installation.Provider, installation.ConnectionString);
        services.AddScoped<RecordVerifier>();
        services.AddLogReading();
        services.AddScoped<Resealing>();
        return services.BuildServiceProvider(validateScopes: true);
    }

    /// <summary>A scope that sees every organisation.</summary>
    public static AsyncServiceScope SeeingAll(this IServiceScopeFactory scopes)
    {
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ReaderScope>().Current = OrganisationScope.All;
        return scope;
    }

    private sealed class CommandLine
    {
        private readonly string name;
        private readonly List<string> operands = [];
        private readonly Dictionary<string, string> options = new(StringComparer.Ordinal);
        private readonly List<string> configuration = [];

        public CommandLine(string[] args)
        {
            name = args[0];
            for (var i = 1; i < args.Length; i++)
            {
                if (!args[i].StartsWith('-'))
                    operands.Add(args[i]);
                else if (args[i] is not ("--keys" or "--database"))
                    configuration.AddRange(
                        args[i].Contains('=', StringComparison.Ordinal) || i + 1 == args.Length ? [args[i]] : [args[i], args[++i]]
                    );
                else if (i + 1 < args.Length)
                    options[args[i]] = args[++i];
                else
                    throw RefusedOperationException.Usage($"{args[i]}？");
            }
        }

        public Task RunAsync(TextWriter output, CancellationToken ct) =>
            (name, operands) switch
            {
                ("backup", [var to]) => new Backup(Configuration, output).RunAsync(to, options.GetValueOrDefault("--keys"), ct),
                ("restore", [var from, var to]) => new Restore(Configuration, output).RunAsync(
                    from,
                    to,
                    options.GetValueOrDefault("--keys"),
                    options.GetValueOrDefault("--database"),
                    ct
                ),
                ("verify", []) => VerifyAsync(output, ct),
                ("migrate", []) => MigrateAsync(output, ct),
                _ => throw RefusedOperationException.Usage($"{name}？"),
            };

        private IConfiguration Configuration
        {
            get => field ??= Read();
        }

        private IConfigurationRoot Read() =>
            new ConfigurationBuilder()
                .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true)
                .AddEnvironmentVariables()
                .AddCommandLine([.. configuration])
                .Build();

        private async Task VerifyAsync(TextWriter output, CancellationToken ct)
        {
            await using var services = Services(Installation.From(Configuration), Configuration);
            await using var scope = services.GetRequiredService<IServiceScopeFactory>().SeeingAll();
            var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
            await Schema.EnsureFitsAsync(db, migrate: false, ct);
            await scope.ServiceProvider.GetRequiredService<Resealing>().EnsureBoundAsync(migrate: false, ct);
            await scope.ServiceProvider.GetRequiredService<InstallationCheck>().EnsureSoundAsync(output, ct);
        }

        private async Task MigrateAsync(TextWriter output, CancellationToken ct)
        {
            var installation = Installation.From(Configuration);
            await using var services = Services(installation, Configuration);
            await using var scope = services.GetRequiredService<IServiceScopeFactory>().SeeingAll();
            var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
            var applied = await Schema.EnsureFitsAsync(db, migrate: true, ct);
            foreach (var migration in applied)
                await output.WriteLineAsync(migration);
            if (await SqlServerSettings.ReadAsync(db, ct) is { } settings)
            {
                await output.WriteLineAsync(
                    $"数据库 {settings.Name}：兼容级别 {settings.CompatibilityLevel}，排序规则 {settings.Collation}；各文本列一律按 {ModelRules.BinaryOnSqlServer} 比较，与数据库的排序规则无关 | "
                        + $"compatibility level {settings.CompatibilityLevel}, collation {settings.Collation}; every text column is compared by {ModelRules.BinaryOnSqlServer}, whatever that is"
                );
            }
            await output.WriteLineAsync(
                applied.Count == 0 ? "数据库结构已是本版本 | the schema is up to date" : $"已执行 {applied.Count} 项 | applied"
            );
            if (await JobStore.EnsureFitsAsync(installation, migrate: true, ct))
                await output.WriteLineAsync("定时任务的存储已更新 | the store of the recurring jobs is up to date");
            var resealing = scope.ServiceProvider.GetRequiredService<Resealing>();
            var anew = await resealing.EnsureBoundAsync(migrate: true, ct);
            if (await resealing.FindUnboundAsync(ct) is { } planted)
            {
                throw RefusedOperationException.Wrong(
                    $"{planted} 中有未绑定的加密内容，而全部内容早已绑定，不再改封。确系放回了旧数据库的，删除 keys/{Resealing.Mark}.mark 后重新执行\n"
                        + $"{planted} holds values that are not bound, although all were bound before; they stay closed. If an old database was put back on purpose, delete keys/{Resealing.Mark}.mark and run this again"
                );
            }
            await output.WriteLineAsync(
                anew == 0
                    ? "加密保存的内容均已与所在行绑定 | every sealed value is bound to its row"
                    : $"已绑定 {anew} 项加密内容 | sealed values bound to their rows"
            );
        }
    }
}
