using EnforcementCases.Domain.Inspections;
using EnforcementCases.Domain.Parties;
using Shouldly;
using Xunit;
using static EnforcementCases.Domain.Tests.Cases.Ordinary.AnOrdinaryCase;
using static EnforcementCases.Domain.Tests.Inspections.AnInspection;
using static EnforcementCases.Domain.Tests.Law.Calendars;

namespace EnforcementCases.Domain.Tests.Inspections;

/// <summary>Plans with their caps, campaigns, the register of objects and interests in them. 国办发〔2024〕54号; 行政处罚法 第四十三条.</summary>
public sealed class CheckPlanTests
{
    private static readonly PlannedChecksOfYear Terms = new(
        2024,
        "餐饮经营",
        40,
        2,
        "津滨司发〔2024〕1号",
        "油烟排放",
        "餐饮业油烟排放标准"
    );

    [Theory, Rule("INSP-54-2")]
    [InlineData(2, 1, null, null)]
    [InlineData(2, 2, null, "inspection.cap-reached")]
    [InlineData(2, 3, null, "inspection.cap-reached")]
    [InlineData(2, 2, CapExemption.Complaint, null)]
    [InlineData(null, 99, null, null)] // no cap is set, and there is no default
    public void The_cap_refuses_the_next_check_unless_a_ground_exempts_it(int? cap, int used, CapExemption? exemption, string? code)
    {
        var plan = Plan(Terms with { CapPerObject = cap, CapSource = cap is null ? null : Terms.CapSource });

        new Action(() => plan.EnsureBelowCap(used, exemption, "/objectId")).ShouldRefuseWith(code);
    }

    [Theory, Rule("INSP-54-2")]
    [InlineData(2, null)]
    [InlineData(null, "津滨司发〔2024〕1号")]
    public void A_cap_and_its_instrument_go_together(int? cap, string? source) =>
        new Action(() => Plan(Terms with { CapPerObject = cap, CapSource = source })).ShouldRefuse(InspectionErrors.CapWithoutSource);

    [Theory, Rule("INSP-54-2")]
    [InlineData(CapExemption.Complaint, null)]
    [InlineData(null, "12345热线转来的投诉")]
    public void A_ground_beyond_the_cap_states_its_clue(CapExemption? ground, string? facts) =>
        new Action(() => AnApplication(New() with { Exemption = ground, ExemptionFacts = facts })).ShouldRefuse(
            InspectionErrors.ExemptionUnexplained
        );

    [Fact, Rule("INSP-54-2")]
    public void Another_person_approves_a_plan_once()
    {
        var plan = Plan(Terms);

        new Action(() => plan.Approve(Applicant, At("2024-01-03"))).ShouldRefuse(InspectionErrors.OwnRequest);
        new Action(() => plan.Approve(Lead, At("2024-01-01"))).ShouldRefuse(InspectionErrors.OutOfOrder);
        plan.Approve(Lead, At("2024-01-03"));

        plan.ApprovedBy.ShouldBe(Lead);
        new Action(() => plan.Approve(Lead, At("2024-01-04"))).ShouldRefuse(InspectionErrors.NotOpen);
    }

    [Theory, Rule("INSP-54-2")]
    [InlineData("2024-04-30", "inspection.outside-campaign")]
    [InlineData("2024-05-01", null)]
    [InlineData("2024-05-31", null)]
    [InlineData("2024-06-01", "inspection.outside-campaign")]
    public void A_campaign_covers_its_first_and_last_day(string day, string? code)
    {
        var campaign = new Campaign(
            Guid.NewGuid(),
            1,
            Street,
            "油烟整治",
            "整治油烟扰民",
            Date("2024-05-01"),
            Date("2024-05-31"),
            Lead,
            At("2024-04-20")
        );

        new Action(() => campaign.EnsureCovers(Date(day))).ShouldRefuseWith(code);
    }

    [Fact]
    public void A_campaign_does_not_end_before_it_begins() =>
        new Action(() =>
            _ = new Campaign(Guid.NewGuid(), 1, Street, "整治", "整治", Date("2024-05-02"), Date("2024-05-01"), Lead, At("2024-04-20"))
        ).ShouldRefuse(InspectionErrors.OutOfOrder);

    [Fact, Rule("INSP-54-1")]
    public void A_citizen_is_no_object_of_the_register() =>
        new Action(() => AnObject(PartyKind.Citizen)).ShouldRefuse(InspectionErrors.NoEnterprise);

    [Theory]
    [InlineData("2024-05-14", null)]
    [InlineData("2024-05-13", "inspection.object-delisted")] // planned for that day
    public void An_object_off_the_register_is_not_checked(string from, string? code)
    {
        var @object = AnObject();
        @object.Delist(Date(from), "注销", At("2024-05-01"));

        new Action(() => AnApplication(New(@object))).ShouldRefuseWith(code);
        new Action(() => @object.Delist(Date(from), "注销", At("2024-05-01"))).ShouldRefuse(InspectionErrors.Delisted);
    }

    [Theory, Rule("APL-43")]
    [InlineData("2024-02-29", false)]
    [InlineData("2024-03-01", true)]
    [InlineData("2024-05-31", true)]
    [InlineData("2024-06-01", false)]
    public void An_interest_lasts_from_its_first_to_its_last_day(string day, bool holds)
    {
        var interest = Interest();
        interest.End(Date("2024-05-31"), At("2024-06-01"));

        interest.Holds(Date(day)).ShouldBe(holds);
        new Action(() => interest.End(Date("2024-05-31"), At("2024-06-01"))).ShouldRefuse(InspectionErrors.NotOpen);
    }

    [Fact, Rule("APL-43")]
    public void An_interest_does_not_end_before_it_began()
    {
        var interest = Interest();

        interest.Holds(Date("2199-12-31")).ShouldBeTrue();
        new Action(() => interest.End(Date("2024-02-29"), At("2024-06-01"))).ShouldRefuse(InspectionErrors.OutOfOrder);
    }

    private static CheckPlan Plan(PlannedChecksOfYear terms) => new(Guid.NewGuid(), 1, Street, terms, Applicant, At("2024-01-02"));

    private static OfficerInterest Interest() =>
        new(Guid.NewGuid(), 1, AnObject(), First.PersonId, First.Name, "配偶为该店股东", Date("2024-03-01"), At("2024-03-01"));
}
