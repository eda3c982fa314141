using EnforcementCases.Api.Cases.Acts;
using EnforcementCases.Api.Cases.Ordinary;
using EnforcementCases.Api.Catalogue;
using EnforcementCases.Domain;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Cases.Ordinary;
using EnforcementCases.Domain.Supervision;
using EnforcementCases.Persistence;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Supervision;

/// <summary>Opens rounds, reviewed files and the files of cases for those who review.</summary>
internal sealed class FileReviewDesk(
    AppDbContext db,
    CaseLoader cases,
    OrdinaryDesk desk,
    CatalogueDirectory catalogue,
    CurrentUser user,
    RequestContext request
)
{
    /// <summary>A round within the reader's scope.</summary>
    /// <exception cref="DomainException"><see cref="FileReviewErrors.RoundNotFound"/>.</exception>
    public async Task<ReviewRound> RoundAsync(Guid id, CancellationToken ct) =>
        await db.ReviewRounds.FirstOrDefaultAsync(r => r.Id == id, ct) ?? throw FileReviewErrors.RoundNotFound.With($"评查 {id}");

    /// <summary>A reviewed file: for those who review from the draw on, for the unit once it has the notice.</summary>
    /// <exception cref="DomainException"><see cref="FileReviewErrors.NotFound"/>.</exception>
    public async Task<ReviewedFile> ReadAsync(Guid id, CancellationToken ct)
    {
        var file = await db.ReviewedFiles.FirstOrDefaultAsync(f => f.Id == id, ct);
        return file is not null && (file.IsNotified || Reviews(file)) ? file : throw FileReviewErrors.NotFound.With($"评查案卷 {id}");
    }

    /// <summary>A reviewed file, for a change by somebody of the organisation that reviews.</summary>
    /// <exception cref="DomainException"><see cref="FileReviewErrors.NotFound"/>, <see cref="CurrentUser.NotAllowed"/> or a refusal of the version.</exception>
    public async Task<ReviewedFile> OpenAsync(Guid id, CancellationToken ct)
    {
        var file = await ReadAsync(id, ct);
        if (user.OrganisationId != file.ReviewerOrganisationId)
            throw CurrentUser.NotAllowed.With("由组织评查的机构办理");
        request.EnsureSeen(file.Id, file.Version);
        return file;
    }

    /// <summary>A reviewed file, for its unit.</summary>
    public async Task<ReviewedFile> OpenForUnitAsync(Guid id, CancellationToken ct)
    {
        var file = await ReadAsync(id, ct);
        user.EnsureActsFor(file.OrganId);
        request.EnsureSeen(file.Id, file.Version);
        return file;
    }

    /// <summary>The ordinary file of a case.</summary>
    /// <exception cref="DomainException"><see cref="FileReviewErrors.NoOrdinaryFile"/>.</exception>
    public async Task<(EnforcementCase Case, OrdinaryFile File)> FileAsync(Guid caseId, CancellationToken ct)
    {
        var @case = await cases.ReadAsync(caseId, ct);
        if (@case.Procedure is not CaseProcedure.Ordinary)
            throw FileReviewErrors.NoOrdinaryFile.With($"案件 {caseId}");
        await db.Entry(@case).Collection(c => c.Deadlines).LoadAsync(ct);
        return (@case, await desk.OpenAsync(@case, ct));
    }

    /// <summary>What the program finds in the file of a case today.</summary>
    public async Task<IReadOnlyList<FileFinding>> FindingsAsync(Guid caseId, CancellationToken ct)
    {
        var (@case, file) = await FileAsync(caseId, ct);
        return FileReview.FindingsIn(new(@case, file.Acts, file.Papers));
    }

    /// <summary>The last day for a reply: so many working days from today; from where the calendar ends on, days of any kind.</summary>
    public DateOnly ReplyDueOn(DateOnly today, int workingDays)
    {
        var calendar = catalogue.Current.Calendar;
        var day = today;
        for (var left = workingDays; left > 0; )
        {
            day = day.AddDays(1);
            if (!calendar.Covers(day) || calendar.IsWorkingDay(day))
                left--;
        }
        return day;
    }

    private bool Reviews(ReviewedFile file) => user.Scope.Contains(file.ReviewerPath);
}
