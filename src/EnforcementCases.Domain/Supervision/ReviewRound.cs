using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Supervision;

/// <summary>How the files of a round are chosen.</summary>
public enum DrawMethod
{
    /// <summary>随机抽取: by a seed that nobody chose.</summary>
    [Term("随机抽取")]
    AtRandom,

    /// <summary>按风险抽取: those with a decision that fell first, then the highest fines; equal ones by the seed.</summary>
    [Term("按风险抽取")]
    ByRisk,
}

/// <summary>The files of a round, as they were drawn from, in the stored form.</summary>
/// <param name="CaseIds">The closed cases of the period, in the order of their ids.</param>
public sealed record DrawCandidates(IReadOnlyList<Guid> CaseIds);

/// <summary>What a round is about.</summary>
/// <param name="Name">Name of the round.</param>
/// <param name="ClosedFrom">First day of the closing of the cases.</param>
/// <param name="ClosedTo">Last day.</param>
/// <param name="Size">How many files are drawn.</param>
/// <param name="Method">How.</param>
public sealed record RoundPlan(string Name, DateOnly ClosedFrom, DateOnly ClosedTo, int Size, DrawMethod Method);

/// <summary>A file that can be drawn, with what its risk is measured by.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Fell">Whether a decision of it was revoked or found invalid.</param>
/// <param name="FineFen">Its fine, in fen.</param>
public sealed record DrawCandidate(Guid CaseId, bool Fell, long FineFen);

/// <summary>A round of the review of files (案卷评查): the files were drawn once, with a seed, from a list; both are kept, so that anyone can repeat the draw.</summary>
public sealed class ReviewRound : RecordedAggregate, IOwnedByOrganisation
{
    /// <summary>Longest name.</summary>
    public const int NameMaxLength = 100;

    /// <summary>Most files of a round.</summary>
    public const int MaxSize = 200;

    private ReviewRound() { }

    /// <summary>Draws the files of a round.</summary>
    /// <param name="of">The organisation whose files are reviewed, with those below it.</param>
    /// <param name="by">The organisation that reviews.</param>
    /// <exception cref="DomainException"><see cref="FileReviewErrors.BadPeriod"/> or <see cref="FileReviewErrors.NothingToDraw"/>.</exception>
    public ReviewRound(
        Guid id,
        Organisation by,
        Organisation of,
        RoundPlan plan,
        string seed,
        IReadOnlyCollection<DrawCandidate> candidates,
        Guid person,
        DateTimeOffset at
    )
    {
        var today = Law.LegalDate.Of(at);
        if (plan.ClosedTo < plan.ClosedFrom || plan.ClosedTo > today)
            throw FileReviewErrors.BadPeriod.With($"{plan.ClosedFrom:yyyy-MM-dd} 至 {plan.ClosedTo:yyyy-MM-dd}");
        if (candidates.Count == 0)
            throw FileReviewErrors.NothingToDraw.With($"{of.Name} {plan.ClosedFrom:yyyy-MM-dd} 至 {plan.ClosedTo:yyyy-MM-dd}");
        Standard = ReviewStandard.InForceOn(today)?.Version ?? ReviewStandard.Shipped[0].Version;
        (Id, OrganisationId, OrganisationPath) = (id, by.Id, by.Path);
        (ReviewedOrganisationId, Name, ClosedFrom, ClosedTo) = (of.Id, plan.Name, plan.ClosedFrom, plan.ClosedTo);
        (Size, Method, Seed, DrawnBy, DrawnAt) = (plan.Size, plan.Method, seed, person, at);
        StoredCandidates = System.Text.Encoding.UTF8.GetString(
            StoredFormat.Write(new DrawCandidates([.. candidates.Select(c => c.CaseId).Order()]))
        );
        Drawn = Draw(plan, seed, candidates);
        Record(
            new(
                "file-review-drawn",
                at,
                new RecordFields()
                    .Add("round", Id)
                    .Add("reviewed", of.Path)
                    .Add("method", Method)
                    .Add("seed", Seed)
                    .Add("candidates", candidates.Count)
                    .Add("cases", Drawn.Select(c => c.ToString("D")))
                    .Add("person", person)
            )
        );
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>The organisation that reviews.</summary>
    public Guid OrganisationId { get; private set; }

    /// <inheritdoc />
    public string OrganisationPath { get; private set; } = "";

    /// <summary>The organisation whose files are reviewed.</summary>
    public Guid ReviewedOrganisationId { get; private set; }

    /// <summary>Name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>First day of closing.</summary>
    public DateOnly ClosedFrom { get; private set; }

    /// <summary>Last day of closing.</summary>
    public DateOnly ClosedTo { get; private set; }

    /// <summary>How many files were asked for.</summary>
    public int Size { get; private set; }

    /// <summary>How they were chosen.</summary>
    public DrawMethod Method { get; private set; }

    /// <summary>The seed, 64 hexadecimal digits.</summary>
    public string Seed { get; private set; } = "";

    /// <summary>Version of the standard.</summary>
    public string Standard { get; private set; } = "";

    /// <summary>The person who had the files drawn.</summary>
    public Guid DrawnBy { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset DrawnAt { get; private set; }

    /// <summary>The list that was drawn from, as stored.</summary>
    public string StoredCandidates { get; private set; } = "";

    /// <summary>The list that was drawn from.</summary>
    public IReadOnlyList<Guid> Candidates =>
        StoredFormat.Read<DrawCandidates>(System.Text.Encoding.UTF8.GetBytes(StoredCandidates)).CaseIds;

    /// <summary>The cases drawn by this round in the order of the draw; only right after it.</summary>
    public IReadOnlyList<Guid> Drawn { get; } = [];

    /// <inheritdoc />
    public override Guid RecordChainId => OrganisationId;

    /// <inheritdoc />
    public override string RecordOrganisationPath => OrganisationPath;

    private static IReadOnlyList<Guid> Draw(RoundPlan plan, string seed, IReadOnlyCollection<DrawCandidate> candidates)
    {
        var inOrder = ReviewDraw.AtRandom(seed, candidates.Select(c => c.CaseId), candidates.Count);
        if (plan.Method is DrawMethod.AtRandom)
            return [.. inOrder.Take(plan.Size)];
        var known = candidates.ToDictionary(c => c.CaseId);
        return [.. inOrder.OrderByDescending(id => known[id].Fell).ThenByDescending(id => known[id].FineFen).Take(plan.Size)];
    }
}
