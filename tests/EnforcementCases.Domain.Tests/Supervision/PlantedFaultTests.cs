using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Cases.Correction;
using EnforcementCases.Domain.Cases.Ordinary;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.LegalReview;
using EnforcementCases.Domain.Supervision;
using Shouldly;
using Xunit;
using static EnforcementCases.Domain.Tests.Cases.Ordinary.AnOrdinaryCase;
using static EnforcementCases.Domain.Tests.Cases.Ordinary.DecidingTests;
using static EnforcementCases.Domain.Tests.Cases.Ordinary.PlayedCase;

namespace EnforcementCases.Domain.Tests.Supervision;

/// <summary>案卷评查: a clean file has no finding; each fault planted in it is found, under its item, and nothing else is.</summary>
public sealed class PlantedFaultTests
{
    private static readonly Guid Order = Guid.NewGuid();

    private static readonly (string Name, string Item, decimal Points, Func<FileUnderReview, FileUnderReview> Plant)[] Faults =
    [
        ("scene: one officer", "V-04", 0, Change<RecordScene>(s => s with { Attendance = Alone(s) })),
        ("scene: same officer twice", "V-04", 0, Change<RecordScene>(s => s with { Attendance = Twice(s) })),
        ("scene: nobody", "V-04", 0, Change<RecordScene>(s => s with { Attendance = s.Attendance with { Officers = [] } })),
        ("inquiry: one officer", "V-04", 0, Change<RecordInquiry>(s => s with { Attendance = Alone(s) })),
        ("inquiry: same officer twice", "V-04", 0, Change<RecordInquiry>(s => s with { Attendance = Twice(s) })),
        ("re-check: one officer", "V-04", 0, Change<RecheckOrder>(s => s with { Attendance = Alone(s) })),
        ("re-check: same officer twice", "V-04", 0, Change<RecheckOrder>(s => s with { Attendance = Twice(s) })),
        ("service: one server", "V-04", 0, Served(r => r with { Servers = [OfficerA] })),
        ("service: same server twice", "V-04", 0, Served(r => r with { Servers = [OfficerA, OfficerA] })),
        ("left by one server", "V-04", 0, Served(r => r with { Way = ServiceWay.Left, Servers = [OfficerA] })),
        ("party not identified", "V-05", 0, Without<IdentifyParty>()),
        ("evidence not verified", "V-07", 0, Without<VerifyEvidence>()),
        ("no facts", "V-07", 0, Change<ProposeDecision>(d => d with { FactElements = [] })),
        ("fact without evidence", "V-07", 0, Change<ProposeDecision>(d => d with { FactElements = [new("占道经营", [])] })),
        ("second fact unproved", "V-07", 0, Change<ProposeDecision>(d => d with { FactElements = [.. d.FactElements, new("二", [])] })),
        ("fact on unknown evidence", "V-07", 0, Change<ProposeDecision>(d => d with { FactElements = [new("占", [Guid.NewGuid()])] })),
        (
            "evidence excluded",
            "V-09",
            0,
            f =>
                With(
                    f,
                    new ExcludeEvidence
                    {
                        DoneAt = At("2024-07-20"),
                        EvidenceId = Scene,
                        Reason = "非法",
                    }
                )
        ),
        ("no basis", "V-11", 0, Change<ProposeDecision>(d => d with { Basis = [] })),
        ("basis without article", "V-11", 0, Change<ProposeDecision>(d => d with { Basis = [new("《条例》", "")] })),
        ("basis without law", "V-11", 0, Change<ProposeDecision>(d => d with { Basis = [new(" ", "第一条")] })),
        ("not told", "V-15", 0, Without<TellPenalty>()),
        ("notice not served", "V-15", 0, f => f with { Papers = [.. f.Papers.Where(p => p.Kind is not DocumentKind.PriorNotice)] }),
        ("told after the decision", "V-15", 0, Date<TellPenalty>("2024-07-24")),
        (
            "hearing right not told",
            "V-16",
            0,
            Change<TellPenalty>(t => t with { TickedHearingGrounds = [default], HearingRightNotified = false })
        ),
        ("hearing asked for, not held", "V-16", 0, f => With(f, Ask("2024-07-17"))),
        ("opinion not passed", "V-17", 0, Change<GiveReviewOpinion>(o => o with { Outcome = ReviewOutcome.NotPassed })),
        ("opinion returned", "V-17", 0, Change<GiveReviewOpinion>(o => o with { Outcome = ReviewOutcome.ReturnedForCompletion })),
        ("opinion transfers", "V-17", 0, Change<GiveReviewOpinion>(o => o with { Outcome = ReviewOutcome.Transfer })),
        ("opinion after the decision", "V-17", 0, Date<GiveReviewOpinion>("2024-07-24")),
        ("filed before the clue", "V-19", 0, Date<FileCase>("2024-07-08")),
        ("clue after the filing", "V-19", 0, Date<RegisterClue>("2024-07-11")),
        ("concluded before the filing", "V-19", 0, Date<ConcludeInvestigation>("2024-07-09")),
        ("concluded after the decision", "V-19", 0, Date<ConcludeInvestigation>("2024-07-24")),
        ("closed before the decision", "V-19", 0, Date<ApproveClosing>("2024-07-21")),
        ("served before the decision", "V-19", 0, DateLast<ServeDocument>("2024-07-21")),
        ("no filing", "V-20", 0, Without<FileCase>()),
        ("no report", "V-20", 0, Without<ConcludeInvestigation>()),
        ("no proposal", "V-20", 0, Without<ProposeDecision>()),
        ("fined more than told", "V-22", 0, Change<ProposeDecision>(d => d with { Penalties = [Fine(1_001)] })),
        ("told less than fined", "V-22", 0, Change<TellPenalty>(t => t with { Penalties = [Fine(999)] })),
        ("decision not served", "V-25", 0, f => f with { Papers = [.. f.Papers.Where(p => p.Kind is not DocumentKind.PenaltyDecision)] }),
        ("no clue", "S-FILE-1", 2, Without<RegisterClue>()),
        ("clue blank", "S-FILE-1", 2, Change<RegisterClue>(c => c with { Content = " " })),
        ("no request to file", "S-FILE-2", 1, Without<ProposeFiling>()),
        ("filing: team lead silent", "S-FILE-2", 1, Unendorsed(ApprovalLevel.TeamLead)),
        ("filing: deputy silent", "S-FILE-2", 1, Unendorsed(ApprovalLevel.DeputyHead)),
        ("filing: team lead against", "S-FILE-2", 1, Against(ApprovalLevel.TeamLead)),
        ("filing: deputy against", "S-FILE-2", 1, Against(ApprovalLevel.DeputyHead)),
        ("filing without opinion", "S-FILE-2", 1, Change<FileCase>(c => c with { Opinion = "" })),
        ("scene: number of a certificate", "S-INV-1", 3, Change<RecordScene>(s => s with { Attendance = NoNumber(s) })),
        ("scene: shown afterwards", "S-INV-1", 3, Change<RecordScene>(s => s with { Attendance = ShownLate(s) })),
        ("inquiry: number of a certificate", "S-INV-1", 3, Change<RecordInquiry>(s => s with { Attendance = NoNumber(s) })),
        ("inquiry: shown afterwards", "S-INV-1", 3, Change<RecordInquiry>(s => s with { Attendance = ShownLate(s) })),
        ("re-check: number of a certificate", "S-INV-1", 3, Change<RecheckOrder>(s => s with { Attendance = NoNumber(s) })),
        ("re-check: shown afterwards", "S-INV-1", 3, Change<RecheckOrder>(s => s with { Attendance = ShownLate(s) })),
        ("inquiry: rights", "S-INV-2", 1, Change<RecordInquiry>(i => i with { RightsNotifiedAt = null })),
        ("inquiry: recusal", "S-INV-2", 1, Change<RecordInquiry>(i => i with { RecusalAnswer = "" })),
        ("inquiry: place", "S-INV-3", 0.5m, Change<RecordInquiry>(i => i with { Place = "" })),
        ("inquiry: times", "S-INV-3", 0.5m, Change<RecordInquiry>(i => i with { StartedAt = At("2024-07-13") })),
        ("inquiry: name", "S-INV-3", 0.5m, Change<RecordInquiry>(i => i with { InquiredName = "" })),
        (
            "inquiry: identity",
            "S-INV-3",
            0.5m,
            Change<RecordInquiry>(i => i with { As = InquiredAs.Witness, InquiredDocumentNumber = null })
        ),
        ("inquiry: signature", "S-INV-3", 0.5m, Change<RecordInquiry>(i => i with { Signature = new(false) })),
        ("inquiry: refusal blank", "S-INV-3", 0.5m, Change<RecordInquiry>(i => i with { Signature = new(false, " ") })),
        ("inquiry: checked", "S-INV-3", 0.5m, Change<RecordInquiry>(i => i with { CheckedWords = null })),
        ("inquiry: questions", "S-INV-3", 0.5m, Change<RecordInquiry>(i => i with { Questions = [] })),
        ("scene: place", "S-INV-4", 0.5m, Change<RecordScene>(s => s with { Place = "" })),
        ("scene: findings", "S-INV-4", 0.5m, Change<RecordScene>(s => s with { Findings = " " })),
        ("scene: signature", "S-INV-4", 0.5m, Change<RecordScene>(s => s with { Signature = new(false) })),
        ("scene: times", "S-INV-4", 0.5m, Change<RecordScene>(s => s with { StartedAt = At("2024-07-12") })),
        ("evidence: how checked", "S-INV-5", 0.5m, Change<VerifyEvidence>(v => v with { Items = [new(Scene, "")] })),
        ("order: content", "S-CORR-1", 2, Change<GiveOrderToCorrect>(o => o with { Requirement = "" })),
        ("order: no re-check", "S-CORR-1", 2, Without<RecheckOrder>()),
        ("order: re-check of another", "S-CORR-1", 2, Change<RecheckOrder>(o => o with { OrderId = Guid.NewGuid() })),
        ("no benchmark", "S-DISC-1", 3, Change<ProposeDecision>(d => d with { AssessmentId = null })),
        ("report: findings", "S-REV-1", 1, Change<ConcludeInvestigation>(c => c with { Findings = "" })),
        ("report: evidence", "S-REV-1", 1, Change<ConcludeInvestigation>(c => c with { Facts = [] })),
        ("report: basis", "S-REV-1", 1, Change<ConcludeInvestigation>(c => c with { Characterisation = "" })),
        ("report: reasons", "S-REV-1", 1, Change<ConcludeInvestigation>(c => c with { Reasons = "" })),
        ("opinion: one point less", "S-REV-2", 1, Change<GiveReviewOpinion>(o => o with { Points = [.. o.Points.Skip(1)] })),
        ("opinion: three points less", "S-REV-2", 3, Change<GiveReviewOpinion>(o => o with { Points = [.. o.Points.Skip(3)] })),
        ("head without opinion", "S-REV-3", 1, Change<Decide>(d => d with { Opinion = "" })),
        ("notice: basis", "S-TELL-1", 1, Change<TellPenalty>(t => t with { Basis = [] })),
        ("notice: facts", "S-TELL-1", 1, Change<TellPenalty>(t => t with { Facts = "" })),
        ("notice: reasons", "S-TELL-1", 1, Change<TellPenalty>(t => t with { Reasons = "" })),
        ("defence not answered", "S-TELL-2", 4, Without<ReviewDefence>()),
        ("one point not answered", "S-TELL-2", 2, Change<ReviewDefence>(r => r with { Results = [.. r.Results.Skip(1)] })),
        ("decision: facts", "S-DEC-1", 2, Change<ProposeDecision>(d => d with { Facts = "" })),
        ("decision: kinds", "S-DEC-1", 2, Change<ProposeDecision>(d => d with { Penalties = [] })),
        ("decision: reasons", "S-DEC-2", 1, Change<ProposeDecision>(d => d with { Reasons = " " })),
        ("receipt: place", "S-SERV-1", 2, Served(r => r with { Place = "" })),
        ("receipt: addressee", "S-SERV-1", 2, Served(r => r with { Addressee = "" })),
        ("receipt: receiver", "S-SERV-1", 2, Served(r => r with { Receiver = null })),
        ("receipt: time", "S-SERV-1", 2, Served(r => r with { SignedAt = null })),
        ("no proof of payment", "S-EXEC-1", 1, Change<ProposeClosing>(c => c with { Receipts = [] })),
        ("closing without opinion", "S-EXEC-2", 1, Change<ApproveClosing>(c => c with { Opinion = "" })),
    ];

    public static TheoryData<string> Names => [.. Faults.Select(f => f.Name)];

    [Fact]
    public void A_clean_file_has_no_finding() => FileReview.FindingsIn(Clean()).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Names))]
    public void A_planted_fault_is_found_under_its_item_alone(string name)
    {
        var (_, item, points, plant) = Faults.Single(f => f.Name == name);
        var found = FileReview.FindingsIn(plant(Clean()));
        found.Select(f => f.Item).Distinct().ShouldBe([item]);
        found.Sum(f => f.Points).ShouldBe(points);
    }

    [Fact]
    public void Who_took_part_does_not_review_the_file()
    {
        var played = Told();
        var (one, other) = (Guid.NewGuid(), Guid.NewGuid());
        FileReview.EnsureReviewers(played.File, [one, other]);
        foreach (var person in (Guid[])[OfficerA, OfficerB, Head])
            Refused(() => FileReview.EnsureReviewers(played.File, [one, person])).ShouldBe(FileReview.ReviewerOfCase);
        Refused(() => FileReview.EnsureReviewers(played.File, [one])).ShouldBe(FileReview.TwoReviewers);
        Refused(() => FileReview.EnsureReviewers(played.File, [one, one])).ShouldBe(FileReview.TwoReviewers);
    }

    private static DomainError Refused(Action action) => Should.Throw<DomainException>(action).Error;

    private static FileUnderReview Clean()
    {
        var played = Told();
        Propose(played);
        played.Do(Decision(played), Role.Head);
        played.Serve(DocumentKind.PenaltyDecision, "2024-07-23");
        ActBody[] further =
        [
            new RecordInquiry
            {
                DoneAt = At("2024-07-12", 11),
                StartedAt = At("2024-07-12", 10),
                Attendance = Both("2024-07-12"),
                EvidenceId = Guid.NewGuid(),
                Place = "队部",
                InquiredName = "赵六",
                As = InquiredAs.Party,
                InquiredDocumentNumber = "120116198001010011",
                RightsNotifiedAt = At("2024-07-12", 10),
                RecusalAnswer = "不申请",
                Questions = [new("问", "答")],
                CheckedWords = "以上笔录属实",
                Signature = new(Signed: true),
                RecordSha256 = Hash,
            },
            new GiveOrderToCorrect
            {
                DoneAt = At("2024-07-12", 12),
                OrderId = Order,
                Breach = "占道经营",
                Requirement = "清退",
            },
            new RecheckOrder
            {
                DoneAt = At("2024-07-14"),
                Attendance = Both("2024-07-14"),
                OrderId = Order,
                Result = RecheckResult.Corrected,
                Findings = "已清退",
                Signature = new(Signed: true),
            },
            new HearDefence { DoneAt = At("2024-07-17"), Points = ["一", "二"] },
            new ReviewDefence { DoneAt = At("2024-07-18"), Results = [new(false, "不成立"), new(false, "不成立")] },
            new GiveReviewOpinion
            {
                DoneAt = At("2024-07-19"),
                Outcome = ReviewOutcome.Passed,
                Points = [.. Enum.GetValues<ReviewPoint>().Select(p => new ReviewPointResult(p, true))],
                MatterSha256 = Hash,
                Words = "同意",
            },
            new ProposeClosing
            {
                DoneAt = At("2024-07-26"),
                Reason = ClosingReason.Performed,
                Performance = "已缴",
                Receipts = ["票据1号"],
            },
            new ApproveClosing { DoneAt = At("2024-07-29"), Opinion = "同意结案" },
        ];
        return further.Aggregate(new FileUnderReview(played.Case, played.File.Acts, played.File.Papers), With);
    }

    private static FileUnderReview With(FileUnderReview file, ActBody body) =>
        file with
        {
            Acts = [.. file.Acts, Entered(file.Case, Guid.NewGuid(), file.Acts.Count + 1, body, body.DoneAt, OfficerA)],
        };

    private static DoneAct Entered(EnforcementCase @case, Guid id, int place, ActBody body, DateTimeOffset at, Guid person) =>
        new(@case.NewEntry(id, place, OrdinaryProcedure.Of(body).Act, at, person, at, false, [], new()), body);

    private static Func<FileUnderReview, FileUnderReview> Change<T>(Func<T, ActBody> change)
        where T : ActBody => file => file with { Acts = [.. file.Acts.Select(a => a.Body is T body ? a with { Body = change(body) } : a)] };

    private static Func<FileUnderReview, FileUnderReview> Without<T>()
        where T : ActBody => file => file with { Acts = [.. file.Acts.Where(a => a.Body is not T)] };

    private static Func<FileUnderReview, FileUnderReview> Served(Func<ServiceReturn, ServiceReturn> change) =>
        Change<ServeDocument>(s => s with { Return = change(s.Return) });

    private static Func<FileUnderReview, FileUnderReview> Date<T>(string on)
        where T : ActBody => file => Dated(file, a => a.Body is T, At(on));

    private static Func<FileUnderReview, FileUnderReview> DateLast<T>(string on)
        where T : ActBody => file => Dated(file, file.Acts.Last(a => a.Body is T).Equals, At(on));

    private static FileUnderReview Dated(FileUnderReview file, Func<DoneAct, bool> which, DateTimeOffset at) =>
        file with
        {
            Acts = [.. file.Acts.Select(a => which(a) ? Entered(file.Case, a.Entry.Id, a.Entry.Place, a.Body, at, a.PersonId) : a)],
        };

    private static Func<FileUnderReview, FileUnderReview> Unendorsed(ApprovalLevel level) =>
        file =>
            file with
            {
                Acts = [.. file.Acts.Where(a => a.Body is not EndorsePaper { Paper: ApprovalPaper.Filing } e || e.Level != level)],
            };

    private static Func<FileUnderReview, FileUnderReview> Against(ApprovalLevel level) =>
        Change<EndorsePaper>(e => e.Paper is ApprovalPaper.Filing && e.Level == level ? e with { Agrees = false } : e);

    private static Attendance Alone(SceneActBody act) => act.Attendance with { Officers = [act.Attendance.Officers[0]] };

    private static Attendance Twice(SceneActBody act) =>
        act.Attendance with
        {
            Officers = [act.Attendance.Officers[0], act.Attendance.Officers[0]],
        };

    private static Attendance NoNumber(SceneActBody act) =>
        act.Attendance with
        {
            Officers = [act.Attendance.Officers[0], act.Attendance.Officers[1] with { CertificateNumber = "" }],
        };

    private static Attendance ShownLate(SceneActBody act) => act.Attendance with { CertificatesShownAt = act.DoneAt.AddMinutes(1) };
}
