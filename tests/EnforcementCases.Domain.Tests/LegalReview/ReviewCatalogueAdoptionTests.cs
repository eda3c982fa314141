using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.LegalReview;
using EnforcementCases.Domain.Penalties;
using EnforcementCases.Domain.Tests.Cases;
using Shouldly;
using Xunit;
using static EnforcementCases.Domain.Tests.Cases.Ordinary.AnOrdinaryCase;
using static EnforcementCases.Domain.Tests.Law.Calendars;

namespace EnforcementCases.Domain.Tests.LegalReview;

/// <summary>The catalogue of major decisions of an organisation, in force once a second person confirmed it, and the queue of reviewers. 国办发〔2018〕118号 四、（三）.</summary>
[Rule("REV-118-LIST")]
public sealed class ReviewCatalogueAdoptionTests
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

    private static readonly ReviewCatalogueRow Row = new(
        "FS-01",
        ReviewedDecisionKind.Penalty,
        "较大数额罚款",
        [PenaltyKind.Fine],
        new(5_000_00, Inclusive: false),
        null,
        [ReviewFeature.Complex],
        TimeLimitWorkingDays: 5
    );

    [Fact]
    public void What_is_entered_is_kept_and_recorded_row_by_row()
    {
        var adoption = Enter([Row, Row with { Id = "FS-02" }]);

        adoption.ShouldHave(
            new
            {
                OrganisationId = Street.Id,
                OrganisationPath = "/hg/",
                RecordOrganisationPath = "/hg/",
                RecordChainId = Street.Id,
                ValidFrom = Date("2024-01-01"),
                ValidTo = (DateOnly?)Date("2024-12-31"),
                Instrument = "汉办发〔2024〕1号",
                EnteredBy = OfficerA,
                EnteredAt = At("2024-01-02"),
                ConfirmedBy = (Guid?)null,
                Version = 1,
            }
        );
        adoption.Rows.Count.ShouldBe(2);
        adoption.ShouldRecord(
            "review-catalogue-entered",
            At("2024-01-02"),
            new
            {
                catalogue = adoption.Id,
                rows = new[] { Recorded("FS-01"), Recorded("FS-02") },
                from = "2024-01-01",
                to = "2024-12-31",
                instrument = "汉办发〔2024〕1号",
            }
        );

        static object Recorded(string id) =>
            new
            {
                id,
                decisionKind = "Penalty",
                item = "较大数额罚款",
                kinds = new[] { "Fine" },
                citizen = new { amountFen = 5_000_00, inclusive = false },
                organisation = (object?)null,
                features = new[] { "Complex" },
                days = 5,
            };
    }

    [Fact]
    public void A_catalogue_has_at_least_one_row_and_no_number_twice()
    {
        new Action(() => Enter([])).ShouldRefuse(ReviewCatalogueAdoption.RowsUnclear);
        new Action(() => Enter([Row, Row])).ShouldRefuse(ReviewCatalogueAdoption.RowsUnclear);
    }

    [Fact]
    public void It_is_in_force_on_its_days_once_another_person_confirmed_it()
    {
        var adoption = Enter([Row]);
        adoption.IsInForceOn(Date("2024-06-01")).ShouldBeFalse();
        new Action(() => adoption.Confirm(OfficerA, At("2024-01-03"))).ShouldRefuse(ReviewCatalogueAdoption.SecondPersonNeeded);

        adoption.Confirm(OfficerB, At("2024-01-03"));

        adoption.ShouldHave(
            new
            {
                ConfirmedBy = (Guid?)OfficerB,
                ConfirmedAt = (DateTimeOffset?)At("2024-01-03"),
                Version = 2,
            }
        );
        adoption.ShouldRecord("review-catalogue-confirmed", At("2024-01-03"), new { catalogue = adoption.Id });
        new Action(() => adoption.Confirm(Head, At("2024-01-04"))).ShouldRefuse(ReviewCatalogueAdoption.AlreadyConfirmed);
        InForce("2023-12-31").ShouldBeFalse();
        InForce("2024-01-01").ShouldBeTrue();
        InForce("2024-12-31").ShouldBeTrue();
        InForce("2025-01-01").ShouldBeFalse();
        var open = Enter([Row], to: null);
        open.Confirm(OfficerB, At("2024-01-03"));
        open.IsInForceOn(Date("2099-01-01")).ShouldBeTrue();

        bool InForce(string day) => adoption.IsInForceOn(Date(day));
    }

    [Fact]
    public void A_template_becomes_a_row_and_its_amounts_belong_to_its_kinds()
    {
        Template([PenaltyKind.Fine])
            .AsRow()
            .ShouldHave(
                new
                {
                    Id = "FS-01",
                    DecisionKind = ReviewedDecisionKind.Penalty,
                    Item = "较大数额罚款",
                    Citizen = new AmountBound(1, true),
                    Organisation = new AmountBound(2, true),
                    TimeLimitWorkingDays = (int?)5,
                }
            );
        var orders = Template([]);
        orders.AsRow().ShouldHave(new { Citizen = (AmountBound?)null, Organisation = (AmountBound?)null });

        orders.EndOn(Date("2024-12-31"));
        orders.Close(At("2025-01-01"));
        orders.Close(At("2025-02-01"));
        (orders.ValidTo, orders.ClosedAt).ShouldBe((Date("2024-12-31"), At("2025-01-01")));

        static ReviewTemplate Template(IReadOnlyList<PenaltyKind> kinds) =>
            new()
            {
                Id = Guid.NewGuid(),
                Code = "FS-01",
                Version = "1",
                DataSetId = Guid.Empty,
                DecisionKind = ReviewedDecisionKind.Penalty,
                Item = "较大数额罚款",
                Kinds = kinds,
                Features = [],
                Citizen = new(1, true),
                Organisation = new(2, true),
                Materials = [],
                Points = [],
                TimeLimitWorkingDays = 5,
                TimeLimitSource = "",
                IsConfirmed = true,
                Evidence = "",
                RowSha256 = "",
            };
    }

    [Fact, Rule("REV-TIME")]
    public void A_task_waits_is_taken_and_is_done_or_ends()
    {
        var @case = AnOnTheSpotCase.Decide();
        var task = new ReviewTask(
            Guid.NewGuid(),
            5,
            new(@case.Id, @case.OrganId, @case.OrganisationPath),
            2,
            OfficerA,
            At("2024-09-13"),
            Date("2024-09-23")
        );
        task.ShouldHave(
            new
            {
                Seq = 5L,
                CaseId = @case.Id,
                @case.OrganId,
                OrganisationPath = "/hg/",
                Round = 2,
                SubmittedBy = OfficerA,
                SubmittedAt = At("2024-09-13"),
                DueOn = Date("2024-09-23"),
                State = ReviewTaskState.Waiting,
            }
        );

        task.Take(OfficerB, At("2024-09-14"));
        (task.State, task.TakenBy, task.TakenAt).ShouldBe((ReviewTaskState.Taken, OfficerB, At("2024-09-14")));
        task.End(At("2024-09-15"));
        task.End(At("2024-09-16"));
        (task.State, task.EndedAt).ShouldBe((ReviewTaskState.Ended, At("2024-09-15")));
        task.Finish(ReviewOutcome.Passed, At("2024-09-17"));
        (task.State, task.Outcome, task.DoneAt, task.DoneOn).ShouldBe(
            (ReviewTaskState.Done, ReviewOutcome.Passed, At("2024-09-17"), Date("2024-09-17"))
        );
    }

    private static ReviewCatalogueAdoption Enter(IReadOnlyList<ReviewCatalogueRow> rows, string? to = "2024-12-31") =>
        new(
            Guid.NewGuid(),
            Street,
            rows,
            Date("2024-01-01"),
            to is null ? null : Date(to),
            "汉办发〔2024〕1号",
            OfficerA,
            At("2024-01-02")
        );
}
