using System.Net;
using System.Text.RegularExpressions;
using EnforcementCases.Api.Tests.Fixture;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Web;

public sealed class RoutesAndQueriesTests(ApiFixture api)
{
    /// <summary>Two capabilities that map the same address would make every request to it fail.</summary>
    [Fact]
    public void No_address_leads_to_two_endpoints()
    {
        var routes = api
            .Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .SelectMany(endpoint =>
                (endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["*"]).Select(method =>
                    $"{method} /{Regex.Replace(endpoint.RoutePattern.RawText!, @"\{\w+", "{").Trim('/')}"
                )
            )
            .ToList();

        routes.ShouldContain("GET /");
        routes.GroupBy(r => r, StringComparer.OrdinalIgnoreCase).Where(same => same.Count() > 1).Select(same => same.Key).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("unknown=1", "request.unknown-parameter", "/query/unknown")]
    [InlineData("Stage=Decided", "request.unknown-parameter", "/query/Stage")] // names are case-sensitive
    [InlineData("page_size=1000000000", "request.unknown-parameter", "/query/page_size")]
    [InlineData("sort=partyName", "request.unknown-parameter", "/query/sort")]
    [InlineData("stage=2", "request.malformed", "/query/stage")]
    [InlineData("stage=decided", "request.malformed", "/query/stage")]
    [InlineData("stage=", "request.malformed", "/query/stage")]
    [InlineData("stage=Decided&stage=Closed", "request.malformed", "/query/stage")]
    [InlineData("limit=1e2", "request.malformed", "/query/limit")]
    [InlineData("limit=%2010", "request.malformed", "/query/limit")]
    [InlineData("limit=1,000", "request.malformed", "/query/limit")]
    [InlineData("limit=99999999999", "request.malformed", "/query/limit")]
    [InlineData("decidedFrom=2024/03/04", "request.malformed", "/query/decidedFrom")]
    [InlineData("decidedFrom=0001-01-01", "request.malformed", "/query/decidedFrom")]
    [InlineData("decidedTo=9999-12-31", "request.malformed", "/query/decidedTo")]
    [InlineData("decidedFrom=2024-02-30", "request.malformed", "/query/decidedFrom")]
    [InlineData("partyName=%00", "request.malformed", "/query/partyName")]
    [InlineData("partyName=a%0d%0aSet-Cookie:x", "request.malformed", "/query/partyName")]
    public async Task A_query_string_says_only_what_the_operation_declares(string query, string code, string pointer)
    {
        var answer = await api.SignedInAs("hg-officer1").GetJson("cases?" + query);

        answer.ShouldBeProblem(400, code);
        answer["errors"][0].GetProperty("pointer").GetString().ShouldBe(pointer);
    }

    [Theory]
    [InlineData("cases")]
    [InlineData("officers")]
    [InlineData("correction-orders")]
    public async Task A_cursor_with_an_instant_that_no_clock_has_is_no_cursor(string list)
    {
        var forged = System.Buffers.Text.Base64Url.EncodeToString("9999999999999999.1"u8);

        (await api.SignedInAs("hg-officer1").GetJson($"{list}?cursor={forged}")).ShouldBeProblem(400, "list.cursor-malformed");
    }

    [Fact]
    public async Task A_kind_of_document_without_its_number_asks_by_the_name()
    {
        (await api.SignedInAs("hg-officer1").PostJson("parties/search", new { document = "CitizenIdCard", name = "龚" })).Status.ShouldBe(
            200
        );
    }

    [Theory]
    [InlineData("limit=201")]
    [InlineData("limit=0")]
    [InlineData("limit=-1")]
    [InlineData("limit=1000000000")]
    public async Task A_page_has_one_to_two_hundred_rows(string query) =>
        (await api.SignedInAs("hg-officer1").GetJson("cases?" + query)).ShouldBeProblem(400, "list.limit-out-of-range");

    [Theory]
    [InlineData("GET", "/api/v1/nothing", 404, "request.no-such-route")]
    [InlineData("GET", "/api/v1/cases/17", 404, "request.no-such-route")]
    [InlineData("GET", "/nothing/at/all", 404, "request.no-such-route")]
    [InlineData("DELETE", "/api/v1/cases", 405, "request.method-not-allowed")]
    [InlineData("PATCH", "/api/v1/session", 405, "request.method-not-allowed")]
    [InlineData("BREW", "/api/v1/session", 405, "request.method-not-allowed")]
    public async Task What_is_not_offered_is_refused_as_a_problem(string method, string path, int status, string code) =>
        (await api.Anonymous.Send(new HttpMethod(method), path)).ShouldBeProblem(status, code);

    [Fact]
    public async Task A_refusal_is_a_problem_whatever_the_client_would_rather_have()
    {
        foreach (var accept in (string[])["application/pdf", "text/html", "image/*"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/cases");
            request.Headers.TryAddWithoutValidation("Accept", accept);
            (await ApiAnswer.ReadAsync(await api.Http.SendAsync(request))).ShouldBeProblem(401, "access.not-signed-in");
        }
    }

    [Fact]
    public async Task Head_is_get_without_the_body_and_options_names_the_methods()
    {
        var head = await api.SignedInAs("hg-officer1").Send(HttpMethod.Head, "cases", key: "");
        head.Status.ShouldBe(200);
        head.Bytes.ShouldBeEmpty();
        (await api.Anonymous.Send(HttpMethod.Head, "cases", key: "")).Status.ShouldBe(401);

        var options = await api.Anonymous.Send(HttpMethod.Options, "session", key: "");
        options.Status.ShouldBe((int)HttpStatusCode.NoContent);
        options.ContentHeaders.Allow.ShouldBe(["GET", "POST", "DELETE"], ignoreOrder: true);
        (await api.Anonymous.Send(HttpMethod.Options, "nothing", key: "")).ShouldBeProblem(404, "request.no-such-route");
    }

    [Fact]
    public async Task The_method_is_the_one_of_the_request_line()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/cases");
        request.Headers.Add("X-HTTP-Method-Override", "GET");
        request.Headers.Add("X-HTTP-Method", "GET");

        (await ApiAnswer.ReadAsync(await api.Http.SendAsync(request))).ShouldBeProblem(405, "request.method-not-allowed");
    }

    [Fact]
    public async Task Nothing_a_client_says_is_written_into_a_header_of_the_answer()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/nothing%0d%0aX-Injected:%201?a=%0d%0aX-Injected:%201");
        using var answer = await api.Http.SendAsync(request);

        answer.Headers.Contains("X-Injected").ShouldBeFalse();
        answer.Headers.Contains("Server").ShouldBeFalse();
    }
}
