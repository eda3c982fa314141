using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Papers;
using Shouldly;
using Xunit;

namespace EnforcementCases.Domain.Tests.Documents;

/// <summary>Whether a paper is in force, for anybody who holds it.</summary>
public sealed class PaperStandingTests
{
    private static readonly DateTimeOffset Issued = new(2024, 5, 10, 10, 0, 0, TimeSpan.FromHours(8));

    public static TheoryData<DocumentKind> Kinds() => [.. Enum.GetValues<DocumentKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_of_paper_says_how_it_depends_on_the_decision(DocumentKind kind)
    {
        var inForce = PaperStandings.Of(kind, "甲1号", Issued, new("甲1号", DecisionValidity.InForce, Issued));
        inForce.Holds().ShouldBeTrue();
        foreach (var fallen in (DecisionValidity[])[DecisionValidity.Revoked, DecisionValidity.Invalid])
        {
            PaperStandings
                .Of(kind, "甲1号", Issued, new("甲1号", fallen, Issued))
                .Holds()
                .ShouldBe(PaperStandings.TieOf(kind) is PaperTie.Alone, $"{kind} {fallen}");
        }
    }

    [Theory]
    [Rule("CANCEL")]
    [InlineData(DecisionValidity.InForce, PaperStanding.InForce)]
    [InlineData(DecisionValidity.Unlawful, PaperStanding.Unlawful)] // 确认违法: still in force
    [InlineData(DecisionValidity.Revoked, PaperStanding.Revoked)]
    [InlineData(DecisionValidity.Invalid, PaperStanding.Invalid)]
    public void A_decision_is_as_valid_as_it_is_now(DecisionValidity validity, PaperStanding expected) =>
        PaperStandings.Of(DocumentKind.PenaltyDecision, "甲1号", Issued, new("甲1号", validity, Issued)).ShouldBe(expected);

    [Theory, Rule("ACL-27-28")]
    [InlineData(DocumentKind.SeizureDecision, false, PaperStanding.Issued)]
    [InlineData(DocumentKind.SeizureDecision, true, PaperStanding.Lifted)]
    public void A_decision_to_seal_is_lifted_with_its_measure(DocumentKind kind, bool over, PaperStanding expected)
    {
        var standing = PaperStandings.Of(kind, "甲1号", Issued, new("甲1号", DecisionValidity.InForce, Issued), over);
        standing.ShouldBe(expected);
        standing.Holds().ShouldBe(!over);
    }

    [Theory]
    [InlineData(DocumentKind.PenaltyDecision)]
    [InlineData(DocumentKind.PaymentNotice)]
    public void Once_the_case_is_handled_again_the_earlier_decision_and_what_rested_on_it_are_replaced(DocumentKind kind)
    {
        PaperStandings.Of(kind, "甲1号", Issued, new(null, DecisionValidity.InForce, null)).ShouldBe(PaperStanding.Replaced);
        PaperStandings
            .Of(kind, "甲1号", Issued, new("甲2号", DecisionValidity.InForce, Issued.AddDays(30)))
            .ShouldBe(PaperStanding.Replaced);
    }
}
