#pragma warning disable CS1591
using EnforcementCases.Domain.Documents;

namespace EnforcementCases.Domain.Cases.Ordinary;

public sealed partial class OrdinaryFile
{
    public IReadOnlyList<EvidenceItem> Evidence { get; } = [];
    public IReadOnlyList<RecusalRequest> Recusals { get; } = [];
    public ConcludeInvestigation? Conclusion { get; internal set; }
    public CriminalTransferRecord? CrimeSuspicion { get; internal set; }
    public ElectronicServiceConsent? ElectronicConsent { get; internal set; }
    public IReadOnlyList<AwaitedOrder> OrdersToCorrect { get; } = [];
}

public sealed record AwaitedOrder(DateOnly? DueOn, DateOnly? RecheckedOn, RecheckResult? Result);

public sealed record ConcludeInvestigation : ActBody { public Guid? AssessmentId { get; init; } internal override void Do(ActInHand act) { } }
