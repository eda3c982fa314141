using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Cases.Correction;
using EnforcementCases.Domain.Cases.OnTheSpot;
using EnforcementCases.Domain.Cases.Provision;
using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Discretion;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Parties;
using EnforcementCases.Domain.Penalties;
using EnforcementCases.Domain.Personnel;
using EnforcementCases.Domain.Tests.Catalogue;
using EnforcementCases.Domain.Tests.Discretion;
using Shouldly;
using Xunit;
using static EnforcementCases.Domain.Tests.Cases.AnOnTheSpotCase;
using static EnforcementCases.Domain.Tests.Cases.Ordinary.AnOrdinaryCase;
using static EnforcementCases.Domain.Tests.Law.Calendars;

namespace EnforcementCases.Domain.Tests.Cases;

/// <summary>Every gate that an on-the-spot decision passes, each shut by one wrong fact.</summary>
public sealed class LawfulOnTheSpotDecisionTests
{
    [Fact]
    public void A_decision_in_order_is_lawful_and_reported_back_within_the_days_of_the_place()
    {
        var decision = LawfulOnTheSpotDecision.Judge(Facts, Assess(Facts), Shipped);

        decision.Facts.ShouldBeSameAs(Facts);
        decision.ReportBackDue.LastDay.ShouldBe(Date("2024-09-20"));
        decision.Assessed.Id.ShouldBe(AssessmentId);
        LawfulOnTheSpotDecision
            .Judge(Facts with { ReportBackWorkingDays = 3 }, Assess(Facts), Shipped)
            .ReportBackDue.LastDay.ShouldBe(Date("2024-09-23"));
        Judge(Warning).ShouldRefuse(null);
        Judge(
                Facts with
                {
                    CommittedAt = Decided,
                    CertificatesShownAt = Decided,
                    Evidence = [Facts.Evidence[0] with { TakenAt = Decided }],
                }
            )
            .ShouldRefuse(null); // seen and decided in the same minute
    }

    [Fact]
    public void Nothing_is_decided_before_it_happened() =>
        Judge(Facts with { CommittedAt = Decided.AddMinutes(1) }).ShouldRefuse(LawfulOnTheSpotDecision.DecidedBeforeAct);

    [Fact, Rule("APL-17")]
    public void A_team_does_not_decide_in_its_own_name() =>
        Judge(Facts with { Organ = Organ("汉沽街道综合行政执法大队") }).ShouldRefuse(Jurisdiction.InternalBody);

    [Fact, Rule("APL-22")]
    public void An_act_elsewhere_needs_a_designation_or_transfer()
    {
        var elsewhere = Facts with { Place = new("某路", "120114001") };

        Judge(elsewhere).ShouldRefuse(Jurisdiction.OutsideArea);
        Judge(elsewhere with { DesignatedOrTransferred = true }).ShouldRefuse(null);
    }

    [Theory, Rule("APL-24")]
    [InlineData("2024-09-18", null, false)]
    [InlineData("2024-09-19", null, true)] // adopted a day too late
    [InlineData("2021-01-01", "2024-09-18", false)]
    [InlineData("2021-01-01", "2024-09-17", true)]
    public void The_matter_must_be_adopted_on_the_day(string from, string? to, bool refused) =>
        Judge(Facts with { Adoption = Adopted(from, to) }).ShouldRefuse(refused, Jurisdiction.MatterNotInForce);

    [Theory, Rule("APL-24")]
    [InlineData("2024-09-18", null)] // renewed on the day of the decision
    [InlineData("2024-09-19", "MatterNotInForce")]
    public void A_matter_that_was_adopted_anew_is_adopted_on_both_days(string renewedFrom, string? refusal)
    {
        var facts = Facts with { CommittedAt = At("2024-09-17", 9), Adoption = Adopted("2021-01-01", "2024-09-17") };

        Judge(facts).ShouldRefuse(Jurisdiction.MatterNotInForce);
        Judge(facts with { RenewedAdoption = Adopted(renewedFrom, null) })
            .ShouldRefuse(refusal is null ? null : Jurisdiction.MatterNotInForce);
    }

    [Fact, Rule("APL-24")]
    public void The_matter_must_be_adopted_on_the_day_of_the_act_and_of_the_decision_and_for_the_place()
    {
        Judge(Facts with { Adoption = null }).ShouldRefuse(Jurisdiction.MatterNotInForce);
        Judge(Facts with { Adoption = Adopted("2024-09-18", null), CommittedAt = At("2024-09-17", 8) })
            .ShouldRefuse(Jurisdiction.MatterNotInForce);
        Judge(Facts with { Adoption = Adopted("2021-01-01", "2024-09-17"), CommittedAt = At("2024-09-17", 8) })
            .ShouldRefuse(Jurisdiction.MatterNotInForce);
        Judge(Facts with { Adoption = Adopted("2021-01-01", null, "120116015") }).ShouldRefuse(null);
        Judge(Facts with { Adoption = Adopted("2021-01-01", null, "120116017") }).ShouldRefuse(Jurisdiction.MatterOutsideArea);
    }

    [Fact, Rule("APL-37")]
    public void Where_the_law_changed_since_the_act_the_choice_is_on_record()
    {
        var (old, milder) = (AViolation.With(sha: "old"), AViolation.With(sha: "new", fine: new(FineMode.Range, 50_00, 1_000_00)));
        var changed = Facts with { Violation = old, ViolationAtOffence = old, ViolationAtDecision = milder };

        Judge(changed).ShouldRefuse(PenaltyBasis.ChoiceOfLawMissing);
        Judge(changed, Chosen("old")).ShouldRefuse(ChoiceOfLaw.MilderNotApplied);
        Judge(changed, Chosen("new")).ShouldRefuse(null);
        Judge(changed, Chosen("another")).ShouldRefuse(ChoiceOfLaw.ChosenVersionUnknown);
        LawfulOnTheSpotDecision.Judge(changed, Assess(changed, Chosen("new")), Shipped).Facts.Violation.ShouldBe(milder);
        var older = changed with { Violation = milder, ViolationAtOffence = milder, ViolationAtDecision = old };
        LawfulOnTheSpotDecision.Judge(older, Assess(older, Chosen("new")), Shipped).Facts.Violation.ShouldBe(milder);
        var stale = new Action(() => LawfulOnTheSpotDecision.Judge(changed, Assess(Facts), Shipped));
        stale.ShouldRefuse(DiscretionGate.AnotherVersion); // an assessment that compared other versions
        var repealed = Facts with { ViolationAtDecision = null };
        Judge(repealed).ShouldRefuse(ChoiceOfLaw.NoLongerABreach);
        Judge(repealed, Chosen("a")).ShouldRefuse(ChoiceOfLaw.NoLongerABreach); // nobody chooses what was repealed

        static AssessmentFacts Chosen(string version) => new() { Chosen = new(version, "新旧规定比较后选择") };
    }

    [Fact, Rule("APL-42"), Rule("APL-55")]
    public void Two_certified_officers_act_and_have_shown_their_certificates_before_they_told()
    {
        Judge(Facts with { Officers = [Officers[0]] }).ShouldRefuse(OfficersPresent.TooFew);
        Judge(Facts with { CertificatesShown = ["张三证"] }).ShouldRefuse(OfficersPresent.CertificatesNotShown);
        Judge(Facts with { Notice = Facts.Notice with { NotifiedAt = At("2024-09-18", 8) }, CertificatesShownAt = Decided })
            .ShouldRefuse(OfficersPresent.CertificatesNotShown);
        // where nothing was told yet the decision itself is the measure
        Judge(Facts with { Notice = Facts.Notice with { NotifiedAt = null }, CertificatesShownAt = Decided.AddMinutes(1) })
            .ShouldRefuse(OfficersPresent.CertificatesNotShown);
    }

    [Fact, Rule("APL-36")]
    public void What_was_discovered_too_late_is_not_punished_unless_it_goes_on()
    {
        var old = Facts with { CommittedAt = At("2022-09-17", 8) };

        Judge(old).ShouldRefuse(Limitation.Expired);
        Judge(old with { CommittedAt = At("2022-09-18", 8) }).ShouldRefuse(null);
        Judge(old with { Continuing = true }).ShouldRefuse(null);
        Judge(old with { DiscoveredOn = Date("2024-09-17") }).ShouldRefuse(null); // found in time, decided later
        Judge(old with { TouchesLifeHealthOrFinance = true, HarmfulResult = true }).ShouldRefuse(null);
        Judge(old with { TouchesLifeHealthOrFinance = true }).ShouldRefuse(Limitation.Expired);
        Judge(old with { HarmfulResult = true }).ShouldRefuse(Limitation.Expired);
    }

    [Fact, Rule("APL-30")]
    public void A_minor_is_punished_leniently_or_not_at_all()
    {
        Judge(Facts with { Party = Aged(13) }).ShouldRefuse(PartyAge.UnderFourteen);
        Judge(Facts with { Party = Aged(17) }).ShouldRefuse(PartyAge.MinorWithoutLeniency);
        Judge(Facts with { Party = Aged(17), Grade = PenaltyGrade.Lenient })
            .ShouldRefuse(ServiceOfDocuments.GuardianNotInformed, "17 周岁");
        const string informed = "当场电话告知其父";
        Judge(Facts with { Party = Aged(17), Grade = PenaltyGrade.Lenient, GuardianInformed = informed }).ShouldRefuse(null);
        var highest = Of(AViolation.With(fine: new(FineMode.Range, 20_00, 80_00))) with
        {
            Party = Aged(17),
            Grade = PenaltyGrade.Lenient,
            GuardianInformed = informed,
        };
        Judge(highest).ShouldRefuse(Leniency.NotLighterForMinor, "中间数额 50.00 元"); // the word alone makes nothing lighter
        Judge(highest with { Fine = Money.Yuan(49.99m) }).ShouldRefuse(null);
        Judge(highest with { Lighter = LighterPart.LowerHalf }).ShouldRefuse(null);
        Judge(Facts with { Party = Aged(null) }).ShouldRefuse(null); // an organisation has no age
    }

    [Fact, Rule("APL-28-BRANCH"), Rule("APL-52-3")]
    public void Both_kinds_of_the_provision_are_imposed_and_both_were_notified()
    {
        PenaltyKind[] both = [PenaltyKind.Warning, PenaltyKind.Fine];
        var facts = Of(AViolation.With(kinds: both, branches: [new() { Must = both }])) with { Kinds = both };

        Judge(facts).ShouldRefuse(null);
        Judge(facts with { Kinds = [PenaltyKind.Fine] }).ShouldRefuse(KindsOfProvision.NotProvided, "缺少警告");
        Judge(facts with { NotifiedKinds = [PenaltyKind.Fine] }).ShouldRefuse(OnTheSpotNotice.OtherKindsThanNotified, "增加 警告");
        Judge(facts with { NotifiedKinds = both }).ShouldRefuse(null);
    }

    [Fact, Rule("APL-28")]
    public void A_matter_in_which_gains_were_found_is_not_for_the_spot()
    {
        Judge(Facts, new() { Gains = new(100_00, "收款记录") }).ShouldRefuse(SimpleProcedure.GainsFound, "100.00 元");
        Judge(Facts, new() { Gains = new(100_00, "收款记录", ReturnedFen: 100_00, "王某", "退款凭证") }).ShouldRefuse(null); // all of it is returned
    }

    [Fact, Rule("CPL-88")]
    public void The_paper_is_handed_to_the_party_or_to_whom_the_law_puts_in_its_place()
    {
        var wife = new OnTheSpotReceiver("李某", ReceiverRelation.AdultFamilyMemberLivingTogether);

        Judge(Facts with { Receiver = wife }).ShouldRefuse(ServiceOfDocuments.OtherName, "李某");
        Judge(Facts with { Receiver = wife with { Tie = "配偶", TieChecked = "户口簿" } }).ShouldRefuse(null);
        Judge(Facts with { Receiver = wife with { Relation = ReceiverRelation.MailClerk } })
            .ShouldRefuse(ServiceOfDocuments.ReceiverNotAllowed);

        var agent = new OnTheSpotReceiver("钱某", ReceiverRelation.Agent);
        Judge(Facts with { Receiver = agent }).ShouldRefuse(ServiceOfDocuments.NotOnFile, "钱某");
        (Record.Exception(Judge(Facts with { Receiver = agent })) as DomainException)!.Pointer.ShouldBe(
            "/delivery/receivedBy/authoritySha256"
        );
        Judge(Facts with { Receiver = agent with { AuthoritySha256 = new('a', 64) } }).ShouldRefuse(null);
        Judge(Facts with { Receiver = wife with { Name = "冒名", Relation = ReceiverRelation.Self, Tie = "本人", TieChecked = "口头" } })
            .ShouldRefuse(ServiceOfDocuments.OtherName, "冒名");
    }

    [Fact, Rule("APL-33-1a")]
    public void Slight_corrected_and_harmless_together_forbid_a_penalty()
    {
        Judge(Facts, Found(slight: true, noHarm: true)).ShouldRefuse(NoPenalty.SlightCorrectedHarmless);
        Judge(Facts, Found(slight: true, noHarm: false)).ShouldRefuse(null);

        static AssessmentFacts Found(bool slight, bool noHarm) =>
            new()
            {
                Slight = slight,
                CorrectedInTime = true,
                NoHarm = noHarm,
            };
    }

    [Fact, Rule("APL-33-1b")]
    public void A_first_offender_who_may_be_let_off_is_punished_only_with_reasons()
    {
        var first = new AssessmentFacts { CorrectedInTime = true, HarmSlight = true };

        Judge(Facts, first).ShouldRefuse(FirstOffence.PunishedWithoutReasons);
        Judge(Facts with { ReasonsAgainstExemption = "口头劝阻三次后仍摆放" }, first).ShouldRefuse(null);
        new Action(() => FirstOffence.EnsureHarmAnswered(noHarm: false, harmSlight: null)).ShouldRefuse(FirstOffence.HarmNotAnswered);
        foreach (var (noHarm, harmSlight) in new (bool, bool?)[] { (true, null), (false, true), (false, false) })
            new Action(() => FirstOffence.EnsureHarmAnswered(noHarm, harmSlight)).ShouldRefuse(null);
    }

    [Fact, Rule("APL-31"), Rule("APL-32"), Rule("APL-5")]
    public void Capacity_leniency_and_aggravation_are_those_of_the_assessment()
    {
        Judge(Facts, new() { Capacity = new(MentalState.Incapable, "鉴定意见") }).ShouldRefuse(MentalCapacity.Lost);
        Judge(Facts with { Grade = PenaltyGrade.Lenient }).ShouldRefuse(Leniency.LenientWithoutGround);
        Judge(Facts with { Grade = PenaltyGrade.Aggravated }).ShouldRefuse(Aggravation.WithoutGround);
        Judge(Facts with { Grade = PenaltyGrade.Lenient }, Helped).ShouldRefuse(null);
        Judge(Facts, Helped).ShouldRefuse(Leniency.Missing);
        Judge(Facts with { Grade = PenaltyGrade.Aggravated }, new() { Aggravating = [AggravatingFactor.RefusesToCorrect] })
            .ShouldRefuse(null);
    }

    [Fact, Rule("APL-51-3"), Rule("APL-34"), Rule("APL-32")]
    public void What_needs_review_and_discussion_is_not_for_the_spot()
    {
        var mitigated = Facts with { Fine = Money.Yuan(49.99m), Grade = PenaltyGrade.Mitigated };
        Judge(mitigated).ShouldRefuse(Leniency.MitigatedWithoutGround);
        Judge(mitigated, Helped).ShouldRefuse(SimpleProcedure.NeedsReview, "低于法定最低限");
        Judge(mitigated with { Fine = Money.Yuan(50) }, Helped).ShouldRefuse(Leniency.NotBelowMinimum);

        var benchmark = AnAssessment.ABenchmark([
            new(1, "一般", "一般情节", "罚款", new(50_00, 80_00), null),
            new(2, "从重", "拒不改正", "罚款", new(80_00, 2_000_00), null, TierTest.RefusedToCorrect),
        ]);
        Tier(80.00m).ShouldRefuse(null);
        Tier(80.01m).ShouldRefuse(SimpleProcedure.NeedsReview, "“一般”");

        Action Tier(decimal yuan)
        {
            var facts = Facts with { Fine = Money.Yuan(yuan), NotifiedFine = Money.Yuan(yuan) };
            return () => LawfulOnTheSpotDecision.Judge(facts, Assess(facts, benchmark: benchmark), Shipped);
        }
    }

    [Fact, Rule("APL-52-3"), Rule("APL-45")]
    public void An_objection_is_answered_and_an_accepted_one_changes_the_fine_or_says_why_not()
    {
        var objects = Facts.Notice with { PartyWords = "不是我摆的", Objects = true };
        Judge(Facts with { Notice = objects }).ShouldRefuse(OnTheSpotNotice.Unanswered);
        Judge(Facts with { Notice = objects with { Answer = new(false, " ") } }).ShouldRefuse(OnTheSpotNotice.Unanswered);
        Judge(Facts with { Notice = objects with { Answer = new(false, "现场视频显示由其摆放") } }).ShouldRefuse(null);
        Judge(Facts with { Notice = objects with { Objects = false } }).ShouldRefuse(OnTheSpotNotice.Unanswered); // ticks are not believed
        Judge(Facts with { Notice = objects with { PartyWords = "没有意见", Objects = false } }).ShouldRefuse(null); // it only agreed

        var accepted = objects with { Answer = new(true, "面积重新丈量为两平方米") };
        Judge(Facts with { Notice = accepted }).ShouldRefuse(OnTheSpotNotice.AcceptedWithoutEffect);
        Judge(Facts with { Notice = accepted with { Answer = accepted.Answer! with { ChangesNothingBecause = " " } } })
            .ShouldRefuse(OnTheSpotNotice.AcceptedWithoutEffect);
        Judge(Facts with { Notice = accepted, NotifiedFine = Money.Yuan(50.01m) }).ShouldRefuse(null);
        Judge(Facts with { Notice = accepted with { Answer = accepted.Answer! with { ChangesNothingBecause = "已按最低数额处罚" } } })
            .ShouldRefuse(null);
    }

    [Fact, Rule("APL-51-1"), Rule("APL-51-3"), Rule("APL-18-3")]
    public void Kind_and_amount_are_those_of_the_simple_procedure()
    {
        Judge(Facts with { Kinds = [PenaltyKind.Detention] }).ShouldRefuse(PenaltyKinds.DetentionNotOurs);
        Judge(Facts with { Kinds = [PenaltyKind.LicenceRevocation] }).ShouldRefuse(SimpleProcedure.KindNotAllowed);
        Judge(Facts with { Fine = Money.Yuan(200.01m), NotifiedFine = Money.Yuan(300) })
            .ShouldRefuse(SimpleProcedure.CitizenFineOverCeiling);
        Judge(
                Facts with
                {
                    Party = new() { Kind = PartyKind.IndividualBusiness, Name = "某店" },
                    Fine = Money.Yuan(201),
                    NotifiedFine = Money.Yuan(201),
                }
            )
            .ShouldRefuse(SimpleProcedure.IndividualBusinessFineOverCeiling);
    }

    [Fact, Rule("APL-16"), Rule("APL-34")]
    public void The_basis_is_decidable_and_provides_kind_and_amount()
    {
        Judge(Of(AViolation.With(level: InstrumentLevel.NormativeDocument))).ShouldRefuse(PenaltyBasis.NotLawRegulationOrRule);
        Judge(Of(AViolation.With(ready: false))).ShouldRefuse(ViolationVersion.NotDecidable);
        Judge(Facts with { Kinds = [PenaltyKind.Warning], Fine = Money.Zero }).ShouldRefuse(KindsOfProvision.NotProvided);
        Judge(Facts with { Fine = Money.Yuan(49.99m) }).ShouldRefuse(PenaltyBasis.OutsideStatutoryRange);
        Judge(
                Facts with
                {
                    Party = new() { Kind = PartyKind.LegalPerson, Name = "某公司" },
                    Fine = Money.Yuan(499),
                    NotifiedFine = Money.Yuan(499),
                }
            )
            .ShouldRefuse(PenaltyBasis.OutsideStatutoryRange);
    }

    [Fact, Rule("APL-5"), Rule("APL-40")]
    public void The_amount_has_reasons_and_the_facts_have_evidence()
    {
        Judge(Facts with { ReasonsForAmount = " " }).ShouldRefuse(PenaltyBasis.ReasonsMissing);
        Judge(Facts with { Evidence = [] }).ShouldRefuse(LawfulOnTheSpotDecision.EvidenceMissing);
    }

    [Fact, Rule("APL-52-3")]
    public void The_party_is_told_first_and_pays_no_more_than_was_told()
    {
        Judge(Facts with { Notice = Facts.Notice with { Matters = NotifiedMatters.All & ~NotifiedMatters.Rights } })
            .ShouldRefuse(OnTheSpotNotice.NotNotified);
        Judge(Facts with { NotifiedFine = Money.Yuan(49.99m) }).ShouldRefuse(OnTheSpotNotice.HeavierThanNotified);
    }

    [Fact, Rule("APL-28")]
    public void The_party_is_ordered_to_correct_and_where_the_law_says_so_was_ordered_before()
    {
        Judge(Facts with { CorrectionRequired = "" }).ShouldRefuse(OrderToCorrect.Missing);
        Judge(Facts with { CorrectionDueOn = Date("2024-09-17") }).ShouldRefuse(OrderToCorrect.DueBeforeOrdered);
        foreach (var duty in new[] { CorrectionDuty.BeforePenalty, CorrectionDuty.EducationBeforePenalty })
        {
            var first = Of(AViolation.With(correction: duty));
            Judge(first).ShouldRefuse(OrderToCorrect.NotExpiredUnmet);
            Judge(first with { EarlierOrder = Order(RecheckResult.NotCorrected) }).ShouldRefuse(null);
            Judge(first with { EarlierOrder = Order(RecheckResult.Corrected) }).ShouldRefuse(OrderToCorrect.NotExpiredUnmet);
            Judge(first with { EarlierOrder = Order(RecheckResult.NotCorrected) with { RecheckedOn = Date("2024-09-10") } })
                .ShouldRefuse(OrderToCorrect.NotExpiredUnmet);
            Judge(first with { EarlierOrder = Order(RecheckResult.NotCorrected) with { RecheckedOn = Date("2024-09-18") } })
                .ShouldRefuse(null); // on the day of the decision
            Judge(first with { EarlierOrder = Order(RecheckResult.NotCorrected) with { RecheckedOn = Date("2024-09-19") } })
                .ShouldRefuse(OrderOfActs.BeforeItsGround, "责令改正的复查（2024-09-19）");
        }

        static EarlierOrder Order(RecheckResult result) => new(Guid.NewGuid(), Date("2024-09-10"), Date("2024-09-11"), result, Facts.Place);
    }

    [Theory, Rule("APL-28")]
    [InlineData("2024-09-16", true)]
    [InlineData("2024-09-17", false)] // on the last day the party may still correct
    [InlineData("2024-09-18", false)]
    public void What_is_punished_as_not_corrected_in_time_happened_after_the_last_day(string due, bool allowed)
    {
        var first = Of(AViolation.With(correction: CorrectionDuty.BeforePenalty)) with
        {
            CommittedAt = At("2024-09-17", 9),
            EarlierOrder = new(Guid.NewGuid(), Date(due), Date("2024-09-18"), RecheckResult.NotCorrected, Facts.Place),
        };
        if (due == "2024-09-18")
            Judge(first).ShouldRefuse(OrderToCorrect.NotExpiredUnmet);
        else
            Judge(first).ShouldRefuse(allowed ? null : OrderToCorrect.OffenceWithinTerm);
        if (due == "2024-09-17")
            Judge(first with { Continuing = true }).ShouldRefuse(null); // it still goes on, as the re-check found
    }

    [Theory, Rule("APL-28")]
    [InlineData("", "", true)]
    [InlineData("001", "", true)] // the community within the street
    [InlineData("", "北侧", true)]
    [InlineData(null, "", false)]
    [InlineData("", null, false)]
    public void The_order_was_given_for_the_place_of_the_offence(string? furtherCode, string? furtherText, bool allowed)
    {
        var place = Facts.Place;
        var ordered = new OffencePlace(
            furtherText is null ? "某路9号" : place.Text + " " + furtherText,
            furtherCode is null ? "120101" : place.DivisionCode + furtherCode
        );
        var first = Of(AViolation.With(correction: CorrectionDuty.BeforePenalty)) with
        {
            EarlierOrder = new(Guid.NewGuid(), Date("2024-09-10"), Date("2024-09-11"), RecheckResult.NotCorrected, ordered),
        };
        Judge(first).ShouldRefuse(allowed ? null : OrderToCorrect.AnotherPlace);
    }

    [Fact, Rule("APL-52-1")]
    public void The_decision_is_handed_over_on_its_day_and_has_a_number()
    {
        Judge(Facts with { HandedOverAt = Decided.AddHours(1) }).ShouldRefuse(null);
        Judge(Facts with { HandedOverAt = Decided.AddDays(1) }).ShouldRefuse(OnTheSpotDecision.NotHandedOver);
        Judge(Facts with { Signature = PartySignature.Refused }).ShouldRefuse(OnTheSpotDecision.RefusalNotNoted);
        new Action(() => Decide(number: " ")).ShouldRefuse(OnTheSpotDecision.NumberMissing);
    }

    private static readonly AssessmentFacts Helped = new() { Leniency = [new(LeniencyGround.MeritoriousHelp, "提供线索，附笔录")] };

    private static Action Judge(OnTheSpotFacts facts, AssessmentFacts? findings = null) =>
        () => LawfulOnTheSpotDecision.Judge(facts, Assess(facts, findings), Shipped);

    private static PartySnapshot Aged(int? age) => new() { Name = "王某", AgeAtOffence = age };

    private static Organisation Organ(string name) =>
        new(Guid.NewGuid(), null, OrganisationKind.Street, "hg", name, Facts.Organ.Profile, At("2021-01-01"));

    private static Adoption Adopted(string from, string? to, params string[] areas) =>
        new(
            Guid.NewGuid(),
            Facts.Organ,
            Facts.Violation,
            Date(from),
            to is null ? null : Date(to),
            "赋权决定",
            areas,
            isDemo: false,
            Guid.NewGuid(),
            At("2021-01-01")
        );
}
