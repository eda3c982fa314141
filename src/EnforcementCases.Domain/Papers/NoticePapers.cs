using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Cases.Ordinary;
using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Documents;
using static EnforcementCases.Domain.Papers.PaperOfAct;
using static EnforcementCases.Domain.Papers.PaperWords;

namespace EnforcementCases.Domain.Papers;

/// <summary>Papers of prior notice and defence.</summary>
internal static class NoticePapers
{
    /// <summary>Its papers, by the act that issues each.</summary>
    public static IEnumerable<PaperOfAct> All =>
        [
            Of<TellPenalty>(DocumentKind.PriorNotice, Notice),
            Of<TellPenalty>(DocumentKind.HearingRightNotice, Notice),
            Of<ReviewDefence>(DocumentKind.DefenceRecord, DefenceRecord),
            Of<WaiveDefence>(
                DocumentKind.DefenceRecord,
                (paper, waived) => Declared(paper, waived.Words, $"当事人明确放弃{RightsOf(waived)}的权利。")
            ),
            Of<WithdrawHearingRequest>(
                DocumentKind.DefenceRecord,
                (paper, withdrawn) => Declared(paper, withdrawn.Words, "当事人撤回听证申请。")
            ),
        ];

    private static FormValues Notice(PaperInHand paper, TellPenalty told)
    {
        var grounds = HearingRight.Grounds(
            told.Penalties,
            paper.Case.Party.Kind,
            HearingAmounts.From(key => paper.Law.Parameter(key, paper.Done.DoneOn)),
            told.TickedHearingGrounds
        );
        return paper
            .Values()
            .With(FormFields.Party, paper.Party.Name)
            .With(FormFields.Cause, paper.Cause)
            .With(FormFields.Facts, told.Facts)
            .With(
                FormFields.Evidence,
                InWords(paper.File.Evidence.Items.Where(e => e is { Verification: not null, UnlawfulBecause: null }))
            )
            .With(FormFields.Reason, told.NewFacts is { } added ? $"{told.Reasons}\n重新告知的理由：{added}" : told.Reasons)
            .With(FormFields.ViolatedArticles, $"上述行为违反了{paper.Violation.Violated}的规定。")
            .With(FormFields.PenaltyBasis, $"依据{CitedProvisions.InWords(told.Basis)}的规定，应当给予行政处罚。")
            .With(
                DecisionFields.ProposedPenalty,
                [
                    .. InWords(told.Penalties),
                    .. InWords(told.Things ?? paper.File.Deciding.Proposal!.Things),
                    .. RequirementOf(told.Orders ?? paper.File.Deciding.Proposal!.Orders) is { } orders ? [orders] : Array.Empty<string>(),
                ]
            )
            .With(
                DecisionFields.DefenceTerm,
                $"{ChineseNumber.Of(paper.Law.Parameter(LocalParameters.DefenceWait, paper.Done.DoneOn).Number)}日内（工作日）"
            )
            .With(
                DecisionFields.HearingGround,
                !told.HearingRightNotified ? null
                    : grounds.Count > 0 ? $"拟作出的行政处罚属于{string.Join('、', grounds.Select(g => g.Term()))}"
                    : "本机关主动给予听证的机会"
            )
            .With(FormFields.Contact, paper.Contact)
            .With(FormFields.ContactAddress, paper.Law.Organ.Profile.Contact);
    }

    private static string RightsOf(WaiveDefence waived) =>
        string.Join('、', new[] { waived.Statement ? "陈述、申辩" : null, waived.Hearing ? "要求听证" : null }.OfType<string>());

    /// <summary>What the party gave up or took back, in its words: on the paper of its statements.</summary>
    private static FormValues Declared(PaperInHand paper, string words, string conclusion) =>
        paper
            .Values()
            .With(FormFields.Cause, paper.Cause)
            .With(FormFields.Party, paper.Party.Name)
            .With(InvestigationFields.Period, paper.Done.DoneAt)
            .With(FormFields.NoticeNumber, paper.NumberOf(DocumentKind.PriorNotice))
            .With(InvestigationFields.Recorder, paper.NameOf(paper.Done))
            .With(DecisionFields.DefenceRechecker, paper.NameOf(paper.Done))
            .With(DecisionFields.DefenceWords, [words])
            .With(DecisionFields.DefenceFindings, ["当事人没有提出需要复核的意见"])
            .With(DecisionFields.DefenceConclusion, conclusion);

    private static FormValues DefenceRecord(PaperInHand paper, ReviewDefence review)
    {
        var statement = paper.File.Notice.Statements[^1];
        var heard = paper.File.Last(CaseAct.HearDefence)!;
        var accepted = statement.Points.Count(p => p.Accepted);
        return paper
            .Values()
            .With(FormFields.Cause, paper.Cause)
            .With(FormFields.Party, paper.Party.Name)
            .With(InvestigationFields.Period, statement.At)
            .With(FormFields.NoticeNumber, paper.NumberOf(DocumentKind.PriorNotice))
            .With(InvestigationFields.Recorder, paper.NameOf(heard))
            .With(DecisionFields.DefenceRechecker, paper.NameOf(paper.Done))
            .With(DecisionFields.DefenceWords, statement.Points.Select(p => p.Words))
            .With(DecisionFields.DefenceFindings, statement.Points.Select(p => $"{(p.Accepted ? "予以采纳" : "不予采纳")}：{p.Recheck}"))
            .With(
                DecisionFields.DefenceConclusion,
                accepted == statement.Points.Count ? "经复核，当事人的意见成立，予以采纳。"
                    : accepted == 0 ? "经复核，当事人的意见不成立，不予采纳，理由见复核情况。"
                    : $"经复核，当事人提出的{statement.Points.Count}项意见中{accepted}项成立，予以采纳；其余不予采纳，理由见复核情况。"
            );
    }
}
