using System.Net.Http.Headers;
using System.Text.Json;
using EnforcementCases.Api.Tests.Fixture;
using Shouldly;

namespace EnforcementCases.Api.Tests.Publicity;

/// <summary>A program of its own that runs a month after the cases of the tests: what they decide is still to be shown then.</summary>
public sealed class PublicityApi : ApiFixture
{
    public PublicityApi() =>
        Clock.Offset = new DateTimeOffset(2024, 6, 20, 10, 0, 0, TimeSpan.FromHours(8)) - TimeProvider.System.GetUtcNow();

    public static async Task<PublicityApi> StartOwnAsync()
    {
        var own = new PublicityApi();
        await own.InitializeAsync();
        return own;
    }
}

/// <summary>What tests of publicity do.</summary>
internal static class PublicitySteps
{
    public const string Clerk = "hg-publicity";

    /// <summary>The items of a case, the first one first.</summary>
    public static async Task<List<JsonElement>> Publications(this ApiFixture api, Guid caseId, string @as = Clerk)
    {
        var list = await api.SignedInAs(@as).GetJson($"publicity/items?caseId={caseId}");
        list.Status.ShouldBe(200, list.Body.ToString());
        return [.. list["items"].EnumerateArray()];
    }

    /// <summary>The one item of a case.</summary>
    public static async Task<JsonElement> Publication(this ApiFixture api, Guid caseId) =>
        (await api.Publications(caseId)).ShouldHaveSingleItem();

    /// <summary>The item with its copy.</summary>
    public static async Task<ApiAnswer> Copy(this ApiFixture api, JsonElement item, string @as = Clerk) =>
        await api.SignedInAs(@as).GetJson($"publicity/items/{item.GetProperty("id").GetGuid()}");

    /// <summary>Does something with an item on the version that it has now.</summary>
    public static async Task<ApiAnswer> Do(this ApiFixture api, JsonElement item, string act, object body, string @as = Clerk)
    {
        var now = await api.Copy(item);
        return await api.SignedInAs(@as)
            .PostJson($"publicity/items/{item.GetProperty("id").GetGuid()}/acts/{act}", body, ifMatch: now.ETag);
    }

    /// <summary>Confirms the copy as it is.</summary>
    public static async Task<ApiAnswer> Confirm(this ApiFixture api, JsonElement item, string? creditClass = null, string @as = Clerk)
    {
        var copy = await api.Copy(item);
        return await api.Do(item, "confirm", new { copySha256 = copy["copySha256"].GetString(), creditClass }, @as);
    }

    /// <summary>Publishes the one decision of a case.</summary>
    /// <returns>The item with its copy.</returns>
    public static async Task<ApiAnswer> Published(this ApiFixture api, Guid caseId, string? creditClass = null)
    {
        var published = await api.Confirm(await api.Publication(caseId), creditClass);
        published.Status.ShouldBe(200, published.Body.ToString());
        return published;
    }

    /// <summary>A page of the site, as a browser sees it.</summary>
    public static async Task<SitePage> Page(this ApiFixture api, string path, string accept = "text/html", string language = "zh-CN")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Accept", accept);
        request.Headers.AcceptLanguage.Add(new StringWithQualityHeaderValue(language));
        using var response = await api.Http.SendAsync(request);
        return new(
            (int)response.StatusCode,
            await response.Content.ReadAsStringAsync(),
            response.Headers.TryGetValues("Content-Security-Policy", out var policy) ? string.Join(' ', policy) : "",
            await ApiAnswer.ReadAsync(response)
        );
    }
}

internal sealed record SitePage(int Status, string Html, string Policy, ApiAnswer Json);
