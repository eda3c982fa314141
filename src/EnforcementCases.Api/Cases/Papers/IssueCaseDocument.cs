using System.Text.Json.Serialization;
using EnforcementCases.Api.Cases.Acts;
using EnforcementCases.Api.Catalogue;
using EnforcementCases.Api.Documents;
using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Papers;
using EnforcementCases.Persistence;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Pipeline;
using EnforcementCases.Platform.Recording;
using FluentValidation;
using MediatR;

namespace EnforcementCases.Api.Cases.Papers;

/// <summary>Documents that no act of a case issues by itself.</summary>
public enum DeskPaper
{
    /// <summary>责令改正通知书 (现场版, D03): only with an on-the-spot decision that orders a correction.</summary>
    OnTheSpotCorrection,

    /// <summary>缴款通知书 (D37), with the payment code: only while a payment is owed.</summary>
    PaymentNotice,
}

/// <summary>Issues a document of a case that no act issues by itself: D03 or D37. Its content is fixed and hashed into the record.</summary>
/// <param name="Paper">The document to be issued.</param>
/// <param name="Recheck">When the correction will be re-checked (复查时间), in words; required for D03, otherwise null.</param>
/// <param name="DoneAt">When it is issued; not before the decision. Its date in China is printed as its date.</param>
public sealed record IssueCaseDocumentCommand(DeskPaper Paper, DateTimeOffset DoneAt, string? Recheck = null)
    : ICommand<IssuedDocument>,
        IChangesVersion
{
    /// <summary>The case, from the route.</summary>
    [JsonIgnore]
    public Guid CaseId { get; init; }
}

/// <summary>A document that was issued.</summary>
/// <param name="Id">The case.</param>
/// <param name="Version">Version of the case now.</param>
/// <param name="DocumentId">The document; it is printed through <c>/cases/{id}/documents/{documentId}/prints</c>.</param>
/// <param name="Kind">Kind of document.</param>
/// <param name="Number">Its number; empty for kinds without one.</param>
/// <param name="VerificationCode">Code by which anyone can check the document.</param>
public sealed record IssuedDocument(Guid Id, int Version, Guid DocumentId, DocumentKind Kind, string Number, string VerificationCode)
    : IVersioned;

internal sealed class IssueCaseDocumentValidator : AbstractValidator<IssueCaseDocumentCommand>
{
    public IssueCaseDocumentValidator() =>
        RuleFor(c => c.Recheck)
            .NotEmpty()
            .When(c => c.Paper == DeskPaper.OnTheSpotCorrection)
            .WithMessage("责令改正通知书须写明复查时间")
            .MaximumLength(100);
}

internal sealed class IssueCaseDocumentHandler(
    AppDbContext db,
    RequestContext context,
    CaseLoader file,
    DocumentIssue documents,
    NumberLedger numbers,
    OrganDirectory organs,
    CatalogueDirectory catalogue,
    IConfiguration configuration,
    TimeProvider clock
) : IRequestHandler<IssueCaseDocumentCommand, IssuedDocument>
{
    public async Task<IssuedDocument> Handle(IssueCaseDocumentCommand request, CancellationToken cancellationToken)
    {
        var @case = await file.ReadAsync(request.CaseId, cancellationToken);
        file.EnsureAllowed(request, @case);
        context.EnsureSeen(@case.Id, @case.Version);
        ClaimedTime.Ensure(request.DoneAt, clock.GetUtcNow(), "/doneAt");
        var organ = await organs.OrganAsync(@case.OrganId, cancellationToken);
        var on = LegalDate.Of(request.DoneAt);
        var (kind, values) = request.Paper switch
        {
            DeskPaper.OnTheSpotCorrection => (
                DocumentKind.OnTheSpotCorrection,
                await CorrectionAsync(@case, organ, on, request.Recheck!, cancellationToken)
            ),
            DeskPaper.PaymentNotice => (DocumentKind.PaymentNotice, Notice(@case, organ, on)),
        };
        var issued = documents.Form(kind, values, @case.Id, @case.OrganisationPath, on, actPlace: null, clock.GetUtcNow());
        @case.IssuePaper(issued, request.DoneAt);
        db.CaseDocuments.Add(issued);
        return new(@case.Id, @case.Version, issued.Id, issued.Kind, issued.Number, issued.VerificationCode);
    }

    private async Task<FormValues> CorrectionAsync(
        EnforcementCase @case,
        Organisation organ,
        DateOnly on,
        string recheck,
        CancellationToken ct
    )
    {
        DeskPapers.EnsureCorrectionAsked(@case);
        var violation = catalogue.Current.Violation(@case.ViolationVersionId)!;
        var number = await numbers.IssueAsync(organ, DocumentWord.CorrectionOrder, on.Year, @case.Id, ct);
        return DeskPapers.OnTheSpotCorrection(@case, organ, violation, on, number.Text, recheck);
    }

    private FormValues Notice(EnforcementCase @case, Organisation organ, DateOnly on)
    {
        var codes = new TreasuryCodes(configuration["Fines:CollectingUnitCode"], configuration["Fines:IncomeItemCode"]);
        return DeskPapers.PaymentNotice(@case, organ, on, codes).PaidBy(documents.PaymentTextOf(@case.PaymentOrder!.Code));
    }
}
