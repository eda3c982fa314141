using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Evidence;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Recordings;

/// <summary>What is wrong with the recording of an act (记录缺口).</summary>
public enum RecordingGapKind
{
    /// <summary>缺少记录: no file of the medium is named by the act.</summary>
    [Term("缺少记录")]
    Missing,

    /// <summary>文件未上传: the act names a recording that has not arrived.</summary>
    [Term("文件未上传")]
    NotArrived,

    /// <summary>起止时间不明: a file gives no times, and the others do not cover the act.</summary>
    [Term("起止时间不明")]
    SpanUnknown,

    /// <summary>记录中断: a part of the act is not covered by any file.</summary>
    [Term("记录中断")]
    NotCovered,

    /// <summary>不在办理当日: every film lies on another day than the act, so that none is of it.</summary>
    [Term("不在办理当日")]
    OtherDay,

    /// <summary>时间重叠: two files of one device overlap, so that one of them has wrong times.</summary>
    [Term("时间重叠")]
    Overlapping,

    /// <summary>逾期上传: a file arrived after the last day to upload it.</summary>
    [Term("逾期上传")]
    UploadedLate,
}

/// <summary>A file that an act names.</summary>
/// <param name="Sha256">SHA-256 of the file.</param>
/// <param name="IsRecording">Whether the act names it as a recording, and not as a paper or as evidence of another kind.</param>
/// <param name="Kind">What it is; null if it has not arrived.</param>
/// <param name="From">When it begins, by its container; null if unknown.</param>
/// <param name="To">When it ends; null if unknown.</param>
/// <param name="Device">Number of the device; null if not given.</param>
/// <param name="ReceivedAt">When it was stored; null if it has not arrived.</param>
public sealed record FileOfAct(
    string Sha256,
    bool IsRecording,
    FileKind? Kind,
    DateTimeOffset? From,
    DateTimeOffset? To,
    string? Device,
    DateTimeOffset? ReceivedAt
);

/// <summary>An act of a case that the matrix knows, with the files that it names.</summary>
/// <param name="Act">The act of the case.</param>
/// <param name="Place">Position in the file, from 1; 0 for a decision on the spot.</param>
/// <param name="As">The act as the matrix knows it.</param>
/// <param name="StartedAt">When it began; null if its record does not state that, so that no span is asked for.</param>
/// <param name="DoneAt">When it ended.</param>
/// <param name="Files">The files that it names.</param>
public sealed record ActToRecord(
    CaseAct Act,
    int Place,
    RecordedAct As,
    DateTimeOffset? StartedAt,
    DateTimeOffset DoneAt,
    IReadOnlyList<FileOfAct> Files
)
{
    /// <summary>Its legal date.</summary>
    public DateOnly DoneOn => LegalDate.Of(DoneAt);
}

/// <summary>A gap in the recording of an act.</summary>
/// <param name="Act">The act of the case.</param>
/// <param name="Place">Position in the file, from 1; 0 for a decision on the spot.</param>
/// <param name="Kind">What is wrong.</param>
/// <param name="Medium">The medium that is lacking, or that of the file; null if the file has not arrived.</param>
/// <param name="From">Beginning of the part that is not covered or overlaps; null for other gaps.</param>
/// <param name="To">Its end; null for other gaps.</param>
/// <param name="Sha256">The file concerned; null if none is.</param>
public sealed record RecordingGap(
    CaseAct Act,
    int Place,
    RecordingGapKind Kind,
    FileKind? Medium,
    DateTimeOffset? From,
    DateTimeOffset? To,
    string? Sha256
);

/// <summary>Compares the files that acts name with what the matrix in force on the day of each act requires. 国办发〔2018〕118号 三; 行政处罚法 第四十七条.</summary>
public static class RecordingGaps
{
    /// <summary>How far the times of a film may be off without a gap: one minute, at which a device's clock is to be set.</summary>
    public static readonly TimeSpan Slack = TimeSpan.FromMinutes(1);

    /// <summary>The gaps of the acts, in their order; an act of a day without a matrix has none.</summary>
    /// <param name="inForce">The matrix in force on a day; null if none is.</param>
    /// <param name="uploadBy">Last day to upload the files of an act of a day.</param>
    [StatutoryRule("REC-118-1"), StatutoryRule("REC-118-2"), StatutoryRule("REC-118-3")]
    public static IReadOnlyList<RecordingGap> Of(
        IEnumerable<ActToRecord> acts,
        Func<DateOnly, MatrixInForce?> inForce,
        Func<DateOnly, DateOnly> uploadBy
    ) => [.. acts.SelectMany(act => inForce(act.DoneOn) is { } matrix ? Find(act, matrix.MandatoryFor(act.As), uploadBy) : [])];

    private static IEnumerable<RecordingGap> Find(ActToRecord act, IReadOnlyList<FileKind> mandatory, Func<DateOnly, DateOnly> uploadBy)
    {
        var awaited = act.Files.Where(f => f is { Kind: null, IsRecording: true }).ToList();
        foreach (var medium in mandatory)
        {
            var files = act.Files.Where(f => f.Kind == medium).ToList();
            if (files.Count > 0 && medium is not FileKind.Photo)
            {
                foreach (var gap in Uncovered(act, medium, files))
                    yield return gap;
            }
            else if (files.Count == 0 && awaited.Count == 0)
                yield return new(act.Act, act.Place, RecordingGapKind.Missing, medium, null, null, null);
        }
        foreach (var file in awaited)
            yield return new(act.Act, act.Place, RecordingGapKind.NotArrived, null, null, null, file.Sha256);
        foreach (var gap in Overlaps(act))
            yield return gap;
        foreach (
            var file in act.Files.Where(f =>
                f is { Kind: { } kind and not FileKind.Document, ReceivedAt: { } at }
                && (f.IsRecording || mandatory.Contains(kind))
                && LegalDate.Of(at) > uploadBy(act.DoneOn)
            )
        )
            yield return new(act.Act, act.Place, RecordingGapKind.UploadedLate, file.Kind, null, null, file.Sha256);
    }

    /// <summary>The parts of the act without a film. Where one has no times, nobody knows whether it fills them.</summary>
    private static List<RecordingGap> Uncovered(ActToRecord act, FileKind medium, IReadOnlyList<FileOfAct> files)
    {
        if (act.StartedAt is not { } from)
            return OnAnotherDay(act, medium, files);
        var holes = new List<RecordingGap>();
        foreach (var (start, end) in Spans(files).OrderBy(s => s.From).Append((act.DoneAt, act.DoneAt)))
        {
            var until = start < act.DoneAt ? start : act.DoneAt;
            if (until - from > Slack)
                holes.Add(new(act.Act, act.Place, RecordingGapKind.NotCovered, medium, from, until, null));
            if (end > from)
                from = end;
        }
        return holes.Count > 0 && files.FirstOrDefault(f => f.From is null || f.To is null) is { } unknown
            ? [new(act.Act, act.Place, RecordingGapKind.SpanUnknown, medium, null, null, unknown.Sha256)]
            : holes;
    }

    /// <summary>Of an act whose beginning is not recorded no span can be asked for; but a film of another day is no recording of it.</summary>
    private static List<RecordingGap> OnAnotherDay(ActToRecord act, FileKind medium, IReadOnlyList<FileOfAct> files) =>
        files.All(f => f is { From: { } from, To: { } to } && (LegalDate.Of(to) < act.DoneOn || LegalDate.Of(from) > act.DoneOn))
            ? [new(act.Act, act.Place, RecordingGapKind.OtherDay, medium, files[0].From, files[0].To, files[0].Sha256)]
            : [];

    /// <summary>Films of one device that overlap; each with the one before it.</summary>
    private static IEnumerable<RecordingGap> Overlaps(ActToRecord act) =>
        act
            .Files.Where(f => f is { Kind: FileKind.Audio or FileKind.Video, Device: not null, From: not null, To: not null })
            .GroupBy(f => f.Device, StringComparer.Ordinal)
            .SelectMany(device =>
            {
                var inTurn = device.OrderBy(f => f.From).ThenBy(f => f.To).ToList();
                return inTurn.Zip(inTurn.Skip(1)).Where(pair => pair.First.To - pair.Second.From > Slack);
            })
            .Select(pair => new RecordingGap(
                act.Act,
                act.Place,
                RecordingGapKind.Overlapping,
                pair.Second.Kind,
                pair.Second.From,
                pair.First.To < pair.Second.To ? pair.First.To : pair.Second.To,
                pair.Second.Sha256
            ));

    private static IEnumerable<(DateTimeOffset From, DateTimeOffset To)> Spans(IEnumerable<FileOfAct> files) =>
        files.Where(f => f is { From: not null, To: not null }).Select(f => (f.From!.Value, f.To!.Value));
}
