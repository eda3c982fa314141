using EnforcementCases.Domain.Cases.Coercion;
using EnforcementCases.Domain.Cases.Ordinary;
using Shouldly;
using Xunit;
using static EnforcementCases.Domain.Tests.Cases.Ordinary.AnOrdinaryCase;
using static EnforcementCases.Domain.Tests.Law.Calendars;

namespace EnforcementCases.Domain.Tests.Cases.Coercion;

/// <summary>Sealing and detaining. 行政强制法 第十七条至第二十八条.</summary>
public sealed class CoercionTests
{
    private static readonly ListedThing Cart = new("手推车", 1, "辆", "完好");

    private static readonly CoercionSteps Steps = new(
        At("2025-01-15"),
        Emergency: false,
        new(Head, At("2025-01-15", 9)),
        [OfficerA, OfficerB],
        At("2025-01-15"),
        PartyCalled: true,
        At("2025-01-15"),
        "没有意见",
        "现场笔录 1 号",
        PartyPresent: true,
        PartySigned: true,
        RefusalNote: null,
        OfficersSigned: true,
        Witness: null,
        "没有其他程序规定"
    );

    private static readonly CoercionPaper Paper = new(
        "某某商店",
        "某路 1 号",
        "涉嫌占道经营",
        "《某条例》第四十条",
        Date("2025-02-14"),
        [Cart],
        "六十日内申请行政复议，六个月内提起行政诉讼",
        "某某街道办事处",
        Date("2025-01-15"),
        At("2025-01-15"),
        ListCopies: 2
    );

    [Fact, Rule("ACL-17")]
    public void The_power_is_off_until_a_basis_is_on_file()
    {
        Seal(null).ShouldRefuse(CoerciveMeasure.NoPower, "没有行政强制措施权");
        Seal(new()).ShouldRefuse(CoerciveMeasure.NoPower);
        Seal(new(IsOn: true)).ShouldRefuse(CoerciveMeasure.NoPower, "没有写明依据");
        Seal(new(IsOn: false, "某决定")).ShouldRefuse(CoerciveMeasure.NoPower, "没有行政强制措施权");
        Seal(new(IsOn: true, "某决定")).ShouldRefuse(null);

        static Action Seal(CoercionPower? power) => () => CoerciveMeasure.EnsurePower(power);
    }

    [Fact, Rule("ACL-18")]
    public void Ten_steps_are_taken()
    {
        Missing(Steps).ShouldBe("");
        Missing(Steps with { Approval = null }).ShouldBe("第一项");
        Missing(Steps with { Approval = new(Head, At("2025-01-15", 11)) }).ShouldBe("第一项");
        Missing(Steps with { Approval = null, Emergency = true }).ShouldBe("");
        Missing(Steps with { OfficersPersonIds = [OfficerA, OfficerA] }).ShouldBe("第二项");
        Missing(Steps with { CertificatesShownAt = null }).ShouldBe("第三项");
        Missing(Steps with { CertificatesShownAt = At("2025-01-15", 11) }).ShouldBe("第三项");
        Missing(Steps with { ReasonsBasisAndRightsNotifiedAt = null }).ShouldBe("第五项");
        Missing(Steps with { PartyHeard = " " }).ShouldBe("第六项");
        Missing(Steps with { SceneRecord = null }).ShouldBe("第七项");
        Missing(Steps with { PartySigned = false }).ShouldBe("第八项");
        Missing(Steps with { PartySigned = false, RefusalNote = "拒绝签名" }).ShouldBe("");
        Missing(Steps with { OfficersSigned = false }).ShouldBe("第八项");
        Missing(Steps with { OtherSteps = null }).ShouldBe("第十项");

        var absent = Steps with { PartyPresent = false, PartySigned = false, PartyHeard = null, ReasonsBasisAndRightsNotifiedAt = null };
        Missing(absent).ShouldBe("第九项");
        Missing(absent with { Witness = "居委会李某" }).ShouldBe("");
        Missing(absent with { Witness = "居委会李某", PartyCalled = false }).ShouldBe("第四项");
        new Action(() => CoerciveMeasure.EnsureStepsTaken(absent)).ShouldRefuse(CoerciveMeasure.StepMissing);

        static string Missing(CoercionSteps steps) => string.Join(',', CoerciveMeasure.MissingSteps(steps).Select(s => s.Detail[..3]));
    }

    [Fact, Rule("ACL-19")]
    public void After_an_emergency_the_head_is_told_within_24_clock_hours()
    {
        var at = At("2025-01-28", 15); // the day of the festival brings no relief
        State(null, null, at.AddHours(24)).ShouldBe(EmergencyState.AwaitingApproval);
        State(null, null, at.AddHours(24).AddSeconds(1)).ShouldBe(EmergencyState.Overdue);
        State(true, at.AddHours(24), at.AddDays(3)).ShouldBe(EmergencyState.Approved);
        State(true, at.AddHours(25), at.AddDays(3)).ShouldBe(EmergencyState.Overdue);
        State(false, at.AddHours(1), at.AddHours(2)).ShouldBe(EmergencyState.MustLift);

        EmergencyState State(bool? agreed, DateTimeOffset? saidAt, DateTimeOffset now) =>
            CoerciveMeasure.EmergencyStateAt(at, agreed, saidAt, now, Shipped);
    }

    [Fact, Rule("ACL-23")]
    public void Only_things_tied_to_the_breach_are_sealed_and_none_twice()
    {
        Seal(new(Cart, TiedToBreach: true)).ShouldRefuse(null);
        Seal(new(Cart, TiedToBreach: false)).ShouldRefuse(CoerciveMeasure.ThingNotAllowed);
        Seal(new(Cart, TiedToBreach: true, NecessityOfLife: true)).ShouldRefuse(CoerciveMeasure.ThingNotAllowed);
        Seal(new(Cart, TiedToBreach: true, SealedByOther: true)).ShouldRefuse(CoerciveMeasure.AlreadySealed, "不得重复查封");
        Seal(new(Cart, TiedToBreach: true, SealedByOther: true), CoerciveMeasureKind.Detain)
            .ShouldRefuse(CoerciveMeasure.AlreadySealed, "已被查封，不得扣押");

        static Action Seal(CoercionObject thing, CoerciveMeasureKind kind = CoerciveMeasureKind.Seal) =>
            () => CoerciveMeasure.EnsureThingsAllowed(kind, [thing]);
    }

    [Fact, Rule("ACL-24")]
    public void Paper_and_list_are_complete_and_handed_over()
    {
        Hand(Paper).ShouldRefuse(null);
        Lacking(Paper with { PartyName = "" }, "当事人的姓名或者名称、地址");
        Lacking(Paper with { PartyAddress = "" }, "当事人的姓名或者名称、地址");
        Lacking(Paper with { Reason = "" }, "查封、扣押的理由、依据和期限");
        Lacking(Paper with { Basis = "" }, "查封、扣押的理由、依据和期限");
        Lacking(Paper with { Until = null }, "查封、扣押的理由、依据和期限");
        Lacking(Paper with { Things = [] }, "名称、数量");
        Lacking(Paper with { Things = [Cart, Cart with { Quantity = 0 }] }, "名称、数量");
        Lacking(Paper with { Things = [Cart with { State = "" }] }, "名称、数量");
        Lacking(Paper with { Remedies = "" }, "途径和期限");
        Lacking(Paper with { SealOf = null }, "印章和日期");
        Lacking(Paper with { DatedOn = null }, "印章和日期");
        Lacking(Paper with { DeliveredAt = null }, "当场交付");
        Lacking(Paper with { ListCopies = 1 }, "清单一式二份");

        static void Lacking(CoercionPaper paper, string part)
        {
            CoerciveMeasure.Missing(paper).ShouldHaveSingleItem().ShouldContain(part);
            Hand(paper).ShouldRefuse(CoerciveMeasure.PaperIncomplete, part);
        }
        static Action Hand(CoercionPaper paper) => () => CoerciveMeasure.EnsurePaper(paper);
    }

    [Fact, Rule("ACL-25")]
    public void Thirty_days_and_one_extension_that_never_roll_forward()
    {
        var extension = new CoercionExtension(new(Head, At("2025-02-14")), "情况复杂", Date("2025-02-14"), 30);
        Last([]).ShouldBe(Date("2025-02-14"));
        Last([extension]).ShouldBe(Date("2025-03-16"), "a Sunday, and stays there");
        Last([extension with { Days = 10 }]).ShouldBe(Date("2025-02-24"));
        Last([], Testing("2025-01-20")).ShouldBe(Date("2025-02-26"), "twelve days of testing");

        Extend([extension, extension]).ShouldRefuse(CoercionTerm.SecondExtension);
        Extend([extension with { Days = 31 }]).ShouldRefuse(CoercionTerm.ExtensionNotAllowed);
        Extend([extension with { Approval = null }]).ShouldRefuse(CoercionTerm.ExtensionNotAllowed, "没有负责人批准");
        Extend([extension with { Days = 0 }]).ShouldRefuse(CoercionTerm.ExtensionNotAllowed);
        Extend([extension with { Days = 1 }]).ShouldRefuse(null);
        Extend([extension with { Approval = new(Head, At("2025-02-15")) }])
            .ShouldRefuse(CoercionTerm.ExtensionNotAllowed, "已于 2025-02-14 届满");
        Extend([extension with { Approval = new(Head, At("2025-02-15")) }], Testing("2025-01-20")).ShouldRefuse(null);
        Extend([extension with { Reasons = "" }]).ShouldRefuse(CoercionTerm.ExtensionNotAllowed, "没有说明理由");
        Extend([extension with { NotifiedOn = null }]).ShouldRefuse(CoercionTerm.ExtensionNotAllowed, "没有书面告知当事人");
        Extend([], Testing(null)).ShouldRefuse(CoercionTerm.ExclusionWithoutNotice, "检测期间没有书面告知");
        Extend([], Testing("2025-01-20") with { To = Date("2025-01-19") }).ShouldRefuse(CoercionTerm.ExclusionWithoutNotice, "期间不明确");
        Extend([], Testing("2025-01-20") with { To = Date("2025-01-20") }).ShouldRefuse(null); // one day

        static TestingPeriod Testing(string? told) => new(Date("2025-01-20"), Date("2025-01-31"), "检测", told is null ? null : Date(told));
        static DateOnly Last(CoercionExtension[] extensions, params TestingPeriod[] testing) =>
            CoercionTerm.LastDay(Date("2025-01-15"), Shipped, extensions, testing).LastDay;
        static Action Extend(CoercionExtension[] extensions, params TestingPeriod[] testing) => () => Last(extensions, testing);
    }

    [Fact, Rule("ACL-26")]
    public void The_party_never_pays_for_storage()
    {
        new Action(() => CoercionLifting.EnsureStorageFree(Money.Zero)).ShouldRefuse(null);
        new Action(() => CoercionLifting.EnsureStorageFree(Money.OfFen(1))).ShouldRefuse(CoercionLifting.StorageCharged);
    }

    [Fact, Rule("ACL-27-28")]
    public void A_measure_is_lifted_on_one_of_five_grounds_or_as_not_approved_and_the_things_go_back()
    {
        Enum.GetValues<LiftingGround>().Length.ShouldBe(6);
        var lifting = new CoercionLiftingRecord(LiftingGround.Expired, At("2025-02-15"), At("2025-02-15"), "王某");
        Lift(lifting).ShouldRefuse(null);
        Lift(lifting with { Ground = null }).ShouldRefuse(CoercionLifting.NoGround);
        Lift(lifting with { ReturnedAt = null }).ShouldRefuse(CoercionLifting.NotReturned, "没有退还时间");
        Lift(lifting with { ReceivedBy = " " }).ShouldRefuse(CoercionLifting.NotReturned, "没有领取人签收");

        var last = CoercionTerm.LastDay(Date("2025-01-15"), Shipped);
        new Action(() => CoercionLifting.EnsureStillStands(last, At("2025-02-14", 23))).ShouldRefuse(null);
        new Action(() => CoercionLifting.EnsureStillStands(last, At("2025-02-15", 0))).ShouldRefuse(CoercionLifting.TimeOver);

        static Action Lift(CoercionLiftingRecord lifting) => () => CoercionLifting.EnsureComplete(lifting);
    }
}
