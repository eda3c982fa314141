using System.Globalization;

namespace EnforcementCases.Domain.Statistics;

/// <summary>The release of frozen figures (统计数据核准发布): by two persons, with nothing in them that contradicts itself, before 31 January.</summary>
[StatutoryRule("PUB-ANNUAL"), StatutoryRule("ST-11")]
public static class SnapshotRelease
{
    /// <summary>The period was not over when it was frozen.</summary>
    public static readonly DomainError Preliminary = new(
        "statistics.preliminary-not-released",
        "ST-10",
        ErrorKind.Unacceptable,
        "期间届满前试算的快照不得发布"
    );

    /// <summary>A later revision is there.</summary>
    public static readonly DomainError Superseded = new(
        "statistics.snapshot-superseded",
        "ST-10",
        ErrorKind.Conflict,
        "该快照已被新的一版取代"
    );

    /// <summary>The person saw another content.</summary>
    public static readonly DomainError OtherContent = new(
        "statistics.content-differs",
        "ST-10",
        ErrorKind.Conflict,
        "核准的内容与快照不一致"
    );

    /// <summary>It is released already.</summary>
    public static readonly DomainError AlreadyReleased = new("statistics.already-released", null, ErrorKind.Conflict, "该快照已经发布");

    /// <summary>The second person is the first.</summary>
    public static readonly DomainError SamePerson = new(
        "statistics.same-person",
        null,
        ErrorKind.Unacceptable,
        "统计数据由两人核准，同一人不得核准两次"
    );

    /// <summary>A figure that the place added is to be the sum of parts, and one of them is missing.</summary>
    public static readonly DomainError PartMissing = new(
        "statistics.part-missing",
        "ST-11",
        ErrorKind.Unacceptable,
        "自填指标的组成部分缺失，不得发布"
    );

    /// <summary>The last day for releasing a year (PUB-ANNUAL); null for a shorter period.</summary>
    public static DateOnly? DueOn(string period, int year) =>
        string.Equals(period, year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal) ? new(year + 1, 1, 31) : null;

    /// <summary>Refuses figures of the place that contradict their parts.</summary>
    /// <param name="own">The figures of the place.</param>
    /// <param name="computed">The computed figures, by key, in their units.</param>
    /// <exception cref="DomainException"><see cref="PartMissing"/> or <see cref="FigureIdentity.Broken"/>.</exception>
    public static void EnsureAddUp(IReadOnlyList<OwnFigure> own, IReadOnlyDictionary<string, decimal> computed)
    {
        var values = own.ToDictionary(f => f.Key, f => f.Value, StringComparer.Ordinal);
        foreach (var figure in own.Where(f => f.Parts.Count > 0))
        {
            string[] missing = [.. figure.Parts.Where(part => !values.ContainsKey(part) && !computed.ContainsKey(part))];
            if (missing.Length > 0)
                throw PartMissing.With($"{figure.Name}缺 {string.Join('、', missing)}", "补填缺失的指标，或者更正组成部分");
            var sum = figure.Parts.Sum(part => values.TryGetValue(part, out var value) ? value : computed[part]);
            if (sum != figure.Value)
            {
                throw FigureIdentity.Broken.With(
                    $"{figure.Name}（自填）：合计 {figure.Value}，{string.Join(" + ", figure.Parts)} 之和 {sum}，相差 {figure.Value - sum}",
                    "更正自填指标，或者补录缺少的部分"
                );
            }
        }
    }
}
