namespace EnforcementCases.Domain;

/// <summary>A citation as printed in the law, so that a text search finds every rule of an article.</summary>
/// <param name="Instrument">Name of the law in title marks, <c>《行政处罚法》</c>.</param>
/// <param name="Article">Article, paragraph and item as printed, <c>第七十二条第一款第一项</c>.</param>
public sealed record LegalBasis([property: Bilingual] string Instrument, [property: Bilingual] string Article)
{
    /// <summary>The citation in one piece, <c>《行政处罚法》第五十一条</c>.</summary>
    public override string ToString() => Instrument + Article;
}
