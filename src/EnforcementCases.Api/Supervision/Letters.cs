using System.Text.Json.Serialization;
using EnforcementCases.Domain;
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

/// <summary>Sends a letter of supervision to an organ below (制发执法监督文书).</summary>
/// <param name="OrganisationId">The street or town that gets it.</param>
/// <param name="Kind">Kind.</param>
/// <param name="Subject">Subject, at most 100 characters.</param>
/// <param name="Text">What is to be put right, at most 4,000 characters.</param>
/// <param name="Rule">Rule by which it was found; null if by a person.</param>
/// <param name="CaseIds">Cases of that organ that it is about, at most 100; none if it is about no single case.</param>
/// <param name="WorkingDays">Working days for the reply, 1 to 60; default 10.</param>
public sealed record SendLetterCommand(
    Guid OrganisationId,
    LetterKind Kind,
    string Subject,
    string Text,
    string? Rule = null,
    IReadOnlyList<Guid>? CaseIds = null,
    int? WorkingDays = null
) : ICommand<LetterView>;

/// <summary>Replies to a letter (回复监督文书).</summary>
/// <param name="Reply">The reply.</param>
public sealed record AnswerLetterCommand(string Reply) : ICommand<LetterView>, IChangesVersion
{
    /// <summary>The letter, from the route.</summary>
    [JsonIgnore]
    public Guid Id { get; init; }
}

/// <summary>Closes a letter whose matter is put right (了结监督文书).</summary>
/// <param name="Result">The result.</param>
public sealed record CloseLetterCommand(string Result) : ICommand<LetterView>, IChangesVersion
{
    /// <summary>The letter, from the route.</summary>
    [JsonIgnore]
    public Guid Id { get; init; }
}

/// <summary>Makes a letter heavier (升级监督文书): no reply by its day, or one that puts nothing right.</summary>
/// <param name="Reason">Why.</param>
/// <param name="WorkingDays">Working days for the next reply, 1 to 60; default 10.</param>
public sealed record EscalateLetterCommand(string Reason, int? WorkingDays = null) : ICommand<LetterView>, IChangesVersion
{
    /// <summary>The letter, from the route.</summary>
    [JsonIgnore]
    public Guid Id { get; init; }
}

/// <summary>Lists letters of supervision, newest first.</summary>
/// <param name="State">Only letters in this state; all if omitted.</param>
/// <param name="Late">True lists only letters whose reply is missing past its day; default: false.</param>
/// <param name="Cursor">Value of <c>next</c> of the page before; the first page if omitted.</param>
/// <param name="Limit">Letters on a page, 1 to 200; default 50.</param>
public sealed record ListLettersQuery(LetterState? State = null, bool? Late = null, string? Cursor = null, int? Limit = null)
    : IRequest<Page<LetterView>>;

/// <summary>Reads a letter of supervision.</summary>
/// <param name="Id">The letter.</param>
public sealed record ReadLetterQuery(Guid Id) : IRequest<LetterView>;

/// <summary>A letter of supervision.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Version">Version; also the <c>ETag</c>.</param>
/// <param name="FromOrganisationId">The organisation that supervises.</param>
/// <param name="OrganId">The street or town that got it.</param>
/// <param name="Kind">Kind; heavier after an escalation.</param>
/// <param name="KindName">Name of the kind.</param>
/// <param name="Subject">Subject.</param>
/// <param name="Text">What is to be put right.</param>
/// <param name="Rule">Rule by which it was found; null if by a person.</param>
/// <param name="CaseIds">Cases that it is about.</param>
/// <param name="State">State.</param>
/// <param name="StateName">Name of the state.</param>
/// <param name="SentAt">When it was sent.</param>
/// <param name="SentBy">By whom.</param>
/// <param name="ReplyDueOn">Last day for the reply.</param>
/// <param name="IsLate">Whether the reply came late, or is missing past its day.</param>
/// <param name="Reply">Reply; null before.</param>
/// <param name="RepliedAt">When it came; null before.</param>
/// <param name="Result">Result; null before it is closed.</param>
/// <param name="Escalations">How often it was made heavier.</param>
public sealed record LetterView(
    Guid Id,
    int Version,
    Guid FromOrganisationId,
    Guid OrganId,
    LetterKind Kind,
    [property: Bilingual] string KindName,
    string Subject,
    string Text,
    string? Rule,
    IReadOnlyList<Guid> CaseIds,
    LetterState State,
    [property: Bilingual] string StateName,
    DateTimeOffset SentAt,
    Guid SentBy,
    DateOnly ReplyDueOn,
    bool IsLate,
    string? Reply,
    DateTimeOffset? RepliedAt,
    string? Result,
    int Escalations
) : IVersioned
{
    internal static LetterView Of(SupervisionLetter l, DateOnly today) =>
        new(
            l.Id,
            l.Version,
            l.FromOrganisationId,
            l.OrganId,
            l.Kind,
            l.Kind.Term(),
            l.Subject,
            l.Text,
            l.Rule,
            l.CaseIds,
            l.State,
            l.State.Term(),
            l.SentAt,
            l.SentBy,
            l.ReplyDueOn,
            l.IsLate(today),
            l.Reply,
            l.RepliedAt,
            l.Result,
            l.Escalations
        );
}

internal sealed class SendLetterValidator : AbstractValidator<SendLetterCommand>
{
    public SendLetterValidator()
    {
        RuleFor(c => c.Subject)
            .NotEmpty()
            .WithMessage("须写明内容")
            .MaximumLength(SupervisionLetter.SubjectMaxLength)
            .WithMessage("不超过 100 字");
        RuleFor(c => c.Text).IsLetterText();
        RuleFor(c => c.CaseIds).Must(ids => ids is null || ids.Count <= SupervisionLetter.MaxCases).WithMessage("最多列 100 件案件");
        RuleFor(c => c.WorkingDays).IsReplyPeriod();
    }
}

internal sealed class AnswerLetterValidator : AbstractValidator<AnswerLetterCommand>
{
    public AnswerLetterValidator() => RuleFor(c => c.Reply).IsLetterText();
}

internal sealed class CloseLetterValidator : AbstractValidator<CloseLetterCommand>
{
    public CloseLetterValidator() => RuleFor(c => c.Result).IsLetterText();
}

internal sealed class EscalateLetterValidator : AbstractValidator<EscalateLetterCommand>
{
    public EscalateLetterValidator()
    {
        RuleFor(c => c.Reason).IsLetterText();
        RuleFor(c => c.WorkingDays).IsReplyPeriod();
    }
}

internal static class LetterTexts
{
    public static void IsLetterText<T>(this IRuleBuilder<T, string> rule) =>
        rule.NotEmpty().WithMessage("须写明内容").MaximumLength(SupervisionLetter.TextMaxLength).WithMessage("不超过 4000 字");
}

internal sealed class LettersHandler(
    AppDbContext db,
    FileReviewDesk desk,
    OrganisationReader organisations,
    CurrentUser user,
    RequestContext request,
    TimeProvider clock
)
    : IRequestHandler<SendLetterCommand, LetterView>,
        IRequestHandler<AnswerLetterCommand, LetterView>,
        IRequestHandler<CloseLetterCommand, LetterView>,
        IRequestHandler<EscalateLetterCommand, LetterView>,
        IRequestHandler<ListLettersQuery, Page<LetterView>>,
        IRequestHandler<ReadLetterQuery, LetterView>
{
    public async Task<LetterView> Handle(SendLetterCommand command, CancellationToken cancellationToken)
    {
        if (command.Rule is { } rule)
            ProblemRule.Find(rule);
        var from = await organisations.ReadAsync(null, cancellationToken);
        var to = await organisations.ReadAsync(command.OrganisationId, cancellationToken);
        var named = (command.CaseIds ?? []).Distinct().ToList();
        var known = await db.Cases.CountAsync(c => named.Contains(c.Id) && c.OrganId == to.Id, cancellationToken);
        if (known != named.Count)
            throw SupervisionLetter.CaseOfAnother.With($"{named.Count - known} 件案件不是 {to.Name} 的案件").At("/caseIds");
        var now = clock.GetUtcNow();
        var letter = new SupervisionLetter(
            Guid.CreateVersion7(now),
            from,
            to,
            new(command.Kind, command.Subject, command.Text, command.Rule, named),
            DueOn(command.WorkingDays),
            user.PersonId,
            now
        );
        db.SupervisionLetters.Add(letter);
        return View(letter);
    }

    public async Task<LetterView> Handle(AnswerLetterCommand command, CancellationToken cancellationToken)
    {
        var letter = await OpenAsync(command.Id, cancellationToken);
        user.EnsureActsFor(letter.OrganId);
        letter.Answer(command.Reply, user.PersonId, clock.GetUtcNow());
        return View(letter);
    }

    public async Task<LetterView> Handle(CloseLetterCommand command, CancellationToken cancellationToken)
    {
        var letter = await OpenForSenderAsync(command.Id, cancellationToken);
        letter.Close(command.Result, user.PersonId, clock.GetUtcNow());
        return View(letter);
    }

    public async Task<LetterView> Handle(EscalateLetterCommand command, CancellationToken cancellationToken)
    {
        var letter = await OpenForSenderAsync(command.Id, cancellationToken);
        letter.Escalate(command.Reason, DueOn(command.WorkingDays), user.PersonId, clock.GetUtcNow());
        return View(letter);
    }

    public async Task<Page<LetterView>> Handle(ListLettersQuery query, CancellationToken cancellationToken)
    {
        var limit = Cursor.LimitOf(query.Limit);
        var today = LegalDate.Of(clock.GetUtcNow());
        var letters = db.SupervisionLetters.AsNoTracking();
        if (query.State is { } state)
            letters = letters.Where(l => l.State == state);
        if (query.Late is true)
            letters = letters.Where(l => l.State == LetterState.ToAnswer && l.ReplyDueOn < today);
        if (Cursor.Parse(query.Cursor) is { } cursor)
        {
            var at = cursor.Instant;
            letters = letters.Where(l => l.SentAt < at);
        }
        var page = await letters.OrderByDescending(l => l.SentAt).Take(limit + 1).ToListAsync(cancellationToken);
        return new(
            [.. page.Take(limit).Select(View)],
            page.Count > limit ? new Cursor(page[limit - 1].SentAt.ToUnixTimeMilliseconds(), 0).ToString() : null
        );
    }

    public async Task<LetterView> Handle(ReadLetterQuery query, CancellationToken cancellationToken) =>
        View(await ReadAsync(query.Id, cancellationToken));

    private async Task<SupervisionLetter> ReadAsync(Guid id, CancellationToken ct) =>
        await db.SupervisionLetters.FirstOrDefaultAsync(l => l.Id == id, ct) ?? throw SupervisionLetter.NotFound.With($"监督文书 {id}");

    private async Task<SupervisionLetter> OpenAsync(Guid id, CancellationToken ct)
    {
        var letter = await ReadAsync(id, ct);
        request.EnsureSeen(letter.Id, letter.Version);
        return letter;
    }

    private async Task<SupervisionLetter> OpenForSenderAsync(Guid id, CancellationToken ct)
    {
        var letter = await OpenAsync(id, ct);
        if (user.OrganisationId != letter.FromOrganisationId)
            throw CurrentUser.NotAllowed.With("由制发机关办理");
        return letter;
    }

    private DateOnly DueOn(int? workingDays) =>
        desk.ReplyDueOn(LegalDate.Of(clock.GetUtcNow()), workingDays ?? ReviewedFile.ReplyWorkingDays);

    private LetterView View(SupervisionLetter letter) => LetterView.Of(letter, LegalDate.Of(clock.GetUtcNow()));
}
