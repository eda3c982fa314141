using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Holds the hearing (举行听证), by its host. 行政处罚法 第六十四条.</summary>
public sealed record HoldHearing : ActBody
{
    /// <summary>Number of the party's agents.</summary>
    public required int Agents { get; init; }

    /// <summary>Whether the party came.</summary>
    public required HearingAttendance Attendance { get; init; }

    /// <summary>What the investigators put forward (举证和处罚建议); null if it did not come to that.</summary>
    public string? InvestigatorsWords { get; init; }

    /// <summary>What the party argued (申辩和质证); null if it did not come to that.</summary>
    public string? PartyWords { get; init; }

    /// <summary>The party or its agent checked and signed the record.</summary>
    public required bool RecordSigned { get; init; }

    /// <summary>The host's note that signing was refused.</summary>
    public string? RefusalNote { get; init; }

    /// <summary>Who took the record down (记录人).</summary>
    public string? RecorderName { get; init; }

    /// <summary>What the host stated about rights and duties (告知权利义务); the record must contain it if the party came.</summary>
    public string? RightsNotified { get; init; }

    /// <summary>What the party answered when asked about recusal (是否申请回避); the record must contain it if the party came.</summary>
    public string? RecusalAnswer { get; init; }

    /// <summary>Who else was there, and in what role: agents, witnesses, experts (参加人).</summary>
    public IReadOnlyList<string> Participants { get; init; } = [];

    /// <summary>Sound and picture of the hearing, SHA-256.</summary>
    public IReadOnlyList<string> MediaSha256 { get; init; } = [];

    internal override void Execute(ActExecution act)
    {
        var called = act.File.Hearing.Called!;
        if (called.HostPersonId != act.Law.PersonId)
            throw NotTheHost.With("听证由通知书指定的主持人主持");
        if (act.File.Hearing.NoticeServedOn is not { } servedOn)
            throw HearingConduct.NoticeTooShort.With("听证通知书没有送达");
        HearingConduct.EnsureNotifiedInTime([servedOn], act.DoneOn, act.Law.Calendar);
        HearingConduct.EnsureAsCalled(called.HearingAt, DoneAt);
        var undecided = act.File.Recusals.Requests.Any(r => r.OfficerPersonId == called.HostPersonId && r.Decision is null);
        HearingConduct.EnsureLawful(AsRecord(called) with { HostRecusalUndecided = undecided }, [.. act.File.Investigators]);
        if (HearingConduct.EndOf(AsRecord(called)) is HearingEnd.Held)
        {
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

    internal override void Apply(OrdinaryFile file, DoneAct done) => file.Hearing.Apply(this);

    internal override RecordFields RecordedFields() => new RecordFields().Add("attendance", Attendance).Add("signed", RecordSigned);

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
