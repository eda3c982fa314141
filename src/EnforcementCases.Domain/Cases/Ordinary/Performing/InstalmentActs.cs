using EnforcementCases.Domain.Fines;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Deadlines of money that is paid in parts.</summary>
internal static class InstalmentActs
{
    /// <summary>One deadline for each part, with what must have been paid in all by then; earlier parts fall away.</summary>
    /// <param name="before">Day before the first day covered.</param>
    public static void StartInstalments(this ActExecution act, IReadOnlyList<Instalment> parts, DateOnly before)
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
                DeadlineFor.AgencyPower, // a date that the decision itself names: it does not move
                "延期或者分期开始的前一日"
            );
            act.Start(DeadlineKind.Instalment, Deadline.From(rule, before, act.Law.Calendar), $"第{i + 1}期").DueFen = due;
        }
    }

    /// <summary>The days on which the court may be asked, by the parameters of the place.</summary>
    /// <param name="deferral">A deferral that is being approved; null for those in the file.</param>
    /// <param name="after">A remedy whose result is being confirmed; null for the last that has one.</param>
    public static Remedies.CourtWindow? CourtWindow(
        this ActExecution act,
        Fines.DeferredTerm? deferral = null,
        RemedyOnFile? after = null
    ) =>
        act.File.Court.Window(
            act.Law.Calendar,
            deferral,
            after,
            Remedies.SimpleCourtWindows.ReadingOf(act.Law.Parameter(Catalogue.LocalParameters.CourtSimpleWindow, act.DoneOn).Value)
        );

    /// <summary>The days on which the court may be asked, counted anew (APL-72-2).</summary>
    public static void RestartCourtWindow(this ActExecution act, Remedies.CourtWindow window) =>
        act.Restart(DeadlineKind.CourtApplication, new Deadline(window.LastDay, LastInstant: null, window.Explanation));

    public static RecordFields Fields(Instalment part) => new RecordFields().Add("dueOn", part.DueOn).Add("amountFen", part.AmountFen);
}
