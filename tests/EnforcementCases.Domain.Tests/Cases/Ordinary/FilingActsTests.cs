using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Cases.Ordinary;
using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Parties;
using EnforcementCases.Domain.Penalties;
using EnforcementCases.Domain.Personnel;
using EnforcementCases.Domain.Tests.Catalogue;
using Shouldly;
using Xunit;
using static EnforcementCases.Domain.Tests.Cases.Ordinary.AnOrdinaryCase;
using static EnforcementCases.Domain.Tests.Cases.Ordinary.PlayedCase;
using static EnforcementCases.Domain.Tests.Law.Calendars;

namespace EnforcementCases.Domain.Tests.Cases.Ordinary;

/// <summary>立案: what the filing asks for, and who may approve it. 行政处罚法 第二十二条、第二十四条、第三十六条、第五十四条.</summary>
public sealed class FilingActsTests
{
    private static readonly FileCase Approval = new() { DoneAt = At("2024-07-10", 9), Opinion = "同意立案" };
    private static readonly OffencePlace Lane = new("某巷 3 号", "120116015");

    [Fact, Rule("APL-17"), Rule("APL-24")]
    public void Only_the_street_itself_files_and_never_its_brigade()
    {
        var played = Identified();
        played.OrganName = "汉沽街道综合行政执法大队";

        played.Doing(FilingAsked).ShouldRefuse(Jurisdiction.InternalBody, "综合行政执法大队");
    }

    [Fact, Rule("APL-22")]
    public void An_act_elsewhere_is_filed_only_on_a_designation_or_transfer()
    {
        var elsewhere = FilingAsked with { Place = new("某路", "110101") };
        Identified().Doing(elsewhere).ShouldRefuse(Jurisdiction.OutsideArea, "110101");
        Identified().Doing(elsewhere with { DesignatedOrTransferred = true }).ShouldRefuse(null);
    }

    /// <summary>The act was on the 8th, the filing is asked for on the 9th.</summary>
    [Theory, Rule("APL-24")]
    [InlineData("2021-01-01", null, false)]
    [InlineData("2021-01-01", "2024-07-09", false)]
    [InlineData("2021-01-01", "2024-07-08", true)]
    [InlineData("2024-07-08", null, false)]
    [InlineData("2024-07-09", null, true)]
    public void The_matter_is_the_streets_on_the_day_of_the_act_and_on_the_day_of_the_filing(string from, string? to, bool refused)
    {
        var played = Identified();
        played.Adoptions = [played.Adopted(from, to)];

        played.Doing(FilingAsked with { CommittedAt = At("2024-07-08") }).ShouldRefuse(refused, Jurisdiction.MatterNotInForce);
    }

    [Fact, Rule("APL-24")]
    public void A_matter_that_nobody_took_over_or_that_was_taken_over_for_another_quarter_is_not_filed()
    {
        var played = Identified();
        played.Doing(FilingAsked with { ViolationCode = "TJ-YY-01" }).ShouldRefuse(ViolationVersion.NotInForce, "TJ-YY-01，2024-07-09");
        played.Adoptions = [played.Adopted("2021-01-01", null, "120116015")];
        played
            .Doing(FilingAsked with { Place = Lane with { DivisionCode = "120116016" } })
            .ShouldRefuse(Jurisdiction.MatterOutsideArea, "120116016");
        played.Doing(FilingAsked with { Place = Lane }).ShouldRefuse(null);
        played.Adoptions = [];
        played.Doing(FilingAsked).ShouldRefuse(Jurisdiction.MatterNotInForce, "没有承接");
    }

    [Fact, Rule("APL-16")]
    public void What_no_law_regulation_or_rule_threatens_is_not_filed()
    {
        var played = new PlayedCase(violation: AViolation.With(level: InstrumentLevel.NormativeDocument)).Register();
        played.Do(PartyIdentified);

        played.Doing(FilingAsked).ShouldRefuse(PenaltyBasis.NotLawRegulationOrRule);
    }

    /// <summary>Discovered on 2024-07-09: two years, five where life or health was harmed, none while it goes on.</summary>
    [Theory, Rule("APL-36")]
    [InlineData("2022-07-09", false, false, false, false)]
    [InlineData("2022-07-08", false, false, false, true)]
    [InlineData("2022-07-08", true, false, false, false)]
    [InlineData("2022-07-08", false, true, true, false)]
    [InlineData("2022-07-08", false, true, false, true)]
    [InlineData("2021-07-08", false, true, true, false)]
    public void What_was_discovered_too_late_is_not_filed(string ended, bool continuing, bool life, bool harm, bool refused)
    {
        Identified()
            .Doing(
                FilingAsked with
                {
                    CommittedAt = At(ended),
                    Continuing = continuing,
                    TouchesLifeHealthOrFinance = life,
                    HarmfulResult = harm,
                }
            )
            .ShouldRefuse(refused, Limitation.Expired);
    }

    [Fact, Rule("APL-42")]
    public void Two_certified_officers_are_asked_for_from_the_filing_on()
    {
        var played = Identified();
        played.Doing(FilingAsked with { OfficerIds = [OfficerA] }).ShouldRefuse(OfficersPresent.TooFew);
        played.CertifiedUntil = "2024-07-08";
        played.Doing(FilingAsked).ShouldRefuse(CertificateOnDay.NotValid);
    }

    [Fact, Rule("APL-54")]
    public void The_filing_says_what_the_case_is_about_whatever_the_clue_said()
    {
        var played = Identified();

        played.Do(FilingAsked with { CommittedAt = At("2024-07-08", 7), Place = Lane, Facts = "占道堆物" });

        played.Case.ShouldHave(
            new
            {
                CommittedAt = At("2024-07-08", 7),
                CommittedOn = Date("2024-07-08"),
                Place = new { Text = "某巷 3 号", DivisionCode = "120116015" },
                Facts = "占道堆物",
            }
        );
        played.File.Filing.Proposal!.Facts.ShouldBe("占道堆物");
    }

    [Fact, Rule("APL-54")]
    public void What_is_filed_has_happened()
    {
        var played = Identified();
        played.Doing(FilingAsked with { CommittedAt = FilingAsked.DoneAt.AddMinutes(1) }).ShouldRefuse(OrdinaryFile.AfterTheAct);
        played.Doing(FilingAsked with { CommittedAt = FilingAsked.DoneAt }).ShouldRefuse(null);
    }

    /// <summary>The clue said the 9th. Who turns out to have acted on the 8th is identified again, and the age counted anew.</summary>
    [Fact, Rule("APL-30")]
    public void A_case_is_filed_only_with_the_age_on_the_day_that_the_filing_names()
    {
        var aged = PartyIdentified with
        {
            Party = new()
            {
                Kind = PartyKind.Citizen,
                Name = "张三",
                AgeAtOffence = 14,
            },
        };
        var played = new PlayedCase().Register();
        played.Do(aged);
        Ask(FilingAsked);
        played.Obstacles(CaseAct.FileCase, Role.Head).ShouldBeEmpty();
        Ask(FilingAsked with { CommittedAt = At("2024-07-08") });
        played.Doing(Approval, Role.Head).ShouldRefuse(PartyAge.CountedOnAnotherDay, "年龄按 2024-07-09 计算，违法行为发生于 2024-07-08");
        played.Reopened().Obstacles(CaseAct.FileCase, Role.Head).ShouldBe([PartyAge.CountedOnAnotherDay]);

        played.Do(
            aged with
            {
                DoneAt = At("2024-07-09", 14),
                Party = new()
                {
                    Kind = PartyKind.Citizen,
                    Name = "张三",
                    AgeAtOffence = 13,
                },
            }
        );
        played.Doing(Approval, Role.Head).ShouldRefuse(null);

        var ageless = Identified();
        ageless.Do(FilingAsked with { CommittedAt = At("2024-07-08") });
        ageless.Obstacles(CaseAct.FileCase, Role.Head).ShouldBe([ApprovalLine.NotEndorsed]); // of an organisation no age is counted

        void Ask(ProposeFiling filing)
        {
            played.Do(filing);
            played.Do(EndorseFiling(ApprovalLevel.TeamLead), Role.TeamLead);
            played.Do(EndorseFiling(ApprovalLevel.DeputyHead), Role.DeputyHead);
        }
    }

    [Fact, Rule("APL-54")]
    public void The_deputy_files_only_where_the_head_delegated_it_and_the_team_lead_agrees()
    {
        var file = new FileCase { DoneAt = At("2024-07-10", 9), Opinion = "同意立案" };
        var played = Identified();
        played.Do(FilingAsked);
        played.Doing(file with { Delegation = "授权书 1 号" }, Role.DeputyHead).ShouldRefuse(ApprovalLine.NotEndorsed, "中队、大队负责人");
        played.Do(EndorseFiling(ApprovalLevel.TeamLead) with { Agrees = false }, Role.TeamLead);
        played.Doing(file with { Delegation = "授权书 1 号" }, Role.DeputyHead).ShouldRefuse(ApprovalLine.NotEndorsed, "中队、大队负责人");
        played.Do(EndorseFiling(ApprovalLevel.TeamLead), Role.TeamLead);
        played.Doing(file, Role.Head).ShouldRefuse(ApprovalLine.NotEndorsed, "分管负责人");
        foreach (var none in new[] { null, "", " " })
            played.Doing(file with { Delegation = none }, Role.DeputyHead).ShouldRefuse(FilingPhase.NotDelegated, "授权文件");

        played.Do(file with { Delegation = "授权书 1 号" }, Role.DeputyHead);

        played.ShouldHaveRecorded("file-case", new { delegated = true });
        played.Case.Stage.ShouldBe(CaseStage.Investigating);
    }

    [Fact, Rule("APL-54")]
    public void A_clue_may_be_registered_and_filed_in_the_moment_it_comes()
    {
        new PlayedCase().Doing(FileTests.Clue() with { ReceivedAt = At("2024-07-09") }).ShouldRefuse(null);
        var request = new FilingRequest(
            ClueSource.Inspection,
            Date("2024-07-09"),
            "占道经营",
            At("2024-07-09"),
            new(Head, At("2024-07-09"), "同意")
        );
        new Action(() => Domain.Cases.Ordinary.Filing.EnsureAllowed(request)).ShouldRefuse(null);
    }

    private static PlayedCase Identified()
    {
        var played = new PlayedCase().Register();
        played.Do(PartyIdentified);
        return played;
    }
}
