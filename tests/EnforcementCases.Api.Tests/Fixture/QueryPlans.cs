using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using EnforcementCases.Persistence;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace EnforcementCases.Api.Tests.Fixture;

/// <summary>Asks the database how it would answer a statement, and finds what would grow with the number of cases: a table read whole, or more rows sorted than a page has.</summary>
internal sealed partial class QueryPlans(AppDbContext db)
{
    /// <summary>A table of this many rows grows with the cases; catalogues and organisations stay smaller.</summary>
    private const long Large = 5_000;

    /// <summary>The longest page.</summary>
    private const double MostSorted = 201;

    private HashSet<string> large = [];

    private bool IsSqlite => db.Database.GetDbConnection() is SqliteConnection;

    private bool IsSqlServer => db.Database.GetDbConnection() is SqlConnection;

    /// <summary>Gives the planner its figures.</summary>
    public Task AnalyzeAsync() => RunAsync(IsSqlServer ? "EXEC sp_updatestats" : "ANALYZE");

    /// <summary>Looks which tables are large, and gives the planner its figures.</summary>
    public async Task MeasureAsync()
    {
        await AnalyzeAsync();
        large = [];
        foreach (var table in db.Model.GetEntityTypes().Select(t => t.GetTableName()!).Distinct())
        {
            if (await NumberAsync($"SELECT COUNT(*) FROM \"{table}\"") >= Large)
                large.Add(table);
        }
    }

    public Task DropAsync(IIndex index) =>
        RunAsync($"DROP INDEX \"{index.GetDatabaseName()}\"{(IsSqlServer ? $" ON {index.DeclaringEntityType.GetTableName()}" : "")}");

    public IReadOnlyCollection<string> LargeTables => large;

    public async Task RunAsync(string sql)
    {
        await using var command = await CommandAsync(sql);
        await command.ExecuteNonQueryAsync();
    }

    public async Task<long> NumberAsync(string sql)
    {
        await using var command = await CommandAsync(sql);
        return Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }

    /// <summary>What is wrong with the plans of statements; none where an index leads to every row.</summary>
    public async Task<IReadOnlyList<string>> FaultsAsync(IEnumerable<SentStatement> statements)
    {
        var faults = new List<string>();
        foreach (var statement in statements)
        {
            var found =
                IsSqlite ? await SqliteFaultsAsync(statement)
                : IsSqlServer ? await SqlServerFaultsAsync(statement)
                : await PostgreSqlFaultsAsync(statement);
            faults.AddRange(found.Select(fault => $"{fault}\n{statement.Sql}"));
        }
        return faults;
    }

    /// <summary>The indexes by which statements are answered.</summary>
    public async Task<IReadOnlySet<string>> IndexesAsync(IEnumerable<SentStatement> statements)
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (var statement in statements)
        {
            if (IsSqlServer)
            {
                foreach (var plan in await SqlServerPlansAsync(statement))
                    used.UnionWith(plan.Descendants(Showplan + "Object").Select(o => Bare(o.Attribute("Index"))));
                continue;
            }
            await using var command = await CommandAsync($"EXPLAIN {(IsSqlite ? "QUERY PLAN " : "")}{statement.Sql}", statement.Parameters);
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
                used.UnionWith(UsedIndex().Matches(reader.GetString(IsSqlite ? 3 : 0)).Select(m => m.Groups["index"].Value));
        }
        return used;
    }

    private async Task<List<string>> SqliteFaultsAsync(SentStatement statement)
    {
        var tableOf = Alias().Matches(statement.Sql).ToLookup(m => m.Groups["alias"].Value, m => m.Groups["table"].Value);
        var steps = new List<string>();
        await using (var command = await CommandAsync("EXPLAIN QUERY PLAN " + statement.Sql, statement.Parameters))
        await using (var reader = await command.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
                steps.Add(reader.GetString(3));
        }
        var sorts = steps.Exists(s => s.StartsWith("USE TEMP B-TREE FOR ORDER BY", StringComparison.Ordinal));
        var stops = statement.Sql.Contains("LIMIT", StringComparison.Ordinal) && !sorts; // the first rows in the order of the index are the page
        var faults = new List<string>();
        foreach (var step in steps)
        {
            if (step.StartsWith("USE TEMP B-TREE FOR ORDER BY", StringComparison.Ordinal))
                faults.Add($"sorts: {string.Join("; ", steps)}");
            if (Scan().Match(step) is not { Success: true } scan || !tableOf[scan.Groups["alias"].Value].Any(large.Contains))
                continue;
            if (!scan.Groups["index"].Success || !stops)
                faults.Add($"reads a table whole: {string.Join("; ", steps)}");
        }
        return faults;
    }

    private async Task<List<string>> PostgreSqlFaultsAsync(SentStatement statement)
    {
        await using var command = await CommandAsync("EXPLAIN (FORMAT JSON) " + statement.Sql, statement.Parameters);
        using var plan = JsonDocument.Parse((string)(await command.ExecuteScalarAsync())!);
        var faults = new List<string>();
        Walk(plan.RootElement[0].GetProperty("Plan"), stops: false, faults);
        return faults;
    }

    /// <param name="stops">Whether whoever asks takes a page in the order of the index and then stops.</param>
    private void Walk(JsonElement node, bool stops, List<string> faults)
    {
        var kind = node.GetProperty("Node Type").GetString()!;
        var relation = node.TryGetProperty("Relation Name", out var named) ? named.GetString()! : "";
        var inner = node.TryGetProperty("Plans", out var plans) ? plans.EnumerateArray().ToList() : [];
        if (kind == "Seq Scan" && large.Contains(relation))
            faults.Add($"reads {relation} whole: {node}");
        var isWhole = kind is "Index Scan" or "Index Only Scan" && !node.TryGetProperty("Index Cond", out _) && !stops;
        if (isWhole && large.Contains(relation) && !IsPartial(node.GetProperty("Index Name").GetString()!))
            faults.Add($"reads the whole index of {relation}: {node}");
        if (kind is "Sort" or "Incremental Sort" && inner[0].GetProperty("Plan Rows").GetDouble() > MostSorted)
            faults.Add($"sorts: {node}");
        foreach (var part in inner)
            Walk(part, kind == "Limit" || (stops && kind is "Nested Loop" or "Subquery Scan" or "Result"), faults);
    }

    private async Task<List<string>> SqlServerFaultsAsync(SentStatement statement)
    {
        var faults = new List<string>();
        foreach (var plan in await SqlServerPlansAsync(statement))
            Walk(plan, stops: false, faults);
        return faults;
    }

    /// <summary>The plans by which the server answers; it runs the statement for them, because a parameter has no value in a plan that is only estimated.</summary>
    private async Task<List<XElement>> SqlServerPlansAsync(SentStatement statement)
    {
        await RunAsync("SET STATISTICS XML ON");
        try
        {
            var plans = new List<XElement>();
            await using var command = await CommandAsync(statement.Sql, statement.Parameters);
            await using var reader = await command.ExecuteReaderAsync();
            do
            {
                var isPlan = reader.FieldCount == 1 && reader.GetName(0).Contains("XML Showplan", StringComparison.Ordinal);
                while (await reader.ReadAsync())
                {
                    if (isPlan)
                        plans.Add(XElement.Parse(reader.GetString(0)));
                }
            } while (await reader.NextResultAsync());
            return plans;
        }
        finally
        {
            await RunAsync("SET STATISTICS XML OFF");
        }
    }

    private void Walk(XElement node, bool stops, List<string> faults)
    {
        var kind = node.Name == Showplan + "RelOp" ? (string?)node.Attribute("PhysicalOp") ?? "" : "";
        if (kind.EndsWith(" Scan", StringComparison.Ordinal) && !stops)
        {
            faults.AddRange(
                node.Elements()
                    .Elements(Showplan + "Object")
                    .Where(o => large.Contains(Bare(o.Attribute("Table"))) && !IsPartial(Bare(o.Attribute("Index"))))
                    .Select(o => $"reads {o.Attribute("Table")?.Value} whole: {node}")
            );
        }
        if (kind == "Sort" && node.Descendants(Showplan + "RelOp").Any(r => (double?)r.Attribute("EstimateRows") > MostSorted))
            faults.Add($"sorts: {node}");
        foreach (var part in node.Elements())
            Walk(part, kind == "Top" || (stops && (kind is "" or "Nested Loops" or "Compute Scalar" or "Filter")), faults);
    }

    private static string Bare(XAttribute? name) => name?.Value.Trim('[', ']') ?? "";

    /// <summary>An index of a few rows only may be read whole: that is what it is for.</summary>
    private bool IsPartial(string index) =>
        db.Model.GetEntityTypes().SelectMany(t => t.GetIndexes()).Any(i => i.GetFilter() is not null && i.GetDatabaseName() == index);

    private async Task<DbCommand> CommandAsync(string sql, IReadOnlyList<(string Name, object? Value)>? parameters = null)
    {
        await db.Database.OpenConnectionAsync();
        var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters ?? [])
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value ?? DBNull.Value);
            command.Parameters.Add(parameter);
        }
        return command;
    }

    private static readonly XNamespace Showplan = "http://schemas.microsoft.com/sqlserver/2004/07/showplan";

    [GeneratedRegex("\"(?<table>[a-z_]+)\" AS \"?(?<alias>\\w+)\"?|(?<table>[a-z_]+) AS (?<alias>\\w+)")]
    private static partial Regex Alias();

    [GeneratedRegex("INDEX (?<index>\\w+)|(using|on) \"?(?<index>ix_\\w+~?)\"?", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex UsedIndex();

    [GeneratedRegex("^SCAN (?<alias>\\w+)(?<index> USING (COVERING )?INDEX .*)?$")]
    private static partial Regex Scan();
}
