namespace EnforcementCases.Domain.Evidence;

/// <summary>What the container of a file contradicts. It decides nothing: a person looks at it.</summary>
public enum FileContradiction
{
    /// <summary>录制时间早于取证时间: recorded before the time at which the evidence was taken, as entered.</summary>
    [Term("录制时间早于取证时间")]
    RecordedBefore,

    /// <summary>录制时间晚于取证时间: recorded after the time at which the evidence was taken, as entered.</summary>
    [Term("录制时间晚于取证时间")]
    RecordedAfter,
}

/// <summary>Compares what the container of a file states with what the case states.</summary>
public static class FileContradictions
{
    /// <summary>How far the clock of a device may be off, and a time be rounded.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(10);

    /// <summary>The contradictions of a file; none if its container gives no time.</summary>
    /// <param name="takenAt">When the evidence was taken, for each item that names the file.</param>
    public static IReadOnlyList<FileContradiction> Of(CaseFile file, IEnumerable<DateTimeOffset> takenAt)
    {
        if (file.RecordedAt is not { } from)
            return [];
        var to = from.AddMilliseconds(file.DurationMs ?? 0);
        return
        [
            .. takenAt
                .Select(at =>
                    at > to + Tolerance ? FileContradiction.RecordedBefore
                    : at < from - Tolerance ? FileContradiction.RecordedAfter
                    : (FileContradiction?)null
                )
                .OfType<FileContradiction>()
                .Distinct(),
        ];
    }
}
