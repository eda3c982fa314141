using EnforcementCases.Pdf;
using EnforcementCases.Platform;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Files;
using EnforcementCases.Platform.Jobs;

namespace EnforcementCases.Api.Documents;

/// <summary>Registers numbers, fonts, files and the press.</summary>
internal static class DocumentRegistration
{
    public static IServiceCollection AddDocuments(this IServiceCollection services, Installation installation)
    {
        services.AddSingleton(FontsOf(installation));
        services.AddSingleton<DiskFlush>();
        services.AddSingleton<FileStore>();
        services.AddScoped<NumberLedger>();
        services.AddScoped<DocumentIssue>();
        services.AddScoped<DocumentPress>();
        return services.AddRights(DocumentRights.Rows).AddRecurringJobs(DocumentJobs.All);
    }

    /// <summary>The shipped fonts, followed by the full font that a place with rare characters configures.</summary>
    private static FontSet FontsOf(Installation installation) =>
        installation.FullFont is { Length: > 0 } path ? FontSet.Shipped.WithFallback(TrueTypeFont.LoadFile(path)) : FontSet.Shipped;
}
