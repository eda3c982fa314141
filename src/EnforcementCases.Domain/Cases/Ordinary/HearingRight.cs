using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Why a hearing must be offered, the items of 第六十三条第一款 (应当告知听证权利的情形).</summary>
public enum HearingGround
{
    /// <summary>较大数额罚款 (第一项).</summary>
    LargeFine,

    /// <summary>没收较大数额违法所得 (第二项).</summary>
    LargeGains,

    /// <summary>没收较大价值非法财物 (第二项).</summary>
    LargeGoods,

    /// <summary>降低资质等级、吊销许可证件 (第三项).</summary>
    QualificationOrLicence,

    /// <summary>责令停产停业、责令关闭、限制从业 (第四项).</summary>
    ClosureOrBan,

    /// <summary>其他较重的行政处罚 (第五项): ticked by the officers.</summary>
    OtherHeavier,

    /// <summary>法律、法规、规章规定的其他情形 (第六项): ticked by the officers.</summary>
    OtherByLaw,
}

/// <summary>From which amounts on a hearing must be offered, as the place sets them, each amount itself included (达到即应当告知).</summary>
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
    /// <summary>The six amounts by their keys.</summary>
    /// <param name="inForce">Gives a parameter as it stands for the organisation on the day of the notice.</param>
    public static HearingAmounts From(Func<string, ParameterInForce> inForce) =>
        new(
            inForce("hearing.fine.citizen"),
            inForce("hearing.fine.organisation"),
            inForce("hearing.gains.citizen"),
            inForce("hearing.gains.organisation"),
            inForce("hearing.goods.citizen"),
            inForce("hearing.goods.organisation")
        );

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

/// <summary>When the party must be told that it may ask for a hearing (听证权利), computed from the proposed penalty. 行政处罚法 第六十三条.</summary>
/// <remarks>The party bears no cost of a hearing (当事人不承担行政机关组织听证的费用): nothing here or elsewhere can charge one.</remarks>
public static class HearingRight
{
    /// <summary>The right was not told where it had to be.</summary>
    public static readonly DomainError NotTold = new(
        "hearing.right-not-told",
        "APL-63",
        ErrorKind.RuleBroken,
        "拟作出较重处罚的，应当告知当事人有要求听证的权利",
        PenaltyLaw.At("第六十三条第一款")
    );

    /// <summary>Why a hearing must be offered; none where it need not be.</summary>
    /// <param name="ticked">Grounds of 第五项 and 第六项 that the officers see.</param>
    [StatutoryRule("APL-63"), StatutoryRule("TJ-HEAR")]
    public static IReadOnlyList<HearingGround> Grounds(
        IReadOnlyCollection<PenaltyItem> proposed,
        PartyKind party,
        HearingAmounts amounts,
        IReadOnlyCollection<HearingGround>? ticked = null
    ) => [.. proposed.Select(i => GroundOf(i, party, amounts)).OfType<HearingGround>().Concat(ticked ?? []).Distinct().Order()];

    /// <summary>Amounts that nobody has confirmed and on which it hangs whether a hearing must be offered: none where another ground decides or the right is told anyway.</summary>
    /// <param name="rightTold">The notice tells the right.</param>
    public static IReadOnlyList<DomainException> UnconfirmedAmounts(
        IReadOnlyCollection<PenaltyItem> proposed,
        PartyKind party,
        HearingAmounts amounts,
        bool rightTold
    )
    {
        if (rightTold || proposed.Any(i => GroundOf(i.Kind) is not null))
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

    /// <summary>Refuses, in production, to rest on an amount that nobody has confirmed that no hearing need be offered.</summary>
    /// <exception cref="DomainException"><see cref="ParameterInForce.Unconfirmed"/>.</exception>
    public static void EnsureAmountsConfirmed(
        IReadOnlyCollection<PenaltyItem> proposed,
        PartyKind party,
        HearingAmounts amounts,
        bool rightTold
    ) => UnconfirmedAmounts(proposed, party, amounts, rightTold).RefuseFirst();

    /// <summary>Why a notice falls short; null where no hearing need be offered, or it tells the right.</summary>
    public static DomainException? WhyNotTold(PriorNotice notice, IReadOnlyCollection<HearingGround> grounds) =>
        grounds.Count > 0 && !notice.HearingRightTold
            ? NotTold.With(string.Join('、', grounds.Select(Name)), "重新告知，写明要求听证的权利和期限")
            : null;

    /// <summary>Refuses a notice, or a decision on it, that does not tell the right where it has to.</summary>
    /// <exception cref="DomainException"><see cref="NotTold"/>.</exception>
    public static void EnsureTold(PriorNotice notice, IReadOnlyCollection<HearingGround> grounds)
    {
        if (WhyNotTold(notice, grounds) is { } why)
            throw why;
    }

    /// <summary>The ground as printed.</summary>
    public static string Name(this HearingGround ground) =>
        ground switch
        {
            HearingGround.LargeFine => "较大数额罚款",
            HearingGround.LargeGains => "没收较大数额违法所得",
            HearingGround.LargeGoods => "没收较大价值非法财物",
            HearingGround.QualificationOrLicence => "降低资质等级、吊销许可证件",
            HearingGround.ClosureOrBan => "责令停产停业、责令关闭、限制从业",
            HearingGround.OtherHeavier => "其他较重的行政处罚",
            HearingGround.OtherByLaw => "法律、法规、规章规定的其他情形",
        };

    /// <summary>The ground that a kind is by itself, whatever the amount.</summary>
    internal static HearingGround? GroundOf(PenaltyKind kind) =>
        kind switch
        {
            PenaltyKind.QualificationDowngrade or PenaltyKind.LicenceRevocation => HearingGround.QualificationOrLicence,
            PenaltyKind.SuspensionOfOperation or PenaltyKind.Closure or PenaltyKind.OccupationBan => HearingGround.ClosureOrBan,
            _ => null,
        };

    private static HearingGround? GroundOf(PenaltyItem item, PartyKind party, HearingAmounts amounts)
    {
        if (amounts.For(item.Kind, party) is not { } from)
            return GroundOf(item.Kind);
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
