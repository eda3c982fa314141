using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Remedies;
using EnforcementCases.Domain.Text;

namespace EnforcementCases.Domain.Papers;

/// <summary>Papers of a case that no act issues by itself: D03 and D37.</summary>
public static class DeskPapers
{
    /// <summary>The decision orders no correction, or was not made on the spot.</summary>
    public static readonly DomainError NoCorrectionAsked = new(
        "document.no-correction-asked",
        null,
        ErrorKind.WrongStage,
        "该案件没有当场责令改正的要求"
    );

    /// <summary>Nothing is owed.</summary>
    public static readonly DomainError NothingOwed = new("document.nothing-owed", null, ErrorKind.WrongStage, "该案件没有待缴的款项");

    /// <summary>Refuses D03 where no correction was ordered on the spot.</summary>
    /// <exception cref="DomainException"><see cref="NoCorrectionAsked"/>.</exception>
    public static void EnsureCorrectionAsked(EnforcementCase @case)
    {
        if (@case.Procedure != CaseProcedure.Simple || @case.Correction.Required.Length == 0 || @case.Effect.RevokedAt is not null)
            throw NoCorrectionAsked.With($"{@case.DecisionNumber}");
    }

    /// <summary>What an order to correct made with a decision on the spot states (责令改正通知书（现场）, D03).</summary>
    /// <param name="violation">The version of the violation that was applied.</param>
    /// <param name="number">Its number.</param>
    /// <param name="recheck">When the correction will be re-checked (复查时间), in words.</param>
    public static FormValues OnTheSpotCorrection(
        EnforcementCase @case,
        Organisation organ,
        ViolationVersion violation,
        DateOnly on,
        string number,
        string recheck
    ) =>
        new FormValues(organ.Name, on, number)
            .With(FormFields.Party, @case.Party.Name)
            .With(FormFields.DecisionNumber, @case.DecisionNumber)
            .With(FormFields.CommittedAt, @case.CommittedAt)
            .With(FormFields.Place, PaperWords.PlaceOf(@case.Place))
            .With(FormFields.Facts, @case.Facts)
            .With(FormFields.ViolatedArticles, violation.Violated.ToString())
            .With(FormFields.Requirement, @case.Correction.Required)
            .With(FormFields.CorrectBy, @case.Correction.DueOn is { } day ? $"{ChineseDate.Day(day)}前（含当日）改正" : "当场立即改正")
            .With(InvestigationFields.RecheckOn, TextRules.Line(recheck))
            .With(FormFields.Handlers, @case.Officers.Select(o => new DecidingOfficer(o.Name, o.CertificateNumber)));

    /// <summary>What the organ's own revocation states (撤销行政处罚决定书, D48).</summary>
    /// <param name="reason">Facts and reasons of the revocation.</param>
    /// <param name="decision">Number of the decision that is revoked; that of one without penalty is on its paper alone.</param>
    public static FormValues Revocation(
        EnforcementCase @case,
        Organisation organ,
        DateOnly on,
        string number,
        string? decision,
        string reason
    ) =>
        new FormValues(organ.Name, on, number)
            .With(FormFields.Party, @case.Party.Name)
            .With(FormFields.DecisionNumber, decision)
            .With(FormFields.Reason, reason)
            .With(FormFields.Basis, PenaltyLaw.At("第七十五条第二款").ToString())
            .With(
                FormFields.RefundText,
                @case.PaymentOrder is { Kept: > 0 } order
                    ? $"已缴纳的{ChineseAmount.InCapitals(Money.OfFen(order.Kept))}（￥{Money.OfFen(order.Kept).InYuan}）予以退还，并支付银行同期存款利息。"
                    : "没有已缴纳的款项。"
            )
            .With(
                FormFields.RemedyText,
                RemedyAdvice.ForOrdinary(organ.Profile.ReconsiderationOrgan).Text.Replace("本处罚决定", "本决定", StringComparison.Ordinal)
            );

    /// <summary>What a correction of a slip states (补正决定书, D49).</summary>
    /// <param name="paper">The paper that is corrected.</param>
    /// <param name="slip">What is corrected.</param>
    public static FormValues Correction(
        EnforcementCase @case,
        Organisation organ,
        DateOnly on,
        string number,
        CaseDocument paper,
        CorrectedSlip slip
    ) =>
        new FormValues(organ.Name, on, number)
            .With(FormFields.Party, @case.Party.Name)
            .With(FormFields.CorrectedPaper, paper.Number.Length > 0 ? $"{paper.Number}{paper.Kind.Term()}" : paper.Kind.Term())
            .With(FormFields.SlipKindText, slip.Kind.Term())
            .With(FormFields.PrintedText, slip.Printed)
            .With(FormFields.CorrectedText, slip.Corrected)
            .With(FormFields.Reason, slip.Reason)
            .With(FormFields.Proposer, slip.Proposer)
            .With(FormFields.Approver, slip.Approver);

    /// <summary>What a notice to pay states (缴款通知书, D37): what is still owed, and by when.</summary>
    /// <param name="codes">Codes of the treasury; not printed where an installation has none.</param>
    /// <exception cref="DomainException"><see cref="NothingOwed"/>.</exception>
    public static FormValues PaymentNotice(EnforcementCase @case, Organisation organ, DateOnly on, TreasuryCodes codes)
    {
        if (@case.PaymentOrder is not { } order || order.Outstanding == Money.Zero)
            throw NothingOwed.With($"{@case.DecisionNumber}");
        return new FormValues(organ.Name, on)
            .With(FormFields.Party, @case.Party.Name)
            .With(FormFields.DecisionNumber, @case.DecisionNumber)
            .With(PerformanceFields.PaymentCodeText, order.Code)
            .With(PerformanceFields.CollectingUnitCode, codes.CollectingUnit)
            .With(PerformanceFields.IncomeItemCode, codes.IncomeItem)
            .With(PerformanceFields.AmountDue, order.Outstanding)
            .With(DecisionFields.PayBy, PayByOf(@case, order.DueOn))
            .With(DecisionFields.Payee, organ.Profile.PayeeText);
    }

    /// <summary>The next instalment where payment was deferred, otherwise the day of the decision.</summary>
    private static string PayByOf(EnforcementCase @case, DateOnly dueOn)
    {
        var part = @case
            .Deadlines.Where(d => d is { Kind: DeadlineKind.Instalment, IsOpen: true })
            .OrderBy(d => d.LastDay)
            .FirstOrDefault();
        return part is null
            ? $"{ChineseDate.Day(dueOn)}（收到决定书之日起十五日内）"
            : $"{ChineseDate.Day(part.LastDay)}（批准延期、分期的期限）";
    }
}

/// <summary>Codes by which the treasury knows who collects and what for.</summary>
/// <param name="CollectingUnit">执收单位编码; null if none.</param>
/// <param name="IncomeItem">项目编码; null if none.</param>
public sealed record TreasuryCodes(string? CollectingUnit, string? IncomeItem);
