using System.Text.RegularExpressions;
using EnforcementCases.Persistence;
using EnforcementCases.Persistence.Databases;
using EnforcementCases.Platform.Operations;
using Microsoft.EntityFrameworkCore;
using Microsoft.SqlServer.TransactSql.ScriptDom;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Databases;

/// <summary>What is sent to SQL Server, as far as it can be checked without one: by Microsoft's own parser and by the model.</summary>
public sealed partial class SqlServerScriptTests
{
    private static readonly string Script = File.ReadAllText(
        Path.Combine(Snapshot.Root, "src/EnforcementCases.Migrations.SqlServer/create.sql")
    );

    public static TheoryData<int> Versions => [2019, 2022];

    [Theory, MemberData(nameof(Versions))]
    public void The_create_script_is_understood(int version)
    {
        using var text = new StringReader(Script);

        var parsed = (TSqlScript)ParserOf(version).Parse(text, out var errors);

        errors.Select(e => $"line {e.Line}: {e.Message}").ShouldBeEmpty();
        parsed
            .Batches[0]
            .Statements.OfType<PredicateSetStatement>()
            .Select(s => (s.Options, s.IsOn))
            .ShouldBe([(SetOptions.QuotedIdentifier, true), (SetOptions.XactAbort, true)]); // a batch of their own, before anything else
        parsed.Batches.SelectMany(b => b.Statements).OfType<CreateTableStatement>().Count().ShouldBeGreaterThan(50);
    }

    [Theory, MemberData(nameof(Versions))]
    public void The_parser_sees_what_is_wrong(int version)
    {
        using var text = new StringReader("CREATE TABLE [t] ([id] int NOT NULL,, [x] int)");

        ParserOf(version).Parse(text, out var errors);

        errors.ShouldNotBeEmpty();
    }

    /// <summary>Statements that are written by hand for SQL Server.</summary>
    [Theory, MemberData(nameof(Versions))]
    public void Statements_of_our_own_are_understood(int version)
    {
        var dialect = Dialect.Of(DatabaseProvider.SqlServer);
        string[] statements =
        [
            dialect.BoundLockWait(TimeSpan.FromSeconds(2))!,
            dialect.UpdateReturning("number_counters", "last = last + 1", "organ_id = @p0 AND word = @p1 AND year = @p2", "last"),
            .. new SqlServerSettings("a]b", "Chinese_PRC_CI_AS", 100, ReadsVersions: false).Faults().Select(f => f.Split('→')[1]),
        ];
        foreach (var statement in statements)
        {
            using var text = new StringReader(statement);
            ParserOf(version).Parse(text, out var errors);
            errors.Select(e => $"{statement}: {e.Message}").ShouldBeEmpty();
        }
    }

    [Fact]
    public void Every_text_column_has_the_one_binary_collation()
    {
        Script.ShouldNotContain("UseCollation");
        TextColumn()
            .Matches(Script)
            .Select(m => m.Value)
            .Where(c => !c.Contains("__EFMigrationsHistory", StringComparison.Ordinal))
            .ShouldNotBeEmpty();
        TextColumn()
            .Matches(Script)
            .Where(m => !m.Value.Contains($"COLLATE {ModelRules.BinaryOnSqlServer} ", StringComparison.Ordinal))
            .Select(m => m.Value.Trim())
            .ShouldBe(["[MigrationId] nvarchar(150) NOT NULL,", "[ProductVersion] nvarchar(32) NOT NULL,"]); // EF's own table
    }

    [Theory]
    [InlineData("cases", "seq")]
    [InlineData("parties", "seq")]
    [InlineData("record_entries", "seq")]
    [InlineData("case_deadlines", "seq")]
    [InlineData("case_officers", "seq")]
    [InlineData("outbox", "seq")]
    [InlineData("assessments", "seq")]
    [InlineData("case_acts", "recorded_at")]
    [InlineData("case_documents", "issued_at")]
    [InlineData("document_numbers", "issued_at")]
    [InlineData("document_prints", "printed_at")]
    [InlineData("idempotent_requests", "created_at")]
    [InlineData("sessions", "created_at")]
    public void Rows_of_a_large_table_lie_in_the_order_in_which_they_came(string table, string column)
    {
        Script.ShouldContain($"CONSTRAINT [PK_{table}] PRIMARY KEY NONCLUSTERED ");
        Script.ShouldContain($"CREATE CLUSTERED INDEX [IX_{table}_{column}] ON [{table}] ([{column}]);");
    }

    [Fact]
    public void A_stretch_of_a_long_list_of_texts_is_never_sent_as_JSON()
    {
        using var db = SqlServerModel();
        string[] Texts(int count) => [.. Enumerable.Range(0, count).Select(i => $"T{i}")];
        string Sql(string[] some) => db.Payments.Where(p => p.ReceiptNumber != null && some.Contains(p.ReceiptNumber)).ToQueryString();

        Sql(Texts(Stretches.Longest)).ShouldNotContain("OPENJSON");
        Sql(Texts(5_000)).ShouldContain("OPENJSON"); // what the stretches are for
    }

    [Fact]
    public void A_database_with_other_settings_is_refused_with_the_statement_that_corrects_it()
    {
        Schema.EnsureSet(null);
        Schema.EnsureSet(new("enforcement", "Chinese_PRC_CI_AS", 150, ReadsVersions: true));

        var refused = Should.Throw<RefusedOperationException>(() =>
            Schema.EnsureSet(new("enforcement", "Chinese_PRC_CI_AS", 140, ReadsVersions: false))
        );

        refused.ExitCode.ShouldBe(ExitCodes.DatabaseUnfit);
        refused.Message.ShouldContain("ALTER DATABASE [enforcement] SET READ_COMMITTED_SNAPSHOT ON");
        refused.Message.ShouldContain("ALTER DATABASE [enforcement] SET COMPATIBILITY_LEVEL = 150");
    }

    private static TSqlParser ParserOf(int version) =>
        version == 2019 ? new TSql150Parser(initialQuotedIdentifiers: false) : new TSql160Parser(initialQuotedIdentifiers: false);

    private static AppDbContext SqlServerModel()
    {
        var options = new DbContextOptionsBuilder<AppDbContext>();
        options.UseDatabase(DatabaseProvider.SqlServer, "Server=nowhere.invalid;Encrypt=false");
        return new(options.Options);
    }

    [GeneratedRegex(@"^ +\[\w+\] nvarchar\(\w+\) .*$", RegexOptions.Multiline)]
    private static partial Regex TextColumn();
}
