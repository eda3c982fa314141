using EnforcementCases.Platform.Access;

namespace EnforcementCases.Api.LegalReview;

/// <summary>Registers the services of legal review.</summary>
internal static class LegalReviewRegistration
{
    public static IServiceCollection AddLegalReview(this IServiceCollection services) =>
        services.AddScoped<ReviewLedger>().AddRights(LegalReviewRights.Rows);
}
