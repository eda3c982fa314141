using System.Reflection;
using System.Text.RegularExpressions;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.LegalReview;
using EnforcementCases.Domain.Penalties;
using Shouldly;
using Xunit;

namespace EnforcementCases.Domain.Tests;

/// <summary>An enum value that is shown to people has one Chinese name, which is written on it.</summary>
public sealed partial class ChineseNamesTests
{
    /// <summary>Switches in the source that map enum values to Chinese texts which are not names: the method and why.</summary>
    private static readonly Dictionary<string, string> NotNames = new(StringComparer.Ordinal)
    {
        ["WorkingCalendar.cs: date.DayOfWeek"] = "days of the week are .NET's",
        ["ReconsiderationOrgan.cs: organ"] = "the paragraph of the law that names the organ",
        ["PartsOfFile.cs: part"] = "what the papers of a part prove, sentences of the contents page",
        ["CaseOutcome.cs: outcome"] = "the article that an outcome rests on",
        ["DecidingPapers.cs: penalty.Kind"] = "how a penalty is performed, sentences of the decision",
        ["HearingPapers.cs: held.Attendance"] = "what follows from an absence, sentences of the hearing record",
        ["PayPage.cs: state"] = "what the page says to a payer, sentences of the page",
        ["ProblemPage.cs: kind"] = "what to do about a refusal, sentences of the page",
        ["VerifyPage.cs: state"] = "what the page says of a paper, sentences of the page",
        ["CatalogueSheets.cs: column.Form"] = "hints to who fills in the workbook",
        ["DescribeOperations.cs: right.Grant"] = "parts of a sentence of the contract",
        ["DescribeOperations.cs: right.Reach"] = "parts of a sentence of the contract",
        ["DescribeOperations.cs: right.Relation"] = "parts of a sentence of the contract",
    };

    private static IEnumerable<Type> Named =>
        typeof(DomainError)
            .Assembly.GetTypes()
            .Where(t => t.IsEnum && t.GetFields().Any(f => f.GetCustomAttribute<TermAttribute>() is not null));

    public static TheoryData<string> NamedEnums() => [.. Named.Select(t => t.FullName!)];

    [Theory, MemberData(nameof(NamedEnums))]
    public void Every_value_of_a_named_enum_has_a_Chinese_name_of_its_own(string type)
    {
        var values = typeof(DomainError).Assembly.GetType(type)!.GetFields(BindingFlags.Public | BindingFlags.Static);

        var terms = values.Select(v => v.GetCustomAttribute<TermAttribute>()?.Text ?? "").ToList();

        terms.ShouldAllBe(term => Chinese().IsMatch(term));
        terms.ShouldBeUnique();
    }

    /// <summary>As many as there are: an enum that loses all its names would otherwise go unseen.</summary>
    [Fact]
    public void No_named_enum_has_been_lost() => Named.Count().ShouldBe(87);

    [Fact]
    public void A_value_is_read_by_its_name() =>
        Enum.GetValues<PenaltyKind>()
            .Select(kind => Terms.ByTerm<PenaltyKind>().GetValueOrDefault(kind.Term()))
            .ShouldBe(Enum.GetValues<PenaltyKind>());

    [Fact]
    public void A_value_without_a_name_says_so() =>
        new Action(() => ((PenaltyKind)99).Term())
            .ShouldThrow<InvalidOperationException>()
            .Message.ShouldBe("PenaltyKind.99 has no [Term].");

    [Theory]
    [InlineData(PlannedAct.OrderToCorrect, CaseAct.OrderToCorrect)]
    [InlineData(PlannedAct.Sealing, CaseAct.SealProperty)]
    [InlineData(PlannedAct.SealingExtension, CaseAct.ExtendSealing)]
    [InlineData(PlannedAct.SubstitutePerformance, CaseAct.DecideSubstitute)]
    [InlineData(PlannedAct.Execution, CaseAct.DecideExecution)]
    [InlineData(PlannedAct.CourtApplication, CaseAct.ApplyToCourt)]
    public void A_planned_act_is_named_like_the_act(PlannedAct planned, CaseAct act) => planned.Term().ShouldBe(act.Term());

    [Fact]
    public void No_switch_names_enum_values_a_second_time()
    {
        var found = Directory
            .EnumerateFiles(Path.Combine(RuleTable.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal))
            .SelectMany(file =>
                EnumSwitch().Matches(File.ReadAllText(file)).Select(m => $"{Path.GetFileName(file)}: {m.Groups["of"].Value}")
            )
            .Distinct()
            .Order(StringComparer.Ordinal);

        found.ShouldBe(NotNames.Keys.Order(StringComparer.Ordinal));
    }

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Chinese();

    /// <summary>A switch expression of which an arm maps a value of an enum to a text that begins with a Chinese character or a Chinese mark.</summary>
    [GeneratedRegex(
        @"(?<of>[\w.]+)\)?\s+switch\s*\{(?:(?!\bswitch\b)[^{};]|\{[^{}]*\})*?[A-Z]\w*\.\w+\s*=>\s*\$?""[；，]?\p{IsCJKUnifiedIdeographs}",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex EnumSwitch();
}
