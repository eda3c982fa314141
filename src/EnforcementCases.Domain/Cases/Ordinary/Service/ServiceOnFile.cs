using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Penalties;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>The service of documents (送达), as the acts left it: where the party is reached, and what was served when.</summary>
public sealed class ServiceOnFile
{
    /// <summary>No such document in this case.</summary>
    public static readonly DomainError PaperUnknown = new("service.document-unknown", null, ErrorKind.Unacceptable, "本案没有该文书");

    private readonly OrdinaryFile file;
    private readonly List<ServedPaper> served = [];

    internal ServiceOnFile(OrdinaryFile file) => this.file = file;

    /// <summary>The address that the party confirmed for service (送达地址); null if it confirmed none.</summary>
    public string? Address { get; private set; }

    /// <summary>The party's consent to electronic service (电子送达确认); null if it gave none.</summary>
    public ElectronicServiceConsent? ElectronicConsent { get; private set; }

    /// <summary>The receiver whom the party named (指定代收人); null if none.</summary>
    public string? NamedReceiver { get; private set; }

    /// <summary>Agents of record (委托代理人).</summary>
    public IReadOnlyList<string> Agents { get; private set; } = [];

    /// <summary>The party as the file knows it for service.</summary>
    internal PartyServed Addressee =>
        PartyServed.Of(file.Case.Party) with
        {
            Incapable =
                file.Deciding.Proposal?.Outcome is CaseOutcome.NoPenaltyIncapacity || file.Case.Outcome is CaseOutcome.NoPenaltyIncapacity,
            Agents = Agents,
            NamedReceiver = NamedReceiver,
        };

    /// <summary>What was served, in its order.</summary>
    public IReadOnlyList<ServedPaper> Served => served;

    /// <summary>Date on which the decision was served; null before.</summary>
    public DateOnly? DecisionServedOn => (Of(DocumentKind.PenaltyDecision) ?? Of(DocumentKind.OrderDecision))?.ServedOn;

    /// <summary>The last service of a document of a kind; null if there was none.</summary>
    public ServedPaper? Of(DocumentKind kind) => served.FindLast(s => s.Paper.Kind == kind);

    /// <summary>Documents of the file by their ids.</summary>
    /// <exception cref="DomainException"><see cref="OrdinaryFile.Incomplete"/> for none, or <see cref="PaperUnknown"/>.</exception>
    internal IReadOnlyList<IssuedPaper> PapersOf(IReadOnlyList<Guid> ids)
    {
        if (ids.Count == 0)
            throw OrdinaryFile.Incomplete.With("没有写明送达的文书");
        return [.. ids.Select(id => Find(id) ?? throw PaperUnknown.With($"文书 {id}"))];
    }

    internal void Apply(ConfirmServiceAddress confirmed, DoneAct done)
    {
        Address = confirmed.Address;
        NamedReceiver = confirmed.NamedReceiver;
        Agents = confirmed.Agents;
        ElectronicConsent = confirmed.ElectronicAddress is { } electronic
            ? new(done.DoneOn, electronic, confirmed.ConfirmationSha256)
            : null;
    }

    /// <summary>The date of service was counted when the act was done. A document that was issued later than the service is not overtaken by it.</summary>
    internal void Apply(ServeDocument service, DoneAct done)
    {
        var servedOn = done.Entry.ServedOn!.Value;
        foreach (var paper in service.DocumentIds.Select(Find).OfType<IssuedPaper>())
        {
            served.Add(new(paper, servedOn, service.Return));
            if (!file.IsLatest(paper, done.Entry.Place))
            {
                if (paper.Kind is DocumentKind.PriorNotice)
                    file.ServeOvertakenNotice(paper.ActPosition, service.ServedAt(servedOn));
                continue;
            }
            if (paper.Kind is DocumentKind.PriorNotice && file.Notice.Written is not null)
                file.ServeNotice(service.ServedAt(servedOn));
            else if (paper.Kind is DocumentKind.HearingNotice)
                file.Hearing.ServeNotice(servedOn);
        }
    }

    private IssuedPaper? Find(Guid id) => file.Papers.FirstOrDefault(p => p.DocumentId == id);
}
