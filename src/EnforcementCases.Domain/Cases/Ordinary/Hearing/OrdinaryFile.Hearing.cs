namespace EnforcementCases.Domain.Cases.Ordinary;

public sealed partial class OrdinaryFile
{
    /// <summary>The request for a hearing that stands; null where there is none.</summary>
    public RequestHearing? HearingRequested { get; internal set; }

    /// <summary>The hearing as it was set; null before.</summary>
    public NotifyHearing? HearingCalled { get; internal set; }

    /// <summary>Date on which the notice of the hearing was served; null before.</summary>
    public DateOnly? HearingNoticeServedOn { get; internal set; }

    /// <summary>The last hearing; null where none took place.</summary>
    public HearingRecord? Hearing { get; private set; }

    /// <summary>The host's report; null before.</summary>
    public ReportHearing? HearingReport { get; internal set; }

    /// <summary>Whether the hearing that was asked for is over, held or given up.</summary>
    public bool HearingDone => Hearing is { } held && HearingConduct.EndOf(held) is not HearingEnd.Postponed;

    internal void RequestHearing(RequestHearing request)
    {
        HearingRequested = request;
        if (HearingDone)
            (HearingCalled, HearingNoticeServedOn) = (null, null); // another hearing is called anew, with its own seven days
    }

    internal void HoldHearing(HearingRecord record)
    {
        Hearing = record;
        if (HearingConduct.EndOf(record) is HearingEnd.Postponed)
            (HearingCalled, HearingNoticeServedOn) = (null, null);
    }
}
