using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Provision of a law, regulation or rule that stops the ninety days (期限扣除的依据).</summary>
/// <param name="Instrument">Name of the instrument in title marks, 《》.</param>
/// <param name="Article">Article as printed.</param>
/// <param name="Level">Rank of the instrument.</param>
public sealed record TermBasis(string Instrument, string Article, InstrumentLevel Level);

/// <summary>The head suspends the investigation (中止调查). The ninety days continue to run unless a provision is given that stops them. 行政处罚法 第六十条.</summary>
public sealed record SuspendCase : ActBody
{
    /// <summary>Reason for the suspension, <c>等待鉴定结论</c>.</summary>
    public required string Reason { get; init; }

    /// <summary>Provision that stops the ninety days for the time of the suspension; null if none, and then they continue to run.</summary>
    public TermBasis? TermStandsStillBy { get; init; }

    internal override void Execute(ActExecution act)
    {
        if (TermStandsStillBy is null)
            return;
        DecisionTerm.From(act.File.Investigation.TermFrom, act.Law.Calendar, [Exclusion(act.DoneOn)]); // refuses an invalid basis
        act.Drop(DeadlineKind.Decision);
    }

    internal override void Apply(OrdinaryFile file, DoneAct done) => file.Investigation.Apply(this);

    internal override RecordFields RecordedFields() =>
        new RecordFields().Add("termStandsStill", TermStandsStillBy is not null).Add("basisLevel", TermStandsStillBy?.Level);

    /// <summary>The days taken out, up to one.</summary>
    internal TermExclusion Exclusion(DateOnly to) =>
        new(
            LegalDate.Of(DoneAt),
            to,
            Reason,
            TermStandsStillBy is { } basis ? new(basis.Instrument, basis.Article) : null,
            TermStandsStillBy?.Level
        );
}
