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
            .With(PerformanceFields.ServiceAddressee, proof.Addressee)
            .With(PerformanceFields.ServicePlace, proof.Place)
            .With(
                PerformanceFields.ServedDocuments,
                served.Select(s => new[] { DocumentForms.Of(s.Paper.Kind).Title, s.Paper.Number, "1" })
            )
            .With(PerformanceFields.ServiceWay, proof.Way.Term())
            .With(
                PerformanceFields.ServedAt,
                (proof.SignedAt ?? proof.ArrivedAt) is { } at && LegalDate.Of(at) == servedOn
                    ? ChineseDate.Moment(at)
                    : ChineseDate.Day(servedOn)
            )
            .With(
                PerformanceFields.Recipient,
                proof is { Receiver: { } receiver, Relation: { } relation }
                    ? $"{receiver}（{relation.Term()}{(proof.ReceiverTie is { } tie ? $"，{tie}" : "")}）"
                    : null
            )
            .With(PerformanceFields.RefusalReason, proof.RefusalReason)
            .With(FormFields.Witness, witness is null ? null : $"{witness.Name}（{witness.Body}）")
            .With(PerformanceFields.ServiceProof, ProofOf(proof))
            .With(FormFields.Handlers, paper.OfficersOn(proof.Servers, servedOn))
            .With(FormFields.Remarks, proof.NoticeReason);
    }

    private static string? ProofOf(ServiceReturn proof)
    {
        var parts = new List<string>();
        if (proof.PostalReceipt is { } receipt)
            parts.Add($"邮件回执号{receipt}");
        if (proof.Through is { } through)
            parts.Add($"由{through}{proof.Way.Term()}");
        if (proof.TieChecked is { } @checked)
            parts.Add($"关系以{@checked}核实");
        if (proof.NoticeIssuedOn is { } issued)
            parts.Add($"{ChineseDate.Day(issued)}发出公告");
        if (proof.MediaSha256.Count > 0)
            parts.Add($"照片、录像{proof.MediaSha256.Count}件");
        return parts.Count > 0 ? string.Join('；', parts) : null;
    }
}
