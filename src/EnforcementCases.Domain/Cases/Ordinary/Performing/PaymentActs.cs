using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Fines;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Enters the party's application to pay later or in parts (申请延期、分期缴纳罚款, D39). 行政处罚法 第六十六条第二款.</summary>
public sealed record ApplyForDeferral : ActBody
{
    /// <summary>The application: its date, the hardship and what proves it.</summary>
    public required DeferralApplication Application { get; init; }

    /// <summary>The plan that is asked for (缴款方案), which the application must name: one part for a plain deferral.</summary>
    public IReadOnlyList<Instalment> Plan { get; init; } = [];

    internal override void Do(ActInHand act)
    {
        if (Application.AppliedOn > act.DoneOn)
            throw OrdinaryFile.TooEarly.With("登记时间早于申请日期");
        if (Application.ProofSha256.Count == 0)
            throw OrdinaryFile.Incomplete.With("没有经济困难的证明材料");
        act.Issue(DocumentKind.DeferralApplication);
    }

    internal override void Enter(OrdinaryFile file, DoneAct done) => file.DeferralRequest = Application;

    internal override RecordFields Clear() => new RecordFields().Add("appliedOn", Application.AppliedOn);
}

/// <summary>Decides on the application (决定延期、分期缴纳罚款, D39). 行政处罚法 第六十六条第二款.</summary>
public sealed record DecideDeferral : ActBody
{
    /// <summary>The new due dates; null refuses the application.</summary>
    public DeferredTerm? Term { get; init; }

    /// <summary>Opinion of the head; the reason where it is refused.</summary>
    public required string Opinion { get; init; }

    internal override void Do(ActInHand act)
    {
        act.Issue(DocumentKind.DeferralApproval);
        if (Term is not { } term)
            return;
        act.Issue(DocumentKind.DeferralDecision);
        var order = act.Case.PaymentOrder!;
        DeferralOfPayment.EnsureApprovable(
            act.File.DeferralRequest,
            new(act.Law.PersonId, act.DoneOn, term),
            order.FineOwed,
            act.File.Surcharge?.CountedThrough
        );
        act.Drop(DeadlineKind.Payment);
        act.StartInstalments(term.Instalments, term.CoversFrom.AddDays(-1));
        if (act.File.WindowOfCourt(act.Law.Calendar, term) is { } window)
            act.RestartCourtWindow(window);
    }

    internal override void Enter(OrdinaryFile file, DoneAct done)
    {
        file.DeferralRequest = null;
        if (Term is { } term)
            file.Defer(term);
    }

    internal override RecordFields Clear() =>
        new RecordFields()
            .Add("approved", Term is not null)
            .Add("coversFrom", Term?.CoversFrom)
            .Add("instalments", (Term?.Instalments ?? []).Select(InstalmentActs.Fields));
}

/// <summary>Decides a surcharge on a fine paid late (加处罚款决定, D40): as counted and not otherwise; the organ may, and need not. 行政处罚法 第七十二条第一款第一项.</summary>
public sealed record DecideSurcharge : ActBody
{
    /// <summary>Last day counted; not after the decision.</summary>
    public required DateOnly CountedThrough { get; init; }

    /// <summary>Amount in fen, all days from the due date on, earlier decisions included.</summary>
    public required long AmountFen { get; init; }

    /// <summary>The decision or the payment order told the standard of three percent a day (告知加处罚款的标准).</summary>
    public required bool StandardTold { get; init; }

    /// <summary>Opinion of the head.</summary>
    public required string Opinion { get; init; }

    internal override void Do(ActInHand act)
    {
        var history = act.File.FineHistoryOn(act.DoneOn, act.Law)!;
        var @base = LatePaymentSurcharge.BaseOf(act.Law.Parameter("surcharge.base", act.DoneOn).Value);
        LatePaymentSurcharge.EnsureMayPost(history, new(act.Law.PersonId, act.DoneOn, CountedThrough, AmountFen, StandardTold), @base);
        act.Case.PostSurcharge(Money.OfFen(Math.Max(0, AmountFen - Waived(act.File))));
        act.Issue(DocumentKind.SurchargeDecision);
    }

    internal override void Enter(OrdinaryFile file, DoneAct done) => file.Surcharge = this;

    internal override RecordFields Clear() => new RecordFields().Add("countedThrough", CountedThrough).Add("amountFen", AmountFen);

    /// <summary>What an execution agreement let the party off stays off.</summary>
    private static long Waived(OrdinaryFile file) =>
        file.Agreement is null || file.Surcharge is not { } decided ? 0 : decided.AmountFen - file.Case.PaymentOrder!.SurchargeFen;
}

/// <summary>Deadlines of money that is paid in parts.</summary>
internal static class InstalmentActs
{
    /// <summary>One deadline for each part, with what must have been paid in all by then; earlier parts fall away.</summary>
    /// <param name="before">Day before the first day covered.</param>
    public static void StartInstalments(this ActInHand act, IReadOnlyList<Instalment> parts, DateOnly before)
    {
        act.Drop(DeadlineKind.Instalment);
        var due = act.Case.PaymentOrder!.Kept;
        for (var i = 0; i < parts.Count; i++)
        {
            due += parts[i].AmountFen;
            var rule = new DeadlineRule(
                "APL-66",
                "分期或者延期缴纳罚款",
                TimeLimit.CalendarDays(parts[i].DueOn.DayNumber - before.DayNumber),
                PenaltyLaw.At("第六十六条第二款"),
                DeadlineFor.AgencyPower, // a date that the decision itself names: nothing rolls
                "延期或者分期开始的前一日"
            );
            act.Start(DeadlineKind.Instalment, Deadline.From(rule, before, act.Law.Calendar), $"第{i + 1}期").DueFen = due;
        }
    }

    /// <summary>The days on which the court may be asked, counted anew (APL-72-2).</summary>
    public static void RestartCourtWindow(this ActInHand act, Remedies.CourtWindow window) =>
        act.Restart(DeadlineKind.CourtApplication, new Deadline(window.LastDay, LastInstant: null, window.Explanation));

    public static RecordFields Fields(Instalment part) => new RecordFields().Add("dueOn", part.DueOn).Add("amountFen", part.AmountFen);
}

public sealed partial class OrdinaryFile
{
    private readonly List<DeferredTerm> deferrals = [];

    /// <summary>An application to pay later or in parts that waits for its decision; null where there is none.</summary>
    public DeferralApplication? DeferralRequest { get; internal set; }

    /// <summary>Approved deferrals, in their order.</summary>
    public IReadOnlyList<DeferredTerm> Deferrals => deferrals;

    /// <summary>The last decision on a surcharge, which holds the earlier ones; null where there is none.</summary>
    public DecideSurcharge? Surcharge { get; internal set; }

    /// <summary>Everything that a surcharge is counted from, as it stands; null where no fine was ordered.</summary>
    /// <param name="day">Day whose parameters count.</param>
    public FineHistory? FineHistoryOn(DateOnly day, ActSurroundings law)
    {
        if (Case.PaymentOrder is not { } order)
            return null;
        var from = SurchargePause.From(law.Parameter("surcharge.pauseFrom", day).Value);
        return new()
        {
            FineFen = order.AmountFen,
            DueOn = order.DueOn,
            Payments = [.. PaidOnFine(order.AmountFen)],
            Deferrals = deferrals,
            Pauses = [.. remedies.Select(r => SurchargePause.Of(r.AsPause, from))],
        };
    }

    internal void Defer(DeferredTerm term) => deferrals.Add(term);

    /// <summary>Money goes to the fine first; what is over it was paid on the surcharge.</summary>
    private IEnumerable<FinePayment> PaidOnFine(long fineFen)
    {
        var left = fineFen;
        foreach (var payment in Case.Payments.Where(p => !(p.PaidAt < Case.DecidedAt)).OrderBy(p => p.PaidAt))
        {
            var part = Math.Min(left, payment.AmountFen);
            if (part > 0)
                yield return new(LegalDate.Of(payment.PaidAt), part);
            left -= part;
        }
    }
}
