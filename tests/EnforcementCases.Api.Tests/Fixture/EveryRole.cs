using EnforcementCases.Api.Tests.Access;
using EnforcementCases.Domain.Access;

namespace EnforcementCases.Api.Tests.Fixture;

/// <summary>An account of 汉沽街道 for each role, to call any operation as somebody who may.</summary>
internal sealed class EveryRole
{
    private readonly ApiFixture api;
    private readonly Dictionary<string, ApiClient> clients = new(StringComparer.Ordinal);

    private EveryRole(ApiFixture api) => this.api = api;

    public static async Task<EveryRole> InAsync(ApiFixture api)
    {
        var all = new EveryRole(api);
        foreach (var role in Enum.GetValues<Role>().Where(r => r != Role.System))
        {
            var (userName, password, _) = await api.GivenAccountInUse(role.ToString());
            all.clients.Add(role.ToString(), api.SignedInAs(userName, password));
        }
        return all;
    }

    /// <summary>Somebody who may call an operation.</summary>
    /// <param name="turn">The how manieth call: each role that may has its turn.</param>
    public ApiClient For(ContractOperation operation, int turn = 0) =>
        operation.Grant switch
        {
            "Anonymous" or "Signed" => api.Anonymous,
            "SignedIn" => clients[nameof(Role.Officer)],
            _ => clients[operation.Roles[turn % operation.Roles.Count]],
        };
}
