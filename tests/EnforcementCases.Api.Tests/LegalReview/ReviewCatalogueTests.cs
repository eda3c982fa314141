using System.Text;
using EnforcementCases.Api.Catalogue;
using EnforcementCases.Api.Tests.Fixture;
using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.LegalReview;
using EnforcementCases.Domain.Parties;
using EnforcementCases.Domain.Penalties;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.LegalReview;

[Rule("REV-118-LIST")]
public sealed class ReviewCatalogueTests(ApiFixture shared)
{
    [Fact]
    public async Task Templates_ship_and_none_counts_before_it_is_adopted()
    {
        var clerk = shared.SignedInAs("xc-catalogue1");

        var templates = (await clerk.GetJson("legal-reviews/catalogue/templates")).Body.EnumerateArray().ToList();
        var inForce = await clerk.GetJson("legal-reviews/catalogue");

        templates.Count.ShouldBe(16);
        templates.Count(t => t.GetProperty("confirmed").GetBoolean()).ShouldBe(13);
        var first = templates.Single(t => t.GetProperty("code").GetString() == "FS-01");
        first.GetProperty("citizen").GetProperty("amountFen").GetInt64().ShouldBe(5_000_00);
        first.GetProperty("citizen").GetProperty("inclusive").GetBoolean().ShouldBeFalse();
        inForce["adoptionId"].ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        inForce["rows"].EnumerateArray().Select(r => r.GetProperty("id").GetString()).ShouldBe(["默认-1", "默认-2", "默认-3", "默认-4"]);
        inForce["rows"][0].GetProperty("citizen").GetProperty("inclusive").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task Catalogue_counts_once_a_second_clerk_has_confirmed_it_and_only_on_its_days()
    {
        await using var api = await ApiFixture.StartAsync();
        var (first, second) = (api.SignedInAs("hg-catalogue1"), api.SignedInAs("hg-catalogue2"));

        var adopted = await first.PostJson(
            "legal-reviews/catalogue/adoptions",
            new
            {
                validFrom = "2024-01-01",
                validTo = "2024-12-31",
                instrument = "汉街办发〔2023〕12号",
                templateIds = new[] { "FS-05", "FS-11" },
                rows = new[]
                {
                    new
                    {
                        id = "HG-1",
                        decisionKind = "Penalty",
                        item = "对公民三百元以上、对单位三千元以上罚款",
                        kinds = new[] { "Fine" },
                        citizen = new { amountFen = 300_00, inclusive = true },
                        organisation = new { amountFen = 3_000_00, inclusive = true },
                        timeLimitWorkingDays = 3,
                    },
                },
            }
        );
        adopted.Status.ShouldBe(201, adopted.Body.ToString());
        (await InForce(api, "hg-officer1", "2024-06-01")).ShouldBe(["默认-1", "默认-2", "默认-3", "默认-4"]);
        var confirmation = $"legal-reviews/catalogue/adoptions/{adopted["id"].GetGuid()}/confirmation";
        (await first.PostJson(confirmation, ifMatch: adopted.ETag)).ShouldBeProblem(403, "review-catalogue.second-person-needed");
        (await second.PostJson(confirmation)).ShouldBeProblem(428, "request.if-match-missing");
        (await second.GetJson("legal-reviews/catalogue/adoptions?confirmed=false"))["items"].GetArrayLength().ShouldBe(1);

        var confirmed = await second.PostJson(confirmation, ifMatch: adopted.ETag);

        confirmed.Status.ShouldBe(200, confirmed.Body.ToString());
        (await second.PostJson(confirmation, ifMatch: confirmed.ETag)).ShouldBeProblem(409, "review-catalogue.already-confirmed");
        (await InForce(api, "hg-officer1", "2024-01-01")).ShouldBe(["FS-05", "FS-11", "HG-1"]);
        (await InForce(api, "hg-officer1", "2024-12-31")).ShouldBe(["FS-05", "FS-11", "HG-1"]);
        (await InForce(api, "hg-officer1", "2023-12-31")).ShouldContain("默认-1");
        (await InForce(api, "hg-officer1", "2025-01-01")).ShouldContain("默认-1");
        (await InForce(api, "xc-officer1", "2024-06-01")).ShouldContain("默认-1");

        var @case = await api.GivenProposedDecision(fineFen: 500_00); // 2024-05-27: over the street's own amount
        var matter = await @case.Matter(onDate: "2024-05-27");
        (await @case.Matter())["triggers"].GetArrayLength().ShouldBe(0); // decided today the catalogue of 2024 would be over
        var trigger = matter["triggers"].EnumerateArray().Single();
        trigger.GetProperty("trigger").GetString().ShouldBe("Catalogue");
        trigger.GetProperty("because")[0].GetString()!.ShouldStartWith("HG-1 ");
        await @case.Done("submit-for-review", new { doneAt = @case.At(14, 11) });
        (await @case.Matter())["dueOn"].GetString().ShouldBe("2024-05-30"); // three working days, as the row says
        (
            await @case.Act(
                "decide",
                new
                {
                    doneAt = @case.At(15, 9),
                    proposalSha256 = matter["proposalSha256"].GetString(),
                    opinion = "同意。",
                },
                "hg-head"
            )
        ).ShouldBeProblem(422, "legal-review.missing", "APL-58-2");
    }

    [Fact]
    public async Task District_catalogue_counts_for_its_streets_until_they_adopt_their_own()
    {
        await using var api = await ApiFixture.StartAsync();

        await api.AdoptReviewCatalogue("bhxq", "2025-01-01", "FS-01");
        (await InForce(api, "hg-officer1", "2025-06-01")).ShouldBe(["FS-01"]);
        (await api.SignedInAs("hg-officer1").GetJson("legal-reviews/catalogue?onDate=2025-06-01"))["inheritedFrom"]
            .GetString()
            .ShouldBe("/tj/bhxq/");

        await api.AdoptReviewCatalogue("hg", "2025-01-01", "FS-02");
        (await InForce(api, "hg-officer1", "2025-06-01")).ShouldBe(["FS-02"]);
        (await InForce(api, "xc-officer1", "2025-06-01")).ShouldBe(["FS-01"]);

        await api.AdoptReviewCatalogue("hg", "2025-01-01", "FS-13"); // adopted anew from the same day: the one confirmed later counts
        (await InForce(api, "hg-officer1", "2025-06-01")).ShouldBe(["FS-13"]);
    }

    [Fact]
    public async Task Unknown_templates_double_rows_amounts_without_kinds_and_other_organisations_are_refused()
    {
        var clerk = shared.SignedInAs("xc-catalogue1");
        object With(object rest) => rest;

        (await Post(new[] { "FS-99" })).ShouldBeProblem(422, "review-catalogue.template-unknown");
        (await Post(new[] { "FS-01", "FS-01" })).ShouldBeProblem(422, "review-catalogue.rows-unclear", "REV-118-LIST");
        (await Post([])).ShouldBeProblem(422, "review-catalogue.rows-unclear", "REV-118-LIST");
        (
            await clerk.PostJson(
                "legal-reviews/catalogue/adoptions",
                new
                {
                    validFrom = "2024-01-01",
                    instrument = "某文件",
                    rows = new[]
                    {
                        new
                        {
                            id = "1",
                            decisionKind = "Penalty",
                            item = "某项",
                            citizen = new { amountFen = 1, inclusive = true },
                        },
                    },
                }
            )
        ).ShouldBeProblem(400, "request.invalid");
        (
            await shared
                .SignedInAs("xc-head")
                .PostJson("legal-reviews/catalogue/adoptions", With(new { validFrom = "2024-01-01", instrument = "某文件" }))
        ).Status.ShouldBe(403);

        var other = await Post(new[] { "FS-01" });
        var confirmation = $"legal-reviews/catalogue/adoptions/{other["id"].GetGuid()}/confirmation";
        (await shared.SignedInAs("hg-catalogue1").PostJson(confirmation, ifMatch: other.ETag)).ShouldBeProblem(
            404,
            "review-catalogue.not-found"
        );
        (await shared.SignedInAs("bhxq-catalogue1").PostJson(confirmation, ifMatch: other.ETag)).ShouldBeProblem(403, "access.not-allowed");

        Task<ApiAnswer> Post(string[] templateIds) =>
            clerk.PostJson(
                "legal-reviews/catalogue/adoptions",
                new
                {
                    validFrom = "2030-01-01",
                    instrument = "某文件",
                    templateIds,
                }
            );
    }

    [Theory]
    [InlineData("经过听证程序(含放弃听证)的处罚", "经过听证程序的处罚", "was read as")]
    [InlineData("\"id\": \"FS-16\"", "\"id\": \"FS-17\"", "nobody has read")]
    [InlineData("\"decision_kind\": \"不予处罚\"", "\"decision_kind\": \"行政处罚\"", "decision kind")]
    [InlineData("\"total\": 16", "\"total\": 15", "counts")]
    [InlineData("\"currency\": \"CNY\"", "\"currency\": \"USD\"", "USD")]
    public void Template_whose_text_nobody_has_read_does_not_load(string text, string instead, string message)
    {
        var shipped = ProductFile.Shipped.Single(f => f.Name == ProductFile.ReviewTemplates);
        var content = Encoding.UTF8.GetString(shipped.Content);
        content.ShouldContain(text);
        var changed = shipped with { Content = Encoding.UTF8.GetBytes(content.Replace(text, instead, StringComparison.Ordinal)) };

        Should
            .Throw<InvalidDataException>(() => ReviewTemplateFile.Open(changed).Versions(Guid.Empty, 1, Guid.NewGuid))
            .Message.ShouldContain(message);
    }

    /// <summary>What each printed row means, on one case for it and one against.</summary>
    [Theory]
    [InlineData("FS-01", PenaltyKind.Fine, 5_000_00, null, false)] // 不含
    [InlineData("FS-01", PenaltyKind.Fine, 5_000_01, null, true)]
    [InlineData("FS-02", PenaltyKind.Fine, 5_000_00, null, true)] // 含
    [InlineData("FS-02", PenaltyKind.ConfiscationOfGoods, 4_999_99, null, false)]
    [InlineData("FS-03", PenaltyKind.SuspensionOfOperation, 0, null, true)]
    [InlineData("FS-04", PenaltyKind.LicenceRevocation, 0, null, true)]
    [InlineData("FS-05", PenaltyKind.Fine, 50_00, ReviewFeature.Lenient, true)]
    [InlineData("FS-05", PenaltyKind.Fine, 50_00, ReviewFeature.Mitigated, false)]
    [InlineData("FS-06", PenaltyKind.Fine, 9_000_00, null, false)] // the amount alone is no hearing
    [InlineData("FS-06", PenaltyKind.Fine, 50_00, ReviewFeature.HearingHeldOrGivenUp, true)]
    [InlineData("FS-07", PenaltyKind.Fine, 50_00, ReviewFeature.Mitigated, true)]
    [InlineData("FS-11", PenaltyKind.Fine, 50_00, ReviewFeature.PublicInterest, true)]
    [InlineData("FS-12", PenaltyKind.Fine, 50_00, ReviewFeature.ManyParties, true)]
    [InlineData("FS-13", PenaltyKind.Fine, 1_000_00, null, true)]
    [InlineData("FS-13", PenaltyKind.Fine, 999_99, null, false)]
    [InlineData("FS-14", PenaltyKind.Fine, 9_000_00, null, false)] // a measure, no penalty
    public void Template_means_what_it_prints(string code, PenaltyKind kind, long fen, ReviewFeature? feature, bool matches)
    {
        var row = ReviewTemplateFile
            .Open(ProductFile.Shipped.Single(f => f.Name == ProductFile.ReviewTemplates))
            .Versions(Guid.Empty, 1, Guid.NewGuid)
            .Single(t => t.Code == code)
            .AsRow();
        var subject = new ReviewSubject(ReviewedDecisionKind.Penalty, PartyKind.Citizen, [new(kind, fen)], feature is { } f ? [f] : []);

        ReviewCatalogue.Match([row], subject, new(2026, 1, 1)).Any().ShouldBe(matches);
    }

    private static async Task<IEnumerable<string>> InForce(ApiFixture api, string userName, string day) =>
        (await api.SignedInAs(userName).GetJson($"legal-reviews/catalogue?onDate={day}"))["rows"]
            .EnumerateArray()
            .Select(r => r.GetProperty("id").GetString()!);
}
