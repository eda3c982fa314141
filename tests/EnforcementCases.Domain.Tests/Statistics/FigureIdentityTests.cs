using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Penalties;
using EnforcementCases.Domain.Statistics;
using Shouldly;
using Xunit;

namespace EnforcementCases.Domain.Tests.Statistics;

/// <summary>Figures that contradict each other never leave the system.</summary>
public sealed class FigureIdentityTests
{
    [Fact]
    public void Parts_that_add_up_are_released()
    {
        var checks = FigureIdentity.Check(Measures());

        checks.ShouldAllBe(c => c.Holds);
        Should.NotThrow(() => FigureIdentity.EnsureHold(checks));
    }

    [Theory]
    [InlineData("penaltyCasesEntered", 54)] // the published report that says 54 and lists 50 and 3
    [InlineData("simpleProcedureCases", 49)]
    [InlineData("finePenalties", 52)]
    [InlineData("finesImposedYuan", 1)]
    [InlineData("noPenaltyDecisions", 1)]
    [InlineData("noPenaltyFirstTime", 1)]
    [InlineData("openAtBeginning", 1)] // ST-13
    [InlineData("openAtEnd", 1)]
    [InlineData("filedCasesClosed", 1)]
    public void A_part_that_contradicts_its_total_is_refused(string key, long value)
    {
        var measures = Measures();
        measures[key] = value;

        new Action(() => FigureIdentity.EnsureHold(FigureIdentity.Check(measures))).ShouldRefuse(FigureIdentity.Broken);
    }

    [Fact]
    public void Every_figure_has_a_key_of_its_own_and_every_kind_of_penalty_a_figure()
    {
        Figures.All.Select(f => f.Key).ShouldBeUnique();
        Figures.ByHeaviestKind.Keys.ShouldBe(Enum.GetValues<PenaltyKind>(), ignoreOrder: true);
        Figures.All.ShouldAllBe(f => f.Version > 0 && f.Name.Length > 0 && f.Population.Length > 0);
    }

    [Theory]
    [InlineData(OrganisationKind.Street, "天津市滨海新区人民政府汉沽街道办事处", "汉沽街道")]
    [InlineData(OrganisationKind.Town, "天津市西青区辛口镇人民政府", "天津市西青区辛口镇")]
    [InlineData(OrganisationKind.Street, "街道", "街道")]
    [InlineData(OrganisationKind.Team, "汉沽街道综合行政执法大队一中队", "汉沽街道综合行政执法大队一中队")]
    public void A_report_calls_an_organisation_by_its_short_name(OrganisationKind kind, string name, string called) =>
        ReportName.Of(kind, name).ShouldBe(called);

    [Fact]
    public void Every_form_has_every_kind_of_penalty_in_one_column_and_fits_into_a_sheet()
    {
        foreach (var form in PenaltyForm.All)
        {
            form.Columns.SelectMany(c => c.Kinds).ShouldBe(Enum.GetValues<PenaltyKind>(), ignoreOrder: true, form.Key);
            form.Columns.Select(c => c.Key).ShouldBeUnique();
            form.Columns.Count.ShouldBeLessThan(24);
        }
        new Action(() => PenaltyForm.Find("a1-1999")).ShouldRefuse(PenaltyForm.Unknown);
    }

    [Fact]
    public void Every_outcome_that_is_no_penalty_is_counted_by_one_figure_beside_their_sum()
    {
        var counted = FiguresOfOutcomes.All.Where(f => f != FiguresOfOutcomes.NoPenalty).SelectMany(f => FiguresOfOutcomes.CountedBy(f)!);

        counted.ShouldBe(Enum.GetValues<CaseOutcome>().Except([CaseOutcome.Penalty]), ignoreOrder: true);
    }

    [Fact, Rule("APL-74")]
    public void Money_is_never_grouped_by_officers()
    {
        foreach (var figure in Figures.All)
        {
            var group = new Action(() => figure.EnsureGroupedBy(FigureGrouping.Officer));
            if (figure.Unit is FigureUnit.Yuan)
                group.ShouldRefuse(FigureDefinition.OfficerByMoney);
            else
                Should.NotThrow(group);
            Should.NotThrow(() => figure.EnsureGroupedBy(FigureGrouping.Unit));
        }
    }

    /// <summary>50 simple cases and 3 ordinary ones, all fined.</summary>
    private static Dictionary<string, long> Measures()
    {
        var measures = Figures.All.ToDictionary(f => f.Key, _ => 0L);
        measures["penaltyCasesEntered"] = measures["finePenalties"] = 53;
        measures["simpleProcedureCases"] = 50;
        measures["ordinaryProcedureCases"] = 3;
        measures["finesImposedYuan"] = 900_00;
        measures["simpleProcedureFinesYuan"] = 600_00;
        measures["ordinaryProcedureFinesYuan"] = 300_00;
        return measures;
    }
}
