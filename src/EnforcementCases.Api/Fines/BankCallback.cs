using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using EnforcementCases.Domain;
using EnforcementCases.Persistence;
using EnforcementCases.Persistence.Access;
using EnforcementCases.Platform;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Keys;
using EnforcementCases.Platform.Web;
using MediatR;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace EnforcementCases.Api.Fines;

/// <summary>Receives the bank's calls: no session, but every call is signed with HMAC-SHA-256 over <c>sentAt + "." + body</c> and must be sent within five minutes.</summary>
internal sealed class BankCallback(
    CallbackKey key,
    AppDbContext db,
    IMediator mediator,
    CurrentUser user,
    ReaderScope scope,
    SecurityJournal journal,
    IOptions<JsonOptions> json,
    TimeProvider clock
)
{
    public const string SignatureHeader = "X-Payment-Signature";
    public const string SentAtHeader = "X-Payment-Sent-At";

    /// <summary>Largest difference between the time of sending and the server's, either way, so that an overheard call cannot be replayed later.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    public static readonly DomainError NotSigned = new(
        "payment-callback.not-signed",
        null,
        ErrorKind.Unauthenticated,
        "缴款通知未签名或者签名不符"
    );
    public static readonly DomainError NotInTime = new(
        "payment-callback.not-in-time",
        null,
        ErrorKind.Unauthenticated,
        "缴款通知的发送时间不在允许的范围内"
    );

    private const int LongestBody = 16 * 1024;

    public async Task<PaymentReceived> ReceiveAsync(HttpRequest request, CancellationToken ct)
    {
        var body = await Read(request, ct);
        if (WhyRefused(request.Headers, body) is { } refused)
        {
            await journal.NoteAloneAsync(SecurityEventKind.CallbackRefused);
            throw refused;
        }
        user.ActAsSystem(); // from here on the caller is authenticated
        scope.Current = user.Scope;
        var payment = Parse(body);
        try
        {
            return await mediator.Send(payment, ct);
        }
        catch (DomainException refusal)
        {
            var owner = await db
                .PaymentOrders.Where(o => o.Code == payment.PaymentCode)
                .Select(o => o.OrganisationPath)
                .FirstOrDefaultAsync(ct);
            await journal.NoteAloneAsync(SecurityEventKind.PaymentRefused, owner, refusal.Error.Code); // money was paid that cannot be booked here: it must be looked into
            throw;
        }
    }

    private static async Task<byte[]> Read(HttpRequest request, CancellationToken ct)
    {
        var buffer = new byte[LongestBody + 1];
        var length = await request.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, ct);
        return length <= LongestBody
            ? buffer[..length]
            : throw new BadHttpRequestException("The body is too long.", StatusCodes.Status413PayloadTooLarge);
    }

    private DomainException? WhyRefused(IHeaderDictionary headers, byte[] body)
    {
        var sentAt = headers[SentAtHeader].ToString();
        if (!IsSigned(headers[SignatureHeader].ToString(), sentAt, body))
            return NotSigned.With($"须带 {SignatureHeader} 和 {SentAtHeader}");
        return StrictTimes.TryParseInstant(sentAt, out var at) && (clock.GetUtcNow() - at).Duration() <= Window
            ? null
            : NotInTime.With("发送时间与当前时间相差超过五分钟");
    }

    private bool IsSigned(string signature, string sentAt, byte[] body)
    {
        if (signature.Length != 2 * HMACSHA256.HashSizeInBytes || !signature.All(char.IsAsciiHexDigit))
            return false;
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key.Secret);
        hmac.AppendData(Encoding.UTF8.GetBytes(sentAt));
        hmac.AppendData("."u8);
        hmac.AppendData(body);
        return CryptographicOperations.FixedTimeEquals(hmac.GetHashAndReset(), Convert.FromHexString(signature));
    }

    private ReceivePaymentCommand Parse(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize<ReceivePaymentCommand>(body, json.Value.SerializerOptions)
                ?? throw new JsonException("The body is null.");
        }
        catch (JsonException error)
        {
            throw new BadHttpRequestException("The body cannot be read.", StatusCodes.Status400BadRequest, error);
        }
    }
}

/// <summary>The key that the bank signs with.</summary>
internal sealed record CallbackKey(byte[] Secret)
{
    /// <summary>Name in the key ring and in the configuration (<c>Keys:payment-callback</c>, base64).</summary>
    public const string Name = "payment-callback";

    /// <summary>The public, fixed key of the demo, so that the simulation can act as the bank; base64 of <c>demo-only-payment-callback-key-1</c>.</summary>
    public const string DemoKey = "ZGVtby1vbmx5LXBheW1lbnQtY2FsbGJhY2sta2V5LTE=";

    public static CallbackKey Of(IConfiguration configuration, Installation installation, KeyRing keys) =>
        new(
            installation.Demo && string.IsNullOrEmpty(configuration[$"Keys:{Name}"]) ? Convert.FromBase64String(DemoKey) : keys.Secret(Name)
        );
}
