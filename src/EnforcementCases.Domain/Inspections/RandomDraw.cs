using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Personnel;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Inspections;

/// <summary>What a draw is made of.</summary>
/// <param name="Name">Name of the draw.</param>
/// <param name="Category">Category of the objects.</param>
/// <param name="Matters">What is checked.</param>
/// <param name="ObjectsToDraw">Number of objects.</param>
/// <param name="OfficersEach">Officers for each object, 2 or more.</param>
/// <param name="PlannedOn">Day by which the objects are checked.</param>
public sealed record DrawTerms(string Name, string Category, string Matters, int ObjectsToDraw, int OfficersEach, DateOnly PlannedOn);

/// <summary>A random draw of objects and officers (双随机抽查). Announced with its lists and the hash of its secret; drawn by another person, who gives a public word; the secret
/// becomes public then. Neither person alone can choose the outcome, and anyone can repeat it (<see cref="RandomSelection"/>).</summary>
public sealed class RandomDraw : RecordedAggregate, IInspectionMatter
{
    /// <summary>Longest name.</summary>
    public const int NameMaxLength = 100;

    /// <summary>Longest public word.</summary>
    public const int WordMaxLength = 100;

    /// <summary>Longest reason.</summary>
    public const int ReasonMaxLength = 300;

    /// <summary>Most objects of one draw.</summary>
    public const int MostObjects = 500;

    private RandomDraw() { }

    /// <summary>Announces a draw.</summary>
    /// <param name="commitment">SHA-256 of the secret.</param>
    /// <exception cref="DomainException"><see cref="InspectionErrors.TooFewObjects"/> or <see cref="InspectionErrors.TooFewOfficers"/>.</exception>
    public RandomDraw(
        Guid id,
        long seq,
        Organisation organ,
        DrawTerms terms,
        DrawLists lists,
        string commitment,
        Guid by,
        DateTimeOffset at
    )
    {
        if (terms.OfficersEach < OfficersPresent.AtLeast)
            throw InspectionErrors.TooFewOfficers.With($"每个对象 {terms.OfficersEach} 名").At("/officersEach");
        if (lists.Objects.Count < terms.ObjectsToDraw)
            throw InspectionErrors
                .TooFewObjects.With($"拟抽取 {terms.ObjectsToDraw} 个，可抽取 {lists.Objects.Count} 个")
                .At("/objectsToDraw");
        if (lists.Objects.FirstOrDefault(o => lists.EligibleFor(o.Id).Count() < terms.OfficersEach) is { } lacking)
            throw InspectionErrors
                .TooFewOfficers.With(
                    $"{lacking.Name}：除有利害关系的外，仅有 {lists.EligibleFor(lacking.Id).Count()} 名，需 {terms.OfficersEach} 名"
                )
                .At("/officersEach");
        (Id, Seq, OrganId, OrganisationPath) = (id, seq, organ.Id, organ.Path);
        (Name, Category, Matters) = (terms.Name, terms.Category, terms.Matters);
        (ObjectsToDraw, OfficersEach, PlannedOn) = (terms.ObjectsToDraw, terms.OfficersEach, terms.PlannedOn);
        (Lists, ListsSha256, Commitment) = (lists, RandomSelection.HashOf(lists), commitment);
        (AnnouncedBy, AnnouncedAt) = (by, at);
        Record(
            new(
                "draw-announced",
                at,
                new RecordFields()
                    .Add("draw", id)
                    .Add("objects", lists.Objects.Count)
                    .Add("officers", lists.Officers.Count)
                    .Add("toDraw", ObjectsToDraw)
                    .Add("lists", ListsSha256)
                    .Add("commitment", commitment)
                    .Add("by", by)
            )
        );
    }

    /// <inheritdoc />
    public Guid Id { get; private set; }

    /// <inheritdoc />
    public long Seq { get; private set; }

    /// <inheritdoc />
    public int Version { get; private set; } = 1;

    /// <inheritdoc />
    public Guid OrganId { get; private set; }

    /// <inheritdoc />
    public string OrganisationPath { get; private set; } = "";

    /// <inheritdoc cref="DrawTerms.Name" />
    public string Name { get; private set; } = "";

    /// <inheritdoc cref="DrawTerms.Category" />
    public string Category { get; private set; } = "";

    /// <inheritdoc cref="DrawTerms.Matters" />
    public string Matters { get; private set; } = "";

    /// <inheritdoc cref="DrawTerms.ObjectsToDraw" />
    public int ObjectsToDraw { get; private set; }

    /// <inheritdoc cref="DrawTerms.OfficersEach" />
    public int OfficersEach { get; private set; }

    /// <inheritdoc cref="DrawTerms.PlannedOn" />
    public DateOnly PlannedOn { get; private set; }

    /// <summary>The lists, fixed at the announcement.</summary>
    public DrawLists Lists { get; private set; } = new([], [], []);

    /// <summary>SHA-256 of the lists.</summary>
    public string ListsSha256 { get; private set; } = "";

    /// <summary>SHA-256 of the secret, public from the announcement on.</summary>
    public string Commitment { get; private set; } = "";

    /// <summary>Who announced it.</summary>
    public Guid AnnouncedBy { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset AnnouncedAt { get; private set; }

    /// <summary>State.</summary>
    public DrawState State { get; private set; }

    /// <summary>The secret; null before the draw.</summary>
    public string? Secret { get; private set; }

    /// <summary>The public word; null before the draw.</summary>
    public string? Word { get; private set; }

    /// <summary>Who drew.</summary>
    public Guid? DrawnBy { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset? DrawnAt { get; private set; }

    /// <summary>Legal date of that; figures count by it.</summary>
    public DateOnly? DrawnOn { get; private set; }

    /// <summary>What was drawn.</summary>
    public IReadOnlyList<DrawnObject> Drawn { get; private set; } = [];

    /// <summary>Number of objects drawn; 0 before.</summary>
    public int ObjectsDrawn { get; private set; }

    /// <summary>Why it was cancelled; null if it was not.</summary>
    public string? CancelledBecause { get; private set; }

    /// <inheritdoc />
    public override Guid RecordChainId => OrganId;

    /// <inheritdoc />
    public override string RecordOrganisationPath => OrganisationPath;

    /// <summary>Draws (抽取): another person gives the public word.</summary>
    /// <param name="secret">The secret whose hash was announced.</param>
    /// <param name="interests">Interests of its officers in its objects as known now.</param>
    /// <param name="checkOf">Makes the check of a drawn object; null if the object reached its cap meanwhile.</param>
    /// <exception cref="DomainException"><see cref="InspectionErrors.NotOpen"/>, <see cref="InspectionErrors.OwnRequest"/>, <see cref="InspectionErrors.OutOfOrder"/>,
    /// <see cref="InspectionErrors.InterestSince"/> or <see cref="InspectionErrors.SecretChanged"/>.</exception>
    public void Draw(
        string secret,
        string word,
        IEnumerable<DrawExclusion> interests,
        Guid by,
        DateTimeOffset at,
        Func<DrawnObject, Guid?> checkOf
    )
    {
        EnsureOpen();
        if (by == AnnouncedBy)
            throw InspectionErrors.OwnRequest.With("由公告人以外的人员抽取");
        if (at < AnnouncedAt)
            throw InspectionErrors.OutOfOrder.With($"于 {AnnouncedAt.ToOffset(LegalDate.Offset):yyyy-MM-dd HH:mm} 公告").At("/doneAt");
        if (interests.Except(Lists.Excluded).FirstOrDefault() is { } since)
            throw InspectionErrors.InterestSince.With(
                $"{Lists.Officers.First(o => o.Id == since.OfficerId).Name}与检查对象“{Lists.Objects.First(o => o.Id == since.ObjectId).Name}”有利害关系",
                "取消后重新公告"
            );
        if (!string.Equals(RandomSelection.Hash(secret), Commitment, StringComparison.Ordinal))
            throw InspectionErrors.SecretChanged.With("现在的随机数与公告时的不同", "取消后重新公告");
        (Secret, Word) = (secret, word);
        (DrawnBy, DrawnAt, DrawnOn) = (by, at, LegalDate.Of(at));
        Drawn =
        [
            .. RandomSelection
                .Draw(Lists, RandomSelection.SeedOf(secret, word, Lists), ObjectsToDraw, OfficersEach)
                .Select(d => d with { CheckId = checkOf(d) }),
        ];
        ObjectsDrawn = Drawn.Count;
        State = DrawState.Drawn;
        Version++;
        Record(
            new(
                "draw-made",
                at,
                new RecordFields()
                    .Add("draw", Id)
                    .Add("secret", secret)
                    .Add("word", word)
                    .Add("objects", Drawn.Select(d => d.ObjectId.ToString("D")))
                    .Add("by", by)
            )
        );
    }

    /// <summary>Cancels an announced draw (取消): its announcement and the reason stay public.</summary>
    /// <exception cref="DomainException"><see cref="InspectionErrors.NotOpen"/>.</exception>
    public void Cancel(string reason, Guid by, DateTimeOffset at)
    {
        EnsureOpen();
        (State, CancelledBecause) = (DrawState.Cancelled, reason);
        Version++;
        Record(new("draw-cancelled", at, new RecordFields().Add("draw", Id).Add("by", by)));
    }

    private void EnsureOpen()
    {
        if (State is not DrawState.Announced)
            throw InspectionErrors.NotOpen.With($"当前为 {State.Term()}");
    }
}
