using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using EnforcementCases.Domain;

namespace EnforcementCases.Platform.Web;

/// <summary>How many requests a minute are accepted: <c>RateLimits:*</c>.</summary>
internal sealed class RateLimitSettings
{
    /// <summary>False accepts any number; for load tests.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>Sign-ins to one account from one address, so that a brigade behind one address can still sign in in the morning.</summary>
    public int SignInsPerMinute { get; init; } = 20;

    /// <summary>Sign-ins, refreshes and second factors per address, to any account.</summary>
    public int SignInsPerAddressPerMinute { get; init; } = 300;

    /// <summary>Writes per account, or per address if nobody is signed in.</summary>
    public int WritesPerMinute { get; init; } = 600;

    /// <summary>Reads per account, or per address if nobody is signed in.</summary>
    public int ReadsPerMinute { get; init; } = 1_200;

    /// <summary>Answers "not found" per account before requests for single things are refused: more suggest that somebody is guessing ids.</summary>
    public int NotFoundPerMinute { get; init; } = 30;
}

/// <summary>Too many requests.</summary>
internal sealed class TooManyRequestsException(DomainError error, string detail, TimeSpan retryAfter) : Exception(detail)
{
    public DomainError Error { get; } = error;

    /// <summary>After how long the client may try again.</summary>
    public TimeSpan RetryAfter { get; } = retryAfter;
}

/// <summary>Token buckets per account, and per address if nobody is signed in. Each process counts for itself.</summary>
internal sealed class RateLimits : IAsyncDisposable
{
    public static readonly DomainError Exceeded = new("request.too-many", null, ErrorKind.TooMany, "请求过于频繁，请稍后再试");

    public static readonly DomainError UnknownIds = new(
        "request.too-many-not-found",
        null,
        ErrorKind.TooMany,
        "短时间内查询不存在或者无权查看的内容过多，请稍后再试"
    );

    private readonly bool enabled;
    private readonly RateLimitSettings settings;
    private readonly PartitionedRateLimiter<(Kind Kind, string Who)> limiter;

    public RateLimits(RateLimitSettings settings)
    {
        this.settings = settings;
        enabled = settings.Enabled;
        limiter = PartitionedRateLimiter.Create<(Kind Kind, string Who), (Kind Kind, string Who)>(asked =>
            RateLimitPartition.GetTokenBucketLimiter(asked, key => Bucket(PerMinute(settings, key.Kind)))
        );
    }

    private enum Kind
    {
        SignIn,
        SignInFromAddress,
        Write,
        Read,
        NotFound,
    }

    /// <summary>Counts a request before anything is done for it.</summary>
    /// <exception cref="TooManyRequestsException"><see cref="Exceeded"/>.</exception>
    public void Count(string? operation, bool isRead, Guid? account, IPAddress? address)
    {
        if (!enabled)
            return;
        var signIn = operation is "SignIn" or "AnswerChallenge" or "RefreshSession" or "StartExternalSignIn" or "SignInExternally";
        var kind =
            signIn ? Kind.SignInFromAddress
            : isRead ? Kind.Read
            : Kind.Write;
        using var lease = limiter.AttemptAcquire((kind, signIn ? WhoseAddress(address) : WhoIs(account, address)));
        if (!lease.IsAcquired)
            throw new TooManyRequestsException(Exceeded, "已超过每分钟允许的请求次数", Wait(lease));
    }

    /// <summary>Counts a try to sign in to an account, known or not.</summary>
    /// <exception cref="TooManyRequestsException"><see cref="Exceeded"/>.</exception>
    public void CountSignIn(string userName, string? address)
    {
        if (!enabled)
            return;
        using var lease = limiter.AttemptAcquire(
            (Kind.SignIn, $"{WhoseAddress(IPAddress.TryParse(address, out var a) ? a : null)} {userName}")
        );
        if (!lease.IsAcquired)
            throw new TooManyRequestsException(Exceeded, "已超过每分钟允许的登录次数", Wait(lease));
    }

    /// <summary>Refuses to look up more single things for somebody who has just asked for many that are not there.</summary>
    /// <exception cref="TooManyRequestsException"><see cref="UnknownIds"/>.</exception>
    public void EnsureNotGuessing(Guid? account, IPAddress? address)
    {
        if (!enabled)
            return;
        // whole tokens: requesting none succeeds on a part of one
        if (limiter.GetStatistics((Kind.NotFound, WhoIs(account, address)))?.CurrentAvailablePermits == 0)
            throw new TooManyRequestsException(UnknownIds, "已暂停按编号查询", TimeSpan.FromMinutes(1) / settings.NotFoundPerMinute);
    }

    /// <summary>Counts an answer "not found".</summary>
    /// <returns>Whether it was the last one allowed; the security log is written then.</returns>
    public bool CountNotFound(Guid? account, IPAddress? address)
    {
        if (!enabled)
            return false;
        var who = (Kind.NotFound, WhoIs(account, address));
        using var lease = limiter.AttemptAcquire(who);
        return lease.IsAcquired && limiter.GetStatistics(who)?.CurrentAvailablePermits == 0;
    }

    public ValueTask DisposeAsync() => limiter.DisposeAsync();

    private static TokenBucketRateLimiterOptions Bucket(int perMinute) =>
        new()
        {
            TokenLimit = perMinute,
            TokensPerPeriod = 1,
            ReplenishmentPeriod = TimeSpan.FromMinutes(1) / perMinute,
            QueueLimit = 0,
            AutoReplenishment = true,
        };

    private static int PerMinute(RateLimitSettings settings, Kind kind) =>
        kind switch
        {
            Kind.SignIn => settings.SignInsPerMinute,
            Kind.SignInFromAddress => settings.SignInsPerAddressPerMinute,
            Kind.Write => settings.WritesPerMinute,
            Kind.Read => settings.ReadsPerMinute,
            Kind.NotFound => settings.NotFoundPerMinute,
        };

    private static TimeSpan Wait(RateLimitLease lease) =>
        lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : TimeSpan.FromSeconds(1);

    private static string WhoIs(Guid? account, IPAddress? address) => account?.ToString("N") ?? WhoseAddress(address);

    /// <summary>An IPv6 address counts by its /64 network, which belongs to one user.</summary>
    private static string WhoseAddress(IPAddress? address)
    {
        if (address is null)
            return "?";
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8))
            : address.ToString();
    }
}
