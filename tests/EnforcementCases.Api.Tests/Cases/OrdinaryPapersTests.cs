using DocumentFormat.OpenXml.Packaging;
using EnforcementCases.Api.Access;
using EnforcementCases.Api.Tests.Fixture;
using EnforcementCases.Domain.Cases.Ordinary;
using EnforcementCases.Domain.Papers;
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

    /// <summary>行政处罚法 第四十四条、第四十五条.</summary>
    [Fact, Rule("APL-44")]
    public async Task The_notice_says_what_is_proposed_why_and_until_when_the_party_may_answer()
    {
        var @case = await api.GivenNotifiedCase();

        var text = await Printed(@case, "PriorNotice");

        text.ShouldContain("龚喆彧");
        text.ShouldContain("罚款人民币伍佰元整（￥500.00）");
        text.ShouldContain("《城市道路管理条例》第四十二条");
        text.ShouldContain("未经批准占用汉沽街道新开中路36号门前城市道路");
        text.ShouldContain("自收到本告知书之日起三日内（工作日）向本机关提出");
        text.ShouldNotContain("要求听证的权利");
        text.ShouldContain("勘验笔录、现场笔录");
        text.ShouldContain("汉一鸣、汉二川");
    }

    /// <summary>行政处罚法 第五十九条; 罚款决定与罚款收缴分离实施办法 第七条.</summary>
    [Fact, Rule("APL-59")]
    public async Task The_decision_says_everything_that_the_law_asks_for()
    {
        var @case = await api.GivenServedCase();

        var text = await Printed(@case, "PenaltyDecision");

        text.ShouldContain("天津市滨海新区人民政府汉沽街道办事处");
        text.ShouldContain($"公民身份号码{@case.PartyNumber}");
        text.ShouldContain("天津市滨海新区汉沽街道牌坊东街8号");
        text.ShouldContain("罚款人民币伍佰元整（￥500.00）");
        text.ShouldContain("当事人的陈述");
        text.ShouldContain("当事人于2024年5月17日提出陈述、申辩");
        text.ShouldContain("不予采纳");
        text.ShouldContain("自收到本决定书之日起十五日内到代收机构缴纳");
        text.ShouldContain("收款人：天津市滨海新区财政局非税收入专户");
        text.ShouldContain("每日按罚款数额的百分之三加处罚款");
        text.ShouldContain("自收到本决定书之日起六十日内向天津市滨海新区人民政府申请行政复议");
        text.ShouldContain("六个月内直接向人民法院提起行政诉讼");
        text.ShouldContain("2024年5月28日");
        (await Printed(@case, "ServiceReceipt")).ShouldContain("行政处罚决定书");
    }

    [Fact]
    public async Task The_approval_holds_the_opinion_of_every_level()
    {
        var @case = await api.GivenDecidedOrdinaryCase();

        var text = await Printed(@case, "DecisionApproval");

        foreach (var name in new[] { "汉一鸣", "汉队正", "汉副衡", "汉正堂" })
            text.ShouldContain(name);
        text.ShouldContain("不属于法制审核范围：案情简单");
        text.ShouldNotContain("法制审核机构意见");
        (await Printed(@case, "FilingApproval")).ShouldContain("同意立案");
    }

    [Theory]
    [InlineData("CaseSource", "巡查发现当事人占用城市道路")]
    [InlineData("SceneRecord", "非机动车道上堆放水泥")]
    [InlineData("InquiryRecord", "没有办理")]
    [InlineData("InvestigationReport", "属于擅自占用城市道路")]
    [InlineData("DefenceRecord", "建筑材料是施工队堆放的")]
    public async Task Every_paper_of_the_file_prints(string kind, string words)
    {
        var @case = await decided.Value;

        (await Printed(@case, kind)).ShouldContain(words);
    }

    /// <summary>行政处罚法 第六十三条: from the amount of the place on, the notice tells the right to a hearing.</summary>
    [Fact, Rule("APL-63")]
    public async Task A_hearing_has_its_papers_from_the_notice_to_the_decision()
    {
        var @case = await api.GivenNotifiedCase(fineFen: 15_000_00, hearingRightNotified: true);
        var told = await Printed(@case, "HearingRightNotice");
        told.ShouldContain("要求听证的权利（拟作出的行政处罚属于较大数额罚款）");
        told.ShouldContain("五日内（工作日）");

        await @case.HoldHearing();

        (await Printed(@case, "HearingNotice")).ShouldContain("2024年6月3日09时00分");
        (await Printed(@case, "HearingRecord")).ShouldContain("不申请主持人回避");
        (await Printed(@case, "HearingReport")).ShouldContain("建议维持拟处罚意见");
        await @case.ReviewAndDiscuss(@case.At(24, 9));
        var review = await Printed(@case, "LegalReviewOpinion");
        review.ShouldContain("不涉嫌犯罪");
        review.ShouldContain($"法律职业资格证书A2015{DemoIds.Person("hg-reviewer").ToString("N")[..8].ToUpperInvariant()}");
        (await Printed(@case, "CollectiveDiscussion")).ShouldContain("同意按拟定意见处罚");
        await @case.Endorse("Decision", @case.At(24, 16));
        await @case.Decide(@case.At(25, 9));
        (await Printed(@case, "PenaltyDecision")).ShouldContain("举行听证，本决定根据听证笔录作出");
    }

    [Fact]
    public async Task A_draft_for_the_word_processor_is_there_for_what_is_edited_and_for_nothing_else()
    {
        var @case = await decided.Value;
        var officer = api.SignedInAs("hg-officer1");

        var draft = await officer.GetJson($"cases/{@case.Id}/documents/{await @case.Paper("PenaltyDecision")}/word");
        draft.Status.ShouldBe(200);
        draft.ContentHeaders.ContentType!.MediaType.ShouldBe("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
        using (var file = WordprocessingDocument.Open(new MemoryStream(draft.Bytes), isEditable: false))
            file.MainDocumentPart!.Document.InnerText.ShouldContain("罚款人民币伍佰元整");

        (await officer.GetJson($"cases/{@case.Id}/documents/{await @case.Paper("SceneRecord")}/word")).ShouldBeProblem(
            422,
            "document.no-draft"
        );
        (await officer.GetJson($"cases/{@case.Id}/documents/{Guid.NewGuid()}/word")).ShouldBeProblem(404, "document.not-found");
        (
            await api.SignedInAs("hg-cashier").GetJson($"cases/{@case.Id}/documents/{await @case.Paper("PenaltyDecision")}/word")
        ).Status.ShouldBe(403);
    }

    /// <summary>What the party did not leave is not made up.</summary>
    [Fact, Rule("APL-43")]
    public async Task A_record_of_the_scene_without_the_answer_about_recusal_is_refused_and_changes_nothing()
    {
        var @case = await api.GivenFiledCase();
        var before = (await @case.Acts()).Body.GetRawText();

        var answer = await @case.Act(
            "record-scene",
            new
            {
                doneAt = @case.At(0, 15),
                startedAt = @case.At(0, 14, 30),
                attendance = OrdinaryCase.Attendance(@case.At(0, 14, 25)),
                evidenceId = @case.SceneId,
                place = "汉沽街道新开中路36号门前",
                inspectedName = OrdinarySteps.PartyName,
                findings = "堆放水泥、砖块。",
                signature = new { signed = true },
                recordSha256 = OrdinarySteps.Hash,
            }
        );

        answer.ShouldBeProblem(422, "form.recusal-not-told", "APL-43");
        (await @case.Acts()).Body.GetRawText().ShouldBe(before);
    }

    private readonly Lazy<Task<OrdinaryCase>> decided = new(() => api.GivenDecidedOrdinaryCase());

    private static async Task<string> Printed(OrdinaryCase @case, string kind)
    {
        var pdf = await @case.Pdf(kind);
        if (Environment.GetEnvironmentVariable("KEEP_DOCUMENTS") is { Length: > 0 } folder)
            await File.WriteAllBytesAsync(Path.Combine(folder, $"{kind}-{@case.FineFen}.pdf"), pdf);
        return Poppler.CopiedText(pdf);
    }
}
