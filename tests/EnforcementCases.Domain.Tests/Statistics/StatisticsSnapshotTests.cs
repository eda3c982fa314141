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
        var content =
            """{"figures":["""
            + """{"cases":["00000001-0000-0000-0000-000000000000 1","00000002-0000-0000-0000-000000000000 1"],"key":"penaltyCasesEntered","measure":2,"version":1},"""
            + """{"cases":["00000001-0000-0000-0000-000000000000 10000","00000002-0000-0000-0000-000000000000 5000"],"key":"finesImposedYuan","measure":15000,"version":1}"""
            + """],"organisation":"/hg/","product":"annual-penalties","year":2024}""";
        snapshot.ContentHash.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content))));
        snapshot.ShouldRecord(
            "statistics-frozen",
            At("2025-01-05"),
            new
            {
                snapshot = snapshot.Id,
                product = "annual-penalties",
                year = 2024,
                revision = 1,
                supersedes = (Guid?)null,
                contentSha256 = snapshot.ContentHash,
                logEntries = 120,
                logSha256 = "abcd",
                figures = new { penaltyCasesEntered = 2, finesImposedYuan = 150_00 },
            }
        );
    }

    [Fact]
    public void A_figure_is_found_by_its_key()
    {
        Figures.Find("casesClosed").ShouldBeSameAs(Figures.CasesClosed);
        Figures.Contains("casesClosed").ShouldBeTrue();
        Figures.Contains("nothing").ShouldBeFalse();
        new Action(() => Figures.Find("nothing")).ShouldRefuse(Figures.Unknown);
    }

    private static StatisticsSnapshot Take(
        string cutOff,
        StatisticsSnapshot? last = null,
        string? reason = null,
        IReadOnlyList<FigureCheck>? checks = null
    ) => new(Guid.NewGuid(), Street, 2024, last, reason, At(cutOff), OfficerA, checks ?? [new("合计", 2, 2)], Cut);
}
