using EnforcementCases.Domain;
using EnforcementCases.Domain.Supervision;
using EnforcementCases.Platform.Pipeline;

namespace EnforcementCases.Api.Supervision;

/// <summary>A fault that the program found in a file.</summary>
/// <param name="Item">Item of the standard.</param>
/// <param name="Words">What is wrong.</param>
/// <param name="Points">Points lost; 0 for a veto.</param>
/// <param name="IsVeto">Whether the file fails by it.</param>
/// <param name="ActId">The act at which it was found; null if the act is what is missing.</param>
public sealed record FileFindingView(string Item, [property: Bilingual] string Words, decimal Points, bool IsVeto, Guid? ActId)
{
    internal static FileFindingView Of(FileFinding f) =>
        new(f.Item, f.Words, f.Points, f.Item.StartsWith("V-", StringComparison.Ordinal), f.ActId);

    internal FileFinding AsFinding() => new(Item, Points, ActId, Words);
}

/// <summary>An item that a reviewer has to judge.</summary>
/// <param name="Item">Id in the standard.</param>
/// <param name="Words">What is judged.</param>
/// <param name="Points">Most points that can be lost; 0 for a veto.</param>
/// <param name="JudgedBy">Who judges it.</param>
public sealed record StandardItemView(string Item, [property: Bilingual] string Words, decimal Points, JudgedBy JudgedBy);

/// <summary>A round of the review of files.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Name">Name.</param>
/// <param name="OrganisationId">The organisation that reviews.</param>
/// <param name="ReviewedOrganisationId">The organisation whose files are reviewed.</param>
/// <param name="ClosedFrom">First day of the closing of the cases.</param>
/// <param name="ClosedTo">Last day.</param>
/// <param name="Size">How many files were asked for.</param>
/// <param name="Method">How they were chosen.</param>
/// <param name="Seed">The seed: file order is that of SHA-256 of <c>seed:caseId</c> in hex.</param>
/// <param name="Standard">Version of the standard.</param>
/// <param name="DrawnAt">When they were drawn.</param>
/// <param name="DrawnBy">By whom.</param>
/// <param name="Candidates">The cases that they were drawn from; empty in a list.</param>
/// <param name="Files">The files in the order of the draw; empty in a list.</param>
public sealed record ReviewRoundView(
    Guid Id,
    string Name,
    Guid OrganisationId,
    Guid ReviewedOrganisationId,
    DateOnly ClosedFrom,
    DateOnly ClosedTo,
    int Size,
    DrawMethod Method,
    string Seed,
    string Standard,
    DateTimeOffset DrawnAt,
    Guid DrawnBy,
    IReadOnlyList<Guid> Candidates,
    IReadOnlyList<ReviewedFileLine> Files
)
{
    internal static ReviewRoundView Of(ReviewRound r, IReadOnlyList<ReviewedFile>? files) =>
        new(
            r.Id,
            r.Name,
            r.OrganisationId,
            r.ReviewedOrganisationId,
            r.ClosedFrom,
            r.ClosedTo,
            r.Size,
            r.Method,
            r.Seed,
            r.Standard,
            r.DrawnAt,
            r.DrawnBy,
            files is null ? [] : r.Candidates,
            [.. (files ?? []).OrderBy(f => f.Place).Select(ReviewedFileLine.Of)]
        );
}

/// <summary>A file of a round, as a line.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Place">Place in the draw.</param>
/// <param name="CaseId">The case.</param>
/// <param name="Step">Step of the review.</param>
/// <param name="StepName">Name of the step.</param>
/// <param name="Points">Score; null before it is judged.</param>
/// <param name="Grade">Grade; null before it is judged.</param>
/// <param name="ReplyDueOn">Last day for the reply; null before the notice.</param>
public sealed record ReviewedFileLine(
    Guid Id,
    int Place,
    Guid CaseId,
    FileReviewStep Step,
    [property: Bilingual] string StepName,
    decimal? Points,
    ReviewGrade? Grade,
    DateOnly? ReplyDueOn
)
{
    internal static ReviewedFileLine Of(ReviewedFile f) =>
        new(f.Id, f.Place, f.CaseId, f.Step, f.Step.Term(), f.Points, f.Grade, f.ReplyDueOn);
}

/// <summary>A file in review.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Version">Version; also the <c>ETag</c>.</param>
/// <param name="RoundId">The round.</param>
/// <param name="CaseId">The case.</param>
/// <param name="OrganId">The street or town in whose name it was handled.</param>
/// <param name="Step">Step of the review.</param>
/// <param name="StepName">Name of the step.</param>
/// <param name="Standard">Version of the standard.</param>
/// <param name="FirstReviewer">First reviewer; null before.</param>
/// <param name="SecondReviewer">Second reviewer; null before.</param>
/// <param name="JudgedByPerson">The reviewer who judged; null before.</param>
/// <param name="JudgementSha256">Hash of the judgement, which the other reviewer confirms; null before.</param>
/// <param name="Judgement">The judgement; null before.</param>
/// <param name="FixedAt">When the result was fixed; null before.</param>
/// <param name="Notice">Text of the notice to the unit; null before.</param>
/// <param name="ReplyDueOn">Last day for the reply; null before.</param>
/// <param name="Reply">Reply of the unit; null before.</param>
/// <param name="RepliedAt">When; null before.</param>
/// <param name="ReplyIsLate">Whether the reply came late or is missing past its day.</param>
/// <param name="RecheckNote">What the re-check found; null before.</param>
/// <param name="Nomination">What it is nominated for; null if for nothing.</param>
/// <param name="NominationReason">Why; null if for nothing.</param>
public sealed record ReviewedFileView(
    Guid Id,
    int Version,
    Guid RoundId,
    Guid CaseId,
    Guid OrganId,
    FileReviewStep Step,
    [property: Bilingual] string StepName,
    string Standard,
    Guid? FirstReviewer,
    Guid? SecondReviewer,
    Guid? JudgedByPerson,
    string? JudgementSha256,
    FileJudgementView? Judgement,
    DateTimeOffset? FixedAt,
    string? Notice,
    DateOnly? ReplyDueOn,
    string? Reply,
    DateTimeOffset? RepliedAt,
    bool ReplyIsLate,
    string? RecheckNote,
    FileNomination? Nomination,
    string? NominationReason
) : IVersioned
{
    internal static ReviewedFileView Of(ReviewedFile f, DateOnly today) =>
        new(
            f.Id,
            f.Version,
            f.RoundId,
            f.CaseId,
            f.OrganId,
            f.Step,
            f.Step.Term(),
            f.Standard,
            f.FirstReviewer,
            f.SecondReviewer,
            f.JudgedByPerson,
            f.JudgementSha256,
            f.Judgement is { } judgement ? FileJudgementView.Of(judgement) : null,
            f.FixedAt,
            f.Notice,
            f.ReplyDueOn,
            f.Reply,
            f.RepliedAt,
            f.IsReplyLate(today),
            f.RecheckNote,
            f.Nomination,
            f.NominationReason
        );
}

/// <summary>A judgement, as it was frozen.</summary>
/// <param name="Points">Score; 0 after a veto.</param>
/// <param name="SheetPoints">Score of the sheet alone.</param>
/// <param name="Grade">Grade.</param>
/// <param name="GradeName">Its name.</param>
/// <param name="Vetoed">Items of the base standard that the file fails.</param>
/// <param name="Findings">What the program found.</param>
/// <param name="Rejected">What of it the reviewer rejected, with the reason.</param>
/// <param name="Judged">The items as the reviewer judged them.</param>
public sealed record FileJudgementView(
    decimal Points,
    decimal SheetPoints,
    ReviewGrade Grade,
    [property: Bilingual] string GradeName,
    IReadOnlyList<string> Vetoed,
    IReadOnlyList<FileFindingView> Findings,
    IReadOnlyList<RejectedFindingView> Rejected,
    IReadOnlyList<JudgedItem> Judged
)
{
    internal static FileJudgementView Of(StoredJudgement j) =>
        new(
            j.Score.Points,
            j.Score.SheetPoints,
            j.Score.Grade,
            j.Score.Grade.Term(),
            j.Score.Vetoed,
            [.. j.Findings.Select(FileFindingView.Of)],
            [.. j.Rejected.Select(r => new RejectedFindingView(FileFindingView.Of(r.Finding), r.Reason))],
            j.Judged
        );
}

/// <summary>A finding that the reviewer rejects.</summary>
/// <param name="Finding">The finding, as the program gave it.</param>
/// <param name="Reason">Why it is no fault.</param>
public sealed record RejectedFindingView(FileFindingView Finding, string Reason);
