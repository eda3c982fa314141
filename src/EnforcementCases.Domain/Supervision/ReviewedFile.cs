using System.Security.Cryptography;
using System.Text;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Supervision;

/// <summary>Step of the review of a file.</summary>
public enum FileReviewStep
{
    /// <summary>待指定评查人员.</summary>
    [Term("待指定评查人员")]
    ToAssign,

    /// <summary>待评查.</summary>
    [Term("待评查")]
    ToJudge,

    /// <summary>待确认: by the other reviewer.</summary>
    [Term("待确认")]
    ToConfirm,

    /// <summary>已评定: the score is frozen.</summary>
    [Term("已评定")]
    Fixed,

    /// <summary>待回复: the unit has the notice.</summary>
    [Term("待回复")]
    ToAnswer,

    /// <summary>待复查.</summary>
    [Term("待复查")]
    ToRecheck,

    /// <summary>已办结.</summary>
    [Term("已办结")]
    Finished,
}

/// <summary>What a file is nominated for.</summary>
public enum FileNomination
{
    /// <summary>示范优案.</summary>
    [Term("示范优案")]
    Exemplary,

    /// <summary>典型差案.</summary>
    [Term("典型差案")]
    Poor,
}

/// <summary>A judgement as it is stored: what the program found on that day, and what the reviewer made of it.</summary>
/// <param name="Findings">Findings of the program.</param>
/// <param name="Rejected">Those that the reviewer rejected.</param>
/// <param name="Judged">The items as the reviewer judged them.</param>
/// <param name="Score">The score that follows.</param>
public sealed record StoredJudgement(
    IReadOnlyList<FileFinding> Findings,
    IReadOnlyList<RejectedFinding> Rejected,
    IReadOnlyList<JudgedItem> Judged,
    ReviewScore Score
)
{
    /// <summary>The items by which the file fails or loses points: findings that were not rejected, and items that are not in order.</summary>
    public IReadOnlyList<string> FaultyItems() =>
        [
            .. FileReview
                .Confirmed(Findings, Rejected)
                .Select(f => f.Item)
                .Concat(Judged.Where(j => !j.InOrder).Select(j => j.Item))
                .Distinct(StringComparer.Ordinal),
        ];
}

/// <summary>A file in a round of the review (评查案卷): two reviewers, one judges and the other confirms exactly that; then notice, reply, correction and re-check.</summary>
public sealed partial class ReviewedFile : RecordedAggregate, IOwnedByOrganisation
{
    /// <summary>Longest text of a reason, reply or note.</summary>
    public const int TextMaxLength = 2000;

    private ReviewedFile() { }

    /// <summary>A file was drawn.</summary>
    /// <param name="casePath">Path of the unit that handled the case.</param>
    public ReviewedFile(Guid id, ReviewRound round, int place, Guid caseId, Guid organId, string casePath)
    {
        (Id, RoundId, Place, CaseId, OrganId, OrganisationPath) = (id, round.Id, place, caseId, organId, casePath);
        (ReviewerOrganisationId, ReviewerPath, Standard) = (round.OrganisationId, round.OrganisationPath, round.Standard);
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>Version, raised by every change.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>The round.</summary>
    public Guid RoundId { get; private set; }

    /// <summary>Place in the draw, from 1.</summary>
    public int Place { get; private set; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>The street or town in whose name it was handled.</summary>
    public Guid OrganId { get; private set; }

    /// <inheritdoc />
    public string OrganisationPath { get; private set; } = "";

    /// <summary>The organisation that reviews.</summary>
    public Guid ReviewerOrganisationId { get; private set; }

    /// <summary>Its path.</summary>
    public string ReviewerPath { get; private set; } = "";

    /// <summary>Version of the standard.</summary>
    public string Standard { get; private set; } = "";

    /// <summary>Step.</summary>
    public FileReviewStep Step { get; private set; }

    /// <summary>First reviewer; null before.</summary>
    public Guid? FirstReviewer { get; private set; }

    /// <summary>Second reviewer; null before.</summary>
    public Guid? SecondReviewer { get; private set; }

    /// <summary>The reviewer who judged; null before.</summary>
    public Guid? JudgedByPerson { get; private set; }

    /// <summary>The judgement as stored; null before.</summary>
    public string? StoredJudgementText { get; private set; }

    /// <summary>SHA-256 of the judgement as stored; null before.</summary>
    public string? JudgementSha256 { get; private set; }

    /// <summary>Score; null before.</summary>
    public decimal? Points { get; private set; }

    /// <summary>Grade; null before.</summary>
    public ReviewGrade? Grade { get; private set; }

    /// <summary>When it was fixed; null before.</summary>
    public DateTimeOffset? FixedAt { get; private set; }

    /// <summary>Text of the notice to the unit; null before.</summary>
    public string? Notice { get; private set; }

    /// <summary>Last day for the reply; null before.</summary>
    public DateOnly? ReplyDueOn { get; private set; }

    /// <summary>Reply of the unit; null before.</summary>
    public string? Reply { get; private set; }

    /// <summary>When it replied; null before.</summary>
    public DateTimeOffset? RepliedAt { get; private set; }

    /// <summary>What the re-check found; null before.</summary>
    public string? RecheckNote { get; private set; }

    /// <summary>What it is nominated for; null if for nothing.</summary>
    public FileNomination? Nomination { get; private set; }

    /// <summary>Why; null if for nothing.</summary>
    public string? NominationReason { get; private set; }

    /// <summary>The judgement; null before.</summary>
    public StoredJudgement? Judgement =>
        StoredJudgementText is { } text ? StoredFormat.Read<StoredJudgement>(Encoding.UTF8.GetBytes(text)) : null;

    /// <summary>Whether the unit has the notice, so that it may read the result.</summary>
    public bool IsNotified => Notice is not null;

    /// <inheritdoc />
    public override Guid RecordChainId => ReviewerOrganisationId;

    /// <inheritdoc />
    public override string RecordOrganisationPath => ReviewerPath;

    /// <summary>Whether the reply came after its last day, or is missing past it.</summary>
    public bool IsReplyLate(DateOnly today) =>
        ReplyDueOn is { } due && (RepliedAt is { } replied ? Law.LegalDate.Of(replied) > due : today > due);

    private void EnsureIn(params ReadOnlySpan<FileReviewStep> steps)
    {
        if (!steps.Contains(Step))
            throw FileReviewErrors.OtherStep.With($"当前步骤为“{Step.Term()}”");
    }

    private void Enter(string type, DateTimeOffset at, RecordFields fields)
    {
        Version++;
        Record(new(type, at, fields.Add("file", Id).Add("round", RoundId).Add("case", CaseId)));
    }

    private static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
