using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Recording;
using EnforcementCases.Domain.Remedies;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Enters how a remedy ended and applies the result to the decision (登记复议、诉讼结果). 行政复议法 第六十三条至第六十九条.</summary>
public sealed record EnterRemedyResult : ActBody
{
    /// <summary>Number of the reconsideration or court case, as entered with the remedy.</summary>
    public required string RemedyNumber { get; init; }

    /// <summary>How it ended.</summary>
    public required RemedyResult Result { get; init; }

    /// <summary>Number of the decision or judgment (复议决定书、判决书文号).</summary>
    public required string ResultNumber { get; init; }

    /// <summary>Day on which the decision or judgment was served; it takes effect then.</summary>
    public required DateOnly ResultServedOn { get; init; }

    /// <summary>Short summary of its content.</summary>
    public required string Summary { get; init; }

    /// <summary>The decision was struck down only for violating procedure (以违反法定程序为由).</summary>
    public bool ForProcedureOnly { get; init; }

    /// <summary>Ground of invalidity; required if the decision was found invalid, otherwise null.</summary>
    public InvalidityGround? Ground { get; init; }

    /// <summary>The changed fine in fen; null if the fine was not changed.</summary>
    public long? ChangedFineFen { get; init; }

    internal override void Execute(ActExecution act)
    {
        var remedy = act.File.Remedies.Of(RemedyNumber) ?? throw RemedyPhase.RemedyUnknown.With(RemedyNumber);
        if (remedy.Result is not null)
            throw RemedyPhase.RemedyEnded.With(RemedyNumber);
        if (ChangedFineFen is not null && (Result is not RemedyResult.Changed || ChangedFineFen < 0))
            throw RemedyPhase.ChangeDoesNotFit.With($"“{Result.Term()}”而写有变更后的罚款");
        Affect(act, remedy);
    }

    internal override void Apply(OrdinaryFile file, DoneAct done) => file.Remedies.Apply(this);

    internal override RecordFields RecordedFields() =>
        new RecordFields()
            .Add("result", Result)
            .Add("servedOn", ResultServedOn)
            .Add("forProcedureOnly", ForProcedureOnly)
            .Add("changedFineFen", ChangedFineFen);

    private void Affect(ActExecution act, RemedyOnFile remedy)
    {
        var (@case, at, why) = (act.Case, LegalDate.StartOf(ResultServedOn), $"{ResultNumber}：{Result.Term()}");
        switch (Result)
        {
            case RemedyResult.Revoked:
                @case.Effect.Validity.EnsureMayBecome(DecisionValidity.Revoked, Ground);
                @case.TakeBack(why, at);
                break;
            case RemedyResult.Invalid:
                @case.Effect.Validity.EnsureMayBecome(DecisionValidity.Invalid, Ground);
                @case.Invalidate(Ground!.Value, why, at);
                break;
            case RemedyResult.Unlawful when @case.Effect.Validity is DecisionValidity.InForce:
                @case.Effect.Validity.EnsureMayBecome(DecisionValidity.Unlawful, Ground);
                @case.FindUnlawful(at);
                break;
            case RemedyResult.Changed when ChangedFineFen is { } fine:
                @case.ChangeFine(Money.OfFen(fine), at);
                break;
        }
        if (RemedyResults.EffectOf(Result).CaseEndsAsRevoked)
            act.MoveTo(CaseStage.Revoked);
        else if (
            @case.Stage == CaseStage.Served
            && act.File.Duties.AreOwed
            && act.File.Court.Window(act.Law.Calendar, after: remedy with { Result = this }) is { } window
        )
            act.RestartCourtWindow(window);
    }
}
