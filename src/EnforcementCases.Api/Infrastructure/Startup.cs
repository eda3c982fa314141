using EnforcementCases.Persistence;
using EnforcementCases.Persistence.Databases;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Infrastructure;

/// <summary>What has to be there before the first request: the schema, product data, the first account.</summary>
internal static class Startup
{
    public static async Task StartupAsync(this WebApplication app)
    {
        var installation = app.Services.GetRequiredService<Installation>();
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        if (installation.Provider == DatabaseProvider.Sqlite || app.Configuration.GetValue("Database:MigrateAtStart", false))
            await db.Database.MigrateAsync();
    }
}
