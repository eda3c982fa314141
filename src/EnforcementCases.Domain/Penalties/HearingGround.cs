namespace EnforcementCases.Domain.Penalties;

/// <summary>Why a hearing must be offered: the items of 第六十三条第一款 (应当告知听证权利的情形).</summary>
public enum HearingGround
{
    /// <summary>较大数额罚款 (第一项).</summary>
    [Term("较大数额罚款")]
    LargeFine,

    /// <summary>没收较大数额违法所得 (第二项).</summary>
    [Term("没收较大数额违法所得")]
    LargeGains,

    /// <summary>没收较大价值非法财物 (第二项).</summary>
    [Term("没收较大价值非法财物")]
    LargeGoods,

    /// <summary>降低资质等级、吊销许可证件 (第三项).</summary>
    [Term("降低资质等级、吊销许可证件")]
    QualificationOrLicence,

    /// <summary>责令停产停业、责令关闭、限制从业 (第四项).</summary>
    [Term("责令停产停业、责令关闭、限制从业")]
    ClosureOrBan,

    /// <summary>其他较重的行政处罚 (第五项): stated by the officers, not computed.</summary>
    [Term("其他较重的行政处罚")]
    OtherHeavier,

    /// <summary>法律、法规、规章规定的其他情形 (第六项): stated by the officers, not computed.</summary>
    [Term("法律、法规、规章规定的其他情形")]
    OtherByLaw,
}

/// <summary>The grounds of a hearing, and the kinds of penalty that require one regardless of the amount. 行政处罚法 第六十三条第一款.</summary>
public static class HearingGrounds
{
    /// <summary>The ground that a kind is by itself, whatever the amount.</summary>
    public static HearingGround? Of(PenaltyKind kind) =>
        kind switch
        {
            PenaltyKind.QualificationDowngrade or PenaltyKind.LicenceRevocation => HearingGround.QualificationOrLicence,
            PenaltyKind.SuspensionOfOperation or PenaltyKind.Closure or PenaltyKind.OccupationBan => HearingGround.ClosureOrBan,
            _ => null,
        };
}
