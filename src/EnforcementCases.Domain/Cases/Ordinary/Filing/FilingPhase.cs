using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>The case from the clue to its filing (线索、立案), as its acts left it.</summary>
public sealed class FilingPhase
{
    /// <summary>The deputy approves the filing without a delegation by the head.</summary>
    public static readonly DomainError NotDelegated = new(
        "filing.not-delegated",
        null,
        ErrorKind.Forbidden,
        "机关负责人没有授权分管负责人批准立案"
    );

    private readonly ApprovalLine approvals;

    internal FilingPhase(ApprovalLine approvals) => this.approvals = approvals;

    /// <summary>The clue; null before it is registered.</summary>
    public RegisterClue? Clue { get; private set; }

    /// <summary>The latest application for filing; null before.</summary>
    public ProposeFiling? Proposal => approvals.ProposalOf(ApprovalPaper.Filing)?.Body as ProposeFiling;

    /// <summary>The party, as it was identified last; null before.</summary>
    public Guid? PartyId { get; private set; }

    /// <summary>The party as it was identified last; null before.</summary>
    internal OwnerOfThings? Known { get; private set; }

    /// <summary>Code of the matter as the acts have it: of the clue, of the last application for filing, or as the head changed it.</summary>
    internal string? Matter { get; private set; }

    /// <summary>Day of the offence as it was known when the party was identified, on which the party's age was counted; null before.</summary>
    internal DateOnly? AgeCountedOn { get; private set; }

    /// <summary>From when acts of the street (现场) count that are entered later than they were done: when the clue came. Null once the investigation was concluded, also if it was
    /// reopened.</summary>
    /// <param name="act">Which act: who the party is, is not entered later as if it had been known at the filing.</param>
    internal DateTimeOffset? StreetSince(OrdinaryFile file, CaseAct act) =>
        file.Case.Stage is CaseStage.Registered
        || (
            file.Case.Stage is CaseStage.Investigating
            && act is not CaseAct.IdentifyParty
            && file.Last(CaseAct.ConcludeInvestigation) is null
        )
            ? Clue?.ReceivedAt
            : null;

    /// <summary>The change of party that the head approved and that waits for the other party to be identified; null otherwise.</summary>
    public ChangeParty? PartyChange { get; private set; }

    /// <summary>Position in the file of the act by which another party than the one before was identified last; null if none was.</summary>
    public int? PartyChangedAt { get; private set; }

    /// <summary>Position in the file of the act by which somebody else than the party before was identified last; null if nobody was. A party that only shows its document is not
    /// somebody else.</summary>
    internal int? AnotherPartySince { get; private set; }

    internal void Apply(ChangeParty approved) => PartyChange = approved;

    /// <summary>Another party than the one before was identified.</summary>
    /// <param name="proved">It is the same person, who shows its document now.</param>
    internal void ChangedParty(int position, bool proved) =>
        (PartyChange, PartyChangedAt, AnotherPartySince) = (null, position, proved ? AnotherPartySince : position);

    internal void Apply(RegisterClue clue) => (Clue, Matter) = (clue, clue.ViolationCode);

    internal void Apply(ChangeMatter changed) => Matter = changed.ViolationCode;

    internal void Apply(IdentifyParty identified)
    {
        PartyId = identified.PartyId;
        Known = new(identified.PartyId, identified.Party);
        AgeCountedOn = (Proposal?.CommittedAt ?? Clue?.CommittedAt) is { } committedAt ? LegalDate.Of(committedAt) : null;
    }

    internal void Apply(ProposeFiling proposed, DoneAct done)
    {
        Matter = proposed.ViolationCode;
        approvals.Propose(ApprovalPaper.Filing, done);
    }
}
