using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.OnTheSpot;

/// <summary>Fields of an on-the-spot decision that enter the record (当场处罚的留痕).</summary>
internal static class OnTheSpotRecord
{
    /// <summary>The entry of a case just decided.</summary>
    /// <param name="documentHash">SHA-256 of the decision's content, hex.</param>
    public static RecordDraft Of(EnforcementCase @case, LawfulOnTheSpotDecision decision, string documentHash) =>
        new(
            "decided-on-the-spot",
            decision.Facts.DecidedAt,
            InClear(@case, decision.Facts, decision.Assessed, documentHash),
            Sealed(@case, decision.Facts)
        );

    private static RecordFields InClear(EnforcementCase @case, OnTheSpotFacts facts, AssessedPenalty assessed, string documentHash) =>
        new RecordFields()
            .Add("organ", @case.OrganId)
            .Add("procedure", @case.Procedure)
            .Add("violation", @case.ViolationCode)
            .Add("violationVersion", @case.ViolationVersionId)
            .Add("adoption", @case.AdoptionId)
            .Add("kinds", facts.Kinds.Order().Select(k => k.ToString()))
            .Add("fineFen", @case.Penalty.FineFen)
            .Add("actOn", @case.CommittedOn)
            .Add("decidedOn", @case.DecidedOn)
            .Add("decidedAt", @case.DecidedAt)
            .Add("servedAt", @case.ServedAt)
            .Add("signature", @case.Signature)
            .Add("number", @case.DecisionNumber)
            .Add("documentSha256", documentHash)
            .Add("partyKind", @case.Party.Kind)
            .Add("partyIdentity", @case.Party.Identity)
            .Add("late", @case.Entry.EnteredLate)
            .Add("reportBackBy", @case.Deadlines.Single(d => d.Kind == DeadlineKind.ReportBack).LastDay)
            .Add("payBy", @case.PaymentOrder?.DueOn)
            .Add("correctBy", @case.Correction.DueOn)
            .Add("evidenceSha256", facts.Evidence.Select(e => e.Sha256))
            .Add("assessment", assessed.Id)
            .Add("assessmentSha256", assessed.ResultSha256)
            .Add("verdict", assessed.Result.Verdict);

    private static RecordFields Sealed(EnforcementCase @case, OnTheSpotFacts facts) =>
        new RecordFields()
            .Add("party", @case.PartyId)
            .Add("partyName", @case.Party.Name)
            .Add("place", $"{@case.Place.DivisionCode} {@case.Place.Text}")
            .Add("facts", @case.Facts)
            .Add("reasons", @case.Penalty.Reasons)
            .Add("begunAt", facts.BegunAt)
            .Add("toldAt", facts.Notice.NotifiedAt)
            .Add("partyWords", facts.Notice.PartyWords)
            .Add("waiverWords", facts.Notice.WaiverWords)
            .Add("objects", facts.Notice.Objects)
            .Add("answerAccepted", facts.Notice.Answer?.Accepted)
            .Add("answer", facts.Notice.Answer?.Because)
            .Add("changesNothingBecause", facts.Notice.Answer?.ChangesNothingBecause)
            .Add("reasonsAgainstExemption", facts.ReasonsAgainstExemption)
            .Add("certificates", @case.Officers.Select(o => o.CertificateNumber))
            .Add("correction", @case.Correction.Required)
            .Add("refusalNote", facts.RefusalNote)
            .Add("distinctBecause", facts.DistinctBecause);
}
