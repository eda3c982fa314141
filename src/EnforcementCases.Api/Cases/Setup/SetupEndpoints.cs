using EnforcementCases.Platform.Web;

namespace EnforcementCases.Api.Cases.Setup;

/// <summary>The route of the way to the first decision (启用检查).</summary>
internal static class SetupEndpoints
{
    public static void MapSetup(this IEndpointRouteBuilder api) =>
        api.MapQuery<ReadSetupQuery, SetupView>(
                "/admin/setup",
                "Shows what is missing before an organisation can decide its first case, and what to call for it."
            )
            .WithTags("Administration 系统管理");
}
