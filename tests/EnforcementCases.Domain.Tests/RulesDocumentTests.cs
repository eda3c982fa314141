using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Xunit;
using static EnforcementCases.Domain.Tests.WrittenPage;

namespace EnforcementCases.Domain.Tests;

/// <summary>RULES.md is written from the code and cannot go stale; every row of the rule table is bound by code and proved by a test, or says what it waits for.</summary>
public sealed partial class RulesDocumentTests
{
    private static readonly IReadOnlyDictionary<int, string> Sections = new Dictionary<int, string>
    {
        [0] = "Time and number arithmetic",
        [1] = "Who may act",
        [2] = "Inspection 行政检查",
        [3] = "Filing 立案",
        [4] = "Evidence and investigation",
        [5] = "Coercive measures 行政强制措施",
        [6] = "Whether and how much to punish",
        [7] = "Simple procedure 简易程序",
        [8] = "Ordinary procedure 普通程序",
        [9] = "Service 送达",
        [10] = "Payment, collection, remittance",
        [11] = "Enforcement of decisions",
        [12] = "Remedies against the organ",
        [13] = "Publication 行政执法公示",
        [14] = "File, statistics, supervision",
        [15] = "Case and document numbers",
        [20] = "What an act refers to",
    };

    private static readonly ILookup<string, RuleInCode> Code = RuleTable.InCode.Where(c => c.Rule is not null).ToLookup(c => c.Rule!);

    [Fact]
    public void The_document_is_current() => Render().ShouldBeCurrent("RULES.md");

    [Fact]
    public void Every_error_and_every_mark_names_a_row_of_the_rule_table() =>
        Nothing(
            RuleTable
                .InCode.Where(c => c.Rule is { } rule && RuleTable.Rows.All(r => r.Id != rule))
                .Select(c => $"{c.Member} names {c.Rule}"),
            "names a rule id that is not in tests/EnforcementCases.Domain.Tests/statutory-rules.json: correct the id, or use null where no rule of law is meant"
        );

    [Fact]
    public void Every_test_names_a_row_of_the_rule_table() =>
        Nothing(
            RuleTable
                .Tests.Where(t => RuleTable.Rows.All(r => r.Id != t.Key))
                .Select(t => $"[Rule(\"{t.Key}\")] on {string.Join(", ", t)}"),
            "names a rule id that is not in statutory-rules.json: correct the id in the attribute"
        );

    [Fact]
    public void Every_broken_rule_has_its_article_and_its_row() =>
        Nothing(
            RuleTable
                .InCode.Where(c => c.Error is { Kind: ErrorKind.RuleBroken } e && (e.Basis is null || e.Rule is null))
                .Select(c => $"{c.Member} ({c.Error!.Code})"),
            "is of kind RuleBroken and needs both a rule id and a Basis, PenaltyLaw.At(\"第…条\"); a refusal that is no article of law is of kind Unacceptable"
        );

    [Fact]
    public void Every_basis_names_its_law_and_its_article() =>
        Nothing(
            RuleTable
                .InCode.Where(c => c.Error?.Basis is { } basis && !Citation().IsMatch(basis.ToString()))
                .Select(c => $"{c.Member} ({c.Error!.Basis})"),
            "needs a basis like 《行政处罚法》第五十一条, the section of a circular, or the number of one that is cited as a whole"
        );

    [Fact]
    public void No_two_errors_share_a_code() =>
        Nothing(
            RuleTable
                .InCode.Where(c => c.Error is not null)
                .GroupBy(c => c.Error!.Code, StringComparer.Ordinal)
                .Where(g => g.Count() > 1)
                .Select(g => $"{g.Key}: {string.Join(", ", g.Select(c => c.Member))}"),
            "stands twice: give each error its own code, or share one static field"
        );

    [Fact]
    public void Every_code_is_well_formed_and_every_title_is_Chinese() =>
        Nothing(
            RuleTable
                .InCode.Where(c => c.Error is { } e && (!WellFormed().IsMatch(e.Code) || !Chinese().IsMatch(e.Title)))
                .Select(c => $"{c.Member} ({c.Error!.Code}, {c.Error.Title})"),
            "needs a code like area.what-went-wrong (lower case, digits, hyphens, one dot) and a Chinese title"
        );

    [Fact]
    public void Every_row_is_bound_by_code_or_says_what_it_waits_for() =>
        Nothing(
            RuleTable.Rows.Where(r => !Code.Contains(r.Id) && !RuleWaiting.For.ContainsKey(r.Id)).Select(r => $"{r.Id} ({r.Topic})"),
            "has no code: give it a DomainError with this rule id or a [StatutoryRule] mark in src/EnforcementCases.Domain, or a line in RuleWaiting.cs"
        );

    [Fact]
    public void No_row_waits_once_its_code_has_arrived() =>
        Nothing(
            RuleWaiting.For.Keys.Where(id => Code.Contains(id) || RuleTable.Rows.All(r => r.Id != id)),
            "has code now, or is no row: delete its line from RuleWaiting.cs"
        );

    [Fact]
    public void Every_row_with_code_has_a_test() =>
        Nothing(
            RuleTable.Rows.Where(r => Code.Contains(r.Id) && !RuleTable.Tests.Contains(r.Id)).Select(r => $"{r.Id} ({r.Topic})"),
            "has code and no test: put [Rule(\"…\")] on the test that proves it"
        );

    private static string Render()
    {
        var text = new StringBuilder(
            """
            # Rules of law in this code

            Written by `RulesDocumentTests`, which fails when this page is stale; never edited by hand. One line per row of the statutory rule
            table: the article, the refusals that enforce it, where it stands in the code, and the tests that prove it. Every refusal with its words: [REFUSALS.md](REFUSALS.md).

            """
        );
        foreach (var section in RuleTable.Rows.Where(r => Code.Contains(r.Id)).GroupBy(r => r.Section))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {section.Key}. {Sections[section.Key]}\n\n");
            text.Append("| rule | topic | article | error codes | in the code | tests |\n|---|---|---|---|---|---|\n");
            foreach (var row in section)
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"| {row.Id} | {row.Topic} | {Articles(row)} | {Lines(Code[row.Id].Select(c => c.Error?.Code).OfType<string>().Select(Fixed))} | {Lines(Code[row.Id].Select(c => Fixed(c.Member)))} | {Lines(RuleTable.Tests[row.Id])} |\n"
                );
        }

        text.Append(
            CultureInfo.InvariantCulture,
            $"\n## What an act refers to, broken once\n\nEvery reference of lawful histories is broken over HTTP: {Broken()} Each with its answer: [BREAKS.md](BREAKS.md).\n"
        );
        text.Append(
            "\n## Rows that no code binds yet\n\nThe number is that of the issue they wait for.\n\n| rule | topic | source | waits for |\n|---|---|---|---|\n"
        );
        foreach (var row in RuleTable.Rows.Where(r => !Code.Contains(r.Id)))
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {row.Id} | {row.Topic} | {row.Source} | {RuleWaiting.For.GetValueOrDefault(row.Id, "?")} |\n"
            );

        return text.ToString();
    }

    /// <summary>The numbers of the page of breaks, which the API tests write.</summary>
    private static string Broken() =>
        File.ReadLines(Path.Combine(RuleTable.Root, "src", "EnforcementCases.Domain", "BREAKS.md"))
            .First(line => line.StartsWith("**", StringComparison.Ordinal))
            .Trim('*');

    private static string Articles(RuleRow row)
    {
        var cited = Code[row.Id].Select(c => c.Error?.Basis?.ToString()).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        return cited.Count > 0 ? Lines(cited) : row.Source;
    }

    private static void Nothing(IEnumerable<string> wrong, string whatToDo)
    {
        var lines = wrong.Order(StringComparer.Ordinal).ToList();
        if (lines.Count > 0)
            Assert.Fail($"{string.Join('\n', lines)}\n\nEach of these {whatToDo}.");
    }

    [GeneratedRegex(@"^[a-z0-9]+(-[a-z0-9]+)*\.[a-z0-9]+(-[a-z0-9]+)*\z", RegexOptions.ExplicitCapture)]
    private static partial Regex WellFormed();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Chinese();

    [GeneratedRegex("^《.+》(第.+条|[一二三四五六七八九十]、|（[一二三四五六七八九十]+）|（国办发〔[0-9]{4}〕[0-9]+号）$)")]
    private static partial Regex Citation();
}
