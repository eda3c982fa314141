using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>How an item of evidence was verified.</summary>
/// <param name="EvidenceId">The item.</param>
/// <param name="How">How it was checked, <c>与原件核对一致</c>.</param>
public sealed record EvidenceCheck(Guid EvidenceId, string How);

/// <summary>Confirms that items of evidence were verified (查证属实). 行政处罚法 第四十六条第二款.</summary>
public sealed record VerifyEvidence : ActBody
{
    /// <summary>The items that were verified, each with how.</summary>
    public required IReadOnlyList<EvidenceCheck> Items { get; init; }

    /// <summary>Name of the officer responsible for the verification; must be the name of the signed-in person in the register.</summary>
    public required string VerifierName { get; init; }

    internal override void Execute(ActExecution act)
    {
        if (Items.Count == 0)
            throw OrdinaryFile.Incomplete.With("没有写明查证的证据");
        if (!string.Equals(act.Law.Roster.OfficerOn(act.Law.PersonId, act.DoneOn)?.Name, VerifierName, StringComparison.Ordinal))
            throw EvidenceOnFile.NotTheVerifier.With("查证人姓名与当前登录的执法人员不一致");
        foreach (var item in Items)
        {
            var evidence = act.File.Evidence.Of(item.EvidenceId);
            if (evidence.UnlawfulBecause is not null)
                throw EvidenceRules.Unlawful.With($"证据 {item.EvidenceId} 已排除");
        }
    }

    internal override void Apply(OrdinaryFile file, DoneAct done) => file.Evidence.Apply(this, done);

    internal override RecordFields RecordedFields() => new RecordFields().Add("evidence", Items.Select(i => i.EvidenceId.ToString()));
}
