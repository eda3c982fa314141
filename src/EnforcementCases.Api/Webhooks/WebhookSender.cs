using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using EnforcementCases.Persistence.Requests;
using EnforcementCases.Persistence.Webhooks;
using EnforcementCases.Platform.Keys;

namespace EnforcementCases.Api.Webhooks;

/// <summary>How an attempt to send ended.</summary>
/// <param name="Status">Status of the answer; null if there was none.</param>
/// <param name="Fault">Why it failed; null if the receiver confirmed it.</param>
internal readonly record struct Attempt(int? Status, DeliveryFault? Fault);

/// <summary>Sends one event to one receiver, signed as the Standard Webhooks specification describes. Follows no redirection, keeps no cookie, and reads nothing of the answer but its status.</summary>
internal sealed class WebhookSender : IDisposable
{
    /// <summary>In units of 1,024 bytes.</summary>
    private const int LongestHeaders = 16;

    private readonly HttpClient http;
    private readonly WebhookSettings settings;
    private readonly PersonalDataVault vault;
    private readonly TimeProvider clock;

    public WebhookSender(ReceiverAddress receivers, WebhookSettings settings, PersonalDataVault vault, TimeProvider clock)
    {
        (this.settings, this.vault, this.clock) = (settings, vault, clock);
        http = new(
            new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseProxy = false, // a proxy would look up the name itself
                UseCookies = false,
                MaxResponseHeadersLength = LongestHeaders,
                MaxResponseDrainSize = 0, // the body is not read: its end of the connection is closed instead
                PooledConnectionLifetime = TimeSpan.FromMinutes(1),
                ConnectCallback = receivers.ConnectAsync,
            }
        )
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    /// <summary>Sends an event; never fails by what the receiver does.</summary>
    public async Task<Attempt> SendAsync(WebhookSubscription to, OutboxMessage message, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(settings.AnswerWithin);
        try
        {
            using var request = Request(to, message);
            using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            var status = (int)answer.StatusCode;
            return new(
                status,
                status switch
                {
                    >= 200 and < 300 => null,
                    >= 300 and < 400 => DeliveryFault.Redirected,
                    _ => DeliveryFault.Answered,
                }
            );
        }
        catch (HttpRequestException error)
        {
            return new(
                null,
                error.InnerException is ReceiverAddress.AddressRefusedException ? DeliveryFault.AddressRefused : DeliveryFault.Unreachable
            );
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return new(null, DeliveryFault.TimedOut);
        }
    }

    public void Dispose() => http.Dispose();

    private HttpRequestMessage Request(WebhookSubscription to, OutboxMessage message)
    {
        var body = CloudEvent.BytesOf(message);
        var id = message.Id.ToString("D");
        var at = clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var key = vault.Open(to.SecretSealed, SealedCell.WebhookSecret(to.Id));
        var signature = HMACSHA256.HashData(key, (byte[])[.. Encoding.ASCII.GetBytes($"{id}.{at}."), .. body]);
        var request = new HttpRequestMessage(HttpMethod.Post, to.Url)
        {
            Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue(CloudEvent.MediaType) } },
        };
        request.Headers.Add("webhook-id", id);
        request.Headers.Add("webhook-timestamp", at);
        request.Headers.Add("webhook-signature", $"v1,{Convert.ToBase64String(signature)}");
        return request;
    }
}
