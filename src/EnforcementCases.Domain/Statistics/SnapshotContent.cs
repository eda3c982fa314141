using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Statistics;

/// <summary>The cases behind a frozen figure, as they are stored.</summary>
/// <param name="Cases">The cases in the order in which they were counted.</param>
[Upcast(0, nameof(OfLines))]
public sealed record FigureCases(IReadOnlyList<CountedCase> Cases)
{
    /// <summary>Version 0 had one line for each case, id and measure.</summary>
    private static JsonObject OfLines(JsonNode content) =>
        new JsonObject
        {
            ["cases"] = new JsonArray([
                .. content
                    .GetValue<string>()
                    .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                    .Select(line => line.Split(' '))
                    .Select(parts => new JsonObject
                    {
                        ["caseId"] = parts[0],
                        ["measure"] = long.Parse(parts[1], CultureInfo.InvariantCulture),
                    }),
            ]),
        };
}

/// <summary>The checks that frozen figures have passed, as they are stored.</summary>
/// <param name="Checks">The checks in their order.</param>
[Upcast(0, nameof(OfList))]
public sealed record FigureChecks(IReadOnlyList<FigureCheck> Checks)
{
    /// <summary>Version 0 was the bare list.</summary>
    private static JsonObject OfList(JsonNode content) => new JsonObject { ["checks"] = content };
}

/// <summary>The stored texts of a snapshot, and how they are combined into one hash.</summary>
internal static class SnapshotContent
{
    public static string Write(object content) => Encoding.UTF8.GetString(StoredFormat.Write(content));

    public static T Read<T>(string stored)
        where T : class => StoredFormat.Read<T>(Encoding.UTF8.GetBytes(stored));

    public static int VersionOf(string stored) => StoredFormat.VersionOf(Encoding.UTF8.GetBytes(stored));

    /// <summary>The hashed content: the columns, and the hash of each stored text exactly as stored.</summary>
    /// <remarks>A year has no member of its own for the period, as before there were others.</remarks>
    public static RecordFields FieldsOf(StatisticsSnapshot snapshot)
    {
        var fields = new RecordFields().Add("v", 1).Add("product", snapshot.Product).Add("year", snapshot.Year);
        if (snapshot.Period.Length > YearLength)
            fields.Add("period", snapshot.Period);
        return fields
            .Add("organisation", snapshot.OrganisationPath)
            .Add("checks", HashOf(snapshot.StoredChecks))
            .Add("figures", snapshot.Figures.OrderBy(f => f.Place).Select(FieldsOf));
    }

    private const int YearLength = 4;

    private static RecordFields FieldsOf(SnapshotFigure figure) =>
        new RecordFields()
            .Add("key", figure.Key)
            .Add("name", figure.Name)
            .Add("unit", figure.Unit)
            .Add("countedBy", figure.CountedBy)
            .Add("version", figure.DefinitionVersion)
            .Add("measure", figure.Measure)
            .Add("caseCount", figure.CaseCount)
            .Add("cases", HashOf(figure.StoredCases));

    private static string HashOf(string stored) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(stored)));
}
