using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Cases.Ordinary;
using EnforcementCases.Domain.Evidence;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Recordings;

/// <summary>The acts of a case that the recording matrix knows, each with the files that it names.</summary>
public static class ActsToRecord
{
    /// <summary>The acts, in the order of the file; a decision on the spot first.</summary>
    /// <param name="file">The file, with the evidence of a decision on the spot loaded.</param>
    /// <param name="originals">The original files of the case.</param>
    public static IReadOnlyList<ActToRecord> Of(OrdinaryFile file, IEnumerable<CaseFile> originals)
    {
        var here = originals.ToDictionary(f => f.Sha256, StringComparer.Ordinal);
        return
        [
            .. file.Case is { Procedure: CaseProcedure.Simple, DecidedAt: { } decidedAt }
                ?
                [
                    new ActToRecord(
                        CaseAct.DecideOnTheSpot,
                        Place: 0,
                        RecordedAct.OnTheSpotDecision,
                        StartedAt: null,
                        decidedAt,
                        [
                            .. file
                                .Case.Evidence.DistinctBy(e => e.Sha256, StringComparer.Ordinal)
                                .Select(e => Named(e.Sha256, e.Kind.IsRecording(), here)),
                        ]
                    ),
                ]
                : Array.Empty<ActToRecord>(),
            .. file.Acts.SelectMany(act =>
                RecordedAs(act) is { } recorded
                    ? [new ActToRecord(act.Act, act.Entry.Place, recorded, StartOf(act.Body), act.DoneAt, FilesOf(act.Body, here))]
                    : Array.Empty<ActToRecord>()
            ),
        ];
    }

    private static RecordedAct? RecordedAs(DoneAct act) =>
        act.Body switch
        {
            ServeDocument service => service.AsRecorded,
            SealProperty measure => measure.AsRecorded,
            _ => OrdinaryProcedure.Of(act.Act)?.Recording.As,
        };

    private static DateTimeOffset? StartOf(ActBody body) =>
        body switch
        {
            RecordScene scene => scene.StartedAt,
            RecordInquiry inquiry => inquiry.StartedAt,
            _ => null,
        };

    private static IReadOnlyList<FileOfAct> FilesOf(ActBody body, Dictionary<string, CaseFile> here)
    {
        var recordings = FilesInBodies.Recordings(body);
        return [.. FilesInBodies.Of(body).Select(sha => Named(sha, recordings.Contains(sha), here))];
    }

    private static FileOfAct Named(string sha, bool isRecording, Dictionary<string, CaseFile> here) =>
        here.GetValueOrDefault(sha) is { } file
            ? new(
                sha,
                isRecording,
                file.Kind,
                file.RecordedAt,
                file.DurationMs is { } length ? file.RecordedAt?.AddMilliseconds(length) : null,
                file.Device,
                file.ReceivedAt
            )
            : new(sha, isRecording, null, null, null, null, null);
}
