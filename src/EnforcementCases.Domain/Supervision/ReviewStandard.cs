namespace EnforcementCases.Domain.Supervision;

/// <summary>Who judges an item of the review of a file.</summary>
public enum JudgedBy
{
    /// <summary>The program finds every fault that the item names.</summary>
    Program,

    /// <summary>The program finds some of the faults; the reviewer looks for the rest.</summary>
    Both,

    /// <summary>Only the reviewer can judge it.</summary>
    Reviewer,
}

/// <summary>An item of the base standard (一票否决项): a file that fails one scores 0.</summary>
/// <param name="Id">Id in the standard, <c>V-04</c>.</param>
/// <param name="Words">The fault, in Chinese.</param>
/// <param name="Rule">Id in the rule table; null if the standard alone has it.</param>
/// <param name="By">Who judges it.</param>
public sealed record VetoItem(string Id, string Words, string? Rule, JudgedBy By);

/// <summary>An item of the general standard (百分制评分项).</summary>
/// <param name="Id">Id in the standard, <c>S-INV-1</c>.</param>
/// <param name="Group">Heading of the sheet, in Chinese.</param>
/// <param name="Words">What is scored, in Chinese.</param>
/// <param name="Points">Most that can be lost.</param>
/// <param name="By">Who judges it.</param>
public sealed record SheetItem(string Id, string Group, string Words, decimal Points, JudgedBy By);

/// <summary>A version of the standard by which files are reviewed (案卷评查标准). A review keeps to the version that was in force on its day.</summary>
/// <param name="Version">Its name; stored with every review.</param>
/// <param name="From">First day in force.</param>
/// <param name="Vetoes">Base standard.</param>
/// <param name="Items">General standard; the points add up to 100.</param>
public sealed partial record ReviewStandard(string Version, DateOnly From, IReadOnlyList<VetoItem> Vetoes, IReadOnlyList<SheetItem> Items)
{
    /// <summary>Points of an excellent file (优秀), at least.</summary>
    public const decimal ExcellentFrom = 90;

    /// <summary>Points of a passable file (合格), at least.</summary>
    public const decimal PassableFrom = 60;

    /// <summary>The version in force on a day; null before the first.</summary>
    public static ReviewStandard? InForceOn(DateOnly day) => Shipped.LastOrDefault(s => s.From <= day);

    /// <summary>The version of a name that was stored with a review.</summary>
    public static ReviewStandard Find(string version) => Shipped.Single(s => string.Equals(s.Version, version, StringComparison.Ordinal));

    /// <summary>Items that a reviewer has to judge, whatever the program found.</summary>
    public IEnumerable<string> ToBeJudged =>
        Vetoes
            .Where(v => v.By is not JudgedBy.Program)
            .Select(v => v.Id)
            .Concat(Items.Where(i => i.By is not JudgedBy.Program).Select(i => i.Id));
}
