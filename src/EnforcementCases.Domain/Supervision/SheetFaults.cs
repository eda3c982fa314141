using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Cases.Ordinary;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.LegalReview;
using EnforcementCases.Domain.Penalties;

namespace EnforcementCases.Domain.Supervision;

/// <summary>Faults of the general standard (百分制) that the program finds.</summary>
internal static class SheetFaults
{
    public static IEnumerable<FileFinding> In(FileUnderReview file) =>
        [
            .. OfFiling(file),
            .. OfScenes(file),
            .. OfInquiries(file),
            .. OfOrders(file),
            .. OfReport(file),
            .. OfNotice(file),
            .. OfDecision(file),
            .. OfService(file),
            .. OfClosing(file),
        ];

    private static IEnumerable<FileFinding> OfFiling(FileUnderReview file)
    {
        if (file.Last<RegisterClue>()?.Body is not RegisterClue { Content: var clue } || !clue.IsGiven())
            yield return new("S-FILE-1", 2, file.Last<RegisterClue>()?.Entry.Id, "没有记载线索来源和内容");
        if (file.Last<ProposeFiling>() is null)
            yield return new("S-FILE-2", 1, null, "没有立案申请");
        foreach (var level in Enum.GetValues<ApprovalLevel>())
        {
            if (!file.All<EndorsePaper>().Any(e => e.Body is { Paper: ApprovalPaper.Filing, Agrees: true } && e.Body.Level == level))
                yield return new("S-FILE-2", 1, null, "立案审批缺少一级负责人的意见");
        }
        if (file.Last<FileCase>() is { Body: FileCase filing } filed)
        {
            if (!filing.Opinion.IsGiven())
                yield return new("S-FILE-2", 1, filed.Entry.Id, "立案审批没有意见");
            if (filed.DoneOn > file.LastDayOf(DeadlineKind.Filing))
                yield return new("S-FILE-3", 1, filed.Entry.Id, "超过立案期限");
        }
    }

    private static IEnumerable<FileFinding> OfScenes(FileUnderReview file)
    {
        foreach (var (act, body) in file.All<SceneActBody>())
        {
            if (body.Attendance.Officers.Any(o => !o.CertificateNumber.IsGiven()) || body.Attendance.CertificatesShownAt > act.DoneAt)
                yield return new("S-INV-1", 3, act.Entry.Id, "没有载明出示执法证件");
        }
        foreach (var (act, body) in file.All<RecordScene>())
        {
            if (!body.Place.IsGiven())
                yield return new("S-INV-4", 0.5m, act.Entry.Id, "现场笔录没有地点");
            if (!body.Findings.IsGiven())
                yield return new("S-INV-4", 0.5m, act.Entry.Id, "现场笔录没有现场情况");
            if (Unsigned(body.Signature))
                yield return new("S-INV-4", 0.5m, act.Entry.Id, "现场笔录没有签名，也没有注明原因");
            if (body.StartedAt > act.DoneAt)
                yield return new("S-INV-4", 0.5m, act.Entry.Id, "现场笔录的起止时间颠倒");
        }
        foreach (var (act, body) in file.All<VerifyEvidence>())
        {
            foreach (var _ in body.Items.Where(i => !i.How.IsGiven()))
                yield return new("S-INV-5", 0.5m, act.Entry.Id, "证据没有注明核对情况");
        }
    }

    private static IEnumerable<FileFinding> OfInquiries(FileUnderReview file)
    {
        foreach (var (act, body) in file.All<RecordInquiry>())
        {
            if (body.RightsNotifiedAt is null)
                yield return new("S-INV-2", 1, act.Entry.Id, "询问笔录没有载明告知权利义务");
            if (!body.RecusalAnswer.IsGiven())
                yield return new("S-INV-2", 1, act.Entry.Id, "询问笔录没有载明是否申请回避");
            if (!body.Place.IsGiven())
                yield return new("S-INV-3", 0.5m, act.Entry.Id, "询问笔录没有地点");
            if (body.StartedAt > act.DoneAt)
                yield return new("S-INV-3", 0.5m, act.Entry.Id, "询问笔录的起止时间颠倒");
            if (!IsIdentified(file, body))
                yield return new("S-INV-3", 0.5m, act.Entry.Id, "询问笔录没有被询问人的身份");
            if (Unsigned(body.Signature))
                yield return new("S-INV-3", 0.5m, act.Entry.Id, "询问笔录没有签名，也没有注明原因");
            if (body.Signature.Signed && !body.CheckedWords.IsGiven())
                yield return new("S-INV-3", 0.5m, act.Entry.Id, "询问笔录没有核对无误的字样");
            if (body.Questions.Count == 0)
                yield return new("S-INV-3", 0.5m, act.Entry.Id, "询问笔录没有问答");
        }
    }

    private static IEnumerable<FileFinding> OfOrders(FileUnderReview file)
    {
        foreach (var (act, body) in file.All<GiveOrderToCorrect>())
        {
            if (!body.Requirement.IsGiven())
                yield return new("S-CORR-1", 2, act.Entry.Id, "责令改正没有内容");
            if (!file.All<RecheckOrder>().Any(r => r.Body.OrderId == body.OrderId))
                yield return new("S-CORR-1", 2, act.Entry.Id, "责令改正没有复查结果");
        }
    }

    private static IEnumerable<FileFinding> OfReport(FileUnderReview file)
    {
        if (file.Last<ConcludeInvestigation>() is { Body: ConcludeInvestigation report } act)
        {
            if (!report.Findings.IsGiven())
                yield return new("S-REV-1", 1, act.Entry.Id, "调查终结报告没有事实");
            if (report.Facts.Count == 0)
                yield return new("S-REV-1", 1, act.Entry.Id, "调查终结报告没有证据");
            if (!report.Characterisation.IsGiven())
                yield return new("S-REV-1", 1, act.Entry.Id, "调查终结报告没有依据");
            if (!report.Reasons.IsGiven())
                yield return new("S-REV-1", 1, act.Entry.Id, "调查终结报告没有建议的理由");
        }
        if (file.Last<GiveReviewOpinion>() is { Body: GiveReviewOpinion opinion } given)
        {
            foreach (var _ in Enum.GetValues<ReviewPoint>().Except(opinion.Points.Select(p => p.Point)))
                yield return new("S-REV-2", 1, given.Entry.Id, "法制审核意见缺少一个方面");
        }
        if (file.Decided is { Body: Decide decide } decided && !decide.Opinion.IsGiven())
            yield return new("S-REV-3", 1, decided.Entry.Id, "处罚决定审批没有意见");
    }

    private static IEnumerable<FileFinding> OfNotice(FileUnderReview file)
    {
        if (file.Last<TellPenalty>() is { Body: TellPenalty told } act)
        {
            if (told.Penalties.Count == 0)
                yield return new("S-TELL-1", 1, act.Entry.Id, "事先告知书没有处罚种类和数额");
            if (told.Basis.Count == 0)
                yield return new("S-TELL-1", 1, act.Entry.Id, "事先告知书没有依据");
            if (!told.Facts.IsGiven())
                yield return new("S-TELL-1", 1, act.Entry.Id, "事先告知书没有事实");
            if (!told.Reasons.IsGiven())
                yield return new("S-TELL-1", 1, act.Entry.Id, "事先告知书没有理由");
        }
        foreach (var (act2, body) in file.All<HearDefence>())
        {
            var answered = file.All<ReviewDefence>().FirstOrDefault(r => r.Act.Entry.Place > act2.Entry.Place).Body?.Results.Count ?? 0;
            foreach (var _ in body.Points.Skip(answered))
                yield return new("S-TELL-2", 2, act2.Entry.Id, "申辩意见没有答复");
        }
    }

    private static IEnumerable<FileFinding> OfDecision(FileUnderReview file)
    {
        if (file is not { Decision: { } decision, Proposed: { } act, Decided: { } decided })
            yield break;
        if (decision.AssessmentId is null && decision.Penalties.Any(p => p.Kind is PenaltyKind.Fine))
            yield return new("S-DISC-1", 3, act.Entry.Id, "没有引用裁量基准");
        if (!decision.Facts.IsGiven())
            yield return new("S-DEC-1", 2, act.Entry.Id, "处罚决定没有违法事实");
        if (decision.Penalties.Count == 0)
            yield return new("S-DEC-1", 2, act.Entry.Id, "处罚决定没有种类和数额");
        if (!decision.Reasons.IsGiven())
            yield return new("S-DEC-2", 1, act.Entry.Id, "处罚决定没有说明理由");
        if (decided.DoneOn > file.LastDayOf(DeadlineKind.Decision))
            yield return new("S-DEC-4", 2, decided.Entry.Id, "超过作出决定的期限");
    }

    private static IEnumerable<FileFinding> OfService(FileUnderReview file)
    {
        foreach (var (act, body) in file.All<ServeDocument>())
        {
            if (!body.Return.Place.IsGiven())
                yield return new("S-SERV-1", 1, act.Entry.Id, "送达回证没有送达地点");
            if (!body.Return.Addressee.IsGiven())
                yield return new("S-SERV-1", 1, act.Entry.Id, "送达回证没有受送达人");
            if (body.Return.Way is ServiceWay.Direct && (!body.Return.Receiver.IsGiven() || body.Return.SignedAt is null))
                yield return new("S-SERV-1", 1, act.Entry.Id, "送达回证没有签收人或者签收时间");
        }
    }

    private static IEnumerable<FileFinding> OfClosing(FileUnderReview file)
    {
        if (
            file.Last<ProposeClosing>() is { Body: ProposeClosing { Reason: ClosingReason.Performed, Receipts.Count: 0 } } act
            && file.Decision?.Penalties.Any(p => p.Kind is PenaltyKind.Fine) is true
        )
            yield return new("S-EXEC-1", 1, act.Entry.Id, "没有缴款凭证");
        if (file.Last<ApproveClosing>() is { Body: ApproveClosing closing } closed && !closing.Opinion.IsGiven())
            yield return new("S-EXEC-2", 1, closed.Entry.Id, "结案审批没有意见");
    }

    /// <summary>The party of the case was identified for the case already; anyone else is in the record.</summary>
    private static bool IsIdentified(FileUnderReview file, RecordInquiry body) =>
        body.InquiredName.IsGiven()
        && (
            body.InquiredDocumentNumber.IsGiven()
            || body.StatedIdentity.IsGiven()
            || (body.As is InquiredAs.Party && file.Case.PartyId is not null && PartyServed.IsSame(body.InquiredName, file.Case.Party.Name))
        );

    private static bool Unsigned(RecordSignature signature) => !signature.Signed && !signature.RefusalNote.IsGiven();
}
