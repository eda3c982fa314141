using EnforcementCases.Domain.Cases.OnTheSpot;
using EnforcementCases.Domain.Fines;
using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Cases;

/// <summary>A case that is decided on the spot (当场处罚): it begins with its decision. 行政处罚法 第五十一条、第五十二条.</summary>
public static class OnTheSpotPartOfCase
{
    extension(EnforcementCase)
    {
        /// <summary>Imposes a penalty on the spot (当场作出行政处罚决定).</summary>
        /// <param name="decision">Proof that every gate was passed.</param>
        /// <param name="new">What the system gives: ids, number, codes, times.</param>
        /// <exception cref="DomainException"><see cref="OnTheSpotDecision.Incomplete"/> or <see cref="OnTheSpotDecision.NumberMissing"/>.</exception>
        public static EnforcementCase DecideOnTheSpot(LawfulOnTheSpotDecision decision, NewOnTheSpotCase @new)
        {
            OnTheSpotDecision.EnsureNumbered(@new.Number);
            var facts = decision.Facts;
            var @case = Open(facts, @new);
            @case.SetMatter(facts.Violation, facts.Adoption!, facts.CommittedAt, facts.Place, facts.Facts);
            @case.SetParty(@new.PartyId, facts.Party);
            @case.Appoint(facts.Officers);
            @case.AddEvidence(facts);
            @case.Decide(CasePenalty.Of(facts.Kinds, facts.Fine, facts.ReasonsForAmount), facts.DecidedAt, facts.DistinctBecause);
            @case.NumberDecision(@new.Number);
            @case.ServeDecision(facts.HandedOverAt!.Value, facts.Signature);
            @case.SetCorrection(CorrectionIn(facts));
            @case.StartDeadlines(decision, @new);
            @case.Begin(
                OnTheSpotRecord.Of(@case, decision, @new.DocumentHash),
                new PenaltyDecided(@case, facts.DecidedAt),
                new DecisionServed(@case, facts.HandedOverAt!.Value)
            );
            return @case;
        }
    }

    private static EnforcementCase Open(OnTheSpotFacts facts, NewOnTheSpotCase @new) =>
        new(
            new NewCase
            {
                CaseId = @new.CaseId,
                Seq = @new.Seq,
                Organ = facts.Organ,
                OrganisationId = @new.OrganisationId,
                OrganisationPath = @new.OrganisationPath,
                Procedure = CaseProcedure.Simple,
                Stage = CaseLifecycle.Take(CaseProcedure.Simple, CaseStage.Open, CaseAct.DecideOnTheSpot),
                OffenceId = facts.OffenceId,
                OpenedAt = facts.DecidedAt,
                Entry = new()
                {
                    RecordedAt = @new.RecordedAt,
                    EnteredLate = @new.EnteredLate,
                    Device = @new.Device,
                },
            }
        );

    private static void AddEvidence(this EnforcementCase @case, OnTheSpotFacts facts)
    {
        for (var i = 0; i < facts.Evidence.Count; i++)
            @case.Add(new CaseEvidence(@case, i + 1, facts.Evidence[i]));
    }

    private static CaseCorrection CorrectionIn(OnTheSpotFacts facts) =>
        new()
        {
            Required = facts.CorrectionRequired!,
            DueOn = facts.CorrectionDueOn,
            CorrectedAt = facts.CorrectionDueOn is null ? facts.DecidedAt : null,
            EarlierOrderId = facts.EarlierOrder?.OrderId,
        };

    private static void StartDeadlines(this EnforcementCase @case, LawfulOnTheSpotDecision decision, NewOnTheSpotCase @new)
    {
        var facts = decision.Facts;
        @case.AddDeadline(@new.NewId(), DeadlineKind.ReportBack, decision.ReportBackDue);
        if (facts.Fine > Money.Zero)
        {
            var due = PaymentTerm.From(LegalDate.Of(facts.HandedOverAt!.Value), @new.Calendar);
            @case.OrderToPay(@new.NewId(), @new.PaymentCode!, due.LastDay);
            @case.AddDeadline(@new.NewId(), DeadlineKind.Payment, due);
        }
        if (facts.CorrectionDueOn is { } correctBy)
            @case.AddDeadline(@new.NewId(), DeadlineKind.Correction, DeadlinesOfCase.SetByOrder(facts.DecidedOn, correctBy, @new.Calendar));
        if (@new.AwaitsFiles)
            @case.AwaitFiles(@new.NewId(), facts.DecidedOn, @new.Calendar);
    }
}
