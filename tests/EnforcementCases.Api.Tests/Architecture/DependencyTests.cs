using System.Reflection;
using System.Text.RegularExpressions;
using EnforcementCases.Domain;
using EnforcementCases.Platform.Projections;
using EnforcementCases.Platform.Web;
using EnforcementCases.Site;
using MediatR;
using Microsoft.AspNetCore.Http;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Architecture;

/// <summary>What the compiler would keep if every capability were a project of its own.</summary>
public sealed partial class DependencyTests
{
    private static readonly Assembly Api = typeof(Program).Assembly;

    private static IEnumerable<Type> Handlers =>
        Api.GetTypes()
            .Where(t => t.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IRequestHandler<,>)));

    /// <summary>Pages show what queries answer: they reach no table, and what answers knows no page.</summary>
    [Fact]
    public void No_page_reaches_the_database_and_no_handler_knows_a_page()
    {
        CompiledUse.Of(typeof(PublicPages).Assembly).Where(use => use.To.Name == nameof(Persistence.AppDbContext)).ShouldBeEmpty();
        string[] pages = [nameof(HtmlPage), nameof(VerifyPage), nameof(PayPage)];
        CompiledUse
            .Of(Api)
            .Where(use => pages.Contains(use.To.Name) && !use.From.Namespace.EndsWith(".Pages", StringComparison.Ordinal))
            .ShouldBeEmpty();
    }

    [Fact]
    public void The_domain_references_nothing_but_the_base_class_library() =>
        typeof(DomainError)
            .Assembly.GetReferencedAssemblies()
            .Select(a => a.Name!)
            .ShouldAllBe(name => name.StartsWith("System", StringComparison.Ordinal) || name == "netstandard");

    [Fact]
    public void No_handler_knows_http()
    {
        Handlers.Count().ShouldBeGreaterThan(20);
        var faults =
            from handler in Handlers
            from used in TypesIn(handler)
            where
                used.Namespace?.StartsWith("Microsoft.AspNetCore.Http", StringComparison.Ordinal) == true
                || used == typeof(IHttpContextAccessor)
            select $"{handler.Name} uses {used.Name}";
        faults.ShouldBeEmpty();
    }

    [Fact]
    public void No_use_case_depends_on_the_handler_of_another_or_sends_requests_itself()
    {
        var faults =
            from handler in Handlers
            from used in TypesIn(handler)
            where used != handler && (Handlers.Contains(used) || used == typeof(IMediator))
            select $"{handler.Name} uses {used.Name}";
        faults.ShouldBeEmpty();
    }

    [Fact]
    public void Only_the_dialects_know_the_databases_by_name()
    {
        var faults =
            from file in Sources("src")
            where
                !file.Path.Contains("/Databases/", StringComparison.Ordinal)
                && !file.Path.Contains("EnforcementCases.Migrations.", StringComparison.Ordinal)
                && !file.Path.EndsWith("/ModelRules.cs", StringComparison.Ordinal) // collations: part of the model
                && !file.Path.EndsWith("/Logging/PrivateFormatter.cs", StringComparison.Ordinal) // whose messages quote values
                && !file.Path.EndsWith("/Jobs/JobStore.cs", StringComparison.Ordinal) // the job engine keeps its own store
                && !file.Path.Contains("EnforcementCases.Platform/Operations/", StringComparison.Ordinal) // each database is copied by its own means
            where ProviderNames().IsMatch(file.Code)
            select file.Path;
        faults.ShouldBeEmpty();
    }

    [Fact]
    public void Time_and_chance_come_from_outside()
    {
        var faults = from file in Sources("src") where StaticClocks().IsMatch(file.Code) select file.Path;
        faults.ShouldBeEmpty();
    }

    [Fact]
    public void Nothing_a_client_sent_is_mapped()
    {
        var faults = from file in Sources("src") where Mapping().IsMatch(file.Code) select file.Path;
        faults.ShouldBeEmpty();
        ReadProjections.Build(Capabilities.Assemblies).AssertConfigurationIsValid();
    }

    [Fact]
    public void Sensitive_data_logging_is_never_switched_on() =>
        Sources("src").Where(f => f.Code.Contains("EnableSensitiveDataLogging", StringComparison.Ordinal)).ShouldBeEmpty();

    /// <summary>Constructor, fields, methods and their parameters.</summary>
    private static IEnumerable<Type> TypesIn(Type handler)
    {
        const BindingFlags All =
            BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        return handler
            .GetConstructors(All)
            .SelectMany(c => c.GetParameters())
            .Select(p => p.ParameterType)
            .Concat(handler.GetFields(All).Select(f => f.FieldType))
            .Concat(handler.GetMethods(All).SelectMany(m => m.GetParameters().Select(p => p.ParameterType).Append(m.ReturnType)));
    }

    /// <summary>The source without comments.</summary>
    private static IEnumerable<(string Path, string Code)> Sources(string folder) =>
        Directory
            .EnumerateFiles(Path.Combine(Snapshot.Root, folder), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/bin/", StringComparison.Ordinal))
            .Select(f => (Path.GetRelativePath(Snapshot.Root, f), Comments().Replace(File.ReadAllText(f), "")));

    [GeneratedRegex(@"(?<!:)//.*")]
    private static partial Regex Comments();

    [GeneratedRegex(
        @"\b(Npgsql|SqlConnection|SqliteConnection|PostgresException|SqlException|SqliteException|UseSqlite|UseNpgsql|UseSqlServer|IsSqlite|IsNpgsql|IsSqlServer)\b"
    )]
    private static partial Regex ProviderNames();

    [GeneratedRegex(
        @"\b(DateTime|DateTimeOffset)\.(Now|UtcNow|Today)\b|\bStopwatch\b|\bEnvironment\.TickCount|\bnew Random\(|\bRandom\.Shared\b|Guid\.CreateVersion7\(\)"
    )]
    private static partial Regex StaticClocks();

    [GeneratedRegex(@"(?<!RouteHandlerServices)\.(Map|CreateMapper)\s*[<(](?!\s*"")|\bIMapper\b")]
    private static partial Regex Mapping();
}
