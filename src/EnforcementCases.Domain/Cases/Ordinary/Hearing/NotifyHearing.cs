using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Sets date and place of the hearing and names its host (听证通知). 行政处罚法 第六十四条第二项至第四项.</summary>
[Upcast(1)]
public sealed record NotifyHearing : ActBody
{
    /// <summary>The prior notice that the hearing is about, by the id of its act; null: the only one on file.</summary>
    public Guid? NoticeId { get; init; }

    /// <summary>When the hearing will be held.</summary>
    public required DateTimeOffset HearingAt { get; init; }

    /// <summary>Where the hearing will be held.</summary>
    public required string Place { get; init; }

    /// <summary>The host (主持人), who must not have investigated the case.</summary>
    public required Guid HostPersonId { get; init; }

    /// <summary>Name of the host as printed.</summary>
    public required string HostName { get; init; }

    /// <summary>Why the hearing is not public; null if it is public.</summary>
    public ClosedHearingGround? ClosedGround { get; init; }

    internal override void Execute(ActExecution act)
    {
        if (act.File.Investigators.Contains(HostPersonId))
            throw HearingConduct.HostInvestigated.With("主持人参与了本案调查", "另行指定主持人");
        if (
            !act.Law.OfficeHolders.Any(h =>
                h.PersonId == HostPersonId
                && h.Roles.Contains(Role.HearingHost)
                && string.Equals(h.Name, HostName.Trim(), StringComparison.Ordinal)
            )
        )
            throw HearingConduct.HostUnknown.With($"人员 {HostPersonId} 不是本机关的听证主持人，或者姓名与名册不一致").At("/hostPersonId");
        HearingConduct.EnsureNotifiedInTime([act.DoneOn], LegalDate.Of(HearingAt), act.Law.Calendar);
        act.Issue(DocumentKind.HearingNotice);
    }

    internal override void Apply(OrdinaryFile file, DoneAct done) => file.Hearing.Apply(this);

    internal override RecordFields RecordedFields() => new RecordFields().Add("hearingAt", HearingAt).Add("closedGround", ClosedGround);
}
