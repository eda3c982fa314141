using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>The party asks for a hearing (要求听证). 行政处罚法 第六十四条第一项.</summary>
public sealed record RequestHearing : ActBody
{
    /// <summary>When the request arrived, and the postmark where it was posted.</summary>
    public required PartySubmission Submission { get; init; }

    /// <summary>Why the organ accepts a late request; null where it is in time.</summary>
    public string? AcceptedBecause { get; init; }

    internal override void Do(ActInHand act)
    {
        HearingRequest.EnsureInTime(Submission, LegalDate.Of(act.File.Notice!.ServedAt), act.Law.Calendar, AcceptedBecause);
    }

    internal override void Enter(OrdinaryFile file, DoneAct done) => file.RequestHearing(this);

    internal override RecordFields Clear() =>
        new RecordFields().Add("madeOn", Submission.MadeOn).Add("acceptedLate", AcceptedBecause is not null);
}

/// <summary>The party takes its request for a hearing back (撤回听证要求).</summary>
public sealed record WithdrawHearingRequest : ActBody
{
    /// <summary>The words in which it was done.</summary>
    public required string Words { get; init; }

    internal override void Do(ActInHand act) { }

    internal override void Enter(OrdinaryFile file, DoneAct done) => (file.HearingRequested, file.HearingCalled) = (null, null);
}

/// <summary>Sets date and place of the hearing and names its host (听证通知). 行政处罚法 第六十四条第二项至第四项.</summary>
public sealed record NotifyHearing : ActBody
{
    /// <summary>When it is to be held.</summary>
    public required DateTimeOffset HearingAt { get; init; }

    /// <summary>Where.</summary>
    public required string Place { get; init; }

    /// <summary>The host (主持人): nobody who investigated the case.</summary>
    public required Guid HostPersonId { get; init; }

    /// <summary>Name of the host as printed.</summary>
    public required string HostName { get; init; }

    /// <summary>Why it is not public; null where it is.</summary>
    public ClosedHearingGround? ClosedGround { get; init; }

    internal override void Do(ActInHand act)
    {
        if (act.File.Investigators.Contains(HostPersonId))
            throw HearingConduct.HostInvestigated.With("主持人参与了本案调查", "另行指定主持人");
        HearingConduct.EnsureNotifiedInTime([act.DoneOn], LegalDate.Of(HearingAt), act.Law.Calendar);
        act.Issue(DocumentKind.HearingNotice);
    }

    internal override void Enter(OrdinaryFile file, DoneAct done) => (file.HearingCalled, file.HearingNoticeServedOn) = (this, null);

    internal override RecordFields Clear() => new RecordFields().Add("hearingAt", HearingAt).Add("closedGround", ClosedGround);
}

/// <summary>Holds the hearing (举行听证), by its host. 行政处罚法 第六十四条.</summary>
public sealed record HoldHearing : ActBody
{
    /// <summary>Number of the party's agents.</summary>
    public required int Agents { get; init; }

    /// <summary>Whether the party came.</summary>
    public required HearingAttendance Attendance { get; init; }

    /// <summary>What the investigators put forward (举证和处罚建议); null where it did not come to that.</summary>
    public string? InvestigatorsWords { get; init; }

    /// <summary>What the party argued (申辩和质证); null where it did not come to that.</summary>
    public string? PartyWords { get; init; }

    /// <summary>The party or its agent checked and signed the record.</summary>
    public required bool RecordSigned { get; init; }

    /// <summary>The host's note that signing was refused.</summary>
    public string? RefusalNote { get; init; }

    /// <summary>Who took the record down (记录人).</summary>
    public string? RecorderName { get; init; }

    /// <summary>What the host told of rights and duties (告知权利义务); the record must say it where the party came.</summary>
    public string? RightsTold { get; init; }

    /// <summary>What the party answered when asked about recusal (是否申请回避); the record must say it where the party came.</summary>
    public string? RecusalAnswer { get; init; }

    /// <summary>Who else was there, with what brought them: agents, witnesses, experts (参加人).</summary>
    public IReadOnlyList<string> Participants { get; init; } = [];

    /// <summary>Sound and picture of the hearing, SHA-256.</summary>
    public IReadOnlyList<string> MediaSha256 { get; init; } = [];

    internal override void Do(ActInHand act)
    {
        var called = act.File.HearingCalled!;
        if (called.HostPersonId != act.Law.PersonId)
            throw NotTheHost.With("听证由通知书指定的主持人主持");
        if (act.File.HearingNoticeServedOn is not { } servedOn)
            throw HearingConduct.NoticeTooShort.With("听证通知书没有送达");
        HearingConduct.EnsureNotifiedInTime([servedOn], act.DoneOn, act.Law.Calendar);
        HearingConduct.EnsureAsCalled(called.HearingAt, DoneAt);
        var undecided = act.File.Recusals.Any(r => r.OfficerPersonId == called.HostPersonId && r.Decision is null);
        HearingConduct.EnsureLawful(AsRecord(called) with { HostRecusalUndecided = undecided }, [.. act.File.Investigators]);
        if (HearingConduct.EndOf(AsRecord(called)) is HearingEnd.Held)
        {
            RecordingMatrix.EnsureRecorded(
                RecordedAct.Hearing,
                MediaSha256.Count > 0,
                RecordingMatrix.Read(act.Law.Parameter(RecordingMatrix.MandatoryParameter, act.DoneOn).Value)
            );
        }
        act.Issue(DocumentKind.HearingRecord);
    }

    /// <summary>Somebody else than the named host holds it.</summary>
    public static readonly DomainError NotTheHost = new("hearing.not-the-host", null, ErrorKind.Forbidden, "只有指定的听证主持人可以主持");

    internal override void Enter(OrdinaryFile file, DoneAct done) => file.HoldHearing(AsRecord(file.HearingCalled!));

    internal override RecordFields Clear() => new RecordFields().Add("attendance", Attendance).Add("signed", RecordSigned);

    private HearingRecord AsRecord(NotifyHearing called) =>
        new(
            DoneAt,
            called.HostPersonId,
            called.ClosedGround,
            IsPublic: called.ClosedGround is null,
            Agents,
            Attendance,
            InvestigatorsWords is not null,
            PartyWords is not null,
            RecordSigned,
            RefusalNote
        );
}

/// <summary>The host reports on the hearing (听证报告).</summary>
public sealed record ReportHearing : ActBody
{
    /// <summary>What was in dispute (主要争点).</summary>
    public required string Issues { get; init; }

    /// <summary>Which evidence is believed, and why (证据采信).</summary>
    public required string EvidenceFindings { get; init; }

    /// <summary>What the host proposes (处理建议).</summary>
    public required string Proposal { get; init; }

    internal override void Do(ActInHand act)
    {
        if (act.File.HearingCalled?.HostPersonId != act.Law.PersonId)
            throw HoldHearing.NotTheHost.With("听证报告由主持人提出");
        act.Issue(DocumentKind.HearingReport);
    }

    internal override void Enter(OrdinaryFile file, DoneAct done) => file.HearingReport = this;
}

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
