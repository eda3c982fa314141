using EnforcementCases.Persistence;
using EnforcementCases.Persistence.Databases;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Files;
using EnforcementCases.Platform.Jobs;
using EnforcementCases.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Platform.Health;

/// <summary>A part that must work before requests are sent to this process.</summary>
internal interface IReadyCheck
{
    /// <summary>Name of the part in the answer; the answer contains nothing more about it.</summary>
    string Part { get; }

    /// <summary>Whether it works now; an exception counts as no.</summary>
    Task<bool> IsUpAsync(CancellationToken ct);

    /// <summary>What the answer contains if it does not work: <c>down</c>, or <c>missing</c> for a part without which requests can be served.</summary>
    string Otherwise => Health.Down;
}

/// <summary>The answer of <c>/health</c>.</summary>
/// <param name="Status"><c>up</c> or <c>down</c>.</param>
/// <param name="Parts">The same for each part; <c>missing</c> for one that is not configured and without which requests can be served.</param>
internal sealed record HealthAnswer(string Status, IReadOnlyDictionary<string, string> Parts);

/// <summary>Reports whether the process lives and whether it can serve; never why not.</summary>
internal static class Health
{
    private const string Up = "up";
    public const string Down = "down";
    public const string Missing = "missing";

    /// <summary>A part that does not answer in this time is down.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    public static IServiceCollection AddHealth(this IServiceCollection services) =>
        services
            .AddScoped<IReadyCheck, DatabaseCheck>()
            .AddScoped<IReadyCheck, DiskCheck>()
            .AddScoped<IReadyCheck, AccessCheck>()
            .AddScoped<IReadyCheck, JobsCheck>()
            .AddScoped<IReadyCheck, PublicAddressCheck>();

    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapLate(HttpMethods.Get, "/health/live", () => new HealthAnswer(Up, new Dictionary<string, string>(StringComparer.Ordinal)))
            .ExcludeFromDescription();
        app.MapLate(HttpMethods.Get, "/health/ready", ReadyAsync).ExcludeFromDescription();
    }

    private static async Task<IResult> ReadyAsync(IEnumerable<IReadyCheck> checks, CancellationToken ct)
    {
        var parts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var check in checks)
            parts[check.Part] = await IsUpAsync(check, ct) ? Up : check.Otherwise;
        var down = parts.ContainsValue(Down);
        return TypedResults.Json(
            new HealthAnswer(down ? Down : Up, parts),
            statusCode: down ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK
        );
    }

    private static async Task<bool> IsUpAsync(IReadyCheck check, CancellationToken ct)
    {
        try
        {
            return await check.IsUpAsync(ct).WaitAsync(LongestWait, ct);
        }
        catch (Exception) when (!ct.IsCancellationRequested) // whatever it is, the part is not up
        {
            return false;
        }
    }

    /// <summary>The database answers, has the schema of this version and takes writes. Whether it takes them is tried only while the last one failed.</summary>
    private sealed class DatabaseCheck(AppDbContext db, UnitOfWork unitOfWork, StorageWatch storage) : IReadyCheck
    {
        public string Part => "database";

        public async Task<bool> IsUpAsync(CancellationToken ct)
        {
            if ((await db.Database.GetPendingMigrationsAsync(ct)).Any())
                return false;
            if (storage.IsFailing)
            {
                await unitOfWork.RunAsync(
                    cancel => db.SnapshotVersions.ExecuteUpdateAsync(v => v.SetProperty(x => x.Number, x => x.Number), cancel),
                    beforeSave: null,
                    ct
                );
            }
            return true;
        }
    }

    /// <summary>The data directory takes files and has room: <c>Health:MinimumFreeMegabytes</c>, default 256.</summary>
    private sealed class DiskCheck(Installation installation, FileStore files, IConfiguration configuration) : IReadyCheck
    {
        private const long Megabyte = 1024 * 1024;

        public string Part => "disk";

        public Task<bool> IsUpAsync(CancellationToken ct)
        {
            files.TryWriting();
            var free = new DriveInfo(installation.DataDirectory).AvailableFreeSpace;
            return Task.FromResult(free >= configuration.GetValue("Health:MinimumFreeMegabytes", 256L) * Megabyte);
        }
    }

    /// <summary>The rights in memory are recent enough.</summary>
    private sealed class AccessCheck(SessionDirectory sessions) : IReadyCheck
    {
        public string Part => "access";

        public Task<bool> IsUpAsync(CancellationToken ct) => Task.FromResult(sessions.IsFresh);
    }

    /// <summary>The scheduler runs, or was switched off by configuration.</summary>
    private sealed class JobsCheck(JobsHealth jobs) : IReadyCheck
    {
        public string Part => "jobs";

        public async Task<bool> IsUpAsync(CancellationToken ct) => await jobs.ReadAsync(ct) != JobsState.Stopped;
    }

    /// <summary>There is an address to print in the codes of papers; without one, papers are issued without codes.</summary>
    private sealed class PublicAddressCheck(PublicAddress address) : IReadyCheck
    {
        public string Part => "publicAddress";

        public string Otherwise => Missing;

        public Task<bool> IsUpAsync(CancellationToken ct) => Task.FromResult(address.Root is not null);
    }
}
