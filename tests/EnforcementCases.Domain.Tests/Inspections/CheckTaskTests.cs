using EnforcementCases.Domain.Inspections;
using EnforcementCases.Domain.Personnel;
using Shouldly;
using Xunit;
using static EnforcementCases.Domain.Tests.Cases.Ordinary.AnOrdinaryCase;
using static EnforcementCases.Domain.Tests.Inspections.AnInspection;
using static EnforcementCases.Domain.Tests.Law.Calendars;

namespace EnforcementCases.Domain.Tests.Inspections;

/// <summary>A check of a named object: who may, what each state allows, what a complete record is, and whether it counts. 国办发〔2024〕54号; ST-6.</summary>
public sealed class CheckTaskTests
{
    private static readonly string[] Every = ["approve", "refuse", "withdraw", "enter", "amend", "record", "follow", "publish"];

    /// <summary>A state, an act and the state after it; null: refused.</summary>
    public static TheoryData<CheckState, string, CheckState?> Acts
    {
        get
        {
            var rows = new TheoryData<CheckState, string, CheckState?>();
            Add(CheckState.Applied, CheckState.Approved, CheckState.Refused, CheckState.Withdrawn, null, null, null, null, null);
            Add(CheckState.Refused, null, null, null, null, null, null, null, null);
            Add(CheckState.Approved, null, null, CheckState.Withdrawn, CheckState.Entered, null, null, null, null);
            Add(CheckState.Entered, null, null, null, null, CheckState.Entered, CheckState.Recorded, null, null);
            Add(CheckState.Recorded, null, null, null, null, null, null, CheckState.Recorded, CheckState.Recorded); // complete: neither amended nor made again
            Add(CheckState.Withdrawn, null, null, null, null, null, null, null, null);
            return rows;

            void Add(CheckState from, params CheckState?[] after)
            {
                foreach (var (act, to) in Every.Zip(after))
                    rows.Add(from, act, to);
            }
        }
    }

    [Theory, Rule("INSP-54-2")]
    [MemberData(nameof(Acts))]
    public void Each_state_allows_its_acts_and_no_other(CheckState state, string act, CheckState? after)
    {
        var check = In(state);
        var version = check.Version;

        if (after is null)
            new Action(() => Do(check, act)).ShouldThrow<DomainException>().ShouldSayWhat();
        else
            Do(check, act);

        check.State.ShouldBe(after ?? state);
        check.Version.ShouldBe(after is null ? version : version + 1);
    }

    public static TheoryData<string, string?> Teams =>
        new()
        {
            { "two", null },
            { "one", "inspection.not-two-officers" },
            { "one twice", "inspection.not-two-officers" },
            { "one and an auxiliary", "inspection.not-two-officers" },
            { "two and an auxiliary", "inspection.not-two-officers" },
            { "one and somebody without a certificate", "inspection.not-two-officers" },
            { "one and a certificate that ended the day before", "certificate.not-valid" },
            { "one and a certificate that ends on the day", null },
        };

    [Theory, Rule("INSP-54-1"), Rule("APL-42-AUX")]
    [MemberData(nameof(Teams))]
    public void Two_certified_officers_check(string team, string? code)
    {
        OfficerAtScene[] officers = team switch
        {
            "two" => [First, Second],
            "one" => [First],
            "one twice" => [First, First],
            "one and an auxiliary" => [First, Officer("王辅", OfficerCapacity.Auxiliary, certified: false)],
            "two and an auxiliary" => [First, Second, Officer("王辅", OfficerCapacity.Auxiliary, certified: false)],
            "one and somebody without a certificate" => [First, Officer("赵六", certified: false)],
            "one and a certificate that ended the day before" => [First, Officer("赵六", validTo: "2024-05-12")],
            _ => [First, Officer("赵六", validTo: "2024-05-13")],
        };

        new Action(() => CheckOfficer.Certified(officers, Day)).ShouldRefuseWith(code);
    }

    [Fact, Rule("INSP-54-2")]
    public void Nobody_decides_on_what_he_applied_for()
    {
        new Action(() => AnApplication().Decide(null, Applicant, At("2024-05-10", 15))).ShouldRefuse(InspectionErrors.OwnRequest);
        new Action(() => AnApplication().Decide(null, Lead, At("2024-05-10", 8))).ShouldRefuse(InspectionErrors.OutOfOrder);
    }

    [Fact, Rule("INSP-54-1"), Rule("INSP-54-2")]
    public void The_officers_of_the_check_enter_by_its_own_code()
    {
        new Action(() => AnApproved().Enter(Entry, Officers, Lead)).ShouldRefuse(InspectionErrors.NotOfficerOfCheck);
        new Action(() => InProgress(Entry with { Code = "ABCDEFGHJKLM23456789" })).ShouldRefuse(InspectionErrors.WrongCode);
        new Action(() => InProgress(Entry with { At = At("2024-05-10", 14) })).ShouldRefuse(InspectionErrors.OutOfOrder);

        var unread = InProgress(Entry with { Code = null, NotScannedBecause = "设备故障" });

        unread.Scanned.ShouldBeFalse();
        unread.NotScannedBecause.ShouldBe("设备故障");
    }

    [Theory, Rule("INSP-54-2")]
    [InlineData("2024-12-31", null)]
    [InlineData("2025-01-01", "inspection.other-year")]
    public void A_check_is_made_in_the_year_of_its_plan(string day, string? code)
    {
        var entry = Entry with { At = At(day, 0), CertificatesShownAt = null };

        new Action(() => InProgress(entry)).ShouldRefuseWith(code);
    }

    [Theory, Rule("APL-55")]
    [InlineData(0, null)] // minutes after the entry
    [InlineData(-12 * 60, null)]
    [InlineData((-12 * 60) - 1, "inspection.out-of-order")]
    [InlineData(1, "inspection.out-of-order")] // not yet shown when the entry is stated
    public void Certificates_are_shown_at_this_visit(int minutes, string? code) =>
        new Action(() => InProgress(Entry with { CertificatesShownAt = EnteredAt.AddMinutes(minutes) })).ShouldRefuseWith(code);

    [Theory]
    [InlineData(0, null)]
    [InlineData(1, "inspection.out-of-order")]
    public void The_object_is_notified_before_the_entry(int minutes, string? code) =>
        new Action(() => InProgress(Entry with { NotifiedAt = EnteredAt.AddMinutes(minutes) })).ShouldRefuseWith(code);

    public static TheoryData<MissingInCheck> Parts => [.. Enum.GetValues<MissingInCheck>()];

    [Theory, Rule("INSP-STAT"), Rule("ST-6")]
    [MemberData(nameof(Parts))]
    public void A_record_that_lacks_a_part_is_no_check_until_it_is_made_up_for(MissingInCheck part)
    {
        var entry = part switch
        {
            MissingInCheck.Scan => Entry with { Code = null },
            MissingInCheck.Notice => Entry with { NotifiedAt = null },
            MissingInCheck.Certificates => Entry with { CertificatesShownAt = null },
            _ => Entry,
        };
        var record = part switch
        {
            MissingInCheck.Findings => Record() with { Findings = null },
            MissingInCheck.Result => Record(result: null),
            MissingInCheck.Signature => Record() with { Signed = false },
            _ => Record(),
        };
        var check = InProgress(entry);
        check.MakeRecord(record, Date("2024-06-12"), First.PersonId);

        check.Missing().ShouldBe([part]);
        IsCounted(check).ShouldBeFalse();
        new Action(() => check.Publish(Lead, EnteredAt.AddDays(1))).ShouldRefuse(InspectionErrors.RecordIncomplete);

        check.AmendEntry("设备故障", "突击检查", EnteredAt, Second.PersonId, EnteredAt.AddHours(2));
        if (!check.IsComplete)
            check.MakeRecord(
                Record() with
                {
                    At = EnteredAt.AddHours(2),
                    Signed = false,
                    RefusalNote = "负责人拒绝签字，已录像",
                },
                Date("2024-06-12"),
                Second.PersonId
            );

        check.Missing().ShouldBeEmpty();
        IsCounted(check).ShouldBeTrue();
        new Action(() => check.MakeRecord(Record(), Date("2024-06-12"), First.PersonId)).ShouldRefuse(InspectionErrors.RecordComplete);
    }

    [Fact]
    public void What_was_recorded_at_the_entry_stays()
    {
        var check = InProgress(Entry with { CertificatesShownAt = null });

        check.AmendEntry("设备故障", "突击检查", EnteredAt.AddMinutes(2), First.PersonId, EnteredAt.AddHours(1));

        check.NotScannedBecause.ShouldBeNull(); // the code was read
        check.UnannouncedBecause.ShouldBeNull(); // the object was notified
        check.CertificatesShownAt.ShouldBe(EnteredAt.AddMinutes(2));
    }

    [Theory, Rule("INSP-STAT"), Rule("ST-6")]
    [InlineData(CheckResult.NoProblem, true)]
    [InlineData(CheckResult.CorrectedAtOnce, true)]
    [InlineData(CheckResult.Uncooperative, true)]
    [InlineData(CheckResult.NotReached, true)]
    [InlineData(CheckResult.OrderedToCorrect, false)] // the order counts, not the check
    [InlineData(CheckResult.ToBeHandled, false)]
    public void A_check_counts_unless_something_follows_it(CheckResult result, bool counts)
    {
        var check = ARecorded(result);
        IsCounted(check).ShouldBe(counts);
        IsFollowed(check).ShouldBe(!counts);

        check.Follow(ACase(), otherPartyBecause: null, EnteredAt.AddDays(2));

        IsCounted(check).ShouldBeFalse();
        IsFollowed(check).ShouldBeTrue();
        new Action(() => check.Follow(ACase(), null, EnteredAt.AddDays(2))).ShouldRefuse(InspectionErrors.NotOpen);
    }

    [Theory, Rule("INSP-STAT")]
    [InlineData("2024-05-12", "inspection.followed-before")]
    [InlineData("2024-05-13", null)]
    [InlineData(null, null)] // not filed yet
    public void What_follows_is_not_before_the_check(string? filedOn, string? code) =>
        new Action(() => ARecorded().Follow(ACase(filedOn), null, EnteredAt.AddDays(2))).ShouldRefuseWith(code);

    [Fact, Rule("INSP-STAT")]
    public void What_follows_concerns_the_object_or_says_why_not()
    {
        var other = ACase() with { PartyName = "王某" };

        new Action(() => ARecorded().Follow(other, null, EnteredAt.AddDays(2))).ShouldRefuse(InspectionErrors.OtherParty);
        new Action(() => ARecorded().Follow(other, "王某为该店经营者", EnteredAt.AddDays(2))).ShouldNotThrow();
    }

    [Theory]
    [InlineData("2024-06-12", false)]
    [InlineData("2024-06-13", true)]
    public void A_result_is_late_after_its_last_day(string publishedOn, bool late)
    {
        var check = ARecorded();
        check.IsLate(Date(publishedOn)).ShouldBe(late); // it still waits

        check.Publish(Lead, At(publishedOn, 9));

        check.IsLate(Date("2025-01-01")).ShouldBe(late);
        check.PublishedOn.ShouldBe(Date(publishedOn));
    }

    [Theory, Rule("INSP-54-2")]
    [InlineData(CheckState.Applied, false)]
    [InlineData(CheckState.Refused, false)]
    [InlineData(CheckState.Approved, true)]
    [InlineData(CheckState.Entered, true)]
    [InlineData(CheckState.Recorded, true)]
    [InlineData(CheckState.Withdrawn, false)]
    public void What_is_approved_or_done_takes_a_place_under_the_cap(CheckState state, bool counts) =>
        CheckTask.TowardsCap.Contains(In(state).State).ShouldBe(counts);

    private static bool IsCounted(CheckTask check) => CheckTask.IsCounted.Compile()(check);

    private static bool IsFollowed(CheckTask check) => CheckTask.IsFollowed.Compile()(check);

    private static CheckTask In(CheckState state)
    {
        var check = state switch
        {
            CheckState.Applied or CheckState.Refused or CheckState.Withdrawn => AnApplication(),
            CheckState.Approved => AnApproved(),
            CheckState.Entered => InProgress(),
            CheckState.Recorded => ARecorded(),
        };
        if (state is CheckState.Refused)
            Do(check, "refuse");
        if (state is CheckState.Withdrawn)
            Do(check, "withdraw");
        return check;
    }

    private static void Do(CheckTask check, string act)
    {
        var at = EnteredAt.AddHours(3);
        switch (act)
        {
            case "approve":
                check.Decide(refusedBecause: null, Lead, at);
                break;
            case "refuse":
                check.Decide("不在计划内", Lead, at);
                break;
            case "withdraw":
                check.Withdraw("对象停业", Lead, at);
                break;
            case "enter":
                check.Enter(Entry, Officers, First.PersonId);
                break;
            case "amend":
                check.AmendEntry(null, null, null, First.PersonId, at);
                break;
            case "record":
                check.MakeRecord(Record(), Date("2024-06-12"), First.PersonId);
                break;
            case "follow":
                check.Follow(ACase(), null, at);
                break;
            default:
                check.Publish(Lead, at);
                break;
        }
    }
}
