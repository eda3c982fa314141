using EnforcementCases.Domain;

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

    /// <summary>Refuses a change whose author saw another version.</summary>
    public void EnsureSeen(Guid id, int version)
    {
        versionWasChecked = true;
        if (IfMatch is null)
            throw VersionMissing.With("缺少 If-Match 请求头");
        if (!string.Equals(IfMatch, EntityTag(id, version), StringComparison.Ordinal))
            throw VersionStale.With($"当前版本为 {version}");
    }

    /// <summary>A handler that did not check the version is a bug, found by its first test.</summary>
    public void EnsureVersionWasChecked(object request)
    {
        if (request is IChangesVersion && !versionWasChecked)
            throw new InvalidOperationException($"{request.GetType().Name} changes a version and never called {nameof(EnsureSeen)}.");
    }
}
