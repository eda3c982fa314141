using System.Text;
using EnforcementCases.Api.Publicity;
using EnforcementCases.Api.Tests.Cases;
using EnforcementCases.Api.Tests.Catalogue;
using EnforcementCases.Api.Tests.Fixture;
using EnforcementCases.Domain.Parties;
using EnforcementCases.Domain.Penalties;
using EnforcementCases.Domain.Publicity;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Publicity;

/// <summary>双公示: 发改办财金〔2018〕424号.</summary>
[Rule("APL-48-1")]
public sealed class CreditFileTests(PublicityApi api) : IClassFixture<PublicityApi>
{
    [Fact]
    public async Task The_file_holds_what_passes_and_says_what_to_mend()
    {
        var @case = await api.GivenServedCase();
        var published = await api.Published(@case.Id, "Ordinary");
        var simple = await api.GivenDecidedCase();
        await api.Published(simple.Id);
        var clerk = api.SignedInAs(PublicitySteps.Clerk);
        var today = published["item"].GetProperty("publishedOn").GetString();
        var period = $"from={today}&to={today}";

        var checks = await clerk.GetJson($"publicity/credit-records/checks?{period}");
        var csv = await clerk.GetJson($"publicity/credit-records?{period}&format=Csv");
        var workbook = await clerk.GetJson($"publicity/credit-records?{period}");

        checks.Status.ShouldBe(200, checks.Body.ToString());
        checks["rejected"].EnumerateArray().ShouldAllBe(r => r.GetProperty("caseId").GetGuid() != @case.Id); // natural persons are not sent by default
        csv.Status.ShouldBe(200);
        csv.ContentHeaders.ContentType!.MediaType.ShouldBe("text/csv");
        var text = Encoding.UTF8.GetString(csv.Bytes);
        text.TrimStart('\uFEFF').ShouldStartWith("CF_XDR_MC,CF_XDR_LB,");
        text.ShouldNotContain(simple.Number); // what is slight is never sent
        text.ShouldNotContain(@case.PartyNumber);
        workbook.Status.ShouldBe(200);
        workbook.Bytes[..2].ShouldBe("PK"u8.ToArray());
    }

    [Fact]
    public async Task A_company_is_sent_once_the_organ_has_entered_its_code()
    {
        await using var own = await PublicityApi.StartOwnAsync();
        var @case = await own.GivenServedCase(company: true);
        var published = await own.Published(@case.Id, "Serious");
        var number = published["item"].GetProperty("number").GetString()!;
        var today = published["item"].GetProperty("publishedOn").GetString();
        var clerk = own.SignedInAs(PublicitySteps.Clerk);
        var period = $"from={today}&to={today}";

        var before = await clerk.GetJson($"publicity/credit-records/checks?{period}");
        before["ready"].GetInt32().ShouldBe(0);
        var rejected = before["rejected"].EnumerateArray().ShouldHaveSingleItem();
        rejected.GetProperty("caseId").GetGuid().ShouldBe(@case.Id);
        rejected
            .GetProperty("faults")
            .EnumerateArray()
            .Select(f => f.GetProperty("field").GetString())
            .ShouldBe(["CF_CFJGDM", "CF_SJLYDM"]);
        (await Csv()).ShouldNotContain(number);
        await own.Change(
            CatalogueSteps.With("parameters", CatalogueSteps.Parameter("publish.credit.organCode", "11120000MB1660879L")),
            "hg-catalogue"
        );

        var after = await clerk.GetJson($"publicity/credit-records/checks?{period}");

        after["ready"].GetInt32().ShouldBe(1, after.Body.ToString());
        after["rejected"].GetArrayLength().ShouldBe(0);
        var line = (await Csv()).Split('\n').Single(l => l.Contains(number, StringComparison.Ordinal));
        line.ShouldStartWith($"{OrdinarySteps.PartyName},法人及非法人组织,91120102MA05000230,");
        line.ShouldContain(",罚款,");
        line.ShouldContain(",11120000MB1660879L,");

        async Task<string> Csv()
        {
            var file = await clerk.GetJson($"publicity/credit-records?{period}&format=Csv");
            file.Status.ShouldBe(200);
            return Encoding.UTF8.GetString(file.Bytes);
        }
    }

    [Fact]
    public void A_line_of_the_file_is_a_record_column_by_column()
    {
        var record = new CreditRecord
        {
            PartyName = "天津某餐饮有限公司",
            PartyKind = PartyKind.LegalPerson,
            PartyCode = "91120102123456788U",
            Representative = "=张建国", // never a formula
            Number = "津汉街综执罚决字〔2026〕第0001号",
            Offence = "占用道路",
            Facts = "当事人占用人行道，\n堆放物品。",
            Basis = "《城市道路管理条例》第四十二条",
            Penalties = [new(PenaltyKind.Fine, 500_00)],
            DecidedFineFen = 500_00,
            Content = "罚款 500.00 元",
            DecidedOn = new(2026, 6, 1),
            Organ = "天津市滨海新区人民政府汉沽街道办事处",
            OrganCode = "11120000MB1660879L",
        };
        CreditRow[] rows = [new(Item: null!, record, [])];

        var lines = Encoding.UTF8.GetString(CreditFile.Csv(rows)).TrimStart('\uFEFF');

        lines.ShouldContain("行政相对人名称,行政相对人类别");
        lines.ShouldContain("天津某餐饮有限公司,法人及非法人组织,91120102123456788U,");
        lines.ShouldContain(",罚款,罚款 500.00 元,0.050000,,,2026/06/01,2099/12/31,2099/12/31,");
        lines.ShouldNotContain(",=张建国");
        CreditFile.Workbook(rows)[..2].ShouldBe("PK"u8.ToArray());
    }

    [Theory]
    [InlineData("from=2026-02-01&to=2026-01-31")]
    [InlineData("from=2024-01-01&to=2026-01-31")]
    public async Task A_period_is_in_order_and_at_most_a_year(string period) =>
        (await api.SignedInAs(PublicitySteps.Clerk).GetJson($"publicity/credit-records/checks?{period}")).ShouldBeProblem(
            422,
            "publicity.credit-period-out-of-range"
        );
}
