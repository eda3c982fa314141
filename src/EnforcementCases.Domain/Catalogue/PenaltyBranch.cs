using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Parties;
using EnforcementCases.Domain.Penalties;

namespace EnforcementCases.Domain.Catalogue;

/// <summary>A fact on which a branch of a provision, or one kind in it, depends (适用条件).</summary>
public enum BranchCondition
{
    /// <summary>拒不改正: an order to correct was served, its day is over, and the re-check found it unmet.</summary>
    [Term("拒不改正")]
    RefusedCorrection,

    /// <summary>逾期不改正: the same, in the words of other provisions.</summary>
    [Term("逾期不改正")]
    UnmetOrder,

    /// <summary>造成严重后果.</summary>
    [Term("造成严重后果")]
    Serious,

    /// <summary>逾期不改正或者造成严重后果: either.</summary>
    [Term("逾期不改正或者造成严重后果")]
    UnmetOrderOrSerious,

    /// <summary>情节严重.</summary>
    [Term("情节严重")]
    Aggravated,
}

/// <summary>What happens to unlawful gains under a provision (违法所得的处理). 行政处罚法 第二十八条第二款.</summary>
public enum GainsDisposal
{
    /// <summary>没收违法所得: confiscated wherever gains were found, also if the provision does not name it.</summary>
    [Term("没收违法所得")]
    Confiscated,

    /// <summary>The branches themselves state when gains are confiscated (城乡规划法 第六十四条).</summary>
    [Term("由罚则规定")]
    ByBranch,

    /// <summary>归业主所有: the provision assigns the gains to others (物业管理条例 第六十三条).</summary>
    [Term("归业主所有")]
    ToOwners,
}

/// <summary>A kind that a branch allows only on a condition of its own.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Needs">What it depends on.</param>
public sealed record ConditionedKind(PenaltyKind Kind, BranchCondition Needs);

/// <summary>A kind that a higher government must approve first (报经有批准权的人民政府批准).</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Approval">Whose approval it requires, as the provision words it.</param>
public sealed record ApprovedKind(PenaltyKind Kind, string Approval);

/// <summary>One way in which a provision combines its kinds of penalty and its orders (并处、可以并处、单处、或者).</summary>
public sealed record PenaltyBranch
{
    /// <summary>The circumstances that it applies to, in the words of the provision; null if it names none.</summary>
    public string? When { get; init; }

    /// <summary>The fact that it requires; null if none.</summary>
    public BranchCondition? Needs { get; init; }

    /// <summary>Kinds that are imposed together, all of them.</summary>
    public IReadOnlyList<PenaltyKind> Must { get; init; } = [];

    /// <summary>Kinds of which exactly one is imposed; empty if the provision leaves no such choice.</summary>
    public IReadOnlyList<PenaltyKind> OneOf { get; init; } = [];

    /// <summary>Kinds that may be added, any of them.</summary>
    public IReadOnlyList<PenaltyKind> May { get; init; } = [];

    /// <summary>Kinds that are allowed only on a further condition.</summary>
    public IReadOnlyList<ConditionedKind> MayNeeds { get; init; } = [];

    /// <summary>Whether a fine is excluded if the offence was fined before (第二十九条).</summary>
    public bool NoSecondFine { get; init; }

    /// <summary>Whether the branch names the confiscation of gains (并处没收违法所得).</summary>
    public bool GainsIfAny { get; init; }

    /// <summary>Orders that are given together, all of them.</summary>
    public IReadOnlyList<CorrectiveOrder> Orders { get; init; } = [];

    /// <summary>Orders of which exactly one is given; empty if the provision leaves no such choice.</summary>
    public IReadOnlyList<CorrectiveOrder> OrdersOneOf { get; init; } = [];

    /// <summary>Kinds of party that it applies to; empty for all.</summary>
    public IReadOnlyList<PartyKind> Parties { get; init; } = [];

    /// <summary>Name of the range of fines that applies (<see cref="FineVariant"/>); null for the range that the provision prints first.</summary>
    public string? FineRange { get; init; }

    /// <summary>Whether it applies to a party.</summary>
    /// <param name="side">The side on which the place counts the party; decides for 个体工商户 only.</param>
    public bool IsFor(PartyKind party, FineSide side) =>
        Parties.Count == 0
        || (
            party is PartyKind.IndividualBusiness
                ? Parties.Contains(side is FineSide.Organisation ? PartyKind.OtherOrganisation : PartyKind.Citizen)
                : Parties.Contains(party)
        );

    /// <summary>The branch in the words of a refusal, <c>警告、罚款（拒不改正）</c>.</summary>
    public string InWords()
    {
        string[] parts =
        [
            .. Orders.Select(o => o.Term()),
            .. OrdersOneOf.Count > 0 ? [string.Join('或', OrdersOneOf.Select(o => o.Term()))] : Array.Empty<string>(),
            .. Must.Select(k => k.Term()),
            .. OneOf.Count > 0 ? [string.Join('或', OneOf.Select(k => k.Term()))] : Array.Empty<string>(),
            .. May.Select(k => $"可以{k.Term()}"),
        ];
        var condition = When ?? Needs?.Term();
        return string.Join('、', parts) + (condition is null ? "" : $"（{condition}）");
    }
}

/// <summary>How the kinds of a provision go together (罚则的结构): exactly one branch applies to a decision.</summary>
/// <param name="Branches">The branches; at least one.</param>
/// <param name="Gains">What happens to unlawful gains.</param>
/// <param name="Approvals">Kinds that a higher government must approve first; empty for none.</param>
/// <param name="Force">Who may remove by force, in the words of the provision; null if it states nothing.</param>
/// <param name="TownOnly">Whether only a town (乡、镇人民政府) may decide.</param>
/// <param name="Confirmed">Whether the wording was compared with a published text; otherwise it was entered from memory.</param>
public sealed record PenaltyStructure(
    IReadOnlyList<PenaltyBranch> Branches,
    GainsDisposal Gains,
    IReadOnlyList<ApprovedKind> Approvals,
    string? Force,
    bool TownOnly,
    bool Confirmed
)
{
    /// <summary>Powers to execute that a law gives the organ in the matter, beside those that the provision states itself; empty if none, the usual case for streets.</summary>
    public IReadOnlyList<ExecutionGrant> Execution { get; init; } = [];

    /// <summary>The law that lets the organ itself execute a duty; null if none does, so that only the court can.</summary>
    /// <param name="duty">What has to be performed.</param>
    public LegalBasis? PowerOver(ExecutedDuty duty) =>
        Execution.FirstOrDefault(e => e.Duty == duty) is { } grant ? grant.Basis
        : duty is not ExecutedDuty.Structure ? null
        : TownOnly ? UrbanPlanningLaw.At("第六十五条")
        : Force is not null ? UrbanPlanningLaw.At("第六十八条")
        : null;

    /// <summary>The orders whose not being met a branch, or a kind in it, requires: those of the branches that require nothing, or those of the branch itself. Empty if the
    /// provision names none.</summary>
    public IReadOnlyCollection<CorrectiveOrder> OrdersAskedFirst() =>
        [
            .. Branches
                .SelectMany(b =>
                    b.MayNeeds.Any(m => AsksForOrder(m.Needs)) ? OrdersOf(b)
                    : b.Needs is { } needed && AsksForOrder(needed) ? Branches.Where(other => other.Needs is null).SelectMany(OrdersOf)
                    : []
                )
                .Distinct(),
        ];

    private static IEnumerable<CorrectiveOrder> OrdersOf(PenaltyBranch branch) => branch.Orders.Concat(branch.OrdersOneOf);

    private static bool AsksForOrder(BranchCondition condition) =>
        condition is BranchCondition.RefusedCorrection or BranchCondition.UnmetOrder or BranchCondition.UnmetOrderOrSerious;

    /// <summary>Whether a decision may consist of orders alone.</summary>
    public bool AllowsOrdersAlone => Branches.Any(b => b is { Must.Count: 0, OneOf.Count: 0 } && b.Orders.Count + b.OrdersOneOf.Count > 0);
}
