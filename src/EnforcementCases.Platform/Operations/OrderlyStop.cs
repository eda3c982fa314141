using EnforcementCases.Persistence.Databases;
using EnforcementCases.Platform.Jobs;
using Microsoft.Data.Sqlite;

namespace EnforcementCases.Platform.Operations;

/// <summary>The end of an orderly stop. The web server stops first: it takes no new request and finishes those that run; then the jobs, between two commands;
/// what is registered first stops last, and this is registered first.</summary>
/// <remarks>What SQLite keeps beside its file is written into it, so that the file alone is the database.</remarks>
internal sealed class OrderlyStop(Installation installation, ILogger<OrderlyStop> log) : IHostedService
{
    /// <summary>Longer than the longest request, shorter than the time-out of systemd and of the container (60 s in <c>deploy/</c>).</summary>
    public static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(50);

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (installation.Provider != DatabaseProvider.Sqlite)
            return;
        string[] databases = [installation.ConnectionString, $"Data Source={JobStore.SqliteFileOf(installation)}"];
        foreach (var database in databases.Where(d => File.Exists(new SqliteConnectionStringBuilder(d).DataSource)))
        {
            try
            {
                await using var connection = new SqliteConnection(database);
                await connection.OpenAsync(cancellationToken);
                await using var checkpoint = connection.CreateCommand();
                checkpoint.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
                await checkpoint.ExecuteNonQueryAsync(cancellationToken);
            }
            catch (SqliteException error) // a full disk: nothing is lost, the next start reads the log beside the file
            {
                log.LogWarning(error, "The database could not be brought into one file.");
            }
        }
        SqliteConnection.ClearAllPools();
    }
}

internal static class OrderlyStopRegistration
{
    /// <summary>Before every other hosted service.</summary>
    public static void AddOrderlyStop(this IServiceCollection services)
    {
        services.Configure<HostOptions>(options => options.ShutdownTimeout = OrderlyStop.LongestStop);
        services.AddHostedService<OrderlyStop>();
    }
}
