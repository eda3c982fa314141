using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Enters how the hearing was held (举行听证), by its host. 行政处罚法 第六十四条.</summary>
[UpcastRename(1, "rightsTold", "rightsNotified"), Upcast(2)]
public sealed record HoldHearing : ActBody
{
    /// <summary>The prior notice that the hearing is about, by the id of its act; null: the only one on file.</summary>
    public Guid? NoticeId { get; init; }

    /// <summary>Number of agents of the party; at most two.</summary>
    public required int Agents { get; init; }

    /// <summary>Whether the party attended.</summary>
    public required HearingAttendance Attendance { get; init; }

    /// <summary>What the investigators presented (举证和处罚建议); null if the hearing did not get that far.</summary>
    public string? InvestigatorsWords { get; init; }

    /// <summary>The evidence that was shown there (出示的证据), by its ids; required if the investigators presented their case. The decision rests on no other,
    /// unless the party is notified anew.</summary>
    public IReadOnlyList<Guid>? EvidenceShownIds { get; init; }

    /// <summary>What the party argued (申辩和质证); null if the hearing did not get that far.</summary>
    public string? PartyWords { get; init; }

    /// <summary>Whether the party or its agent checked and signed the record.</summary>
    public required bool RecordSigned { get; init; }

    /// <summary>The host's note that signing was refused; required if it was, otherwise null.</summary>
    public string? RefusalNote { get; init; }

    /// <summary>Name of the person who took the record (记录人); required if the party attended, because the record must contain it.</summary>
    public string? RecorderName { get; init; }

    /// <summary>What the host stated about rights and duties (告知权利义务); the record must contain it if the party came.</summary>
    public string? RightsNotified { get; init; }

    /// <summary>The party's answer when asked whether it requests recusal (是否申请回避); required if the party attended.</summary>
    public string? RecusalAnswer { get; init; }

    /// <summary>Other participants with their roles: agents, witnesses, experts (参加人); empty for none.</summary>
    public IReadOnlyList<string> Participants { get; init; } = [];

    /// <summary>Recordings (sound and picture) of the hearing, each as the SHA-256 of its file.</summary>
    public IReadOnlyList<string> MediaSha256 { get; init; } = [];

    internal override void Execute(ActExecution act)
    {
        var called = act.File.Hearing.Called!;
        if (called.NoticeId is { } calledOn && NoticeId is { } heldOn && calledOn != heldOn)
            throw HearingConduct
                .NotAsCalled.With(
                    $"听证通知针对案卷第 {PlaceOf(act, calledOn)} 项告知，举行的听证针对第 {PlaceOf(act, heldOn)} 项告知",
                    "重新通知听证"
                )
                .At("/noticeId");
        if (called.HostPersonId != act.Law.PersonId)
            throw NotTheHost.With("听证由通知书指定的主持人主持");
        if (act.File.Hearing.NoticeServedOn is not { } servedOn)
            throw HearingConduct.NoticeTooShort.With("听证通知书没有送达");
        HearingConduct.EnsureNotifiedInTime([servedOn], act.DoneOn, act.Law.Calendar);
        HearingConduct.EnsureAsCalled(called.HearingAt, DoneAt);
        var undecided = act.File.Recusals.Requests.Any(r => r.OfficerPersonId == called.HostPersonId && r.Decision is null);
        HearingConduct.EnsureLawful(AsRecord(called) with { HostRecusalUndecided = undecided }, [.. act.File.Investigators]);
        act.File.Evidence.EnsureHas(EvidenceShownIds ?? [], "/evidenceShownIds");
        if (HearingConduct.EndOf(AsRecord(called)) is HearingEnd.Held)
        {
            if (EvidenceShownIds is not { Count: > 0 })
                throw EvidenceAtHearing.NotShown.With("没有写明出示的证据").At("/evidenceShownIds");
            RecordingMatrix.EnsureRecorded(
                RecordedAct.Hearing,
                MediaSha256.Count > 0,
                RecordingMatrix.Read(act.Law.Parameter(LocalParameters.RecordingMandatory, act.DoneOn).Value)
            );
        }
        act.Issue(DocumentKind.HearingRecord);
    }

    /// <summary>Somebody else than the named host holds it.</summary>
    public static readonly DomainError NotTheHost = new("hearing.not-the-host", null, ErrorKind.Forbidden, "只有指定的听证主持人可以主持");

    internal override void Apply(OrdinaryFile file, DoneAct done) => file.HoldHearing(this);

    internal override RecordFields RecordedFields() => new RecordFields().Add("attendance", Attendance).Add("signed", RecordSigned);

    private static int? PlaceOf(ActExecution act, Guid noticeId) => act.File.Acts.FirstOrDefault(a => a.Entry.Id == noticeId)?.Entry.Place;

    internal HearingRecord AsRecord(NotifyHearing called) =>
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
