using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Penalties;

namespace EnforcementCases.Domain.Cases.Provision;

/// <summary>A decision follows one branch of its provision entirely (罚则的各种类如何并用). 行政处罚法 第十六条.</summary>
public static class KindsOfProvision
{
    /// <summary>The kinds and orders are none of the provision's branches.</summary>
    public static readonly DomainError NotProvided = new(
        "violation.kinds-not-provided",
        "APL-28-BRANCH",
        ErrorKind.RuleBroken,
        "处罚种类与罚则规定的种类不一致",
        PenaltyLaw.At("第十六条")
    );

    /// <summary>Several branches fit, and the circumstances that distinguish them are not named.</summary>
    public static readonly DomainError BranchNotNamed = new(
        "violation.branch-not-named",
        "APL-28-BRANCH",
        ErrorKind.RuleBroken,
        "罚则对不同情形有不同规定，应当认定属于哪一情形",
        PenaltyLaw.At("第十六条")
    );

    /// <summary>A kind that a higher government must approve first.</summary>
    public static readonly DomainError NotApproved = new(
        "violation.kind-not-approved",
        "APL-28-BRANCH",
        ErrorKind.RuleBroken,
        "该处罚须先报经有批准权的人民政府批准",
        PenaltyLaw.At("第十六条")
    );

    /// <summary>A provision that only towns may apply (由乡、镇人民政府实施).</summary>
    public static readonly DomainError TownOnly = new(
        "violation.town-only",
        "ORDER-ALONE",
        ErrorKind.RuleBroken,
        "该罚则只能由乡、镇人民政府实施",
        UrbanPlanningLaw.At("第六十五条")
    );

    /// <summary>Refuses a decision that follows no branch of the provision, several, or one that does not fit the facts.</summary>
    /// <param name="penalties">Kinds, with their amounts where these are known.</param>
    /// <param name="orders">Orders; null while they are not known.</param>
    /// <returns>The branch that the decision follows.</returns>
    /// <exception cref="DomainException"><see cref="ViolationVersion.NotDecidable"/>, <see cref="NotProvided"/>, <see cref="BranchNotNamed"/>,
    /// <see cref="TownOnly"/>, <see cref="NotApproved"/>, <see cref="Correction.OrderToCorrect.NotExpiredUnmet"/> or a refusal of <see cref="UnlawfulGains"/>.</exception>
    [StatutoryRule("APL-28-BRANCH")]
    public static PenaltyBranch EnsureProvided(
        ViolationVersion violation,
        IReadOnlyCollection<PenaltyItem> penalties,
        IReadOnlyCollection<CorrectiveOrder>? orders,
        ProvisionFacts facts
    )
    {
        var kinds = penalties.Select(p => p.Kind).ToHashSet();
        var gains = penalties.FirstOrDefault(p => p.Kind is PenaltyKind.ConfiscationOfGains);
        var disposal = violation.Structure?.Gains ?? GainsDisposal.Confiscated;
        UnlawfulGains.EnsureConfiscated(disposal, kinds, facts.Gains, gains is { AmountFen: > 0 } ? gains.Amount : null);
        if (violation.Structure is { TownOnly: true } && !facts.ByTown)
            throw TownOnly.With($"{violation.Threatened}，作出决定的不是乡、镇人民政府", "移送有管辖权的机关");
        var branch = BranchOf(violation, kinds, disposal, orders, facts);
        foreach (var (kind, approval) in violation.Structure?.Approvals ?? [])
        {
            if (kinds.Contains(kind) && string.IsNullOrWhiteSpace(facts.Approval))
                throw NotApproved.With($"{kind.Term()}：{approval}，没有批准文书", "在裁量评估中写明批准文书");
        }
        return branch;
    }

    /// <summary>Refuses kinds that follow no branch whatever the facts are: for a report made before they were assessed.</summary>
    /// <exception cref="DomainException"><see cref="ViolationVersion.NotDecidable"/> or <see cref="NotProvided"/>.</exception>
    public static void EnsureThreatened(ViolationVersion violation, IReadOnlyCollection<PenaltyItem> penalties)
    {
        var disposal = violation.Structure?.Gains ?? GainsDisposal.Confiscated;
        var kinds = Without([.. penalties.Select(p => p.Kind)], disposal);
        var alone = kinds.Count < penalties.Count;
        var faults = Branches(violation).Select(b => (Branch: b, Faults: FaultsIn(b, kinds, orders: null, alone).ToList())).ToList();
        if (faults.TrueForAll(f => f.Faults.Count > 0))
            throw Refused(violation, kinds, orders: null, faults.MinBy(f => f.Faults.Count));
    }

    private static PenaltyBranch BranchOf(
        ViolationVersion violation,
        HashSet<PenaltyKind> all,
        GainsDisposal disposal,
        IReadOnlyCollection<CorrectiveOrder>? orders,
        ProvisionFacts facts
    )
    {
        var branches = Branches(violation);
        var kinds = Without(all, disposal);
        var gains = kinds.Count < all.Count;
        var judged = branches.Select(b => (Branch: b, Faults: Faults(b, branches, kinds, orders, gains, facts).ToList())).ToList();
        var fitting = judged.FindAll(j => j.Faults.Count == 0);
        if (fitting.Count > 1)
            throw BranchNotNamed.With(
                $"{string.Join('、', kinds.Select(k => k.Term()))}符合：{string.Join("；", fitting.Select(f => f.Branch.InWords()))}",
                "在裁量评估中写明属于哪一情形"
            );
        if (fitting.Count == 1)
        {
            EnsureNamed(fitting[0].Branch, branches, facts);
            return fitting[0].Branch;
        }
        var nearest = judged.MinBy(j => (FaultsIn(j.Branch, kinds, orders, gains).Count(), j.Faults.Count)); // whose kinds fit comes before whose facts do
        if (nearest.Faults.Count == 1 && nearest.Branch.Needs is { } condition && facts.OrderObstacle is { } why && AsksForOrder(condition))
            throw why; // nothing but the unmet order is missing: the refusal that states what it lacks
        throw Refused(violation, kinds, orders, nearest);
    }

    /// <summary>Where only the circumstances distinguish the branches that are open to the party, they are a finding: the kinds that were chosen do not replace it.</summary>
    private static void EnsureNamed(PenaltyBranch fitting, IReadOnlyList<PenaltyBranch> branches, ProvisionFacts facts)
    {
        if (facts.Branch is not null || fitting is not { When: not null, Needs: null })
            return;
        var open = branches.Where(b => b is { When: not null, Needs: null } && b.IsFor(facts.Party, facts.Side)).ToList();
        if (open.Count > 1)
            throw BranchNotNamed.With(
                $"决定符合：{fitting.InWords()}；罚则分别规定：{string.Join("；", open.Select(b => b.When))}",
                "写明认定属于哪一情形"
            );
    }

    private static IReadOnlyList<PenaltyBranch> Branches(ViolationVersion violation) =>
        violation.Branches is { Count: > 0 } branches
            ? branches
            : throw ViolationVersion.NotDecidable.With(
                $"{violation.Code}：{string.Join('；', violation.NotDecidableBecause.Select(r => r.Term()))}",
                "按现行版本进行裁量评估，或者由目录管理员录入罚则结构"
            );

    private static DomainException Refused(
        ViolationVersion violation,
        HashSet<PenaltyKind> kinds,
        IReadOnlyCollection<CorrectiveOrder>? orders,
        (PenaltyBranch Branch, List<string> Faults) nearest
    ) =>
        NotProvided.With(
            $"{violation.Threatened}：{nearest.Branch.InWords()}；决定：{string.Join('、', [.. (orders ?? []).Select(o => o.Term()), .. kinds.Select(k => k.Term())])}；{string.Join('，', nearest.Faults)}"
        );

    private static IEnumerable<string> Faults(
        PenaltyBranch branch,
        IReadOnlyList<PenaltyBranch> all,
        HashSet<PenaltyKind> kinds,
        IReadOnlyCollection<CorrectiveOrder>? orders,
        bool gains,
        ProvisionFacts facts
    )
    {
        foreach (var fault in FaultsIn(branch, kinds, orders, gains))
            yield return fault;
        if (!branch.IsFor(facts.Party, facts.Side))
            yield return "不适用于该类当事人";
        if (!facts.Meets(branch.Needs))
            yield return $"没有认定“{branch.Needs!.Value.Term()}”";
        if (facts.Branch is { } named && !string.Equals(named, branch.When, StringComparison.Ordinal))
            yield return $"认定的情形是“{named}”";
        foreach (var (kind, needs) in branch.MayNeeds)
        {
            var leftToPlace =
                kind is PenaltyKind.Fine && needs is BranchCondition.UnmetOrder && branch.Orders.Contains(CorrectiveOrder.DemolishByDate);
            if (kinds.Contains(kind) && (facts.FineAfterUnmetDemolition || !leftToPlace) && !facts.Meets(needs))
                yield return $"{kind.Term()}须以“{needs.Term()}”为前提";
        }
        if (branch.NoSecondFine && kinds.Contains(PenaltyKind.Fine) && facts.FinedBefore is { } number)
            yield return $"该违法行为已由“{number}”罚款，不再罚款";
        if (kinds.Contains(PenaltyKind.Fine) && !IsRangeOf(branch, all, facts.Circumstance))
            yield return $"罚款幅度为“{facts.Circumstance ?? "一般情形"}”，应为“{branch.FineRange ?? "一般情形"}”";
    }

    /// <summary>A branch with the range printed first also takes the provision's ranges for roles, but not the range of another branch.</summary>
    private static bool IsRangeOf(PenaltyBranch branch, IReadOnlyList<PenaltyBranch> all, string? circumstance) =>
        branch.FineRange is { } range
            ? string.Equals(range, circumstance, StringComparison.Ordinal)
            : circumstance is null || all.All(b => !string.Equals(b.FineRange, circumstance, StringComparison.Ordinal));

    private static IEnumerable<string> FaultsIn(
        PenaltyBranch branch,
        HashSet<PenaltyKind> kinds,
        IReadOnlyCollection<CorrectiveOrder>? orders,
        bool gains
    )
    {
        foreach (var kind in branch.Must.Where(k => !kinds.Contains(k)))
            yield return $"缺少{kind.Term()}";
        if (branch.OneOf.Count > 0 && branch.OneOf.Count(kinds.Contains) is var chosen and not 1)
            yield return $"{string.Join('、', branch.OneOf.Select(k => k.Term()))}应当选择一种，决定有 {chosen} 种";
        foreach (var kind in kinds.Where(k => !branch.Must.Contains(k) && !branch.OneOf.Contains(k) && !branch.May.Contains(k)))
            yield return $"多出{kind.Term()}";
        if (kinds.Count == 0 && !gains && (orders?.Count ?? 1) == 0)
            yield return "既无处罚种类，也无责令事项";
        if (orders is null)
            yield break;
        foreach (var order in branch.Orders.Where(o => !orders.Contains(o)))
            yield return $"缺少{order.Term()}";
        if (branch.OrdersOneOf.Count > 0 && branch.OrdersOneOf.Count(orders.Contains) is var given and not 1)
            yield return $"{string.Join('、', branch.OrdersOneOf.Select(o => o.Term()))}应当选择一种，决定有 {given} 种";
        foreach (
            var order in orders.Where(o =>
                !branch.Orders.Contains(o) && !branch.OrdersOneOf.Contains(o) && o is not CorrectiveOrder.CorrectByDate
            )
        )
            yield return $"多出{order.Term()}"; // an order to correct goes with every penalty (第二十八条第一款)
    }

    private static HashSet<PenaltyKind> Without(HashSet<PenaltyKind> kinds, GainsDisposal disposal) =>
        disposal is GainsDisposal.Confiscated ? [.. kinds.Where(k => k is not PenaltyKind.ConfiscationOfGains)] : [.. kinds];

    private static bool AsksForOrder(BranchCondition condition) =>
        condition is BranchCondition.RefusedCorrection or BranchCondition.UnmetOrder or BranchCondition.UnmetOrderOrSerious;
}
