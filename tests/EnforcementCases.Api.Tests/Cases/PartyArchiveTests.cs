using System.Text.Json;
using EnforcementCases.Api.Tests.Fixture;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Cases;

/// <summary>The one-party archive, and parties merged and split by a recorded act with a check of the document.</summary>
public sealed class PartyArchiveTests(ApiFixture api)
{
    private static readonly DateTimeOffset Monday = CaseSteps.Monday;

    [Fact]
    public async Task The_archive_holds_what_concerns_a_party_in_one_place()
    {
        var number = AnIdNumber();
        var paid = await Decide(number);
        var later = await Decide(number, day: 1);
        await new DecidedCase(api, later.Case, "", null, Monday.AddDays(1)).ReportBack();

        var archive = await Archive(paid.Party);

        archive["id"].GetGuid().ShouldBe(paid.Party);
        archive["names"].EnumerateArray().Select(n => n.GetString()).ShouldBe(["龚喆彧"]);
        archive["documentTail"].GetString().ShouldBe(number[^4..]);
        archive.Body.ToString().ShouldNotContain(number);
        archive["cases"].EnumerateArray().Select(c => c.GetProperty("id").GetGuid()).ShouldBe([later.Case, paid.Case]);
        var item = archive["cases"][0];
        item.GetProperty("decisionNumber").GetString()!.ShouldStartWith("津汉街综执");
        item.GetProperty("organ").GetString()!.ShouldContain("汉沽街道");
        item.GetProperty("paymentState").GetString().ShouldBe("Unpaid");
        item.GetProperty("link").GetString().ShouldBe($"/api/v1/cases/{later.Case}");
        var totals = archive["totals"];
        (totals.GetProperty("cases").GetInt32(), totals.GetProperty("openCases").GetInt32()).ShouldBe((2, 2));
        (totals.GetProperty("finesFen").GetInt64(), totals.GetProperty("paidFen").GetInt64()).ShouldBe((100_00, 0));
        archive["documents"].GetArrayLength().ShouldBe(2);
        archive["payments"].GetArrayLength().ShouldBe(0);
        archive["exemptions"].GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Parts_are_asked_for_by_name()
    {
        var @case = await Decide(AnIdNumber());

        var archive = await Archive(@case.Party, "?include=Documents&include=Payments");

        archive["documents"].GetArrayLength().ShouldBe(1);
        archive["payments"].ValueKind.ShouldBe(JsonValueKind.Array);
        archive["merges"].ValueKind.ShouldBe(JsonValueKind.Null);
        archive["correctionOrders"].ValueKind.ShouldBe(JsonValueKind.Null);
        (await Head.GetJson($"parties/{@case.Party}/archive?include=Names")).Status.ShouldBe(400);
    }

    [Fact]
    public async Task What_lies_in_another_street_is_neither_shown_nor_counted()
    {
        var number = AnIdNumber();
        var here = await Decide(number);
        var there = await Decide(number, day: 1, street: "xc");
        var onlyThere = await Decide(AnIdNumber(), street: "xc");
        there.Party.ShouldBe(here.Party);

        var archive = await Archive(here.Party);
        archive["cases"].GetArrayLength().ShouldBe(1);
        archive["totals"].GetProperty("cases").GetInt32().ShouldBe(1);
        archive.Body.ToString().ShouldNotContain(there.Case.ToString());
        (await api.SignedInAs("bhxq-supervisor").GetJson($"parties/{here.Party}/archive"))["cases"].GetArrayLength().ShouldBe(2);
        (await Head.GetJson($"parties/{onlyThere.Party}/archive")).ShouldBeProblem(404, "party.not-found");
        (await Head.GetJson($"parties/{Guid.CreateVersion7()}/archive")).ShouldBeProblem(404, "party.not-found");
    }

    [Fact]
    public async Task A_party_that_shows_its_document_is_merged_and_every_question_follows_the_link_until_it_is_split()
    {
        var number = AnIdNumber();
        var known = await Decide(number);
        var stranger = await Decide(null, day: 1);

        var merged = await Merge(stranger.Party, known.Party, number);

        merged.Status.ShouldBe(200, merged.Body.ToString());
        merged["mergedInto"].GetGuid().ShouldBe(known.Party);
        foreach (var asked in (Guid[])[known.Party, stranger.Party])
        {
            var archive = await Archive(asked);
            archive["cases"].EnumerateArray().Select(c => c.GetProperty("id").GetGuid()).ShouldBe([stranger.Case, known.Case]);
            archive["merges"][0].GetProperty("ground").GetString().ShouldBe("DocumentNowShown");
        }
        var read = await Head.GetJson($"cases/{stranger.Case}");
        read["party"].GetProperty("identity").GetString().ShouldBe("SelfDeclared"); // the case keeps its snapshot
        read["party"].GetProperty("partyId").GetGuid().ShouldBe(stranger.Party);
        (await Found(number)).ShouldBe((known.Party, 2));

        var split = await Split(stranger.Party);

        split.Status.ShouldBe(200, split.Body.ToString());
        (await Archive(known.Party))["cases"].GetArrayLength().ShouldBe(1);
        var alone = await Archive(stranger.Party);
        alone["mergedInto"].ValueKind.ShouldBe(JsonValueKind.Null);
        alone["merges"][0].GetProperty("splitReason").GetString().ShouldBe("核对后不是同一人");
        (await Found(number)).ShouldBe((known.Party, 1));
        (await Split(stranger.Party)).ShouldBeProblem(409, "party.not-merged");
    }

    [Fact]
    public async Task A_merge_needs_the_document_of_the_party_that_stays()
    {
        var number = AnIdNumber();
        var known = await Decide(number);
        var other = await Decide(AnIdNumber());
        var stranger = await Decide(null, day: 1);
        var another = await Decide(null, day: 2);

        (await Merge(stranger.Party, known.Party, null)).ShouldBeProblem(422, "party.document-not-shown");
        (await Merge(stranger.Party, known.Party, AnIdNumber())).ShouldBeProblem(422, "party.document-of-another");
        (await Merge(stranger.Party, another.Party, number)).ShouldBeProblem(422, "party.merge-into-undocumented");
        (await Merge(known.Party, other.Party, number)).ShouldBeProblem(422, "party.documents-differ");
        (await Merge(known.Party, known.Party, number)).ShouldBeProblem(422, "party.merge-into-itself");
        (await Merge(stranger.Party, Guid.CreateVersion7(), number)).ShouldBeProblem(404, "party.not-found");
        (await Archive(known.Party))["cases"].GetArrayLength().ShouldBe(1);

        (await Merge(stranger.Party, known.Party, number)).Status.ShouldBe(200);
        (await Merge(stranger.Party, known.Party, number)).ShouldBeProblem(409, "party.already-merged");
        (await Merge(another.Party, stranger.Party, number)).ShouldBeProblem(409, "party.already-merged");
    }

    [Fact]
    public async Task The_head_of_a_street_that_knows_both_merges_on_the_version_seen()
    {
        var number = AnIdNumber();
        var known = await Decide(number);
        var stranger = await Decide(null, day: 1);
        var body = new
        {
            intoPartyId = known.Party,
            reason = "出示居民身份证",
            document = "CitizenIdCard",
            documentNumber = number,
        };
        var path = $"parties/{stranger.Party}/acts/merge";
        var seen = (await Archive(stranger.Party)).ETag;

        (await api.SignedInAs("hg-teamlead").PostJson(path, body, ifMatch: seen)).ShouldBeProblem(403, "access.not-allowed");
        (await api.SignedInAs("bhxq-supervisor").PostJson(path, body, ifMatch: seen)).ShouldBeProblem(403, "access.not-allowed");
        (await api.SignedInAs("xc-head").PostJson(path, body, ifMatch: seen)).ShouldBeProblem(404, "party.not-found");
        (await Head.PostJson(path, body)).ShouldBeProblem(428, "request.if-match-missing");
        (await Head.PostJson(path, body, ifMatch: $"\"{stranger.Party:N}.9\"")).ShouldBeProblem(412, "request.stale");
        (await Head.PostJson(path, new { intoPartyId = known.Party, reason = "" }, ifMatch: seen)).Status.ShouldBe(400);

        // of two at once one happens
        var both = await Task.WhenAll(Head.PostJson(path, body, ifMatch: seen), Head.PostJson(path, body, ifMatch: seen));
        both.Count(a => a.Status == 200).ShouldBe(1);
        both.Single(a => a.Status != 200).Status.ShouldBeOneOf(409, 412);
        (
            await api.SignedInAs("xc-head").PostJson($"parties/{stranger.Party}/acts/split", new { reason = "误并" }, ifMatch: seen)
        ).ShouldBeProblem(404, "party.not-found");
    }

    [Fact, Rule("APL-29")]
    public async Task One_act_has_one_fine_whichever_entry_it_was_fined_under()
    {
        var number = AnIdNumber();
        var act = Guid.CreateVersion7();
        var known = await Decide(number, offenceId: act);
        var twice = await Decide(null, day: 1, offenceId: act);
        var sameDay = await Decide(null);

        (await Merge(twice.Party, known.Party, number)).ShouldBeProblem(422, "one-act-one-fine.already-fined", "APL-29");
        (await Merge(sameDay.Party, known.Party, number)).ShouldBeProblem(422, "one-act-one-fine.not-told-apart", "APL-29");
        (await Merge(sameDay.Party, known.Party, number, distinct: "上午、下午分别在两处占道")).Status.ShouldBe(200);

        // what was fined under the entry that went is known under the one that stays
        var other = await Decide(null, day: 3);
        (await Merge(other.Party, known.Party, number)).Status.ShouldBe(200);
        (await TryDecide(number, day: 3)).ShouldBeProblem(422, "one-act-one-fine.not-told-apart", "APL-29");
        (await Split(other.Party)).Status.ShouldBe(200);
        (await TryDecide(number, day: 3)).Status.ShouldBe(201);
        (await Merge(other.Party, known.Party, number)).ShouldBeProblem(422, "one-act-one-fine.not-told-apart", "APL-29");
    }

    [Fact]
    public async Task A_revoked_fine_stands_in_no_merge_s_way()
    {
        var number = AnIdNumber();
        var act = Guid.CreateVersion7();
        var known = await Decide(number, offenceId: act);
        var twice = await Decide(null, day: 1, offenceId: act);
        await new DecidedCase(api, twice.Case, "", null, Monday.AddDays(1)).Revoke();

        (await Merge(twice.Party, known.Party, number)).Status.ShouldBe(200);
    }

    private ApiClient Head => api.SignedInAs("hg-head");

    private async Task<ApiAnswer> Archive(Guid party, string query = "")
    {
        var answer = await Head.GetJson($"parties/{party}/archive{query}");
        answer.Status.ShouldBe(200, answer.Body.ToString());
        return answer;
    }

    private async Task<(Guid Party, int Cases)> Found(string number)
    {
        var found = await Head.PostJson("parties/search", new { document = "CitizenIdCard", documentNumber = number });
        var party = found.Body.EnumerateArray().ShouldHaveSingleItem();
        return (party.GetProperty("partyId").GetGuid(), party.GetProperty("cases").GetInt32());
    }

    private async Task<ApiAnswer> Merge(Guid party, Guid into, string? number, string? distinct = null) =>
        await Head.PostJson(
            $"parties/{party}/acts/merge",
            new
            {
                intoPartyId = into,
                reason = "现出示居民身份证，系同一人",
                document = number is null ? null : "CitizenIdCard",
                documentNumber = number,
                distinctBecause = distinct,
            },
            ifMatch: (await Archive(party)).ETag
        );

    private async Task<ApiAnswer> Split(Guid party) =>
        await Head.PostJson($"parties/{party}/acts/split", new { reason = "核对后不是同一人" }, ifMatch: (await Archive(party)).ETag);

    [Fact, Rule("APL-29")]
    public async Task A_fine_of_another_street_is_named_by_number_and_explained_without_being_seen()
    {
        var number = AnIdNumber();
        var there = await TryDecide(number, street: "xc");
        there.Status.ShouldBe(201, there.Body.ToString());
        var decision = there["number"].GetString()!;
        var earlier = await Decide(number, day: -7);

        var refused = (await TryDecide(number)).ShouldBeProblem(422, "one-act-one-fine.not-told-apart", "APL-29");
        refused["detail"].GetString()!.ShouldContain(decision);
        refused["detail"].GetString()!.ShouldContain("新村街道");

        var another = await Explain(new { caseId = earlier.Case, reason = "另一路口" }); // a case of the party, but not the one with the fine
        another.ShouldBeProblem(422, "one-act-one-fine.distinct-from-unknown", "APL-29");
        another.Body.ToString().ShouldContain("/distinctFrom/caseId");
        (await Explain(new { number = decision + "0", reason = "另一路口" })).ShouldBeProblem(
            422,
            "one-act-one-fine.distinct-from-unknown",
            "APL-29"
        );
        (
            await Explain(
                new
                {
                    caseId = earlier.Case,
                    number = decision,
                    reason = "另一路口",
                }
            )
        ).Status.ShouldBe(400);
        (await Explain(new { number = decision, reason = "下午在本街道另一路口再次摆摊" })).Status.ShouldBe(201);
        (await Explain(new { number = decision, reason = "没有这样的罚款" }, day: 1)).ShouldBeProblem(
            422,
            "one-act-one-fine.distinct-from-unknown",
            "APL-29"
        );

        Task<ApiAnswer> Explain(object distinctFrom, int day = 0) => TryDecide(number, day, distinctFrom: distinctFrom);
    }

    private async Task<(Guid Case, Guid Party)> Decide(string? number, int day = 0, string street = "hg", Guid? offenceId = null)
    {
        var answer = await TryDecide(number, day, street, offenceId);
        answer.Status.ShouldBe(201, answer.Body.ToString());
        return (answer["id"].GetGuid(), answer["partyId"].GetGuid());
    }

    /// <param name="number">Number of the identity card; null declares itself.</param>
    private Task<ApiAnswer> TryDecide(
        string? number,
        int day = 0,
        string street = "hg",
        Guid? offenceId = null,
        object? distinctFrom = null
    )
    {
        var body = CaseSteps.ASimpleCase(decidedAt: Monday.AddDays(day));
        if (number is not null)
        {
            body["party"] = new
            {
                kind = "Citizen",
                identity = "Documented",
                name = "龚喆彧",
                document = "CitizenIdCard",
                documentNumber = number,
            };
        }
        body["offenceId"] = offenceId;
        body["distinctFrom"] = distinctFrom;
        body["officers"] = new[] { CaseSteps.AnOfficer($"{street}-officer1"), CaseSteps.AnOfficer($"{street}-officer2") };
        return api.SignedInAs($"{street}-officer1").PostJson("simple-cases", body);
    }

    /// <summary>A made-up number with a right check digit that no other test uses.</summary>
    private static string AnIdNumber()
    {
        var seventeen =
            $"12010219{Random.Shared.Next(60, 99)}{Random.Shared.Next(1, 13):00}{Random.Shared.Next(1, 29):00}{Random.Shared.Next(100, 999)}";
        int[] weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
        return seventeen + "10X98765432"[seventeen.Zip(weights, (c, w) => (c - '0') * w).Sum() % 11];
    }
}
