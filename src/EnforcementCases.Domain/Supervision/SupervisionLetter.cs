using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Supervision;

/// <summary>Kind of letter, each heavier than the one before.</summary>
public enum LetterKind
{
    /// <summary>督办函.</summary>
    [Term("督办函")]
    Urging,

    /// <summary>行政执法监督意见书.</summary>
    [Term("行政执法监督意见书")]
    Opinion,

    /// <summary>行政执法监督决定书.</summary>
    [Term("行政执法监督决定书")]
    Decision,
}

/// <summary>State of a letter.</summary>
public enum LetterState
{
    /// <summary>待回复.</summary>
    [Term("等待回复")]
    ToAnswer,

    /// <summary>已回复.</summary>
    [Term("已经回复")]
    Answered,

    /// <summary>已了结.</summary>
    [Term("已经了结")]
    Closed,
}

/// <summary>Content of a letter.</summary>
/// <param name="Kind">Kind.</param>
/// <param name="Subject">Subject.</param>
/// <param name="Text">What is to be put right.</param>
/// <param name="Rule">Rule by which it was found; null if by a person.</param>
/// <param name="CaseIds">Cases that it is about; none if it is about no single case.</param>
public sealed record LetterContent(LetterKind Kind, string Subject, string Text, string? Rule, IReadOnlyList<Guid> CaseIds);

/// <summary>A letter of supervision (执法监督文书): to an organ below, answered by a day, heavier if it is not.</summary>
public sealed class SupervisionLetter : RecordedAggregate, IOwnedByOrganisation
{
    /// <summary>Longest subject.</summary>
    public const int SubjectMaxLength = 100;

    /// <summary>Longest text.</summary>
    public const int TextMaxLength = 4000;

    /// <summary>Most cases.</summary>
    public const int MaxCases = 100;

    /// <summary>No such letter, or not within the reader's scope.</summary>
    public static readonly DomainError NotFound = new("supervision.letter-not-found", null, ErrorKind.NotFound, "没有找到该监督文书");

    /// <summary>It is in another state.</summary>
    public static readonly DomainError OtherState = new("supervision.letter-other-state", null, ErrorKind.WrongStage, "监督文书的状态不符");

    /// <summary>An organisation supervises those below it, not itself.</summary>
    public static readonly DomainError NotBelow = new(
        "supervision.not-below",
        null,
        ErrorKind.Unacceptable,
        "监督文书只能发给下级执法机关"
    );

    /// <summary>A case is not one of the organ that gets the letter.</summary>
    public static readonly DomainError CaseOfAnother = new(
        "supervision.case-of-another",
        null,
        ErrorKind.Unacceptable,
        "所列案件不是该执法机关的案件"
    );

    /// <summary>It is not overdue and not answered: nothing to escalate.</summary>
    public static readonly DomainError NotDue = new(
        "supervision.not-due",
        null,
        ErrorKind.Unacceptable,
        "回复期限未满且未回复的，不得升级"
    );

    /// <summary>There is no heavier letter.</summary>
    public static readonly DomainError Heaviest = new("supervision.heaviest", null, ErrorKind.Unacceptable, "已是最重的监督文书");

    private SupervisionLetter() { }

    /// <summary>A letter is sent.</summary>
    /// <exception cref="DomainException"><see cref="NotBelow"/>.</exception>
    public SupervisionLetter(
        Guid id,
        Organisation from,
        Organisation to,
        LetterContent content,
        DateOnly replyDueOn,
        Guid by,
        DateTimeOffset at
    )
    {
        if (to.OrganId != to.Id || to.Id == from.Id || !OrganisationScope.Below(from.Path).Contains(to.Path))
            throw NotBelow.With($"{to.Name}").At("/organisationId");
        (Id, FromOrganisationId, FromPath, OrganId, OrganisationPath) = (id, from.Id, from.Path, to.Id, to.Path);
        (Kind, Subject, Text, Rule) = (content.Kind, content.Subject, content.Text, content.Rule);
        CaseIdsText = string.Join(' ', content.CaseIds.Distinct().Select(c => c.ToString("D")));
        (ReplyDueOn, SentBy, SentAt) = (replyDueOn, by, at);
        Record(
            new(
                "supervision-letter-sent",
                at,
                new RecordFields()
                    .Add("letter", Id)
                    .Add("to", to.Path)
                    .Add("kind", Kind)
                    .Add("subject", Subject)
                    .Add("rule", Rule)
                    .Add("cases", content.CaseIds.Distinct().Select(c => c.ToString("D")))
                    .Add("replyDueOn", ReplyDueOn)
                    .Add("person", by)
            )
        );
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>Version, raised by every change.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>The organisation that supervises.</summary>
    public Guid FromOrganisationId { get; private set; }

    /// <summary>Its path.</summary>
    public string FromPath { get; private set; } = "";

    /// <summary>The organ that gets the letter.</summary>
    public Guid OrganId { get; private set; }

    /// <inheritdoc />
    public string OrganisationPath { get; private set; } = "";

    /// <summary>Kind; heavier after an escalation.</summary>
    public LetterKind Kind { get; private set; }

    /// <summary>Subject.</summary>
    public string Subject { get; private set; } = "";

    /// <summary>What is to be put right.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Rule by which it was found; null if by a person.</summary>
    public string? Rule { get; private set; }

    /// <summary>The cases, separated by blanks.</summary>
    public string CaseIdsText { get; private set; } = "";

    /// <summary>The cases that it is about.</summary>
    public IReadOnlyList<Guid> CaseIds => [.. CaseIdsText.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Guid.Parse)];

    /// <summary>State.</summary>
    public LetterState State { get; private set; }

    /// <summary>Last day for the reply.</summary>
    public DateOnly ReplyDueOn { get; private set; }

    /// <summary>The person who sent it.</summary>
    public Guid SentBy { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset SentAt { get; private set; }

    /// <summary>Reply; null before.</summary>
    public string? Reply { get; private set; }

    /// <summary>When it came; null before.</summary>
    public DateTimeOffset? RepliedAt { get; private set; }

    /// <summary>Result; null before it is closed.</summary>
    public string? Result { get; private set; }

    /// <summary>How often it was made heavier.</summary>
    public int Escalations { get; private set; }

    /// <inheritdoc />
    public override Guid RecordChainId => FromOrganisationId;

    /// <inheritdoc />
    public override string RecordOrganisationPath => FromPath;

    /// <summary>Whether the reply came late, or is missing past its day.</summary>
    public bool IsLate(DateOnly today) => RepliedAt is { } replied ? LegalDate.Of(replied) > ReplyDueOn : today > ReplyDueOn;

    /// <summary>The organ replies.</summary>
    public void Answer(string reply, Guid by, DateTimeOffset at)
    {
        EnsureIn(LetterState.ToAnswer);
        (Reply, RepliedAt, State) = (reply, at, LetterState.Answered);
        Enter("supervision-letter-answered", at, new RecordFields().Add("late", IsLate(LegalDate.Of(at))).Add("person", by));
    }

    /// <summary>The matter is put right.</summary>
    public void Close(string result, Guid by, DateTimeOffset at)
    {
        EnsureIn(LetterState.Answered);
        (Result, State) = (result, LetterState.Closed);
        Enter("supervision-letter-closed", at, new RecordFields().Add("result", result).Add("person", by));
    }

    /// <summary>No reply by the day, or one that puts nothing right: the next heavier letter, with a day of its own.</summary>
    /// <exception cref="DomainException"><see cref="OtherState"/>, <see cref="NotDue"/>, <see cref="Heaviest"/>.</exception>
    public void Escalate(string reason, DateOnly replyDueOn, Guid by, DateTimeOffset at)
    {
        EnsureIn(LetterState.ToAnswer, LetterState.Answered);
        if (State is LetterState.ToAnswer && LegalDate.Of(at) <= ReplyDueOn)
            throw NotDue.With($"回复期限至 {ReplyDueOn:yyyy-MM-dd}");
        if (Kind is LetterKind.Decision)
            throw Heaviest.With($"{Kind.Term()}");
        (Kind, State, ReplyDueOn, RepliedAt) = (Kind + 1, LetterState.ToAnswer, replyDueOn, null);
        Escalations++;
        Enter(
            "supervision-letter-escalated",
            at,
            new RecordFields().Add("kind", Kind).Add("reason", reason).Add("replyDueOn", replyDueOn).Add("person", by)
        );
    }

    private void EnsureIn(params ReadOnlySpan<LetterState> states)
    {
        if (!states.Contains(State))
            throw OtherState.With($"当前状态为“{State.Term()}”");
    }

    private void Enter(string type, DateTimeOffset at, RecordFields fields)
    {
        Version++;
        Record(new(type, at, fields.Add("letter", Id)));
    }
}
