using EnforcementCases.Domain.Remedies;

namespace EnforcementCases.Domain.Cases;

/// <summary>How near a running deadline is (预警级别).</summary>
public enum DeadlineWarning
{
    /// <summary>Not near, or no longer running.</summary>
    None,

    /// <summary>提前提醒: the first of the warning days set for its kind is reached.</summary>
    Ahead,

    /// <summary>临近届满: the second of them is reached.</summary>
    Near,

    /// <summary>即将届满: the last of them is reached.</summary>
    Urgent,

    /// <summary>已逾期: it is past its last day.</summary>
    Overdue,
}

/// <summary>How long before its last day a deadline is reported (期限预警). The law names no days: these are the defaults of the ledger, in calendar days before the last day,
/// the last day itself being 0.</summary>
public static class DeadlineWarnings
{
    /// <summary>Periods of a fortnight to some months.</summary>
    private static readonly int[] Usual = [10, 3, 1];

    /// <summary>Long periods that depend on others acting.</summary>
    private static readonly int[] Long = [30, 10, 3];

    /// <summary>Periods of about ten days.</summary>
    private static readonly int[] Short = [5, 3, 1];

    /// <summary>Periods of about a week.</summary>
    private static readonly int[] Week = [3, 2, 1];

    /// <summary>Periods of hours or a few days: reported as urgent on their last day.</summary>
    private static readonly int[] Days = [2, 1, 0];

    /// <summary>The three days of a kind, the earliest warning first: ahead, near, urgent.</summary>
    public static IReadOnlyList<int> DaysBefore(DeadlineKind kind) =>
        kind switch
        {
            DeadlineKind.CourtApplication => CourtWindow.AlertDays,
            DeadlineKind.Decision => Long,
            DeadlineKind.Sealing or DeadlineKind.Correction or DeadlineKind.Instalment or DeadlineKind.Archiving or DeadlineKind.Claim =>
                Usual,
            DeadlineKind.Payment or DeadlineKind.Performance or DeadlineKind.Filing or DeadlineKind.LegalReview or DeadlineKind.Call =>
                Short,
            DeadlineKind.Preservation or DeadlineKind.Service or DeadlineKind.ServiceOfCorrection => Week,
            DeadlineKind.ReportBack
            or DeadlineKind.RemitToOrgan
            or DeadlineKind.RemitToBank
            or DeadlineKind.SealingApproval
            or DeadlineKind.PlannedActReview
            or DeadlineKind.Defence
            or DeadlineKind.HearingRequest
            or DeadlineKind.CrimeDecision
            or DeadlineKind.CrimeTransfer
            or DeadlineKind.EvidenceFiles => Days,
        };

    /// <summary>The warning of a running deadline on a day.</summary>
    public static DeadlineWarning On(DeadlineKind kind, DateOnly lastDay, DateOnly today) => On(DaysBefore(kind), lastDay, today);

    /// <summary>The warning of a period of a few days that is no deadline of a case.</summary>
    public static DeadlineWarning OfDays(DateOnly lastDay, DateOnly today) => On(Days, lastDay, today);

    private static DeadlineWarning On(IReadOnlyList<int> days, DateOnly lastDay, DateOnly today)
    {
        var left = lastDay.DayNumber - today.DayNumber;
        return left < 0 ? DeadlineWarning.Overdue
            : left <= days[2] ? DeadlineWarning.Urgent
            : left <= days[1] ? DeadlineWarning.Near
            : left <= days[0] ? DeadlineWarning.Ahead
            : DeadlineWarning.None;
    }
}
