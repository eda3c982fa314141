using System.Text.Json;
using EnforcementCases.Api.Tests.Fixture;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Web;

/// <summary>What every answer tells browsers and proxies, whatever the operation and whether it was refused.</summary>
public sealed class SafeHeadersTests(ApiFixture api)
{
    [Fact]
    public async Task No_operation_of_the_contract_lets_its_answer_be_kept_or_taken_for_something_else()
    {
        using var contract = JsonDocument.Parse(await api.Http.GetStringAsync("/openapi/v1.json"));
        var faults = new List<string>();
        foreach (var path in contract.RootElement.GetProperty("paths").EnumerateObject())
        foreach (var operation in path.Value.EnumerateObject().Where(o => o.Name is "get" or "post" or "put" or "delete" or "patch"))
        {
            using var request = new HttpRequestMessage(new(operation.Name.ToUpperInvariant()), path.Name.Replace("{id}", $"{Guid.Empty}"));
            using var answer = await api.Http.SendAsync(request);
            if (!IsSafe(answer))
                faults.Add($"{request.Method} {path.Name}: {(int)answer.StatusCode}");
        }
        faults.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("hg-officer1", "cases")]
    [InlineData("hg-officer1", "session")]
    [InlineData("tj-admin", "admin/rights")]
    public async Task An_answer_that_succeeds_is_not_kept_either(string user, string route)
    {
        var answer = await api.SignedInAs(user).GetJson(route);

        answer.Status.ShouldBe(200);
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
    }

    [Theory]
    [InlineData("/swagger/index.html")]
    [InlineData("/api/v1/procedures/ordinary/flowchart")]
    public async Task A_page_is_framed_by_nobody(string page)
    {
        using var answer = await api.Http.GetAsync(page);

        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/html", $"{(int)answer.StatusCode}");
        string.Join(';', answer.Headers.GetValues("Content-Security-Policy")).ShouldContain("frame-ancestors 'none'");
    }

    private static bool IsSafe(HttpResponseMessage answer) =>
        answer.Headers.CacheControl is { NoStore: true }
        && answer.Headers.TryGetValues("X-Content-Type-Options", out var options)
        && options.Single() == "nosniff";
}
