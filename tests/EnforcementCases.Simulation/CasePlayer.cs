using System.Globalization;
using System.Text.Json;

namespace EnforcementCases.Simulation;

/// <summary>Plays a case as the devices of officers, bank and cashier would; begins where an earlier run stopped.</summary>
internal sealed class CasePlayer(
    ApiClient api,
    Bank bank,
    Brigade brigade,
    Wording wording,
    Parties parties,
    Report report,
    Options options,
    string run
)
{
    public async Task Play(PlannedCase planned)
    {
        var @case = await api.Get(planned.Officer.Account, $"cases/{planned.CaseId}");
        if (@case.Status == 404)
        {
            await Decide(planned);
            @case = await Read(planned);
        }
        var steps = new List<(DateTimeOffset At, Func<Task> Do)>();
        if (@case.Body.GetProperty("reportedAt").ValueKind == JsonValueKind.Null)
            steps.Add(
                (planned.ReportedAt, () => Act(planned, planned.Officer.Account, "report-back", new { doneAt = planned.ReportedAt }))
            );
        if (@case.Body.GetProperty("payment").GetProperty("state").GetString() != "Paid")
            steps.Add((planned.PaidAt, () => Pay(planned, @case)));
        foreach (var (_, step) in steps.OrderBy(s => s.At))
            await step();
        if (planned.Way == Way.Cash)
            await HandOn(planned);
    }

    private async Task Decide(PlannedCase planned)
    {
        var random = new Random(planned.Seed);
        var answers = new Random(planned.Seed ^ 1); // one of its own: the other draws stay as they were
        var words = wording.Of(planned.Violation.Code);
        var (decidedAt, fen) = (planned.DecidedAt, planned.FineYuan * 100L);
        var place = $"{report.Organisation}{random.Pick(wording.Roads)}{1 + random.Next(180)}号";
        var facts = random
            .Pick(words.Facts)
            .Replace("{place}", place, StringComparison.Ordinal)
            .Replace("{violation}", planned.Violation.Name, StringComparison.Ordinal)
            .Replace("{area}", (1 + random.Next(6)).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{count}", (1 + random.Next(4)).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        var speaks = random.OneIn(3);
        var refuses = random.OneIn(20);
        var body = new
        {
            caseId = planned.CaseId,
            offenceId = planned.CaseId,
            party = parties.Make(planned.Party, planned.Place, random),
            violationCode = planned.Violation.Code,
            committedAt = decidedAt.AddMinutes(-25),
            place = new { address = place, divisionCode = options.DivisionCode },
            facts,
            certificatesShownAt = decidedAt.AddMinutes(-20),
            notice = new
            {
                notifiedAt = decidedAt.AddMinutes(-10),
                matters = (string[])["ProposedPenalty", "Facts", "Reasons", "Basis", "Rights"],
                notifiedAmountFen = fen,
                partyWords = speaks ? random.Pick(wording.PartyWords) : null,
                waiverWords = speaks ? null : random.Pick(wording.WaiverWords),
                answer = speaks ? new { accepted = false, because = answers.Pick(wording.Answers) } : null,
            },
            officers = new[] { planned.Officer, planned.Companion }.Select(o => new
            {
                officerId = o.Id,
                certificateNumber = o.Certificate,
            }),
            kinds = (string[])["Fine"],
            amountFen = fen,
            grade = "Ordinary",
            reasonsForAmount = random.Pick(wording.Reasons),
            exemption = new
            {
                slight = random.OneIn(2),
                correctedInTime = false,
                noHarm = random.OneIn(2),
                harmSlight = true,
            },
            correction = new { requirement = words.Correction },
            decidedAt,
            delivery = new
            {
                handedOverAt = decidedAt,
                signature = refuses ? "Refused" : "Signed",
                refusalNote = refuses ? random.Pick(wording.RefusalNotes) : null,
            },
            evidence = Enumerable
                .Range(1, 1 + random.Next(3))
                .Select(n => new
                {
                    kind = "AudioVisualMaterial",
                    takenAt = decidedAt.AddMinutes(-25 + n),
                    sha256 = parties.Sha256($"evidence {planned.Place} {n}"),
                    description = $"{words.Evidence}{n}",
                }),
            device = new { id = planned.Officer.Device, sequence = planned.Place },
        };
        await Done(planned, "当场处罚", api.Post(planned.Officer.Account, "simple-cases", body, Key(planned, "decide")));
    }

    private Task Pay(PlannedCase planned, Answer @case) =>
        planned.Way switch
        {
            Way.Cash => Collect(planned),
            Way.Phone or Way.Bank => Done(
                planned,
                "缴款到账",
                bank.Pay(
                    Key(planned, "paid"),
                    @case.Body.GetProperty("payment").GetProperty("code").GetString()!,
                    planned.FineYuan * 100L,
                    planned.PaidAt,
                    planned.Way == Way.Bank ? "Bank" : "Electronic"
                )
            ),
        };

    /// <summary>The cashier gives the officer a receipt, the officer takes the money against it.</summary>
    private async Task Collect(PlannedCase planned)
    {
        var number = Receipt(planned);
        var batch = await api.Post(
            brigade.Cashier,
            "fines/receipt-batches",
            new
            {
                from = number,
                to = number,
                source = "区财政局",
                doneAt = planned.PaidAt.AddDays(-1),
            },
            Key(planned, "receipt")
        );
        await Done(planned, "票据入库", Task.FromResult(batch));
        await Done(
            planned,
            "票据领用",
            api.Post(
                brigade.Cashier,
                $"fines/receipt-batches/{batch.Body.GetProperty("id").GetGuid()}/movements",
                new
                {
                    move = "Issue",
                    from = number,
                    officerId = planned.Officer.Id,
                    doneAt = planned.PaidAt.AddDays(-1),
                },
                Key(planned, "receipt-issued"),
                batch.ETag
            )
        );
        await Act(
            planned,
            planned.Officer.Account,
            "collect-on-the-spot",
            new
            {
                amountFen = planned.FineYuan * 100L,
                ground = "SmallFine",
                reason = (string?)null,
                receiptNumber = number,
                doneAt = planned.PaidAt,
            }
        );
    }

    /// <summary>Cash goes to the organ and on to the bank, each the day after.</summary>
    private async Task HandOn(PlannedCase planned)
    {
        var receiptNumber = Receipt(planned);
        await Act(
            planned,
            planned.Officer.Account,
            "remit-to-organ",
            new { receiptNumber, doneAt = planned.PaidAt.AddHours(2) },
            "remittance.out-of-order"
        );
        await Act(
            planned,
            brigade.Cashier,
            "remit-to-bank",
            new { receiptNumber, doneAt = planned.PaidAt.AddHours(4) },
            "remittance.out-of-order"
        );
    }

    private async Task Act(PlannedCase planned, string account, string act, object body, string? doneBefore = null)
    {
        var seen = await Read(planned);
        var answer = await api.Post(account, $"cases/{planned.CaseId}/acts/{act}", body, Key(planned, act), seen.ETag);
        if (!answer.IsSuccess && (doneBefore is null || answer.Code != doneBefore))
            throw Stopped(planned, act, answer);
    }

    private async Task<Answer> Read(PlannedCase planned)
    {
        var answer = await api.Get(planned.Officer.Account, $"cases/{planned.CaseId}");
        return answer.IsSuccess ? answer : throw Stopped(planned, "读取案件", answer);
    }

    private static async Task Done(PlannedCase planned, string what, Task<Answer> call)
    {
        var answer = await call;
        if (!answer.IsSuccess)
            throw Stopped(planned, what, answer);
    }

    private static StoppedException Stopped(PlannedCase planned, string what, Answer answer) =>
        new(
            $"第 {planned.Place} 件（{planned.DecidedAt:yyyy-MM-dd}，{planned.Violation.Code}，{planned.FineYuan} 元）{what}被拒绝：{answer}"
        );

    private string Key(PlannedCase planned, string step) =>
        string.Create(CultureInfo.InvariantCulture, $"{run}.{planned.Officer.Device}.{planned.Place}.{step}");

    private string Receipt(PlannedCase planned) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{report.Year}{brigade.Prefix.ToUpperInvariant()}{options.Seed:000}{planned.Place:00000}"
        );
}
