namespace EnforcementCases.Platform.Uploads;

/// <summary>Limits of uploads, from the section <c>Uploads</c> of the configuration.</summary>
internal sealed record UploadSettings
{
    /// <summary>Largest file in bytes, inclusive; default 16 GiB.</summary>
    public long LargestFile { get; init; } = 16L * 1024 * 1024 * 1024;

    /// <summary>Most bytes that an account may have declared in uploads that are not finished, inclusive; default 64 GiB.</summary>
    public long OpenBytesPerAccount { get; init; } = 64L * 1024 * 1024 * 1024;

    /// <summary>Most uploads that an account may have open, inclusive; default 200.</summary>
    public int OpenPerAccount { get; init; } = 200;

    /// <summary>How long an upload can be continued, in hours; default 72: a handheld may be without network for days.</summary>
    public int KeptHours { get; init; } = 72;
}
