using EnforcementCases.Domain.Cases.Correction;
using EnforcementCases.Domain.Penalties;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>An order to correct with its last re-check (责令改正及复查).</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Requirement">What has to be put right.</param>
/// <param name="OrderedOn">Date of the order.</param>
/// <param name="DueOn">Last day; null: at once.</param>
/// <param name="RecheckedOn">Date of the last re-check; null if there was none.</param>
/// <param name="Result">What it found; null if there was none.</param>
/// <param name="Position">Position in the file of the act that gave it.</param>
/// <param name="Kind">What was ordered; null for an order to put right.</param>
/// <param name="Matter">Code of the matter under which it was given; null if unknown.</param>
public sealed record OrderGiven(
    Guid OrderId,
    string Requirement,
    DateOnly OrderedOn,
    DateOnly? DueOn,
    DateOnly? RecheckedOn = null,
    RecheckResult? Result = null,
    int Position = 0,
    CorrectiveOrder? Kind = null,
    string? Matter = null
);
