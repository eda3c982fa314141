using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Pipeline;

namespace EnforcementCases.Api.LegalReview;

/// <summary>Registers the services of legal review.</summary>
internal static class LegalReviewRegistration
{
    public static IServiceCollection AddLegalReview(this IServiceCollection services) =>
        services.AddFollowUp<ReviewQueueFollowUp>().AddRights(LegalReviewRights.Rows);
}
