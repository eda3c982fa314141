using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Fines;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases;

/// <summary>Which rows of a case the record fixes, and what of them: amounts, party, number, stage, acts, documents, files, payments.</summary>
/// <remarks>Entities of capabilities above state their rows themselves (<see cref="IRowOfRecord"/>). What is fixed changes only with an entry in the chain of the case. A field that is added to a list here would make the hashes of all rows differ from those that
/// are in the record: it takes a new kind of row.</remarks>
public static class RowsOfRecord
{
    /// <summary>The row of an entity; null for one that the record does not fix.</summary>
    public static RowOfRecord? Of(object entity) =>
        entity switch
        {
            EnforcementCase @case => Of(@case),
            CaseActEntry act => Of(act),
            CaseEvidence item => Of(item),
            CaseDocument document => Of(document),
            DocumentPrint print => Of(print),
            PaymentOrder order => Of(order),
            Payment payment => Of(payment),
            Refund refund => Of(refund),
            IRowOfRecord own => own.Row(),
            _ => null,
        };

    private static RowOfRecord Of(EnforcementCase c) =>
        new(
            c.Id,
            "case",
            new RecordFields()
                .Add("organ", c.OrganId)
                .Add("organisation", c.OrganisationPath)
                .Add("procedure", c.Procedure)
                .Add("stage", c.Stage)
                .Add("outcome", c.Outcome)
                .Add("party", c.PartyId)
                .Add("partyKind", c.PartyId is null ? (Enum?)null : c.Party.Kind)
                .Add("partyName", c.Party.Name)
                .Add("violation", c.ViolationCode)
                .Add("violationVersion", c.ViolationVersionId)
                .Add("committedAt", c.CommittedAt)
                .Add("filedOn", c.FiledOn)
                .Add("fineFen", c.Penalty.FineFen)
                .Add("warned", c.Penalty.Warned)
                .Add("heaviest", c.Penalty.HeaviestKind)
                .Add("decidedAt", c.DecidedAt)
                .Add("number", c.DecisionNumber)
                .Add("servedAt", c.ServedAt)
                .Add("validity", c.Effect.Validity)
                .Add("closedOn", c.Closing.On)
        );

    private static RowOfRecord Of(CaseActEntry a) =>
        new(
            a.CaseId,
            $"act/{a.Id:D}",
            new RecordFields()
                .Add("id", a.Id)
                .Add("place", a.Place)
                .Add("act", a.Act)
                .Add("doneAt", a.DoneAt)
                .Add("person", a.PersonId)
                .Add("bodySha256", a.BodySha256)
                .Add("servedOn", a.ServedOn)
                .Add("stageAfter", a.StageAfter)
        );

    private static RowOfRecord Of(CaseEvidence e) =>
        new(
            e.CaseId,
            $"evidence/{e.Place}",
            new RecordFields()
                .Add("case", e.CaseId)
                .Add("place", e.Place)
                .Add("kind", e.Kind)
                .Add("takenAt", e.TakenAt)
                .Add("sha256", e.Sha256)
        );

    private static RowOfRecord Of(CaseDocument d) =>
        new(
            d.CaseId,
            $"document/{d.Id:D}",
            new RecordFields()
                .Add("id", d.Id)
                .Add("kind", d.Kind)
                .Add("number", d.Number)
                .Add("contentSha256", d.ContentHash)
                .Add("issuedAt", d.IssuedAt)
                .Add("datedOn", d.DatedOn)
        );

    private static RowOfRecord Of(DocumentPrint p) =>
        new(
            p.CaseId,
            $"print/{p.Id:D}",
            new RecordFields()
                .Add("id", p.Id)
                .Add("document", p.DocumentId)
                .Add("format", p.Format)
                .Add("count", p.Count)
                .Add("fileSha256", p.FileSha256)
        );

    private static RowOfRecord Of(PaymentOrder o) =>
        new(
            o.CaseId,
            $"order/{o.Id:D}",
            new RecordFields()
                .Add("id", o.Id)
                .Add("code", o.Code)
                .Add("amountFen", o.AmountFen)
                .Add("surchargeFen", o.SurchargeFen)
                .Add("dueOn", o.DueOn)
                .Add("paidFen", o.PaidFen)
                .Add("refundedFen", o.RefundedFen)
                .Add("state", o.State)
        );

    private static RowOfRecord Of(Payment p) =>
        new(
            p.CaseId,
            $"payment/{p.Id:D}",
            new RecordFields()
                .Add("id", p.Id)
                .Add("channel", p.Channel)
                .Add("amountFen", p.AmountFen)
                .Add("paidAt", p.PaidAt)
                .Add("bankTransaction", p.BankTransactionId)
                .Add("receipt", p.ReceiptNumber)
        );

    private static RowOfRecord Of(Refund r) =>
        new(
            r.CaseId,
            $"refund/{r.Id:D}",
            new RecordFields()
                .Add("id", r.Id)
                .Add("amountFen", r.AmountFen)
                .Add("interestFen", r.InterestFen)
                .Add("reference", r.Reference)
                .Add("refundedAt", r.RefundedAt)
        );
}
