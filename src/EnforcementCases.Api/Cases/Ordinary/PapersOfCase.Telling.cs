using EnforcementCases.Domain;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Cases.Ordinary;
using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Papers;
using EnforcementCases.Domain.Penalties;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Api.Cases.Ordinary;

/// <content>D24 to D29: notice, defence and hearing.</content>
internal sealed partial class PapersOfCase
{
    private static IEnumerable<Paper> TellingPapers =>
        [
            Of<TellPenalty>(DocumentKind.PriorNotice, Notice),
            Of<TellPenalty>(DocumentKind.HearingRightNotice, Notice),
            Of<ReviewDefence>(DocumentKind.DefenceRecord, DefenceRecord),
            Of<NotifyHearing>(DocumentKind.HearingNotice, HearingNotice),
            Of<HoldHearing>(DocumentKind.HearingRecord, HearingRecord),
            Of<ReportHearing>(DocumentKind.HearingReport, HearingReport),
        ];

    /// <summary>The penalty, item by item, amounts in capitals and figures.</summary>
    private static IEnumerable<string> InWords(IEnumerable<PenaltyItem> penalties) =>
        penalties.Select(p =>
            p.Kind.Term()
            + (
                PenaltyItems.HasAmount(p.Kind)
                    ? $"{ChineseAmount.InCapitals(Money.OfFen(p.AmountFen))}（￥{Money.OfFen(p.AmountFen).InYuan}）"
                    : ""
            )
            + (p.TermDays is { } days ? $"，期限{days}日" : "")
        );

    private static IEnumerable<string> InWords(IEnumerable<EvidenceItem> evidence) =>
        evidence.Select(e =>
            $"{e.Kind.Term()}：{e.Description.TrimEnd('。')}（来源：{e.Source}；{ChineseDate.Day(LegalDate.Of(e.TakenAt))}取得）"
        );

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
            .With(FormFields.Facts, told.NewFacts is { } added ? $"{told.Facts}\n另查明：{added}" : told.Facts)
            .With(
                FormFields.Evidence,
                InWords(paper.File.Evidence.Items.Where(e => e is { Verification: not null, UnlawfulBecause: null }))
            )
            .With(FormFields.Reason, told.Reasons)
            .With(FormFields.ViolatedArticles, $"上述行为违反了{paper.Violation.Violated}的规定。")
            .With(FormFields.PenaltyBasis, $"依据{CitedProvisions.InWords(told.Basis)}的规定，应当给予行政处罚。")
            .With(FormFields.ProposedPenalty, InWords(told.Penalties))
            .With(
                FormFields.DefenceTerm,
                $"{ChineseNumber.Of(paper.Law.Parameter(LocalParameters.DefenceWait, paper.Done.DoneOn).Number)}日内（工作日）"
            )
            .With(
                FormFields.HearingGround,
                !told.HearingRightTold ? null
                    : grounds.Count > 0 ? $"拟作出的行政处罚属于{string.Join('、', grounds.Select(g => g.Term()))}"
                    : "本机关主动给予听证的机会"
            )
            .With(FormFields.Contact, paper.Contact)
            .With(FormFields.ContactAddress, paper.Law.Organ.Profile.Contact);
    }

    private static FormValues DefenceRecord(PaperInHand paper, ReviewDefence review)
    {
        var statement = paper.File.Notice.Statements[^1];
        var heard = paper.File.Last(CaseAct.HearDefence)!;
        var accepted = statement.Points.Count(p => p.Accepted);
        return paper
            .Values()
            .With(FormFields.Cause, paper.Cause)
            .With(FormFields.Party, paper.Party.Name)
            .With(FormFields.Period, statement.At)
            .With(FormFields.NoticeNumber, paper.NumberOf(DocumentKind.PriorNotice))
            .With(FormFields.Recorder, paper.NameOf(heard))
            .With(FormFields.DefenceRechecker, paper.NameOf(paper.Done))
            .With(FormFields.DefenceWords, statement.Points.Select(p => p.Words))
            .With(FormFields.DefenceFindings, statement.Points.Select(p => $"{(p.Accepted ? "予以采纳" : "不予采纳")}：{p.Recheck}"))
            .With(
                FormFields.DefenceConclusion,
                accepted == statement.Points.Count ? "经复核，当事人的意见成立，予以采纳。"
                    : accepted == 0 ? "经复核，当事人的意见不成立，不予采纳，理由见复核情况。"
                    : $"经复核，当事人提出的{statement.Points.Count}项意见中{accepted}项成立，予以采纳；其余不予采纳，理由见复核情况。"
            );
    }

    private static FormValues HearingNotice(PaperInHand paper, NotifyHearing called) =>
        OfHearing(paper, called)
            .With(FormFields.HearingAt, called.HearingAt)
            .With(FormFields.Reason, called.ClosedGround is { } ground ? ground.Term() : null)
            .With(FormFields.HearingOpenness, called.ClosedGround is null ? "公开举行" : "不公开举行")
            .With(FormFields.Contact, paper.Contact)
            .With(FormFields.ContactAddress, paper.Law.Organ.Profile.Contact);

    private static FormValues HearingRecord(PaperInHand paper, HoldHearing held)
    {
        var called = paper.File.Last<NotifyHearing>()!;
        var absent = held.Attendance switch
        {
            HearingAttendance.Attended => null,
            HearingAttendance.ExcusedAbsence => "当事人有正当理由未出席，听证延期举行。",
            HearingAttendance.UnexcusedAbsence => "当事人无正当理由拒不出席，视为放弃听证权利，听证终止。",
            HearingAttendance.LeftWithoutLeave => "当事人未经许可中途退出，视为放弃听证权利，听证终止。",
        };
        var values = OfHearing(paper, called)
            .With(FormFields.HearingOpenness, called.ClosedGround is null ? "公开举行" : "不公开举行")
            .With(FormFields.Recorder, held.RecorderName)
            .With(FormFields.Agents, held.Agents > 0 ? $"{held.Agents}人" : null)
            .With(FormFields.Handlers, paper.Handlers)
            .With(FormFields.Participants, held.Participants)
            .With(FormFields.RightsTold, held.RightsTold ?? absent)
            .With(FormFields.RecusalAnswer, held.RecusalAnswer ?? absent)
            .With(FormFields.Investigators, held.InvestigatorsWords ?? absent)
            .With(FormFields.PartyArgument, held.PartyWords ?? absent)
            .With(FormFields.CheckedBy, held.RecordSigned ? "笔录经当事人（代理人）核对无误并签名。" : held.RefusalNote);
        return called.HearingAt <= held.DoneAt
            ? values.With(FormFields.Period, called.HearingAt, held.DoneAt)
            : values.With(FormFields.Period, held.DoneAt);
    }

    private static FormValues HearingReport(PaperInHand paper, ReportHearing report) =>
        OfHearing(paper, paper.File.Last<NotifyHearing>()!)
            .With(FormFields.HearingAt, paper.File.Hearing.Held!.At)
            .With(FormFields.HearingRecordReference, $"{ChineseDate.Day(LegalDate.Of(paper.File.Hearing.Held.At))}听证笔录")
            .With(FormFields.Participants, paper.File.Last<HoldHearing>()!.Participants)
            .With(FormFields.Issues, report.Issues.Split('\n'))
            .With(FormFields.EvidenceFindings, report.EvidenceFindings)
            .With(FormFields.Proposal, report.Proposal);

    private static FormValues OfHearing(PaperInHand paper, NotifyHearing called) =>
        paper
            .Values()
            .With(FormFields.Cause, paper.Cause)
            .With(FormFields.Party, paper.Party.Name)
            .With(FormFields.HearingPlace, called.Place)
            .With(FormFields.HearingHost, called.HostName);
}
