using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using EnforcementCases.Api.Tests.Cases;
using EnforcementCases.Api.Tests.Fixture;
using Shouldly;

namespace EnforcementCases.Api.Tests.Fines;

/// <summary>Plays the bank.</summary>
internal static class BankSteps
{
    /// <summary>The documented key of the demo.</summary>
    private static readonly byte[] DemoKey = "demo-only-payment-callback-key-1"u8.ToArray();

    /// <summary>What the bank tells of a payment on the fine of a case.</summary>
    public static Dictionary<string, object?> Payment(
        this DecidedCase @case,
        long amountFen,
        string? transaction = null,
        DateTimeOffset? paidAt = null
    ) =>
        new(StringComparer.Ordinal)
        {
            ["bankTransactionId"] = transaction ?? $"T-{Guid.NewGuid():N}",
            ["paymentCode"] = @case.PaymentCode,
            ["amountFen"] = amountFen,
            ["paidAt"] = paidAt ?? @case.DecidedAt.AddDays(1),
            ["channel"] = "Electronic",
        };

    /// <summary>A payment that has to be taken.</summary>
    public static async Task<ApiAnswer> Pays(this DecidedCase @case, long amountFen, DateTimeOffset? paidAt = null)
    {
        var answer = await @case.Api.Notify(@case.Payment(amountFen, paidAt: paidAt));
        answer.Status.ShouldBe(200, answer.Body.ToString());
        return answer;
    }

    /// <param name="sentAt">Text of the header; now by default, null for none.</param>
    /// <param name="signature">Makes the header from the right one; null for none.</param>
    public static async Task<ApiAnswer> Notify(
        this ApiFixture api,
        object payment,
        Func<string, string?>? signature = null,
        string? sentAt = "now",
        byte[]? key = null
    )
    {
        var body = payment as byte[] ?? JsonSerializer.SerializeToUtf8Bytes(payment);
        sentAt = sentAt == "now" ? api.Clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) : sentAt;
        var right = Convert.ToHexStringLower(
            HMACSHA256.HashData(key ?? DemoKey, Encoding.UTF8.GetBytes(sentAt + ".").Concat(body).ToArray())
        );
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/payments/callback") { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/json");
        if (sentAt is not null)
            request.Headers.TryAddWithoutValidation("X-Payment-Sent-At", sentAt);
        if ((signature is null ? right : signature(right)) is { } said)
            request.Headers.TryAddWithoutValidation("X-Payment-Signature", said);
        return await ApiAnswer.ReadAsync(await api.Http.SendAsync(request));
    }
}
