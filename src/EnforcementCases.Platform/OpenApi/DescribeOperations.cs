using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json.Nodes;
using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Text;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Pipeline;
using EnforcementCases.Platform.Problems;
using EnforcementCases.Platform.Transparency;
using EnforcementCases.Platform.Web;
using MediatR;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace EnforcementCases.Platform.OpenApi;

/// <summary>Describes an operation from its request type and its row in the rights table: who may, which headers, which refusals.</summary>
internal sealed class DescribeOperations(
    XmlComments comments,
    ReachableErrors reachable,
    RightsTable rights,
    Examples examples,
    TextForms forms,
    ProgramAssemblies assemblies
) : IOperationFilter
{
    private const string ProblemJson = "application/problem+json";

    /// <summary>Request types by operation.</summary>
    private readonly FrozenDictionary<string, Type> requests = assemblies
        .Types.Where(t => !t.IsAbstract && typeof(IBaseRequest).IsAssignableFrom(t))
        .ToFrozenDictionary(RightsTable.OperationOf, StringComparer.Ordinal);

    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        if (operation.OperationId is not { } name || !rights.Rows.TryGetValue(name, out var right))
            return;
        var sent =
            context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<SentRequest>().FirstOrDefault()
            ?? (requests.TryGetValue(name, out var named) ? new SentRequest(named) : null);
        var request = sent?.Request;
        operation.Description = string.Join(
            "\n\n",
            new[]
            {
                request is null ? null : comments.SummaryOf(Described(request)),
                operation.Summary,
                operation.Description,
                RightInWords(right),
            }
                .Where(t => !string.IsNullOrEmpty(t))
                .Distinct(StringComparer.Ordinal)
        );
        operation.Summary = right.Term; // one language: the English is the description
        operation.Extensions = new Dictionary<string, IOpenApiExtension>(StringComparer.Ordinal)
        {
            ["x-right"] = new JsonNodeExtension(RightAsData(right)),
        };
        operation.Security = right.Grant is Grant.Anonymous or Grant.Signed ? [] : [OpenApiRegistration.TokenNeeded(context.Document)];
        DescribeParameters(operation, context.ApiDescription, request);
        AddHeaders(operation, request);
        DescribeBody(operation, name, context);
        DescribeAnswers(operation, context, request, examples.AnswerOf(name));
        DescribeRefusals(operation, context, right, sent);
    }

    /// <summary>The type whose comment describes the operation: of a request that carries the body of an act, that body.</summary>
    private static Type Described(Type request) => request.IsGenericType ? request.GetGenericArguments()[0] : request;

    /// <summary>The member that a parameter is bound to or named after: <c>dryRun</c> → <c>DryRun</c>.</summary>
    private static string MemberOf(Type request, string parameter) =>
        Array.Find(request.GetProperties(), p => string.Equals(p.Name, parameter, StringComparison.OrdinalIgnoreCase))?.Name ?? parameter;

    private static bool IsKeyed(Type? request) =>
        Implements(request, typeof(ICommand<>)) && !Implements(request, typeof(IUnkeyedCommand<>));

    private static bool ChangesVersion(Type? request) => typeof(IChangesVersion).IsAssignableFrom(request);

    private static bool Implements(Type? request, Type open) =>
        request?.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == open) == true;

    private string RightInWords(Right right)
    {
        var who = right.Grant switch
        {
            Grant.Anonymous => "任何人，无需登录",
            Grant.SignedIn => "任何已登录用户",
            Grant.Signed => "外部系统，以签名代替登录",
            Grant.Roles or Grant.System => string.Join('、', right.Roles.Order().Select(Term)),
        };
        var reach = right.Reach switch
        {
            Reach.None => "",
            Reach.OwnAndBelow => "；范围：本机构及下级机构",
            Reach.OwnOrgan => "；范围：仅以本街道（乡镇）名义",
        };
        var relation = right.Relation switch
        {
            Relation.Any => "",
            Relation.OfficerOfCase => "；限本案执法人员",
            Relation.NotOfficerOfCase => "；本案经办人员除外",
        };
        var stepUp = right.StepUp ? "；须刚刚验证过动态口令（二次验证）" : "";
        var approves = right.Approves ? "；提出该事项、签署同一审批表其他一级的人员除外" : "";
        return $"**{right.Term}**。权限：{who}{reach}{relation}{approves}{stepUp}。";
    }

    /// <summary>执法人员, certified: logs… → 执法人员.</summary>
    private string Term(Role role) =>
        comments.SummaryOf(typeof(Role), role.ToString())?.Split([',', ':', '，', '：'])[0] ?? role.ToString();

    private static JsonObject RightAsData(Right right) =>
        new()
        {
            ["grant"] = right.Grant.ToString(),
            ["reach"] = right.Reach.ToString(),
            ["relation"] = right.Relation.ToString(),
            ["roles"] = new JsonArray([.. right.Roles.Order().Select(r => (JsonNode)r.ToString())]),
            ["stepUp"] = right.StepUp,
            ["approves"] = right.Approves,
        };

    /// <summary>The generator knows parameters as texts; the request type knows what they are and what they mean.</summary>
    private void DescribeParameters(OpenApiOperation operation, ApiDescription api, Type? request)
    {
        foreach (var parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>())
        {
            if (
                api.ParameterDescriptions.FirstOrDefault(p => string.Equals(p.Name, parameter.Name, StringComparison.OrdinalIgnoreCase))
                is not { ParameterDescriptor.ParameterType: var declared } described
            )
                continue;
            parameter.Description ??= request is null ? null : comments.SummaryOf(request, MemberOf(request, described.Name));
            var type = Nullable.GetUnderlyingType(declared) ?? declared;
            if (parameter.Schema is not OpenApiSchema schema)
                continue;
            if (type.IsEnum)
                schema.Enum = DescribeSchemas.ValuesOf(type);
            else if (type == typeof(DateOnly))
                schema.Format = "date";
            else if (type == typeof(DateTimeOffset))
                schema.Format = "date-time";
            else if (type == typeof(string))
                DescribeSchemas.Limit(schema, forms.OfParameter(request, parameter.Name!));
            else if (QueryCheck.RangeOf(parameter.Name!, type) is { } range)
                (schema.Minimum, schema.Maximum) = (
                    range.Least.ToString(CultureInfo.InvariantCulture),
                    range.Most.ToString(CultureInfo.InvariantCulture)
                );
            if (described.Source == BindingSource.Path)
                parameter.Description ??= "标识。";
        }
    }

    private static void AddHeaders(OpenApiOperation operation, Type? request)
    {
        operation.Parameters ??= [];
        if (IsKeyed(request))
        {
            operation.Parameters.Add(
                Header(
                    "Idempotency-Key",
                    "本次写操作的标识，由客户端生成；重试时不变。8 至 128 位字母、数字或者 . _ : -",
                    new OpenApiSchema
                    {
                        Type = JsonSchemaType.String,
                        MinLength = 8,
                        MaxLength = 128,
                        Pattern = "^[A-Za-z0-9._:-]+$",
                    }
                )
            );
        }
        if (ChangesVersion(request))
            operation.Parameters.Add(
                Header(
                    "If-Match",
                    "所依据的版本，即读取时得到的 ETag；只比较其值，代理改为弱标签（W/）的也接受。",
                    new OpenApiSchema { Type = JsonSchemaType.String }
                )
            );
    }

    private static OpenApiParameter Header(string name, string description, OpenApiSchema schema) =>
        new()
        {
            Name = name,
            In = ParameterLocation.Header,
            Required = true,
            Description = description,
            Schema = schema,
        };

    private void DescribeBody(OpenApiOperation operation, string name, OperationFilterContext context)
    {
        if (operation.RequestBody is not OpenApiRequestBody body)
            return;
        body.Required = true;
        if (body.Content?.TryGetValue("application/json", out var json) != true || json is not OpenApiMediaType media)
            return;
        if (Written(context) is { } written)
            media.Schema = written.Write();
        if (examples.BodyOf(name) is { } example)
            media.Example = example;
    }

    private static BodySchema? Written(OperationFilterContext context) =>
        context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<BodySchema>().FirstOrDefault();

    private static void DescribeAnswers(OpenApiOperation operation, OperationFilterContext context, Type? request, JsonNode? example)
    {
        foreach (var type in context.ApiDescription.SupportedResponseTypes.Where(t => t.StatusCode is >= 200 and < 300))
        {
            if (operation.Responses?[type.StatusCode.ToString(CultureInfo.InvariantCulture)] is not OpenApiResponse response)
                continue;
            response.Description = type.StatusCode switch
            {
                201 => "已办理。",
                204 => "已办理，无内容。",
                _ => "成功。",
            };
            foreach (
                var file in (response.Content ?? new Dictionary<string, IOpenApiMediaType>(StringComparer.Ordinal)).Where(c =>
                    !IsJson(c.Key)
                )
            )
                ((OpenApiMediaType)file.Value).Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" };
            if (
                type.Type == typeof(byte[])
                && Written(context) is { } written
                && response.Content?.TryGetValue("application/json", out var whole) == true
                && whole is OpenApiMediaType document
            )
                document.Schema = written.Write();
            if (
                example is not null
                && response.Content?.TryGetValue("application/json", out var answered) == true
                && answered is OpenApiMediaType json
            )
                json.Example = example;
            if (typeof(IVersioned).IsAssignableFrom(type.Type))
                AddHeader(response, "ETag", "版本；修改时放入 If-Match。");
            if (typeof(IPage).IsAssignableFrom(type.Type))
                AddHeader(response, "Link", "下一页（RFC 8288，rel=\"next\"）；最后一页没有。");
            if (type.StatusCode == 201)
                AddHeader(response, "Location", "新内容的地址。");
            if (IsKeyed(request))
                AddHeader(response, "Idempotency-Replayed", "为 true 时，这是先前同一请求的结果。");
        }
    }

    private static bool IsJson(string mediaType) => mediaType.EndsWith("json", StringComparison.Ordinal);

    private static void AddHeader(OpenApiResponse response, string name, string description) =>
        (response.Headers ??= new Dictionary<string, IOpenApiHeader>(StringComparer.Ordinal))[name] = new OpenApiHeader
        {
            Description = description,
            Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        };

    private void DescribeRefusals(OpenApiOperation operation, OperationFilterContext context, Right right, SentRequest? sent)
    {
        var codes = RefusalsOfAll(operation, context.ApiDescription, right, sent?.Request);
        foreach (var error in sent is null ? [] : reachable.From(sent, context.MethodInfo))
            Add(ProblemMapping.StatusFor(error.Kind), error.Code);
        operation.Responses ??= [];
        foreach (var (status, of) in codes)
        {
            var response = new OpenApiResponse
            {
                Description = "拒绝，code 为：" + string.Join('、', of.Select(c => $"`{c}`")),
                Extensions = new Dictionary<string, IOpenApiExtension>(StringComparer.Ordinal)
                {
                    ["x-codes"] = new JsonNodeExtension(new JsonArray([.. of.Select(c => (JsonNode)c)])),
                },
                Content = new Dictionary<string, IOpenApiMediaType>(StringComparer.Ordinal)
                {
                    [ProblemJson] = new OpenApiMediaType
                    {
                        Schema = new OpenApiSchemaReference(DescribeProblems.Problem, context.Document),
                    },
                },
            };
            if (status is 429 or 503)
                AddHeader(response, "Retry-After", "几秒后再试。");
            if (status == 401)
                AddHeader(
                    response,
                    "WWW-Authenticate",
                    "Bearer；令牌过期或者无效时 error=\"invalid_token\"（RFC 6750），需要二次验证时带 error 和 max_age（RFC 9470）。"
                );
            operation.Responses[status.ToString(CultureInfo.InvariantCulture)] = response;
        }
        var inOrder = operation.Responses.OrderBy(r => r.Key, StringComparer.Ordinal).ToList();
        operation.Responses.Clear();
        foreach (var (status, response) in inOrder)
            operation.Responses[status] = response;

        void Add(int status, string code)
        {
            if (!codes.TryGetValue(status, out var known))
                codes[status] = known = new(StringComparer.Ordinal);
            known.Add(code);
        }
    }

    /// <summary>The refusals that any operation can meet outside its handler.</summary>
    private static SortedDictionary<int, SortedSet<string>> RefusalsOfAll(
        OpenApiOperation operation,
        ApiDescription api,
        Right right,
        Type? request
    )
    {
        var hasBody = operation.RequestBody is not null;
        var codes = new SortedDictionary<int, SortedSet<string>>();
        foreach (
            var (applies, error) in new[]
            {
                (true, QueryCheck.UnknownParameter),
                (hasBody || operation.Parameters is { Count: > 0 }, ProblemMapping.Malformed),
                (hasBody || operation.Parameters is { Count: > 0 }, ProblemMapping.Invalid),
                (hasBody, TextRules.ForbiddenCharacter),
                (hasBody, TextRules.NotNormalised),
                (IsKeyed(request), Idempotency.KeyMissing),
                (IsKeyed(request), Idempotency.KeyMalformed),
                (right.Grant is not (Grant.Anonymous or Grant.Signed), CurrentUser.NotSignedIn),
                (right.Grant == Grant.Roles, CurrentUser.NotAllowed),
                (
                    right.Grant == Grant.Roles || (right.Grant == Grant.SignedIn && !right.WithOneTimePassword),
                    CurrentUser.PasswordChangeNeeded
                ),
                (right.Grant == Grant.Roles, CurrentUser.SecondFactorNeeded),
                (right.StepUp, CurrentUser.StepUpRequired),
                (IsKeyed(request), Idempotency.StillRunning),
                (Implements(request, typeof(ICommand<>)), ProblemMapping.Duplicate),
                (ChangesVersion(request), RequestContext.VersionStale),
                (ChangesVersion(request), RequestContext.VersionMissing),
                (ChangesVersion(request), RequestContext.VersionMalformed),
                (hasBody, ProblemMapping.TooLarge),
                (hasBody, BareProblems.UnsupportedMediaType),
                (IsKeyed(request), Idempotency.AnotherBody),
                (true, RateLimits.Exceeded),
                (api.RelativePath?.Contains('{', StringComparison.Ordinal) == true, RateLimits.UnknownIds),
                (true, ProblemMapping.Busy),
                (Implements(request, typeof(ICommand<>)), LogGuard.RolledBack),
                (true, ProblemMapping.StorageOut),
                (true, ProblemMapping.DatabaseAway),
                (true, SessionDirectory.Stale),
            }
        )
        {
            if (!applies)
                continue;
            var status = ProblemMapping.StatusFor(error.Kind);
            if (!codes.TryGetValue(status, out var of))
                codes[status] = of = new(StringComparer.Ordinal);
            of.Add(error.Code);
        }
        codes[500] = new(StringComparer.Ordinal) { BareProblems.Failed };
        return codes;
    }
}
