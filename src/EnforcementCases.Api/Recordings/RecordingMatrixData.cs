using System.Text.Json;
using System.Text.Json.Serialization;
using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Recording;
using EnforcementCases.Domain.Recordings;

namespace EnforcementCases.Api.Recordings;

/// <summary>The versions of the recording matrix that come with the product (<c>recording-matrix.json</c>), and which one an organisation records by on a day.</summary>
internal static class RecordingMatrixData
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    public static readonly IReadOnlyList<MatrixVersion> Versions = Load();

    /// <summary>The matrix in force for an organisation on a day; null if its place has put none in force, or the day is before the first version.</summary>
    public static MatrixInForce? InForce(CatalogueSnapshot catalogue, string organisationPath, DateOnly day) =>
        catalogue.RecordsByMatrix(organisationPath, day) && MatrixVersion.On(Versions, day) is { } version
            ? new(version, MandatoryHere(catalogue, organisationPath, day))
            : null;

    /// <summary>The acts that the place makes mandatory on a day, whether it has put the matrix in force or not.</summary>
    public static IReadOnlyCollection<RecordedAct> MandatoryHere(CatalogueSnapshot catalogue, string organisationPath, DateOnly day) =>
        RecordingMatrix.Read(catalogue.Parameter(organisationPath, LocalParameters.RecordingMandatory, day).Value);

    private static IReadOnlyList<MatrixVersion> Load()
    {
        using var file = typeof(RecordingMatrixData).Assembly.GetManifestResourceStream(
            "EnforcementCases.Api.Recordings.Data.recording-matrix.json"
        )!;
        return JsonSerializer.Deserialize<MatrixFile>(file, Json)!.Versions;
    }

    private sealed record MatrixFile(JsonElement Meta, IReadOnlyList<MatrixVersion> Versions);
}
