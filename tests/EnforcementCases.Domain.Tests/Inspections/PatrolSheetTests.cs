using EnforcementCases.Domain.Inspections;
using EnforcementCases.Domain.Personnel;
using Shouldly;
using Xunit;
using static EnforcementCases.Domain.Tests.Cases.Ordinary.AnOrdinaryCase;
using static EnforcementCases.Domain.Tests.Inspections.AnInspection;
using static EnforcementCases.Domain.Tests.Law.Calendars;

namespace EnforcementCases.Domain.Tests.Inspections;

/// <summary>Patrol sheets, whose sums are counted from their rows, and the reminders handed out.</summary>
public sealed class PatrolSheetTests
{
    private static readonly DateTimeOffset Begin = At("2024-05-13", 9);
    private static readonly PatrolMember[] Members =
    [
        new(Guid.NewGuid(), "张三", OfficerCapacity.Officer),
        new(Guid.NewGuid(), "王辅", OfficerCapacity.Auxiliary),
    ];

    [Fact, Rule("ST-11")]
    public void Its_sums_are_those_of_its_rows()
    {
        var patrol = Patrol();

        patrol.PersonTimes.ShouldBe(2);
        patrol.VehicleTimes.ShouldBe(1);
        patrol.PlaceTimes.ShouldBe(3); // a place visited twice is two place-times
        patrol.StallsCleared.ShouldBe(7);
        patrol.ShopsCorrected.ShouldBe(2);
        patrol.PatrolledOn.ShouldBe(Date("2024-05-13"));
    }

    [Theory]
    [InlineData(0, "patrol.times")]
    [InlineData(1, null)]
    [InlineData(24 * 60, null)]
    [InlineData((24 * 60) + 1, "patrol.times")]
    public void It_ends_after_it_began_and_within_a_day(int minutes, string? code) =>
        new Action(() => Patrol(minutes)).ShouldRefuseWith(code);

    [Fact]
    public void Nobody_and_no_vehicle_is_on_it_twice()
    {
        new Action(() => Patrol(members: [Members[0], Members[0]])).ShouldRefuse(InspectionErrors.PatrolDoubled);
        new Action(() => Patrol(vehicles: ["津A1", "津A1"])).ShouldRefuse(InspectionErrors.PatrolDoubled);
    }

    [Theory]
    [InlineData("2024-05-12", "patrol.reminder-day")]
    [InlineData("2024-05-13", null)]
    public void A_reminder_leaves_time_until_the_day_itself(string correctBy, string? code) =>
        new Action(() => AReminder(Patrol(), correctBy)).ShouldRefuseWith(code);

    [Theory]
    [InlineData(ReminderEnd.Corrected, false, null)]
    [InlineData(ReminderEnd.PartyGone, false, null)]
    [InlineData(ReminderEnd.CaseEntered, true, null)]
    [InlineData(ReminderEnd.CaseEntered, false, "patrol.reminder-case")]
    [InlineData(ReminderEnd.Corrected, true, "patrol.reminder-case")]
    public void A_reminder_ends_with_a_case_or_without(ReminderEnd end, bool named, string? code)
    {
        var patrol = Patrol();
        var reminder = AReminder(patrol);

        new Action(() => reminder.EndBy(patrol, end, "已查看", named ? ACase() : null, At("2024-05-20"))).ShouldRefuseWith(code);
    }

    [Fact]
    public void A_reminder_ends_once_and_not_before_it_was_handed_out()
    {
        var patrol = Patrol();
        var reminder = AReminder(patrol);

        new Action(() => reminder.EndBy(patrol, ReminderEnd.Corrected, "已改正", null, At("2024-05-12", 23))).ShouldRefuse(
            InspectionErrors.OutOfOrder
        );
        new Action(() => reminder.EndBy(patrol, ReminderEnd.CaseEntered, "立案", ACase("2024-05-12"), At("2024-05-20"))).ShouldRefuse(
            InspectionErrors.FollowedBefore
        );
        reminder.EndBy(patrol, ReminderEnd.Corrected, "已改正", null, At("2024-05-13", 9));
        new Action(() => reminder.EndBy(patrol, ReminderEnd.Corrected, "已改正", null, At("2024-05-20"))).ShouldRefuse(
            InspectionErrors.NotOpen
        );
    }

    [Fact]
    public void A_void_sheet_stays_void_and_its_reminders_do_not_end()
    {
        var patrol = Patrol();
        var reminder = AReminder(patrol);
        patrol.Void("重复录入", Lead, At("2024-05-14"));

        new Action(() => patrol.Void("重复录入", Lead, At("2024-05-14"))).ShouldRefuse(InspectionErrors.NotOpen);
        new Action(() => reminder.EndBy(patrol, ReminderEnd.Corrected, "已改正", null, At("2024-05-20"))).ShouldRefuse(
            InspectionErrors.NotOpen
        );
    }

    private static PatrolSheet Patrol(int minutes = 180, PatrolMember[]? members = null, string[]? vehicles = null) =>
        new(
            Guid.NewGuid(),
            1,
            Street,
            Begin,
            Begin.AddMinutes(minutes),
            members ?? Members,
            vehicles ?? ["津A1"],
            [new("东风路菜市场", 4, 1), new("新开中路", 0, 1), new("东风路菜市场", 3, 0)],
            campaign: null,
            Lead
        );

    private static Reminder AReminder(PatrolSheet patrol, string correctBy = "2024-05-20") =>
        new(Guid.NewGuid(), 2, patrol, "津汉街综执提醒字〔2024〕第0001号", "吴小满", "请勿占道经营。", Date(correctBy), "/correctBy");
}
