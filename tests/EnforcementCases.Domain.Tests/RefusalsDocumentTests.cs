using System.Text;
using Xunit;
using static EnforcementCases.Domain.Tests.WrittenPage;

namespace EnforcementCases.Domain.Tests;

/// <summary>REFUSALS.md: every code with which the domain refuses, what the officer reads, and the article. A client goes by the codes: one that changes shows here.</summary>
public sealed class RefusalsDocumentTests
{
    [Fact]
    public void Every_refusal_is_as_it_was_promised()
    {
        var text = new StringBuilder(
            """
            # Refusals

            Written by `RefusalsDocumentTests`, which fails when this page is stale; never edited by hand. A code is a promise: it is never changed and never used for
            another meaning. The rule is a row of [RULES.md](RULES.md).

            | code | kind | title | rule | article | in the code |
            |---|---|---|---|---|---|

            """
        );
        foreach (
            var (rule, member, error) in RuleTable
                .InCode.Where(c => c.Error is not null)
                .OrderBy(c => c.Error!.Code, StringComparer.Ordinal)
        )
            text.Append(
                Row(Fixed(error!.Code), error.Kind.ToString(), error.Title, rule ?? "", error.Basis?.ToString() ?? "", Fixed(member))
            );
        text.ToString().ShouldBeCurrent("REFUSALS.md");
    }
}
