using EnforcementCases.Domain.Supervision;
using Shouldly;
using Xunit;

namespace EnforcementCases.Domain.Tests.Supervision;

/// <summary>案卷评查的计分: the sheet against one made by hand, what is refused, and the draw.</summary>
public sealed class ReviewScoreTests
{
    private static readonly ReviewStandard Standard = ReviewStandard.InForceOn(new(2024, 7, 30))!;

    [Fact]
    public void The_sheet_has_26_vetoes_and_100_points()
    {
        Standard.Vetoes.Select(v => v.Id).ShouldBe(Enumerable.Range(1, 26).Select(i => $"V-{i:00}"));
        Standard.Items.Sum(i => i.Points).ShouldBe(100);
        Standard.Items.DistinctBy(i => i.Id).Count().ShouldBe(Standard.Items.Count);
        ReviewStandard.InForceOn(new(2021, 7, 14)).ShouldBeNull();
    }

    /// <summary>By hand: certificates 3 of 3 (twice 3, no item below 0), service 1 of 6, order of papers 2.5 of 6; the rejected deduction does not count: 100 − 6.5.</summary>
    [Fact]
    public void The_score_equals_a_sheet_made_by_hand()
    {
        FileFinding[] findings =
        [
            new("S-INV-1", 3, null, "甲"),
            new("S-INV-1", 3, null, "乙"),
            new("S-SERV-1", 1, null, "丙"),
            new("S-DEC-2", 1, null, "丁"),
        ];
        var score = FileReview.Score(Standard, findings, [new(findings[3], "理由在决定书第二页")], Judged("S-ARCH-1", 2.5m));
        (score.Points, score.Grade).ShouldBe((93.5m, ReviewGrade.Excellent));
        score.Vetoed.ShouldBeEmpty();

        var vetoed = FileReview.Score(
            Standard,
            [.. findings, new("V-25", 0, null, "未送达")],
            [new(findings[3], "见第二页")],
            Judged("S-ARCH-1", 2.5m)
        );
        (vetoed.Points, vetoed.SheetPoints, vetoed.Grade).ShouldBe((0m, 93.5m, ReviewGrade.Failed));
        vetoed.Vetoed.ShouldBe(["V-25"]);
        FileReview.Score(Standard, [], [], Judged("V-08", 0)).Vetoed.ShouldBe(["V-08"]);
    }

    [Theory]
    [InlineData(100, ReviewGrade.Excellent)]
    [InlineData(90, ReviewGrade.Excellent)]
    [InlineData(89.5, ReviewGrade.Passable)]
    [InlineData(60, ReviewGrade.Passable)]
    [InlineData(59.5, ReviewGrade.Failed)]
    public void Grades_begin_at_90_and_60(double points, ReviewGrade grade)
    {
        FileReview.GradeOf((decimal)points, vetoed: false).ShouldBe(grade);
        FileReview.GradeOf((decimal)points, vetoed: true).ShouldBe(ReviewGrade.Failed);
    }

    [Fact]
    public void What_only_a_person_can_judge_is_never_passed_in_silence()
    {
        foreach (var item in Standard.ToBeJudged)
            Refusal([], [], [.. Judged().Where(j => j.Item != item)]).ShouldBe(FileReview.NotJudged);
        Standard.ToBeJudged.ShouldContain("V-08");
        Standard.ToBeJudged.ShouldNotContain("V-25");
    }

    [Fact]
    public void Nothing_is_scored_without_a_reason_or_outside_the_standard()
    {
        FileFinding found = new("S-SERV-1", 1, null, "丙");
        Refusal([found], [new(found, " ")], Judged()).ShouldBe(FileReview.NoReason);
        Refusal([], [], [.. Judged().Where(j => j.Item != "V-08"), new("V-08", false)]).ShouldBe(FileReview.NoReason);
        Refusal([], [new(found, "理由")], Judged()).ShouldBe(FileReview.NotInStandard);
        Refusal([new("S-NONE", 1, null, "丙")], [], Judged()).ShouldBe(FileReview.NotInStandard);
        Refusal([], [], Judged("S-ARCH-1", 6.5m)).ShouldBe(FileReview.NotInStandard);
        Refusal([], [], Judged("S-ARCH-1", -1)).ShouldBe(FileReview.NotInStandard);
        Refusal([], [], [.. Judged(), new("V-08", true)]).ShouldBe(FileReview.NotInStandard);
    }

    [Fact]
    public void A_draw_is_repeated_from_its_seed_in_whatever_order_the_files_come()
    {
        Guid[] files = [.. Enumerable.Range(1, 50).Select(i => new Guid(i, 0, 0, new byte[8]))];
        var drawn = ReviewDraw.AtRandom("2024-3", files, 5);
        drawn.Count.ShouldBe(5);
        drawn.ShouldBeSubsetOf(files);
        ReviewDraw.AtRandom("2024-3", [.. files.Reverse(), files[0]], 5).ShouldBe(drawn);
        ReviewDraw.AtRandom("2024-4", files, 5).ShouldNotBe(drawn);
        ReviewDraw.AtRandom("2024-3", files, 60).Count.ShouldBe(50);
    }

    private static IReadOnlyList<JudgedItem> Judged(string? wrong = null, decimal deduction = 0) =>
        [.. Standard.ToBeJudged.Select(item => item == wrong ? new JudgedItem(item, false, deduction, "顺序颠倒") : new(item, true))];

    private static DomainError Refusal(
        IReadOnlyList<FileFinding> findings,
        IReadOnlyList<RejectedFinding> rejected,
        IReadOnlyList<JudgedItem> judged
    ) => Should.Throw<DomainException>(() => FileReview.Score(Standard, findings, rejected, judged)).Error;
}
