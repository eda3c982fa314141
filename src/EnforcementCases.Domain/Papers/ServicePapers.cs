using EnforcementCases.Domain.Cases.Ordinary;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Law;
using static EnforcementCases.Domain.Papers.PaperOfAct;

namespace EnforcementCases.Domain.Papers;

/// <summary>The receipt of service.</summary>
internal static class ServicePapers
{
    /// <summary>Its papers, by the act that issues each.</summary>
    public static IEnumerable<PaperOfAct> All => [Of<ServeDocument>(DocumentKind.ServiceReceipt, ServiceReceipt)];

    private static FormValues ServiceReceipt(PaperInHand paper, ServeDocument service)
    {
        var (proof, witness) = (service.Return, service.Return.Witnesses is [var first, ..] ? first : null);
        var served = paper.File.Service.Served.Where(s => s.Return == proof).ToList();
        var servedOn = served[^1].ServedOn;
        return paper
            .Values()
            .With(FormFields.Cause, paper.Cause)
            .With(FormFields.ServiceAddressee, proof.Addressee)
            .With(FormFields.ServicePlace, proof.Place)
            .With(FormFields.ServedDocuments, served.Select(s => new[] { DocumentForms.Of(s.Paper.Kind).Title, s.Paper.Number, "1" }))
            .With(FormFields.ServiceWay, Name(proof.Way))
            .With(
                FormFields.ServedAt,
                (proof.Way is ServiceWay.Direct ? proof.SignedAt : proof.ArrivedAt) is { } at && LegalDate.Of(at) == servedOn
                    ? ChineseDate.Moment(at)
                    : ChineseDate.Day(servedOn)
            )
            .With(
                FormFields.Recipient,
                proof is { Receiver: { } receiver, Relation: { } relation } ? $"{receiver}（{Name(relation)}）" : null
            )
            .With(FormFields.RefusalReason, proof.RefusalReason)
            .With(FormFields.Witness, witness is null ? null : $"{witness.Name}（{witness.Body}）")
            .With(FormFields.ServiceProof, ProofOf(proof))
            .With(FormFields.Handlers, paper.OfficersOn(proof.Servers, servedOn))
            .With(FormFields.Remarks, proof.NoticeReason);
    }

    private static string? ProofOf(ServiceReturn proof)
    {
        var parts = new List<string>();
        if (proof.PostalReceipt is { } receipt)
            parts.Add($"邮件回执号{receipt}");
        if (proof.NoticeIssuedOn is { } issued)
            parts.Add($"{ChineseDate.Day(issued)}发出公告");
        if (proof.MediaSha256.Count > 0)
            parts.Add($"照片、录像{proof.MediaSha256.Count}件");
        return parts.Count > 0 ? string.Join('；', parts) : null;
    }

    private static string Name(ServiceWay way) =>
        way switch
        {
            ServiceWay.Direct => "直接送达",
            ServiceWay.Left => "留置送达",
            ServiceWay.Post => "邮寄送达",
            ServiceWay.Electronic => "电子送达",
            ServiceWay.PublicNotice => "公告送达",
        };

    private static string Name(ReceiverRelation relation) =>
        relation switch
        {
            ReceiverRelation.Self => "本人",
            ReceiverRelation.AdultFamilyMemberLivingTogether => "同住的成年家属",
            ReceiverRelation.LegalRepresentative => "法定代表人",
            ReceiverRelation.Head => "主要负责人",
            ReceiverRelation.MailClerk => "负责收件的人",
            ReceiverRelation.Agent => "代理人",
            ReceiverRelation.NamedReceiver => "指定的代收人",
        };
}
