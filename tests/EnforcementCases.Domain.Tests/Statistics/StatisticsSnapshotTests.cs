using System.Security.Cryptography;
using System.Text;
using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Statistics;
using Shouldly;
using Xunit;
using static EnforcementCases.Domain.Tests.Cases.Ordinary.AnOrdinaryCase;

namespace EnforcementCases.Domain.Tests.Statistics;

/// <summary>A year's figures as they stood when they were frozen.</summary>
[Rule("ST-10")]
public sealed class StatisticsSnapshotTests
{
    private static readonly Organisation Street = new(
        Guid.NewGuid(),
        null,
        OrganisationKind.Street,
        "hg",
        "汉沽街道",
        new(),
        At("2021-01-01")
    );
    private static readonly RecordCut Cut = new(120, 345, [0xab, 0xcd]);
    private static readonly (Guid A, Guid B) Cases = (new Guid(1, 0, 0, new byte[8]), new Guid(2, 0, 0, new byte[8]));

    [Fact]
    public void The_first_one_needs_no_reason_and_every_later_one_does()
    {
        var first = Take("2025-01-05");
        first.ShouldHave(
            new
            {
                Product = "annual-penalties",
                Year = 2024,
                OrganisationId = Street.Id,
                OrganisationPath = "/hg/",
                RecordOrganisationPath = "/hg/",
                RecordChainId = Street.Id,
                Revision = 1,
                SupersedesId = (Guid?)null,
                ReasonForChange = (string?)null,
                CutOffAt = At("2025-01-05"),
                GeneratedAt = At("2025-01-05"),
                GeneratedBy = (Guid?)OfficerA,
                IsPreliminary = false,
                LogEntries = 120L,
                LogLastSeq = 345L,
                LogHash = new byte[] { 0xab, 0xcd },
            }
        );
        first.Checks.ShouldBe([new("合计", 2, 2)]);

        new Action(() => Take("2025-02-01", first, " ")).ShouldRefuse(StatisticsSnapshot.ReasonMissing);
        new Action(() => Take("2025-02-01", first, null)).ShouldRefuse(StatisticsSnapshot.ReasonMissing);
        Take("2025-02-01", first, "补录两件")
            .ShouldHave(
                new
                {
                    Revision = 2,
                    SupersedesId = (Guid?)first.Id,
                    ReasonForChange = "补录两件",
                }
            );
    }

    [Theory]
    [InlineData("2023-12-31", null)]
    [InlineData("2024-01-01", true)]
    [InlineData("2024-12-31", true)] // the year is not over
    [InlineData("2025-01-01", false)]
    public void A_year_that_has_not_begun_is_not_counted_and_one_that_runs_is_preliminary(string cutOff, bool? preliminary)
    {
        if (preliminary is null)
            new Action(() => Take(cutOff)).ShouldRefuse(StatisticsSnapshot.YearAhead);
        else
            Take(cutOff).IsPreliminary.ShouldBe(preliminary.Value);
    }

    [Fact, Rule("ST-11")]
    public void Figures_that_do_not_add_up_are_never_frozen()
    {
        new Action(() => Take("2025-01-05", checks: [new("合计", 3, 2)])).ShouldRefuse(FigureIdentity.Broken);
        new Action(() => Take("2025-01-05").Freeze([(Figures.CasesClosed, 2, [new(Cases.A, 1)])])).ShouldRefuse(FigureIdentity.Broken);
    }

    [Fact, Rule("ST-1")]
    public void Each_figure_is_frozen_with_its_cases_and_all_of_them_under_one_hash()
    {
        var snapshot = Take("2025-01-05");

        snapshot.Freeze([
            (Figures.PenaltyCasesEntered, 2, [new(Cases.A, 1), new(Cases.B, 1)]),
            (Figures.FinesImposedYuan, 150_00, [new(Cases.A, 100_00), new(Cases.B, 50_00)]),
        ]);

        snapshot.Figures.Count.ShouldBe(2);
        snapshot
            .Figures[1]
            .ShouldHave(
                new
                {
                    SnapshotId = snapshot.Id,
                    Place = 2,
                    Key = "finesImposedYuan",
                    Name = "罚款决定数额",
                    Unit = FigureUnit.Yuan,
                    CountedBy = CountingDate.Decision,
                    DefinitionVersion = 1,
                    Measure = 150_00L,
                    CaseCount = 2,
                }
            );
        snapshot.Figures[1].Cases.ShouldBe([new(Cases.A, 100_00), new(Cases.B, 50_00)]);
        var first =
            """{"v":1,"cases":[{"caseId":"00000001-0000-0000-0000-000000000000","measure":1},{"caseId":"00000002-0000-0000-0000-000000000000","measure":1}]}""";
        var second =
            """{"v":1,"cases":[{"caseId":"00000001-0000-0000-0000-000000000000","measure":10000},{"caseId":"00000002-0000-0000-0000-000000000000","measure":5000}]}""";
        var checks = """{"v":1,"checks":[{"name":"合计","total":2,"sumOfParts":2,"holds":true}]}""";
        snapshot.Figures.Select(f => f.StoredCases).ShouldBe([first, second]);
        snapshot.StoredChecks.ShouldBe(checks);
        var content =
            $$"""{"checks":"{{Sha(checks)}}","figures":["""
            + $$"""{"caseCount":2,"cases":"{{Sha(
                first
            )}}","countedBy":"Decision","key":"penaltyCasesEntered","measure":2,"name":"行政处罚案件","unit":"Cases","version":1},"""
            + $$"""{"caseCount":2,"cases":"{{Sha(
                second
            )}}","countedBy":"Decision","key":"finesImposedYuan","measure":15000,"name":"罚款决定数额","unit":"Yuan","version":1}"""
            + """],"organisation":"/hg/","product":"annual-penalties","v":1,"year":2024}""";
        snapshot.ContentHash.ShouldBe(Sha(content));
        snapshot.EnsureUnaltered();
        snapshot.ShouldRecord(
            "statistics-frozen",
            At("2025-01-05"),
            new
            {
                snapshot = snapshot.Id,
                product = "annual-penalties",
                year = 2024,
                period = "2024",
                revision = 1,
                supersedes = (Guid?)null,
                contentSha256 = snapshot.ContentHash,
                logEntries = 120,
                logSha256 = "abcd",
                figures = new { penaltyCasesEntered = 2, finesImposedYuan = 150_00 },
            }
        );
    }

    [Theory]
    [InlineData(nameof(StatisticsSnapshot.StoredChecks), """{"v":1,"checks":[]}""")]
    [InlineData(nameof(StatisticsSnapshot.StoredChecks), "[]")]
    [InlineData(nameof(StatisticsSnapshot.Year), 2023)]
    [InlineData(nameof(SnapshotFigure.StoredCases), """{"v":1,"cases":[]}""")]
    [InlineData(nameof(SnapshotFigure.Measure), 3L)]
    [InlineData(nameof(SnapshotFigure.Name), "结案案件")]
    public void A_snapshot_that_was_changed_where_it_is_stored_is_refused(string member, object value)
    {
        var snapshot = Take("2025-01-05");
        snapshot.Freeze([(Figures.PenaltyCasesEntered, 2, [new(Cases.A, 1), new(Cases.B, 1)])]);

        Put(typeof(StatisticsSnapshot).GetProperty(member) is null ? snapshot.Figures[0] : snapshot, member, value);

        new Action(snapshot.EnsureUnaltered).ShouldRefuse(StatisticsSnapshot.Altered);
    }

    /// <summary>As they were stored before formats had versions.</summary>
    [Fact]
    public void A_snapshot_of_version_0_is_read_and_checked_as_it_was_hashed()
    {
        var snapshot = Take("2025-01-05");
        snapshot.Freeze([(Figures.PenaltyCasesEntered, 2, [new(Cases.A, 1), new(Cases.B, 1)])]);
        Put(snapshot, "StoredChecks", """[{"name":"合计","total":2,"sumOfParts":2,"holds":true}]""");
        Put(snapshot.Figures[0], "StoredCases", "00000001-0000-0000-0000-000000000000 1\n00000002-0000-0000-0000-000000000000 1");
        var content =
            """{"figures":[{"cases":["00000001-0000-0000-0000-000000000000 1","00000002-0000-0000-0000-000000000000 1"],"key":"penaltyCasesEntered","measure":2,"version":1}],"organisation":"/hg/","product":"annual-penalties","year":2024}""";
        Put(snapshot, "ContentHash", Sha(content));

        snapshot.EnsureUnaltered();

        snapshot.Checks.ShouldBe([new("合计", 2, 2)]);
        snapshot.Figures[0].Cases.ShouldBe([new(Cases.A, 1), new(Cases.B, 1)]);
        Put(snapshot.Figures[0], "StoredCases", "");
        snapshot.Figures[0].Cases.ShouldBeEmpty();
        new Action(snapshot.EnsureUnaltered).ShouldRefuse(StatisticsSnapshot.Altered);
    }

    [Fact]
    public void A_figure_is_found_by_its_key()
    {
        Figures.Find("casesClosed").ShouldBeSameAs(Figures.CasesClosed);
        Figures.Contains("casesClosed").ShouldBeTrue();
        Figures.Contains("nothing").ShouldBeFalse();
        new Action(() => Figures.Find("nothing")).ShouldRefuse(Figures.Unknown);
    }

    private static string Sha(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>As a row of the database would have it.</summary>
    private static void Put(object stored, string member, object value) => stored.GetType().GetProperty(member)!.SetValue(stored, value);

    private static StatisticsSnapshot Take(
        string cutOff,
        StatisticsSnapshot? last = null,
        string? reason = null,
        IReadOnlyList<FigureCheck>? checks = null
    ) => new(Guid.NewGuid(), Street, FigurePeriod.OfYear(2024), last, reason, At(cutOff), OfficerA, checks ?? [new("合计", 2, 2)], Cut);
}
