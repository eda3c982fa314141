namespace EnforcementCases.Domain.Law;

/// <summary>A citation as printed in the law, so that a text search finds every rule of an article.</summary>
/// <param name="Instrument">Name of the law in title marks, <c>《行政处罚法》</c>.</param>
/// <param name="Article">Article, paragraph and item as printed, <c>第七十二条第一款第一项</c>.</param>
public sealed record LegalBasis(string Instrument, string Article)
{
    /// <summary>The citation in one piece, <c>《行政处罚法》第五十一条</c>.</summary>
    public override string ToString() => Instrument + Article;
}

/// <summary>行政处罚法 (APL), 2021 revision, in force since 2021-07-15.</summary>
public static class PenaltyLaw
{
    /// <summary>Cites an article.</summary>
    public static LegalBasis At(string article) => new("《行政处罚法》", article);
}

/// <summary>行政强制法 (ACL), in force since 2012-01-01.</summary>
public static class CoercionLaw
{
    /// <summary>Cites an article.</summary>
    public static LegalBasis At(string article) => new("《行政强制法》", article);
}

/// <summary>行政复议法 (ARL), 2023 revision, in force since 2024-01-01.</summary>
public static class ReconsiderationLaw
{
    /// <summary>Cites an article.</summary>
    public static LegalBasis At(string article) => new("《行政复议法》", article);
}

/// <summary>行政诉讼法 (ALL), 2017 revision.</summary>
public static class LitigationLaw
{
    /// <summary>Cites an article.</summary>
    public static LegalBasis At(string article) => new("《行政诉讼法》", article);
}

/// <summary>民事诉讼法 (CPL), 2023 revision, for the ways of service and the counting of periods.</summary>
public static class CivilProcedureLaw
{
    /// <summary>Cites an article.</summary>
    public static LegalBasis At(string article) => new("《民事诉讼法》", article);
}

/// <summary>民法典, for the counting of periods and the meaning of 以上 and 以下.</summary>
public static class CivilCode
{
    /// <summary>Cites an article.</summary>
    public static LegalBasis At(string article) => new("《民法典》", article);
}
