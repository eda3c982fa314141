using System.Globalization;
using EnforcementCases.Api.Discretion;
using EnforcementCases.Api.Documents;
using EnforcementCases.Domain;
using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Cases.Correction;
using EnforcementCases.Domain.Cases.OnTheSpot;
using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Discretion;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Fines;
using EnforcementCases.Domain.Fines.Cash;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Parties;
using EnforcementCases.Domain.Penalties;
using EnforcementCases.Domain.Personnel;
using EnforcementCases.Domain.Recording;
using EnforcementCases.Platform.Keys;
using EnforcementCases.Platform.Recording;

namespace EnforcementCases.Benchmarks.Bulk;

/// <summary>The law and the staff that cases are judged by, as the program holds them.</summary>
internal sealed record BulkLaw(CatalogueSnapshot Catalogue, OfficerRoster Roster, BulkMatters Matters, DateTimeOffset Now);

/// <summary>What cases are made with.</summary>
internal sealed record MakerTools(
    BulkLaw Law,
    BulkParties Parties,
    DocumentIssue Documents,
    PersonalDataVault Vault,
    RecordScribe Scribe,
    int Seed
);

/// <summary>Makes cases decided on the spot, by the same domain that the program asks: every gate of the law is passed, every act is recorded.</summary>
internal sealed class SimpleCaseMaker(MakerTools tools)
{
    private static readonly string[] Roads = ["东风路", "新开路", "文化街", "建设路", "牌坊西街", "河西三纬路", "体育场街", "四马路"];

    public CaseRows Make(CasePlan plan, BulkStreet street, StreetNumbers numbers, CashBook book)
    {
        var dice = Dice.Of(tools.Seed, plan.Index, 5);
        var officer = dice.Pick(street.Officers);
        var rows = new CaseRows(tools.Scribe, tools.Seed, plan.Index, officer.TeamPath);
        var caseId = rows.NewId(plan.At);
        var @checked = tools.Parties.Check(plan, caseId);
        var party = tools.Parties.Enter(plan, @checked);
        if (plan.IsNewParty)
            rows.Add(party);

        var matter = tools.Law.Matters.Pick(plan.Kind, plan.MatterShare);
        var facts = FactsOf(plan, street.Organ, [officer, Companion(officer, street, ref dice)], @checked.Snapshot, matter, ref dice);
        var now = plan.At.AddSeconds(20);
        var assessment = new StoredAssessment(
            rows.NewId(now),
            rows.Seq(plan.At),
            street.Organ.Id,
            officer.TeamPath,
            party.Id,
            caseId,
            InputOf(tools.Law.Catalogue, facts),
            officer.Id,
            facts.DecidedAt
        );
        rows.Add(assessment);
        rows.Record(assessment, officer.Id, Role.Officer, CaseRows.Device + street.Organ.Code, now);
        var decision = LawfulOnTheSpotDecision.Judge(facts, AssessedPenalty.Of(assessment), tools.Law.Catalogue.Calendar);
        var number = numbers.Issue(DocumentWord.OnTheSpotDecision, facts.DecidedOn.Year, rows, caseId, now);
        var paymentCode = facts.Fine > Money.Zero ? PaymentCode.WithCheckDigit($"8{plan.Index:D9}" + dice.Digits(9)) : null;
        var (paper, _) = tools.Documents.OnTheSpotDecision(
            decision,
            party,
            caseId,
            officer.TeamPath,
            number.Text,
            paymentCode,
            tools.Law.Catalogue.Calendar,
            now
        );
        rows.Add(paper);
        var @case = EnforcementCase.DecideOnTheSpot(
            decision,
            new()
            {
                CaseId = caseId,
                Seq = rows.Seq(plan.At),
                OrganisationId = officer.TeamId,
                OrganisationPath = officer.TeamPath,
                PartyId = party.Id,
                Number = number.Text,
                DocumentHash = paper.ContentHash,
                PaymentCode = paymentCode,
                RecordedAt = now,
                EnteredLate = false,
                Device = CaseRows.Device + street.Organ.Code,
                Calendar = tools.Law.Catalogue.Calendar,
                NewId = () => rows.NewId(now),
            }
        );
        rows.Record(@case, officer.Id, Role.Officer, @case.Entry.Device, now);
        foreach (var (at, act) in Afterwards(plan, @case, officer, street, book, rows, dice).OrderBy(a => a.At))
        {
            if (at < tools.Law.Now && @case.Stage == CaseStage.Decided) // nothing more is done in a revoked one
                act(at);
        }
        rows.Finish(@case, file: null, tools.Law.Now);
        return rows;
    }

    /// <summary>What happens to the case after the day: most are reported, paid and closed; some are late, some never.</summary>
    private static IEnumerable<(DateTimeOffset At, Action<DateTimeOffset> Do)> Afterwards(
        CasePlan plan,
        EnforcementCase @case,
        BulkOfficer officer,
        BulkStreet street,
        CashBook book,
        CaseRows rows,
        Dice dice
    )
    {
        var acts = new List<(DateTimeOffset, Action<DateTimeOffset>)>();
        if (dice.Percent(99))
        {
            acts.Add(
                (
                    plan.At.AddHours(1 + dice.Below(dice.Percent(95) ? 20 : 90)),
                    at =>
                    {
                        @case.ReportBack(at);
                        rows.Record(@case, officer.Id, Role.Officer, null, at);
                    }
                )
            );
        }
        if (@case.Correction.DueOn is { } due && dice.Percent(95))
        {
            acts.Add(
                (
                    LegalDate.StartOf(due).AddHours(9 + dice.Below(30)),
                    at =>
                    {
                        @case.RecheckCorrection(RecheckResult.Corrected, "复查已改正", at);
                        rows.Record(@case, officer.Id, Role.Officer, null, at);
                    }
                )
            );
        }
        var fate = dice.Below(1_000);
        if (@case.PaymentOrder is not null && fate is >= 4 and < 975)
        {
            var reference = string.Create(CultureInfo.InvariantCulture, $"YH{plan.Index:D10}{dice.Digits(4)}");
            acts.Add(
                (
                    fate < 930 ? plan.At.AddMinutes(3 + dice.Below(fate < 550 ? 60 : 14 * 1440)) : plan.At.AddDays(16 + dice.Below(60)),
                    at =>
                    {
                        var payment = @case.ReceivePayment(
                            rows.NewId(at),
                            fate < 550 ? PaymentChannel.Electronic : PaymentChannel.Bank,
                            @case.Penalty.Fine,
                            reference,
                            at
                        );
                        rows.Record(@case, Guid.Empty, Role.System, null, at);
                        rows.Add(
                            book.Enter(
                                rows.NewId(at),
                                rows.Seq(at),
                                CashEntryKind.PaidByBank,
                                @case.Penalty.Fine,
                                at,
                                @case.Id,
                                reference: payment.BankTransactionId
                            )
                        );
                    }
                )
            );
        }
        if (fate < 4)
        {
            acts.Add(
                (
                    plan.At.AddDays(2 + dice.Below(25)),
                    at =>
                    {
                        @case.Revoke("复查发现主要事实不清", at);
                        rows.Record(@case, street.Head, Role.Head, null, at);
                    }
                )
            );
        }
        return acts;
    }

    internal static BulkOfficer Companion(BulkOfficer first, BulkStreet street, ref Dice dice)
    {
        var others = street.Officers.Where(o => o.TeamId == first.TeamId && o.Id != first.Id).ToList();
        return dice.Pick(others);
    }

    private OnTheSpotFacts FactsOf(
        CasePlan plan,
        Organisation organ,
        IReadOnlyList<BulkOfficer> officers,
        PartySnapshot party,
        BulkMatter matter,
        ref Dice dice
    )
    {
        var fine = dice.Percent(12) && matter.MayWarn ? Money.Zero : Money.OfFen(dice.Pick(matter.FinesFen));
        var place = string.Create(CultureInfo.InvariantCulture, $"{organ.Profile.ShortName}{dice.Pick(Roads)}{1 + dice.Below(300)}号门前");
        var due = dice.Percent(6) ? LegalDate.Of(plan.At).AddDays(3) : (DateOnly?)null;
        return FactsOf(tools.Law.Catalogue, tools.Law.Roster, organ, officers, party, matter.Code, fine, plan.At) with
        {
            OffenceId = Dice.Of(tools.Seed, plan.Index, 6).Id(plan.At),
            Place = new(place, "120116", $"117.{80000 + dice.Below(9999)}", $"39.{20000 + dice.Below(9999)}", "CGCS2000"),
            Facts = $"当事人于上述时间在{place}实施“{matter.Name}”的行为，现场有照片、视频为证，当事人对事实无异议。",
            CorrectionDueOn = due,
            DistinctBecause = plan.IsNewParty ? null : "与此前的违法行为时间、地点不同，系另一行为",
            Evidence =
            [
                new(EvidenceKind.AudioVisualMaterial, plan.At.AddMinutes(-14), dice.Sha256(), "现场照片（近景）"),
                new(EvidenceKind.AudioVisualMaterial, plan.At.AddMinutes(-13), dice.Sha256(), "现场照片（远景）"),
                new(EvidenceKind.PartyStatement, plan.At.AddMinutes(-8), dice.Sha256(), "当事人陈述记录"),
            ],
        };
    }

    /// <summary>The assessment of a plain case: slight, harmless, not corrected; the party has no earlier matters.</summary>
    internal static AssessmentInput InputOf(CatalogueSnapshot catalogue, OnTheSpotFacts facts) =>
        AssessmentInputs.Of(
            catalogue,
            new(
                facts.Organ,
                facts.Violation.Code,
                facts.CommittedOn,
                facts.DecidedOn,
                facts.Party,
                new() { Slight = true, NoHarm = true },
                AlsoViolates: []
            ),
            earlier: []
        );

    /// <summary>What officers say of a plain case; also what a matter is tried with.</summary>
    internal static OnTheSpotFacts FactsOf(
        CatalogueSnapshot catalogue,
        OfficerRoster roster,
        Organisation organ,
        IReadOnlyList<BulkOfficer> officers,
        PartySnapshot party,
        string code,
        Money fine,
        DateTimeOffset at
    )
    {
        var day = LegalDate.Of(at);
        var violation = catalogue.ViolationOn(code, day) ?? throw ViolationVersion.NotInForce.With(code);
        return new()
        {
            Organ = organ,
            Party = party,
            Violation = violation,
            ViolationAtOffence = violation,
            ViolationAtDecision = violation,
            Adoption = catalogue.AdoptionOf(organ.Id, code, day, "120116"),
            OffenceId = Guid.Empty,
            CommittedAt = at.AddMinutes(-20),
            Place = new("路旁", "120116"),
            Facts = "事实",
            ReasonsForAmount = "违法情节一般，当事人配合调查，按一般情形处罚",
            Notice = new(at.AddMinutes(-10), NotifiedMatters.All, "没有意见，愿意改正", null),
            NotifiedFine = fine,
            Officers = [.. officers.Select(o => roster.AtScene(o.Id, organ.Path, day))],
            CertificatesShown = [.. officers.Select(o => o.Certificate)],
            CertificatesShownAt = at.AddMinutes(-15),
            Kinds = fine == Money.Zero ? [PenaltyKind.Warning] : [PenaltyKind.Fine],
            Fine = fine,
            Grade = PenaltyGrade.Ordinary,
            CorrectionRequired = "立即停止违法行为，恢复原状",
            DecidedAt = at,
            HandedOverAt = at,
            Signature = PartySignature.Signed,
            Evidence = [new(EvidenceKind.AudioVisualMaterial, at.AddMinutes(-12), new string('0', 64), "现场照片")],
            IndividualBusinessCeiling = catalogue.Parameter(organ.Path, LocalParameters.SimpleIndividualBusinessCap, day).Money,
            ReportBackWorkingDays = catalogue.Parameter(organ.Path, LocalParameters.SimpleReportBack, day).Number,
        };
    }
}
