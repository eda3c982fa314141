using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace EnforcementCases.Simulation;

/// <summary>The bank that tells the system of payments, with the signature of the demo.</summary>
internal sealed class Bank(ApiClient api)
{
    /// <summary>Known to everybody who runs the demo.</summary>
    private static readonly byte[] Key = "demo-only-payment-callback-key-1"u8.ToArray();

    public Task<Answer> Pay(string transactionId, string paymentCode, long amountFen, DateTimeOffset paidAt, string channel)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                bankTransactionId = transactionId,
                paymentCode,
                amountFen,
                paidAt,
                channel,
            }
        );
        return api.Send(() =>
        {
            var sentAt = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
            var request = new HttpRequestMessage(HttpMethod.Post, "api/v1/payments/callback") { Content = new ByteArrayContent(body) };
            request.Content.Headers.ContentType = new("application/json");
            request.Headers.Add("X-Payment-Sent-At", sentAt);
            request.Headers.Add(
                "X-Payment-Signature",
                Convert.ToHexStringLower(HMACSHA256.HashData(Key, (byte[])[.. Encoding.UTF8.GetBytes(sentAt + "."), .. body]))
            );
            return request;
        });
    }
}
