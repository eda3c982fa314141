using MediatR;

namespace EnforcementCases.Platform.Access;

/// <summary>The program does not start while an operation has no row in the rights table, or a row no operation.</summary>
internal static class RightsCheck
{
    public static void EnsureComplete(IEndpointRouteBuilder app)
    {
        var services = app.ServiceProvider;
        var endpoints = app.DataSources.SelectMany(s => s.Endpoints).OfType<RouteEndpoint>().ToList();
        var faults = FaultsOf(
            [.. endpoints.Where(IsApi).Select(e => (e.RoutePattern.RawText ?? "", NameOf(e)))],
            [.. services.GetRequiredService<ProgramAssemblies>().Types.Where(IsRequest).Select(RightsTable.OperationOf)],
            services.GetRequiredService<RightsTable>().Rows
        );
        if (faults.Count > 0)
            throw new InvalidOperationException("The rights table is incomplete: " + string.Join("; ", faults));
    }

    /// <summary>What is missing on either side.</summary>
    public static List<string> FaultsOf(
        IReadOnlyCollection<(string Route, string? Operation)> endpoints,
        IReadOnlyCollection<string> requests,
        IReadOnlyDictionary<string, Right> rows
    )
    {
        var operations = endpoints.Select(e => e.Operation).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return
        [
            .. endpoints.Where(e => e.Operation is null).Select(e => $"{e.Route} has no name"),
            .. operations.Where(o => !rows.ContainsKey(o)).Select(o => $"operation {o} has no row"),
            .. requests.Where(r => !rows.ContainsKey(r)).Select(r => $"request {r} has no row"),
            .. rows
                .Values.Where(r => r.Grant != Grant.System && !operations.Contains(r.Operation))
                .Select(r => $"row {r.Operation} has no operation"),
            .. rows
                .Values.Where(r => r.Grant == Grant.System && operations.Contains(r.Operation))
                .Select(r => $"row {r.Operation} is for the system alone"),
        ];
    }

    private static bool IsApi(RouteEndpoint endpoint) =>
        endpoint.RoutePattern.RawText?.TrimStart('/').StartsWith("api/", StringComparison.Ordinal) == true;

    private static string? NameOf(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName;

    private static bool IsRequest(Type type) =>
        type is { IsAbstract: false, IsGenericTypeDefinition: false } && typeof(IBaseRequest).IsAssignableFrom(type);
}
