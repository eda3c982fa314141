using EnforcementCases.Domain;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Evidence;
using EnforcementCases.Domain.Recording;
using EnforcementCases.Domain.Recordings;
using MediatR;

namespace EnforcementCases.Api.Recordings;

/// <summary>Reads how the acts of a case were recorded, and what is lacking (音像记录和缺口).</summary>
public sealed record ReadCaseRecordingQuery(Guid CaseId) : IRequest<CaseRecording>;

/// <summary>The recordings of a case.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Acts">The acts that the recording matrix knows, in the order of the file; a decision on the spot first.</param>
/// <param name="Gaps">What is lacking, in the same order; acts of days without a matrix in force have no gap.</param>
public sealed record CaseRecording(Guid CaseId, IReadOnlyList<RecordedActView> Acts, IReadOnlyList<RecordingGapView> Gaps);

/// <summary>An act with its recordings.</summary>
/// <param name="Act">The act.</param>
/// <param name="ActName">Name of the act, in the requested language.</param>
/// <param name="Place">Position in the file, from 1; 0 for a decision on the spot.</param>
/// <param name="As">The act as the matrix knows it.</param>
/// <param name="StartedAt">When it began; null if its record does not state that.</param>
/// <param name="DoneAt">When it ended.</param>
/// <param name="MatrixVersion">Version of the matrix in force on its day; null if none was.</param>
/// <param name="Mandatory">Media in which it had to be recorded beside its paper; empty if none.</param>
/// <param name="Files">The files that it names.</param>
public sealed record RecordedActView(
    CaseAct Act,
    [property: Bilingual] string ActName,
    int Place,
    RecordedAct As,
    DateTimeOffset? StartedAt,
    DateTimeOffset DoneAt,
    int? MatrixVersion,
    IReadOnlyList<FileKind> Mandatory,
    IReadOnlyList<RecordingFileView> Files
);

/// <summary>A file that an act names.</summary>
/// <param name="Sha256">SHA-256 of the file, 64 lower-case hex digits.</param>
/// <param name="Kind">Kind by its content; null if it has not arrived.</param>
/// <param name="From">When it begins, by its container; null if unknown.</param>
/// <param name="To">When it ends, by its container; null if unknown.</param>
/// <param name="Device">Number of the device; null if not given.</param>
/// <param name="ReceivedAt">When it was stored; null if it has not arrived.</param>
public sealed record RecordingFileView(
    string Sha256,
    FileKind? Kind,
    DateTimeOffset? From,
    DateTimeOffset? To,
    string? Device,
    DateTimeOffset? ReceivedAt
);

/// <summary>A gap in the recording of an act.</summary>
/// <param name="Act">The act.</param>
/// <param name="ActName">Name of the act, in the requested language.</param>
/// <param name="Place">Position in the file, from 1; 0 for a decision on the spot.</param>
/// <param name="Kind">What is wrong.</param>
/// <param name="KindName">What is wrong, in the requested language.</param>
/// <param name="Medium">The medium that is lacking, or the kind of the file; null if the file has not arrived.</param>
/// <param name="From">Beginning of the part that is not covered or overlaps; null for other gaps.</param>
/// <param name="To">Its end; null for other gaps.</param>
/// <param name="Sha256">The file concerned, 64 lower-case hex digits; null if none is.</param>
public sealed record RecordingGapView(
    CaseAct Act,
    [property: Bilingual] string ActName,
    int Place,
    RecordingGapKind Kind,
    [property: Bilingual] string KindName,
    FileKind? Medium,
    DateTimeOffset? From,
    DateTimeOffset? To,
    string? Sha256
)
{
    internal static RecordingGapView Of(RecordingGap gap) =>
        new(gap.Act, gap.Act.Term(), gap.Place, gap.Kind, gap.Kind.Term(), gap.Medium, gap.From, gap.To, gap.Sha256);
}

internal sealed class ReadCaseRecordingHandler(RecordingDesk desk) : IRequestHandler<ReadCaseRecordingQuery, CaseRecording>
{
    public async Task<CaseRecording> Handle(ReadCaseRecordingQuery request, CancellationToken cancellationToken)
    {
        var recordings = await desk.OfAsync(request.CaseId, cancellationToken);
        return new(
            request.CaseId,
            [
                .. recordings.Acts.Select(a => new RecordedActView(
                    a.Act.Act,
                    a.Act.Act.Term(),
                    a.Act.Place,
                    a.Act.As,
                    a.Act.StartedAt,
                    a.Act.DoneAt,
                    a.Matrix?.Version.Number,
                    a.Matrix?.MandatoryFor(a.Act.As) ?? [],
                    [.. a.Act.Files.Select(f => new RecordingFileView(f.Sha256, f.Kind, f.From, f.To, f.Device, f.ReceivedAt))]
                )),
            ],
            [.. recordings.Gaps.Select(RecordingGapView.Of)]
        );
    }
}
