using System.Text.Json.Serialization;
using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Supervision;
using EnforcementCases.Persistence;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Supervision;

/// <summary>Reads a file in review: for those who review from the draw on, for its unit once it has the notice.</summary>
/// <param name="Id">The file.</param>
public sealed record ReadReviewedFileQuery(Guid Id) : IRequest<ReviewedFileView>;

/// <summary>Names two reviewers of a file (指定评查人员), none of whom had a part in the case; what was judged before is judged anew.</summary>
/// <param name="First">A person of the organisation that reviews.</param>
/// <param name="Second">Another one.</param>
public sealed record AssignReviewersCommand(Guid First, Guid Second) : ICommand<ReviewedFileView>, IChangesVersion
{
    /// <summary>The file, from the route.</summary>
    [JsonIgnore]
    public Guid Id { get; init; }
}

/// <summary>Judges a file (评查打分): which findings of the program are no faults, and every item that a person judges. The findings of this moment are frozen with it.</summary>
/// <param name="Rejected">Findings that are no faults, with the reason; empty if none.</param>
/// <param name="Judged">The items, each in order or with what is lost and why.</param>
public sealed record JudgeFileCommand(IReadOnlyList<RejectedFindingView> Rejected, IReadOnlyList<JudgedItem> Judged)
    : ICommand<ReviewedFileView>,
        IChangesVersion
{
    /// <summary>The file, from the route.</summary>
    [JsonIgnore]
    public Guid Id { get; init; }
}

/// <summary>Confirms the judgement of the other reviewer (确认评查结果): the score is frozen.</summary>
/// <param name="JudgementSha256">Hash of the judgement that was seen.</param>
public sealed record ConfirmJudgementCommand(string JudgementSha256) : ICommand<ReviewedFileView>, IChangesVersion
{
    /// <summary>The file, from the route.</summary>
    [JsonIgnore]
    public Guid Id { get; init; }
}

/// <summary>Sends the judgement of the other reviewer back (退回评查意见).</summary>
/// <param name="Reason">Why.</param>
public sealed record ReturnJudgementCommand(string Reason) : ICommand<ReviewedFileView>, IChangesVersion
{
    /// <summary>The file, from the route.</summary>
    [JsonIgnore]
    public Guid Id { get; init; }
}

/// <summary>Nominates a file for the choice of the year (推荐示范优案、典型差案).</summary>
/// <param name="Nomination">What for: an excellent file as exemplary, a failed one as poor.</param>
/// <param name="Reason">Why.</param>
public sealed record NominateFileCommand(FileNomination Nomination, string Reason) : ICommand<ReviewedFileView>, IChangesVersion
{
    /// <summary>The file, from the route.</summary>
    [JsonIgnore]
    public Guid Id { get; init; }
}

internal sealed class JudgeFileValidator : AbstractValidator<JudgeFileCommand>
{
    private const int Most = 500;

    public JudgeFileValidator()
    {
        RuleFor(c => c.Rejected).Must(r => r.Count <= Most).WithMessage("不认可的提示最多 500 项");
        RuleForEach(c => c.Rejected)
            .ChildRules(r => r.RuleFor(x => x.Reason).MaximumLength(ReviewedFile.TextMaxLength).WithMessage("不超过 2000 字"));
        RuleFor(c => c.Judged).Must(j => j.Count <= Most).WithMessage("评查项目最多 500 项");
        RuleForEach(c => c.Judged)
            .ChildRules(j => j.RuleFor(x => x.Note).MaximumLength(ReviewedFile.TextMaxLength).WithMessage("不超过 2000 字"));
    }
}

internal sealed class ConfirmJudgementValidator : AbstractValidator<ConfirmJudgementCommand>
{
    public ConfirmJudgementValidator() => RuleFor(c => c.JudgementSha256).Length(64).WithMessage("评查意见的哈希为 64 位十六进制数");
}

internal sealed class ReturnJudgementValidator : AbstractValidator<ReturnJudgementCommand>
{
    public ReturnJudgementValidator() =>
        RuleFor(c => c.Reason).NotEmpty().WithMessage("须写明理由").MaximumLength(ReviewedFile.TextMaxLength).WithMessage("不超过 2000 字");
}

internal sealed class NominateFileValidator : AbstractValidator<NominateFileCommand>
{
    public NominateFileValidator() =>
        RuleFor(c => c.Reason).NotEmpty().WithMessage("须写明理由").MaximumLength(ReviewedFile.TextMaxLength).WithMessage("不超过 2000 字");
}

internal sealed class ReviewFilesHandler(AppDbContext db, FileReviewDesk desk, CurrentUser user, TimeProvider clock)
    : IRequestHandler<ReadReviewedFileQuery, ReviewedFileView>,
        IRequestHandler<AssignReviewersCommand, ReviewedFileView>,
        IRequestHandler<JudgeFileCommand, ReviewedFileView>,
        IRequestHandler<ConfirmJudgementCommand, ReviewedFileView>,
        IRequestHandler<ReturnJudgementCommand, ReviewedFileView>,
        IRequestHandler<NominateFileCommand, ReviewedFileView>
{
    /// <summary>Offices whose holders may review.</summary>
    public static readonly Role[] Reviewing = [Role.Supervisor, Role.LegalReviewer, Role.Auditor];

    public async Task<ReviewedFileView> Handle(ReadReviewedFileQuery request, CancellationToken cancellationToken) =>
        View(await desk.ReadAsync(request.Id, cancellationToken));

    public async Task<ReviewedFileView> Handle(AssignReviewersCommand request, CancellationToken cancellationToken)
    {
        var file = await desk.OpenAsync(request.Id, cancellationToken);
        Guid[] named = [request.First, request.Second];
        var able = await db
            .Users.AsNoTracking()
            .Where(a => named.Contains(a.PersonId) && a.OrganisationPath == file.ReviewerPath && !a.Disabled)
            .Where(a => a.Roles.Any(r => Reviewing.Contains(r.Role)))
            .Select(a => a.PersonId)
            .Distinct()
            .ToListAsync(cancellationToken);
        if (named.Except(able).ToList() is { Count: > 0 } unable)
            throw FileReviewErrors.UnknownReviewer.With($"人员 {unable[0]}").At(unable[0] == request.First ? "/first" : "/second");
        var (_, ordinary) = await desk.FileAsync(file.CaseId, cancellationToken);
        file.Assign(ordinary, request.First, request.Second, user.PersonId, clock.GetUtcNow());
        return View(file);
    }

    public async Task<ReviewedFileView> Handle(JudgeFileCommand request, CancellationToken cancellationToken)
    {
        var file = await desk.OpenAsync(request.Id, cancellationToken);
        var findings = await desk.FindingsAsync(file.CaseId, cancellationToken);
        file.Judge(
            findings,
            [.. request.Rejected.Select(r => new RejectedFinding(r.Finding.AsFinding(), r.Reason))],
            request.Judged,
            user.PersonId,
            clock.GetUtcNow()
        );
        return View(file);
    }

    public Task<ReviewedFileView> Handle(ConfirmJudgementCommand request, CancellationToken cancellationToken) =>
        ChangeAsync(request.Id, (file, now) => file.Confirm(request.JudgementSha256, user.PersonId, now), cancellationToken);

    public Task<ReviewedFileView> Handle(ReturnJudgementCommand request, CancellationToken cancellationToken) =>
        ChangeAsync(request.Id, (file, now) => file.Return(request.Reason, user.PersonId, now), cancellationToken);

    public Task<ReviewedFileView> Handle(NominateFileCommand request, CancellationToken cancellationToken) =>
        ChangeAsync(request.Id, (file, now) => file.Nominate(request.Nomination, request.Reason, user.PersonId, now), cancellationToken);

    private async Task<ReviewedFileView> ChangeAsync(Guid id, Action<ReviewedFile, DateTimeOffset> change, CancellationToken ct)
    {
        var file = await desk.OpenAsync(id, ct);
        change(file, clock.GetUtcNow());
        return View(file);
    }

    private ReviewedFileView View(ReviewedFile file) => ReviewedFileView.Of(file, LegalDate.Of(clock.GetUtcNow()));
}
