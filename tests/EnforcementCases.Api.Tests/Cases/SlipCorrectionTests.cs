using System.Text.Json;
using EnforcementCases.Api.Access;
using EnforcementCases.Api.Tests.Fixture;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Cases;

/// <summary>Correction of slips (补正): by a head on an officer's proposal, with a paper that is served; whatever the decision rests on is refused.</summary>
public sealed class SlipCorrectionTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Fact, Rule("CORR-SLIP")]
    public async Task A_slip_is_corrected_by_a_paper_that_is_served_and_the_case_stays_as_it_was()
    {
        var @case = await api.GivenDecidedCase();
        var body = await SlipSteps.Correction(@case, "堆放蔬菜", "堆放疏菜", @case.DecidedAt.AddHours(1));
        var before = await @case.Read();

        (await @case.Act("correct-error", body)).ShouldBeProblem(403, "access.not-allowed");
        var answer = await @case.Done("correct-error", body, "hg-head");

        answer["openDuties"].EnumerateArray().Select(d => d.GetString()).ShouldContain("送达补正决定书");
        var after = await @case.Read();
        after["facts"].GetString().ShouldBe("当事人占用人行道堆放疏菜，面积约三平方米。");
        after["place"].GetRawText().ShouldBe(before["place"].GetRawText());
        after["party"].GetRawText().ShouldBe(before["party"].GetRawText());

        var (decision, paper) = (await @case.Paper("OnTheSpotDecision"), await @case.Paper("CorrectionDecision"));
        var papers = (await api.SignedInAs("hg-officer1").GetJson($"cases/{@case.Id}/documents")).Body.EnumerateArray().ToList();
        Of(decision).GetProperty("correctedBy")[0].GetGuid().ShouldBe(paper);
        Of(paper).GetProperty("corrects").GetGuid().ShouldBe(decision);
        Of(paper).GetProperty("number").GetString()!.ShouldContain("补正字");
        var verified = await api.Anonymous.GetJson($"public/verify/{Of(decision).GetProperty("verificationCode").GetString()}");
        verified["correctedBy"][0].GetString().ShouldBe(Of(paper).GetProperty("number").GetString());

        await @case.Serve("CorrectionDecision", @case.DecidedAt.AddHours(2));
        (await @case.Done("report-back", new { doneAt = @case.DecidedAt.AddHours(3) }))["openDuties"]
            .EnumerateArray()
            .Select(d => d.GetString())
            .ShouldNotContain("送达补正决定书");

        JsonElement Of(Guid id) => papers.Single(p => p.GetProperty("id").GetGuid() == id);
    }

    [Theory, Rule("CORR-SLIP")]
    [InlineData("龚喆彧", "龚喆或", "slip.substance")] // the party
    [InlineData("占用人行道堆放蔬菜", "未占用人行道堆放蔬菜", "slip.substance")]
    [InlineData("汉沽街道东风路菜市场门口", "汉沽街道东风路菜市场南门", "slip.substance")]
    [InlineData("当场改正", "七日改正", "slip.substance")]
    [InlineData("六十日内", "三十日内", "slip.substance")]
    [InlineData("约三平方米", "约二平方米", "slip.not-shown")] // a figure that no paper shows
    [InlineData("约三平方米", "约三平方米多", "slip.not-shown")] // a word of quantity is no character
    [InlineData("约四平方米", "约三平方米", "slip.not-printed")]
    [InlineData("堆放蔬菜", "堆放蔬菜", "case.nothing-corrected")]
    [InlineData("堆放蔬菜", "堆放\u202E蔬菜", "text.forbidden-character")]
    public async Task What_is_no_slip_is_refused_with_the_lawful_way(string printed, string corrected, string code)
    {
        var @case = await api.GivenDecidedCase();
        var body = await SlipSteps.Correction(@case, printed, corrected, @case.DecidedAt.AddHours(1));

        var answer = await @case.Act("correct-error", body, "hg-head");

        answer.ShouldBeProblem(422, code);
        if (code is "slip.substance")
            answer.Body.GetRawText().ShouldContain("撤销原决定");
        (await @case.Acts())["version"].GetInt32().ShouldBe(1);
    }

    [Fact, Rule("CORR-SLIP")]
    public async Task Proof_proposer_and_paper_are_of_this_case()
    {
        var (@case, other) = (await api.GivenDecidedCase(), await api.GivenDecidedCase());
        var body = await SlipSteps.Correction(@case, "堆放蔬菜", "堆放疏菜", @case.DecidedAt.AddHours(1));

        (await With("documentId", await other.Paper("OnTheSpotDecision"))).ShouldBeProblem(404, "document.not-found");
        (await With("proposedBy", Guid.CreateVersion7())).ShouldBeProblem(422, "slip.proposer-not-officer", "CORR-SLIP");
        (await With("shownBy", new { evidenceSha256 = new string('0', 64) })).ShouldBeProblem(422, "slip.not-shown", "CORR-SLIP");
        (await With("shownBy", new { documentId = body["documentId"] })).ShouldBeProblem(422, "slip.not-shown", "CORR-SLIP");
        (await With("shownBy", new { })).ShouldBeProblem(400, "request.invalid");

        Task<ApiAnswer> With(string member, object value) =>
            @case.Act("correct-error", new Dictionary<string, object?>(body) { [member] = value }, "hg-head");
    }

    [Fact, Rule("CORR-SLIP")]
    public async Task A_correction_after_the_archive_is_served_and_nothing_else_is()
    {
        var @case = await api.GivenArchivedCase();
        var decided = new DecidedCase(api, @case.Id, "", null, @case.At(40, 9));
        var report = await decided.Paper("PriorNotice");
        var decision = await decided.Paper("PenaltyDecision");
        var facts = (await decided.Read())["facts"].GetString()!;
        var printed = facts[..Math.Min(12, facts.Length)];

        // the notice has the same words as the decision: they are shown as they are, and what is shown nowhere is refused
        (await Correct(printed, printed[..^1] + "某")).ShouldBeProblem(422, "slip.not-shown", "CORR-SLIP");
        (await @case.Act("serve-document", Service(decision))).ShouldBeProblem(409, "case.act-not-open");

        Task<ApiAnswer> Correct(string from, string to) =>
            @case.Act(
                "correct-error",
                new
                {
                    documentId = decision,
                    printed = from,
                    corrected = to,
                    shownBy = new { documentId = report },
                    reason = "笔误",
                    proposedBy = Officer(),
                    doneAt = @case.At(41, 9),
                },
                "hg-head"
            );

        object Service(Guid paper) =>
            new
            {
                doneAt = @case.At(42, 9),
                documentIds = new[] { paper },
                @return = new
                {
                    addressee = OrdinarySteps.PartyName,
                    way = "Direct",
                    place = "汉沽街道新开中路36号",
                    servers = new[] { Officer(), DemoIds.Person("hg-officer2") },
                    signedAt = @case.At(42, 9),
                    receiver = OrdinarySteps.PartyName,
                    relation = "Self",
                },
            };

        static Guid Officer() => DemoIds.Person("hg-officer1");
    }
}
