using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace EnforcementCases.Api.Tests.Breaker;

/// <summary>A row of a page of reasons.</summary>
/// <param name="Act">Which acts; * is any text, here and below.</param>
/// <param name="Member">Which references.</param>
/// <param name="Break">How they are broken.</param>
/// <param name="Because">Why it is harmless; or, of an open one, what it belongs to.</param>
internal sealed record Reason(string Act, string Member, string Break, string Because)
{
    public int Used { get; set; }

    public bool Fits(Answered answered) => Fits(Act, answered.Act) && Fits(Member, answered.Member) && Fits(Break, answered.Name);

    private static bool Fits(string pattern, string text) =>
        Regex.IsMatch(
            text,
            $"^{Regex.Escape(pattern).Replace("\\*", ".*", StringComparison.Ordinal)}$",
            RegexOptions.None,
            TimeSpan.FromSeconds(1)
        );
}

/// <summary>What every break is expected to be answered: refused as <c>BREAKS.md</c> prints it; harmless for a reason of <c>Harmless.md</c>; or open, in <c>Open.md</c>.</summary>
internal sealed class BreakTable(IReadOnlyList<Answered> answers, int lawful, IReadOnlyList<Reason> harmless, IReadOnlyList<Reason> open)
{
    private readonly List<(Answered Answer, string Text, Verdict Verdict)> rows =
    [
        .. answers.Select(a =>
            a.Refusal is { } refusal ? (a, refusal, Verdict.Refused)
            : First(open, a) is { } row ? (a, $"open: {row.Because}", Verdict.Open)
            : First(harmless, a) is { } reason ? (a, $"harmless: {reason.Because}", Verdict.Harmless)
            : (a, "unexplained", Verdict.Unexplained)
        ),
    ];

    public IEnumerable<Answered> Unexplained => rows.Where(r => r.Verdict is Verdict.Unexplained).Select(r => r.Answer);

    public int Count(Verdict verdict) => rows.Count(r => r.Verdict == verdict);

    /// <summary>Rows of reasons that no answer needs any more.</summary>
    public IEnumerable<Reason> Unused => harmless.Concat(open).Where(r => r.Used == 0);

    /// <summary>The rows of a page of reasons.</summary>
    public static List<Reason> Read(string page) =>
        [
            .. page.Split('\n')
                .Where(l => l.StartsWith('|'))
                .Skip(2) // head and line
                .Select(l => l.Trim().Trim('|').Split('|').Select(c => c.Trim()).ToArray())
                .Select(c => new Reason(c[0], c[1], c[2], c[3])),
        ];

    /// <summary>The page of all answers.</summary>
    public string Render()
    {
        var text = new StringBuilder(
            $"""
            # Every reference broken once

            Written by `BreakerTests`, which fails when this page is stale; never edited by hand. Lawful histories are played over HTTP, and before each of their requests every
            reference in it is broken: days, ids, persons, sums, places, provisions, names, answers. A break is refused with a code (and the row of the rule table), or passes:
            then it is harmless for a reason of `tests/EnforcementCases.Api.Tests/Breaker/Harmless.md`, or open in `Open.md` beside it. After all breaks the lawful request is accepted.

            **{answers.Count} breaks of {lawful} lawful requests: {Count(Verdict.Refused)} refused, {Count(
                Verdict.Harmless
            )} harmless with a reason, {Count(Verdict.Open)} open.**

            | act | breaks | refused | harmless | open | in |
            |---|---|---|---|---|---|

            """
        );
        foreach (var act in rows.GroupBy(r => r.Answer.Act).OrderBy(g => g.Key, StringComparer.Ordinal))
            text.Append(
                CultureInfo.InvariantCulture,
                $"| [{act.Key}](#{act.Key.ToLowerInvariant()}) | {act.Count()} | {Of(act, Verdict.Refused)} | {Of(act, Verdict.Harmless)} | {Of(act, Verdict.Open)} | {string.Join(", ", act.Select(r => r.Answer.History).Distinct())} |\n"
            );
        foreach (var act in rows.GroupBy(r => r.Answer.Act).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {act.Key}\n\n| reference | breaks | answer |\n|---|---|---|\n");
            foreach (var member in act.GroupBy(r => r.Answer.Member))
                Append(text, member.Key, [.. member]);
        }
        return text.ToString();
    }

    private static void Append(StringBuilder text, string member, List<(Answered Answer, string Text, Verdict Verdict)> met)
    {
        foreach (var same in met.GroupBy(r => r.Text))
        {
            var breaks = same.GroupBy(r => r.Answer.Name)
                .Select(b =>
                    met.Where(r => r.Answer.Name == b.Key).All(r => r.Text == same.Key)
                        ? b.Key
                        : $"{b.Key} [{string.Join(", ", b.Select(r => Where(r.Answer)))}]"
                );
            text.Append(CultureInfo.InvariantCulture, $"| {member} | {string.Join("; ", breaks)} | {same.Key} |\n");
        }
    }

    private static string Where(Answered answer) => answer.Turn == 1 ? answer.History : $"{answer.History} {answer.Turn}";

    private static int Of(IEnumerable<(Answered, string, Verdict Verdict)> some, Verdict verdict) => some.Count(r => r.Verdict == verdict);

    private static Reason? First(IReadOnlyList<Reason> reasons, Answered answered)
    {
        var found = reasons.FirstOrDefault(r => r.Fits(answered));
        if (found is not null)
            found.Used++;
        return found;
    }
}

internal enum Verdict
{
    Refused,
    Harmless,
    Open,
    Unexplained,
}
