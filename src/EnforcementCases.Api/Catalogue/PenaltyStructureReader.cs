using EnforcementCases.Domain;
using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Parties;
using EnforcementCases.Domain.Penalties;

namespace EnforcementCases.Api.Catalogue;

/// <summary>One branch of a row (罚则的一种情形), in the form of the product data and of clerks' files.</summary>
/// <param name="MayNeeds">A further condition of a kind, <c>罚款=unmet_order</c>.</param>
/// <param name="MayNotIf">Why a fine is excluded beside the branch; null if it is not.</param>
/// <param name="Fine"><c>escalated</c> for the escalated range of the row; null for the first one or that of <paramref name="FineRange"/>.</param>
/// <param name="FineRange">A range of its own in the unit of the row's fine; null if none.</param>
internal sealed record BranchRow(
    string? When = null,
    string? Needs = null,
    IReadOnlyList<string>? Must = null,
    IReadOnlyList<string>? OneOf = null,
    IReadOnlyList<string>? May = null,
    IReadOnlyList<string>? MayNeeds = null,
    string? MayNotIf = null,
    bool? GainsIfAny = null,
    IReadOnlyList<string>? Orders = null,
    IReadOnlyList<string>? OrdersOneOf = null,
    IReadOnlyList<string>? Party = null,
    string? Fine = null,
    IReadOnlyList<decimal>? FineRange = null
);

/// <summary>Reads the branches of a row (罚则结构). A single kind whose note names a condition is a branch on that condition; notes are read for nothing else.</summary>
internal static class PenaltyStructureReader
{
    private const string Escalated = "escalated";

    private static readonly Dictionary<string, BranchCondition> Conditions = new(StringComparer.Ordinal)
    {
        ["refused_correction"] = BranchCondition.RefusedCorrection,
        ["unmet_order"] = BranchCondition.UnmetOrder,
        ["serious"] = BranchCondition.Serious,
        ["unmet_order_or_serious"] = BranchCondition.UnmetOrderOrSerious,
        ["aggravated"] = BranchCondition.Aggravated,
    };

    /// <summary>Words of a note that make a single kind conditional; one about the escalated range does not.</summary>
    private static readonly (string Word, BranchCondition Needs)[] InNotes =
    [
        ("拒不改正", BranchCondition.RefusedCorrection),
        ("逾期", BranchCondition.UnmetOrder),
        ("情节严重", BranchCondition.Aggravated),
    ];

    /// <summary>The structure of a row; null if it has a single kind without a condition, or several kinds and no branches.</summary>
    /// <exception cref="DomainException"><see cref="CatalogueErrors.RowRejected"/>.</exception>
    public static PenaltyStructure? Read(ViolationRow row, ThreatenedPenalties threatened)
    {
        if (row.Branches is not { Count: > 0 } rows)
        {
            if (
                row
                is { Gains: not null }
                    or { Approval.Count: > 0 }
                    or { Force: not null }
                    or { Organ: not null }
                    or { Mark: not null }
                    or { Execution.Count: > 0 }
            )
                throw Wrong("没有罚则情形的，不填违法所得、批准、强制、主体和核对");
            return ConditionIn(row, threatened) is { } condition
                ? new(
                    [new() { Needs = condition, Must = threatened.Kinds }],
                    GainsDisposal.Confiscated,
                    [],
                    null,
                    TownOnly: false,
                    Confirmed: false
                )
                : null;
        }
        var branches = rows.Select(b => Branch(b, row)).ToList();
        foreach (var branch in branches)
            EnsureThreatened(branch, threatened);
        return new(
            branches,
            GainsOf(row, branches),
            [.. (row.Approval ?? []).Select(a => Pair(a, "批准")).Select(p => new ApprovedKind(KindOf(p.Name), p.Value))],
            row.Force,
            row.Organ switch
            {
                null => false,
                "town" => true,
                var other => throw Wrong($"不认识的主体“{other}”"),
            },
            row.Mark switch
            {
                "S" => true,
                null or "memory" => false,
                var other => throw Wrong($"不认识的核对“{other}”"),
            }
        )
        {
            Execution = [.. (row.Execution ?? []).Select(e => Pair(e, "执行")).Select(GrantOf)],
        };
    }

    /// <summary>The ranges of fines that branches have of their own, by the name of their circumstances.</summary>
    public static IEnumerable<(string Name, IReadOnlyList<decimal> Bounds)> OwnRanges(ViolationRow row) =>
        (row.Branches ?? [])
            .Where(b => IsOwnRange(b, row))
            .Select(b => (b.When ?? throw Wrong("有自己罚款幅度的情形应当写明情形"), b.FineRange!));

    /// <summary>A power to execute as written, <c>拆除=《城乡规划法》第六十八条</c>; only a law gives one (行政强制法 第十三条).</summary>
    private static ExecutionGrant GrantOf((string Name, string Value) written)
    {
        var end = written.Value.IndexOf('》', StringComparison.Ordinal) + 1;
        return
            EnforcementCases.Domain.Terms.ByTerm<ExecutedDuty>().TryGetValue(written.Name, out var duty)
            && written.Value.StartsWith('《')
            && end < written.Value.Length
            ? new(duty, new(written.Value[..end], written.Value[end..]))
            : throw Wrong($"不认识的执行权“{written.Name}={written.Value}”");
    }

    private static BranchCondition? ConditionIn(ViolationRow row, ThreatenedPenalties threatened)
    {
        if (threatened.Kinds.Count != 1 || row.Note is not { } note || note.Contains(Escalated, StringComparison.Ordinal))
            return null;
        return Array.Find(InNotes, c => note.Contains(c.Word, StringComparison.Ordinal)) is { Word: not null } found ? found.Needs : null;
    }

    private static PenaltyBranch Branch(BranchRow row, ViolationRow of) =>
        new()
        {
            When = row.When,
            Needs = row.Needs is { } needs ? ConditionOf(needs) : null,
            Must = Kinds(row.Must),
            OneOf = Kinds(row.OneOf),
            May = Kinds(row.May),
            MayNeeds =
            [
                .. (row.MayNeeds ?? []).Select(m => Pair(m, "条件")).Select(p => new ConditionedKind(KindOf(p.Name), ConditionOf(p.Value))),
            ],
            NoSecondFine = row.MayNotIf is not null,
            GainsIfAny = row.GainsIfAny is true,
            Orders = Orders(row.Orders),
            OrdersOneOf = Orders(row.OrdersOneOf),
            Parties =
            [
                .. (row.Party ?? []).Select(p =>
                    Enum.TryParse<PartyKind>(p, out var party) ? party : throw Wrong($"不认识的当事人类型“{p}”")
                ),
            ],
            FineRange = row.Fine switch
            {
                null => IsOwnRange(row, of) ? row.When : null,
                Escalated => FineProvision.Escalated,
                var other => throw Wrong($"不认识的罚款幅度“{other}”"),
            },
        };

    private static void EnsureThreatened(PenaltyBranch branch, ThreatenedPenalties threatened)
    {
        if (branch.Must.Count + branch.OneOf.Count + branch.May.Count + branch.Orders.Count + branch.OrdersOneOf.Count == 0)
            throw Wrong("罚则情形没有处罚种类，也没有责令事项");
        var unknown = branch.Must.Concat(branch.OneOf).Concat(branch.May).Except(threatened.Kinds).ToList();
        if (unknown.Count > 0)
            throw Wrong($"罚则情形的处罚种类不在该案由之列：{string.Join('、', unknown.Select(k => k.Term()))}");
    }

    private static GainsDisposal GainsOf(ViolationRow row, List<PenaltyBranch> branches) =>
        row.Gains switch
        {
            "to_owners" => GainsDisposal.ToOwners,
            null => branches.Exists(b => b.Must.Concat(b.OneOf).Concat(b.May).Contains(PenaltyKind.ConfiscationOfGains))
                ? GainsDisposal.ByBranch
                : GainsDisposal.Confiscated,
            var other => throw Wrong($"不认识的违法所得处理“{other}”"),
        };

    /// <summary>A range that differs from the one printed first.</summary>
    private static bool IsOwnRange(BranchRow branch, ViolationRow row) =>
        branch.FineRange is { } bounds
        && (row.FineIndividual ?? row.FineOrganisation) is var printed
        && !(printed is { Min: var min, Max: var max } && bounds is [var low, var high] && low == min && high == max);

    private static PenaltyKind[] Kinds(IReadOnlyList<string>? words) => words is null ? [] : [.. Terms(words).Kinds];

    private static CorrectiveOrder[] Orders(IReadOnlyList<string>? words) => words is null ? [] : [.. Terms(words).Orders];

    private static ThreatenedPenalties Terms(IReadOnlyList<string> words)
    {
        try
        {
            return PenaltyTerms.Read(words);
        }
        catch (DomainException e)
        {
            throw Wrong(e.Detail);
        }
    }

    private static PenaltyKind KindOf(string word) => Kinds([word]) is [var kind] ? kind : throw Wrong($"不认识的处罚种类“{word}”");

    private static BranchCondition ConditionOf(string word) =>
        Conditions.TryGetValue(word, out var condition) ? condition : throw Wrong($"不认识的条件“{word}”");

    private static (string Name, string Value) Pair(string line, string what) =>
        line.Split('=', 2, StringSplitOptions.TrimEntries) is [{ Length: > 0 } name, { Length: > 0 } value]
            ? (name, value)
            : throw Wrong($"{what}“{line}”应为“处罚种类=内容”");

    private static DomainException Wrong(string why) => CatalogueErrors.RowRejected.With(why);
}
