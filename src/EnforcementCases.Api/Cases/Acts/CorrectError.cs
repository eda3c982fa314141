using System.Text.Json.Serialization;
using EnforcementCases.Api.Catalogue;
using EnforcementCases.Api.Documents;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Papers;
using EnforcementCases.Domain.Text;
using EnforcementCases.Persistence;
using EnforcementCases.Platform.Access;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Cases.Acts;

/// <summary>Corrects a slip on a paper of the case (补正): a character, or a figure that the file shows right. Approved by a head who did not handle the case, on the proposal of
/// an officer of it. Its paper (补正决定书, D49) is issued and has to be served on the party. Party, facts, time, place, law, kinds, sums, orders and remedies cannot be
/// corrected: they need a revocation and a new decision.</summary>
/// <param name="DocumentId">The paper with the slip: one that the organ issued under its seal in this case.</param>
/// <param name="Printed">The passage as printed (原文), at most 200 characters; it must occur on the paper exactly once.</param>
/// <param name="Corrected">The passage as it should read (更正为), at most 200 characters.</param>
/// <param name="ShownBy">What in the file shows the text as corrected.</param>
/// <param name="Reason">Why it is corrected, at most 1,000 characters.</param>
/// <param name="ProposedBy">The person who proposed it: an officer of the case.</param>
/// <param name="DoneAt">When it was approved; not before the decision, and not before the day of the paper.</param>
public sealed record CorrectErrorCommand(
    Guid DocumentId,
    string Printed,
    string Corrected,
    SlipProof ShownBy,
    string Reason,
    Guid ProposedBy,
    DateTimeOffset DoneAt
) : ICaseAct
{
    /// <inheritdoc />
    [JsonIgnore]
    public Guid CaseId { get; init; }
}

/// <summary>What in the file shows the text as corrected: exactly one of the two is given.</summary>
/// <param name="DocumentId">Another paper of the case, not later than the one with the slip, that contains the corrected passage with the words around it, from one punctuation mark to the next; required if a figure changes.</param>
/// <param name="EvidenceSha256">Evidence of a decision on the spot, by the SHA-256 of its file (64 lower-case hex digits); it shows at most two characters.</param>
public sealed record SlipProof(Guid? DocumentId = null, string? EvidenceSha256 = null);

internal sealed class CorrectErrorValidator : AbstractValidator<CorrectErrorCommand>
{
    public CorrectErrorValidator()
    {
        RuleFor(c => c.Printed).NotEmpty().MaximumLength(200);
        RuleFor(c => c.Corrected).NotEmpty().MaximumLength(200);
        RuleFor(c => c.ShownBy).NotNull();
        RuleFor(c => c.ShownBy)
            .Must(s => s.DocumentId is null != s.EvidenceSha256 is null)
            .When(c => c.ShownBy is not null)
            .WithMessage("应当写明一份文书或者一件证据");
        RuleFor(c => c.Reason).NotEmpty().MaximumLength(1000);
    }
}

internal sealed class CorrectErrorHandler(
    AppDbContext db,
    CaseLoader file,
    CurrentUser user,
    DocumentIssue documents,
    NumberLedger numbers,
    OrganDirectory organs,
    CatalogueDirectory catalogue,
    TimeProvider clock
) : IRequestHandler<CorrectErrorCommand, CaseAfterAct>
{
    public async Task<CaseAfterAct> Handle(CorrectErrorCommand request, CancellationToken cancellationToken)
    {
        var @case = await file.OpenAsync(request, cancellationToken);
        var (printed, text) = (TextRules.Paragraphs(request.Printed), TextRules.Paragraphs(request.Corrected));
        var paper = await PaperAsync(request.DocumentId, "/documentId");
        @case.EnsureCorrectable(paper, printed, text, request.DoneAt);
        var proposer = @case.ProposerOfCorrection(request.ProposedBy);
        var kind = SlipOnPaper.Judge(
            documents.OpenForm(paper),
            printed,
            text,
            new(@case.Party.Name, @case.Party.Representative, @case.Place.Text, ChineseDate.Day(@case.CommittedOn))
        );
        var clause = SlipOnPaper.ClauseOf(documents.OpenForm(paper), printed, text);
        await EnsureShownAsync();
        var slip = new CorrectedSlip(
            kind,
            printed,
            text,
            TextRules.Paragraphs(request.Reason),
            proposer.PersonId,
            proposer.Name,
            user.PersonName
        )
        {
            Clause = clause,
        };

        var (on, now) = (LegalDate.Of(request.DoneAt), clock.GetUtcNow());
        var organ = await organs.OrganAsync(@case.OrganId, cancellationToken);
        var number = await numbers.IssueAsync(organ, DocumentWord.SlipCorrection, on.Year, @case.Id, cancellationToken);
        var issued = documents.Form(
            DocumentKind.CorrectionDecision,
            DeskPapers.Correction(@case, organ, on, number.Text, paper, slip),
            @case.Id,
            @case.OrganisationPath,
            on,
            actPlace: null,
            now,
            corrects: paper.Id
        );
        @case.CorrectError(issued, paper, slip, Guid.CreateVersion7(now), request.DoneAt, catalogue.Current.Calendar);
        db.CaseDocuments.Add(issued);
        return file.After(@case, request);

        async Task<CaseDocument> PaperAsync(Guid id, string member) =>
            await db.CaseDocuments.FirstOrDefaultAsync(d => d.Id == id && d.CaseId == @case.Id, cancellationToken)
            ?? throw DocumentErrors.NotFound.With($"文书 {id}").At(member);

        async Task EnsureShownAsync()
        {
            if (request.ShownBy.DocumentId is { } shownBy)
            {
                var proof = await PaperAsync(shownBy, "/shownBy/documentId");
                SlipOnPaper.EnsureShown(documents.OpenForm(proof), proof, paper, clause.Corrected);
                return;
            }
            await db.Entry(@case).Collection(c => c.Evidence).LoadAsync(cancellationToken);
            SlipOnPaper.EnsureShown(@case.Evidence.Select(e => e.Sha256), request.ShownBy.EvidenceSha256!, kind, printed, text);
        }
    }
}
