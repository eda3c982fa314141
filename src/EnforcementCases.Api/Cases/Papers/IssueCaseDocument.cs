using System.Text.Json.Serialization;
using EnforcementCases.Api.Cases.Acts;
using EnforcementCases.Api.Documents;
using EnforcementCases.Domain;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Papers;
using EnforcementCases.Domain.Text;
using EnforcementCases.Persistence;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Pipeline;
using EnforcementCases.Platform.Recording;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

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
    IConfiguration configuration,
    TimeProvider clock
) : IRequestHandler<IssueCaseDocumentCommand, IssuedDocument>
{
    /// <summary>The decision orders no correction, or was not made on the spot.</summary>
    public static readonly DomainError NoCorrectionAsked = new(
        "document.no-correction-asked",
        null,
        ErrorKind.WrongStage,
        "该案件没有当场责令改正的要求"
    );

    /// <summary>Nothing is owed.</summary>
    public static readonly DomainError NothingOwed = new("document.nothing-owed", null, ErrorKind.WrongStage, "该案件没有待缴的款项");

    public async Task<IssuedDocument> Handle(IssueCaseDocumentCommand request, CancellationToken cancellationToken)
    {
        var @case = await file.ReadAsync(request.CaseId, cancellationToken);
        file.EnsureAllowed(request, @case);
        context.EnsureSeen(@case.Id, @case.Version);
        ClaimedTime.Ensure(request.DoneAt, clock.GetUtcNow(), "/doneAt");
        var (kind, values) = request.Paper switch
        {
            DeskPaper.OnTheSpotCorrection => (DocumentKind.OnTheSpotCorrection, await CorrectionAsync(@case, request, cancellationToken)),
            DeskPaper.PaymentNotice => (DocumentKind.PaymentNotice, await NoticeAsync(@case, request, cancellationToken)),
        };
        var issued = documents.Form(
            kind,
            values,
            @case.Id,
            @case.OrganisationPath,
            LegalDate.Of(request.DoneAt),
            actPlace: null,
            clock.GetUtcNow()
        );
        @case.IssuePaper(issued, request.DoneAt);
        db.CaseDocuments.Add(issued);
        return new(@case.Id, @case.Version, issued.Id, issued.Kind, issued.Number, issued.VerificationCode);
    }

    private async Task<FormValues> CorrectionAsync(EnforcementCase @case, IssueCaseDocumentCommand request, CancellationToken ct)
    {
        if (@case.Procedure != CaseProcedure.Simple || @case.Correction.Required.Length == 0 || @case.Effect.RevokedAt is not null)
            throw NoCorrectionAsked.With($"{@case.DecisionNumber}");
        var decision = documents.Open(
            await db.CaseDocuments.AsNoTracking().FirstAsync(d => d.CaseId == @case.Id && d.Kind == DocumentKind.OnTheSpotDecision, ct)
        );
        var organ = await organs.OrganAsync(@case.OrganId, ct);
        var number = await numbers.IssueAsync(organ, DocumentWord.CorrectionOrder, LegalDate.YearOf(request.DoneAt), @case.Id, ct);
        return new FormValues(organ.Name, LegalDate.Of(request.DoneAt), number.Text)
            .With(FormFields.Party, @case.Party.Name)
            .With(FormFields.DecisionNumber, decision.Number)
            .With(FormFields.CommittedAt, decision.ActAt)
            .With(FormFields.Place, decision.Place)
            .With(FormFields.Facts, decision.Facts)
            .With(FormFields.ViolatedArticles, decision.ViolatedArticles)
            .With(FormFields.Requirement, @case.Correction.Required)
            .With(FormFields.CorrectBy, @case.Correction.DueOn is { } day ? $"{ChineseDate.Day(day)}前（含当日）改正" : "当场立即改正")
            .With(InvestigationFields.RecheckOn, TextRules.Line(request.Recheck!))
            .With(FormFields.Handlers, decision.Officers);
    }

    private async Task<FormValues> NoticeAsync(EnforcementCase @case, IssueCaseDocumentCommand request, CancellationToken ct)
    {
        if (@case.PaymentOrder is not { } order || order.Outstanding == Money.Zero)
            throw NothingOwed.With($"{@case.DecisionNumber}");
        var organ = await organs.OrganAsync(@case.OrganId, ct);
        var part = @case
            .Deadlines.Where(d => d is { Kind: DeadlineKind.Instalment, IsOpen: true })
            .OrderBy(d => d.LastDay)
            .FirstOrDefault();
        var payBy = part is null
            ? $"{ChineseDate.Day(order.DueOn)}（收到决定书之日起十五日内）"
            : $"{ChineseDate.Day(part.LastDay)}（批准延期、分期的期限）";
        return new FormValues(organ.Name, LegalDate.Of(request.DoneAt))
            .With(FormFields.Party, @case.Party.Name)
            .With(FormFields.DecisionNumber, @case.DecisionNumber)
            .With(PerformanceFields.PaymentCodeText, order.Code)
            .With(PerformanceFields.CollectingUnitCode, configuration["Fines:CollectingUnitCode"])
            .With(PerformanceFields.IncomeItemCode, configuration["Fines:IncomeItemCode"])
            .With(PerformanceFields.AmountDue, order.Outstanding)
            .With(DecisionFields.PayBy, payBy)
            .With(DecisionFields.Payee, organ.Profile.PayeeText)
            .PaidBy(documents.PaymentTextOf(order.Code));
    }
}
