using System.Globalization;

namespace EnforcementCases.Domain.Catalogue;

/// <summary>Period in which a version applies, both days inclusive.</summary>
/// <param name="From">First day; null if it could not be established (no lower limit).</param>
/// <param name="To">Last day; null if open-ended.</param>
public readonly record struct Validity(DateOnly? From, DateOnly? To)
{
    /// <summary>First day, or the earliest possible date if null.</summary>
    public DateOnly Begins => From ?? DateOnly.MinValue;

    /// <inheritdoc />
    public override string ToString() => $"{Day(From, "未注明")} 至 {Day(To, "今")}";

    private static string Day(DateOnly? day, string none) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? none;
}

/// <summary>What a row of a change does.</summary>
public enum CatalogueRowOutcome
{
    /// <summary>新增: no version of its code exists yet.</summary>
    Create,

    /// <summary>新版本: begins on its day and ends the previous version on the day before.</summary>
    NewVersion,

    /// <summary>更正: replaces a version for the same period; cases based on the old one keep it.</summary>
    Correct,

    /// <summary>终止: sets the last day of a version and changes nothing else.</summary>
    End,

    /// <summary>不变.</summary>
    Unchanged,

    /// <summary>有误.</summary>
    Rejected,
}

/// <summary>Place of a row among the versions of its code.</summary>
/// <param name="Outcome">Outcome of the row.</param>
/// <param name="Same">The version of the same first day, which it corrects, ends or repeats; null if none.</param>
/// <param name="Before">The version that it ends on the day before its own first day; null if none.</param>
public readonly record struct Placement(CatalogueRowOutcome Outcome, int? Same, int? Before);

/// <summary>How a version entered by clerks follows the versions of its code: without overlap and without gap (效期衔接). 行政处罚法 第三十七条.</summary>
public static class ValidityChain
{
    /// <summary>A day would have two versions.</summary>
    public static readonly DomainError Overlap = new(
        "catalogue-change.overlap",
        "TIME-RULE-VERSION",
        ErrorKind.Unacceptable,
        "效期与已有版本重叠"
    );

    /// <summary>A day between two versions would have none.</summary>
    public static readonly DomainError Hole = new(
        "catalogue-change.hole",
        "TIME-RULE-VERSION",
        ErrorKind.Unacceptable,
        "效期与已有版本之间有空档"
    );

    /// <summary>A new version without its first day.</summary>
    public static readonly DomainError StartMissing = new(
        "catalogue-change.start-missing",
        "TIME-RULE-VERSION",
        ErrorKind.Unacceptable,
        "新版本应当写明施行日期"
    );

    /// <summary>The last day comes before the first.</summary>
    public static readonly DomainError EndsBeforeItBegins = new(
        "catalogue-change.ends-before-it-begins",
        "TIME-RULE-VERSION",
        ErrorKind.Unacceptable,
        "终止日期早于施行日期"
    );

    /// <summary>A version that has ended cannot be reopened.</summary>
    public static readonly DomainError EndNotLiftable = new(
        "catalogue-change.end-not-liftable",
        "TIME-RULE-VERSION",
        ErrorKind.Unacceptable,
        "已经写明的终止日期不能取消，请录入新版本"
    );

    /// <summary>Finds the place of a row.</summary>
    /// <param name="standing">The open versions of its code, the earliest first.</param>
    /// <param name="saysTheSame">Whether an open version has the same content, its last day left aside.</param>
    /// <exception cref="DomainException">One of the refusals of this class, naming the days.</exception>
    [StatutoryRule("TIME-RULE-VERSION")]
    public static Placement Place(IReadOnlyList<Validity> standing, Validity row, Func<int, bool> saysTheSame)
    {
        if (row.To < row.Begins)
            throw EndsBeforeItBegins.With(row.ToString());
        for (var i = 0; i < standing.Count; i++)
        {
            if (standing[i].From == row.From)
                return InPlaceOf(standing, i, row, saysTheSame(i));
        }
        if (row.From is null)
            throw StartMissing.With("没有写明施行日期");
        return Between(standing, row);
    }

    private static Placement InPlaceOf(IReadOnlyList<Validity> standing, int at, Validity row, bool same)
    {
        var old = standing[at];
        if (row.To != old.To)
        {
            if (row.To is null)
                throw EndNotLiftable.With($"{old}");
            if (at + 1 < standing.Count)
                EnsureMeets(row, standing[at + 1]);
        }
        var outcome =
            !same ? CatalogueRowOutcome.Correct
            : row.To == old.To ? CatalogueRowOutcome.Unchanged
            : CatalogueRowOutcome.End;
        return new(outcome, at, null);
    }

    private static Placement Between(IReadOnlyList<Validity> standing, Validity row)
    {
        var after = 0;
        while (after < standing.Count && standing[after].Begins < row.Begins)
            after++;
        int? ends = null;
        if (after > 0)
        {
            var before = standing[after - 1];
            if (after == standing.Count && (before.To is not { } last || last >= row.Begins))
                ends = after - 1; // the newest one makes room
            else
                EnsureMeets(before, row);
        }
        if (after < standing.Count)
            EnsureMeets(row, standing[after]);
        return new(standing.Count == 0 ? CatalogueRowOutcome.Create : CatalogueRowOutcome.NewVersion, null, ends);
    }

    /// <summary>The later one begins on the day after the last of the earlier one.</summary>
    private static void EnsureMeets(Validity earlier, Validity later)
    {
        if (earlier.To is not { } last || last >= later.Begins)
            throw Overlap.With($"{earlier} 与 {later} 重叠");
        if (last.AddDays(1) < later.Begins)
            throw Hole.With($"{last.AddDays(1):yyyy-MM-dd} 至 {later.Begins.AddDays(-1):yyyy-MM-dd} 没有版本");
    }
}
