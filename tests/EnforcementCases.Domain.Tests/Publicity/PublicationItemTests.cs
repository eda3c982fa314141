using EnforcementCases.Domain.Parties;
using EnforcementCases.Domain.Publicity;
using EnforcementCases.Domain.Tests.Cases;
using Shouldly;
using Xunit;
using static EnforcementCases.Domain.Publicity.PublicationState;
using static EnforcementCases.Domain.Tests.Law.Calendars;

namespace EnforcementCases.Domain.Tests.Publicity;

/// <summary>The publication of a decision: what each state allows, and what it becomes. 国办发〔2018〕118号; 行政处罚法 第四十八条.</summary>
public sealed class PublicationItemTests
{
    private const string LastOfDisplay = "2025-09-18";
    private static readonly Guid Clerk = Guid.NewGuid();
    private static readonly Guid Head = Guid.NewGuid();

    /// <summary>A state, an act and the state after it; null: refused.</summary>
    public static TheoryData<PublicationState, string, PublicationState?> Acts
    {
        get
        {
            var rows = new TheoryData<PublicationState, string, PublicationState?>();
            Add(WaitingForService, ToConfirm, null, null, ToWithhold, null, null, Lapsed, null, WaitingForService);
            Add(ToConfirm, ToConfirm, Published, null, ToWithhold, null, null, Lapsed, null, ToConfirm);
            Add(ToWithhold, ToWithhold, null, null, null, Withheld, ToConfirm, Lapsed, null, ToWithhold);
            Add(Published, Published, null, Published, null, null, null, Withdrawn, Withdrawn, Expired);
            Add(Withheld, Withheld, null, null, null, null, null, Withheld, null, Withheld);
            Add(Withdrawn, Withdrawn, null, null, null, null, null, Withdrawn, null, Withdrawn);
            Add(Expired, Expired, null, null, null, null, null, Withdrawn, null, Expired);
            Add(Lapsed, Lapsed, null, null, null, null, null, Lapsed, null, Lapsed);
            return rows;

            void Add(PublicationState from, params PublicationState?[] after)
            {
                foreach (var (act, to) in Every.Zip(after))
                    rows.Add(from, act, to);
            }
        }
    }

    private static readonly string[] Every = ["serve", "publish", "correct", "ask", "approve", "refuse", "end", "withdraw", "expire"];

    [Theory, Rule("APL-48-1"), Rule("APL-48-2")]
    [MemberData(nameof(Acts))]
    public void Each_state_allows_its_acts_and_no_other(PublicationState state, string act, PublicationState? after)
    {
        var item = In(state);

        if (after is null)
            new Action(() => Do(item, act)).ShouldThrow<DomainException>().ShouldSayWhat();
        else
            Do(item, act);

        item.State.ShouldBe(after ?? state);
    }

    [Theory, Rule("PUB-118-3")]
    [InlineData(WaitingForService, "2024-09-20", ToConfirm, "2024-09-27")] // the day of the law
    [InlineData(WaitingForService, "2024-10-10", ToConfirm, "2024-10-10")] // served after it
    [InlineData(ToWithhold, "2024-10-10", ToWithhold, "2024-10-10")] // the head decides meanwhile
    [InlineData(Lapsed, "2024-10-10", Lapsed, "2024-10-10")]
    public void A_service_is_entered_once_and_counts_as_a_change(
        PublicationState state,
        string servedOn,
        PublicationState after,
        string dueOn
    )
    {
        var item = New();
        if (state is ToWithhold)
            Do(item, "ask");
        if (state is Lapsed)
            Do(item, "end");
        var version = item.Version;

        item.Serve(Date(servedOn));

        (item.State, item.ServedOn, item.DueOn, item.Version).ShouldBe((after, Date(servedOn), Date(dueOn), version + 1));
        item.Serve(Date("2024-12-01"));
        (item.ServedOn, item.DueOn, item.Version).ShouldBe((Date(servedOn), Date(dueOn), version + 1));
    }

    [Theory, Rule("PUB-118-3")]
    [InlineData(false, "2024-12-31", false)] // nobody of the organ is late while the party does not have it
    [InlineData(true, "2024-09-27", false)]
    [InlineData(true, "2024-09-28", true)]
    public void A_request_to_withhold_is_late_only_after_the_service(bool served, string today, bool late)
    {
        var item = New();
        if (served)
            item.Serve(Date("2024-09-19"));
        Do(item, "ask");

        item.IsLate(Date(today)).ShouldBe(late);
    }

    [Fact, Rule("APL-48-1")]
    public void A_refused_request_leaves_nothing_behind()
    {
        var item = In(ToWithhold);

        Do(item, "refuse");

        (item.WithholdingGround, item.WithholdingReason, item.WithholdingAskedBy).ShouldBe((null, null, null));
        new Action(() => item.AskToWithhold(WithholdingGround.Privacy, "涉及病情。", Head, At("2024-09-21"))).ShouldNotThrow();
        new Action(() => item.DecideWithholding(approved: true, Head, At("2024-09-21"))).ShouldRefuse(PublicityErrors.OwnRequest);
    }

    [Theory, Rule("APL-48-1")]
    [InlineData(LastOfDisplay, Published)]
    [InlineData("2025-09-19", Expired)]
    public void What_is_confirmed_after_its_display_is_over_is_shown_no_day(string on, PublicationState after)
    {
        var item = In(ToConfirm);

        Publish(item, on);

        item.State.ShouldBe(after);
        item.StateOn(Date(LastOfDisplay)).ShouldBe(after);
        item.StateOn(Date("2025-09-19")).ShouldBe(Expired);
        item.PublishedOn.ShouldBe(Date(on));
    }

    [Fact, Rule("APL-48-2")]
    public void A_page_taken_down_for_what_it_showed_still_says_what_became_of_its_decision()
    {
        var item = In(Withdrawn);
        (item.WithdrawalGround, item.WasShown).ShouldBe((TakedownGround.Improper, true));
        var takenDown = item.WithdrawnAt;

        item.DecisionEnded(TakedownGround.Revoked, publicReason: null, Date("2024-10-08"), Date("2024-10-11"), At("2024-10-08"));

        (item.State, item.WithdrawalGround, item.WithdrawalReason).ShouldBe((Withdrawn, TakedownGround.Revoked, null));
        (item.EndedOn, item.WithdrawBy, item.WithdrawnAt).ShouldBe((Date("2024-10-08"), Date("2024-10-11"), takenDown));
        item.WasShown.ShouldBeFalse();
        item.IsWithdrawalLate(Date("2024-10-12"), Date("2024-09-21")).ShouldBeTrue(); // the reason is missing
        Do(item, "withdraw");
        item.DecisionEnded(TakedownGround.Invalid, publicReason: null, Date("2024-11-08"), Date("2024-11-13"), At("2024-11-08"));
        item.WithdrawalGround.ShouldBe(TakedownGround.Revoked); // it fell once
    }

    private static PublicationItem New() =>
        new(
            AnOnTheSpotCase.Decide(),
            new()
            {
                Id = Guid.NewGuid(),
                Seq = 1,
                Code = "ABCDEFGHJKLMNPQRSTUV",
                DocumentId = null,
                Number = "津汉当罚字〔2024〕第0001号",
                Kind = PublicDecisionKind.Penalty,
                DecidedOn = Date("2024-09-18"),
                DueOn = Date("2024-09-27"),
            },
            At("2024-09-18")
        );

    private static PublicationItem In(PublicationState state)
    {
        var item = New();
        string[] way = state switch
        {
            WaitingForService => [],
            ToConfirm => ["serve"],
            ToWithhold => ["serve", "ask"],
            Published => ["serve", "publish"],
            Withheld => ["serve", "ask", "approve"],
            Withdrawn => ["serve", "publish", "withdraw"],
            Expired => ["serve", "publish", "expire"],
            Lapsed => ["end"],
            _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
        };
        foreach (var act in way)
            Do(item, act);
        item.State.ShouldBe(state);
        return item;
    }

    private static void Do(PublicationItem item, string act)
    {
        switch (act)
        {
            case "serve":
                item.Serve(Date("2024-09-19"));
                break;
            case "publish":
                Publish(item, "2024-09-20");
                break;
            case "correct":
                item.Correct(Draft, Draft.Sha256, "当事人提出异议。", At("2024-09-21"));
                break;
            case "ask":
                item.AskToWithhold(WithholdingGround.ThirdParty, "公开会损害相邻商户的合法权益。", Clerk, At("2024-09-20"));
                break;
            case "approve" or "refuse":
                item.DecideWithholding(act == "approve", Head, At("2024-09-20"));
                break;
            case "end":
                item.DecisionEnded(TakedownGround.Revoked, "事实认定有误", Date("2024-09-23"), Date("2024-09-26"), At("2024-09-23"));
                break;
            case "withdraw":
                item.Withdraw("公示内容有误。", At("2024-09-21"));
                break;
            case "expire":
                item.Expire(At("2025-09-19"));
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(act), act, null);
        }
    }

    private static void Publish(PublicationItem item, string on) =>
        item.Publish(Draft, new(Draft.Sha256, CreditClass.Ordinary, Date(LastOfDisplay), AdultBecause: null, Clerk, At(on)));

    private static readonly DraftCopy Draft = new(
        new()
        {
            Number = "津汉当罚字〔2024〕第0001号",
            Organ = "汉沽街道办事处",
            DecidedOn = Date("2024-09-18"),
            Decision = "行政处罚决定",
            PartyKind = PartyKind.Citizen,
            PartyName = "王某",
            Offence = "占用道路",
            Basis = ["《城市道路管理条例》第四十二条"],
            Result = "罚款 50.00 元",
            MaskRules = MaskContext.RulesVersion,
        },
        [],
        []
    );

    private static DateTimeOffset At(string day) => new(Date(day), new(10, 0), TimeSpan.FromHours(8));
}
