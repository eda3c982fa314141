using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using EnforcementCases.Domain;
using EnforcementCases.Domain.Text;
using EnforcementCases.Platform.Web;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace EnforcementCases.Platform.OpenApi;

/// <summary>Adds what the types declare and the generator does not read: members that must be there, the meaning of enum values, the unit of money.</summary>
internal sealed class DescribeSchemas(XmlComments comments, TextForms forms) : ISchemaFilter
{
    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (schema is not OpenApiSchema open)
            return;
        var type = Nullable.GetUnderlyingType(context.Type) ?? context.Type;
        if (type.IsEnum && context.MemberInfo is null && context.ParameterInfo is null)
            DescribeEnum(open, type);
        else if (open.Properties is { Count: > 0 } && type.Namespace?.StartsWith("EnforcementCases.", StringComparison.Ordinal) == true)
            DescribeMembers(open, type);
    }

    public static List<JsonNode> ValuesOf(Type type) => [.. Enum.GetNames(type).Select(n => (JsonNode)n)];

    /// <summary>The generator forgets that a reference to another schema may be null.</summary>
    private static void AllowNull(OpenApiSchema schema, PropertyInfo member)
    {
        var name = JsonNamingPolicy.CamelCase.ConvertName(member.Name);
        if (!schema.Properties!.TryGetValue(name, out var property) || property is not OpenApiSchemaReference reference)
            return;
        if (
            Nullable.GetUnderlyingType(member.PropertyType) is null
            && new NullabilityInfoContext().Create(member).ReadState != NullabilityState.Nullable
        )
            return;
        schema.Properties[name] = new OpenApiSchema
        {
            Description = reference.Description,
            OneOf =
            [
                new OpenApiSchema { Type = JsonSchemaType.Null },
                new OpenApiSchemaReference(reference.Reference.Id!, reference.Reference.HostDocument),
            ],
        };
    }

    /// <summary>A sequence number is a text of digits.</summary>
    private static void DescribeSequence(OpenApiSchema schema, PropertyInfo member)
    {
        if (
            member.GetCustomAttribute<JsonConverterAttribute>()?.ConverterType == typeof(SequenceText)
            && schema.Properties!.TryGetValue(JsonNamingPolicy.CamelCase.ConvertName(member.Name), out var found)
            && found is OpenApiSchema text
        )
            (text.Type, text.Format, text.Pattern) = (JsonSchemaType.String, null, "^[0-9]{1,19}$");
    }

    /// <summary>The limits that <see cref="RequestShape"/> checks.</summary>
    private void LimitText(OpenApiSchema schema, PropertyInfo member)
    {
        var name = JsonNamingPolicy.CamelCase.ConvertName(member.Name);
        if (!schema.Properties!.TryGetValue(name, out var property))
            return;
        var text = property is OpenApiSchema { Items: OpenApiSchema items } ? items : property as OpenApiSchema;
        if (text is { Format: null, Enum: null or { Count: 0 }, Type: { } kind } && kind.HasFlag(JsonSchemaType.String))
            Limit(text, forms.Of(member));
    }

    /// <summary>Writes the form of a text into its schema.</summary>
    public static void Limit(OpenApiSchema text, TextForm form)
    {
        text.MinLength = form.MayBeEmpty ? 0 : 1;
        text.MaxLength = form.Longest;
        if (form.Kind == TextKind.Hash)
            text.Pattern = "^[0-9a-f]{64}$";
        if (form.Kind == TextKind.Opaque) // compared as it is: any characters but U+0000
            (text.Extensions ??= new Dictionary<string, IOpenApiExtension>(StringComparer.Ordinal))["x-opaque"] = new JsonNodeExtension(true);
    }

    private void DescribeEnum(OpenApiSchema schema, Type type)
    {
        schema.Type = JsonSchemaType.String;
        schema.Format = null;
        schema.Enum = ValuesOf(type);
        var meanings = new JsonObject();
        foreach (var name in Enum.GetNames(type))
        {
            if (Meaning(type, name) is { } meaning)
                meanings[name] = meaning;
        }
        schema.Description = string.Join(
            "\n",
            new[] { comments.SummaryOf(type) }.Concat(meanings.Select(m => $"- `{m.Key}` {m.Value}")).Where(line => line is not null)
        );
        if (meanings.Count > 0)
            (schema.Extensions ??= new Dictionary<string, IOpenApiExtension>(StringComparer.Ordinal))["x-enum-descriptions"] =
                new JsonNodeExtension(meanings);
    }

    /// <summary>Term and meaning of a value: <c>罚款: …</c>; the term is left out where the meaning contains it.</summary>
    private string? Meaning(Type type, string value)
    {
        var term = type.GetField(value)!.GetCustomAttribute<TermAttribute>()?.Text;
        var meaning = comments.SummaryOf(type, value);
        return term is null || meaning?.Contains(term, StringComparison.Ordinal) == true ? meaning
            : meaning is null ? term
            : $"{term}: {meaning}";
    }

    private void DescribeMembers(OpenApiSchema schema, Type type)
    {
        schema.Description ??= comments.SummaryOf(type);
        schema.AdditionalPropertiesAllowed = false;
        var constructor = type.GetConstructors().MaxBy(c => c.GetParameters().Length);
        schema.Required = new SortedSet<string>(
            (constructor?.GetParameters() ?? [])
                .Where(p => !p.HasDefaultValue)
                .Select(p => p.Name!)
                .Concat(type.GetProperties().Where(p => p.IsDefined(typeof(RequiredMemberAttribute))).Select(p => p.Name))
                .Select(JsonNamingPolicy.CamelCase.ConvertName)
                .Where(schema.Properties!.ContainsKey),
            StringComparer.Ordinal
        );
        foreach (var member in type.GetProperties())
        {
            AllowNull(schema, member);
            DescribeSequence(schema, member);
        }
        if (forms.IsSent(type))
        {
            foreach (var member in type.GetProperties())
                LimitText(schema, member);
        }
        foreach (var (name, property) in schema.Properties!)
        {
            if (
                name.EndsWith("Fen", StringComparison.Ordinal)
                && property is OpenApiSchema { Type: { } kind } money
                && kind.HasFlag(JsonSchemaType.Integer)
            )
                (money.Extensions ??= new Dictionary<string, IOpenApiExtension>(StringComparer.Ordinal))["x-unit"] = new JsonNodeExtension(
                    "fen"
                );
        }
    }
}
