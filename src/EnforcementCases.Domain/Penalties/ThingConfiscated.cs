namespace EnforcementCases.Domain.Penalties;

/// <summary>Things that the decision confiscates (没收的非法财物), with their value.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Quantity">How many or how much, <c>2 台</c>.</param>
/// <param name="ValueFen">Value in fen (分), as appraised or priced; 0 only with a reason.</param>
/// <param name="ValueSource">Where the value comes from: appraisal, price list, invoice (评估、价格认定、发票); required unless the value is 0.</param>
/// <param name="WorthlessBecause">Why it has no value; required if the value is 0, otherwise null.</param>
public sealed record ThingConfiscated(
    string Name,
    string Quantity,
    long ValueFen,
    string? ValueSource = null,
    string? WorthlessBecause = null
)
{
    internal Money Value => Money.OfFen(ValueFen);
}
