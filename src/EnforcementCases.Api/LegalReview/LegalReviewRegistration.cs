using EnforcementCases.Platform.Access;

namespace EnforcementCases.Api.LegalReview;

/// <summary>Takes legal review into service.</summary>
internal static class LegalReviewRegistration
{
    public static IServiceCollection AddLegalReview(this IServiceCollection services) =>
        services.AddScoped<ReviewLedger>().AddRights(LegalReviewRights.Rows);
}
