using EnforcementCases.Domain.Cases.Correction;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Re-checks whether an order was followed (复查). 行政处罚法 第二十八条.</summary>
public sealed record RecheckOrder : SceneActBody
{
    /// <summary>The order.</summary>
    public required Guid OrderId { get; init; }

    /// <summary>What was found.</summary>
    public required RecheckResult Result { get; init; }

    /// <summary>What was seen at the re-check (复查情况).</summary>
    public required string Findings { get; init; }

    /// <summary>How the record was signed.</summary>
    public required RecordSignature Signature { get; init; }

    /// <summary>Pictures before and after, and recordings, each as the SHA-256 of its file.</summary>
    public IReadOnlyList<string> MediaSha256 { get; init; } = [];

    internal override void Execute(ActExecution act)
    {
        act.File.Orders.EnsureGiven(OrderId);
        InvestigationRecords.EnsureSigned(DoneAt, DoneAt, Signature);
        act.EnsureAttended(Attendance);
        act.EnsureRecorded(MediaSha256);
        if (Result is RecheckResult.Corrected)
            act.Meet(DeadlineKind.Correction, OrderId.ToString("D"));
        act.Issue(DocumentKind.RecheckRecord);
    }

    internal override void Apply(OrdinaryFile file, DoneAct done) => file.Orders.Apply(this, done);

    internal override RecordFields RecordedFields() =>
        new RecordFields().Add("order", OrderId).Add("result", Result).Add("media", MediaSha256);
}
