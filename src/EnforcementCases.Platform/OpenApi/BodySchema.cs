using Microsoft.OpenApi;

namespace EnforcementCases.Platform.OpenApi;

/// <summary>The schema of a JSON body or file that the program reads or writes as a stream, so that no type describes it. Metadata of a route.</summary>
/// <param name="Write">Makes the schema, once for each document.</param>
internal sealed record BodySchema(Func<IOpenApiSchema> Write);
