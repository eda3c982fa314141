using EnforcementCases.Platform.Access;

namespace EnforcementCases.Api.Supervision;

/// <summary>Registers the services of supervision.</summary>
internal static class SupervisionRegistration
{
    public static IServiceCollection AddSupervision(this IServiceCollection services) =>
        services.AddScoped<FileReviewDesk>().AddScoped<ProblemReader>().AddRights(SupervisionRights.Rows);
}
