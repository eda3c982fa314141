using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Fines;

/// <summary>The party's application to pay later or in parts (暂缓或者分期缴纳申请, D39).</summary>
/// <param name="AppliedOn">Legal date.</param>
/// <param name="Hardship">Why the party cannot pay now (确有经济困难).</param>
/// <param name="ProofSha256">Proof, as SHA-256 of the stored papers, hex.</param>
public sealed record DeferralApplication(DateOnly AppliedOn, string Hardship, IReadOnlyList<string> ProofSha256);

/// <summary>The organ's approval (批准).</summary>
/// <param name="ApprovedBy">Head of the organ who approved.</param>
/// <param name="ApprovedOn">Legal date.</param>
/// <param name="Term">The new due dates and the first day they cover.</param>
public sealed record DeferralApproval(Guid ApprovedBy, DateOnly ApprovedOn, DeferredTerm Term);

/// <summary>Paying later or in parts (暂缓或者分期缴纳罚款). 行政处罚法 第六十六条第二款.</summary>
public static class DeferralOfPayment
{
    /// <summary>The party did not apply, or named no hardship.</summary>
    public static readonly DomainError NotAppliedFor = new(
        "deferral.not-applied-for",
        "APL-66",
        ErrorKind.RuleBroken,
        "当事人确有经济困难并提出申请的，才可以暂缓或者分期缴纳",
        PenaltyLaw.At("第六十六条第二款")
    );

    /// <summary>Approved before the application.</summary>
    public static readonly DomainError ApprovedBeforeApplication = new(
        "deferral.approved-before-application",
        "APL-66",
        ErrorKind.RuleBroken,
        "暂缓或者分期缴纳应当经当事人申请后由行政机关批准",
        PenaltyLaw.At("第六十六条第二款")
    );

    /// <summary>It would cover a day that a surcharge decision has already counted.</summary>
    public static readonly DomainError CoversSurchargedDay = new(
        "deferral.covers-surcharged-day",
        "APL-66",
        ErrorKind.RuleBroken,
        "暂缓或者分期缴纳不得追溯已经加处罚款的日期",
        PenaltyLaw.At("第六十六条第二款")
    );

    /// <summary>The parts do not add up to the unpaid amount, or fall due before the first day covered.</summary>
    public static readonly DomainError PlanDoesNotAddUp = new(
        "deferral.plan-does-not-add-up",
        "APL-66",
        ErrorKind.Unacceptable,
        "分期计划的金额或者期限不成立"
    );

    /// <summary>All obstacles to an approval.</summary>
    /// <param name="outstanding">What is unpaid on the day of approval.</param>
    /// <param name="surchargedThrough">Last day counted by a recorded surcharge decision; null if none.</param>
    public static IReadOnlyList<DomainException> Obstacles(
        DeferralApplication? application,
        DeferralApproval approval,
        Money outstanding,
        DateOnly? surchargedThrough
    ) => [.. FindObstacles(application, approval, outstanding, surchargedThrough)];

    /// <summary>Refuses an approval without application, over days already surcharged, or whose parts do not add up.</summary>
    /// <exception cref="DomainException">The first of <see cref="Obstacles"/>.</exception>
    public static void EnsureApprovable(
        DeferralApplication? application,
        DeferralApproval approval,
        Money outstanding,
        DateOnly? surchargedThrough
    ) => FindObstacles(application, approval, outstanding, surchargedThrough).RefuseFirst();

    private static IEnumerable<DomainException> FindObstacles(
        DeferralApplication? application,
        DeferralApproval approval,
        Money outstanding,
        DateOnly? surchargedThrough
    )
    {
        if (application is null || string.IsNullOrWhiteSpace(application.Hardship))
            yield return NotAppliedFor.With(application is null ? "没有申请" : "没有写明经济困难");
        if (approval.ApprovedOn < application?.AppliedOn)
            yield return ApprovedBeforeApplication.With($"申请 {application.AppliedOn:yyyy-MM-dd}，批准 {approval.ApprovedOn:yyyy-MM-dd}");
        var term = approval.Term;
        if (term.CoversFrom <= surchargedThrough)
            yield return CoversSurchargedDay.With($"已加处至 {surchargedThrough:yyyy-MM-dd}，拟自 {term.CoversFrom:yyyy-MM-dd} 起");
        if (term.Instalments.Count == 0)
        {
            yield return PlanDoesNotAddUp.With("没有分期");
            yield break;
        }
        if (term.Instalments.Any(i => i.AmountFen <= 0) || term.Instalments.Sum(i => i.AmountFen) != outstanding.Fen)
            yield return PlanDoesNotAddUp.With($"各期合计应为未缴的 {outstanding.InYuan} 元，每期大于零");
        if (term.Instalments.Any(i => i.DueOn < term.CoversFrom || i.DueOn < approval.ApprovedOn))
            yield return PlanDoesNotAddUp.With("每期期限不得早于批准之日和起始之日");
        if (term.Instalments.Zip(term.Instalments.Skip(1)).Any(p => p.First.DueOn >= p.Second.DueOn))
            yield return PlanDoesNotAddUp.With("各期期限应当先后排列");
    }
}
