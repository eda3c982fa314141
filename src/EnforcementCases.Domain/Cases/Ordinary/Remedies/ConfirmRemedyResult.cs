using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Recording;
using EnforcementCases.Domain.Remedies;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>The head confirms the result of a remedy, which then takes effect on the decision (确认复议、诉讼结果). 行政复议法 第六十三条至第七十八条; 行政诉讼法 第八十五条.</summary>
public sealed record ConfirmRemedyResult : ActBody
{
    /// <summary>The entry that is confirmed; null to confirm the only one on file.</summary>
    public Guid? ResultId { get; init; }

    /// <summary>Opinion of the head.</summary>
    public required string Opinion { get; init; }

    /// <summary>View of the legal office; required if the paper departs from the law, otherwise null.</summary>
    public LegalOfficeView? LegalOffice { get; init; }

    internal override void Execute(ActExecution act)
    {
        var (file, @case) = (act.File, act.Case);
        var entry = file.Remedies.Entries.First(e => e.Entry.Id == ResultId);
        var result = (EnterRemedyResult)entry.Body;
        var remedy = file.Remedies.Of(result.RemedyNumber)!;
        RemedyResultOnPaper.EnsureByOutsider(act);
        if (entry.PersonId == act.Law.PersonId)
            throw RemedyPhase.ConfirmedBySamePerson.With($"登记人即当前人员（案卷第 {entry.Entry.Place} 项）");
        if (result.DepartsFromLaw.IsGiven())
            EnsureSeenByLegalOffice(act, result);
        if (remedy.Of(result).LastAppeal(act.Law.Calendar) is { } appeal && act.DoneOn <= appeal.LastDay)
            throw JudgmentEffect.NotEffective.With($"上诉期限至 {appeal.LastDay:yyyy-MM-dd}，确认于 {act.DoneOn:yyyy-MM-dd}");
        result.EnsureFits(@case, remedy);
        Affect(act, remedy.Of(result), result);
    }

    internal override void Apply(OrdinaryFile file, DoneAct done) => file.Remedies.Apply(this);

    internal override RecordFields RecordedFields() => new RecordFields();

    private void EnsureSeenByLegalOffice(ActExecution act, EnterRemedyResult result)
    {
        if (LegalOffice is not { } view || !view.Words.IsGiven())
            throw RemedyPhase.LegalOfficeNotHeard.With($"登记的说明：{result.DepartsFromLaw}").At("/legalOffice");
        if (!act.Law.OfficeHolders.Any(h => h.PersonId == view.PersonId && h.Roles.Contains(Role.LegalReviewer)))
            throw RemedyPhase.LegalOfficeNotHeard.With($"人员 {view.PersonId} 不是本机关法制审核人员").At("/legalOffice/personId");
    }

    private static void Affect(ActExecution act, RemedyOnFile remedy, EnterRemedyResult result)
    {
        var (@case, why) = (act.Case, $"{result.ResultNumber}：{result.Result.Term()}");
        var at = LegalDate.StartOf(remedy.EffectiveOn(act.Law.Calendar)!.Value);
        if (result.Result is RemedyResult.Revoked)
            @case.TakeBack(why, at);
        else if (result.Result is RemedyResult.Invalid)
            @case.Invalidate(result.Ground!.Value, why, at);
        else if (result.Result is RemedyResult.Unlawful && @case.Effect.Validity is DecisionValidity.InForce)
            @case.FindUnlawful(at);
        else if (result.ChangedFineFen is { } fine)
            @case.ChangeFine(Money.OfFen(fine), at);
        if (RemedyResults.EffectOf(result.Result).CaseEndsAsRevoked)
            act.MoveTo(CaseStage.Revoked);
        else if (@case.StageInTable() == CaseStage.Served && act.File.Duties.AreOwed && act.CourtWindow(after: remedy) is { } window)
            act.RestartCourtWindow(window);
    }
}

/// <summary>View of the legal office on a paper that departs from the law (法制机构意见).</summary>
/// <param name="PersonId">The reviewer.</param>
/// <param name="Words">The view.</param>
public sealed record LegalOfficeView(Guid PersonId, string Words);
