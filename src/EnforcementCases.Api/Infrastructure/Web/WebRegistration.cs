using System.Text.Json.Serialization;
using EnforcementCases.Api.Infrastructure.Problems;

namespace EnforcementCases.Api.Infrastructure.Web;

/// <summary>The web contract: strict JSON, problem details.</summary>
internal static class WebRegistration
{
    public static IServiceCollection AddWebContract(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(options =>
        {
            var json = options.SerializerOptions;
            json.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
            json.AllowDuplicateProperties = false;
            json.NumberHandling = JsonNumberHandling.Strict;
            json.RespectNullableAnnotations = true;
            json.RespectRequiredConstructorParameters = true;
            json.MaxDepth = 32;
            json.Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping; // Chinese as it is; the media type is never HTML
            json.Converters.Add(new InstantConverter());
            json.Converters.Add(new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false));
        });
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        services.AddEndpointsApiExplorer();
        services.AddSwaggerGen(options =>
            options.CustomOperationIds(e =>
                e.ActionDescriptor.EndpointMetadata.OfType<IEndpointNameMetadata>().LastOrDefault()?.EndpointName
            )
        );
        services.AddProblemDetails();
        services.AddExceptionHandler<ProblemMapping>();
        return services;
    }
}
