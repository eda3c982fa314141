using EnforcementCases.Domain.Inspections;
using Shouldly;
using Xunit;
using static EnforcementCases.Domain.Tests.Cases.Ordinary.AnOrdinaryCase;
using static EnforcementCases.Domain.Tests.Inspections.AnInspection;
using static EnforcementCases.Domain.Tests.Law.Calendars;

namespace EnforcementCases.Domain.Tests.Inspections;

/// <summary>An announced draw: who may draw when, from what, and what is refused. 双随机、一公开.</summary>
public sealed class RandomDrawTests
{
    private const string Secret = "secret";
    private static readonly DrawObject[] Objects = [.. Enumerable.Range(1, 4).Select(n => new DrawObject(Guid.NewGuid(), $"对象{n}"))];
    private static readonly DrawOfficer[] Staff =
    [
        .. Enumerable.Range(1, 3).Select(n => new DrawOfficer(Guid.NewGuid(), $"人员{n}", $"T{n}")),
    ];

    [Theory]
    [InlineData(4, 2, 0, null)]
    [InlineData(5, 2, 0, "draw.too-few-objects")]
    [InlineData(2, 1, 0, "draw.too-few-officers")] // two check, never one
    [InlineData(2, 3, 0, null)]
    [InlineData(2, 4, 0, "draw.too-few-officers")]
    [InlineData(2, 2, 1, null)]
    [InlineData(2, 2, 2, "draw.too-few-officers")] // two of three have an interest in one object
    [Rule("INSP-54-1"), Rule("APL-43")]
    public void Enough_objects_and_officers_without_an_interest_are_on_the_lists(int objects, int officers, int interested, string? code)
    {
        var lists = new DrawLists(Objects, Staff, [.. Staff.Take(interested).Select(o => new DrawExclusion(Objects[0].Id, o.Id))]);

        new Action(() => Announced(lists, objects, officers)).ShouldRefuseWith(code);
    }

    [Fact]
    public void Another_person_draws_once_what_was_announced()
    {
        var draw = Announced();

        new Action(() => Draw(draw, by: Applicant)).ShouldRefuse(InspectionErrors.OwnRequest);
        new Action(() => Draw(draw, at: "2024-05-05")).ShouldRefuse(InspectionErrors.OutOfOrder);
        new Action(() => Draw(draw, secret: "another")).ShouldRefuse(InspectionErrors.SecretChanged);
        draw.State.ShouldBe(DrawState.Announced);
        draw.Secret.ShouldBeNull();

        Draw(draw);

        draw.State.ShouldBe(DrawState.Drawn);
        draw.ObjectsDrawn.ShouldBe(2);
        draw.DrawnOn.ShouldBe(Date("2024-05-08"));
        draw.Drawn.ShouldAllBe(d => d.CheckId != null && d.OfficerIds.Count == 2);
        new Action(() => Draw(draw)).ShouldRefuse(InspectionErrors.NotOpen);
        new Action(() => draw.Cancel("重新公告", Lead, At("2024-05-09"))).ShouldRefuse(InspectionErrors.NotOpen);
    }

    [Fact]
    public void A_cancelled_draw_is_not_made()
    {
        var draw = Announced();
        draw.Cancel("名录有误", Lead, At("2024-05-07"));

        new Action(() => Draw(draw)).ShouldRefuse(InspectionErrors.NotOpen);
        draw.CancelledBecause.ShouldBe("名录有误");
    }

    [Fact]
    public void A_drawn_object_that_gets_no_check_stays_in_the_draw()
    {
        var draw = Announced();

        draw.Draw(Secret, "0713", [], Lead, At("2024-05-08"), _ => null);

        draw.ObjectsDrawn.ShouldBe(2);
        draw.Drawn.ShouldAllBe(d => d.CheckId == null);
    }

    private static RandomDraw Announced(DrawLists? lists = null, int objects = 2, int officers = 2) =>
        new(
            Guid.NewGuid(),
            1,
            Street,
            new("五月抽查", "餐饮经营", "油烟排放", objects, officers, Date("2024-05-31")),
            lists ?? new(Objects, Staff, []),
            RandomSelection.Hash(Secret),
            Applicant,
            At("2024-05-06")
        );

    [Fact, Rule("APL-43")]
    public void An_interest_that_the_lists_do_not_exclude_stops_the_draw()
    {
        var known = new DrawExclusion(Objects[0].Id, Staff[0].Id);
        var draw = Announced(new(Objects, Staff, [known]));

        new Action(() => Draw(draw, interests: [known, new(Objects[1].Id, Staff[0].Id)])).ShouldRefuse(
            InspectionErrors.InterestSince,
            "人员1与检查对象“对象2”"
        );
        Draw(draw, interests: [known]);

        draw.State.ShouldBe(DrawState.Drawn);
    }

    private static void Draw(
        RandomDraw draw,
        string secret = Secret,
        Guid? by = null,
        string at = "2024-05-08",
        DrawExclusion[]? interests = null
    ) => draw.Draw(secret, "0713", interests ?? [], by ?? Lead, At(at), _ => Guid.NewGuid());
}
