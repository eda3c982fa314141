using EnforcementCases.Api.Access;
using EnforcementCases.Api.Tests.Fixture;
using Shouldly;

namespace EnforcementCases.Api.Tests.Fines;

/// <summary>Treasury receipts in the hands of officers, over HTTP.</summary>
internal static class ReceiptSteps
{
    /// <summary>Long before any case of the tests.</summary>
    public static readonly DateTimeOffset InStock = new(2021, 1, 4, 9, 0, 0, TimeSpan.FromHours(8));

    /// <summary>Enters a run of receipts.</summary>
    public static async Task<ApiAnswer> GivenReceipts(this ApiFixture api, string from, string to, DateTimeOffset? at = null)
    {
        var answer = await api.SignedInAs("hg-cashier")
            .PostJson(
                "fines/receipt-batches",
                new
                {
                    from,
                    to,
                    source = "滨海新区财政局",
                    doneAt = at ?? InStock,
                }
            );
        answer.Status.ShouldBe(201, answer.Body.ToString());
        return answer;
    }

    /// <summary>Moves a span of a batch on the version that stands.</summary>
    public static async Task<ApiAnswer> Move(
        this ApiFixture api,
        Guid batch,
        string move,
        string from,
        string? to = null,
        string? officer = null,
        string? ground = null,
        string? reason = null,
        DateTimeOffset? at = null,
        string @as = "hg-cashier"
    )
    {
        var seen = await api.SignedInAs("hg-cashier").GetJson($"fines/receipt-batches/{batch}");
        return await api.SignedInAs(@as)
            .PostJson(
                $"fines/receipt-batches/{batch}/movements",
                new
                {
                    move,
                    from,
                    to,
                    officerId = officer is null ? (Guid?)null : DemoIds.Person(officer),
                    ground,
                    reason,
                    doneAt = at ?? InStock,
                },
                ifMatch: seen.ETag
            );
    }

    /// <summary>A receipt of a batch of its own that an officer holds.</summary>
    public static async Task<string> GivenReceipt(this ApiFixture api, string officer = "hg-officer1")
    {
        var number = $"12{Random.Shared.NextInt64(1_000_000_000, 9_999_999_999)}";
        var batch = await api.GivenReceipts(number, number);
        (await api.Move(batch["id"].GetGuid(), "Issue", number, officer: officer)).Status.ShouldBe(200);
        return number;
    }
}
