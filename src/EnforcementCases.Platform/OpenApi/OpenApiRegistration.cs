using EnforcementCases.Domain;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Web;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace EnforcementCases.Platform.OpenApi;

/// <summary>The contract as an OpenAPI 3.1 document at <c>/openapi/v1.json</c>, with an explorer at <c>/swagger</c>.</summary>
internal static class OpenApiRegistration
{
    private const string Bearer = "bearer";

    /// <summary>The words that the texts of operations and members use without explaining them again.</summary>
    private const string Words =
        "Words used below. Organ: the street or town in whose name decisions are made. Offence: 违法行为. Act: a step of the procedure (环节). "
        + "Legal date, legal year: date and year of an instant in China (UTC+8). As stated: a time given by the client, who may enter an act after it was done; "
        + "an act entered more than three days later is marked as entered late (补录). First and last days are inclusive. Fen: a hundredth of a yuan. "
        + "Scope: the organisations whose data the caller may see. SHA-256 and other hashes: lower-case hex digits. "
        + "`D01` is the number of a kind of document in the catalogue of documents (文书目录), `APL-51-1` the id of a rule.";

    public static IServiceCollection AddOpenApi(this IServiceCollection services)
    {
        services.AddSingleton<XmlComments>();
        services.AddSingleton<ErrorCatalogue>();
        services.AddSingleton<ReachableErrors>();
        services.AddSingleton<Examples>();
        services.AddSingleton<ServedContract>();
        services.AddSwaggerGen(Describe);
        return services;
    }

    /// <summary>Open to everybody in a demo; otherwise only signed-in users can read the contract.</summary>
    public static void UseOpenApi(this WebApplication app, Installation installation)
    {
        if (!installation.Demo)
            app.Use(EnsureSignedIn);
        app.UseSwaggerUI(ui =>
        {
            ui.SwaggerEndpoint("/openapi/v1.json", "EnforcementCases v1");
            ui.DocumentTitle = "EnforcementCases 接口";
            ui.DisplayOperationId();
            ui.DisplayRequestDuration();
            ui.EnableDeepLinking();
            ui.EnableFilter();
            ui.EnablePersistAuthorization(); // the sign-in outlives a reload of the page
        });
        app.MapLate(HttpMethods.Get, "/openapi/v1.json", (ServedContract contract, HttpResponse response) => contract.AnswerAsync(response))
            .ExcludeFromDescription();
    }

    private static Task EnsureSignedIn(HttpContext http, RequestDelegate next)
    {
        var path = http.Request.Path;
        if (
            (
                path.StartsWithSegments("/swagger", StringComparison.OrdinalIgnoreCase)
                || path.StartsWithSegments("/openapi", StringComparison.OrdinalIgnoreCase)
            ) && !http.RequestServices.GetRequiredService<CurrentUser>().IsSignedIn
        )
            throw CurrentUser.NotSignedIn.With("接口说明需登录后查看");
        return next(http);
    }

    private static void Describe(SwaggerGenOptions options)
    {
        options.SwaggerDoc(
            "v1",
            new()
            {
                Title = "EnforcementCases",
                Version = "0.2",
                Description =
                    "综合行政执法案件管理接口。列表可以翻页的返回 {items, next}，把 next 作为 cursor 取下一页；不分页的返回数组。写操作须带 Idempotency-Key；修改已有内容须带 If-Match；"
                    + "拒绝一律为 application/problem+json，`code` 稳定不变，`rule` 为规则编号，`basis` 为法律依据。"
                    + "金额为整数分，时间为带时区的 RFC 3339（返回的一律为北京时间，精确到毫秒），日期为 yyyy-MM-dd。文字为中文；Accept-Language: en 时为英文（Content-Language 写明），法律术语附中文原文。"
                    + "\n\n"
                    + Words,
            }
        );
        options.AddSecurityDefinition(
            Bearer,
            new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                BearerFormat = "JWT",
                Description = "POST /api/v1/session 返回的 accessToken，有效期十分钟。",
            }
        );
        foreach (var file in XmlComments.Files)
            options.IncludeXmlComments(() => XmlComments.Read(file));
        options.SupportNonNullableReferenceTypes();
        options.DescribeAllParametersInCamelCase();
        options.CustomOperationIds(api =>
            api.ActionDescriptor.EndpointMetadata.OfType<IEndpointNameMetadata>().FirstOrDefault()?.EndpointName
        );
        options.MapType<Sentence>(() => new OpenApiSchema { Type = JsonSchemaType.String });
        options.AddServer(new() { Url = "/", Description = "本系统；路径以 /api/v1 开头。This installation." });
        options.TagActionsBy(ContractTags.Of);
        options.CustomSchemaIds(SchemaId);
        options.SchemaFilter<DescribeSchemas>();
        options.OperationFilter<DescribeOperations>();
        options.DocumentFilter<DescribeProblems>();
    }

    /// <summary>Page of CaseListItem → PageOfCaseListItem.</summary>
    private static string SchemaId(Type type) =>
        type.IsGenericType
            ? $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}Of{string.Concat(type.GetGenericArguments().Select(SchemaId))}"
            : type.Name;

    /// <summary>The requirement of a token, on each operation that needs one.</summary>
    public static OpenApiSecurityRequirement TokenNeeded(OpenApiDocument document) =>
        new() { [new OpenApiSecuritySchemeReference(Bearer, document)] = [] };
}
