namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>The hearing (听证), as the acts left it. A hearing that took place outlasts a reopened investigation; the request and the date do not.</summary>
public sealed class HearingPhase
{
    private NotifyHearing? heldAsCalled;

    internal HearingPhase() { }

    /// <summary>The request for a hearing that was not withdrawn; null if none.</summary>
    public RequestHearing? Requested { get; private set; }

    /// <summary>The hearing as it was set; null before.</summary>
    public NotifyHearing? Called { get; private set; }

    /// <summary>Date on which the notice of the hearing was served; null before.</summary>
    public DateOnly? NoticeServedOn { get; private set; }

    /// <summary>The last hearing; null if none took place.</summary>
    public HearingRecord? Held { get; private set; }

    /// <summary>The notice that the last hearing was about, by the id of its act; null before, and if that was not asked then.</summary>
    public Guid? HeldOnNoticeId { get; private set; }

    /// <summary>The evidence that was shown at the last hearing; null before, and if that was not asked then.</summary>
    public IReadOnlyList<Guid>? EvidenceShown { get; private set; }

    /// <summary>The host's report; null before.</summary>
    public ReportHearing? Report { get; private set; }

    /// <summary>Whether the hearing that was asked for is over, held or given up.</summary>
    public bool IsDone => Held is { } held && HearingConduct.EndOf(held) is not HearingEnd.Postponed;

    /// <summary>The report that the hearing rested on is withdrawn: another hearing is asked for and called anew.</summary>
    internal HearingPhase WithdrawnWithReport() =>
        new()
        {
            Held = Held,
            HeldOnNoticeId = HeldOnNoticeId,
            EvidenceShown = EvidenceShown,
            Report = Report,
        };

    internal void Apply(RequestHearing request)
    {
        Requested = request;
        if (IsDone)
            CallOff(); // another hearing is called anew, with its own seven days
    }

    internal void Apply(WithdrawHearingRequest _) => (Requested, Called) = (null, null);

    internal void Apply(NotifyHearing notice) => (Called, NoticeServedOn) = (notice, null);

    internal void Apply(HoldHearing hearing)
    {
        Held = hearing.AsRecord(Called!);
        (HeldOnNoticeId, EvidenceShown, Report) = (hearing.NoticeId, hearing.EvidenceShownIds, null);
        heldAsCalled = Called;
        if (!IsDone)
            CallOff();
    }

    internal void Apply(ReportHearing report) => Report = report;

    /// <summary>Another prior notice was served: a hearing that was called on the one before is called anew. The request stays.</summary>
    internal void ServePriorNotice()
    {
        if (!ReferenceEquals(heldAsCalled, Called))
            CallOff();
    }

    /// <summary>The notice of the hearing was served.</summary>
    internal void ServeNotice(DateOnly servedOn) => NoticeServedOn = servedOn;

    private void CallOff() => (Called, NoticeServedOn) = (null, null);
}
