using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Publicity;

/// <summary>Kind of a published decision (公示决定的类别).</summary>
public enum PublicDecisionKind
{
    /// <summary>简易程序行政处罚.</summary>
    [Term("简易程序行政处罚")]
    OnTheSpotPenalty,

    /// <summary>普通程序行政处罚.</summary>
    [Term("普通程序行政处罚")]
    Penalty,

    /// <summary>责令决定.</summary>
    [Term("责令决定")]
    Order,

    /// <summary>不予行政处罚.</summary>
    [Term("不予行政处罚")]
    NoPenalty,
}

/// <summary>Values supplied by the system for a new item.</summary>
public sealed record NewPublicationItem
{
    /// <summary>Its identity.</summary>
    public required Guid Id { get; init; }

    /// <summary>Breaks ties in lists.</summary>
    public required long Seq { get; init; }

    /// <summary>Code of its public page; it cannot be guessed.</summary>
    public required string Code { get; init; }

    /// <summary>The paper of the decision; null if none was issued in this system.</summary>
    public required Guid? DocumentId { get; init; }

    /// <summary>Number of the decision.</summary>
    public required string Number { get; init; }

    /// <summary>Kind of decision.</summary>
    public required PublicDecisionKind Kind { get; init; }

    /// <summary>Legal date of the decision.</summary>
    public required DateOnly DecidedOn { get; init; }

    /// <summary>Last day for publishing it.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>Why the program withholds it; null if it does not.</summary>
    public WithholdingGround? Withheld { get; init; }
}

/// <summary>The publication of a decision (公示事项): from the decision over the service and the clerk's confirmation to its page, and to its withdrawal or the end of its display.
/// A changed decision has another item.</summary>
public sealed partial class PublicationItem : RecordedAggregate, IOwnedByOrganisation
{
    /// <summary>Longest code of a public page.</summary>
    public const int CodeMaxLength = 32;

    /// <summary>Longest reason.</summary>
    public const int ReasonMaxLength = 1000;

    /// <summary>States in which somebody of the organ still has to do something.</summary>
    public static readonly IReadOnlyList<PublicationState> Waiting = [PublicationState.ToConfirm, PublicationState.ToWithhold];

    private PublicationItem() { }

    /// <summary>A decision was made: it waits for its service.</summary>
    public PublicationItem(EnforcementCase @case, NewPublicationItem @new, DateTimeOffset at)
    {
        (Id, Seq, Code, DocumentId, Number) = (@new.Id, @new.Seq, @new.Code, @new.DocumentId, @new.Number);
        (CaseId, OrganId, OrganisationPath) = (@case.Id, @case.OrganId, @case.OrganisationPath);
        (Kind, DecidedOn, LegalDueOn, DueOn) = (@new.Kind, @new.DecidedOn, @new.DueOn, @new.DueOn);
        State = PublicationState.WaitingForService;
        if (@new.Withheld is { } ground)
            (State, WithholdingGround, WithheldAt) = (PublicationState.Withheld, ground, at);
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>Breaks ties in lists.</summary>
    public long Seq { get; private set; }

    /// <summary>Version, raised by every change.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>The case.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>The street or town that decided.</summary>
    public Guid OrganId { get; private set; }

    /// <inheritdoc />
    public string OrganisationPath { get; private set; } = "";

    /// <summary>Code of its public page.</summary>
    public string Code { get; private set; } = "";

    /// <summary>The paper of the decision; null if none was issued in this system.</summary>
    public Guid? DocumentId { get; private set; }

    /// <summary>Number of the decision.</summary>
    public string Number { get; private set; } = "";

    /// <summary>Kind of decision.</summary>
    public PublicDecisionKind Kind { get; private set; }

    /// <summary>Legal date of the decision.</summary>
    public DateOnly DecidedOn { get; private set; }

    /// <summary>Last day for publishing it, counted from the decision.</summary>
    public DateOnly LegalDueOn { get; private set; }

    /// <summary>Last day on which it is published in time: that of the law, or the day of the service if that was later.</summary>
    public DateOnly DueOn { get; private set; }

    /// <summary>State.</summary>
    public PublicationState State { get; private set; }

    /// <summary>Day of the service on the party; null while it waits for it.</summary>
    public DateOnly? ServedOn { get; private set; }

    /// <summary>What the public sees, as stored (<see cref="PublicCopy"/>); null if it was never published. It stays when the page is withdrawn, for the file alone.</summary>
    public string? Copy { get; private set; }

    /// <summary>SHA-256 of that copy.</summary>
    public string? CopySha256 { get; private set; }

    /// <summary>When it was published first; null if it never was.</summary>
    public DateTimeOffset? PublishedAt { get; private set; }

    /// <summary>Legal date of that.</summary>
    public DateOnly? PublishedOn { get; private set; }

    /// <summary>Who confirmed it.</summary>
    public Guid? PublishedBy { get; private set; }

    /// <summary>Class for the credit sites; null if it imposes no penalty and before it is published.</summary>
    public CreditClass? CreditClass { get; private set; }

    /// <summary>Last day of display, inclusive; null if it has no end.</summary>
    public DateOnly? DisplayUntil { get; private set; }

    /// <summary>Ground on which it is withheld, or is asked to be; null otherwise.</summary>
    public WithholdingGround? WithholdingGround { get; private set; }

    /// <summary>Why it is withheld, for the file; null if the program withheld it.</summary>
    public string? WithholdingReason { get; private set; }

    /// <summary>Who asked that it be withheld.</summary>
    public Guid? WithholdingAskedBy { get; private set; }

    /// <summary>Who approved it.</summary>
    public Guid? WithheldBy { get; private set; }

    /// <summary>When it was withheld.</summary>
    public DateTimeOffset? WithheldAt { get; private set; }

    /// <summary>Why the page was taken down; null if it was not.</summary>
    public TakedownGround? WithdrawalGround { get; private set; }

    /// <summary>Reason shown to the public; null while the clerk has to state it.</summary>
    public string? WithdrawalReason { get; private set; }

    /// <summary>When the page was taken down.</summary>
    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <summary>Day on which what ended it took effect; null otherwise.</summary>
    public DateOnly? EndedOn { get; private set; }

    /// <summary>Last day for taking it down and stating the reason; null otherwise.</summary>
    public DateOnly? WithdrawBy { get; private set; }

    /// <summary>When the shown copy was corrected last; null if it never was.</summary>
    public DateTimeOffset? CorrectedAt { get; private set; }

    /// <inheritdoc />
    public override Guid RecordChainId => CaseId;

    /// <inheritdoc />
    public override string RecordOrganisationPath => OrganisationPath;

    /// <summary>Whether it imposes a penalty.</summary>
    public bool IsPenalty => Kind is PublicDecisionKind.OnTheSpotPenalty or PublicDecisionKind.Penalty;

    /// <summary>Whether somebody still has to do something about it.</summary>
    public bool IsWaiting => Waiting.Contains(State);

    /// <summary>Whether it was shown, and nothing has become of the decision since: what becomes of it later is then shown on its page.</summary>
    public bool WasShown => PublishedOn is not null && EndedOn is null;

    /// <summary>Its state on a day: display ends after its last day (公示期满), whether or not that was entered yet. 信用修复管理办法 2025.</summary>
    [StatutoryRule("APL-48-1")]
    public PublicationState StateOn(DateOnly day) =>
        State is PublicationState.Published && DisplayUntil < day ? PublicationState.Expired : State;

    /// <summary>Whether it is late on a day: published after its last day, or still waiting for somebody of the organ. Waiting for the service is not late.</summary>
    public bool IsLate(DateOnly today) => PublishedOn is { } on ? on > DueOn : IsWaiting && ServedOn is not null && today > DueOn;

    /// <summary>Whether the page was taken down, or its reason stated, after the last day, or either is overdue.</summary>
    public bool IsWithdrawalLate(DateOnly today, DateOnly? withdrawnOn) =>
        WithdrawBy is { } by && (withdrawnOn > by || (State is PublicationState.Withdrawn && WithdrawalReason is null && today > by));
}
