namespace EnforcementCases.Api.Tests.Architecture;

/// <summary>The order of the capabilities of a project: each may use those before it. A capability is the first part of a namespace below the project's.</summary>
internal sealed class CapabilityOrder
{
    /// <summary>The domain. Types beside the folders (money, refusals) are below all.</summary>
    public static readonly CapabilityOrder Domain = new(
        "EnforcementCases.Domain",
        rootIsTop: false,
        """
        Text , Law < Penalties < Recording < Parties < Access < Personnel < Documents < Catalogue < Discretion , LegalReview
        < Fines < Remedies < Cases < Papers , Evidence , Publicity , Inspections , Supervision , Statistics , Jobs , Webhooks < Recordings
        """
    );

    /// <summary>The program. Recording and Jobs only show what Platform does. Fines comes after Cases here and before it in the domain: the domain's case computes fines, the program's fines are paid into cases. The program's own files are above all.</summary>
    public static readonly CapabilityOrder Api = new(
        "EnforcementCases.Api",
        rootIsTop: true,
        """
        Recording , Jobs < Parties < Access < Personnel < Documents < Catalogue < Discretion , LegalReview < Cases < Fines < Remedies
        < Evidence , Recordings , Publicity , Inspections , Supervision , Statistics , Sync , Webhooks
        """
    );

    private readonly Dictionary<string, int> floors = new(StringComparer.Ordinal);
    private readonly string root;
    private readonly int rootFloor;

    /// <param name="root">Namespace of the project.</param>
    /// <param name="rootIsTop">Whether types beside the folders stand above all; otherwise below.</param>
    /// <param name="order"><c>A , B &lt; C</c>: C may use A and B, which may not use each other.</param>
    public CapabilityOrder(string root, bool rootIsTop, string order)
    {
        this.root = root;
        var ranks = order.Split('<');
        for (var floor = 0; floor < ranks.Length; floor++)
        {
            foreach (var capability in ranks[floor].Split(',', StringSplitOptions.TrimEntries))
                floors.Add(capability, floor);
        }
        rootFloor = rootIsTop ? ranks.Length : -1;
    }

    /// <summary>Arrows up and capabilities that are not listed, as sentences; none where all is in order.</summary>
    public IReadOnlyList<string> FaultsOf(IEnumerable<CompiledUse> uses)
    {
        var faults = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var (from, to) in uses)
        {
            if (CapabilityOf(from) is not { } user || CapabilityOf(to) is not { } used || user == used)
                continue;
            if (FloorOf(user) is not { } high)
                faults.Add($"{user} is not listed in the order of {root}");
            else if (FloorOf(used) is not { } low)
                faults.Add($"{used} is not listed in the order of {root}");
            else if (low >= high)
                faults.Add($"{from.Name} ({Shown(user)}) -> {to.Name} ({Shown(used)})");
        }
        return [.. faults];
    }

    /// <summary>Capabilities that types stand in and the order does not list, whether anything uses them or not.</summary>
    public IReadOnlyList<string> UnlistedOf(IEnumerable<TypeName> types) =>
        [.. types.Select(CapabilityOf).OfType<string>().Distinct(StringComparer.Ordinal).Where(c => FloorOf(c) is null)];

    /// <summary>Empty for a type beside the folders, null for one that is not the project's own: what generators add.</summary>
    private string? CapabilityOf(TypeName type) =>
        type.Namespace == root || type is { Namespace: "", Name: nameof(Program) } ? ""
        : type.Namespace.StartsWith(root + ".", StringComparison.Ordinal) ? type.Namespace[(root.Length + 1)..].Split('.')[0]
        : null;

    private int? FloorOf(string capability) =>
        capability.Length == 0 ? rootFloor
        : floors.TryGetValue(capability, out var floor) ? floor
        : null;

    private static string Shown(string capability) => capability.Length == 0 ? "root" : capability;
}
