using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Cases.Correction;
using EnforcementCases.Domain.Cases.Ordinary;
using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.LegalReview;
using EnforcementCases.Domain.Recording;
using EnforcementCases.Domain.Tests.Cases.Ordinary;
using Shouldly;
using Xunit;
using static EnforcementCases.Domain.Tests.Cases.Ordinary.AnOrdinaryCase;
using static EnforcementCases.Domain.Tests.Cases.Ordinary.DecidingTests;
using static EnforcementCases.Domain.Tests.Cases.Ordinary.PlayedCase;
using static EnforcementCases.Domain.Tests.Law.Calendars;

namespace EnforcementCases.Domain.Tests.Cases;

/// <summary>先取证、后裁决: no act is dated before what it rests on, and no deadline is met by a date that this forbids.</summary>
public sealed class OrderOfActsTests
{
    private static readonly DateTimeOffset Noon = At("2024-07-16", 12);

    [Theory, Rule("REF-ORDER")]
    [InlineData(0, false)]
    [InlineData(59, false)] // the same minute
    [InlineData(60, true)]
    [InlineData(86_400, true)]
    [InlineData(-60, false)]
    public void What_an_act_rests_on_is_not_later_by_the_minute(int secondsLater, bool refused)
    {
        var (act, ground) = (new Dated("作出处罚决定", Noon), new Dated("拟定处理决定", Noon.AddSeconds(secondsLater)));

        var obstacle = OrderOfActs.ObstacleUnlessAfter(act, ground);

        (obstacle is not null).ShouldBe(refused);
        obstacle?.Error.ShouldBe(OrderOfActs.BeforeItsGround);
        obstacle?.Detail.ShouldBe($"作出处罚决定（2024-07-16 12:00）早于拟定处理决定（{ground.When}）");
        OrderOfActs.ObstacleUnlessBefore(ground, act)?.Error.ShouldBe(OrderOfActs.AfterWhatItStarts);
        (OrderOfActs.ObstacleUnlessBefore(ground, act) is not null).ShouldBe(refused);
    }

    [Theory, Rule("REF-ORDER")]
    [InlineData("2024-07-15", false)]
    [InlineData("2024-07-16", false)] // the same day: the hour is not known
    [InlineData("2024-07-17", true)]
    public void Where_only_the_day_is_known_the_day_decides(string day, bool refused)
    {
        var known = Dated.On("送达", Date(day));

        (OrderOfActs.ObstacleUnlessAfter(new("催告", Noon), known) is not null).ShouldBe(refused);
        new Dated("催告", At("2024-07-16", 0)).IsBefore(Dated.On("送达", Date("2024-07-16"))).ShouldBeFalse();
        Dated.On("送达", Date("2024-07-16")).IsBefore(new("催告", At("2024-07-16", 23))).ShouldBeFalse();
        Dated.On("送达", Date("2024-07-16")).IsBefore(new("催告", At("2024-07-17", 0))).ShouldBeTrue();
        known.When.ShouldBe(day);
    }

    [Theory, Rule("REF-ORDER"), Rule("APL-41")]
    [InlineData(EvidenceKind.AudioVisualMaterial, "2024-07-08", false)] // the camera of a shop recorded before the street knew
    [InlineData(EvidenceKind.ElectronicData, "2024-07-08", false)]
    [InlineData(EvidenceKind.DocumentaryEvidence, "2024-07-08", true)]
    [InlineData(EvidenceKind.DocumentaryEvidence, "2024-07-09", false)]
    public void A_recording_may_be_older_than_the_discovery(EvidenceKind kind, string taken, bool refused) =>
        Filed()
            .Doing(InvestigationTests.Collect("2024-07-11", InvestigationTests.Photo with { Kind = kind, TakenAt = At(taken, 9) }))
            .ShouldRefuse(refused, OrderOfActs.BeforeItsGround);

    [Fact, Rule("REF-ORDER")]
    public void A_refusal_keeps_the_code_that_the_law_has_for_the_two_and_says_where()
    {
        var obstacle = OrderOfActs.ObstacleUnlessAfter(
            new("放弃陈述、申辩", Noon) { Pointer = "/doneAt" },
            new("事先告知书的送达", Noon.AddHours(1)),
            Defence.WaiverNotExplicit
        )!;

        (obstacle.Error, obstacle.Pointer).ShouldBe((Defence.WaiverNotExplicit, "/doneAt"));
        obstacle.NextStep!.Text.ShouldContain("更正时间");
    }

    [Fact, Rule("REF-ORDER"), Rule("APL-60")]
    public void The_ninety_days_are_not_kept_by_a_decision_dated_before_its_endorsements()
    {
        var played = Told();
        Propose(played, Proposal("2024-10-14"), "2024-10-14"); // the ninety days end on the 8th

        played.Doing(Decision(played, "2024-10-08"), Role.Head).ShouldRefuse(OrderOfActs.BeforeItsGround, "2024-10-14");
        played.Deadline(DeadlineKind.Decision).IsOpen.ShouldBeTrue();

        played.Do(Decision(played, "2024-10-15"), Role.Head);
        played.Deadline(DeadlineKind.Decision).MetAt.ShouldBe(At("2024-10-15"));
    }

    [Fact, Rule("REF-ORDER"), Rule("APL-40")]
    public void A_decision_is_not_proposed_on_evidence_of_a_later_day()
    {
        var late = Photo("2024-07-20");
        var played = Told();
        played.Do(InvestigationTests.Collect("2024-07-20", late));
        played.Do(Verify("2024-07-21", late.Id));
        played.Do(Triggers());

        var proposal = Proposal("2024-07-18") with { FactElements = [new("占道经营", [Scene, late.Id])] };
        played.Doing(proposal).ShouldRefuse(OrderOfActs.BeforeItsGround, "取得（2024-07-20");
        played.Doing(proposal with { DoneAt = At("2024-07-20", 15) }).ShouldRefuse(OrderOfActs.BeforeItsGround, "查证（2024-07-21");
        played.Doing(proposal with { DoneAt = At("2024-07-21", 11) }).ShouldRefuse(null);
    }

    [Fact, Rule("REF-ORDER"), Rule("APL-40")]
    public void Evidence_is_taken_after_the_offence_was_discovered_unless_somebody_else_recorded_it()
    {
        var early = Photo("2024-07-08") with { Kind = EvidenceKind.PhysicalEvidence };

        Filed()
            .Doing(InvestigationTests.Collect("2024-07-11", early))
            .ShouldRefuse(OrderOfActs.BeforeItsGround, "发现违法行为（2024-07-09）");
        Filed().Doing(InvestigationTests.Collect("2024-07-11", early) with { ProviderName = "某某商场" }).ShouldRefuse(null);
        Filed().Doing(InvestigationTests.Collect("2024-07-11", Photo("2024-07-09"))).ShouldRefuse(null);
    }

    [Fact, Rule("REF-ORDER"), Rule("APL-58-2")]
    public void An_opinion_is_not_given_before_the_case_was_submitted_and_taken()
    {
        var played = Told();
        played.Do(Triggers() with { Ticked = [ReviewTrigger.Complex] });
        played.Do(Proposal());
        played.Do(new SubmitForReview { DoneAt = At("2024-07-25") });
        played.Reviewer = new(ReviewerId, Date("2017-01-01"));

        Reviewing(new TakeReview { DoneAt = At("2024-07-24") }).ShouldRefuse(OrderOfActs.BeforeItsGround, "2024-07-25");
        Reviewing(new TakeReview { DoneAt = At("2024-07-26") }).ShouldRefuse(null);
        Reviewing(Opinion(played) with { DoneAt = At("2024-07-18") }).ShouldRefuse(OrderOfActs.BeforeItsGround);
        Reviewing(Opinion(played) with { DoneAt = At("2024-07-25") }).ShouldRefuse(OrderOfActs.BeforeItsGround, "2024-07-26");
        Reviewing(Opinion(played) with { DoneAt = At("2024-07-26") }).ShouldRefuse(null);

        Action Reviewing(ActBody body) => played.Doing(body, Role.LegalReviewer, ReviewerId);
    }

    [Fact, Rule("REF-ORDER"), Rule("APL-57-1")]
    public void The_report_is_not_written_before_its_evidence()
    {
        var played = Filed();
        played.Do(SceneOn("2024-07-20"));
        played.Do(Verify("2024-07-21", Scene));

        played.Doing(Conclude("2024-07-15")).ShouldRefuse(OrderOfActs.BeforeItsGround, "取得（2024-07-20 17:00）");
        played.Doing(Conclude("2024-07-21", 10)).ShouldRefuse(OrderOfActs.BeforeItsGround, "查证（2024-07-21 11:00）");
        played.Doing(Conclude("2024-07-21", 11)).ShouldRefuse(null);
    }

    [Fact, Rule("REF-ORDER"), Rule("APL-61-1")]
    public void No_paper_is_served_before_it_was_made()
    {
        var played = Concluded();
        ProposeAndTell(played, Tell());

        Serving(9).ShouldRefuse(ServiceOfDocuments.OutOfOrder, "2024-07-16 09:00");
        Serving(10).ShouldRefuse(null);

        Action Serving(int hour) => () => played.Serve(DocumentKind.PriorNotice, "2024-07-16", hour);
    }

    [Fact, Rule("REF-ORDER")]
    public void A_posted_paper_does_not_arrive_before_it_was_made_whoever_signed_later()
    {
        var played = Concluded();
        ProposeAndTell(played, Tell());
        ServeDocument Posted(string arrived) =>
            new()
            {
                DoneAt = At("2024-07-19"),
                DocumentIds = [played.File.Papers.Last(p => p.Kind == DocumentKind.PriorNotice).DocumentId],
                Return = new()
                {
                    Addressee = "某某商店",
                    Way = ServiceWay.Post,
                    Place = "经营场所",
                    Servers = [],
                    PostalReceipt = "EMS1",
                    Receiver = "赵六",
                    Relation = ReceiverRelation.LegalRepresentative,
                    SentAt = At(arrived, 10),
                    ArrivedAt = At(arrived, 11),
                    SignedAt = At("2024-07-18", 11),
                },
            };

        played.Doing(Posted("2024-07-10")).ShouldRefuse(ServiceOfDocuments.OutOfOrder);
        played.Doing(Posted("2024-07-18")).ShouldRefuse(null);
    }

    [Theory, Rule("REF-ORDER"), Rule("CPL-95")]
    [InlineData("2024-07-15", true)]
    [InlineData("2024-07-16", false)]
    public void No_public_notice_is_older_than_the_paper_that_it_serves(string announced, bool refused)
    {
        var played = Concluded();
        ProposeAndTell(played, Tell());
        var service = new ServeDocument
        {
            DoneAt = At("2024-09-02"),
            DocumentIds = [played.File.Papers.Last(p => p.Kind == DocumentKind.PriorNotice).DocumentId],
            Return = new()
            {
                Addressee = "某某商店",
                Way = ServiceWay.PublicNotice,
                Place = "街道公告栏",
                Servers = [],
                NoticeIssuedOn = Date(announced),
                NoticeReason = "下落不明",
                FailedBefore = [new(ServiceWay.Direct, Date(announced), "无人"), new(ServiceWay.Post, Date(announced), "退回")],
            },
        };

        played.Doing(service).ShouldRefuse(refused ? ServiceOfDocuments.OutOfOrder : null);
    }

    [Fact, Rule("REF-ORDER"), Rule("APL-28")]
    public void A_decision_on_an_order_that_was_not_followed_comes_after_the_last_re_check()
    {
        var played = Filed(CorrectionDuty.BeforePenalty);
        played.Do(SceneOn("2024-07-11"));
        played.Do(Verify("2024-07-12", Scene));
        played.Do(InvestigationTests.Order("2024-07-11", "2024-07-12"));
        played.Serve(DocumentKind.CorrectionOrder, "2024-07-11", hour: 18);
        played.Do(InvestigationTests.Recheck("2024-07-13") with { Result = RecheckResult.NotCorrected });
        played.Doing(Conclude("2024-07-12", 12)).ShouldRefuse(OrderOfActs.BeforeItsGround, "2024-07-13");
        played.Do(Conclude("2024-07-15"));
        ProposeAndTell(played, Tell());
        played.Serve(DocumentKind.PriorNotice, "2024-07-16");
        Propose(played);
        played.Do(InvestigationTests.Recheck("2024-07-25") with { Result = RecheckResult.NotCorrected });

        played.Doing(Decision(played, "2024-07-22"), Role.Head).ShouldRefuse(OrderOfActs.BeforeItsGround, "责令改正的复查（2024-07-25）");
        played.Doing(Decision(played, "2024-07-25"), Role.Head).ShouldRefuse(null);
    }

    [Fact, Rule("REF-ORDER")]
    public void No_stage_begins_before_the_one_that_it_follows()
    {
        var played = Told();
        played.File.StageSince.ShouldBe(At("2024-07-16", 11));

        played.Do(new ReopenInvestigation { DoneAt = At("2024-07-18"), Reason = "补充调查" });
        played.File.StageSince.ShouldBe(At("2024-07-18"));
        played.Doing(Conclude("2024-07-17")).ShouldRefuse(OrdinaryFile.TooEarly);
    }

    private static EvidenceTaken Photo(string date) =>
        new(Guid.NewGuid(), EvidenceKind.AudioVisualMaterial, "手持终端", At(date, 9), "新开中路 36 号门前", Hash, "占道照片");
}
