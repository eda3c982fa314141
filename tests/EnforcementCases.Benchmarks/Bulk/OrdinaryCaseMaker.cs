using System.Globalization;
using EnforcementCases.Api.Cases.Ordinary;
using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Cases.Correction;
using EnforcementCases.Domain.Cases.Ordinary;
using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Discretion;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Fines;
using EnforcementCases.Domain.Fines.Cash;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Papers;
using EnforcementCases.Domain.Parties;
using EnforcementCases.Domain.Penalties;
using EnforcementCases.Platform.Keys;

namespace EnforcementCases.Benchmarks.Bulk;

/// <summary>Makes cases of the ordinary procedure from the clue to the closing, act by act and paper by paper; some have stopped on the way.</summary>
internal sealed class OrdinaryCaseMaker(MakerTools tools)
{
    private const double StoppedPercent = 12;
    private const double DeclinedPercent = 4;

    public CaseRows Make(CasePlan plan, BulkStreet street, StreetNumbers numbers, CashBook book)
    {
        var dice = Dice.Of(tools.Seed, plan.Index, 7);
        var officer = dice.Pick(street.Officers);
        var rows = new CaseRows(tools.Scribe, tools.Seed, plan.Index, officer.TeamPath);
        var caseId = rows.NewId(plan.At);
        var @checked = tools.Parties.Check(plan, caseId);
        var party = tools.Parties.Enter(plan, @checked);
        if (plan.IsNewParty)
            rows.Add(party);
        var played = new Played(
            tools,
            plan,
            caseId,
            street,
            officer,
            SimpleCaseMaker.Companion(officer, street, ref dice),
            @checked.Snapshot,
            party,
            numbers,
            book,
            rows,
            dice
        );
        played.Play();
        return rows;
    }

    /// <summary>One case while it is played.</summary>
    private sealed class Played
    {
        private readonly MakerTools tools;
        private readonly CasePlan plan;
        private readonly BulkStreet street;
        private readonly BulkOfficer first;
        private readonly BulkOfficer second;
        private readonly PartySnapshot snapshot;
        private readonly Party party;
        private readonly StreetNumbers numbers;
        private readonly CashBook book;
        private readonly CaseRows rows;
        private readonly BulkMatter matter;
        private readonly EnforcementCase @case;
        private readonly OrdinaryFile file;
        private readonly Guid scene;
        private readonly Guid inquiry;
        private readonly string place;
        private readonly string facts;
        private readonly long fineFen;
        private readonly string receipt;
        private Dice dice;
        private StoredAssessment? assessment;

        public Played(
            MakerTools tools,
            CasePlan plan,
            Guid id,
            BulkStreet street,
            BulkOfficer first,
            BulkOfficer second,
            PartySnapshot snapshot,
            Party party,
            StreetNumbers numbers,
            CashBook book,
            CaseRows rows,
            Dice dice
        )
        {
            (this.tools, this.plan, this.street, this.first, this.second) = (tools, plan, street, first, second);
            (this.snapshot, this.party, this.numbers, this.book, this.rows, this.dice) = (snapshot, party, numbers, book, rows, dice);
            matter = tools.Law.Matters.PickCitable(plan.Kind, plan.MatterShare);
            fineFen = this.dice.Pick(matter.FinesFen);
            place = string.Create(CultureInfo.InvariantCulture, $"{street.Organ.Profile.ShortName}建设路{1 + this.dice.Below(300)}号");
            facts = $"当事人在{place}实施“{matter.Name}”的行为，经现场检查、询问查证属实。";
            receipt = string.Create(CultureInfo.InvariantCulture, $"YH{plan.Index:D10}{this.dice.Digits(4)}");
            (scene, inquiry) = (rows.NewId(plan.At), rows.NewId(plan.At));
            @case = EnforcementCase.OpenOrdinary(
                new()
                {
                    CaseId = id,
                    Seq = rows.Seq(plan.At),
                    Organ = street.Organ,
                    OrganisationId = first.TeamId,
                    OrganisationPath = first.TeamPath,
                    OffenceId = id,
                    OpenedAt = At(0, 0),
                    RecordedAt = At(0, 0).AddSeconds(20),
                    EnteredLate = false,
                    Device = CaseRows.Device + street.Organ.Code,
                }
            );
            file = OrdinaryFile.Open(@case, [], []);
        }

        public void Play()
        {
            var steps = Steps().ToList();
            var last =
                dice.Percent(DeclinedPercent) ? 2
                : dice.Percent(StoppedPercent) ? 2 + dice.Below(steps.Count - 2)
                : steps.Count;
            var declined = last == 2;
            for (var i = 0; i < last && steps[i].At < tools.Law.Now; i++)
                steps[i].Do(steps[i].At);
            if (declined && At(3, 60) < tools.Law.Now)
                Do(new DeclineToFile { DoneAt = At(3, 60), Reason = "违法事实不成立" }, street.Head, Role.Head);
            rows.Finish(@case, file, tools.Law.Now);
        }

        private DateTimeOffset At(int day, int minutes) => plan.At.AddDays(day).AddMinutes(minutes);

        private IEnumerable<(DateTimeOffset At, Action<DateTimeOffset> Do)> Steps()
        {
            var where = new OffencePlace(place, "120116");
            PenaltyItem[] penalties = [new(PenaltyKind.Fine, fineFen)];
            FactElement[] elements = [new("违法行为的时间、地点和情形", [scene, inquiry])];
            const string reasons = "违法情节一般，当事人配合调查，按一般情形处罚";
            var violation = Violation(plan.At);
            CitedProvision[] basis = [new(violation.Threatened.Instrument, violation.Threatened.Article)];

            yield return Step(
                At(0, 0),
                first.Id,
                Role.Officer,
                at => new RegisterClue
                {
                    DoneAt = at,
                    Source = dice.Percent(60) ? ClueSource.Inspection : ClueSource.Complaint,
                    ReceivedAt = at.AddMinutes(-10),
                    Content = facts,
                    ViolationCode = matter.Code,
                    CommittedAt = at.AddMinutes(-15),
                    Place = where,
                }
            );
            yield return Step(
                At(0, 10),
                first.Id,
                Role.Officer,
                at => new IdentifyParty
                {
                    DoneAt = at,
                    PartyId = party.Id,
                    Kind = plan.Kind,
                    Party = snapshot,
                }
            );
            yield return Step(
                At(0, 20),
                first.Id,
                Role.Officer,
                at => new ProposeFiling
                {
                    DoneAt = at,
                    ViolationCode = matter.Code,
                    CommittedAt = At(0, -15),
                    DiscoveredOn = LegalDate.Of(plan.At),
                    Place = where,
                    Facts = facts,
                    OfficerIds = [first.Id, second.Id],
                }
            );
            foreach (var step in Endorsed(ApprovalPaper.Filing, At(0, 40)))
                yield return step;
            yield return Step(At(1, 0), street.Head, Role.Head, at => new FileCase { DoneAt = at, Opinion = "同意立案" });
            yield return Step(
                At(1, 60),
                first.Id,
                Role.Officer,
                at => new RecordScene
                {
                    DoneAt = at,
                    StartedAt = at.AddMinutes(-30),
                    Attendance = Present(at.AddMinutes(-35)),
                    EvidenceId = scene,
                    Place = place,
                    InspectedName = snapshot.Name,
                    RecusalAnswer = "不申请回避",
                    Findings = facts,
                    Signature = new(Signed: true),
                    RecordSha256 = dice.Sha256(),
                    MediaSha256 = [dice.Sha256()],
                }
            );
            yield return Step(
                At(1, 120),
                first.Id,
                Role.Officer,
                at => new RecordInquiry
                {
                    DoneAt = at,
                    StartedAt = at.AddMinutes(-30),
                    Attendance = Present(at.AddMinutes(-35)),
                    EvidenceId = inquiry,
                    Place = "询问室",
                    InquiredName = snapshot.Representative ?? snapshot.Name,
                    InquiredDocumentNumber = "居民身份证（已核对原件）",
                    As = InquiredAs.Party,
                    RightsNotifiedAt = at.AddMinutes(-30),
                    RecusalAnswer = "不申请回避",
                    Questions = [new("请说明情况。", facts), new("你对上述事实有无异议？", "没有异议，愿意改正。")],
                    CheckedWords = "以上笔录我看过，和我说的一样。",
                    Signature = new(Signed: true),
                    RecordSha256 = dice.Sha256(),
                }
            );
            yield return Step(
                At(1, 130),
                first.Id,
                Role.Officer,
                at => new VerifyEvidence
                {
                    DoneAt = at,
                    Items = [new(scene, "与现场情况核对一致"), new(inquiry, "与其他证据相互印证")],
                    VerifierName = NameOf(first.Id),
                }
            );
            yield return (At(2, 0), Assess);
            yield return Step(
                At(2, 60),
                first.Id,
                Role.Officer,
                at => new ConcludeInvestigation
                {
                    DoneAt = at,
                    Findings = facts,
                    Facts = elements,
                    Characterisation = $"其行为属于{matter.Name}",
                    ProposedOutcome = CaseOutcome.Penalty,
                    Penalties = penalties,
                    AssessmentId = assessment!.Id,
                    Reasons = reasons,
                }
            );
            yield return Step(
                At(2, 90),
                first.Id,
                Role.Officer,
                at => new ProposeDecision
                {
                    DoneAt = at,
                    Outcome = CaseOutcome.Penalty,
                    Penalties = penalties,
                    Facts = facts,
                    FactElements = elements,
                    Basis = basis,
                    AssessmentId = assessment!.Id,
                    Reasons = reasons,
                    Orders = [new("立即停止违法行为，恢复原状")],
                    DistinctBecause = "与此前的违法行为时间、地点不同，系另一行为",
                }
            );
            yield return Step(
                At(2, 120),
                first.Id,
                Role.Officer,
                at => new TellPenalty
                {
                    DoneAt = at,
                    Penalties = penalties,
                    Facts = facts,
                    Reasons = reasons,
                    Basis = basis,
                    HearingRightNotified = false,
                }
            );
            yield return Served(DocumentKind.PriorNotice, At(2, 180));
            yield return Step(
                At(2, 190),
                first.Id,
                Role.Officer,
                at => new WaiveDefence
                {
                    DoneAt = at,
                    Words = "我对处罚没有意见，放弃陈述、申辩的权利。",
                    Statement = true,
                    Hearing = false,
                    Declaration = new(
                        plan.Kind is PartyKind.Citizen ? snapshot.Name : snapshot.Representative ?? snapshot.Name,
                        plan.Kind is PartyKind.LegalPerson ? DeclarantTie.LegalRepresentative
                            : plan.Kind is PartyKind.OtherOrganisation ? DeclarantTie.Head
                            : DeclarantTie.Self,
                        Present(at),
                        SignedSha256: dice.Sha256()
                    ),
                }
            );
            yield return Step(
                At(12, 0),
                first.Id,
                Role.Officer,
                at => new AssessReviewTriggers
                {
                    DoneAt = at,
                    Ticked = [],
                    NoneBecause = "事实清楚、数额较小，不涉及重大公共利益",
                }
            );
            foreach (var step in Endorsed(ApprovalPaper.Decision, At(12, 60)))
                yield return step;
            yield return Step(
                At(13, 0),
                street.Head,
                Role.Head,
                at => new Decide
                {
                    DoneAt = at,
                    ProposalSha256 = file.Last(CaseAct.ProposeDecision)!.Entry.BodySha256,
                    Opinion = "同意",
                }
            );
            yield return Served(DocumentKind.PenaltyDecision, At(13, 120));
            yield return (At(18, 0), Pay);
            yield return (At(19, 0), at => @case.RecheckCorrection(RecheckResult.Corrected, "已恢复原状", at));
            yield return Step(
                At(20, 0),
                first.Id,
                Role.Officer,
                at => new ProposeClosing
                {
                    DoneAt = at,
                    Reason = ClosingReason.Performed,
                    Performance = "当事人已改正违法行为并缴清罚款",
                    Receipts = [receipt],
                }
            );
            foreach (var step in Endorsed(ApprovalPaper.Closing, At(20, 60)))
                yield return step;
            yield return Step(At(21, 0), street.Head, Role.Head, at => new ApproveClosing { DoneAt = at, Opinion = "同意结案" });
        }

        private (DateTimeOffset At, Action<DateTimeOffset> Do) Step(
            DateTimeOffset at,
            Guid person,
            Role role,
            Func<DateTimeOffset, ActBody> body
        ) => (at, when => Do(body(when), person, role));

        private IEnumerable<(DateTimeOffset At, Action<DateTimeOffset> Do)> Endorsed(ApprovalPaper paper, DateTimeOffset at)
        {
            yield return Endorse(street.TeamLead, Role.TeamLead, ApprovalLevel.TeamLead, at);
            yield return Endorse(street.Deputy, Role.DeputyHead, ApprovalLevel.DeputyHead, at.AddMinutes(20));

            (DateTimeOffset At, Action<DateTimeOffset> Do) Endorse(Guid person, Role role, ApprovalLevel level, DateTimeOffset when) =>
                Step(
                    when,
                    person,
                    role,
                    done => new EndorsePaper
                    {
                        DoneAt = done,
                        Paper = paper,
                        Level = level,
                        Agrees = true,
                        Opinion = "同意",
                    }
                );
        }

        private (DateTimeOffset At, Action<DateTimeOffset> Do) Served(DocumentKind kind, DateTimeOffset at) =>
            Step(
                at,
                first.Id,
                Role.Officer,
                done => new ServeDocument
                {
                    DoneAt = done,
                    DocumentIds = [file.Papers.Last(p => p.Kind == kind).DocumentId],
                    Return = new()
                    {
                        Addressee = snapshot.Name,
                        Way = ServiceWay.Direct,
                        Place = "当事人住所",
                        Servers = [first.Id, second.Id],
                        SignedAt = done.AddMinutes(-5),
                        Receiver = snapshot.Representative ?? snapshot.Name,
                        Relation = plan.Kind is PartyKind.LegalPerson ? ReceiverRelation.LegalRepresentative : ReceiverRelation.Self,
                    },
                }
            );

        private Attendance Present(DateTimeOffset shownAt) =>
            new([new(first.Id, first.Certificate), new(second.Id, second.Certificate)], shownAt);

        private ViolationVersion Violation(DateTimeOffset at) =>
            tools.Law.Catalogue.ViolationOn(matter.Code, LegalDate.Of(at)) ?? throw ViolationVersion.NotInForce.With(matter.Code);

        private string NameOf(Guid person) => tools.Law.Roster.OfficerOn(person, LegalDate.Of(plan.At))?.Name ?? "李立新";

        private void Assess(DateTimeOffset at)
        {
            var catalogue = tools.Law.Catalogue;
            var day = LegalDate.Of(at);
            var lookBack = catalogue.Parameter(street.Organ.Path, LocalParameters.FirstOffenceLookBack, day);
            assessment = new(
                rows.NewId(at),
                rows.Seq(at),
                street.Organ.Id,
                first.TeamPath,
                party.Id,
                @case.Id,
                new()
                {
                    Party = plan.Kind,
                    Side = plan.Kind.SideOf(individualBusinessAsOrganisation: false),
                    AgeAtOffence = snapshot.AgeAtOffence,
                    CommittedOn = LegalDate.Of(plan.At),
                    AssessedOn = day,
                    AtOffence = Norm.Of(Violation(plan.At), plan.Kind, individualBusinessAsOrganisation: false),
                    Now = Norm.Of(Violation(at), plan.Kind, individualBusinessAsOrganisation: false),
                    Benchmark = catalogue.BenchmarkOn(matter.Code, day) is { } benchmark ? BenchmarkUsed.Of(benchmark) : null,
                    Exemptions = [.. catalogue.ExemptionsOn(day).Where(e => e.IsFor(matter.Code)).Select(ExemptionUsed.Of)],
                    History = new(Searchable: true, lookBack.Number, lookBack.IsConfirmed, []),
                    Facts = new(),
                },
                first.Id,
                at
            );
            rows.Add(assessment);
            rows.Record(assessment, first.Id, Role.Officer, null, at);
        }

        private void Pay(DateTimeOffset at)
        {
            @case.ReceivePayment(rows.NewId(at), PaymentChannel.Bank, @case.Penalty.Fine, receipt, at);
            rows.Record(@case, Guid.Empty, Role.System, null, at);
            rows.Add(
                book.Enter(rows.NewId(at), rows.Seq(at), CashEntryKind.PaidByBank, @case.Penalty.Fine, at, @case.Id, reference: receipt)
            );
        }

        /// <summary>Does an act as <see cref="OrdinaryDesk"/> does it, with everything it asks for at hand.</summary>
        private void Do(ActBody body, Guid person, Role role)
        {
            var now = body.DoneAt.AddSeconds(20);
            var surroundings = new ActContext
            {
                PersonId = person,
                Roles = new HashSet<Role> { role },
                Organ = street.Organ,
                Catalogue = tools.Law.Catalogue,
                Roster = tools.Law.Roster,
                Now = now,
                Assessments = assessment is null ? [] : new Dictionary<Guid, StoredAssessment> { [assessment.Id] = assessment },
                OtherFines = body is Decide ? StandingFines.None : null,
                NextPaymentCode = () => PaymentCode.WithCheckDigit($"9{plan.Index:D9}" + dice.Digits(9)),
                NameOf = NameOf,
                NewId = () => rows.NewId(now),
            };
            var act = file.Perform(body, surroundings, late: false);
            var done = file.Acts[^1];
            done.Entry.Seal(bytes => tools.Vault.Seal(bytes, SealedCell.ActBody(done.Entry.Id)));
            var onPaper = act.Papers.Count > 0 ? tools.Vault.OnPaper(@case, @case.PartyId is null ? null : party) : null;
            foreach (var paper in act.Papers)
            {
                var number = DocumentWord.Of(paper.Kind) is { } word
                    ? numbers.Issue(word, done.DoneOn.Year, rows, @case.Id, now).Text
                    : null;
                var document = tools.Documents.Form(
                    paper.Kind,
                    PapersOfCase.ValuesOf(new(paper.Kind, file, done, number, surroundings, onPaper!)),
                    @case.Id,
                    @case.OrganisationPath,
                    done.DoneOn,
                    done.Entry.Place,
                    now
                );
                rows.Add(document);
                var issued = new IssuedPaper(
                    document.Id,
                    document.Kind,
                    document.Number,
                    done.Entry.Place,
                    done.DoneOn,
                    document.ContentHash
                );
                file.Add(issued);
                paper.WhenIssued?.Invoke(issued);
            }
            rows.Record(@case, person, role, null, now);
        }
    }
}
