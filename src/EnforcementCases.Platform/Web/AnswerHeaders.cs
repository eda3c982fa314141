using EnforcementCases.Platform.Pipeline;

namespace EnforcementCases.Platform.Web;

/// <summary>Derives <c>ETag</c> and <c>Idempotency-Replayed</c> from the typed answer, for every operation of the API.</summary>
internal sealed class AnswerHeaders : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate proceed)
    {
        var answer = await proceed(context);
        var headers = context.HttpContext.Response.Headers;
        if (answer is IValueHttpResult { Value: IVersioned versioned })
            headers.ETag = RequestContext.EntityTag(versioned.Id, versioned.Version);
        if (answer is IValueHttpResult { Value: IPage { Next: { } next } })
        {
            var query = context.HttpContext.Request.Query.Where(q => q.Key != "cursor").Append(new("cursor", next));
            headers.Link = $"<{context.HttpContext.Request.Path}{QueryString.Create(query)}>; rel=\"next\"";
        }
        if (context.HttpContext.RequestServices.GetRequiredService<RequestContext>().Replayed)
            headers["Idempotency-Replayed"] = "true";
        return answer;
    }
}
