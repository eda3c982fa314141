using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Parties;
using EnforcementCases.Domain.Penalties;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>When the party must be notified that it may ask for a hearing (听证权利), computed from the proposed penalty. 行政处罚法 第六十三条.</summary>
/// <remarks>The party bears no cost of a hearing (当事人不承担行政机关组织听证的费用): nothing here or elsewhere can charge one.</remarks>
public static class HearingRight
{
    /// <summary>The party was not notified of the right although it had to be.</summary>
    public static readonly DomainError NotNotified = new(
        "hearing.right-not-told",
        "APL-63",
        ErrorKind.RuleBroken,
        "拟作出较重处罚的，应当告知当事人有要求听证的权利",
        PenaltyLaw.At("第六十三条第一款")
    );

    /// <summary>Why a hearing must be offered; none if it need not be.</summary>
    /// <param name="ticked">Grounds of 第五项 and 第六项 that the officers see.</param>
    /// <param name="orders">What is to be ordered: some orders are heard as a suspension of business, or by themselves, as the place sets.</param>
    [StatutoryRule("APL-63"), StatutoryRule("TJ-HEAR"), StatutoryRule("PEN-STOP")]
    public static IReadOnlyList<HearingGround> Grounds(
        IReadOnlyCollection<PenaltyItem> proposed,
        PartyKind party,
        HearingAmounts amounts,
        IReadOnlyCollection<HearingGround>? ticked = null,
        IReadOnlyCollection<DecisionOrder>? orders = null
    ) =>
        [
            .. proposed
                .Select(i => GroundOf(i, party, amounts))
                .Concat((orders ?? []).Select(o => amounts.Orders.GroundOf(o.Kind)))
                .OfType<HearingGround>()
                .Concat(ticked ?? [])
                .Distinct()
                .Order(),
        ];

    /// <summary>Unconfirmed amounts on which the duty to offer a hearing depends; none if another ground decides or the notice states the right anyway.</summary>
    /// <param name="rightNotified">The notice states the right.</param>
    public static IReadOnlyList<DomainException> UnconfirmedAmounts(
        IReadOnlyCollection<PenaltyItem> proposed,
        PartyKind party,
        HearingAmounts amounts,
        bool rightNotified
    )
    {
        if (rightNotified || proposed.Any(i => HearingGrounds.Of(i.Kind) is not null))
            return [];
        return
        [
            .. proposed
                .Select(i => amounts.For(i.Kind, party))
                .OfType<ParameterInForce>()
                .Where(p => !p.IsConfirmed)
                .Select(p =>
                    ParameterInForce.Unconfirmed.With(
                        $"参数 {p.Parameter.Key} 现值 {p.Value}",
                        "告知听证权利，或者由两名目录管理员录入并确认"
                    )
                ),
        ];
    }

    /// <summary>Refuses, in production, to conclude from an unconfirmed amount that no hearing need be offered.</summary>
    /// <exception cref="DomainException"><see cref="ParameterInForce.Unconfirmed"/>.</exception>
    public static void EnsureAmountsConfirmed(
        IReadOnlyCollection<PenaltyItem> proposed,
        PartyKind party,
        HearingAmounts amounts,
        bool rightNotified
    ) => UnconfirmedAmounts(proposed, party, amounts, rightNotified).RefuseFirst();

    /// <summary>Why a notice is not sufficient; null if no hearing need be offered, or it states the right.</summary>
    public static DomainException? ObstacleUnlessNotified(PriorNotice notice, IReadOnlyCollection<HearingGround> grounds) =>
        grounds.Count > 0 && !notice.HearingRightNotified
            ? NotNotified.With(string.Join('、', grounds.Select(v => v.Term())), "重新告知，写明要求听证的权利和期限")
            : null;

    /// <summary>Refuses a notice, or a decision on it, that does not state the right although it must.</summary>
    /// <exception cref="DomainException"><see cref="NotNotified"/>.</exception>
    public static void EnsureNotified(PriorNotice notice, IReadOnlyCollection<HearingGround> grounds)
    {
        if (ObstacleUnlessNotified(notice, grounds) is { } why)
            throw why;
    }

    private static HearingGround? GroundOf(PenaltyItem item, PartyKind party, HearingAmounts amounts)
    {
        if (amounts.For(item.Kind, party) is not { } from)
            return HearingGrounds.Of(item.Kind);
        if (item.Amount < from.Money)
            return null;
        return item.Kind switch
        {
            PenaltyKind.Fine => HearingGround.LargeFine,
            PenaltyKind.ConfiscationOfGains => HearingGround.LargeGains,
            _ => HearingGround.LargeGoods,
        };
    }
}
