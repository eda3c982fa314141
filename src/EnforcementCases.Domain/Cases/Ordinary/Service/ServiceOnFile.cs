using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Parties;
using EnforcementCases.Domain.Penalties;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>The service of documents (送达), as the acts left it: where the party is reached, and what was served when.</summary>
public sealed class ServiceOnFile
{
    /// <summary>No such document in this case.</summary>
    public static readonly DomainError PaperUnknown = new("service.document-unknown", null, ErrorKind.Unacceptable, "本案没有该文书");

    /// <summary>A decision or a call that a later one has taken the place of is served.</summary>
    public static readonly DomainError Overtaken = new(
        "service.document-overtaken",
        "APL-61-1",
        ErrorKind.RuleBroken,
        "送达的文书已经不是现行有效的文书",
        PenaltyLaw.At("第六十一条第一款")
    );

    /// <summary>One return for papers that are addressed to different persons.</summary>
    public static readonly DomainError SeveralAddressees = new(
        "service.several-addressees",
        "CPL-88",
        ErrorKind.RuleBroken,
        "受送达人不同的文书应当分别送达、分别填写送达回证",
        CivilProcedureLaw.At("第八十七条")
    );

    /// <summary>Reference of the deadline for serving the order on the guardian.</summary>
    internal const string OrderToGuardian = "guardian-order";

    /// <summary>A paper that stays in the file is entered as served on the party.</summary>
    public static readonly DomainError Internal = new(
        "service.document-internal",
        "APL-61-1",
        ErrorKind.RuleBroken,
        "该文书不是送达当事人的文书",
        PenaltyLaw.At("第六十一条第一款")
    );

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
    /// <param name="on">Day of the service.</param>
    internal PartyServed AddresseeOn(DateOnly on) =>
        PartyServed.Of(file.Case.Party, file.Case.CommittedOn, on) with
        {
            Incapable =
                file.Deciding.Proposal?.Outcome is CaseOutcome.NoPenaltyIncapacity || file.Case.Outcome is CaseOutcome.NoPenaltyIncapacity,
            Agents = Agents,
            NamedReceiver = NamedReceiver,
            Guardian = file.Guardianship.Known?.Name,
        };

    /// <summary>The former party, to which things were given back by the paper; null if the paper concerns the present party.</summary>
    private OwnerOfThings? FormerOwnerIn(IssuedPaper paper) =>
        (
            file.Acts.FirstOrDefault(a => a.Entry.Place == paper.ActPosition)?.Body switch
            {
                LiftSealing lifted => file.Measures.OwnerOf(lifted.MeasureId),
                DisposePreserved disposed => file.Measures.OwnerOf(disposed.PreservationId),
                _ => null,
            }
        )
            is { } owner
        && owner.PartyId != file.Case.PartyId
            ? owner
            : null;

    /// <summary>The person on whom papers are served together: the party, the guardian who is ordered, or the former party that gets its things back.</summary>
    /// <exception cref="DomainException"><see cref="SeveralAddressees"/>.</exception>
    internal PartyServed AddresseeOf(IReadOnlyList<IssuedPaper> papers, DateOnly on)
    {
        var toGuardian = papers.Count(p => p.Kind is DocumentKind.GuardianOrder);
        var owners = papers.Select(FormerOwnerIn).OfType<OwnerOfThings>().ToList();
        if (toGuardian + owners.Count == 0)
            return AddresseeOn(on);
        if (owners.Count == papers.Count && owners.TrueForAll(o => o.PartyId == owners[0].PartyId))
            return PartyServed.Of(owners[0].Party, file.Case.CommittedOn, on);
        if (toGuardian < papers.Count)
            throw SeveralAddressees
                .With("责令监护人、退还原当事人财物的文书分别送达各该人，其他文书送达当事人", "分别填写送达回证")
                .At("/documentIds");
        return new() { Kind = PartyKind.Citizen, Name = file.Guardianship.Known?.Name ?? "" };
    }

    /// <summary>What was served, in its order.</summary>
    public IReadOnlyList<ServedPaper> Served => served;

    /// <summary>The paper of the decision that is in force; null before it is made, and while a case is handled again.</summary>
    internal IssuedPaper? Decision =>
        file.Papers.LastOrDefault(p =>
            p.Kind is DocumentKind.PenaltyDecision or DocumentKind.OrderDecision && p.ActPosition > (file.ReopenedAt ?? 0)
        );

    /// <summary>Date on which that decision was first served; null before.</summary>
    public DateOnly? DecisionServedOn =>
        Decision is { } decision ? served.Find(s => s.Paper.DocumentId == decision.DocumentId)?.ServedOn : null;

    /// <summary>Refuses a decision that fell, and a call to perform one, while another decision waits for its service.</summary>
    /// <exception cref="DomainException"><see cref="Overtaken"/>.</exception>
    internal void EnsureInForce(IssuedPaper paper)
    {
        if (paper.ActPosition <= (file.ReopenedAt ?? 0))
            throw Overtaken.With(
                $"送达的是{paper.Kind.Term()}“{(paper.Number.Length > 0 ? paper.Number : "无文号")}”（{paper.IssuedOn:yyyy-MM-dd}），所属的决定已经失效；现行有效的决定为“{Decision?.Number ?? "无"}”",
                "送达现行有效的文书"
            );
    }

    /// <summary>The last service of a document of a kind; null if there was none.</summary>
    public ServedPaper? Of(DocumentKind kind) => served.FindLast(s => s.Paper.Kind == kind);

    /// <summary>Documents of the file by their ids.</summary>
    /// <exception cref="DomainException"><see cref="OrdinaryFile.Incomplete"/> for none, <see cref="PaperUnknown"/> or <see cref="Internal"/>.</exception>
    internal IReadOnlyList<IssuedPaper> PapersOf(IReadOnlyList<Guid> ids)
    {
        if (ids.Count == 0)
            throw OrdinaryFile.Incomplete.With("没有写明送达的文书");
        return [.. ids.Select((id, i) => ForParty(Find(id) ?? throw PaperUnknown.With($"文书 {id}"), i))];
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
            served.Add(new(paper, servedOn, service.Return, done.Entry.Place));
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

    /// <summary>Address, agents and consent of the former party are not those of another.</summary>
    internal void ForgetFormerParty() => (Address, ElectronicConsent, NamedReceiver, Agents) = (null, null, null, []);

    private static IssuedPaper ForParty(IssuedPaper paper, int place) =>
        PapersForParty.Has(paper.Kind)
            ? paper
            : throw Internal.With($"{paper.Kind.Term()}存入案卷", "送达告知、决定、通知等文书").At($"/documentIds/{place}");

    private IssuedPaper? Find(Guid id) => file.Papers.FirstOrDefault(p => p.DocumentId == id);
}
