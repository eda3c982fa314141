using EnforcementCases.Domain;
using Microsoft.Net.Http.Headers;

namespace EnforcementCases.Platform.Pipeline;

/// <summary>What a request contains besides its body; set once per request or job, so that handlers need no <c>HttpContext</c>.</summary>
internal sealed class RequestContext
{
    public static readonly DomainError VersionMissing = new(
        "request.if-match-missing",
        null,
        ErrorKind.PreconditionMissing,
        "请求须带 If-Match，写明所依据的版本"
    );

    public static readonly DomainError VersionMalformed = new(
        "request.if-match-malformed",
        null,
        ErrorKind.Malformed,
        "If-Match 应为读取时得到的 ETag"
    );

    public static readonly DomainError VersionStale = new("request.stale", null, ErrorKind.Stale, "数据已被他人修改，请重新读取后再办理");

    private bool versionWasChecked;

    public string? IdempotencyKey { get; set; }

    public string? IfMatch { get; set; }

    public string? Device { get; set; }

    public string TraceId { get; set; } = "";

    /// <summary>Operation of the rights table that was requested; null if the request names none.</summary>
    public string? Operation { get; set; }

    public string? RemoteAddress { get; set; }

    /// <summary>The request came with a token that we did not issue, or that was changed.</summary>
    public bool TokenRefused { get; set; }

    /// <summary>Path of the request; with it the ids of the route enter the fingerprint.</summary>
    public string Path { get; set; } = "";

    /// <summary>Set when the stored answer of an earlier request was given.</summary>
    public bool Replayed { get; set; }

    /// <summary>The entity tag of a version: strong, and of this thing alone.</summary>
    public static string EntityTag(Guid id, int version) => $"\"{id:N}.{version}\"";

    /// <summary>Refuses a change whose author saw another version. Tags are compared by their value: a proxy that compresses an answer makes its tag weak.</summary>
    /// <exception cref="DomainException"><see cref="VersionMissing"/>, <see cref="VersionMalformed"/> or <see cref="VersionStale"/>.</exception>
    public void EnsureSeen(Guid id, int version)
    {
        versionWasChecked = true;
        if (IfMatch is null)
            throw VersionMissing.With("缺少 If-Match 请求头");
        if (
            !EntityTagHeaderValue.TryParseStrictList([IfMatch], out var seen)
            || seen.Any(tag => tag.Equals(EntityTagHeaderValue.Any))
            || IfMatch.Contains("w/\"", StringComparison.Ordinal) // the mark of a weak tag is a capital letter
        )
            throw VersionMalformed.With("If-Match 应为读取时得到的 ETag", "读取后原样放入 If-Match，含双引号");
        var current = new EntityTagHeaderValue(EntityTag(id, version));
        if (!seen.Any(tag => tag.Compare(current, useStrongComparison: false)))
            throw VersionStale.With($"当前版本为 {version}");
    }

    /// <summary>A handler that did not check the version is a bug, found by its first test.</summary>
    public void EnsureVersionWasChecked(object request)
    {
        if (request is IChangesVersion && !versionWasChecked)
            throw new InvalidOperationException($"{request.GetType().Name} changes a version and never called {nameof(EnsureSeen)}.");
    }
}
