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
            .With(FormFields.HearingAt, called.HearingAt)
            .With(FormFields.Reason, called.ClosedGround is { } ground ? Name(ground) : null)
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

    private static string Name(ClosedHearingGround ground) =>
        ground switch
        {
            ClosedHearingGround.StateSecret => "涉及国家秘密",
            ClosedHearingGround.TradeSecret => "涉及商业秘密",
            ClosedHearingGround.Privacy => "涉及个人隐私",
        };
}
