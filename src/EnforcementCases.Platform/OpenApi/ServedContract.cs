using System.Security.Cryptography;
using System.Text;
using Microsoft.Net.Http.Headers;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.Swagger;

namespace EnforcementCases.Platform.OpenApi;

/// <summary>The document as it is served: it cannot change while the program runs, so it is written once, when first asked for.</summary>
internal sealed class ServedContract(IServiceScopeFactory scopes)
{
    private readonly Lazy<Task<(byte[] Json, EntityTagHeaderValue Tag)>> written = new(() => WriteAsync(scopes));

    public async Task<IResult> AnswerAsync(HttpResponse response)
    {
        var (json, tag) = await written.Value;
        response.Headers.CacheControl = "no-cache"; // kept, but asked for each time: the tag says whether it changed
        return TypedResults.Bytes(json, "application/json; charset=utf-8", entityTag: tag);
    }

    private static async Task<(byte[] Json, EntityTagHeaderValue Tag)> WriteAsync(IServiceScopeFactory scopes)
    {
        await using var scope = scopes.CreateAsyncScope();
        var document = scope.ServiceProvider.GetRequiredService<ISwaggerProvider>().GetSwagger("v1");
        var json = Encoding.UTF8.GetBytes(await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1));
        return (json, new($"\"{Convert.ToHexStringLower(SHA256.HashData(json).AsSpan(0, 12))}\""));
    }
}
