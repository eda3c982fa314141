using EnforcementCases.Domain.Penalties;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Penalties in the record, in clear: kinds, fen, days.</summary>
internal static class PenaltyFields
{
    public static IEnumerable<RecordFields> Of(IEnumerable<PenaltyItem> penalties) =>
        penalties
            .OrderBy(p => p.Kind)
            .Select(p => new RecordFields().Add("kind", p.Kind).Add("amountFen", p.AmountFen).Add("termDays", (long?)p.TermDays));
}
