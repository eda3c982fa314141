using System.Text.Json.Nodes;
using EnforcementCases.Domain.Cases.Correction;
using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Discretion;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Penalties;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Draws up the proposed decision that goes up the approval line (拟定处理决定). Legal review passes, and the head signs, exactly this proposal.</summary>
[Upcast(1, nameof(OrdersAsList))]
[Upcast(2)] // branch: not asked then
[Upcast(3)] // jointShares: not asked then
public sealed record ProposeDecision : ActBody
{
    /// <summary>The report of the investigation on which it is based, by the id of its act; null: the only one on file.</summary>
    public Guid? ReportId { get; init; }

    /// <summary>A penalty, or a kind of no penalty.</summary>
    public required CaseOutcome Outcome { get; init; }

    /// <summary>Kinds and amounts; empty if no penalty is proposed.</summary>
    public required IReadOnlyList<PenaltyItem> Penalties { get; init; }

    /// <summary>Ordinary, lenient, mitigated or aggravated.</summary>
    public PenaltyGrade Grade { get; init; }

    /// <summary>Why it has another outcome, or states another fact, than the report of the investigation; required if it does, otherwise null.</summary>
    public string? DiffersFromReportBecause { get; init; }

    /// <summary>The facts as stated in the decision (认定的违法事实).</summary>
    public required string Facts { get; init; }

    /// <summary>Each fact with the evidence that supports it; empty if no penalty is proposed.</summary>
    public IReadOnlyList<FactElement> FactElements { get; init; } = [];

    /// <summary>The provisions on which it is based, down to paragraph and item.</summary>
    public required IReadOnlyList<CitedProvision> Basis { get; init; }

    /// <summary>The stored assessment on which it is based; required for a penalty, and for a kind of no penalty that follows from an assessment. Otherwise
    /// null.</summary>
    public Guid? AssessmentId { get; init; }

    /// <summary>Reasons for the amount, or for imposing no penalty (裁量理由).</summary>
    public required string Reasons { get; init; }

    /// <summary>Why it departs from the benchmark; required if it does, otherwise null.</summary>
    public string? DepartureReasons { get; init; }

    /// <summary>Why the party is punished although it may be let off: an entry of the exemption list matches, or it is a first offence with slight harm that
    /// was corrected in time. Required in these cases, otherwise null.</summary>
    public string? ReasonsAgainstList { get; init; }

    /// <summary>Why this is another offence than one that was already fined; required if one was, otherwise null.</summary>
    public string? DistinctBecause { get; init; }

    /// <summary>Whether the decision refers to the record of the hearing; must be true if one was held.</summary>
    public bool RefersToHearingRecord { get; init; }

    /// <summary>The circumstances of the provision that were found, in its words; required if the provision distinguishes several and no assessment names them,
    /// otherwise null.</summary>
    public string? Branch { get; init; }

    /// <summary>What the decision orders to be put right, removed or stopped (责令改正); empty if nothing is left to correct.</summary>
    public IReadOnlyList<DecisionOrder> Orders { get; init; } = [];

    /// <summary>The things that are confiscated, each with its value; required if goods are confiscated, otherwise empty.</summary>
    public IReadOnlyList<ThingConfiscated> Things { get; init; } = [];

    /// <summary>What each party of a joint matter is fined (共同违法各当事人的罚款), this one included; required if the case has other tracks and a penalty is proposed,
    /// otherwise empty.</summary>
    public IReadOnlyList<JointShare> JointShares { get; init; } = [];

    /// <summary>The party's mental capacity at the time of the offence; null if nobody raised it.</summary>
    public CapacityFinding? Capacity { get; init; }

    /// <summary>When the offence ended and was discovered, as the investigation found; null if as stated in the filing. Required if the case ends as
    /// time-barred, because by the dates of the filing it was in time.</summary>
    public LimitationFinding? LimitationFound { get; init; }

    /// <summary>Evidence of the ground on which no penalty is imposed: the birth certificate or identity card for the age, what shows the end and the
    /// discovery of the offence for the limitation period. Empty if the ground has another proof.</summary>
    public IReadOnlyList<Guid> GroundEvidenceIds { get; init; } = [];

    /// <summary>What is missing to prove the offence; required if no penalty is imposed because it is not proved, otherwise null.</summary>
    public string? NotProvedBecause { get; init; }

    /// <summary>The guardian who is notified and served in the party's place; required if the party is under fourteen or lacks capacity and no
    /// guardian was identified, otherwise null.</summary>
    public Guardian? Guardian { get; init; }

    internal override void Execute(ActExecution act)
    {
        if (Outcome >= CaseOutcome.CriminalTransfer)
            throw InvestigationPhase.OutcomeHasItsOwnAct.With($"“{Outcome.Term()}”", "直接办理移送案件或者撤销案件");
        PenaltyItems.EnsureFit(Penalties);
        if (CriminalResult.WhyNoFine(act.File.Investigation.CrimeSuspicion, Fine) is { } fined)
            throw fined.At("/penalties");
        Outcome.EnsureFits(Penalties);
        JointMatter.EnsureNamed(
            JointShares,
            Outcome is CaseOutcome.Penalty ? act.File.Joint.Tracks(act.Case.Id, act.Law.OtherTracks) : [],
            act.Case.Id,
            Fine
        );
        DecisionOrders.EnsureComplete(Orders);
        ValueOfThings.EnsureKnown(Things, Penalties);
        if (act.File.Measures.WhyLiftAtOnce(Things.Select(thing => thing.Name), DoneAt, act.Law.Calendar) is { } lift)
            throw lift;
        ProposalOnReport.EnsureSameCapacity(this, act.File.Investigation.Conclusion!, act.File.Evidence);
        if (RefersToHearingRecord && act.File.Hearing.Held is not { Attendance: HearingAttendance.Attended })
            throw HearingConduct.NotDecidedOnRecord.With("案卷中没有举行完毕的听证", "听证后再引用听证笔录").At("/refersToHearingRecord");
        act.File.Evidence.EnsureHas(GroundEvidenceIds, "/groundEvidenceIds");
        foreach (var (fact, i) in FactElements.Select((fact, i) => (fact, i)))
            act.File.Evidence.EnsureHas(fact.EvidenceIds, $"/factElements/{i}/evidenceIds");
        if (Outcome.BindsParty())
            DecisionOrders.EnsureTime(Orders, act.DoneOn, act.Law.Parameter(LocalParameters.OrdersLeastDays, act.DoneOn).Number);
        if (Outcome.BindsParty())
            EvidenceRules.EnsureFactsCarried(FactElements, act.File.Evidence.Items);
        if (Outcome is CaseOutcome.OrderAlone)
        {
            EnsureOrdersAlone(act);
        }
        else if (AssessmentId is { } id)
        {
            EnsureKept(act.Law.AssessmentOf(act.Case, id), act);
            EnsureOnLastAssessment(act, "/assessmentId");
        }
        else if (Outcome is CaseOutcome.Penalty || DiscretionGate.RestsOnAssessment(Outcome))
            throw DecidingPhase.NoAssessment.With("没有裁量评估", "先进行裁量评估");
        if (!Outcome.BindsParty())
            EnsureBorneOut(act);
        ProposalOnReport.EnsureCarried(this, act.File.Investigation.Conclusion!);
    }

    /// <summary>Refuses a proposal on an assessment that was overtaken by a later one of the case; checked when it is proposed and again when the head signs.</summary>
    /// <exception cref="DomainException"><see cref="StoredAssessment.Overtaken"/>.</exception>
    internal void EnsureOnLastAssessment(ActExecution act, string? pointer = null)
    {
        if (act.Law.LaterAssessmentId is not { } later)
            return;
        var overtaken = StoredAssessment.Overtaken.With(
            $"写明的评估为 {AssessmentId?.ToString() ?? "无"}，本案最后一次为 {later}",
            "写明最后一次裁量评估"
        );
        throw pointer is null ? overtaken : overtaken.At(pointer);
    }

    /// <summary>Refuses an outcome without penalty that the facts on file do not support; checked when it is proposed and again when the head signs.</summary>
    /// <exception cref="DomainException">A rule of <see cref="PartyAge"/>, <see cref="MentalCapacity"/> or <see cref="Limitation"/>; <see cref="EvidenceRules.NotInFile"/>.</exception>
    internal void EnsureBorneOut(ActExecution act)
    {
        switch (Outcome)
        {
            case CaseOutcome.NoPenaltyUnderAge:
                PartyAge.EnsureUnderFourteen(act.Case.Party.AgeAtOffence);
                break;
            case CaseOutcome.NoPenaltyIncapacity:
                MentalCapacity.EnsureLost(Capacity);
                if (act.File.Evidence.Of(Capacity!.EvidenceId!.Value).UnlawfulBecause is not null)
                    throw EvidenceRules.Unlawful.With($"证据 {Capacity.EvidenceId} 已排除");
                break;
            case CaseOutcome.NoPenaltyTimeBarred:
                var (ended, discovered, touches, harm) = LimitationFound ?? LimitationFinding.Of(act.File.Filing.Proposal!);
                Limitation.EnsureExpired(ended, discovered, touches, harm, act.Law.Calendar);
                break;
            default:
                break; // other outcomes are checked against an assessment
        }
        NoPenaltyGround.EnsureShown(this, act.File);
        if (Guardian is { } named)
            Guardianship.EnsureSame(named.Name, act.File.Guardianship.Identified, "/guardian/name");
    }

    internal override void Apply(OrdinaryFile file, DoneAct done) => file.Deciding.Apply(this, done);

    internal override RecordFields RecordedFields() =>
        new RecordFields()
            .Add("outcome", Outcome)
            .Add("penalties", PenaltyFields.Of(Penalties))
            .Add("grade", Grade)
            .Add("assessment", AssessmentId?.ToString());

    /// <summary>Evidence of the ground on which no penalty is imposed, that of the capacity included.</summary>
    internal IReadOnlyList<Guid> Grounds => Capacity?.EvidenceId is { } capacity ? [.. GroundEvidenceIds, capacity] : GroundEvidenceIds;

    /// <summary>Every reason beside the main one.</summary>
    internal IReadOnlyList<string> FurtherReasons =>
        [
            .. new[] { DepartureReasons, ReasonsAgainstList, DistinctBecause, NotProvedBecause, DiffersFromReportBecause }.Select(reason =>
                reason ?? ""
            ),
            .. JointShares.Select(share => $"joint {share.CaseId} {share.FineFen}"),
        ];

    /// <summary>What was found of capacity, limitation period and guardian, as an element of the matter.</summary>
    internal IReadOnlyList<string> Findings =>
        [
            .. Capacity is { } c ? [$"capacity {c.Capacity} {c.Proof} {c.EvidenceId}"] : Array.Empty<string>(),
            .. LimitationFound is { } l
                ? [$"limitation {l.ActEndedOn:yyyy-MM-dd} {l.DiscoveredOn:yyyy-MM-dd} {l.TouchesLifeHealthOrFinance} {l.HarmfulResult}"]
                : Array.Empty<string>(),
            .. Guardian is { } g ? ["guardian", g.Name, g.Tie, g.HowChecked] : Array.Empty<string>(),
        ];

    /// <summary>The fine among the penalties; zero if there is none.</summary>
    internal Money Fine => Penalties.Fine();

    /// <summary>The penalty as the case keeps it once the head has signed.</summary>
    internal DecidedPenalty AsDecided => new(Penalties, Facts, Reasons, CorrectionRequired, CorrectionDueOn, DistinctBecause);

    /// <summary>Everything that is ordered, in the words of a paper; null if nothing is.</summary>
    internal string? CorrectionRequired => Orders.Count == 0 ? null : string.Join('；', Orders.Select(order => order.What));

    /// <summary>Last day of the first order that has a fixed one; null: at once, or counted from service.</summary>
    internal DateOnly? CorrectionDueOn => Orders.Select(order => order.DueOn).FirstOrDefault(day => day is not null);

    /// <summary>Kinds of what is ordered.</summary>
    internal IReadOnlyList<CorrectiveOrder> KindsOfOrders => [.. Orders.Select(order => order.Kind).Distinct()];

    /// <summary>Refuses orders that are due before they are given. 行政处罚法 第二十八条第一款.</summary>
    /// <exception cref="DomainException">A rule of <see cref="Correction.OrderToCorrect"/>.</exception>
    internal void EnsureOrdersGiven(DateOnly orderedOn)
    {
        foreach (var (order, i) in Orders.Select((order, i) => (order, i)))
            Correction.OrderToCorrect.EnsureGiven(order.What, order.DueOn, orderedOn, $"/orders/{i}/dueOn");
    }

    /// <summary>The proposal as the gate of discretion sees it; review and discussion are checked later, when they are due.</summary>
    internal ProposedPenalty AsPenalty(ActExecution act, bool reviewed, bool discussed) =>
        new(
            act.Law.LawOn(act.Case, act.DoneOn),
            [.. Penalties.Select(p => p.Kind)],
            Fine,
            Grade,
            Reasons,
            DepartureReasons,
            ReasonsAgainstList,
            reviewed,
            discussed,
            act.Law.LighterPartOn(act.DoneOn)
        );

    /// <summary>Version 1 had one order, as two members.</summary>
    private static JsonNode OrdersAsList(JsonNode body)
    {
        DecisionOrders.AsList(body.AsObject());
        return body;
    }

    /// <summary>Refuses a decision of orders alone that the provision does not provide for.</summary>
    /// <exception cref="DomainException"><see cref="OrderToCorrect.Missing"/>, a refusal of <see cref="Provision.KindsOfProvision"/>, or <see cref="ViolationVersion.NotCited"/>.</exception>
    internal void EnsureOrdersAlone(ActExecution act)
    {
        if (Orders.Count == 0)
            throw OrderToCorrect.Missing.With("只作出责令决定，没有责令的内容").At("/orders");
        EnsureOnLastAssessment(act, "/assessmentId");
        var violation = LawApplied(act);
        act.File.EnsureProvided(violation, [], KindsOfOrders, AssessmentId, act.Law, this);
        violation.EnsureCited(CitedProvisions.AsBasis(Basis));
    }

    /// <summary>The version that the assessment applied; without one, that of the day of the offence.</summary>
    internal ViolationVersion LawApplied(ActExecution act) =>
        AssessmentId is { } id
            ? act.Law.Catalogue.Violation(act.Law.AssessmentOf(act.Case, id).AppliedVersionId)!
            : act.Law.Catalogue.ViolationOn(act.Case.ViolationCode, act.Case.CommittedOn)
                ?? act.Law.Catalogue.Violation(act.Case.ViolationVersionId)!;

    /// <summary>第二十八条第一款: a penalty goes with an order to correct, unless the file shows that nothing is left to correct.</summary>
    private void EnsureOrdersToCorrect(ViolationVersion violation, ActExecution act)
    {
        if (
            violation.Correction is CorrectionDuty.None
            || Orders.Count > 0
            || act.File.Orders.Given.Count > 0
            || act.Law.EarlierOrder is not null
        )
            return;
        if (!act.Law.InputOf(act.Case, AssessmentId!.Value).Facts.CorrectedInTime)
            throw OrderToCorrect
                .Missing.With(
                    $"{violation.Threatened}规定责令改正，拟处理意见没有责令改正的内容，案卷中也没有责令改正",
                    "写明责令改正的内容和期限"
                )
                .At("/orders");
    }

    private void EnsureKept(Assessment assessment, ActExecution act)
    {
        if (Outcome is CaseOutcome.Penalty)
        {
            // defects that no paper can cure are refused at once; review and discussion are checked before the head signs
            DiscretionGate.EnsureKept(assessment, AsPenalty(act, reviewed: true, discussed: true));
            var violation = act.Law.Catalogue.Violation(assessment.AppliedVersionId)!;
            act.File.EnsureProvided(violation, Penalties, KindsOfOrders, AssessmentId, act.Law, this);
            violation.EnsureCited(CitedProvisions.AsBasis(Basis));
            EnsureOrdersToCorrect(violation, act);
        }
        else if (DiscretionGate.RestsOnAssessment(Outcome))
        {
            DiscretionGate.EnsureNoPenaltyAllowed(assessment, Outcome);
        }
    }
}

/// <summary>The dates on which the limitation period depends (处罚时效的起算和发现). 行政处罚法 第三十六条.</summary>
/// <param name="ActEndedOn">Legal date on which the offence, also a continuous or continuing one, ended; null while it goes on.</param>
/// <param name="DiscoveredOn">Legal date on which the organ discovered it.</param>
/// <param name="TouchesLifeHealthOrFinance">涉及公民生命健康安全、金融安全.</param>
/// <param name="HarmfulResult">有危害后果.</param>
public sealed record LimitationFinding(
    DateOnly? ActEndedOn,
    DateOnly DiscoveredOn,
    bool TouchesLifeHealthOrFinance = false,
    bool HarmfulResult = false
)
{
    /// <summary>As stated in the filing.</summary>
    internal static LimitationFinding Of(ProposeFiling filing) =>
        new(
            filing.Continuing ? null : LegalDate.Of(filing.CommittedAt),
            filing.DiscoveredOn,
            filing.TouchesLifeHealthOrFinance,
            filing.HarmfulResult
        );
}

/// <summary>The guardian of a party (监护人).</summary>
/// <param name="Name">Name.</param>
/// <param name="Tie">Tie to the party, <c>父亲</c>.</param>
/// <param name="HowChecked">How the tie was checked, <c>户口簿</c>.</param>
public sealed record Guardian(string Name, string Tie, string HowChecked);
