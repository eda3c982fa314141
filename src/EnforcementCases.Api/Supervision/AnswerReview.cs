using System.Text.Json.Serialization;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Supervision;
using EnforcementCases.Persistence;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Pipeline;
using EnforcementCases.Platform.Web;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Supervision;

/// <summary>Notifies the unit of the result (反馈评查意见): it replies within so many working days.</summary>
/// <param name="Notice">Text of the notice, beside the findings.</param>
/// <param name="WorkingDays">Working days for the reply, 1 to 60; default 10.</param>
public sealed record NotifyReviewCommand(string Notice, int? WorkingDays = null) : ICommand<ReviewedFileView>, IChangesVersion
{
    /// <summary>The file, from the route.</summary>
    [JsonIgnore]
    public Guid Id { get; init; }
}

/// <summary>Replies to the result, with what was corrected (回复评查意见).</summary>
/// <param name="Reply">The reply.</param>
public sealed record AnswerReviewCommand(string Reply) : ICommand<ReviewedFileView>, IChangesVersion
{
    /// <summary>The file, from the route.</summary>
    [JsonIgnore]
    public Guid Id { get; init; }
}

/// <summary>Checks again what was corrected (复查).</summary>
/// <param name="PutRight">Whether everything is put right; otherwise the unit replies once more.</param>
/// <param name="Note">What was found.</param>
/// <param name="WorkingDays">Working days for the next reply, 1 to 60; default 10; not used if everything is put right.</param>
public sealed record RecheckReviewCommand(bool PutRight, string Note, int? WorkingDays = null) : ICommand<ReviewedFileView>, IChangesVersion
{
    /// <summary>The file, from the route.</summary>
    [JsonIgnore]
    public Guid Id { get; init; }
}

/// <summary>Enters who is held accountable for a fault of a file (责任追究).</summary>
/// <param name="PersonId">A person who had a part in the case.</param>
/// <param name="Measure">What is done, at most 100 characters.</param>
/// <param name="Reason">The fault.</param>
public sealed record HoldAccountableCommand(Guid PersonId, string Measure, string Reason) : ICommand<AccountabilityView>, IChangesVersion
{
    /// <summary>The file, from the route.</summary>
    [JsonIgnore]
    public Guid Id { get; init; }
}

/// <summary>Lists the register of accountability (责任追究台账), newest first.</summary>
/// <param name="Cursor">Value of <c>next</c> of the page before; the first page if omitted.</param>
/// <param name="Limit">Entries on a page, 1 to 200; default 50.</param>
public sealed record ListAccountabilitiesQuery(string? Cursor = null, int? Limit = null) : IRequest<Page<AccountabilityView>>;

/// <summary>An entry of the register of accountability.</summary>
/// <param name="Id">Identity.</param>
/// <param name="FileId">The reviewed file.</param>
/// <param name="CaseId">The case.</param>
/// <param name="PersonId">The person.</param>
/// <param name="Measure">What is done.</param>
/// <param name="Reason">The fault.</param>
/// <param name="EnteredBy">The person who entered it.</param>
/// <param name="EnteredAt">When.</param>
public sealed record AccountabilityView(
    Guid Id,
    Guid FileId,
    Guid CaseId,
    Guid PersonId,
    string Measure,
    string Reason,
    Guid EnteredBy,
    DateTimeOffset EnteredAt
)
{
    internal static AccountabilityView Of(Accountability a) =>
        new(a.Id, a.FileId, a.CaseId, a.PersonId, a.Measure, a.Reason, a.EnteredBy, a.EnteredAt);
}

internal static class ReplyDays
{
    public static void IsReplyPeriod<T>(this IRuleBuilder<T, int?> rule) =>
        rule.InclusiveBetween(1, 60).WithMessage("回复期限为 1 至 60 个工作日");

    public static void IsReviewText<T>(this IRuleBuilder<T, string> rule) =>
        rule.NotEmpty().WithMessage("须写明内容").MaximumLength(ReviewedFile.TextMaxLength).WithMessage("不超过 2000 字");
}

internal sealed class NotifyReviewValidator : AbstractValidator<NotifyReviewCommand>
{
    public NotifyReviewValidator()
    {
        RuleFor(c => c.Notice).IsReviewText();
        RuleFor(c => c.WorkingDays).IsReplyPeriod();
    }
}

internal sealed class AnswerReviewValidator : AbstractValidator<AnswerReviewCommand>
{
    public AnswerReviewValidator() => RuleFor(c => c.Reply).IsReviewText();
}

internal sealed class RecheckReviewValidator : AbstractValidator<RecheckReviewCommand>
{
    public RecheckReviewValidator()
    {
        RuleFor(c => c.Note).IsReviewText();
        RuleFor(c => c.WorkingDays).IsReplyPeriod();
    }
}

internal sealed class HoldAccountableValidator : AbstractValidator<HoldAccountableCommand>
{
    public HoldAccountableValidator()
    {
        RuleFor(c => c.Measure)
            .NotEmpty()
            .WithMessage("须写明内容")
            .MaximumLength(Accountability.MeasureMaxLength)
            .WithMessage("不超过 100 字");
        RuleFor(c => c.Reason).IsReviewText();
    }
}

internal sealed class AnswerReviewHandler(AppDbContext db, FileReviewDesk desk, CurrentUser user, TimeProvider clock)
    : IRequestHandler<NotifyReviewCommand, ReviewedFileView>,
        IRequestHandler<AnswerReviewCommand, ReviewedFileView>,
        IRequestHandler<RecheckReviewCommand, ReviewedFileView>,
        IRequestHandler<HoldAccountableCommand, AccountabilityView>,
        IRequestHandler<ListAccountabilitiesQuery, Page<AccountabilityView>>
{
    public async Task<ReviewedFileView> Handle(NotifyReviewCommand request, CancellationToken cancellationToken)
    {
        var file = await desk.OpenAsync(request.Id, cancellationToken);
        file.Notify(request.Notice, DueOn(request.WorkingDays), user.PersonId, clock.GetUtcNow());
        return View(file);
    }

    public async Task<ReviewedFileView> Handle(AnswerReviewCommand request, CancellationToken cancellationToken)
    {
        var file = await desk.OpenForUnitAsync(request.Id, cancellationToken);
        file.Answer(request.Reply, user.PersonId, clock.GetUtcNow());
        return View(file);
    }

    public async Task<ReviewedFileView> Handle(RecheckReviewCommand request, CancellationToken cancellationToken)
    {
        var file = await desk.OpenAsync(request.Id, cancellationToken);
        file.Recheck(request.Note, request.PutRight ? null : DueOn(request.WorkingDays), user.PersonId, clock.GetUtcNow());
        return View(file);
    }

    public async Task<AccountabilityView> Handle(HoldAccountableCommand request, CancellationToken cancellationToken)
    {
        var file = await desk.OpenAsync(request.Id, cancellationToken);
        var (_, ordinary) = await desk.FileAsync(file.CaseId, cancellationToken);
        var now = clock.GetUtcNow();
        var entry = file.HoldAccountable(
            Guid.CreateVersion7(now),
            ordinary,
            new(request.PersonId, request.Measure, request.Reason),
            user.PersonId,
            now
        );
        db.Accountabilities.Add(entry);
        return AccountabilityView.Of(entry);
    }

    public async Task<Page<AccountabilityView>> Handle(ListAccountabilitiesQuery request, CancellationToken cancellationToken)
    {
        var limit = Cursor.LimitOf(request.Limit);
        var entries = db.Accountabilities.AsNoTracking();
        if (Cursor.Parse(request.Cursor) is { } cursor)
        {
            var at = cursor.Instant;
            entries = entries.Where(a => a.EnteredAt < at);
        }
        var page = await entries.OrderByDescending(a => a.EnteredAt).Take(limit + 1).ToListAsync(cancellationToken);
        return new(
            [.. page.Take(limit).Select(AccountabilityView.Of)],
            page.Count > limit ? new Cursor(page[limit - 1].EnteredAt.ToUnixTimeMilliseconds(), 0).ToString() : null
        );
    }

    private DateOnly DueOn(int? workingDays) =>
        desk.ReplyDueOn(LegalDate.Of(clock.GetUtcNow()), workingDays ?? ReviewedFile.ReplyWorkingDays);

    private ReviewedFileView View(ReviewedFile file) => ReviewedFileView.Of(file, LegalDate.Of(clock.GetUtcNow()));
}
