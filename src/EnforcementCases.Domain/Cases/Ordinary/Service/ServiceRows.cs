using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>送达. 行政处罚法 第六十一条.</summary>
internal static class ServiceRows
{
    /// <summary>In a closed case only a correction of slips is left to be served.</summary>
    private static readonly Gate SomethingToServe = new(
        nameof(SomethingToServe),
        (file, _) =>
            file.Case.Stage is CaseStage.Closed or CaseStage.Archived && !file.Case.AwaitsServiceOfCorrection
                ? CaseLifecycle.NotOpen(file.Case.Stage, CaseAct.ServeDocument)
                : null
    );

    /// <summary>Where documents reach the party.</summary>
    public static IReadOnlyList<ActRow> Address =>
        [
            new(CaseAct.ConfirmServiceAddress, typeof(ConfirmServiceAddress))
            {
                Procedures = ActRow.Both,
                From = [CaseStage.Registered, .. CaseStages.Filed],
                By = [Role.Officer],
                Recording = new(ProcessStage.Service, "送达地址、电子送达的同意", "送达地址及电子送达确认书"),
                Issues = [DocumentKind.ServiceConfirmation],
                WhileSuspended = true,
            },
        ];

    /// <summary>The return of service.</summary>
    public static IReadOnlyList<ActRow> Service =>
        [
            new(CaseAct.ServeDocument, typeof(ServeDocument))
            {
                Procedures = ActRow.Both,
                From =
                [
                    CaseStage.Registered,
                    CaseStage.Investigating,
                    CaseStage.Concluded,
                    CaseStage.Told,
                    CaseStage.Decided,
                    CaseStage.Served,
                    CaseStage.Ended,
                    CaseStage.Revoked,
                    CaseStage.Closed, // a correction of slips alone
                    CaseStage.Archived,
                ],
                OrTo = [CaseStage.Told, CaseStage.Served],
                OrMoves = [new(CaseStage.Concluded, CaseStage.Told), new(CaseStage.Decided, CaseStage.Served)],
                By = [Role.Officer],
                Needs = [SomethingToServe],
                RestsOn = [Grounds.PapersMade],
                Parts =
                [
                    new("Return.FailedBefore.TriedOn", "未能送达的时间"),
                    new("Return.NoticeIssuedOn", "发出公告") { Follows = true },
                    new("Return.SentAt", "发出"),
                    new("Return.ArrivedAt", "到达") { Error = ServeDocument.NotYetServed },
                    new("Return.SignedAt", "签收") { Error = ServeDocument.NotYetServed },
                ],
                Starts =
                [
                    DeadlineKind.Defence,
                    DeadlineKind.HearingRequest,
                    DeadlineKind.Payment,
                    DeadlineKind.Correction,
                    DeadlineKind.Performance,
                    DeadlineKind.CourtApplication,
                    DeadlineKind.Call,
                ],
                Recording = new(ProcessStage.Service, "送达方式、时间、签收或者拒收情况", "送达回证", RecordedAct.DirectService),
                Issues = [DocumentKind.ServiceReceipt],
                WhileSuspended = true,
            },
        ];
}
