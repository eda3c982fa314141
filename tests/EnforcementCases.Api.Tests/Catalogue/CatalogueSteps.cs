using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using EnforcementCases.Api.Tests.Fixture;
using EnforcementCases.Platform.Files;
using Shouldly;

namespace EnforcementCases.Api.Tests.Catalogue;

/// <summary>Changes of the catalogue, over HTTP like everything else.</summary>
internal static class CatalogueSteps
{
    public const string Hangu = "/tj/bhxq/hg/";

    public static ByteArrayContent File(JsonNode file) => File(file.ToJsonString());

    public static ByteArrayContent File(string json) =>
        new(System.Text.Encoding.UTF8.GetBytes(json)) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };

    public static ByteArrayContent Workbook(byte[] content) =>
        new(content) { Headers = { ContentType = new MediaTypeHeaderValue(SpreadsheetFile.MediaType) } };

    public static Task<ApiAnswer> TryFile(this ApiClient clerk, HttpContent file) => clerk.PostJson("catalogue/changes?dryRun=true", file);

    public static async Task<ApiAnswer> EnterFile(this ApiClient clerk, JsonNode file, bool entered = true)
    {
        var answer = await clerk.PostJson(
            "catalogue/changes?dryRun=false&basis=" + Uri.EscapeDataString("津滨政规〔2026〕1号"),
            File(file)
        );
        answer.Status.ShouldBe(200, answer.Body.ToString());
        answer["entered"].GetBoolean().ShouldBe(entered, answer["rows"].ToString());
        return answer;
    }

    /// <summary>Settles a change on the version that stands.</summary>
    public static async Task<ApiAnswer> Settle(this ApiClient clerk, Guid change, string how, string? reason = null) =>
        await clerk.PostJson(
            $"catalogue/changes/{change}/{how}",
            reason is null ? null : new { reason },
            ifMatch: (await clerk.GetJson($"catalogue/changes/{change}")).ETag
        );

    /// <summary>One clerk enters, the other confirms.</summary>
    public static async Task Change(this ApiFixture api, JsonNode file, string clerks = "bhxq-catalogue")
    {
        var entered = await api.SignedInAs(clerks + "1").EnterFile(file);
        var confirmed = await api.SignedInAs(clerks + "2").Settle(entered["change"].GetProperty("id").GetGuid(), "confirmation");
        confirmed.Status.ShouldBe(200, confirmed.Body.ToString());
    }

    public static async Task<JsonObject> Exported(this ApiClient clerk) =>
        JsonNode.Parse((await clerk.GetJson("catalogue/export")).Bytes)!.AsObject();

    /// <summary>A row as it stands, to change it.</summary>
    public static async Task<JsonObject> Row(this ApiClient clerk, string section, string member, string code) =>
        (await clerk.Exported())[section]!.AsArray().Single(r => (string?)r![member] == code)!.DeepClone().AsObject();

    public static JsonObject With(string section, params JsonNode[] rows) =>
        new() { [section] = new JsonArray([.. rows.Select(r => r.DeepClone())]) };

    public static JsonObject Adoption(string code, string from, string? to, params string[] areas) =>
        new()
        {
            ["organisation"] = Hangu,
            ["violation_code"] = code,
            ["valid_from"] = from,
            ["valid_to"] = to,
            ["instrument"] = "津滨政规〔2023〕1号",
            ["area_codes"] = new JsonArray([.. areas.Select(a => (JsonNode)a)]),
        };

    public static JsonObject Parameter(string key, string value, string from = "2024-01-01", string organisation = Hangu) =>
        new()
        {
            ["organisation"] = organisation,
            ["key"] = key,
            ["value"] = value,
            ["valid_from"] = from,
            ["source"] = "津滨政规〔2023〕2号",
        };

    /// <summary>The notice for 2027 as it might read; the real one was not published when this was written.</summary>
    public static object Year2027(int? workingDays = null) =>
        new
        {
            notice = new { title = "国务院办公厅关于2027年部分节假日安排的通知", number = "国办发明电〔2026〕9号" },
            offDays = new[]
            {
                Day("2027-01-01", "元旦"),
                Day("2027-01-02", "元旦"),
                Day("2027-01-03", "元旦"),
                Day("2027-02-05", "春节"),
                Day("2027-02-08", "春节"),
                Day("2027-02-09", "春节"),
                Day("2027-10-01", "国庆节"),
            },
            makeUpWorkdays = new[] { Day("2027-02-14", "春节") },
            statutoryHolidays = new[] { Day("2027-01-01", "元旦"), Day("2027-02-05", "春节"), Day("2027-10-01", "国庆节") },
            workingDaysInYear = workingDays,
        };

    private static object Day(string date, string name) => new { date, name };
}
