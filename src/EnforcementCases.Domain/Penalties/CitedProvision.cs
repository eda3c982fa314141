namespace EnforcementCases.Domain.Penalties;

/// <summary>A provision cited in a decision, with the subdivisions of its article.</summary>
/// <param name="Instrument">Name in title marks, <c>《城市市容和环境卫生管理条例》</c>.</param>
/// <param name="Article">Article with its subdivisions as printed, <c>第三十四条第一款第二项</c>.</param>
/// <param name="HasParagraphs">Whether the article has more than one paragraph (款), so that the citation must name one.</param>
/// <param name="HasItems">Whether the provision is in an item (项), so that the citation must name it.</param>
public sealed record CitedProvision(string Instrument, string Article, bool HasParagraphs = false, bool HasItems = false);
