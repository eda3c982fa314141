using System.Text.Json;
using EnforcementCases.Api.Cases.Acts;
using EnforcementCases.Domain;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Cases.Ordinary;
using MediatR;

namespace EnforcementCases.Api.Cases.Ordinary;

/// <summary>Reads the file of an ordinary case (案卷).</summary>
public sealed record ReadFileQuery(Guid CaseId) : IRequest<CaseFileView>;

/// <summary>The file of an ordinary case.</summary>
/// <param name="Id">The case.</param>
/// <param name="MatterSha256">SHA-256 of the matter of the proposed decision, which legal review passes; null while nothing is proposed.</param>
/// <param name="Acts">All acts done, in their order.</param>
public sealed record CaseFileView(Guid Id, string? MatterSha256, IReadOnlyList<DoneActView> Acts);

/// <summary>An act that was done.</summary>
/// <param name="Id">Id of the act, by which a later act names it.</param>
/// <param name="Position">Position of the act in the file, from 1.</param>
/// <param name="Act">Which act.</param>
/// <param name="Name">Its name, in the requested language.</param>
/// <param name="DoneAt">When the act was done, as stated by the caller.</param>
/// <param name="RecordedAt">When the server stored it.</param>
/// <param name="EnteredLate">Whether it was entered more than three days after it was done, as stated by the caller (补录).</param>
/// <param name="PersonId">Person who entered it.</param>
/// <param name="StageAfter">Stage of the case after it.</param>
/// <param name="Body">The body of the act as it was sent; its schema is that of the request of this act.</param>
/// <param name="BodySha256">SHA-256 of the body as stored in the record; the head's signature names that of the proposal.</param>
/// <param name="Documents">Documents that the act issued; empty if none.</param>
public sealed record DoneActView(
    Guid Id,
    int Position,
    CaseAct Act,
    [property: Bilingual] string Name,
    DateTimeOffset DoneAt,
    DateTimeOffset RecordedAt,
    bool EnteredLate,
    Guid PersonId,
    CaseStage StageAfter,
    JsonElement Body,
    string BodySha256,
    IReadOnlyList<IssuedPaper> Documents
);

internal sealed class ReadFileHandler(CaseLoader file, OrdinaryDesk desk) : IRequestHandler<ReadFileQuery, CaseFileView>
{
    public async Task<CaseFileView> Handle(ReadFileQuery request, CancellationToken cancellationToken)
    {
        var @case = await file.ReadAsync(request.CaseId, cancellationToken);
        var opened = await desk.OpenAsync(@case, cancellationToken);
        return new(
            @case.Id,
            opened.Deciding.Matter?.Sha256(),
            [
                .. opened.Acts.Select(a => new DoneActView(
                    a.Entry.Id,
                    a.Entry.Place,
                    a.Act,
                    a.Act.Term(),
                    a.DoneAt,
                    a.Entry.RecordedAt,
                    a.Entry.EnteredLate,
                    a.PersonId,
                    a.Entry.StageAfter,
                    ActJson.Show(a.Body),
                    a.Entry.BodySha256,
                    [.. opened.Papers.Where(p => p.ActPosition == a.Entry.Place)]
                )),
            ]
        );
    }
}
