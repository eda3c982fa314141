namespace EnforcementCases.Platform.Web;

/// <summary>Maps a handler whose code for binding and answering is generated at its first request. The framework's own <c>MapGet</c> and its like generate it for
/// every route before the program answers anything, which took a third of the start.</summary>
internal static class LateHandlers
{
    /// <param name="app">Where the route is added.</param>
    /// <param name="method">HTTP method, from <see cref="HttpMethods"/>.</param>
    /// <param name="route">Pattern of the route.</param>
    /// <param name="handler">What answers it; its parameters and attributes are described at the start as with the framework's methods.</param>
    public static RouteHandlerBuilder MapLate(this IEndpointRouteBuilder app, string method, string route, Delegate handler) =>
        RouteHandlerServices.Map(app, route, handler, [method], RequestDelegateFactory.InferMetadata, CreateLater);

    private static RequestDelegateResult CreateLater(
        Delegate handler,
        RequestDelegateFactoryOptions options,
        RequestDelegateMetadataResult? metadata
    )
    {
        var created = new Lazy<RequestDelegate>(() => RequestDelegateFactory.Create(handler, options, metadata).RequestDelegate);
        return new(http => created.Value(http), metadata?.EndpointMetadata ?? []);
    }
}
