using System.Globalization;
using System.Text;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Cases.Ordinary;
using Xunit;

namespace EnforcementCases.Domain.Tests.Cases.Ordinary;

/// <summary>ACTS.md: the table of acts of the ordinary procedure as a page. Who may do what from which stage is law: a change of it is read before it is meant.</summary>
public sealed class ActsDocumentTests
{
    [Fact]
    public void The_table_of_acts_is_as_it_was_read()
    {
        var text = new StringBuilder(
            """
            # Acts of the ordinary procedure

            Written from the table by `ActsDocumentTests`, which fails when this page is stale; never edited by hand. One section an act, in the order of the procedure.

            """
        );
        foreach (var row in OrdinaryProcedure.Make())
            text.Append(
                CultureInfo.InvariantCulture,
                $"\n## {row.Act} {row.Name}\n\n{string.Join("\n", Said(row).Select(s => $"* {s}"))}\n"
            );
        text.ToString().ShouldBeCurrent("ACTS.md");
    }

    private static IEnumerable<string> Said(ActRow row)
    {
        yield return $"from {Names(row.DoneAt)}{(row.TooEarlyAt.Count > 0 ? $"; too early at {Names(row.TooEarlyAt)}" : "")}";
        if (row.To is not null || row.OrTo.Count > 0)
            yield return $"leads {string.Join(", ", row.Moves.Select(m => $"{m.From} → {m.To}").Distinct(StringComparer.Ordinal))}";
        yield return $"by {Names(row.By)}{(row.Relation is ActorRelation.Any ? "" : $", {row.Relation}")}{(row.StepUp ? ", with a fresh second factor" : "")}";
        if (row.Approves)
            yield return $"approves; not by an officer of the case ({row.IfHandled.Code}){string.Concat(Prepared(row))}";
        if (row.Needs.Count > 0)
            yield return $"needs {string.Join(", ", row.Needs.Select(g => g.Name))}";
        if (row.RestsOn.Count > 0)
            yield return $"is not before {Names(row.RestsOn.Select(g => g.Name))}";
        if (row.Parts.Count > 0)
            yield return $"is not before its own {Names(row.Parts.Select(p => p.Member))}";
        if (row.Sets.Count > 0)
            yield return $"is not after {Names(row.Sets.Select(p => p.Member))}, which it sets";
        if (row.Starts.Count > 0)
            yield return $"starts {Names(row.Starts)}";
        if (row.Ends.Count > 0)
            yield return $"ends {Names(row.Ends)}";
        if (row.MayEnd.Count > 0)
            yield return $"may end {Names(row.MayEnd)}";
        yield return $"records {row.Recording.Stage}: {row.Recording.Content}; {row.Recording.Carrier}{(row.Recording.As is { } matrix ? $"; {matrix}" : "")}";
        if (row.Issues.Count > 0)
            yield return $"issues {Names(row.Issues)}";
        if (row.WhileSuspended)
            yield return "also while the investigation is suspended";
        yield return $"{row.Operation}{(row.Body is null ? ", by a door of its own" : "")}";
    }

    private static IEnumerable<string> Prepared(ActRow row)
    {
        var acts = row.Names.Select(named => $"what {named.Member} names").Concat(row.NotBy.Select(act => $"{act}")).ToList();
        if (acts.Count > 0)
            yield return $", nor by who did {Names(acts)} ({row.IfProposed.Code})";
        if (row.Act is CaseAct.EndorsePaper)
            yield return ", nor by who signed the paper at another level";
        if (row.Signs is { } paper)
            yield return $", nor by who signed the {paper} paper at another level";
    }

    private static string Names<T>(IEnumerable<T> values) => string.Join(", ", values);
}
