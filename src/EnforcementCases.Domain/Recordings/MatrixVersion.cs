using EnforcementCases.Domain.Evidence;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Recordings;

/// <summary>A row of the recording matrix (记录矩阵): what of an act is recorded, in which medium, and from when to when.</summary>
/// <param name="Act">The act.</param>
/// <param name="Text">Written record.</param>
/// <param name="Photo">Photos.</param>
/// <param name="Audio">Sound.</param>
/// <param name="Video">Film, before what the law always requires and the place adds.</param>
/// <param name="From">The moment from which it is recorded, in Chinese.</param>
/// <param name="To">The moment up to which it is recorded, in Chinese.</param>
/// <param name="Basis">Article on which the row rests.</param>
/// <param name="Confirmed">Whether the row was compared with a published list; otherwise it was written from memory.</param>
public sealed record MatrixRow(
    RecordedAct Act,
    RecordingDuty Text,
    RecordingDuty Photo,
    RecordingDuty Audio,
    RecordingDuty Video,
    string From,
    string To,
    LegalBasis Basis,
    bool Confirmed
)
{
    /// <summary>The duty to record in a medium. Film: never less than what the law always requires or the place made mandatory.</summary>
    /// <param name="mandatoryHere">Acts that the place makes mandatory (<c>recording.mandatory</c>).</param>
    public RecordingDuty DutyOf(FileKind medium, IReadOnlyCollection<RecordedAct> mandatoryHere) =>
        medium switch
        {
            FileKind.Photo => Photo,
            FileKind.Audio => Audio,
            FileKind.Video => (RecordingDuty)Math.Max((int)Video, (int)RecordingMatrix.DutyOf(Act, mandatoryHere)),
            FileKind.Document => Text,
        };
}

/// <summary>A version of the recording matrix.</summary>
/// <param name="Number">Number, from 1.</param>
/// <param name="ValidFrom">First day of its validity, inclusive.</param>
/// <param name="Rows">Its rows, each act once.</param>
public sealed record MatrixVersion(int Number, DateOnly ValidFrom, IReadOnlyList<MatrixRow> Rows)
{
    /// <summary>The version valid on a day; null before the first one.</summary>
    public static MatrixVersion? On(IEnumerable<MatrixVersion> versions, DateOnly day) =>
        versions.Where(v => v.ValidFrom <= day).MaxBy(v => v.ValidFrom);
}

/// <summary>The matrix by which an organisation records on a day.</summary>
/// <param name="Version">The version.</param>
/// <param name="MandatoryHere">Acts that the place makes mandatory (<c>recording.mandatory</c>).</param>
public sealed record MatrixInForce(MatrixVersion Version, IReadOnlyCollection<RecordedAct> MandatoryHere)
{
    /// <summary>The media in which an act must be recorded beside its paper.</summary>
    public IReadOnlyList<FileKind> MandatoryFor(RecordedAct act) =>
        Version.Rows.FirstOrDefault(r => r.Act == act) is { } row
            ?
            [
                .. new[] { FileKind.Photo, FileKind.Audio, FileKind.Video }.Where(medium =>
                    row.DutyOf(medium, MandatoryHere) is RecordingDuty.Mandatory
                ),
            ]
            : [];
}
