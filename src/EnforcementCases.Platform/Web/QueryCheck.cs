using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using EnforcementCases.Domain;
using EnforcementCases.Domain.Text;
using EnforcementCases.Platform.Problems;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Primitives;

namespace EnforcementCases.Platform.Web;

/// <summary>Holds query strings and what a path names to what the operation declares: unknown and repeated parameters and loosely written values are refused, as in a body;
/// a text has the form of a line (<see cref="TextForm"/>), a year lies within those that a date may have.</summary>
internal sealed class QueryCheck(IApiDescriptionGroupCollectionProvider descriptions)
{
    public static readonly DomainError UnknownParameter = new(
        "request.unknown-parameter",
        null,
        ErrorKind.Malformed,
        "查询参数不在允许之列"
    );

    private const string Query = "query";
    private const string Path = "path";
    private const string Limit = "limit";

    /// <summary>An empty parameter is one that is omitted.</summary>
    private static readonly TextForm Form = new(TextKind.Line, TextForm.LongestLine, MayBeEmpty: true);

    private readonly Lazy<FrozenDictionary<string, FrozenDictionary<(string In, string Name), Type>>> declared = new(() =>
        Read(descriptions)
    );

    /// <exception cref="DomainException"><see cref="UnknownParameter"/>, <see cref="ProblemMapping.Malformed"/> or <see cref="ProblemMapping.Invalid"/>.</exception>
    public void Ensure(string operation, IQueryCollection query)
    {
        if (query.Count == 0)
            return;
        var parameters = ParametersOf(operation);
        foreach (var (name, values) in query)
        {
            if (!parameters.TryGetValue((Query, name), out var type))
            {
                throw new DomainException(
                    UnknownParameter,
                    "允许的查询参数："
                        + string.Join('、', parameters.Keys.Where(p => p.In == Query).Select(p => p.Name).Order(StringComparer.Ordinal))
                )
                {
                    Pointer = JsonPointers.Of(Query, name),
                };
            }
            Ensure(Query, name, type, values);
        }
    }

    /// <summary>Checks what a path names beside ids, which the routes themselves check.</summary>
    /// <exception cref="DomainException"><see cref="ProblemMapping.Malformed"/> or <see cref="ProblemMapping.Invalid"/>.</exception>
    public void Ensure(string operation, RouteValueDictionary path)
    {
        if (path.Count == 0)
            return;
        foreach (var ((place, name), type) in ParametersOf(operation))
        {
            if (place == Path && type != typeof(Guid) && path.TryGetValue(name, out var value) && value is string text)
                Ensure(Path, name, type, text);
        }
    }

    private FrozenDictionary<(string In, string Name), Type> ParametersOf(string operation) =>
        declared.Value.GetValueOrDefault(operation) ?? FrozenDictionary<(string In, string Name), Type>.Empty;

    /// <summary>Parameters have no JSON pointer of their own; theirs is <c>/query/</c> or <c>/path/</c> and the name.</summary>
    private static void Ensure(string place, string name, Type type, StringValues values)
    {
        if (FaultOf(type, values) is { } fault)
            throw new DomainException(ProblemMapping.Malformed, fault) { Pointer = JsonPointers.Of(place, name) };
        if (RangeOf(name, type) is not { } range)
            return;
        var number = long.Parse(values[0]!, CultureInfo.InvariantCulture);
        if (number < range.Least || number > range.Most)
            throw new DomainException(
                name == Limit ? Cursor.LimitOutOfRange : ProblemMapping.Invalid,
                $"应在 {range.Least} 与 {range.Most} 之间"
            )
            {
                Pointer = JsonPointers.Of(place, name),
            };
    }

    /// <summary>Least and greatest value of a number of the path or query string, both inclusive; null if it is no number.</summary>
    public static (long Least, long Most)? RangeOf(string name, Type type)
    {
        var number = Nullable.GetUnderlyingType(type) ?? type;
        if (number != typeof(int) && number != typeof(long))
            return null;
        return name switch
        {
            "year" => (StrictTimes.FirstYear, StrictTimes.LastYear),
            Limit => (1, Cursor.LargestLimit),
            _ => (0, number == typeof(int) ? int.MaxValue : long.MaxValue),
        };
    }

    private static string? FaultOf(Type type, StringValues values)
    {
        if (type.IsArray)
            return values.Select(v => FaultOf(type.GetElementType()!, new StringValues(v))).FirstOrDefault(f => f is not null);
        if (values is not [{ } text])
            return "参数重复";
        if (type == typeof(string))
            return FaultOf(text);
        return Parses(Nullable.GetUnderlyingType(type) ?? type, text) ? null : "格式不符";
    }

    private static string? FaultOf(string text)
    {
        try
        {
            return Form.FaultOf(text);
        }
        catch (DomainException refusal) // a parameter is malformed, whatever the character
        {
            return refusal.Detail;
        }
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

    private static FrozenDictionary<string, FrozenDictionary<(string In, string Name), Type>> Read(
        IApiDescriptionGroupCollectionProvider descriptions
    ) =>
        descriptions
            .ApiDescriptionGroups.Items.SelectMany(g => g.Items)
            .Select(d => (Name: d.ActionDescriptor.EndpointMetadata.OfType<IEndpointNameMetadata>().FirstOrDefault()?.EndpointName, d))
            .Where(d => d.Name is not null)
            .ToFrozenDictionary(
                d => d.Name!,
                d =>
                    d.d.ParameterDescriptions.Where(p => p.Source == BindingSource.Query || p.Source == BindingSource.Path)
                        .ToFrozenDictionary(
                            p => (p.Source == BindingSource.Query ? Query : Path, JsonNamingPolicy.CamelCase.ConvertName(p.Name)),
                            p => p.ParameterDescriptor.ParameterType
                        ),
                StringComparer.Ordinal
            );
}
