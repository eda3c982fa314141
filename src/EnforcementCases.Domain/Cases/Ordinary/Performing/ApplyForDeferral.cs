using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Fines;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Enters the party's application to pay later or in parts (申请延期、分期缴纳罚款, D39). 行政处罚法 第六十六条第二款.</summary>
public sealed record ApplyForDeferral : ActBody
{
    /// <summary>The application: its date, the hardship and what proves it.</summary>
    public required DeferralApplication Application { get; init; }

    /// <summary>The requested payment plan (缴款方案), which the application must contain: one instalment for a plain deferral.</summary>
    public IReadOnlyList<Instalment> Plan { get; init; } = [];

    internal override void Execute(ActExecution act)
    {
        if (Application.ProofSha256.Count == 0)
            throw OrdinaryFile.Incomplete.With("没有经济困难的证明材料");
        act.Issue(DocumentKind.DeferralApplication);
    }

    internal override void Apply(OrdinaryFile file, DoneAct done) => file.Paying.Apply(this);

    internal override RecordFields RecordedFields() => new RecordFields().Add("appliedOn", Application.AppliedOn);
}
