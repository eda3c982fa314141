using EnforcementCases.Api.Tests.Cases;
using EnforcementCases.Api.Tests.Fixture;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Documents;

/// <summary>The ledger of document numbers: complete from the first, and a voided number stays in its place.</summary>
[Rule("CN-3")]
public sealed class NumberLedgerTests(ApiFixture api)
{
    [Fact]
    public async Task Numbers_follow_each_other_and_the_ledger_is_complete_while_many_write_at_once()
    {
        var decidedAt = new DateTimeOffset(2021, 9, 13, 10, 0, 0, TimeSpan.FromHours(8)); // a year of its own

        var cases = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => api.GivenDecidedCase(decidedAt: decidedAt.AddMinutes(i))));

        var ledger = await Ledger(2021);
        ledger["complete"].GetBoolean().ShouldBeTrue();
        ledger["missing"].GetArrayLength().ShouldBe(0);
        ledger["last"].GetInt32().ShouldBe(12);
        ledger["items"].EnumerateArray().Select(n => n.GetProperty("serial").GetInt32()).ShouldBe(Enumerable.Range(1, 12));
        ledger["items"]
            .EnumerateArray()
            .Select(n => n.GetProperty("text").GetString())
            .Order(StringComparer.Ordinal)
            .ShouldBe(cases.Select(c => c.Number).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_year_of_a_number_is_that_of_the_decision_in_china()
    {
        var lastMinutes = await api.GivenDecidedCase(decidedAt: new(2022, 12, 31, 15, 30, 0, TimeSpan.Zero)); // 23:30 in Beijing
        var firstMinutes = await api.GivenDecidedCase(decidedAt: new(2022, 12, 31, 16, 30, 0, TimeSpan.Zero));

        lastMinutes.Number.ShouldContain("〔2022〕");
        firstMinutes.Number.ShouldContain("〔2023〕");
    }

    [Fact]
    public async Task A_number_is_voided_by_a_head_after_the_revocation_and_once()
    {
        var @case = await api.GivenDecidedCase(decidedAt: new(2023, 3, 6, 10, 0, 0, TimeSpan.FromHours(8)));
        var id = await NumberIdOf(@case, 2023);
        Task<ApiAnswer> Void(string @as = "hg-head", string reason = "决定已撤销，文号作废") =>
            api.SignedInAs(@as).PostJson($"document-numbers/{id}/void", new { reason, doneAt = @case.DecidedAt.AddDays(1) });

        (await Void()).ShouldBeProblem(409, "document-number.still-in-force");
        await @case.Revoke();
        (await Void("hg-officer1")).ShouldBeProblem(403, "access.not-allowed");
        (await Void("xc-head")).ShouldBeProblem(404, "document-number.not-found");
        (await Void(reason: " ")).ShouldBeProblem(400, "request.invalid");
        var voided = await Void();

        voided.Status.ShouldBe(200, voided.Body.ToString());
        voided["state"].GetString().ShouldBe("Voided");
        (await Void()).ShouldBeProblem(409, "document-number.already-voided");
        var ledger = await Ledger(2023);
        ledger["complete"].GetBoolean().ShouldBeTrue(); // the row stays
        ledger["items"]
            .EnumerateArray()
            .Single(n => n.GetProperty("id").GetGuid() == id)
            .GetProperty("voidReason")
            .GetString()
            .ShouldBe("决定已撤销，文号作废");
        (await api.GivenDecidedCase(decidedAt: @case.DecidedAt)).Number.ShouldNotBe(@case.Number);
        var record = await api.SignedInAs("hg-officer1").GetJson($"cases/{@case.Id}/record");
        record["entries"].EnumerateArray().Last().GetProperty("type").GetString().ShouldBe("number-voided");
    }

    [Fact]
    public async Task The_ledger_of_another_street_is_not_there_and_the_district_reads_both()
    {
        var own = (await Ledger(2024))["organId"].GetGuid();

        (await api.SignedInAs("xc-head").GetJson($"document-numbers?organisationId={own}")).ShouldBeProblem(404, "organisation.not-found");
        (await api.SignedInAs("bhxq-supervisor").GetJson($"document-numbers?organisationId={own}&year=2024")).Status.ShouldBe(200);
        (await api.SignedInAs("hg-head").GetJson("document-numbers?word=责改&year=2024"))["complete"].GetBoolean().ShouldBeTrue();
    }

    private async Task<ApiAnswer> Ledger(int year)
    {
        var answer = await api.SignedInAs("hg-head").GetJson($"document-numbers?year={year}");
        answer.Status.ShouldBe(200, answer.Body.ToString());
        return answer;
    }

    private async Task<Guid> NumberIdOf(DecidedCase @case, int year) =>
        (await Ledger(year))["items"]
            .EnumerateArray()
            .Single(n => n.GetProperty("text").GetString() == @case.Number)
            .GetProperty("id")
            .GetGuid();
}
