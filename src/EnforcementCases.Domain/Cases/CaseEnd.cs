using EnforcementCases.Domain.Cases.Archive;
using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Cases;

/// <summary>The closing of a case (结案); empty while it is open.</summary>
public sealed record CaseEnd
{
    /// <summary>When the case was closed.</summary>
    public DateTimeOffset? At { get; private init; }

    /// <summary>Legal date of the closing.</summary>
    public DateOnly? On { get; private init; }

    /// <summary>Why it was closed.</summary>
    public ClosingReason? Because { get; private init; }

    internal static CaseEnd For(ClosingReason reason, DateTimeOffset at) =>
        new()
        {
            At = at,
            On = LegalDate.Of(at),
            Because = reason,
        };
}

/// <summary>The archiving of a case (归档); empty before.</summary>
public sealed record CaseArchive
{
    /// <summary>Longest volume number (卷号).</summary>
    public const int VolumeMaxLength = 60;

    /// <summary>Legal date of the archiving (归档日期).</summary>
    public DateOnly? On { get; internal init; }

    /// <summary>Number of the volume (卷号).</summary>
    public string? Volume { get; internal init; }

    /// <summary>How long the file is kept (保管期限的类别).</summary>
    public RetentionClass? Retention { get; internal init; }

    /// <summary>Last day on which the file must be kept; null before archiving, and if it is kept for ever (永久).</summary>
    public DateOnly? KeepUntil { get; internal init; }
}
