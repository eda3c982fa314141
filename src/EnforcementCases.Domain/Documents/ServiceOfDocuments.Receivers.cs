using EnforcementCases.Domain.Parties;

namespace EnforcementCases.Domain.Documents;

/// <summary>Who receives for the party (代收), in every way of service. 民事诉讼法 第八十八条、第八十九条.</summary>
public static partial class ServiceOfDocuments
{
    /// <summary>Why a person who signed does not prove the service; empty if the law lets that person receive for the party.</summary>
    /// <param name="service">The return, or the handing over of a decision on the spot.</param>
    /// <param name="party">The party as the file knows it.</param>
    public static IReadOnlyList<DomainException> ObstaclesToReceiver(ServiceReturn service, PartyServed party) =>
        [.. ObstacleUnlessReceiver(service, party)];

    /// <summary>The person who signed is the party or whom the law puts in its place, and the file or a check shows it.</summary>
    private static IEnumerable<DomainException> ObstacleUnlessReceiver(ServiceReturn service, PartyServed party)
    {
        if (service.Receiver is not { } receiver || string.IsNullOrWhiteSpace(receiver))
            yield break; // named where a signature is required
        if (service.Relation is not { } relation)
        {
            yield return ReceiverNotAllowed.With("没有签收人与受送达人的关系").At("/return/relation");
            yield break;
        }
        if (party.NeedsGuardian && relation is not (ReceiverRelation.Guardian or ReceiverRelation.Agent))
            yield return GuardianNeeded.With($"签收人为“{receiver}”（{relation.Term()}）").At("/return/relation");
        else if (!MayReceive(party.Kind, relation) || (relation is ReceiverRelation.Guardian && !party.NeedsGuardian))
            yield return ReceiverNotAllowed
                .With(
                    party.Kind is PartyKind.Citizen or PartyKind.IndividualBusiness
                        ? "公民（个体工商户经营者）由本人、同住的成年家属、代理人或者指定的代收人签收"
                        : "法人或者其他组织由法定代表人、主要负责人、负责收件的人、代理人或者指定的代收人签收"
                )
                .At("/return/relation");
        else if (!party.Knows(receiver, relation) && ObstacleToName(service, party, receiver, relation) is { } why)
            yield return why;
        if (ObstacleUnlessInformed(service, party) is { } uninformed)
            yield return uninformed;
    }

    private static DomainException? ObstacleToName(ServiceReturn service, PartyServed party, string receiver, ReceiverRelation relation) =>
        relation is ReceiverRelation.Agent or ReceiverRelation.NamedReceiver
            ? NotOnFile
                .With(
                    relation is ReceiverRelation.NamedReceiver
                        ? $"签收人为“{receiver}”，当事人指定的代收人为“{party.NamedReceiver ?? "无"}”"
                        : $"签收人为“{receiver}”，在卷的代理人为“{(party.Agents.Count > 0 ? string.Join('、', party.Agents) : "无")}”"
                )
                .At("/return/receiver")
        : KnownFor(party, relation) is { } known
            ? OtherName
                .With($"签收人为“{receiver}”（{relation.Term()}），案卷记载为“{known}”", "由其他人代收的，如实写明与受送达人的关系")
                .At("/return/receiver")
        : string.IsNullOrWhiteSpace(service.ReceiverTie) || string.IsNullOrWhiteSpace(service.TieChecked)
            ? OtherName
                .With($"签收人为“{receiver}”（{relation.Term()}），案卷记载为“无”", "写明关系和核实方式")
                .At(string.IsNullOrWhiteSpace(service.ReceiverTie) ? "/return/receiverTie" : "/return/tieChecked")
        : null;

    private static string? KnownFor(PartyServed party, ReceiverRelation relation) =>
        relation is ReceiverRelation.Self ? (party.Kind is PartyKind.IndividualBusiness ? party.Representative : party.Name)
        : relation is ReceiverRelation.Guardian ? party.Guardian
        : relation is ReceiverRelation.LegalRepresentative or ReceiverRelation.Head ? party.Representative
        : null;

    /// <summary>Ways without a signature: who refused, whose address it is, or who is looked for must be the guardian in the place of a child.</summary>
    private static IEnumerable<DomainException> ObstacleUnlessGuardian(ServiceReturn service, PartyServed party)
    {
        if (party.NeedsGuardian && string.IsNullOrWhiteSpace(service.Receiver))
            yield return GuardianNeeded.With($"{service.Way.Term()}没有写明监护人", "写明监护人的姓名和关系").At("/return/receiver");
        else if (party.NeedsGuardian)
            foreach (var obstacle in ObstacleUnlessReceiver(service, party))
                yield return obstacle;
        else if (ObstacleUnlessInformed(service, party) is { } why)
            yield return why;
    }

    private static DomainException? ObstacleUnlessInformed(ServiceReturn service, PartyServed party) =>
        party.IsMinorOfFourteen && string.IsNullOrWhiteSpace(service.GuardianInformed)
            ? GuardianNotInformed.With($"受送达人 {party.Age} 周岁，没有通知监护人的记录").At("/return/guardianInformed")
            : null;
}
