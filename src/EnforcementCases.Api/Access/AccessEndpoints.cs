using EnforcementCases.Api.Access.Administration;
using EnforcementCases.Api.Access.Sessions;

namespace EnforcementCases.Api.Access;

/// <summary>Routes of sign-in and administration.</summary>
internal static class AccessEndpoints
{
    public static void MapAccess(this IEndpointRouteBuilder api)
    {
        api.MapSession();
        api.MapAdministration();
    }
}
