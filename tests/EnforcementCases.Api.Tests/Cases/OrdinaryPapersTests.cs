using EnforcementCases.Api.Cases.Ordinary;
using EnforcementCases.Api.Tests.Fixture;
using EnforcementCases.Domain.Cases.Ordinary;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Pdf.Tests;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Cases;

/// <summary>Every act of the ordinary procedure issues its documents, filled from the file.</summary>
public sealed class OrdinaryPapersTests(ApiFixture api)
{
    [Fact]
    public void Every_document_of_the_table_of_acts_can_be_filled()
    {
        OrdinaryProcedure
            .Rows.Where(row => row.Body is not null)
            .SelectMany(row => row.Issues.Select(kind => (row.Body!, kind)))
            .Except(PapersOfCase.Known)
            .ShouldBeEmpty();
    }

    [Fact]
    public async Task From_the_clue_to_the_served_decision_each_act_issues_its_documents()
    {
        var @case = await api.GivenServedCase();

        var issued = (await @case.File())["acts"]
            .EnumerateArray()
            .SelectMany(act =>
                act.GetProperty("documents")
                    .EnumerateArray()
                    .Select(d => $"{act.GetProperty("act").GetString()}: {d.GetProperty("kind").GetString()}")
            );
        issued.ShouldBe([
            "RegisterClue: CaseSource",
            "FileCase: FilingApproval",
            "RecordScene: SceneRecord",
            "RecordInquiry: InquiryRecord",
            "ConcludeInvestigation: InvestigationReport",
            "TellPenalty: PriorNotice",
            "ServeDocument: ServiceReceipt",
            "ReviewDefence: DefenceRecord",
            "Decide: DecisionApproval",
            "Decide: PenaltyDecision",
            "ServeDocument: ServiceReceipt",
        ]);
    }
}
