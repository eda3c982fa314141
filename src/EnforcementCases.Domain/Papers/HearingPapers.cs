using EnforcementCases.Domain.Cases.Ordinary;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Law;
using static EnforcementCases.Domain.Papers.PaperOfAct;

namespace EnforcementCases.Domain.Papers;

/// <summary>Papers of the hearing.</summary>
internal static class HearingPapers
{
    /// <summary>Its papers, by the act that issues each.</summary>
    public static IEnumerable<PaperOfAct> All =>
        [
            Of<NotifyHearing>(DocumentKind.HearingNotice, HearingNotice),
            Of<HoldHearing>(DocumentKind.HearingRecord, HearingRecord),
            Of<ReportHearing>(DocumentKind.HearingReport, HearingReport),
        ];

    private static FormValues HearingNotice(PaperInHand paper, NotifyHearing called) =>
        OfHearing(paper, called)
            .With(DecisionFields.HearingAt, called.HearingAt)
            .With(FormFields.Reason, called.ClosedGround is { } ground ? ground.Term() : null)
            .With(DecisionFields.HearingOpenness, called.ClosedGround is null ? "公开举行" : "不公开举行")
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
            .With(DecisionFields.HearingOpenness, called.ClosedGround is null ? "公开举行" : "不公开举行")
            .With(InvestigationFields.Recorder, held.RecorderName)
            .With(DecisionFields.Agents, held.Agents > 0 ? $"{held.Agents}人" : null)
            .With(FormFields.Handlers, paper.Handlers)
            .With(DecisionFields.Participants, held.Participants)
            .With(InvestigationFields.RightsNotified, held.RightsNotified ?? absent)
            .With(InvestigationFields.RecusalAnswer, held.RecusalAnswer ?? absent)
            .With(DecisionFields.Investigators, held.InvestigatorsWords ?? absent)
            .With(DecisionFields.PartyArgument, held.PartyWords ?? absent)
            .With(InvestigationFields.CheckedBy, held.RecordSigned ? "笔录经当事人（代理人）核对无误并签名。" : held.RefusalNote);
        return called.HearingAt <= held.DoneAt
            ? values.With(InvestigationFields.Period, called.HearingAt, held.DoneAt)
            : values.With(InvestigationFields.Period, held.DoneAt);
    }

    private static FormValues HearingReport(PaperInHand paper, ReportHearing report) =>
        OfHearing(paper, paper.File.Last<NotifyHearing>()!)
            .With(DecisionFields.HearingAt, paper.File.Hearing.Held!.At)
            .With(DecisionFields.HearingRecordReference, $"{ChineseDate.Day(LegalDate.Of(paper.File.Hearing.Held.At))}听证笔录")
            .With(DecisionFields.Participants, paper.File.Last<HoldHearing>()!.Participants)
            .With(DecisionFields.Issues, report.Issues.Split('\n'))
            .With(DecisionFields.EvidenceFindings, report.EvidenceFindings)
            .With(DecisionFields.Proposal, report.Proposal);

    private static FormValues OfHearing(PaperInHand paper, NotifyHearing called) =>
        paper
            .Values()
            .With(FormFields.Cause, paper.Cause)
            .With(FormFields.Party, paper.Party.Name)
            .With(DecisionFields.HearingPlace, called.Place)
            .With(DecisionFields.HearingHost, called.HostName);
}
