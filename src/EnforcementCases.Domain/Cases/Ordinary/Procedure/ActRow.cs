using System.Collections.Frozen;
using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>A row of the table of acts of the ordinary procedure: everything about an act that does not depend on its content. Guards, open acts, rights,
/// deadlines, recording matrix, flow chart and tests come from these rows.</summary>
/// <param name="Act">The act.</param>
/// <param name="Body">Type of its content; null if the act has an endpoint of its own (payments, revocation).</param>
public sealed record ActRow(CaseAct Act, Type? Body)
{
    /// <summary>Roles that sign for the organ what others prepared.</summary>
    public static readonly FrozenSet<Role> SigningRoles = new[]
    {
        Role.TeamLead,
        Role.LegalReviewer,
        Role.HearingHost,
        Role.DeputyHead,
        Role.Head,
    }.ToFrozenSet();

    /// <summary>Both procedures: acts after a decision, on the spot or not.</summary>
    public static readonly IReadOnlyList<CaseProcedure> Both = [CaseProcedure.Simple, CaseProcedure.Ordinary];

    /// <summary>In cases of which procedure it can be done.</summary>
    public IReadOnlyList<CaseProcedure> Procedures { get; init; } = [CaseProcedure.Ordinary];

    /// <summary>From which stages it can be done.</summary>
    public required IReadOnlyList<CaseStage> From { get; init; }

    /// <summary>To which stage it leads; null if the stage stays, or depends on the content (<see cref="OrTo"/>).</summary>
    public CaseStage? To { get; init; }

    /// <summary>Stages to which it may lead, depending on its content.</summary>
    public IReadOnlyList<CaseStage> OrTo { get; init; } = [];

    /// <summary>Which of <see cref="OrTo"/> is reached from which stage; null if each is reached from all stages.</summary>
    public IReadOnlyList<StageMove>? OrMoves { get; init; }

    /// <summary>Stages of <see cref="From"/> at which a gate is always closed: they are listed so that the act is refused with its article and not with the stage.</summary>
    public IReadOnlyList<CaseStage> TooEarlyAt { get; init; } = [];

    /// <summary>Stages at which it can really be done.</summary>
    public IEnumerable<CaseStage> DoneAt => From.Except(TooEarlyAt);

    /// <summary>How it moves the case.</summary>
    public IEnumerable<StageMove> Moves =>
        [
            .. DoneAt.Where(_ => To is not null).Select(from => new StageMove(from, To!.Value)),
            .. OrMoves ?? DoneAt.SelectMany(from => OrTo.Select(to => new StageMove(from, to))),
        ];

    /// <summary>Who may do it.</summary>
    public required IReadOnlyList<Role> By { get; init; }

    /// <summary>Required relation of the person to the case; what approves is never done by somebody who handled it.</summary>
    public ActorRelation Relation
    {
        get => Approves ? ActorRelation.Outsider : field;
        init;
    }

    /// <summary>It approves, reviews, hosts, decides or confirms (审批、审核、主持、决定、确认): only roles may do it that sign what others prepared. Such an act falls under
    /// <see cref="SeparationOfDuty"/>.</summary>
    public bool Approves => By.All(SigningRoles.Contains);

    /// <summary>The officers' own work: records, evidence, measures and service.</summary>
    public bool IsOfficersWork => By.All(role => role is Role.Officer or Role.Auxiliary);

    /// <summary>Acts in the case that exclude it: a person who did one of them does not do this one.</summary>
    public IReadOnlyList<CaseAct> NotBy { get; init; } = [];

    /// <summary>Which of the acts that exclude it count against what a person states; null: all. The body is null if only the open acts are listed.</summary>
    public Func<OrdinaryFile, DoneAct, ActBody?, bool>? NotByThis { get; init; }

    /// <summary>How somebody who handled the case is refused, if it approves: the error of its own law if there is one.</summary>
    public DomainError IfHandled { get; init; } = SeparationOfDuty.OfficerOfCase;

    /// <summary>How somebody who proposed or examined the matter is refused, if it approves: the error of its own law if there is one.</summary>
    public DomainError IfProposed { get; init; } = SeparationOfDuty.OwnProposal;

    /// <summary>The paper that it signs last (审批表): no person signs it at two levels; null if it signs none.</summary>
    public ApprovalPaper? Signs { get; init; }

    /// <summary>Requires a second factor given within five minutes (二次验证): the act imposes or withdraws a burden.</summary>
    public bool StepUp { get; init; }

    /// <summary>What must have happened, in the order of the law; the act is refused with the first that is missing.</summary>
    public IReadOnlyList<Gate> Needs { get; init; } = [];

    /// <summary>Acts on file that it names by their ids, each the one that counts now.</summary>
    public IReadOnlyList<Reference> Names { get; init; } = [];

    /// <summary>What it rests on: it is not dated before (<see cref="OrderOfActs"/>). What a stage or a gate checks already is not listed.</summary>
    public IReadOnlyList<Ground> RestsOn { get; init; } = [];

    /// <summary>Days within its body that are not later than it.</summary>
    public IReadOnlyList<Part> Parts { get; init; } = [];

    /// <summary>Days that it sets: none is earlier than it.</summary>
    public IReadOnlyList<Part> Sets { get; init; } = [];

    /// <summary>Deadlines that it starts.</summary>
    public IReadOnlyList<DeadlineKind> Starts { get; init; } = [];

    /// <summary>Deadlines that are met by it.</summary>
    public IReadOnlyList<DeadlineKind> Ends { get; init; } = [];

    /// <summary>Deadlines that it may meet, or one of several of a kind, depending on its content.</summary>
    public IReadOnlyList<DeadlineKind> MayEnd { get; init; } = [];

    /// <summary>What must be recorded, and how (全过程记录).</summary>
    public required ActRecording Recording { get; init; }

    /// <summary>Documents that it may issue, by their numbers in the catalogue of documents.</summary>
    public IReadOnlyList<DocumentKind> Issues { get; init; } = [];

    /// <summary>It may be done in the street before the filing (立案前), and be entered later with its true time: it is not dated before the clue came, instead of not before the stage.</summary>
    public bool BeforeFiling { get; init; }

    /// <summary>It can be done while the investigation is suspended (中止).</summary>
    public bool WhileSuspended { get; init; }

    /// <summary>Refusals of its days that are their own, beside those of <see cref="OrderOfActs"/>.</summary>
    public IEnumerable<DomainError> ErrorsOfDays =>
        RestsOn.Select(ground => ground.Error).Concat(Parts.Concat(Sets).Select(part => part.Error)).OfType<DomainError>().Distinct();

    /// <summary>Name of the operation, and of the rights table's row.</summary>
    public string Operation => Body?.Name ?? Act.ToString();

    /// <summary>Its name in Chinese.</summary>
    public string Name => Act.Term();
}

/// <summary>A move of a case.</summary>
/// <param name="From">From which stage.</param>
/// <param name="To">To which.</param>
public readonly record struct StageMove(CaseStage From, CaseStage To);

/// <summary>Required relation of the person who acts to the case.</summary>
public enum ActorRelation
{
    /// <summary>Any relation, or none.</summary>
    Any,

    /// <summary>One of its handling officers (承办人员).</summary>
    Handler,

    /// <summary>Anyone who has not handled it (未参与办案), by person whatever the account.</summary>
    Outsider,
}

/// <summary>What is recorded of an act (环节、内容、方式、载体).</summary>
/// <param name="Stage">Stage of the process (环节).</param>
/// <param name="Content">What (内容), in Chinese.</param>
/// <param name="Carrier">On what (载体), in Chinese: <c>询问笔录</c>.</param>
/// <param name="As">The act as the recording matrix knows it, which determines whether sound and picture are needed (方式); null if text is enough.</param>
public sealed record ActRecording(ProcessStage Stage, string Content, string Carrier, RecordedAct? As = null);

/// <summary>Something that must have happened before an act, whatever its content.</summary>
/// <param name="Name">Name, <c>NoticeServed</c>.</param>
/// <param name="FindObstacles">The refusals while it has not happened, at an instant: the stated time of the act, or now for the list of open acts; none once it has.</param>
public sealed record Gate(string Name, Func<OrdinaryFile, ActContext, DateTimeOffset, IEnumerable<DomainException>> FindObstacles)
{
    /// <summary>A gate with a single refusal that does not depend on the instant.</summary>
    public Gate(string name, Func<OrdinaryFile, ActContext, DomainException?> whyNot)
        : this(name, (file, law, _) => whyNot(file, law) is { } refusal ? [refusal] : []) { }
}
