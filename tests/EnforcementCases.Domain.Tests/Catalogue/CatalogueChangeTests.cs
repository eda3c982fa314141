using System.Security.Cryptography;
using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Catalogue;
using Shouldly;
using Xunit;
using static EnforcementCases.Domain.Tests.Cases.Ordinary.AnOrdinaryCase;
using static EnforcementCases.Domain.Tests.Law.Calendars;

namespace EnforcementCases.Domain.Tests.Catalogue;

/// <summary>A change of the catalogue is one clerk's word until another confirms it.</summary>
public sealed class CatalogueChangeTests
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

    private static readonly CatalogueChangeRow Row = new(
        CatalogueRowKind.Adoption,
        "第 2 行",
        "hg|TJ-XX-01",
        "擅自占用道路",
        CatalogueRowOutcome.Create,
        Date("2024-01-01"),
        null,
        "TJ-XX-00",
        [new("instrument", "依据", null, "赋权决定")],
        [],
        "{}"
    );

    [Fact]
    public void What_is_entered_is_kept_and_recorded_row_by_row_with_its_hash()
    {
        var change = Enter();

        change.ShouldHave(
            new
            {
                Seq = 6L,
                OrganisationId = Street.Id,
                OrganisationPath = "/hg/",
                RecordOrganisationPath = "/hg/",
                RecordChainId = Street.Id,
                Basis = "区政府令",
                State = CatalogueChangeState.Pending,
                EnteredBy = OfficerA,
                EnteredAt = At("2024-01-02"),
                Version = 1,
            }
        );
        change.Rows.ShouldBe([Row]);
        change.ShouldRecord(
            "catalogue-change-entered",
            At("2024-01-02"),
            new
            {
                change = change.Id,
                basis = "区政府令",
                rows = new[]
                {
                    new
                    {
                        kind = "Adoption",
                        key = "hg|TJ-XX-01",
                        outcome = "Create",
                        from = "2024-01-01",
                        to = (string?)null,
                        sha256 = Convert.ToHexStringLower(SHA256.HashData("{}"u8)),
                    },
                },
            }
        );
    }

    [Fact]
    public void Another_person_confirms_it_once()
    {
        var change = Enter();
        new Action(() => change.Confirm([Row], OfficerA, At("2024-01-03"))).ShouldRefuse(CatalogueChange.SecondPersonNeeded);
        new Action(() => change.Reject("依据有误", OfficerA, At("2024-01-03"))).ShouldRefuse(CatalogueChange.SecondPersonNeeded);

        change.Confirm([Row], OfficerB, At("2024-01-03"));

        ShouldBeSettled(change, CatalogueChangeState.Confirmed, OfficerB, null);
        change.ShouldRecord("catalogue-change-confirmed", At("2024-01-03"), new { change = change.Id });
        new Action(() => change.Confirm([Row], OfficerB, At("2024-01-04"))).ShouldRefuse(CatalogueChange.NotPending, "2024-01-03");
        new Action(() => change.Withdraw("误录", OfficerA, At("2024-01-04"))).ShouldRefuse(CatalogueChange.NotPending);
    }

    [Fact]
    public void It_is_rejected_by_another_and_withdrawn_by_whom_it_is()
    {
        var rejected = Enter();
        rejected.Reject("依据有误", OfficerB, At("2024-01-03"));
        ShouldBeSettled(rejected, CatalogueChangeState.Rejected, OfficerB, "依据有误");
        rejected.ShouldRecord("catalogue-change-rejected", At("2024-01-03"), new { change = rejected.Id }, new { reason = "依据有误" });

        var withdrawn = Enter();
        new Action(() => withdrawn.Withdraw("误录", OfficerB, At("2024-01-03"))).ShouldRefuse(CatalogueChange.NotYours);
        withdrawn.Withdraw("误录", OfficerA, At("2024-01-03"));
        ShouldBeSettled(withdrawn, CatalogueChangeState.Withdrawn, OfficerA, "误录");
        withdrawn.ShouldRecord("catalogue-change-withdrawn", At("2024-01-03"), new { change = withdrawn.Id }, new { reason = "误录" });
    }

    public static TheoryData<CatalogueChangeRow, bool> Judged =>
        new()
        {
            { Row with { Place = "第 3 行", Name = "另一名称", Notes = ["提示"], Content = "[]" }, false }, // does the same
            { Row with { Kind = CatalogueRowKind.Parameter }, true },
            { Row with { Key = "xc|TJ-XX-01" }, true },
            { Row with { Outcome = CatalogueRowOutcome.Correct }, true },
            { Row with { ValidFrom = Date("2024-01-02") }, true },
            { Row with { ValidTo = Date("2024-12-31") }, true },
            { Row with { Ends = null }, true },
            { Row with { Fields = [] }, true },
            { Row with { Fields = [new("instrument", "依据", "旧", "赋权决定")] }, true },
        };

    [Theory, MemberData(nameof(Judged))]
    public void What_would_now_do_something_else_is_not_confirmed(CatalogueChangeRow judgedNow, bool refused)
    {
        var change = Enter();

        new Action(() => change.Confirm([judgedNow], OfficerB, At("2024-01-03"))).ShouldRefuse(
            refused ? CatalogueChange.BaseChanged : null,
            "第 2 行 擅自占用道路"
        );
        change.State.ShouldBe(refused ? CatalogueChangeState.Pending : CatalogueChangeState.Confirmed);
    }

    [Theory]
    [InlineData(CatalogueRowKind.Violation, true)]
    [InlineData(CatalogueRowKind.Benchmark, true)]
    [InlineData(CatalogueRowKind.Exemption, true)]
    [InlineData(CatalogueRowKind.CalendarYear, true)]
    [InlineData(CatalogueRowKind.Adoption, false)]
    [InlineData(CatalogueRowKind.Parameter, false)]
    public void The_law_holds_everywhere_and_adoptions_and_parameters_for_their_own(CatalogueRowKind kind, bool everywhere) =>
        kind.HoldsEverywhere().ShouldBe(everywhere);

    private static void ShouldBeSettled(CatalogueChange change, CatalogueChangeState state, Guid by, string? reason) =>
        change.ShouldHave(
            new
            {
                State = state,
                SettledBy = (Guid?)by,
                SettledAt = (DateTimeOffset?)At("2024-01-03"),
                Reason = reason,
                Version = 2,
            }
        );

    private static CatalogueChange Enter() => new(Guid.NewGuid(), 6, Street, [Row], "区政府令", OfficerA, At("2024-01-02"));
}
