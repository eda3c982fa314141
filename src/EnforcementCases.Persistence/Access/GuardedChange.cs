using EnforcementCases.Domain;

namespace EnforcementCases.Persistence.Access;

/// <summary>Kind of a change that a second person confirms.</summary>
public enum GuardedChangeKind
{
    /// <summary>重置口令.</summary>
    [Term("重置口令")]
    PasswordReset,

    /// <summary>解除动态口令绑定.</summary>
    [Term("解除动态口令绑定")]
    SecondFactorReset,

    /// <summary>授予岗位.</summary>
    [Term("授予岗位")]
    RolesGranted,

    /// <summary>解锁管理员账号.</summary>
    [Term("解锁管理员账号")]
    AccountUnlocked,

    /// <summary>关联统一身份.</summary>
    [Term("关联统一身份")]
    ExternalIdentityLinked,

    /// <summary>变更机构信息.</summary>
    [Term("变更机构信息")]
    OrganisationProfile,

    /// <summary>变更印章图样.</summary>
    [Term("变更印章图样")]
    Seal,

    /// <summary>停用管理员账号: of another administrator.</summary>
    [Term("停用管理员账号")]
    AdministratorDisabled,

    /// <summary>免去管理员岗位: of another administrator, with the roles that the account has then.</summary>
    [Term("免去管理员岗位")]
    AdministratorRemoved,
}

/// <summary>Where a guarded change is.</summary>
public enum GuardedChangeState
{
    /// <summary>待确认: nobody has confirmed it.</summary>
    [Term("待确认")]
    Waiting,

    /// <summary>已确认，待生效: confirmed; it takes effect at its time.</summary>
    [Term("已确认，待生效")]
    Confirmed,

    /// <summary>已生效.</summary>
    [Term("已生效")]
    Done,

    /// <summary>未通过: refused, withdrawn, replaced by another, or no longer possible.</summary>
    [Term("未通过")]
    Refused,
}

/// <summary>A change that one administrator asked for and a second person confirms (待确认的变更).</summary>
public sealed class GuardedChange : IOwnedByOrganisation
{
    public const int ContentMaxLength = 4000;

    private GuardedChange() { }

    public GuardedChange(
        Guid id,
        GuardedChangeKind kind,
        Guid? accountId,
        Guid organisationId,
        string organisationPath,
        string content,
        Guid askedBy,
        DateTimeOffset askedAt,
        DateTimeOffset? effectiveAt
    )
    {
        (Id, Kind, AccountId) = (id, kind, accountId);
        (OrganisationId, OrganisationPath, Content) = (organisationId, organisationPath, content);
        (AskedBy, AskedAt, EffectiveAt) = (askedBy, askedAt, effectiveAt);
    }

    public Guid Id { get; private set; }

    public GuardedChangeKind Kind { get; private set; }

    /// <summary>The account; null for a change of an organisation.</summary>
    public Guid? AccountId { get; private set; }

    public Guid OrganisationId { get; private set; }

    /// <inheritdoc />
    public string OrganisationPath { get; private set; } = "";

    /// <summary>What is changed, as JSON.</summary>
    public string Content { get; private set; } = "";

    /// <summary>The person who asked.</summary>
    public Guid AskedBy { get; private set; }

    public DateTimeOffset AskedAt { get; private set; }

    public GuardedChangeState State { get; private set; }

    /// <summary>The person who confirmed or refused; null if nobody did.</summary>
    public Guid? AnsweredBy { get; private set; }

    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>From when it applies; null while nobody has confirmed it and somebody could.</summary>
    public DateTimeOffset? EffectiveAt { get; private set; }

    /// <summary>Counted up by every answer: of two at once one wins.</summary>
    public int Version { get; private set; } = 1;

    public bool IsOpen => State is GuardedChangeState.Waiting or GuardedChangeState.Confirmed;

    /// <summary>Whether it is to be done at an instant.</summary>
    public bool IsDueAt(DateTimeOffset now) => IsOpen && EffectiveAt <= now;

    public void Confirm(Guid by, DateTimeOffset at, DateTimeOffset effectiveAt)
    {
        (State, AnsweredBy, AnsweredAt, EffectiveAt) = (GuardedChangeState.Confirmed, by, at, effectiveAt);
        Version++;
    }

    /// <param name="by">Who refused or withdrew it; null if it is no longer possible.</param>
    public void Refuse(Guid? by, DateTimeOffset at)
    {
        (State, AnsweredBy, AnsweredAt) = (GuardedChangeState.Refused, by ?? AnsweredBy, at);
        Version++;
    }

    public void Done()
    {
        State = GuardedChangeState.Done;
        Version++;
    }
}
