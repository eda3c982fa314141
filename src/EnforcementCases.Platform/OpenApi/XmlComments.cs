using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace EnforcementCases.Platform.OpenApi;

/// <summary>The doc comments of our assemblies, as the compiler wrote them beside the program: one text for the reader of the code and of the contract.</summary>
internal sealed partial class XmlComments
{
    private readonly Dictionary<string, XElement> members = new(StringComparer.Ordinal);

    public XmlComments()
    {
        foreach (var file in Files)
        {
            foreach (var member in XDocument.Load(file).Descendants("member"))
                members[(string)member.Attribute("name")!] = member;
        }
    }

    /// <summary>Where they lie.</summary>
    public static IEnumerable<string> Files =>
        Directory.GetFiles(AppContext.BaseDirectory, "EnforcementCases.*.xml").Order(StringComparer.Ordinal);

    public string? SummaryOf(Type type) => Text(members.GetValueOrDefault("T:" + NameOf(type))?.Element("summary"));

    public string? SummaryOf(Type type, string member) =>
        Text(
            members.GetValueOrDefault($"F:{NameOf(type)}.{member}")?.Element("summary")
                ?? members.GetValueOrDefault($"P:{NameOf(type)}.{member}")?.Element("summary")
                ?? members
                    .GetValueOrDefault("T:" + NameOf(type))
                    ?.Elements("param")
                    .FirstOrDefault(p => (string?)p.Attribute("name") == member)
        );

    private static string NameOf(Type type) => (type.IsGenericType ? type.GetGenericTypeDefinition() : type).FullName!.Replace('+', '.');

    private static string? Text(XElement? element) =>
        element is null ? null : Spaces().Replace(string.Concat(element.Nodes().Select(Plain)), " ").Trim();

    private static string Plain(XNode node) =>
        node switch
        {
            XElement { Name.LocalName: "see" or "seealso" or "paramref" } see => LastPart(
                (string?)see.Attribute("cref") ?? (string?)see.Attribute("name") ?? (string?)see.Attribute("langword") ?? ""
            ),
            XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
            XElement other => string.Concat(other.Nodes().Select(Plain)),
            _ => node.ToString(SaveOptions.DisableFormatting)
                .Replace("&lt;", "<", StringComparison.Ordinal)
                .Replace("&gt;", ">", StringComparison.Ordinal)
                .Replace("&amp;", "&", StringComparison.Ordinal),
        };

    private static string LastPart(string name) => name[(name.LastIndexOf('.') + 1)..];

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
