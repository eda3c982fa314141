using System.Text.Json;

namespace EnforcementCases.Api.Catalogue;

/// <summary><c>penalty-structure.json</c> (罚则结构): for a violation with several kinds, or with an order that is the decision itself, how they go together.</summary>
internal sealed record PenaltyStructureFile(JsonElement Meta, IReadOnlyList<PenaltyStructureFile.Entry> Items)
{
    /// <summary>The rows with their branches. An entry with a first day of its own begins a further version, which nobody may decide on until clerks have entered
    /// it.</summary>
    /// <exception cref="InvalidDataException">An entry names no row, or the entries of a code do not follow each other.</exception>
    public static IReadOnlyList<ViolationRow> Join(IReadOnlyList<ViolationRow> rows, PenaltyStructureFile? structure, ProductFile file)
    {
        var entries = (structure?.Items ?? []).ToLookup(e => e.Code, StringComparer.Ordinal);
        if (entries.FirstOrDefault(e => rows.All(r => r.Code != e.Key)) is { } unknown)
            throw file.Rejected($"structure: {unknown.Key} is no violation");
        return [.. rows.SelectMany(row => entries.Contains(row.Code) ? Versions(row, [.. entries[row.Code]], file) : [row])];
    }

    private static IEnumerable<ViolationRow> Versions(ViolationRow row, Entry[] entries, ProductFile file)
    {
        if (
            entries is not ([{ ValidFrom: null }] or [{ ValidFrom: null, ValidTo: { } }, { ValidFrom: { } }])
            || (entries is [_, var later] && later.ValidFrom != entries[0].ValidTo!.Value.AddDays(1))
        )
            throw file.Rejected($"structure: the entries of {row.Code} do not follow each other");
        yield return entries[0].On(row) with
        {
            EffectiveTo = entries[0].ValidTo ?? row.EffectiveTo,
        };
        if (entries is [_, var next])
            yield return next.Succeeding(row);
    }

    internal sealed record Entry(
        string Code,
        string Basis,
        string Mark,
        IReadOnlyList<BranchEntry> Branches,
        string? Gains = null,
        Dictionary<string, string>? Approval = null,
        string? Force = null,
        string? Organ = null,
        Dictionary<string, string>? Execution = null,
        string? IndividualBusiness = null,
        string? Note = null,
        DateOnly? ValidFrom = null,
        DateOnly? ValidTo = null
    )
    {
        public ViolationRow On(ViolationRow row) =>
            row with
            {
                Branches = [.. Branches.Select(b => b.AsRow())],
                Gains = Gains,
                Approval = Approval is null ? null : [.. Approval.Select(a => $"{a.Key}={a.Value}")],
                Force = Force,
                Organ = Organ,
                Execution = Execution is null ? null : [.. Execution.Select(e => $"{e.Key}={e.Value}")],
                Mark = Mark,
            };

        /// <summary>The version that begins with this entry: its basis is the entry's, and its fines are not known yet.</summary>
        public ViolationRow Succeeding(ViolationRow row)
        {
            var at = Basis.IndexOf('第', StringComparison.Ordinal);
            return On(row) with
            {
                Instrument = $"《{Basis[..at].Trim()}》",
                PenaltyArticle = Basis[at..],
                PenaltyKinds = [.. row.PenaltyKinds.Union(Branches.SelectMany(b => b.KindsAndOrders()), StringComparer.Ordinal)],
                FineIndividual = null,
                FineOrganisation = null,
                DecisionReady = false,
                Status = "memory",
                EffectiveFrom = ValidFrom,
                Note = Note,
            };
        }
    }

    internal sealed record BranchEntry(
        IReadOnlyList<string> Must,
        string? When = null,
        string? Needs = null,
        IReadOnlyList<string>? OneOf = null,
        IReadOnlyList<string>? May = null,
        Dictionary<string, string>? MayNeeds = null,
        string? MayNotIf = null,
        bool GainsIfAny = false,
        IReadOnlyList<string>? Orders = null,
        IReadOnlyList<string>? OrdersOneOf = null,
        IReadOnlyList<string>? Party = null,
        JsonElement? Fine = null
    )
    {
        public IEnumerable<string> KindsAndOrders() =>
            new[] { Must, OneOf, May, Orders, OrdersOneOf }.OfType<IReadOnlyList<string>>().SelectMany(k => k);

        public BranchRow AsRow() =>
            new(
                When,
                Needs,
                Must.Count > 0 ? Must : null,
                OneOf,
                May,
                MayNeeds is null ? null : [.. MayNeeds.Select(m => $"{m.Key}={m.Value.Split(' ')[0]}")], // what follows the condition explains it
                MayNotIf,
                GainsIfAny ? true : null,
                Orders,
                OrdersOneOf,
                Party,
                Fine is { ValueKind: JsonValueKind.String } named ? named.GetString() : null,
                Fine is { ValueKind: JsonValueKind.Object } own
                    ? [own.GetProperty("min").GetDecimal(), own.GetProperty("max").GetDecimal()]
                    : null
            );
    }
}
