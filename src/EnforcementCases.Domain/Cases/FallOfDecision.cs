using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases;

/// <summary>How the decision of a case falls or is changed (撤销、无效、确认违法、变更), and how the case is then handled again.</summary>
internal static class FallOfDecision
{
    /// <summary>The decision is taken back (撤销): it held until now.</summary>
    public static void TakeBack(this EnforcementCase @case, string reason, DateTimeOffset at)
    {
        @case.SetEffect(@case.Effect.Revoked(reason, at));
        @case.UndoDecision(at);
        @case.RecordFall("decision-revoked", at, reason);
    }

    /// <summary>The decision is found never to have held (无效).</summary>
    public static void Invalidate(this EnforcementCase @case, InvalidityGround ground, string reason, DateTimeOffset at)
    {
        @case.SetEffect(@case.Effect.Invalid(ground, at));
        @case.UndoDecision(at);
        @case.RecordFall("decision-invalidated", at, reason);
    }

    /// <summary>The decision is found unlawful and still holds (确认违法).</summary>
    public static void FindUnlawful(this EnforcementCase @case, DateTimeOffset at)
    {
        @case.SetEffect(@case.Effect.Unlawful());
        @case.Happen(new DecisionFoundUnlawful(@case, at));
    }

    /// <summary>A remedy changed the fine (变更): the order to pay follows, and the surcharge is never more than the fine.</summary>
    public static void ChangeFine(this EnforcementCase @case, Money fine, DateTimeOffset at)
    {
        @case.SetFine(fine);
        @case.PaymentOrder?.Change(fine, @case.LastPaidAt());
        @case.Happen(new FineChanged(@case, at));
    }

    /// <summary>The case is handled again after its decision fell (重新处理): nothing is decided, nothing found corrected.</summary>
    /// <param name="id">Identity under which the decision that fell is kept.</param>
    public static void OpenAgain(this EnforcementCase @case, Guid id, DateTimeOffset at)
    {
        @case.ForgetDecision(id, at);
        @case.SetCorrection(@case.Correction with { CorrectedAt = null });
        @case.Happen(new CaseReopened(@case, at));
    }

    /// <summary>Undoes what depends on the decision: its fine, the closing of the case and its deadlines.</summary>
    private static void UndoDecision(this EnforcementCase @case, DateTimeOffset at)
    {
        @case.ReleaseFine();
        @case.SetClosing(new());
        @case.PaymentOrder?.Cancel();
        @case.EndDeadlinesOfDecision(at);
    }

    private static void RecordFall(this EnforcementCase @case, string type, DateTimeOffset at, string reason) =>
        @case.Record(
            type,
            at,
            new RecordFields()
                .Add("number", @case.DecisionNumber)
                .Add("fineFen", @case.Penalty.FineFen)
                .Add("toRefundFen", @case.PaymentOrder?.Kept ?? 0),
            new RecordFields().Add("reason", reason),
            new DecisionFell(@case, at, @case.Effect.Validity, reason)
        );
}
