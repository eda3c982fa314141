using System.Text.Json;
using EnforcementCases.Domain.Cases.Archive;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases;

/// <summary>What the acts of the ordinary procedure do in the case itself (普通程序).</summary>
public static class OrdinaryPartOfCase
{
    extension(EnforcementCase)
    {
        /// <summary>Opens an ordinary case for a clue (线索); the act of registering it is done next, in the same transaction.</summary>
        public static EnforcementCase OpenOrdinary(NewOrdinaryCase @new) =>
            new(
                new NewCase
                {
                    CaseId = @new.CaseId,
                    Seq = @new.Seq,
                    Organ = @new.Organ,
                    OrganisationId = @new.OrganisationId,
                    OrganisationPath = @new.OrganisationPath,
                    Procedure = CaseProcedure.Ordinary,
                    Stage = CaseStage.Open,
                    OffenceId = @new.OffenceId,
                    OpenedAt = @new.OpenedAt,
                    Entry = new()
                    {
                        RecordedAt = @new.RecordedAt,
                        EnteredLate = @new.EnteredLate,
                        Device = @new.Device,
                    },
                }
            );
    }

    /// <summary>The penalty will rest on an order to correct that was given before the case; null: on none.</summary>
    internal static void RelyOn(this EnforcementCase @case, Guid? orderId) =>
        @case.SetCorrection(@case.Correction with { EarlierOrderId = orderId });

    /// <summary>The penalty is decided: kinds, amounts and dates as they are counted and printed from now on.</summary>
    internal static void DecideOrdinary(this EnforcementCase @case, DecidedPenalty decided, DateTimeOffset at)
    {
        var penalty = CasePenalty.Of(
            [.. decided.Penalties.Select(p => p.Kind)],
            decided.Fine,
            decided.Reasons,
            Penalties.PenaltyItems.Total(decided.Penalties.Where(p => p.Kind is not Penalties.PenaltyKind.Fine))
        );
        @case.Decide(penalty, at, decided.DistinctBecause);
        @case.SetOutcome(decided.Penalties.Count > 0 ? Penalties.CaseOutcome.Penalty : Penalties.CaseOutcome.OrderAlone, LegalDate.Of(at));
        @case.SetFacts(decided.Facts);
        @case.SetCorrection(@case.Correction with { Required = decided.CorrectionRequired ?? "", DueOn = decided.CorrectionDueOn });
    }

    /// <summary>Puts the closed case into the archive (归档).</summary>
    internal static void PutIntoArchive(
        this EnforcementCase @case,
        string volume,
        RetentionClass retention,
        DateOnly? keepUntil,
        DateOnly on
    ) =>
        @case.SetArchive(
            new()
            {
                On = on,
                Volume = volume,
                Retention = retention,
                KeepUntil = keepUntil,
            }
        );

    /// <summary>Enters an act into file and record.</summary>
    internal static CaseActEntry NewEntry(
        this EnforcementCase @case,
        Guid id,
        int place,
        CaseAct act,
        DateTimeOffset doneAt,
        Guid personId,
        DateTimeOffset recordedAt,
        bool late,
        byte[] body,
        RecordFields clear,
        DateOnly? servedOn = null
    )
    {
        var entry = new CaseActEntry(id, @case, place, act, doneAt, personId, recordedAt, late, body, servedOn);
        @case.Add(entry);
        @case.Record(
            JsonNamingPolicy.KebabCaseLower.ConvertName(act.ToString()),
            doneAt,
            new RecordFields()
                .Add("organ", @case.OrganId)
                .Add("procedure", @case.Procedure)
                .Add("place", place)
                .Add("stage", @case.Stage)
                .Add("violation", @case.ViolationCode)
                .Add("late", late)
                .Add("act", servedOn is { } on ? clear.Add("servedOn", on) : clear),
            new RecordFields().Add("bodySha256", entry.BodySha256)
        );
        return entry;
    }
}
