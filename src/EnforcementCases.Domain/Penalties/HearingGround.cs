namespace EnforcementCases.Domain.Penalties;

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

/// <summary>The grounds of a hearing, and the kinds of penalty that require one regardless of the amount. 行政处罚法 第六十三条第一款.</summary>
public static class HearingGrounds
{
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

    /// <summary>The ground that a kind is by itself, regardless of the amount; null if none.</summary>
    public static HearingGround? Of(PenaltyKind kind) =>
        kind switch
        {
            PenaltyKind.QualificationDowngrade or PenaltyKind.LicenceRevocation => HearingGround.QualificationOrLicence,
            PenaltyKind.SuspensionOfOperation or PenaltyKind.Closure or PenaltyKind.OccupationBan => HearingGround.ClosureOrBan,
            _ => null,
        };
}
