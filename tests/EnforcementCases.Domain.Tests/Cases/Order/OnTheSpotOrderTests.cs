using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Cases.OnTheSpot;
using EnforcementCases.Domain.Personnel;
using EnforcementCases.Domain.Recording;
using Xunit;
using static EnforcementCases.Domain.Tests.Cases.AnOnTheSpotCase;
using static EnforcementCases.Domain.Tests.Cases.Ordinary.AnOrdinaryCase;
using static EnforcementCases.Domain.Tests.Law.Calendars;

namespace EnforcementCases.Domain.Tests.Cases;

/// <summary>The hours of a decision on the spot: committed at 8, certificates shown at 8, notified and decided at 9.</summary>
public sealed class OnTheSpotOrderTests
{
    private static readonly DateTimeOffset Committed = Facts.CommittedAt;

    [Theory, Rule("REF-ORDER")]
    [InlineData(0, false)]
    [InlineData(-59, true)] // the minute before
    [InlineData(-60, true)]
    [InlineData(59, false)]
    public void Certificates_are_shown_after_the_offence(int seconds, bool refused) =>
        Judge(Facts with { CertificatesShownAt = Committed.AddSeconds(seconds) }).ShouldRefuse(refused, OrderOfActs.BeforeItsGround);

    [Fact, Rule("REF-ORDER")]
    public void The_party_is_notified_after_the_offence_and_of_what_was_discovered()
    {
        Judge(
                Facts with
                {
                    Notice = Facts.Notice with { NotifiedAt = Committed.AddMinutes(-1) },
                    CertificatesShownAt = Committed.AddMinutes(-2),
                }
            )
            .ShouldRefuse(OrderOfActs.BeforeItsGround, "2024-09-18 08:00");
        Judge(Facts with { DiscoveredOn = Date("2024-09-17") }).ShouldRefuse(OrderOfActs.BeforeItsGround, "2024-09-17");
        Judge(Facts with { DiscoveredOn = Date("2024-09-18") }).ShouldRefuse(null);
        Judge(Facts with { DiscoveredOn = Date("2024-09-19") }).ShouldRefuse(OrderOfActs.BeforeItsGround, "2024-09-19");
    }

    [Fact, Rule("REF-ORDER")]
    public void The_end_of_an_offence_that_goes_on_says_nothing_of_when_it_was_found() =>
        Judge(Facts with { Continuing = true, CommittedAt = Decided, DiscoveredOn = Date("2024-09-17") }).ShouldRefuse(null);

    [Theory, Rule("REF-ORDER")]
    [InlineData(-120, null)] // it began, certificates were shown, it ended, the decision followed
    [InlineData(-60, null)]
    [InlineData(30, "2024-09-18 08:30")] // it began after the certificates were shown
    [InlineData(61, "2024-09-18 09:01")] // and after its own end
    public void An_offence_that_lasted_is_found_after_it_began_and_decided_after_it_ended(int begunAfter, string? saying)
    {
        var lasting = Facts with
        {
            BegunAt = Committed.AddMinutes(begunAfter),
            CommittedAt = Committed.AddMinutes(45),
            CertificatesShownAt = Committed,
            Evidence = [new(EvidenceKind.AudioVisualMaterial, Committed.AddMinutes(-10), new string('e', 64), "占道照片")],
        };

        Judge(lasting).ShouldRefuse(saying is null ? null : OrderOfActs.BeforeItsGround, saying ?? "");
        Judge(lasting with { BegunAt = null }).ShouldRefuse(OrderOfActs.BeforeItsGround, "2024-09-18 08:45");
        Judge(lasting with { CommittedAt = Decided.AddMinutes(1) }).ShouldRefuse(LawfulOnTheSpotDecision.DecidedBeforeAct);
    }

    [Theory, Rule("REF-ORDER"), Rule("APL-40")]
    [InlineData(EvidenceKind.ElectronicData, "2024-09-18", 8, null, false)]
    [InlineData(EvidenceKind.ElectronicData, "2024-09-18", 9, null, false)]
    [InlineData(EvidenceKind.ElectronicData, "2024-09-18", 7, null, true)] // before the offence
    [InlineData(EvidenceKind.ElectronicData, "2024-09-18", 10, null, true)] // after the decision
    [InlineData(EvidenceKind.AudioVisualMaterial, "2024-09-16", 12, "2024-09-18", false)] // a camera records before anybody looks
    [InlineData(EvidenceKind.WitnessTestimony, "2024-09-16", 12, "2024-09-18", true)]
    [InlineData(EvidenceKind.WitnessTestimony, "2024-09-18", 9, "2024-09-18", false)]
    public void Evidence_is_taken_between_the_offence_or_its_discovery_and_the_decision(
        EvidenceKind kind,
        string date,
        int hour,
        string? discoveredOn,
        bool refused
    )
    {
        var facts = Facts with { Evidence = [new(kind, At(date, hour), new string('e', 64), "占道照片")] };
        if (discoveredOn is not null)
            facts = facts with { CommittedAt = At("2024-09-16", 8), DiscoveredOn = Date(discoveredOn) };

        Judge(facts).ShouldRefuse(refused, OrderOfActs.BeforeItsGround);
    }

    [Fact, Rule("REF-ORDER")]
    public void Refusals_that_the_law_has_already_keep_their_codes()
    {
        Judge(Facts with { CommittedAt = Decided.AddMinutes(1) }).ShouldRefuse(LawfulOnTheSpotDecision.DecidedBeforeAct);
        Judge(Facts with { CertificatesShownAt = Decided.AddMinutes(1) }).ShouldRefuse(OfficersPresent.CertificatesNotShown);
        Judge(Facts with { Notice = Facts.Notice with { NotifiedAt = Decided.AddMinutes(1) } }).ShouldRefuse(OnTheSpotNotice.NotNotified);
        Judge(Facts with { HandedOverAt = Decided.AddMinutes(-1) }).ShouldRefuse(OnTheSpotDecision.NotHandedOver);
    }

    private static Action Judge(OnTheSpotFacts facts) => () => LawfulOnTheSpotDecision.Judge(facts, Assess(facts), Shipped);
}
