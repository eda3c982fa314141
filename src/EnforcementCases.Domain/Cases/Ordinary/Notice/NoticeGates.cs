using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>What must have happened before acts of the prior notice and of the defence (事先告知、陈述申辩).</summary>
internal static class NoticeGates
{
    /// <summary>No statement waits for its re-check.</summary>
    public static readonly DomainError NoStatement = new("defence.no-statement", null, ErrorKind.WrongStage, "没有待复核的陈述、申辩");

    public static readonly Gate NoticeServed = new(
        nameof(NoticeServed),
        (file, _) => file.Notice.Served is null ? PriorNotices.Missing.With("没有送达事先告知书", "先告知并送达") : null
    );

    /// <summary>The guardian of a minor is known before the minor is notified: he or she is informed and takes part.</summary>
    public static readonly Gate GuardianKnown = new(
        nameof(GuardianKnown),
        (file, _, at) =>
            file.Service.AddresseeOn(LegalDate.Of(at)).Age is < Guardianship.AdultFrom and var age && file.Guardianship.Known is null
                ? [Guardianship.Unknown.With($"当事人 {age} 周岁，案卷中没有监护人", "先核实监护人")]
                : []
    );

    public static readonly Gate StatementMade = new(
        nameof(StatementMade),
        (file, _) => file.Notice.StatementToReview is null ? NoStatement.With("没有待复核的意见") : null
    );

    public static readonly Gate DefenceReviewed = new(
        nameof(DefenceReviewed),
        (file, _) => file.Notice.StatementToReview is null ? null : Defence.NotRechecked.With("当事人的意见尚未复核", "先办理复核")
    );
}
