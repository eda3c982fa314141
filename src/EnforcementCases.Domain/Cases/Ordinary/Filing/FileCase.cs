using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Approves the filing of the case (批准立案), by the head or by a deputy to whom the head has delegated it. The ninety days for the decision run from
/// here. 行政处罚法 第五十四条第二款、第六十条.</summary>
public sealed record FileCase : ActBody
{
    /// <summary>Opinion of the person who approves.</summary>
    public required string Opinion { get; init; }

    /// <summary>Document by which the head delegated the filing (授权文件); required if a deputy approves.</summary>
    public string? Delegation { get; init; }

    internal override void Execute(ActExecution act)
    {
        if (!act.Law.Roles.Contains(Role.Head) && string.IsNullOrWhiteSpace(Delegation))
            throw FilingPhase.NotDelegated.With("分管负责人批准立案须写明机关负责人的授权文件");
        act.Case.File(act.DoneOn);
        act.Raise(new CaseFiled(act.Case, DoneAt));
        act.Start(DeadlineKind.Decision, DecisionTerm.From(act.DoneOn, act.Law.Calendar));
        act.Issue(DocumentKind.FilingApproval);
    }

    internal override RecordFields RecordedFields() => new RecordFields().Add("delegated", Delegation is not null);
}
