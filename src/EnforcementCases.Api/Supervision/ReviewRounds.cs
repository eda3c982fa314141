using System.Security.Cryptography;
using EnforcementCases.Domain;
using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Supervision;
using EnforcementCases.Persistence;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Pipeline;
using EnforcementCases.Platform.Web;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Supervision;

/// <summary>Draws the files of a round of the review (抽取评查案卷): closed ordinary cases of a period, at random by a seed that the program makes, or by risk.</summary>
/// <param name="Name">Name of the round, at most 100 characters.</param>
/// <param name="OrganisationId">The organisation whose files are reviewed, with those below it; default: the caller's own.</param>
/// <param name="ClosedFrom">First day of the closing of the cases.</param>
/// <param name="ClosedTo">Last day; not in the future.</param>
/// <param name="Size">How many files, 1 to 200; all if there are fewer.</param>
/// <param name="Method">How they are chosen.</param>
public sealed record DrawFilesCommand(
    string Name,
    Guid? OrganisationId,
    DateOnly ClosedFrom,
    DateOnly ClosedTo,
    int Size,
    DrawMethod Method
) : ICommand<ReviewRoundView>, IWritesMany;

/// <summary>Lists the rounds of the review of files, newest first.</summary>
/// <param name="Cursor">Value of <c>next</c> of the page before; the first page if omitted.</param>
/// <param name="Limit">Rounds on a page, 1 to 200; default 50.</param>
public sealed record ListReviewRoundsQuery(string? Cursor = null, int? Limit = null) : IRequest<Page<ReviewRoundView>>;

/// <summary>Reads a round with its files, and the list and seed by which anyone can repeat the draw.</summary>
/// <param name="Id">The round.</param>
public sealed record ReadReviewRoundQuery(Guid Id) : IRequest<ReviewRoundView>;

/// <summary>Counts a round: grades, the commonest faults, replies.</summary>
/// <param name="Id">The round.</param>
public sealed record ReadReviewFiguresQuery(Guid Id) : IRequest<ReviewFigures>;

/// <summary>Figures of a round.</summary>
/// <param name="Drawn">Files drawn.</param>
/// <param name="Fixed">Files whose result is fixed; only these are counted below.</param>
/// <param name="Excellent">Excellent files.</param>
/// <param name="Passable">Passable files.</param>
/// <param name="Failed">Failed files.</param>
/// <param name="QualifiedPercent">Qualified and better of the fixed, in per cent with two decimals; null without any.</param>
/// <param name="AveragePoints">Average score, two decimals; null without any.</param>
/// <param name="RepliesDue">Files whose unit has the notice.</param>
/// <param name="RepliesLate">Files whose reply came late or is missing past its day.</param>
/// <param name="Faults">Items with the number of fixed files that fail or lose points by them, the commonest first.</param>
public sealed record ReviewFigures(
    int Drawn,
    int Fixed,
    int Excellent,
    int Passable,
    int Failed,
    decimal? QualifiedPercent,
    decimal? AveragePoints,
    int RepliesDue,
    int RepliesLate,
    IReadOnlyList<ReviewFault> Faults
);

/// <summary>A fault in a round.</summary>
/// <param name="Item">Item of the standard.</param>
/// <param name="Words">What it is about.</param>
/// <param name="Files">Number of files.</param>
public sealed record ReviewFault(string Item, [property: Bilingual] string Words, int Files);

internal sealed class DrawFilesValidator : AbstractValidator<DrawFilesCommand>
{
    public DrawFilesValidator()
    {
        RuleFor(c => c.Name)
            .NotEmpty()
            .WithMessage("缺少评查名称")
            .MaximumLength(ReviewRound.NameMaxLength)
            .WithMessage("评查名称不超过 100 字");
        RuleFor(c => c.Size).InclusiveBetween(1, ReviewRound.MaxSize).WithMessage("每次抽取 1 至 200 份");
    }
}

internal sealed class DrawFilesHandler(AppDbContext db, OrganisationReader organisations, CurrentUser user, TimeProvider clock)
    : IRequestHandler<DrawFilesCommand, ReviewRoundView>
{
    public async Task<ReviewRoundView> Handle(DrawFilesCommand request, CancellationToken cancellationToken)
    {
        var by = await organisations.ReadAsync(null, cancellationToken);
        var of = await organisations.ReadAsync(request.OrganisationId, cancellationToken);
        var scope = OrganisationScope.Below(of.Path);
        var closed = await db
            .Cases.AsNoTracking()
            .Where(c => c.Procedure == CaseProcedure.Ordinary && c.Closing.On >= request.ClosedFrom && c.Closing.On <= request.ClosedTo)
            .Where(c => string.Compare(c.OrganisationPath, scope.From) >= 0 && string.Compare(c.OrganisationPath, scope.To) < 0)
            .Select(c => new
            {
                c.Id,
                c.OrganId,
                c.OrganisationPath,
                Fell = c.Effect.RevokedAt != null || c.Effect.InvalidatedAt != null || c.FallenDecisions.Any(),
                c.Penalty.FineFen,
            })
            .ToListAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var round = new ReviewRound(
            Guid.CreateVersion7(now),
            by,
            of,
            new(request.Name, request.ClosedFrom, request.ClosedTo, request.Size, request.Method),
            Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32)),
            closed.ConvertAll(c => new DrawCandidate(c.Id, c.Fell, c.FineFen)),
            user.PersonId,
            now
        );
        db.ReviewRounds.Add(round);
        var known = closed.ToDictionary(c => c.Id);
        var files = round
            .Drawn.Select(
                (id, i) => new ReviewedFile(Guid.CreateVersion7(now), round, i + 1, id, known[id].OrganId, known[id].OrganisationPath)
            )
            .ToList();
        db.ReviewedFiles.AddRange(files);
        return ReviewRoundView.Of(round, files);
    }
}

internal sealed class ReadReviewRoundsHandler(AppDbContext db, FileReviewDesk desk, TimeProvider clock)
    : IRequestHandler<ListReviewRoundsQuery, Page<ReviewRoundView>>,
        IRequestHandler<ReadReviewRoundQuery, ReviewRoundView>,
        IRequestHandler<ReadReviewFiguresQuery, ReviewFigures>
{
    public async Task<Page<ReviewRoundView>> Handle(ListReviewRoundsQuery request, CancellationToken cancellationToken)
    {
        var limit = Cursor.LimitOf(request.Limit);
        var rounds = db.ReviewRounds.AsNoTracking();
        if (Cursor.Parse(request.Cursor) is { } cursor)
        {
            var at = cursor.Instant;
            rounds = rounds.Where(r => r.DrawnAt < at);
        }
        var page = await rounds.OrderByDescending(r => r.DrawnAt).Take(limit + 1).ToListAsync(cancellationToken);
        return new(
            [.. page.Take(limit).Select(r => ReviewRoundView.Of(r, files: null))],
            page.Count > limit ? new Cursor(page[limit - 1].DrawnAt.ToUnixTimeMilliseconds(), 0).ToString() : null
        );
    }

    public async Task<ReviewRoundView> Handle(ReadReviewRoundQuery request, CancellationToken cancellationToken)
    {
        var round = await desk.RoundAsync(request.Id, cancellationToken);
        return ReviewRoundView.Of(round, await FilesAsync(round, cancellationToken));
    }

    public async Task<ReviewFigures> Handle(ReadReviewFiguresQuery request, CancellationToken cancellationToken)
    {
        var round = await desk.RoundAsync(request.Id, cancellationToken);
        var files = await FilesAsync(round, cancellationToken);
        var @fixed = files.FindAll(f => f.FixedAt is not null);
        var today = Domain.Law.LegalDate.Of(clock.GetUtcNow());
        return new(
            files.Count,
            @fixed.Count,
            Of(ReviewGrade.Excellent),
            Of(ReviewGrade.Passable),
            Of(ReviewGrade.Failed),
            @fixed.Count == 0
                ? null
                : decimal.Round(100m * (@fixed.Count - Of(ReviewGrade.Failed)) / @fixed.Count, 2, MidpointRounding.AwayFromZero),
            @fixed.Count == 0 ? null : decimal.Round(@fixed.Average(f => f.Points!.Value), 2, MidpointRounding.AwayFromZero),
            @fixed.Count(f => f.IsNotified),
            @fixed.Count(f => f.IsReplyLate(today)),
            Faults(ReviewStandard.Find(round.Standard), @fixed)
        );

        int Of(ReviewGrade grade) => @fixed.Count(f => f.Grade == grade);
    }

    private static IReadOnlyList<ReviewFault> Faults(ReviewStandard standard, List<ReviewedFile> @fixed)
    {
        var words = standard
            .Vetoes.Select(v => (v.Id, v.Words))
            .Concat(standard.Items.Select(i => (i.Id, i.Words)))
            .ToDictionary(i => i.Id, i => i.Words, StringComparer.Ordinal);
        return
        [
            .. @fixed
                .SelectMany(f => f.Judgement!.FaultyItems())
                .GroupBy(item => item, StringComparer.Ordinal)
                .OrderByDescending(g => g.Count())
                .ThenBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => new ReviewFault(g.Key, words[g.Key], g.Count())),
        ];
    }

    private Task<List<ReviewedFile>> FilesAsync(ReviewRound round, CancellationToken ct) =>
        db.ReviewedFiles.AsNoTracking().Where(f => f.RoundId == round.Id).ToListAsync(ct);
}
