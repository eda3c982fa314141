using System.Globalization;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Cases.Archive;
using EnforcementCases.Domain.Cases.Enforcement;
using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Documents;
using Shouldly;
using Xunit;
using static EnforcementCases.Domain.Tests.Law.Calendars;

namespace EnforcementCases.Domain.Tests.Archive;

/// <summary>结案与归档.</summary>
public sealed class ClosingAndArchiveTests
{
    private static readonly ClosingFacts Done = new()
    {
        Reason = ClosingReason.Performed,
        ClosedOn = Date("2025-03-10"),
        OpenDuties = [],
    };

    [Fact, Rule("APL-72-END"), Rule("APL-33-3")]
    public void A_case_closes_for_a_reason_that_its_file_bears_out()
    {
        Closing(Done).ShouldRefuse(null);
        Closing(Done with { OpenDuties = ["罚款未缴清"] }).ShouldRefuse(DutiesOfCase.NotPerformed);

        var court = Done with { Reason = ClosingReason.ExecutedByCourt, OpenDuties = ["罚款未缴清"] };
        Closing(court).ShouldRefuse(CaseClosing.ReasonNotBorneOut);
        Closing(court with { CourtEndedOn = Date("2025-03-11") }).ShouldRefuse(CaseClosing.ReasonNotBorneOut);
        Closing(court with { CourtEndedOn = Date("2025-03-10") }).ShouldRefuse(null);

        var ended = Done with { Reason = ClosingReason.ExecutionEnded, OpenDuties = ["罚款未缴清"] };
        Closing(ended).ShouldRefuse(CaseClosing.ReasonNotBorneOut);
        Closing(ended with { EndGround = ExecutionEndGround.CitizenDied }).ShouldRefuse(null);

        var none = Done with { Reason = ClosingReason.NoPenalty };
        Closing(none).ShouldRefuse(CaseClosing.NotEducated);
        Closing(none with { EducatedOn = Date("2025-03-10") }).ShouldRefuse(null);
        Closing(none with { EducatedOn = Date("2025-03-10"), OpenDuties = ["违法行为未改正"] }).ShouldRefuse(DutiesOfCase.NotPerformed);

        Closing(Done with { Reason = ClosingReason.Withdrawn }).ShouldRefuse(CaseClosing.ReasonNotBorneOut);
        Closing(Done with { Reason = ClosingReason.Withdrawn, WithdrawalReason = "违法事实不能成立" }).ShouldRefuse(null);
        Closing(Done with { Reason = ClosingReason.Transferred }).ShouldRefuse(CaseClosing.ReasonNotBorneOut);
        Closing(Done with { Reason = ClosingReason.Transferred, TransferReceipt = "某局移送回执" }).ShouldRefuse(null);

        var revoked = Done with { Reason = ClosingReason.Revoked, RevokedOn = Date("2025-03-01") };
        Closing(revoked).ShouldRefuse(null);
        Closing(revoked with { RevokedOn = null }).ShouldRefuse(CaseClosing.ReasonNotBorneOut);
        Closing(revoked with { RefundOwedFen = 1 }).ShouldRefuse(CaseClosing.RefundOwed);

        static Action Closing(ClosingFacts facts) => () => CaseClosing.EnsureAllowed(facts);
    }

    [Fact, Rule("APL-72-END")]
    public void Every_reason_has_its_name() => Enum.GetValues<ClosingReason>().Select(r => r.Term()).ShouldBeUnique();

    [Fact, Rule("FILE-2")]
    public void A_file_is_bound_in_order_with_review_and_discussion_apart()
    {
        var file = FileBinding.Bind(Papers());

        file.Main.Select(l => l.Paper.Title).ShouldBe(["决定书", "送达回证", "立案审批表", "现场笔录", "询问笔录", "结案审批表"]);
        file.Main.Select(l => (l.Place, l.FirstPage, l.LastPage))
            .ShouldBe([(1, 1, 2), (2, 3, 3), (3, 4, 4), (4, 5, 7), (5, 8, 12), (6, 13, 13)]);
        file.Inner.Select(l => (l.Paper.Title, l.FirstPage)).ShouldBe([("法制审核意见书", 1), ("集体讨论记录", 2)]);
    }

    [Fact, Rule("FILE-2")]
    public void A_paper_without_pages_is_bound_nowhere() =>
        Should.Throw<ArgumentOutOfRangeException>(() => FileBinding.Bind([.. Papers().Select(p => p with { Pages = 0 })]));

    [Fact, Rule("FILE-2")]
    public void A_place_may_bind_everything_in_one_volume_and_in_another_order()
    {
        var file = FileBinding.Bind(Papers(), FileBinding.PartsOf(""), [FilePart.Filing, FilePart.Investigation]);

        file.Inner.ShouldBeEmpty();
        file.Main.Take(3).Select(l => l.Paper.Part).ShouldBe([FilePart.Filing, FilePart.Investigation, FilePart.Investigation]);
        file.Main.Count.ShouldBe(8);
        FileBinding.PartsOf(Default(LocalParameters.ArchiveInnerVolume)).ShouldBe(FileBinding.DefaultInnerParts);
    }

    [Theory, Rule("FILE-1")]
    [InlineData(0, 0, 0)]
    [InlineData(50, 1, 50)]
    [InlineData(51, 2, 1)]
    public void Simple_cases_are_bound_together_fifty_to_a_volume(int cases, int volumes, int last)
    {
        var bound = FileBinding.SimpleVolumes(
            [.. Enumerable.Range(1, cases)],
            int.Parse(Default(LocalParameters.SimpleVolumeSize), CultureInfo.InvariantCulture)
        );

        bound.Count.ShouldBe(volumes);
        (bound.Count == 0 ? 0 : bound[^1].Count).ShouldBe(last);
    }

    [Fact, Rule("FILE-3")]
    public void A_case_goes_to_the_archive_thirty_days_after_closing()
    {
        Archiving
            .Due(Date("2025-03-10"), Shipped, int.Parse(Default(LocalParameters.ArchiveAfter), CultureInfo.InvariantCulture))
            .LastDay.ShouldBe(Date("2025-04-09"));
        new Action(() => Archiving.EnsureClosed(null, Date("2025-03-10"))).ShouldRefuse(Archiving.NotClosed);
        new Action(() => Archiving.EnsureClosed(Date("2025-03-11"), Date("2025-03-10"))).ShouldRefuse(Archiving.NotClosed);
        new Action(() => Archiving.EnsureClosed(Date("2025-03-10"), Date("2025-03-10"))).ShouldRefuse(null);
    }

    [Theory, Rule("FILE-4")]
    [InlineData(true, false, RetentionClass.Simple, "10年", "2035-12-31")]
    [InlineData(false, false, RetentionClass.Ordinary, "30年", "2055-12-31")]
    [InlineData(false, true, RetentionClass.Major, "永久", null)]
    public void A_file_is_kept_by_its_class(bool simple, bool major, RetentionClass @class, string text, string? until)
    {
        Archiving.ClassOf(simple, major).ShouldBe(@class);
        var retention = Archiving.RetentionOf(Default(Archiving.ParameterOf(@class)));

        retention.ToString().ShouldBe(text);
        retention.KeepUntil(Date("2025-03-10")).ShouldBe(until is null ? null : Date(until));
    }

    private static string Default(ParameterKey key) => LocalParameter.Shipped.Single(p => p.Key == key).Default;

    private static IEnumerable<FilePaper> Papers() =>
        [
            new(FilePart.Closing, "结案审批表", null, Date("2025-03-10"), 1),
            new(FilePart.Investigation, "询问笔录", null, Date("2025-01-12"), 5),
            new(FilePart.Investigation, "现场笔录", null, Date("2025-01-10"), 3),
            new(FilePart.Cover, "封面", null, Date("2025-03-10"), 1),
            new(FilePart.Filing, "立案审批表", "津汉街综执立字〔2025〕第0001号", Date("2025-01-09"), 1),
            new(FilePart.CollectiveDiscussion, "集体讨论记录", null, Date("2025-02-05"), 3),
            new(FilePart.LegalReview, "法制审核意见书", null, Date("2025-02-01"), 1),
            new(FilePart.ServiceReturn, "送达回证", null, Date("2025-02-12"), 1),
            new(FilePart.Decision, "决定书", "津汉街综执罚决字〔2025〕第0001号", Date("2025-02-10"), 2),
        ];
}
