using System.Globalization;
using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Penalties;

/// <summary>Who may decide: in whose name, on which matter, in which area. 行政处罚法 第十七条、第二十二条、第二十四条.</summary>
public static class Jurisdiction
{
    /// <summary>A decision in the name of a body inside the organ.</summary>
    public static readonly DomainError InternalBody = new(
        "jurisdiction.internal-body",
        "APL-17",
        ErrorKind.RuleBroken,
        "处罚决定应当以街道办事处或者乡镇人民政府的名义作出，不能以内设大队的名义作出",
        PenaltyLaw.At("第十七条")
    );

    /// <summary>The place of the offence lies outside the organ's area.</summary>
    public static readonly DomainError OutsideArea = new(
        "jurisdiction.outside-area",
        "APL-22",
        ErrorKind.RuleBroken,
        "行政处罚由违法行为发生地的行政机关管辖",
        PenaltyLaw.At("第二十二条")
    );

    /// <summary>The matter was not handed to the organ on that day.</summary>
    public static readonly DomainError MatterNotInForce = new(
        "jurisdiction.matter-not-in-force",
        "APL-24",
        ErrorKind.RuleBroken,
        "该事项在该日未赋权给本机关，或者本机关尚未承接",
        PenaltyLaw.At("第二十四条")
    );

    /// <summary>The matter was handed over for another area.</summary>
    public static readonly DomainError MatterOutsideArea = new(
        "jurisdiction.matter-outside-area",
        "APL-24",
        ErrorKind.RuleBroken,
        "该事项的赋权范围不包括违法行为发生地",
        PenaltyLaw.At("第二十四条")
    );

    private static readonly string[] InternalEndings = ["大队", "中队", "支队", "队", "科", "室", "所", "站", "办公室", "执法中心"];

    /// <summary>Refuses the name of a brigade, section or centre on a decision.</summary>
    /// <param name="nameOnDecisions">The name as it would print, <c>天津市滨海新区人民政府汉沽街道办事处</c>.</param>
    /// <exception cref="DomainException"><see cref="InternalBody"/>.</exception>
    public static void EnsureOrgan(string nameOnDecisions)
    {
        var name = nameOnDecisions.Trim();
        if (name.Length == 0 || InternalEndings.Any(e => name.EndsWith(e, StringComparison.Ordinal)))
            throw InternalBody.With(name.Length == 0 ? "没有机关名称" : $"“{name}”不是能以自己名义作出处罚决定的机关");
    }

    /// <summary>Refuses a place outside the organ's area, unless a designation (指定管辖) or a transfer (移送) is on file.</summary>
    /// <param name="placeCode">Division code of the place of the offence.</param>
    /// <param name="areaCode">Division code of the organ's area; codes of places inside begin with it.</param>
    /// <exception cref="DomainException"><see cref="OutsideArea"/>.</exception>
    public static void EnsureInArea(string placeCode, string areaCode, bool designatedOrTransferred)
    {
        if (!designatedOrTransferred && !IsInside(placeCode, areaCode))
            throw OutsideArea.With($"违法行为发生地 {placeCode}，本机关区域 {areaCode}", "附指定管辖或者移送文书");
    }

    /// <summary>Refuses a matter that was not in force on that day; called for the day of the offence and the day of the decision.</summary>
    /// <param name="from">First day of the adoption; null if the organ never adopted the matter.</param>
    /// <param name="to">Its last day; null if open-ended.</param>
    /// <exception cref="DomainException"><see cref="MatterNotInForce"/>.</exception>
    public static void EnsureMatterInForce(DateOnly? from, DateOnly? to, DateOnly on)
    {
        if (from is not { } first)
            throw MatterNotInForce.With("本机关没有承接该事项");
        if (on < first || on > to)
            throw MatterNotInForce.With(
                $"承接期间 {first:yyyy-MM-dd} 至 {(to is { } last ? last.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "今")}，该日为 {on:yyyy-MM-dd}"
            );
    }

    /// <summary>Refuses a place outside the areas for which the matter was handed over.</summary>
    /// <param name="areaCodes">Division codes; empty means the whole area of the organ.</param>
    /// <exception cref="DomainException"><see cref="MatterOutsideArea"/>.</exception>
    public static void EnsureMatterCovers(IReadOnlyCollection<string> areaCodes, string placeCode)
    {
        if (areaCodes.Count > 0 && !areaCodes.Any(a => IsInside(placeCode, a)))
            throw MatterOutsideArea.With($"违法行为发生地 {placeCode}");
    }

    private static bool IsInside(string placeCode, string areaCode) =>
        areaCode.Length > 0 && placeCode.StartsWith(areaCode, StringComparison.Ordinal);
}
