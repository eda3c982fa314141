using System.Text.Json.Serialization;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Cases.Archive;
using EnforcementCases.Persistence;
using EnforcementCases.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Evidence.Archives;

/// <summary>What of the evidence is in a drawn file.</summary>
public enum EvidenceInArchive
{
    /// <summary>The files themselves, and the hashes of those that have not arrived.</summary>
    Files,

    /// <summary>Only the hashes of the files.</summary>
    Hashes,
}

/// <summary>Draws the file of a case (调取案卷) as one ZIP: cover and contents with page numbers, all documents as PDF in the order of the file, the evidence, the record with its proofs
/// for the verifier, a page <c>index.html</c> that opens without this system, and <c>manifest.json</c> with the SHA-256 of each entry. The header <c>Archive-Manifest-Sha256</c> has the
/// SHA-256 of that list, which is also entered in the record. Without the inner volume (副卷). If a stored file is not as it was, the answer is a refusal that names it; if that
/// happens while it is sent, the connection breaks off before its <c>Content-Length</c>.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Form">For whom it is drawn; default <c>Main</c>. It determines which papers and files are in it, and their contents page.</param>
/// <param name="Evidence">The files of the evidence, or only their hashes; default <c>Files</c>.</param>
public sealed record DrawArchiveCommand(Guid CaseId, FileForm Form = FileForm.Main, EvidenceInArchive Evidence = EvidenceInArchive.Files)
    : IUnkeyedCommand<Unit>,
        IDrawsArchive
{
    /// <inheritdoc />
    [JsonIgnore]
    public ArchiveInHand? Drawn { get; init; }

    bool IDrawsArchive.WithInner => false;

    IRequest<Unit> IDrawsArchive.As(ArchiveInHand drawn) => this with { Drawn = drawn };
}

/// <summary>Draws the file of a case with its inner volume (副卷: legal review, discussion) apart in a folder of its own; otherwise as <c>GET /cases/{id}/archive</c>. Not for the party.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Form">For whom it is drawn; default <c>Main</c>. It determines which papers and files are in it, and their contents page.</param>
/// <param name="Evidence">The files of the evidence, or only their hashes; default <c>Files</c>.</param>
public sealed record DrawWholeArchiveCommand(
    Guid CaseId,
    FileForm Form = FileForm.Main,
    EvidenceInArchive Evidence = EvidenceInArchive.Files
) : IUnkeyedCommand<Unit>, IDrawsArchive
{
    /// <inheritdoc />
    [JsonIgnore]
    public ArchiveInHand? Drawn { get; init; }

    bool IDrawsArchive.WithInner => true;

    IRequest<Unit> IDrawsArchive.As(ArchiveInHand drawn) => this with { Drawn = drawn };
}

/// <summary>A command that draws the file of a case: put together first, then entered in the record, then sent.</summary>
internal interface IDrawsArchive
{
    Guid CaseId { get; }

    FileForm Form { get; }

    EvidenceInArchive Evidence { get; }

    /// <summary>With the inner volume (副卷).</summary>
    bool WithInner { get; }

    /// <summary>What was put together, before the transaction.</summary>
    ArchiveInHand? Drawn { get; }

    /// <summary>The command with what was put together.</summary>
    IRequest<Unit> As(ArchiveInHand drawn);
}

/// <summary>What is entered in the record about a file that was put together.</summary>
/// <param name="ManifestSha256">SHA-256 of its list.</param>
/// <param name="Bytes">Size of the ZIP in bytes.</param>
public sealed record ArchiveInHand(string ManifestSha256, long Bytes);

/// <summary>Enters in the record of a case that its file was drawn, before its first byte is sent.</summary>
internal sealed class DrawArchiveHandler(AppDbContext db, TimeProvider clock)
    : IRequestHandler<DrawArchiveCommand, Unit>,
        IRequestHandler<DrawWholeArchiveCommand, Unit>
{
    public Task<Unit> Handle(DrawArchiveCommand request, CancellationToken cancellationToken) => EnterAsync(request, cancellationToken);

    public Task<Unit> Handle(DrawWholeArchiveCommand request, CancellationToken cancellationToken) =>
        EnterAsync(request, cancellationToken);

    private async Task<Unit> EnterAsync(IDrawsArchive asked, CancellationToken ct)
    {
        var @case =
            await db.Cases.FirstOrDefaultAsync(c => c.Id == asked.CaseId, ct)
            ?? throw EnforcementCase.NotFound.With($"案件 {asked.CaseId}");
        var drawn = asked.Drawn!;
        var withFiles = asked.Evidence is EvidenceInArchive.Files;
        @case.Draw(asked.Form, asked.WithInner, withFiles, drawn.ManifestSha256, drawn.Bytes, clock.GetUtcNow());
        return Unit.Value;
    }
}
