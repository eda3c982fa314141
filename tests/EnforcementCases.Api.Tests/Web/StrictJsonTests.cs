using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using EnforcementCases.Api.Tests.Fixture;
using EnforcementCases.Platform.Web;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Web;

/// <summary>What is sent in a body is refused where it is not what the contract says; the body is the example of the contract with one thing changed.</summary>
public sealed class StrictJsonTests(ApiFixture api)
{
    private const string Path = "/api/v1/simple-cases";

    [Theory]
    [InlineData("/status", "\"Closed\"", "/status")] // mass assignment
    [InlineData("/orgId", "\"1\"", "/orgId")]
    [InlineData("/createdBy", "\"1\"", "/createdBy")]
    [InlineData("/amountPaid", "1", "/amountPaid")]
    [InlineData("/approvedAt", "\"2024-03-04T09:40:00+08:00\"", "/approvedAt")]
    [InlineData("/hash", "\"1\"", "/hash")]
    [InlineData("/documentNo", "\"1\"", "/documentNo")]
    [InlineData("/party/organisationPath", "\"/\"", "/party/organisationPath")]
    [InlineData("/party/a.b['c']~d", "1", "/party/a.b['c']~0d")]
    [InlineData("/Facts", "\"x\"", "/Facts")] // names are case-sensitive
    [InlineData("/amountFen", "1e400", "/amountFen")]
    [InlineData("/amountFen", "1e2", "/amountFen")]
    [InlineData("/amountFen", "50.00", "/amountFen")]
    [InlineData("/amountFen", "NaN", "/amountFen")]
    [InlineData("/amountFen", "\"5000\"", "/amountFen")]
    [InlineData("/amountFen", "5,000", "")]
    [InlineData("/amountFen", "9223372036854775808", "/amountFen")]
    [InlineData("/amountFen", "null", "/amountFen")]
    [InlineData("/amountFen", "true", "/amountFen")]
    [InlineData("/device/sequence", "-9223372036854775809", "/device/sequence")]
    [InlineData("/place/point/coordinates/0", "1e400", "/place/point/coordinates/0")]
    [InlineData("/place/point/coordinates/0", "Infinity", "/place/point/coordinates/0")]
    [InlineData("/party/kind", "0", "/party/kind")]
    [InlineData("/party/kind", "\"0\"", "/party/kind")]
    [InlineData("/party/kind", "\"citizen,legalPerson\"", "/party/kind")]
    [InlineData("/party/kind", "\"Robot\"", "/party/kind")]
    [InlineData("/party/name", "null", "/party/name")]
    [InlineData("/party", "null", "/party")]
    [InlineData("/officers", "null", "/officers")]
    [InlineData("/officers/1", "null", "/officers/1")]
    [InlineData("/kinds/0", "null", "/kinds/0")]
    [InlineData("/officers/1/officerId", "\"{6a213d45-a37b-8245-a60f-654ae79ccdb2}\"", "/officers/1/officerId")]
    [InlineData("/officers/1/officerId", "17", "/officers/1/officerId")]
    [InlineData("/officers", "{}", "/officers")]
    [InlineData("/facts", "\"\\ud800\"", "/facts")] // a lone surrogate, escaped
    [InlineData("/facts", "\"\\udc00\\ud800\"", "/facts")]
    [InlineData("/facts", "\"a\\u0000b\"", "/facts")]
    [InlineData("/officers/0/certificateNumber", "\"\\u0000\"", "/officers/0/certificateNumber")]
    [InlineData("/committedAt", "\"2024-03-04T09:20:00\"", "/committedAt")]
    [InlineData("/committedAt", "\"2024-03-04T24:00:00+08:00\"", "/committedAt")]
    [InlineData("/committedAt", "\"0001-01-01T00:00:00Z\"", "/committedAt")]
    [InlineData("/committedAt", "1709515200", "/committedAt")]
    [InlineData("/discoveredOn", "\"2024/03/04\"", "/discoveredOn")]
    [InlineData("/discoveredOn", "\"2024-02-30\"", "/discoveredOn")]
    public async Task A_member_that_is_not_as_the_contract_says_is_refused_and_pointed_at(string at, string json, string pointer)
    {
        var answer = await Send(With(at, json));

        answer.ShouldBeProblem(400, "request.malformed");
        Pointers(answer).ShouldBe([pointer], answer.Body.GetRawText());
    }

    [Fact]
    public async Task Every_required_member_that_is_missing_is_named()
    {
        var body = Example();
        body.Remove("party");
        body.Remove("facts");

        Pointers((await Send(body.ToJsonString())).ShouldBeProblem(400, "request.malformed"))
            .ShouldBe(["/party", "/facts"], ignoreOrder: true);

        body = Example();
        body["officers"]![1]!.AsObject().Remove("officerId");
        Pointers((await Send(body.ToJsonString())).ShouldBeProblem(400, "request.malformed")).ShouldBe(["/officers/1/officerId"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("17")]
    [InlineData("{")]
    [InlineData("{}{}")]
    [InlineData("{\"a\":1,}")]
    [InlineData("// comment\n{}")]
    [InlineData("{/* comment */}")]
    [InlineData("{'a':1}")]
    public async Task A_body_that_is_no_object_of_strict_json_is_refused(string body) =>
        (await Send(body)).ShouldBeProblem(400, "request.malformed");

    [Fact]
    public async Task A_key_that_stands_twice_is_refused_at_every_depth()
    {
        var text = Example().ToJsonString();
        foreach (var twice in (string[])["\"facts\":", "\"divisionCode\":", "\"certificateNumber\":"])
        {
            var at = text.IndexOf(twice, StringComparison.Ordinal);
            (await Send(text.Insert(at, twice + "\"x\","))).ShouldBeProblem(400, "request.malformed");
        }
    }

    [Fact]
    public async Task Bytes_that_are_no_utf_8_are_refused()
    {
        foreach (
            var bad in (byte[][])
                [
                    [0xED, 0xA0, 0x80],
                    [0xC0, 0xAF],
                    [0xFF],
                    [0xF4, 0x90, 0x80, 0x80],
                ]
        ) // a raw surrogate, an overlong slash, no UTF-8, beyond U+10FFFF
        {
            var text = Example().ToJsonString();
            var at = text.IndexOf("\"facts\":\"", StringComparison.Ordinal) + 9;
            byte[] body = [.. Encoding.UTF8.GetBytes(text[..at]), .. bad, .. Encoding.UTF8.GetBytes(text[at..])];
            (await Send(body)).ShouldBeProblem(400, "request.malformed");
        }
    }

    [Theory]
    [InlineData("[", 10_000)]
    [InlineData("{\"party\":", 10_000)]
    [InlineData("[", 400_000)]
    public async Task Deep_nesting_is_refused_at_once(string open, int depth) =>
        (await Send(string.Concat(Enumerable.Repeat(open, depth))[..Math.Min(open.Length * depth, 900_000)])).ShouldBeProblem(
            400,
            "request.malformed"
        );

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_over_one_megabyte_is_refused_whether_its_length_is_said_or_not(bool saysLength)
    {
        var body = new byte[StrictJson.LargestBody + 1];
        body.AsSpan().Fill((byte)' ');
        using var request = await Request(new ByteArrayContent(body) { Headers = { ContentType = new("application/json") } });
        request.Headers.TransferEncodingChunked = !saysLength;

        (await ApiAnswer.ReadAsync(await api.Http.SendAsync(request))).ShouldBeProblem(413, "request.too-large");
    }

    [Fact]
    public async Task Refusing_large_and_deep_bodies_keeps_memory_flat()
    {
        var deep = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("[", 500_000)));
        var wide = Encoding.UTF8.GetBytes("{\"facts\":\"" + new string('x', 900_000) + "\",\"status\":1}");
        await Send(deep);
        await Send(wide);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var i = 0; i < 50; i++)
        {
            (await Send(deep)).Status.ShouldBe(400);
            (await Send(wide)).Status.ShouldBe(400);
        }
        (GC.GetTotalMemory(forceFullCollection: true) - before).ShouldBeLessThan(20_000_000); // a hundred bodies are ninety megabytes
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/xml")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("application/json; charset=gb18030")]
    [InlineData(null)]
    public async Task Another_media_type_is_refused(string? type)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(Example().ToJsonString()));
        content.Headers.ContentType = type is null ? null : MediaTypeHeaderValue.Parse(type);
        using var request = await Request(content);

        (await ApiAnswer.ReadAsync(await api.Http.SendAsync(request))).ShouldBeProblem(415, "request.unsupported-media-type");
    }

    [Fact]
    public async Task A_compressed_body_is_refused()
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes("{}"));
        content.Headers.ContentType = new("application/json");
        content.Headers.ContentEncoding.Add("gzip");
        using var request = await Request(content);

        (await ApiAnswer.ReadAsync(await api.Http.SendAsync(request))).ShouldBeProblem(415, "request.unsupported-media-type");
    }

    [Fact]
    public async Task Who_may_not_do_it_learns_nothing_about_his_body()
    {
        var cashier = api.SignedInAs("hg-cashier");

        (await cashier.PostJson(Path, new StringContent("{", null, "application/json"))).ShouldBeProblem(403, "access.not-allowed");
        (await api.Anonymous.PostJson(Path, new StringContent("{", null, "application/json"))).ShouldBeProblem(401, "access.not-signed-in");
    }

    /// <summary>The example with one value replaced, as text: the value need not be JSON.</summary>
    private static string With(string at, string json)
    {
        const string Mark = "\"@@@\"";
        var node = (JsonNode)Example();
        var parts = at.Split('/')[1..];
        foreach (var part in parts[..^1])
            node = node is JsonArray array ? array[int.Parse(part, CultureInfo.InvariantCulture)]! : node[part]!;
        if (node is JsonArray list)
            list[int.Parse(parts[^1], CultureInfo.InvariantCulture)] = "@@@";
        else
            node[parts[^1]] = "@@@";
        return Root(node).ToJsonString().Replace(Mark, json, StringComparison.Ordinal);
    }

    private static JsonNode Root(JsonNode node) => node.Parent is { } parent ? Root(parent) : node;

    private static JsonObject Example() => TheProgram.DecideOnTheSpot();

    private static string?[] Pointers(ApiAnswer answer) =>
        [.. answer["errors"].EnumerateArray().Select(e => e.GetProperty("pointer").GetString())];

    private Task<ApiAnswer> Send(string body) => Send(Encoding.UTF8.GetBytes(body));

    private async Task<ApiAnswer> Send(byte[] body)
    {
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = new("application/json");
        return await api.SignedInAs("hg-officer1").PostJson(Path, content);
    }

    private async Task<HttpRequestMessage> Request(HttpContent content)
    {
        var session = await api.SignIn("hg-officer1");
        var request = new HttpRequestMessage(HttpMethod.Post, Path) { Content = content };
        request.Headers.Authorization = new("Bearer", session.AccessToken);
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString("N"));
        return request;
    }
}
