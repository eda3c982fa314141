using EnforcementCases.Api.Catalogue;
using EnforcementCases.Domain;
using EnforcementCases.Domain.Evidence;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Recording;
using EnforcementCases.Domain.Recordings;
using EnforcementCases.Platform.Access;
using MediatR;

namespace EnforcementCases.Api.Recordings;

/// <summary>Reads the recording matrix (记录矩阵) of a day.</summary>
/// <param name="OrganisationId">The organisation whose duties are shown; default: the caller's own.</param>
/// <param name="OnDate">The day; default: today.</param>
public sealed record ReadRecordingMatrixQuery(Guid? OrganisationId = null, DateOnly? OnDate = null) : IRequest<RecordingMatrixView>;

/// <summary>The recording matrix of a day.</summary>
/// <param name="Version">Number of the version; null before the first one.</param>
/// <param name="ValidFrom">First day of the version, inclusive; null before the first one.</param>
/// <param name="InForce">Whether acts of this organisation on that day are held against it (<c>recording.matrix</c>).</param>
/// <param name="Rows">What of each act is recorded; empty before the first version.</param>
public sealed record RecordingMatrixView(int? Version, DateOnly? ValidFrom, bool InForce, IReadOnlyList<RecordingMatrixRow> Rows);

/// <summary>What of an act is recorded.</summary>
/// <param name="Act">The act.</param>
/// <param name="Text">Duty to record in writing.</param>
/// <param name="Photo">Duty to take photos.</param>
/// <param name="Audio">Duty to record sound.</param>
/// <param name="Video">Duty to film, with what the place made mandatory.</param>
/// <param name="From">The moment from which it is recorded.</param>
/// <param name="To">The moment up to which it is recorded.</param>
/// <param name="Basis">Article on which the row rests.</param>
/// <param name="Confirmed">Whether the row was compared with a published list; otherwise the place should check it.</param>
public sealed record RecordingMatrixRow(
    RecordedAct Act,
    RecordingDuty Text,
    RecordingDuty Photo,
    RecordingDuty Audio,
    RecordingDuty Video,
    [property: Bilingual] string From,
    [property: Bilingual] string To,
    LegalBasis Basis,
    bool Confirmed
);

internal sealed class ReadRecordingMatrixHandler(CatalogueDirectory catalogue, OrganisationReader organisations, TimeProvider clock)
    : IRequestHandler<ReadRecordingMatrixQuery, RecordingMatrixView>
{
    public async Task<RecordingMatrixView> Handle(ReadRecordingMatrixQuery request, CancellationToken cancellationToken)
    {
        var path = await organisations.PathAsync(request.OrganisationId, cancellationToken);
        var day = request.OnDate ?? LegalDate.Of(clock.GetUtcNow());
        if (MatrixVersion.On(RecordingMatrixData.Versions, day) is not { } version)
            return new(null, null, InForce: false, []);
        var here = RecordingMatrixData.MandatoryHere(catalogue.Current, path, day);
        return new(
            version.Number,
            version.ValidFrom,
            RecordingMatrixData.InForce(catalogue.Current, path, day) is not null,
            [
                .. version.Rows.Select(r => new RecordingMatrixRow(
                    r.Act,
                    r.Text,
                    r.Photo,
                    r.Audio,
                    r.DutyOf(FileKind.Video, here),
                    r.From,
                    r.To,
                    r.Basis,
                    r.Confirmed
                )),
            ]
        );
    }
}
