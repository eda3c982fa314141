using EnforcementCases.Domain.Cases.Coercion;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Cases.Ordinary;

public sealed partial class OrdinaryFile
{
    private readonly List<EvidenceItem> evidence = [];
    private readonly List<RecusalRequest> recusals = [];
    private readonly List<OrderGiven> orders = [];
    private readonly List<PreservedThings> preserved = [];
    private readonly List<SealedThings> @sealed = [];
    private readonly List<TermExclusion> exclusions = [];

    /// <summary>First day of a suspension that still lasts (中止); null otherwise.</summary>
    public DateOnly? SuspendedOn => Suspension is null ? null : LegalDate.Of(Suspension.DoneAt);

    /// <summary>Whether the case is suspended.</summary>
    public bool IsSuspended => Suspension is not null;

    /// <summary>The suspension that still lasts; null otherwise.</summary>
    public SuspendCase? Suspension { get; internal set; }

    /// <summary>Days that the ninety stood still, each with its basis (依法扣除的期间).</summary>
    public IReadOnlyList<TermExclusion> TermExclusions => exclusions;

    /// <summary>All evidence, in the order in which it came to the file; items that are out as unlawful too.</summary>
    public IReadOnlyList<EvidenceItem> Evidence => evidence;

    /// <summary>Requests that somebody withdraw, decided or not (回避).</summary>
    public IReadOnlyList<RecusalRequest> Recusals => recusals;

    /// <summary>Orders to correct, each with its last re-check (责令改正).</summary>
    public IReadOnlyList<OrderGiven> OrdersToCorrect => orders;

    /// <summary>The report by which the investigation was concluded; null before, and after it was reopened.</summary>
    public ConcludeInvestigation? Conclusion { get; internal set; }

    /// <summary>A suspicion of crime as far as it went; null where nobody reported one.</summary>
    public CriminalTransferRecord? CrimeSuspicion { get; internal set; }

    /// <summary>The party's consent to electronic service (电子送达确认); null where it gave none.</summary>
    public ElectronicServiceConsent? ElectronicConsent { get; internal set; }

    /// <summary>The address that the party confirmed for service (送达地址); null where it confirmed none.</summary>
    public string? ServiceAddress { get; internal set; }

    /// <summary>Things registered and kept (先行登记保存), dealt with or not.</summary>
    public IReadOnlyList<PreservedThings> Preserved => preserved;

    /// <summary>Things sealed or detained (查封、扣押), lifted or not.</summary>
    public IReadOnlyList<SealedThings> Sealed => @sealed;

    /// <summary>Measures over things of the party that are not dealt with yet.</summary>
    public IReadOnlyList<OpenMeasure> OpenMeasures =>
        [
            .. preserved
                .Where(p => p.OpenPlaces.Count > 0)
                .Select(p => new OpenMeasure(
                    p.Id,
                    MeasureKind.Preserved,
                    p.Record.At,
                    [.. p.OpenPlaces.Select(place => p.Record.Things[place - 1])]
                )),
            .. @sealed
                .Where(s => s.IsOpen)
                .Select(s => new OpenMeasure(
                    s.Id,
                    s.Kind is CoerciveMeasureKind.Seal ? MeasureKind.Sealed : MeasureKind.Detained,
                    s.AppliedAt,
                    s.Things
                )),
        ];

    /// <summary>The head's approval of a registration that is still to be used (先行登记保存的批准); null where there is none.</summary>
    internal HeadApproval? PreservationApproval { get; set; }

    /// <summary>The head's approval of a measure that is still to be used (查封、扣押的批准); null where there is none.</summary>
    internal SealingApproval? SealingApproval { get; set; }

    internal void Add(EvidenceItem item) => evidence.Add(item);

    internal void ChangeEvidence(Guid evidenceId, Func<EvidenceItem, EvidenceItem> change) =>
        Replace(evidence, i => i.Id == evidenceId, change);

    internal void Add(RecusalRequest request) => recusals.Add(request);

    internal void Decide(Guid officerId, RecusalDecision decision) =>
        Replace(recusals, r => r.OfficerPersonId == officerId && r.Decision is null, r => r with { Decision = decision });

    internal void Add(OrderGiven order) => orders.Add(order);

    internal void ChangeOrder(Guid orderId, Func<OrderGiven, OrderGiven> change) => Replace(orders, o => o.OrderId == orderId, change);

    internal void Add(PreservedThings things) => preserved.Add(things);

    internal void ChangePreserved(Guid preservationId, Func<PreservedThings, PreservedThings> change) =>
        Replace(preserved, p => p.Id == preservationId, change);

    internal void Add(SealedThings things) => @sealed.Add(things);

    internal void ChangeSealed(Guid measureId, Func<SealedThings, SealedThings> change) => Replace(@sealed, s => s.Id == measureId, change);

    internal void Exclude(TermExclusion days) => exclusions.Add(days);

    private static void Replace<T>(List<T> list, Predicate<T> which, Func<T, T> change)
    {
        for (var i = 0; i < list.Count; i++)
        {
            if (which(list[i]))
                list[i] = change(list[i]);
        }
    }
}
