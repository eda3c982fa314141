using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Fines;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>The head decides on an application to pay later or in parts (决定延期、分期缴纳罚款, D39). 行政处罚法 第六十六条第二款.</summary>
public sealed record DecideDeferral : ActBody
{
    /// <summary>The new due dates; null if the application is refused.</summary>
    public DeferredTerm? Term { get; init; }

    /// <summary>Opinion of the head; if the application is refused, the reason.</summary>
    public required string Opinion { get; init; }

    internal override void Execute(ActExecution act)
    {
        act.Issue(DocumentKind.DeferralApproval);
        if (Term is not { } term)
            return;
        act.Issue(DocumentKind.DeferralDecision);
        var order = act.Case.PaymentOrder!;
        DeferralOfPayment.EnsureApprovable(
            act.File.Paying.DeferralRequest,
            new(act.Law.PersonId, act.DoneOn, term),
            order.FineOwed,
            act.File.Paying.Surcharge?.CountedThrough
        );
        act.Drop(DeadlineKind.Payment);
        act.StartInstalments(term.Instalments, term.CoversFrom.AddDays(-1));
        if (act.CourtWindow(term) is { } window)
            act.RestartCourtWindow(window);
    }

    internal override void Apply(OrdinaryFile file, DoneAct done) => file.Paying.Apply(this);

    internal override RecordFields RecordedFields() =>
        new RecordFields()
            .Add("approved", Term is not null)
            .Add("coversFrom", Term?.CoversFrom)
            .Add("instalments", (Term?.Instalments ?? []).Select(InstalmentActs.Fields));
}
