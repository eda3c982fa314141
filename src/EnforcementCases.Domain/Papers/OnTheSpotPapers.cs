using EnforcementCases.Domain.Cases.OnTheSpot;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Fines;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Parties;
using EnforcementCases.Domain.Penalties;
using EnforcementCases.Domain.Remedies;

namespace EnforcementCases.Domain.Papers;

/// <summary>The paper of a decision made on the spot (D01); ☑ and ☐ represent check boxes.</summary>
public static class OnTheSpotPapers
{
    /// <summary>What the decision states, complete as 行政处罚法 第五十二条第二款 requires.</summary>
    /// <param name="paymentCode">The payment code (缴款码) to type in; null if there is no fine.</param>
    /// <exception cref="DomainException"><see cref="OnTheSpotDecision.Incomplete"/>.</exception>
    public static FormValues Decision(OnTheSpotFacts facts, OpenedParty party, string number, string? paymentCode, WorkingCalendar calendar)
    {
        var (place, basis) = (PaperWords.PlaceOf(facts.Place), $"{facts.Violation.Threatened}；{PenaltyLaw.At("第五十一条")}");
        var remedies = RemedyAdvice.ForOnTheSpot(facts.DecidedOn, facts.Organ.Profile.ReconsiderationOrgan).Text;
        var officers = facts.Officers.Select(o => new DecidingOfficer(o.Name, o.Acting.Certificate!.Number)).ToList();
        OnTheSpotDecision.EnsureComplete(
            new(
                facts.Facts,
                facts.Kinds,
                basis,
                facts.Fine,
                facts.DecidedAt,
                place,
                remedies,
                facts.Organ.Name,
                [.. officers.Select(o => o.Name)]
            )
        );
        var values = new FormValues(facts.Organ.Name, facts.DecidedOn, number)
            .With(FormFields.PartyParticulars, LinesOf(facts.Party, party))
            .With(FormFields.CommittedAt, facts.CommittedAt)
            .With(FormFields.Place, place)
            .With(FormFields.Facts, facts.Facts)
            .With(FormFields.ViolatedArticles, facts.Violation.Violated.ToString())
            .With(FormFields.PenaltyBasis, basis)
            .With(DecisionFields.Discretion, facts.ReasonsForAmount)
            .With(DecisionFields.NoticeAndHearing, NotifiedOf(facts.Notice))
            .With(PerformanceFields.PartyViews, AnswerOf(facts.Notice))
            .With(DecisionFields.Penalty, [PenaltyOf(facts)])
            .With(FormFields.CorrectBy, CorrectionOf(facts.CorrectionDueOn))
            .With(FormFields.RemedyText, remedies)
            .With(FormFields.Handlers, officers)
            .With(
                PerformanceFields.RefusalToSign,
                facts.Signature is PartySignature.Refused ? $"☑拒绝签收（注明：{facts.RefusalNote}）" : "☐拒绝签收"
            );
        if (facts.Collection is { } cash) // nothing is left to be paid at the bank
            return values.With(PerformanceFields.CollectedOnTheSpot, $"☐否　☑是（{cash.Ground?.Term()}，票据号码 {cash.ReceiptNumber}）");
        return paymentCode is null
            ? values
            : values
                .With(DecisionFields.PayBy, PaymentTerm.From(facts.DecidedOn, calendar).LastDay)
                .With(DecisionFields.Payee, facts.Organ.Profile.PayeeText)
                .With(PerformanceFields.PaymentCodeText, paymentCode)
                .With(PerformanceFields.CollectedOnTheSpot, "当场收缴的，以出具的罚款票据为准"); // it comes after the decision and has a receipt of its own
    }

    private static string NotifiedOf(OnTheSpotNotice telling) =>
        $"已于{ChineseDate.Moment(telling.NotifiedAt!.Value)}告知拟处罚内容及事实、理由、依据和陈述、申辩等权利";

    /// <summary>The box agrees with the words: words without an objection, and giving up the right, are no views to be re-checked.</summary>
    private static string AnswerOf(OnTheSpotNotice telling) =>
        $"{(telling.Objects ? "☐无　☑有" : "☑无　☐有")}（{(telling.PartyWords ?? $"当事人明确放弃陈述、申辩：{telling.WaiverWords}").TrimEnd('。')}）"
        + (telling.Answer is { } answer ? $"；复核意见：{AnswerOf(answer)}" : "");

    private static string AnswerOf(AnswerToParty answer) =>
        $"{(answer.Accepted ? "采纳" : "不予采纳")}，{answer.Because.TrimEnd('。')}"
        + (answer.ChangesNothingBecause is { } why ? $"；不改变处罚的理由：{why.TrimEnd('。')}" : "");

    private static string PenaltyOf(OnTheSpotFacts facts) =>
        $"{Box(facts.Kinds.Contains(PenaltyKind.Warning))}警告　{Box(facts.Fine > Money.Zero)}罚款"
        + (facts.Fine > Money.Zero ? $"{ChineseAmount.InCapitals(facts.Fine)}（￥{facts.Fine.InYuan}）" : "");

    private static string CorrectionOf(DateOnly? dueOn) =>
        $"{Box(dueOn is null)}当场改正　{Box(dueOn is not null)}限期改正"
        + (dueOn is { } day ? $"：{ChineseDate.Day(day)}前（含当日）" : "");

    private static char Box(bool isChecked) => isChecked ? '☑' : '☐';

    private static IEnumerable<LabelledLine> LinesOf(PartySnapshot party, OpenedParty opened)
    {
        var isOrganisation = party.Kind is PartyKind.LegalPerson or PartyKind.OtherOrganisation;
        var isBusiness = party.Kind is PartyKind.IndividualBusiness;
        var operates = isBusiness ? party.Representative ?? party.Name : null;
        if (operates != party.Name) // a business without a trade name is known by its operator
            yield return new(
                isOrganisation ? "名称"
                    : isBusiness ? "字号"
                    : "姓名",
                party.Name
            );
        if (operates is not null)
            yield return new("经营者", operates);
        yield return PartyOnPaper.IdentityOf(party, opened.DocumentNumber);
        if (!isBusiness && party.Representative is { } representative)
            yield return new(isOrganisation ? "法定代表人" : "经营者", representative);
        if (opened.Address is { } address)
            yield return new("住址", address);
    }
}
