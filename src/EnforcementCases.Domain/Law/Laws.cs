namespace EnforcementCases.Domain.Law;

/// <summary>行政处罚法 (APL), 2021 revision, in force since 2021-07-15.</summary>
public static class PenaltyLaw
{
    /// <summary>Cites an article.</summary>
    public static LegalBasis At(string article) => new("《行政处罚法》", article);

    /// <summary>The unit of a period this law prints in days: 二日、三日、五日、七日 are working days (第八十五条), 十五日 and 九十日 are calendar days.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The law prints no such period.</exception>
    [StatutoryRule("TIME-APL-85")]
    public static TimeLimit Days(int printed) =>
        printed switch
        {
            2 or 3 or 5 or 7 => TimeLimit.WorkingDays(printed),
            15 or 90 => TimeLimit.CalendarDays(printed),
            _ => throw new ArgumentOutOfRangeException(
                nameof(printed),
                printed,
                "行政处罚法 prints periods of 2, 3, 5, 7, 15 and 90 days."
            ),
        };
}

/// <summary>行政强制法 (ACL), in force since 2012-01-01.</summary>
public static class CoercionLaw
{
    /// <summary>Cites an article.</summary>
    public static LegalBasis At(string article) => new("《行政强制法》", article);

    /// <summary>The unit of a period this law prints in days: 十日以内 are working days (第六十九条), longer ones are calendar days.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than one day.</exception>
    [StatutoryRule("TIME-ACL-69")]
    public static TimeLimit Days(int printed) => printed <= 10 ? TimeLimit.WorkingDays(printed) : TimeLimit.CalendarDays(printed);
}

/// <summary>行政复议法 (ARL), 2023 revision, in force since 2024-01-01.</summary>
public static class ReconsiderationLaw
{
    /// <summary>Cites an article.</summary>
    public static LegalBasis At(string article) => new("《行政复议法》", article);

    /// <summary>The unit of a period this law prints in days: 三日、五日、七日、十日 are working days (第八十八条), every longer one is calendar days.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The law prints no such period.</exception>
    [StatutoryRule("TIME-ARL-88")]
    public static TimeLimit Days(int printed) =>
        printed switch
        {
            3 or 5 or 7 or 10 => TimeLimit.WorkingDays(printed),
            > 10 => TimeLimit.CalendarDays(printed),
            _ => throw new ArgumentOutOfRangeException(
                nameof(printed),
                printed,
                "行政复议法 prints periods of 3, 5, 7 and 10 days, and longer ones."
            ),
        };
}

/// <summary>行政诉讼法 (ALL), 2017 revision.</summary>
public static class LitigationLaw
{
    /// <summary>Cites an article.</summary>
    public static LegalBasis At(string article) => new("《行政诉讼法》", article);

    /// <summary>The unit of a period this law prints in days: it has no working-day clause, so calendar days.</summary>
    [StatutoryRule("TIME-ALL")]
    public static TimeLimit Days(int printed) => TimeLimit.CalendarDays(printed);
}

/// <summary>国家赔偿法 (SCL), 2012 amendment.</summary>
public static class CompensationLaw
{
    /// <summary>Cites an article.</summary>
    public static LegalBasis At(string article) => new("《国家赔偿法》", article);

    /// <summary>The unit of a period this law prints in days: it has no working-day clause, so calendar days.</summary>
    [StatutoryRule("TIME-SCL")]
    public static TimeLimit Days(int printed) => TimeLimit.CalendarDays(printed);
}

/// <summary>国办发〔2018〕118号 (118): publicity, process record, legal review.</summary>
public static class ThreeSystemsCircular
{
    /// <summary>Cites a section.</summary>
    public static LegalBasis At(string section) =>
        new("《国务院办公厅关于全面推行行政执法公示制度执法全过程记录制度重大执法决定法制审核制度的指导意见》", section);

    /// <summary>The unit of a period the circular prints in days: it uses 工作日 itself.</summary>
    [StatutoryRule("TIME-118")]
    public static TimeLimit Days(int printed) => TimeLimit.WorkingDays(printed);
}

/// <summary>国办发〔2024〕54号 (54): checks on enterprises. Cited as a whole, by its number: the numbers of its sections are not confirmed.</summary>
public static class InspectionCircular
{
    /// <summary>Cites it.</summary>
    public static readonly LegalBasis Whole = new("《国务院办公厅关于严格规范涉企行政检查的意见》", "（国办发〔2024〕54号）");
}

/// <summary>罚款决定与罚款收缴分离实施办法 (国务院令第235号).</summary>
public static class FineCollectionRules
{
    /// <summary>Cites an article.</summary>
    public static LegalBasis At(string article) => new("《罚款决定与罚款收缴分离实施办法》", article);
}

/// <summary>民事诉讼法 (CPL), 2023 revision, for the ways of service and the counting of periods.</summary>
public static class CivilProcedureLaw
{
    /// <summary>Cites an article.</summary>
    public static LegalBasis At(string article) => new("《民事诉讼法》", article);
}

/// <summary>《民法典》.</summary>
public static class CivilCode
{
    /// <summary>Cites an article.</summary>
    public static LegalBasis At(string article) => new("《民法典》", article);
}

/// <summary>《未成年人保护法》.</summary>
public static class MinorsProtectionLaw
{
    /// <summary>Cites an article.</summary>
    public static LegalBasis At(string article) => new("《未成年人保护法》", article);
}

/// <summary>《城乡规划法》.</summary>
public static class UrbanPlanningLaw
{
    /// <summary>Cites an article.</summary>
    public static LegalBasis At(string article) => new("《城乡规划法》", article);
}

/// <summary>《个人信息保护法》, in force since 2021-11-01.</summary>
public static class PersonalInformationLaw
{
    /// <summary>Cites an article.</summary>
    public static LegalBasis At(string article) => new("《个人信息保护法》", article);
}
