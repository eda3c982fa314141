using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using EnforcementCases.Api.Tests.Catalogue;
using EnforcementCases.Api.Tests.Fixture;
using EnforcementCases.Domain.Cases.Ordinary;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Breaker;

/// <summary>Every reference broken once: what each act rests on is changed in one place, and either the law refuses it or somebody wrote down why it harms nothing.</summary>
public sealed partial class BreakerTests
{
    private const string Page = "src/EnforcementCases.Domain/BREAKS.md";
    private const string Folder = "tests/EnforcementCases.Api.Tests/Breaker/";
    private static readonly bool Update = Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1";

    [Fact]
    public async Task Every_reference_that_is_broken_is_refused_or_harmless_for_a_written_reason()
    {
        await using var api = await ApiFixture.StartAsync(("Logging:LogLevel:Default", "None"));
        await api.Change(
            CatalogueSteps.With("parameters", CatalogueSteps.Parameter("coercion.matters", OrdinarySteps.Violation)),
            "hg-catalogue"
        );
        var breaker = new Breaker(api);
        var stuck = new List<string>();
        foreach (var history in Histories.All)
        {
            try
            {
                await breaker.PlayAsync(history);
            }
            catch (Exception error) // the others are still worth playing
            {
                stuck.Add($"{history.Name}: {error}");
            }
        }
        if (Update)
            Enter(new(breaker.Answers, breaker.Lawful, Reasons("Harmless.md"), Reasons("Open.md")));
        stuck.ShouldBeEmpty();
        var table = new BreakTable(breaker.Answers, breaker.Lawful, Reasons("Harmless.md"), Reasons("Open.md"));

        Snapshot.ShouldMatch(table.Render(), Page, approved => Difference(approved, table.Render()));
        table
            .Unexplained.Select(a => $"{a.Act}, {a.Member}, {a.Name} ({a.History})")
            .ShouldBeEmpty("passes every gate: give it a rule, or a reason in Harmless.md");
        table.Count(Verdict.Open).ShouldBeLessThanOrEqualTo(AtMost(), "more open ones than the head of Open.md allows");
        table
            .Unused.Select(r => $"{r.Act}, {r.Member}, {r.Break}")
            .ShouldBeEmpty("nothing passes any more that needs this reason: delete its row");
        Unplayed(breaker).ShouldBe(NotPlayed.Order(), ignoreOrder: true);
    }

    [Fact]
    public void Every_act_has_something_to_break() =>
        Bodies.Where(b => !Breaks.Knows(b) && !ByMomentAlone.Contains(b.Name)).Select(b => b.Name).ShouldBeEmpty();

    /// <summary>Acts that say nothing but when they were done; who does them and when is broken all the same.</summary>
    private static readonly HashSet<string> ByMomentAlone = ["TakeReview"];

    /// <summary>Acts that no history plays yet; none may be added.</summary>
    private static readonly string[] NotPlayed =
    [
        "DecideObjection",
        "EnterAppeal",
        "ExcludeEvidence",
        "GivePlannedReviewOpinion",
        "ObjectToReview",
        "RecordPerformance",
        "ReopenInvestigation",
        "ResumeCase",
        "SubmitPlannedAct",
        "SuspendCase",
        "TakePlannedReview",
        "WaiveDefence",
    ];

    private static IEnumerable<Type> Bodies => OrdinaryProcedure.Rows.Select(r => r.Body).OfType<Type>().Distinct();

    private static IEnumerable<string> Unplayed(Breaker breaker) =>
        Bodies
            .Where(b => !breaker.Bodies.Contains(b) && b.Name is not ("RegisterClue" or "IdentifyParty" or "JoinTrack"))
            .Select(b => b.Name)
            .Order();

    private static List<Reason> Reasons(string page) => File.Exists(PathOf(page)) ? BreakTable.Read(File.ReadAllText(PathOf(page))) : [];

    private static int AtMost() =>
        int.Parse(Head().Match(File.ReadAllText(PathOf("Open.md"))).Groups["count"].Value, CultureInfo.InvariantCulture);

    /// <summary>Writes what passes and has no reason down as open, and takes away what is not open any more. The number in the head only falls.</summary>
    private static void Enter(BreakTable table)
    {
        var open = Reasons("Open.md");
        var left = open.Where(r => !table.Unused.Any(u => u == r)).ToList();
        var come = table.Unexplained.Select(a => new Reason(a.Act, a.Member, a.Name, "?")).Distinct().ToList();
        var count = table.Count(Verdict.Open) + table.Count(Verdict.Unexplained);
        var text = new StringBuilder().Append(
            CultureInfo.InvariantCulture,
            $"""
            # Breaks that pass and should not

            At most {(
                File.Exists(PathOf("Open.md")) ? Math.Min(AtMost(), count) : count
            )} are open; the number only falls, and a build with more fails. `*` is any text.

            | act | reference | break | missing |
            |---|---|---|---|

            """
        );
        foreach (var row in left.Concat(come))
            text.Append(CultureInfo.InvariantCulture, $"| {row.Act} | {row.Member} | {row.Break} | {row.Because} |\n");
        File.WriteAllText(PathOf("Open.md"), text.ToString());
    }

    private static string PathOf(string page) => Path.Combine(Snapshot.Root, Folder, page);

    private static string Difference(string approved, string now)
    {
        var (before, after) = (approved.Split('\n'), now.Split('\n'));
        return string.Join(
            '\n',
            before.Except(after).Take(20).Select(l => $"- {l}").Concat(after.Except(before).Take(20).Select(l => $"+ {l}"))
        );
    }

    [GeneratedRegex("At most (?<count>[0-9]+) are open", RegexOptions.ExplicitCapture)]
    private static partial Regex Head();
}
