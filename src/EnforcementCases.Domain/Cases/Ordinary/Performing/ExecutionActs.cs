using EnforcementCases.Domain.Cases.Enforcement;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.LegalReview;
using EnforcementCases.Domain.Recording;
using EnforcementCases.Domain.Remedies;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Decides to execute (强制执行决定, D42): only where a law gives the organ the power, or to auction goods sealed before. Everybody else asks the court. 行政强制法 第十三条、第三十七条、第四十六条.</summary>
public sealed record DecideExecution : ActBody
{
    /// <summary>The law that lets the organ execute in this matter (法律规定); null where there is none, as for streets by default.</summary>
    public ExecutionPowerBasis? Power { get; init; }

    /// <summary>How money is executed; null where the duty is not to pay.</summary>
    public MoneyExecutionWay? Money { get; init; }

    /// <summary>Address of the party.</summary>
    public required string PartyAddress { get; init; }

    /// <summary>Reasons and basis (理由和依据).</summary>
    public required string ReasonsAndBasis { get; init; }

    /// <summary>Manner (方式).</summary>
    public required string Manner { get; init; }

    /// <summary>From when to when, and why it cannot wait where it can not.</summary>
    public required ExecutionPlan Times { get; init; }

    /// <summary>Remedies and their time limits (救济途径和期限).</summary>
    public required string Remedies { get; init; }

    /// <summary>The organ's seal stands on it.</summary>
    public required bool Sealed { get; init; }

    /// <summary>The party's good reason for not performing (正当理由); null where there is none.</summary>
    public string? GoodReason { get; init; }

    /// <summary>Evidence that the party moves or hides property (转移或者隐匿财物迹象), SHA-256; it allows execution at once.</summary>
    public IReadOnlyList<string> HidingEvidenceSha256 { get; init; } = [];

    internal override void Do(ActInHand act)
    {
        act.File.EnsureMayExecute(act.DoneOn);
        if (Money is not MoneyExecutionWay.AuctionOfSealedGoods)
            DecidingToExecute.EnsureAllowed(AsDecision(act), Money is MoneyExecutionWay.ByCourt ? null : Power);
        if (Money is { } way)
            ExecutionOfMoney.EnsureAllowed(way, FactsFor(act));
        act.EnsureAllowedTime(Times);
        act.Issue(DocumentKind.ExecutionDecision);
    }

    internal override void Enter(OrdinaryFile file, DoneAct done)
    {
        file.Execution = done.Entry.Place;
        file.UseReview(PlannedAct.Execution);
    }

    internal override RecordFields Clear() =>
        new RecordFields().Add("power", Power?.Basis.ToString()).Add("money", Money).Add("from", Times.From).Add("to", Times.To);

    private ExecutionDecision AsDecision(ActInHand act) =>
        new()
        {
            Number = "", // comes with the paper
            DecidedOn = act.DoneOn,
            Party = $"{act.Case.Party.Name} {PartyAddress}".Trim(),
            ReasonsAndBasis = ReasonsAndBasis,
            MannerAndTime = Manner,
            Remedies = Remedies,
            Organ = act.Law.Organ.Name,
            Sealed = Sealed,
            CallServedOn = act.File.CallServedOn,
            PerformBy = act.File.ServedCall?.Call.PerformBy,
            GoodReason = GoodReason,
            HidingEvidenceSha256 = HidingEvidenceSha256,
            Answer = act.File.CallAnswer,
        };

    private MoneyExecutionFacts FactsFor(ActInHand act)
    {
        var file = act.File;
        return new()
        {
            On = act.DoneOn,
            SurchargeSince = file.SurchargeSince(act.DoneOn, act.Law),
            CallServedOn = file.MoneyCallServedOn,
            Unpaid = act.Case.PaymentOrder?.Outstanding > Domain.Money.Zero,
            RemedySought = file.Remedies.Count > 0,
            RemediesRunOut = file.WindowOfCourt(act.Law.Calendar)?.OpensOn <= act.DoneOn,
            GoodsSealed = file.IsOpen(DeadlineKind.Sealing),
            Power = Power,
        };
    }
}

/// <summary>Carries a decision to execute out (实施强制执行), filmed and signed, after the decision was served. 行政强制法 第三十八条、第四十三条、第四十四条.</summary>
public sealed record CarryOutExecution : SceneActBody
{
    /// <summary>From when to when, why it cannot wait where it can not, and that no supply of residents is cut.</summary>
    public required ExecutionPlan Times { get; init; }

    /// <summary>An unlawful structure is removed by force (强制拆除): announced before, and only after both remedies have run out. Where a removal was announced it is one.</summary>
    public required bool RemovesStructure { get; init; }

    /// <summary>What was done and what came of it (执行情况和结果).</summary>
    public required string Result { get; init; }

    /// <summary>Everything that the decision says is done; false where it goes on another day.</summary>
    public required bool Completed { get; init; }

    /// <summary>How the record was signed.</summary>
    public required RecordSignature Signature { get; init; }

    /// <summary>Film of the whole, SHA-256; mandatory.</summary>
    public required IReadOnlyList<string> MediaSha256 { get; init; }

    internal override void Do(ActInHand act)
    {
        var (file, day) = (act.File, LegalDate.Of(Times.From)); // it is lawful on the day it is done, not on the day it is written down
        act.EnsureAttended(Attendance, Times.From);
        file.EnsureMayExecute(day);
        file.EnsureMayExecute(LegalDate.Of(Times.To));
        if (
            file.ServiceOf(DocumentKind.ExecutionDecision) is not { } served
            || served.Paper.ActPlace != file.Execution
            || served.ServedOn > day
        )
            throw OrdinaryFile.ExecutionNotServed.With("没有送达强制执行决定书");
        var notice = file.Acts.LastOrDefault(a => a.Body is AnnounceRemoval && a.Entry.Place > (file.ReopenedAt ?? 0));
        if (RemovesStructure || notice is not null)
        {
            RemovalOfStructures.EnsureAllowed(
                new(day, notice?.DoneOn, (notice?.Body as AnnounceRemoval)?.SelfRemovalBy, file.RemedyRuns),
                file.Clock!,
                act.Law.Calendar
            );
        }
        act.EnsureAllowedTime(Times);
        act.EnsureNotAfter(Times.To, "执行结束时间");
        InvestigationRecords.EnsureSigned(Times.From, DoneAt, Signature);
        act.EnsureRecorded(MediaSha256);
    }

    internal override void Enter(OrdinaryFile file, DoneAct done)
    {
        if (Completed)
            file.Execution = null;
    }

    internal override RecordFields Clear() =>
        new RecordFields().Add("structure", RemovesStructure).Add("completed", Completed).Add("mediaSha256", MediaSha256);
}

/// <summary>Pauses the execution (中止执行). 行政强制法 第三十九条第一款.</summary>
public sealed record PauseExecution : ActBody
{
    /// <summary>Why.</summary>
    public required ExecutionPauseGround Ground { get; init; }

    /// <summary>In words.</summary>
    public required string Reason { get; init; }

    /// <summary>没有明显社会危害.</summary>
    public bool Harmless { get; init; }

    /// <summary>当事人确无能力履行.</summary>
    public bool Unable { get; init; }

    internal override void Do(ActInHand act) => PauseAndEnd.EnsureMayPause(From(act.DoneOn));

    internal override void Enter(OrdinaryFile file, DoneAct done) => file.Pause = From(done.DoneOn);

    internal override RecordFields Clear() => new RecordFields().Add("ground", Ground);

    private ExecutionPause From(DateOnly day) => new(Ground, Reason, day, ResumedOn: null, Harmless, Unable);
}

/// <summary>Resumes a paused execution (恢复执行). 行政强制法 第三十九条第二款.</summary>
public sealed record ResumeExecution : ActBody
{
    /// <summary>Why the ground of the pause is gone (中止执行的情形消失).</summary>
    public required string Reason { get; init; }

    internal override void Do(ActInHand act) { }

    internal override void Enter(OrdinaryFile file, DoneAct done) => file.Pause = file.Pause! with { ResumedOn = done.DoneOn };
}

/// <summary>Ends the execution for good (终结执行). 行政强制法 第三十九条第二款、第四十条.</summary>
public sealed record EndExecution : ActBody
{
    /// <summary>Why.</summary>
    public required ExecutionEndGround Ground { get; init; }

    /// <summary>In words.</summary>
    public required string Reason { get; init; }

    internal override void Do(ActInHand act)
    {
        PauseAndEnd.EnsureMayEnd(Ground, Reason, act.File.Pause, act.DoneOn, act.Law.Calendar);
        foreach (var kind in new[] { DeadlineKind.Payment, DeadlineKind.Instalment, DeadlineKind.Call, DeadlineKind.CourtApplication })
            act.Drop(kind);
    }

    internal override void Enter(OrdinaryFile file, DoneAct done) => file.ExecutionEnd = this;

    internal override RecordFields Clear() => new RecordFields().Add("ground", Ground);
}

/// <summary>Agrees with the party on how it performs (执行协议): the fine itself is never cut. 行政强制法 第四十二条.</summary>
public sealed record AgreeOnExecution : ActBody
{
    /// <summary>What is paid when, and what of the surcharge is left.</summary>
    public required ExecutionAgreement Agreement { get; init; }

    internal override void Do(ActInHand act)
    {
        var order = act.Case.PaymentOrder;
        AgreementOnPerforming.EnsureAllowed(Agreement, order?.FineOwed ?? Money.Zero, order?.SurchargeOwed ?? Money.Zero);
        if (Agreement.AgreedOn > act.DoneOn || Agreement.Stages.Any(s => s.DueOn < Agreement.AgreedOn))
            throw OrdinaryFile.TooEarly.With("协议日期晚于办理时间，或者分期早于协议日期");
        if (order is null)
            return;
        act.Case.PostSurcharge(Money.OfFen(order.SurchargeFen - order.SurchargeOwed.Fen + Agreement.SurchargeFen));
        if (Agreement.Stages.Count == 0)
            return;
        act.Drop(DeadlineKind.Payment);
        act.StartInstalments(Agreement.Stages, Agreement.AgreedOn.AddDays(-1));
    }

    internal override void Enter(OrdinaryFile file, DoneAct done) => file.Agreement = Agreement;

    internal override RecordFields Clear() =>
        new RecordFields()
            .Add("agreedOn", Agreement.AgreedOn)
            .Add("fineFen", Agreement.FineFen)
            .Add("surchargeFen", Agreement.SurchargeFen)
            .Add("instalments", Agreement.Stages.Select(InstalmentActs.Fields));
}

/// <summary>What every execution asks for.</summary>
internal static class Executing
{
    /// <summary>Refuses the night, rest days and cutting residents' supply, as the place reads them (ACL-43).</summary>
    public static void EnsureAllowedTime(this ActInHand act, ExecutionPlan times) =>
        ExecutionTime.EnsureAllowed(
            times,
            NightHours.Parse(act.Law.Parameter("enforce.night", act.DoneOn).Value),
            act.Law.Calendar,
            statutoryHolidaysOnly: act.Law.Parameter("enforce.restDays", act.DoneOn).Value is "statutory"
        );
}

public sealed partial class OrdinaryFile
{
    /// <summary>The decision to execute was not served.</summary>
    public static readonly DomainError ExecutionNotServed = new(
        "execution.decision-not-served",
        "ACL-35",
        ErrorKind.RuleBroken,
        "强制执行决定书应当直接送达当事人，送达后才可以实施",
        CoercionLaw.At("第三十八条")
    );

    /// <summary>Place of the act that decided to execute and was not carried out to the end; null where there is none.</summary>
    public int? Execution { get; internal set; }

    /// <summary>The last pause of the execution, resumed or not; null where there was none.</summary>
    public ExecutionPause? Pause { get; internal set; }

    /// <summary>The end of the execution; null while it goes on.</summary>
    public EndExecution? ExecutionEnd { get; internal set; }

    /// <summary>The last execution agreement (执行协议); null where there is none.</summary>
    public ExecutionAgreement? Agreement { get; internal set; }

    /// <summary>First day that the surcharge counted; null where none was decided.</summary>
    internal DateOnly? SurchargeSince(DateOnly day, ActSurroundings law) =>
        Surcharge is { } decided && FineHistoryOn(day, law) is { } history
            ? Fines
                .LatePaymentSurcharge.Count(
                    history,
                    decided.CountedThrough,
                    Fines.LatePaymentSurcharge.BaseOf(law.Parameter("surcharge.base", day).Value)
                )
                .FirstDay
            : null;

    /// <summary>Refuses to execute while an order to stop stands.</summary>
    /// <exception cref="DomainException"><see cref="StayOfExecution.Stayed"/>.</exception>
    internal void EnsureMayExecute(DateOnly day) => StayOfExecution.EnsureNotStayed(remedies.SelectMany(r => r.Entered.Stays), day);

    /// <summary>Whether a deadline of a kind is open.</summary>
    internal bool IsOpen(DeadlineKind kind) => Case.Deadlines.Any(d => d.Kind == kind && d.IsOpen);
}
