using System.Globalization;
using EnforcementCases.Api.Access;
using EnforcementCases.Api.Tests.Cases;
using EnforcementCases.Api.Tests.Fines;
using EnforcementCases.Api.Tests.Fixture;
using Shouldly;

namespace EnforcementCases.Api.Tests.Statistics;

/// <summary>A program of its own for the figures: nobody else's cases are in it. </summary>
public sealed class StatisticsApi : ApiFixture;

internal static class StatisticsSteps
{
    public static readonly Guid Hangu = DemoIds.Organisation("/tj/bhxq/hg/");
    public static readonly Guid District = DemoIds.Organisation("/tj/bhxq/");

    /// <summary>An instant of Beijing, <c>2022-12-31 23:30</c>.</summary>
    public static DateTimeOffset At(string text) =>
        new(DateTime.ParseExact(text, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), TimeSpan.FromHours(8));

    public static async Task<ApiAnswer> Figures(this ApiFixture api, int year, string @as = "hg-supervisor", Guid? organisation = null)
    {
        var answer = await api.SignedInAs(@as)
            .GetJson($"statistics/{year}/figures" + (organisation is { } id ? $"?organisationId={id}" : ""));
        answer.Status.ShouldBe(200, answer.Body.ToString());
        return answer;
    }

    public static decimal Figure(this ApiAnswer figures, string key) =>
        figures["figures"].EnumerateArray().Single(f => f.GetProperty("key").GetString() == key).GetProperty("value").GetDecimal();

    /// <summary>A case of the other street.</summary>
    public static async Task GivenCaseOfXincun(this ApiFixture api, DateTimeOffset decidedAt, long amountFen)
    {
        var body = CaseSteps.ASimpleCase(amountFen, decidedAt);
        body["officers"] = (object[])[CaseSteps.AnOfficer("xc-officer1"), CaseSteps.AnOfficer("xc-officer2")];
        var answer = await api.SignedInAs("xc-officer1").PostJson("simple-cases", body);
        answer.Status.ShouldBe(201, answer.Body.ToString());
    }

    /// <summary>A case that is reported back, paid and so closed.</summary>
    public static async Task<DecidedCase> GivenClosedCase(
        this ApiFixture api,
        DateTimeOffset decidedAt,
        long amountFen,
        DateTimeOffset paidAt
    )
    {
        var @case = await api.GivenDecidedCase(amountFen, decidedAt);
        await @case.ReportBack();
        await @case.Pays(amountFen, paidAt);
        return @case;
    }
}
