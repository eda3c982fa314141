using System.Text.RegularExpressions;
using System.Xml.Linq;
using System.Xml.XPath;

namespace EnforcementCases.Platform.OpenApi;

/// <summary>The doc comments of our assemblies, as the compiler wrote them beside the program: one text for the reader of the code and of the contract.</summary>
internal sealed partial class XmlComments
{
    private readonly Dictionary<string, XElement> members = new(StringComparer.Ordinal);

    public XmlComments()
    {
        foreach (var file in Files)
        {
            foreach (var member in Load(file).Descendants("member"))
                members[(string)member.Attribute("name")!] = member;
        }
    }

    /// <summary>The files that hold them.</summary>
    public static IEnumerable<string> Files =>
        Directory.GetFiles(AppContext.BaseDirectory, "EnforcementCases.*.xml").Order(StringComparer.Ordinal);

    /// <summary>A file as the generator reads it, which would print <c>see</c> with the full name.</summary>
    public static XPathDocument Read(string file)
    {
        using var reader = Load(file).CreateReader();
        return new(reader);
    }

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

    /// <summary>A file in which each <c>see</c> refers by the last name only, <c>Occurrence</c> instead of <c>T:EnforcementCases.Domain.Catalogue.TierTest.Occurrence</c>,
    /// and a comment of several lines is one line.</summary>
    private static XDocument Load(string file)
    {
        var document = XDocument.Load(file);
        foreach (var target in document.Descendants().Where(e => e.Name.LocalName is "see" or "seealso").Attributes("cref"))
            target.Value = LastPart(target.Value);
        foreach (var text in document.DescendantNodes().OfType<XText>().Where(t => t.Value.Contains('\n', StringComparison.Ordinal)))
            text.Value = Spaces().Replace(text.Value, " ");
        return document;
    }

    private static string NameOf(Type type) => (type.IsGenericType ? type.GetGenericTypeDefinition() : type).FullName!.Replace('+', '.');

    private static string? Text(XElement? element) =>
        element is null ? null : Spaces().Replace(string.Concat(element.Nodes().Select(Plain)), " ").Trim();

    private static string Plain(XNode node) =>
        node switch
        {
            XElement { Name.LocalName: "see" or "seealso" or "paramref" } see => (string?)see.Attribute("cref")
                ?? (string?)see.Attribute("name")
                ?? (string?)see.Attribute("langword")
                ?? "",
            XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
            XElement other => string.Concat(other.Nodes().Select(Plain)),
            _ => node.ToString(SaveOptions.DisableFormatting)
                .Replace("&lt;", "<", StringComparison.Ordinal)
                .Replace("&gt;", ">", StringComparison.Ordinal)
                .Replace("&amp;", "&", StringComparison.Ordinal),
        };

    /// <summary><c>M:A.B.Days(System.Int32)</c> and <c>T:A.Days`1</c> are <c>Days</c>.</summary>
    private static string LastPart(string name)
    {
        var path = name.Split('(')[0];
        return path[(path.LastIndexOfAny(['.', ':']) + 1)..].Split('`')[0];
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
