using System.Text.Json.Nodes;
using EnforcementCases.Platform.Problems;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace EnforcementCases.Platform.OpenApi;

/// <summary>The one shape of every refusal, and the list of all codes.</summary>
internal sealed class DescribeProblems(ErrorCatalogue errors) : IDocumentFilter
{
    public const string Problem = "Problem";

    public const string FieldFault = "FieldFault";

    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        var schemas = swaggerDoc.Components!.Schemas!;
        schemas.Remove("ProblemDetails");
        schemas.Remove("HttpValidationProblemDetails");
        schemas[FieldFault] = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Description = "请求中不符合要求的一处。",
            Required = new SortedSet<string>(StringComparer.Ordinal) { "pointer", "message" },
            Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
            {
                ["pointer"] = Text("JSON Pointer（RFC 6901），指向请求体中的位置；查询参数为 /query/参数名。"),
                ["message"] = Text("说明，中文或者英文（Accept-Language）。"),
            },
        };
        schemas[Problem] = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Description = "拒绝的说明（RFC 9457）。",
            Required = new SortedSet<string>(StringComparer.Ordinal) { "type", "title", "status", "code", "traceId" },
            Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
            {
                ["type"] = Text("解释该错误的网页的地址：/problems/ 加上 code，相对于本次请求的地址。"),
                ["title"] = Text("一句话说明，中文或者英文（Accept-Language）。"),
                ["status"] = new OpenApiSchema
                {
                    Type = JsonSchemaType.Integer,
                    Format = "int32",
                    Description = "HTTP 状态码。",
                },
                ["detail"] = Text("针对本次请求的说明，不含个人信息。", orNull: true),
                ["code"] = Text("稳定的错误代码，发布后含义不变；全部代码见 x-problem-codes。"),
                ["rule"] = Text("规则编号，如 APL-51-1；与法律规则无关的为 null。", orNull: true),
                ["basis"] = Text("法律依据，如《中华人民共和国行政处罚法》第五十一条。", orNull: true),
                ["traceId"] = Text("跟踪编号，报告故障时请提供。"),
                ["nextStep"] = Text("下一步可以怎么办。", orNull: true),
                ["errors"] = new OpenApiSchema
                {
                    Type = JsonSchemaType.Array,
                    Description = "逐处说明。",
                    Items = new OpenApiSchemaReference(FieldFault, swaggerDoc),
                },
            },
            Extensions = new Dictionary<string, IOpenApiExtension>(StringComparer.Ordinal)
            {
                ["x-problem-codes"] = new JsonNodeExtension(Codes()),
            },
        };
        swaggerDoc.Tags = ContractTags.Describe(swaggerDoc);
        SortPaths(swaggerDoc.Paths);
        swaggerDoc.Components.Schemas = schemas.OrderBy(s => s.Key, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
    }

    /// <summary>By path, so that the order in which capabilities map their routes does not show.</summary>
    private static void SortPaths(OpenApiPaths paths)
    {
        var sorted = paths.OrderBy(p => p.Key, StringComparer.Ordinal).ToList();
        paths.Clear();
        foreach (var (path, item) in sorted)
            paths.Add(path, item);
    }

    private JsonArray Codes() =>
        [
            .. errors.All.Select(e =>
                (JsonNode)
                    new JsonObject
                    {
                        ["code"] = e.Code,
                        ["status"] = ProblemMapping.StatusFor(e.Kind),
                        ["rule"] = e.Rule,
                        ["basis"] = e.Basis?.ToString(),
                        ["title"] = e.Title,
                    }
            ),
        ];

    private static OpenApiSchema Text(string description, bool orNull = false) =>
        new() { Type = orNull ? JsonSchemaType.String | JsonSchemaType.Null : JsonSchemaType.String, Description = description };
}
