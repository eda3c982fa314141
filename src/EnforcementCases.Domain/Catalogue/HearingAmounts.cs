using EnforcementCases.Domain.Parties;
using EnforcementCases.Domain.Penalties;

namespace EnforcementCases.Domain.Catalogue;

/// <summary>Amounts from which a hearing must be offered, as the place sets them, each inclusive (达到即应当告知).</summary>
/// <param name="FineCitizen"><c>hearing.fine.citizen</c>.</param>
/// <param name="FineOrganisation"><c>hearing.fine.organisation</c>.</param>
/// <param name="GainsCitizen"><c>hearing.gains.citizen</c>.</param>
/// <param name="GainsOrganisation"><c>hearing.gains.organisation</c>.</param>
/// <param name="GoodsCitizen"><c>hearing.goods.citizen</c>.</param>
/// <param name="GoodsOrganisation"><c>hearing.goods.organisation</c>.</param>
public sealed record HearingAmounts(
    ParameterInForce FineCitizen,
    ParameterInForce FineOrganisation,
    ParameterInForce GainsCitizen,
    ParameterInForce GainsOrganisation,
    ParameterInForce GoodsCitizen,
    ParameterInForce GoodsOrganisation
)
{
    /// <summary>Orders that are heard like a penalty.</summary>
    public OrderSettings Orders { get; init; } = OrderSettings.None;

    /// <summary>The six amounts by their keys.</summary>
    /// <param name="inForce">Returns the value of a parameter for the organisation on the day of the notice.</param>
    public static HearingAmounts From(Func<ParameterKey, ParameterInForce> inForce) =>
        new(
            inForce(LocalParameters.HearingFineCitizen),
            inForce(LocalParameters.HearingFineOrganisation),
            inForce(LocalParameters.HearingGainsCitizen),
            inForce(LocalParameters.HearingGainsOrganisation),
            inForce(LocalParameters.HearingGoodsCitizen),
            inForce(LocalParameters.HearingGoodsOrganisation)
        )
        {
            Orders = OrderSettings.From(inForce),
        };

    /// <summary>The amount that decides for a kind and a party; null for a kind that is not counted in money.</summary>
    /// <remarks>个体工商户 have the citizen's amount: the lower one only offers more hearings.</remarks>
    public ParameterInForce? For(PenaltyKind kind, PartyKind party)
    {
        var asCitizen = party switch
        {
            PartyKind.Citizen or PartyKind.IndividualBusiness => true,
            PartyKind.LegalPerson or PartyKind.OtherOrganisation => false,
        };
        return kind switch
        {
            PenaltyKind.Fine => asCitizen ? FineCitizen : FineOrganisation,
            PenaltyKind.ConfiscationOfGains => asCitizen ? GainsCitizen : GainsOrganisation,
            PenaltyKind.ConfiscationOfGoods => asCitizen ? GoodsCitizen : GoodsOrganisation,
            _ => null,
        };
    }
}
