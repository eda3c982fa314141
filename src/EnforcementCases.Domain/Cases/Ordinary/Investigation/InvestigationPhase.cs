using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>The course of the investigation (调查), as the acts left it: suspension, suspicion of crime, report. A reopened investigation has no report; one of a case handled again
/// also counts its ninety days anew.</summary>
public sealed class InvestigationPhase
{
    /// <summary>The investigation is suspended.</summary>
    public static readonly DomainError Suspended = new("case.suspended", null, ErrorKind.WrongStage, "案件处于中止状态，恢复后才能办理");

    /// <summary>The case is not suspended.</summary>
    public static readonly DomainError NotSuspended = new("case.not-suspended", null, ErrorKind.WrongStage, "案件没有中止");

    /// <summary>A suspicion of crime is undecided, or its transfer approved.</summary>
    public static readonly DomainError CrimePending = new(
        "criminal-transfer.pending",
        "APL-27",
        ErrorKind.RuleBroken,
        "违法行为涉嫌犯罪的，应当及时移送司法机关，依法追究刑事责任",
        PenaltyLaw.At("第二十七条第一款")
    );

    /// <summary>Nobody reported a suspicion of crime that is undecided.</summary>
    public static readonly DomainError NoCrimeReported = new(
        "criminal-transfer.nothing-to-decide",
        null,
        ErrorKind.WrongStage,
        "没有待决定的涉嫌犯罪报告"
    );

    /// <summary>An outcome that is not proposed by the report but done by an act of its own.</summary>
    public static readonly DomainError OutcomeHasItsOwnAct = new(
        "investigation.outcome-has-its-own-act",
        null,
        ErrorKind.Unacceptable,
        "该处理结果另有专门环节，不在调查终结报告中提出"
    );

    private readonly OrdinaryFile file;
    private readonly DateOnly? handledAgainOn;
    private readonly List<TermExclusion> exclusions;

    internal InvestigationPhase(
        OrdinaryFile file,
        DateOnly? handledAgainOn = null,
        CriminalTransferRecord? crimeSuspicion = null,
        IEnumerable<TermExclusion>? exclusions = null
    )
    {
        (this.file, this.handledAgainOn, CrimeSuspicion) = (file, handledAgainOn, crimeSuspicion);
        this.exclusions = [.. exclusions ?? []];
    }

    /// <summary>The report by which the investigation was concluded; null before.</summary>
    public ConcludeInvestigation? Conclusion { get; private set; }

    /// <summary>The suspension that still lasts (中止); null otherwise.</summary>
    public SuspendCase? Suspension { get; private set; }

    /// <summary>First day of a suspension that still lasts; null otherwise.</summary>
    public DateOnly? SuspendedOn => Suspension is null ? null : LegalDate.Of(Suspension.DoneAt);

    /// <summary>Whether the case is suspended.</summary>
    public bool IsSuspended => Suspension is not null;

    /// <summary>Days taken out of the ninety, each with its basis (依法扣除的期间).</summary>
    public IReadOnlyList<TermExclusion> TermExclusions => exclusions;

    /// <summary>The suspicion of crime and its handling so far; null if nobody reported one.</summary>
    public CriminalTransferRecord? CrimeSuspicion { get; private set; }

    /// <summary>Day from which the ninety days run: of the filing, or of handling the case again.</summary>
    internal DateOnly TermFrom => handledAgainOn ?? file.Case.FiledOn!.Value;

    /// <summary>The same investigation without its report.</summary>
    internal InvestigationPhase Reopened() => new(file, handledAgainOn, CrimeSuspicion, exclusions);

    /// <summary>The investigation of a case that is handled again from a day on: the ninety days begin anew.</summary>
    internal InvestigationPhase HandledAgain(DateOnly on) => new(file, on, CrimeSuspicion);

    internal void Apply(SuspendCase suspension) => Suspension = suspension;

    internal void Apply(ResumeCase resumed)
    {
        if (Suspension is { TermStandsStillBy: not null } suspension)
            exclusions.AddRange(resumed.Excluded(suspension));
        Suspension = null;
    }

    internal void Apply(ReportSuspectedCrime reported) => CrimeSuspicion = new(reported.DoneAt) { Conviction = CrimeSuspicion?.Conviction };

    internal void Apply(EnterCriminalResult entered) =>
        CrimeSuspicion = CrimeSuspicion! with
        {
            Result = entered,
            Conviction = entered.Result is CriminalResultKind.Convicted ? entered : CrimeSuspicion.Conviction,
        };

    /// <summary>The same investigation, back from the criminal proceedings: the days away do not count.</summary>
    internal InvestigationPhase ComeBack(IReadOnlyList<TermExclusion> away) =>
        new(file, handledAgainOn, CrimeSuspicion, [.. exclusions, .. away]);

    internal void Apply(DecideCrimeTransfer decided, DoneAct done) => CrimeSuspicion = decided.Decided(CrimeSuspicion!, done.PersonId);

    internal void Apply(TransferCase transfer)
    {
        if (CrimeSuspicion is not null && transfer.To is TransferTo.Justice)
            CrimeSuspicion = transfer.Handed(file);
        Suspension = null; // the case has ended: nothing waits any more
    }

    internal void Apply(WithdrawCase _) => Suspension = null;

    internal void Apply(ConcludeInvestigation report) => Conclusion = report;
}
