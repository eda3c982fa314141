using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Enters the party's request for a hearing (要求听证). 行政处罚法 第六十四条第一项.</summary>
[Upcast(1)]
public sealed record RequestHearing : ActBody
{
    /// <summary>The notice that offered the hearing, by the id of its act; null: the only one on file.</summary>
    public Guid? NoticeId { get; init; }

    /// <summary>When the request arrived, and its postmark if it was posted.</summary>
    public required PartySubmission Submission { get; init; }

    /// <summary>Why the organ accepts a late request; null if it is in time.</summary>
    public string? AcceptedBecause { get; init; }

    internal override void Execute(ActExecution act)
    {
        HearingRequest.EnsureInTime(Submission, LegalDate.Of(act.File.Notice.Served!.ServedAt), act.Law.Calendar, AcceptedBecause);
    }

    internal override void Apply(OrdinaryFile file, DoneAct done) => file.Hearing.Apply(this);

    internal override RecordFields RecordedFields() =>
        new RecordFields().Add("madeOn", Submission.MadeOn).Add("acceptedLate", AcceptedBecause is not null);
}
