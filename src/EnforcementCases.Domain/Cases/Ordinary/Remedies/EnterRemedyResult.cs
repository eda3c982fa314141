using EnforcementCases.Domain.Recording;
using EnforcementCases.Domain.Remedies;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Enters from its paper how a remedy ended (登记复议、诉讼结果), by somebody who does not handle the case. It changes nothing before the head confirms it
/// (<see cref="ConfirmRemedyResult"/>). 行政复议法 第六十三条至第六十九条.</summary>
[Upcast(1)]
public sealed record EnterRemedyResult : ActBody
{
    /// <summary>Number of the reconsideration or court case, as entered with the remedy.</summary>
    public required string RemedyNumber { get; init; }

    /// <summary>How it ended.</summary>
    public required RemedyResult Result { get; init; }

    /// <summary>Number of the decision or judgment (复议决定书、判决书文号).</summary>
    public required string ResultNumber { get; init; }

    /// <summary>Day on which the decision or judgment was served on the party.</summary>
    public required DateOnly ResultServedOn { get; init; }

    /// <summary>Short summary of its content.</summary>
    public required string Summary { get; init; }

    /// <summary>Kind of paper. Required; null only in results entered by an earlier version, which took effect on entry.</summary>
    public RemedyPaper? Paper { get; init; }

    /// <summary>Organ or court on the paper. Required: the one before which the remedy runs, on appeal the court of appeal.</summary>
    public string? IssuedBy { get; init; }

    /// <summary>Day of the paper. Required.</summary>
    public DateOnly? IssuedOn { get; init; }

    /// <summary>Service on each side. Required for a paper against which an appeal is possible; otherwise empty.</summary>
    public IReadOnlyList<CourtService> Services { get; init; } = [];

    /// <summary>The decision was struck down only for violating procedure (以违反法定程序为由).</summary>
    public bool ForProcedureOnly { get; init; }

    /// <summary>Ground of invalidity; required if the decision was found invalid, otherwise null.</summary>
    public InvalidityGround? Ground { get; init; }

    /// <summary>The changed fine in fen; null if the fine was not changed.</summary>
    public long? ChangedFineFen { get; init; }

    /// <summary>Request of a third person that allows a higher fine, by its id; null if none.</summary>
    public Guid? OppositeRequestId { get; init; }

    /// <summary>How the paper departs from the law, if it does: it is entered as it is, and the legal office gives its view before the head confirms. Null if it does not.</summary>
    public string? DepartsFromLaw { get; init; }

    /// <summary>It was entered by a version that knew no confirmation.</summary>
    internal bool TookEffectOnEntry => Paper is null;

    internal override void Execute(ActExecution act)
    {
        var remedy = act.File.Remedies.Of(RemedyNumber) ?? throw RemedyPhase.RemedyUnknown.With(RemedyNumber);
        if (remedy.Result is not null)
            throw RemedyPhase.RemedyEnded.With(RemedyNumber);
        RemedyResultOnPaper.EnsureByOutsider(act);
        RemedyResultOnPaper.EnsureReadFrom(this, remedy);
        EnsureFits(act.Case, remedy);
    }

    internal override void Apply(OrdinaryFile file, DoneAct done) => file.Remedies.Apply(this, done);

    internal override RecordFields RecordedFields() =>
        new RecordFields()
            .Add("result", Result)
            .Add("servedOn", ResultServedOn)
            .Add("forProcedureOnly", ForProcedureOnly)
            .Add("changedFineFen", ChangedFineFen);

    /// <summary>Refuses a result that the decision, as it is now, cannot have.</summary>
    internal void EnsureFits(EnforcementCase @case, RemedyOnFile remedy)
    {
        if (ChangedFineFen is not null && !RemedyResults.MayChangeFine(Result))
            throw RemedyPhase.ChangeDoesNotFit.With($"“{Result.Term()}”而写有变更后的罚款");
        if (ChangedFineFen is { } fen)
        {
            if (OppositeRequestId is { } request && remedy.Entered.OppositeRequests.All(r => r.Id != request))
                throw RemedyPhase.OppositeRequestUnknown.With($"相反请求 {request}").At("/oppositeRequestId");
            RemedyResults.EnsureNotHeavier(
                @case.Penalty.Fine,
                Money.OfFen(fen),
                excused: OppositeRequestId is not null || DepartsFromLaw.IsGiven()
            );
        }
        var validity = Result switch
        {
            RemedyResult.Revoked => DecisionValidity.Revoked,
            RemedyResult.Invalid => DecisionValidity.Invalid,
            RemedyResult.Unlawful when @case.Effect.Validity is DecisionValidity.InForce => DecisionValidity.Unlawful,
            _ => (DecisionValidity?)null,
        };
        if (validity is { } next)
            @case.Effect.Validity.EnsureMayBecome(next, Ground);
    }
}
