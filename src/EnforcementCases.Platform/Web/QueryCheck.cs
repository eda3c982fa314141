using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using EnforcementCases.Domain;
using EnforcementCases.Platform.Problems;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Primitives;

namespace EnforcementCases.Platform.Web;

/// <summary>Holds query strings to what the operation declares: unknown and repeated parameters and loosely written values are refused, as in a body.</summary>
internal sealed class QueryCheck(IApiDescriptionGroupCollectionProvider descriptions)
{
    public static readonly DomainError UnknownParameter = new(
        "request.unknown-parameter",
        null,
        ErrorKind.Malformed,
        "查询参数不在允许之列"
    );

    private readonly Lazy<FrozenDictionary<string, FrozenDictionary<string, Type>>> declared = new(() => Read(descriptions));

    /// <exception cref="DomainException"><see cref="UnknownParameter"/> or <see cref="ProblemMapping.Malformed"/>.</exception>
    public void Ensure(string operation, IQueryCollection query)
    {
        if (query.Count == 0)
            return;
        var parameters = declared.Value.GetValueOrDefault(operation) ?? FrozenDictionary<string, Type>.Empty;
        foreach (var (name, values) in query)
        {
            if (!parameters.TryGetValue(name, out var type))
            {
                throw new DomainException(
                    UnknownParameter,
                    "允许的查询参数：" + string.Join('、', parameters.Keys.Order(StringComparer.Ordinal))
                )
                {
                    Pointer = PointerOf(name),
                };
            }
            if (FaultOf(type, values) is { } fault)
                throw new DomainException(ProblemMapping.Malformed, fault) { Pointer = PointerOf(name) };
        }
    }

    /// <summary>Parameters have no JSON pointer of their own; theirs is <c>/query/</c> and the name.</summary>
    private static string PointerOf(string name) => JsonPointers.Of("query", name);

    private static string? FaultOf(Type type, StringValues values)
    {
        if (type.IsArray)
            return values.Select(v => FaultOf(type.GetElementType()!, new StringValues(v))).FirstOrDefault(f => f is not null);
        if (values is not [{ } text])
            return "参数重复";
        if (type == typeof(string))
            return text.Any(char.IsControl) ? "不得含有控制字符" : null;
        return Parses(Nullable.GetUnderlyingType(type) ?? type, text) ? null : "格式不符";
    }

    private static bool Parses(Type type, string text)
    {
        if (type == typeof(DateOnly))
            return StrictTimes.TryParseDate(text, out _);
        if (type == typeof(DateTimeOffset))
            return StrictTimes.TryParseInstant(text, out _);
        if (type == typeof(Guid))
            return Guid.TryParseExact(text, "D", out _);
        if (type == typeof(bool))
            return text is "true" or "false";
        if (type == typeof(int))
            return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);
        if (type == typeof(long))
            return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);
        return !type.IsEnum || Enum.GetNames(type).Contains(text, StringComparer.Ordinal); // names only: 7 is no stage of a case
    }

    private static FrozenDictionary<string, FrozenDictionary<string, Type>> Read(IApiDescriptionGroupCollectionProvider descriptions) =>
        descriptions
            .ApiDescriptionGroups.Items.SelectMany(g => g.Items)
            .Select(d => (Name: d.ActionDescriptor.EndpointMetadata.OfType<IEndpointNameMetadata>().FirstOrDefault()?.EndpointName, d))
            .Where(d => d.Name is not null)
            .ToFrozenDictionary(
                d => d.Name!,
                d =>
                    d.d.ParameterDescriptions.Where(p => p.Source == BindingSource.Query)
                        .ToFrozenDictionary(
                            p => JsonNamingPolicy.CamelCase.ConvertName(p.Name),
                            p => p.ParameterDescriptor.ParameterType,
                            StringComparer.Ordinal
                        ),
                StringComparer.Ordinal
            );
}
