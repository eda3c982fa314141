using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using EnforcementCases.Api.Tests.Cases;
using EnforcementCases.Api.Tests.Fixture;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Fines;

/// <summary>Money that is too much, too little or comes twice is booked as received, by call and by file, and its return or its rest waits for somebody.</summary>
public sealed class MoneyThatDoesNotFitTests(ApiFixture api)
{
    private const string BankHeading = "交易流水号,交易类型,缴款码,凭证号,金额,交易时间,渠道";

    /// <summary>What happened before (paid by bank, in cash, revoked), what comes now, and what of it was not owed. The fine is 50 yuan.</summary>
    public static TheoryData<bool, string, long, string?, long, string> Payments()
    {
        var cases = new TheoryData<bool, string, long, string?, long, string>();
        foreach (var byFile in new[] { false, true })
        {
            cases.Add(byFile, "", 50_00, null, 0, "Paid");
            cases.Add(byFile, "", 50_01, "Overpaid", 1, "Paid"); // one fen too much
            cases.Add(byFile, "", 90_00, "Overpaid", 40_00, "Paid");
            cases.Add(byFile, "", 49_99, null, 0, "PartlyPaid"); // one fen too little
            cases.Add(byFile, "paid 30.00", 20_01, "Overpaid", 1, "Paid");
            cases.Add(byFile, "paid 50.00", 50_00, "PaidTwice", 50_00, "Paid");
            cases.Add(byFile, "cash 50.00", 50_00, "PaidTwice", 50_00, "Paid");
            cases.Add(byFile, "cash 30.00", 50_00, "Overpaid", 30_00, "Paid");
            cases.Add(byFile, "closed", 50_00, "PaidTwice", 50_00, "Paid");
            cases.Add(byFile, "revoked", 50_00, "PaidAfterRevocation", 50_00, "Cancelled");
        }
        return cases;
    }

    [Theory]
    [Rule("APL-67-1"), Rule("APL-67-2")]
    [MemberData(nameof(Payments))]
    public async Task Money_that_came_is_booked_and_what_is_not_owed_waits_to_be_refunded(
        bool byFile,
        string before,
        long amountFen,
        string? because,
        long notOwedFen,
        string state
    )
    {
        var @case = await GivenCaseAfter(before);
        var transaction = $"T{Guid.NewGuid():N}";

        if (byFile)
        {
            var row = (await Import([Row(transaction, @case, amountFen)]))["rows"].EnumerateArray().First();
            row.GetProperty("outcome").GetString().ShouldBe(because ?? (state == "PartlyPaid" ? "Underpaid" : "Entered"), row.ToString());
            row.GetProperty("amountFen").GetInt64().ShouldBe(amountFen);
        }
        else
        {
            var answer = await api.Notify(@case.Payment(amountFen, transaction));
            answer.Status.ShouldBe(200, answer.Body.ToString());
            answer["amountFen"].GetInt64().ShouldBe(amountFen);
            answer["notOwedFen"].GetInt64().ShouldBe(notOwedFen);
            answer["because"].GetString().ShouldBe(because);
        }

        var payment = (await @case.Read())["payment"];
        payment.GetProperty("state").GetString().ShouldBe(state); // whose money is there is not unpaid
        payment.GetProperty("notOwedFen").GetInt64().ShouldBe(notOwedFen);
        (await Booked(@case, transaction)).ShouldBe(
            new[] { ("PaidByBank", amountFen - notOwedFen), ("PaidNotOwed", notOwedFen) }.Where(l => l.Item2 > 0),
            ignoreOrder: true
        );
        var duties = await Duties(@case);
        duties.ShouldBe(
            notOwedFen > 0 ? [("ApproveRefund", transaction, notOwedFen)]
            : state == "PartlyPaid" ? [("AskForRest", @case.Number, 50_00 - amountFen)]
            : []
        );
        (await WorkIn(@case, "hg-head")).Contains("NotOwedApproval").ShouldBe(notOwedFen > 0);
        (await WorkIn(@case, "hg-cashier")).Contains("Underpaid").ShouldBe(state == "PartlyPaid");
        (await RecordOf(@case)).Contains("paid-not-owed", StringComparison.Ordinal).ShouldBe(notOwedFen > 0);
    }

    [Fact]
    public async Task What_is_too_much_leaves_by_two_persons_with_a_voucher_and_then_waits_for_nobody()
    {
        var @case = await GivenCaseAfter("");
        var transaction = $"T{Guid.NewGuid():N}";
        await api.Notify(@case.Payment(50_01, transaction));
        var route = $"fines/payments-not-owed/{await NotOwed(transaction)}";
        var paidAt = @case.DecidedAt.AddDays(1);
        var voucher = $"TK{Guid.NewGuid():N}"[..20];
        object Refund(long fen = 1, int hours = 3) =>
            new
            {
                amountFen = fen,
                reference = voucher,
                doneAt = paidAt.AddHours(hours),
            };

        (await Post("hg-cashier", "refund", Refund())).ShouldBeProblem(409, "payment-not-owed.not-approved");
        (await Post("hg-cashier", "approval", new { doneAt = paidAt.AddHours(1) })).ShouldBeProblem(403, "access.not-allowed");
        (await Post("hg-officer1", "approval", new { doneAt = paidAt.AddHours(1) })).ShouldBeProblem(403, "access.not-allowed");
        (await Post("xc-head", "approval", new { doneAt = paidAt.AddHours(1) })).ShouldBeProblem(404, "payment-not-owed.not-found");
        (await Post("hg-head", "approval", new { doneAt = paidAt.AddHours(-1) })).ShouldBeProblem(422, "payment-not-owed.before-payment");
        var approved = await Post("hg-head", "approval", new { doneAt = paidAt.AddHours(2) });
        approved.Status.ShouldBe(200, approved.Body.ToString());
        approved["approvedBy"].GetString().ShouldNotBeNullOrEmpty();
        (await Post("hg-deputy1", "approval", new { doneAt = paidAt.AddHours(2) })).ShouldBeProblem(
            409,
            "payment-not-owed.already-approved"
        );
        (await Duties(@case)).ShouldBe([("Refund", transaction, 1L)]);
        (await WorkIn(@case, "hg-cashier")).ShouldContain("NotOwedRefund");
        (await WorkIn(@case, "hg-head")).ShouldNotContain("NotOwedApproval");

        (await Post("hg-head", "refund", Refund())).ShouldBeProblem(403, "access.not-allowed");
        (await Post("hg-cashier", "refund", Refund(hours: 1))).ShouldBeProblem(409, "payment-not-owed.not-approved");
        (await Post("hg-cashier", "refund", Refund(fen: 2))).ShouldBeProblem(422, "payment-not-owed.not-the-whole");
        var refunded = await Post("hg-cashier", "refund", Refund());
        refunded.Status.ShouldBe(200, refunded.Body.ToString());
        refunded["refundedBy"].GetString().ShouldNotBe(refunded["approvedBy"].GetString());

        (await Duties(@case)).ShouldBeEmpty();
        (await WorkIn(@case, "hg-cashier")).ShouldNotContain("NotOwedRefund");
        (await @case.Read())["payment"].GetProperty("notOwedFen").GetInt64().ShouldBe(0);
        (await @case.Read())["payment"].GetProperty("state").GetString().ShouldBe("Paid");
        var record = await RecordOf(@case);
        record.ShouldContain("paid-not-owed-approved");
        record.ShouldContain("paid-not-owed-refunded");

        async Task<ApiAnswer> Post(string account, string step, object body)
        {
            var seen = (await api.SignedInAs("hg-cashier").GetJson("fines/payments-not-owed"))
                .Body.EnumerateArray()
                .Single(p => p.GetProperty("bankTransactionId").GetString() == transaction);
            var tag = $"\"{seen.GetProperty("id").GetGuid():N}.{seen.GetProperty("version").GetInt32()}\"";
            return await api.SignedInAs(account).PostJson($"{route}/{step}", body, ifMatch: tag);
        }
    }

    [Fact]
    public async Task The_rest_of_too_little_is_asked_for_until_it_comes()
    {
        var @case = await GivenCaseAfter("");
        await @case.Pays(49_99);
        (await Duties(@case)).ShouldBe([("AskForRest", @case.Number, 1L)]);

        await @case.Pays(1);

        (await Duties(@case)).ShouldBeEmpty();
        (await WorkIn(@case, "hg-cashier")).ShouldNotContain("Underpaid");
        (await @case.Read())["payment"].GetProperty("state").GetString().ShouldBe("Paid");
    }

    [Fact]
    public async Task A_call_and_a_file_that_report_the_same_payment_book_it_once()
    {
        var @case = await GivenCaseAfter("");
        var (first, second) = ($"T{Guid.NewGuid():N}", $"T{Guid.NewGuid():N}");
        await api.Notify(@case.Payment(50_01, first));

        (await Outcomes([Row(first, @case, 50_01), Row(second, @case, 50_00)])).ShouldBe(["Overpaid", "PaidTwice"]);
        (await Outcomes([Row(first, @case, 50_00)])).ShouldBe(["AmountDiffers"]); // the whole amount is compared, not what was owed of it
        var told = await api.Notify(@case.Payment(50_00, second));
        told.Status.ShouldBe(200, told.Body.ToString());
        told.Replayed.ShouldBeTrue();
        (await api.Notify(@case.Payment(50_01, second))).ShouldBeProblem(409, "payment.transaction-reused");

        (await Booked(@case, first)).ShouldBe([("PaidByBank", 50_00L), ("PaidNotOwed", 1L)], ignoreOrder: true);
        (await Booked(@case, second)).ShouldBe([("PaidNotOwed", 50_00L)]);
        (await @case.Read())["payment"].GetProperty("notOwedFen").GetInt64().ShouldBe(50_01);
    }

    [Fact]
    public async Task A_payment_of_which_the_file_has_the_day_alone_is_taken_on_the_day_of_the_decision()
    {
        var @case = await GivenCaseAfter("");
        var day = @case.DecidedAt.ToOffset(TimeSpan.FromHours(8));
        var rows = new[] { day, day.AddDays(-1) }.Select(d =>
            $"T{Guid.NewGuid():N},缴款,{@case.PaymentCode},,50.00,{d.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)},柜面"
        );

        (await Outcomes([.. rows.Reverse()])).ShouldBe(["Malformed", "Entered"]);

        (await @case.Read())["payment"].GetProperty("state").GetString().ShouldBe("Paid");
    }

    /// <summary>A case with a fine of 50 yuan, decided at ten in the morning of a day of its own.</summary>
    private async Task<DecidedCase> GivenCaseAfter(string before)
    {
        var @case = await api.GivenDecidedCase(50_00);
        switch (before.Split(' '))
        {
            case ["paid", var yuan]:
                await @case.Pays(Fen(yuan), @case.DecidedAt.AddHours(3));
                break;
            case ["cash", var yuan]:
                await @case.Done(
                    "collect-on-the-spot",
                    new
                    {
                        amountFen = Fen(yuan),
                        ground = "SmallFine",
                        reason = (string?)null,
                        receiptNumber = await api.GivenReceipt(),
                        doneAt = @case.DecidedAt,
                    }
                );
                break;
            case ["closed"]:
                await @case.ReportBack();
                await @case.Pays(50_00, @case.DecidedAt.AddHours(3));
                (await @case.Stage()).ShouldBe("Closed");
                break;
            case ["revoked"]:
                await @case.Revoke();
                break;
            default:
                before.ShouldBeEmpty();
                break;
        }
        return @case;
    }

    private static long Fen(string yuan) => (long)(decimal.Parse(yuan, CultureInfo.InvariantCulture) * 100);

    private static string Row(string transaction, DecidedCase @case, long fen) =>
        $"{transaction},缴款,{@case.PaymentCode},,{(fen / 100m).ToString("0.00", CultureInfo.InvariantCulture)},{PaidAt(@case)},电子";

    private static string PaidAt(DecidedCase @case) =>
        @case.DecidedAt.AddDays(1).ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    private async Task<ApiAnswer> Import(string[] rows)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(string.Join('\n', rows.Prepend(BankHeading))));
        content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        var answer = await api.SignedInAs("hg-cashier").Send(HttpMethod.Post, "fines/bank-statements?dryRun=false", content);
        answer.Status.ShouldBe(200, answer.Body.ToString());
        return answer;
    }

    private async Task<string?[]> Outcomes(string[] rows) =>
        [.. (await Import(rows))["rows"].EnumerateArray().Take(rows.Length).Select(r => r.GetProperty("outcome").GetString())];

    /// <summary>Lines of the day book with the transaction, of the day of the decision and those after it.</summary>
    private async Task<List<(string Kind, long Fen)>> Booked(DecidedCase @case, string transaction)
    {
        var lines = new List<(string, long)>();
        for (var day = 0; day <= 1; day++)
        {
            var on = @case.DecidedAt.AddDays(day).ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            var book = await api.SignedInAs("hg-cashier").GetJson($"fines/day-book?day={on}");
            lines.AddRange(
                book["lines"]
                    .EnumerateArray()
                    .Where(l => l.GetProperty("reference").GetString() == transaction)
                    .Select(l => (l.GetProperty("kind").GetString()!, l.GetProperty("amountFen").GetInt64()))
            );
        }
        return lines;
    }

    private async Task<List<(string Kind, string Reference, long Fen)>> Duties(DecidedCase @case) =>
        [
            .. (await api.SignedInAs("hg-cashier").GetJson("fines/cash-duties"))["items"]
                .EnumerateArray()
                .Where(d => d.GetProperty("caseId").ValueKind != JsonValueKind.Null && d.GetProperty("caseId").GetGuid() == @case.Id)
                .Where(d => d.GetProperty("kind").GetString() is not ("HandIn" or "Deposit"))
                .Select(d =>
                    (d.GetProperty("kind").GetString()!, d.GetProperty("reference").GetString()!, d.GetProperty("amountFen").GetInt64())
                ),
        ];

    private async Task<List<string>> WorkIn(DecidedCase @case, string account) =>
        [
            .. (await api.SignedInAs(account).GetJson($"work?caseId={@case.Id}"))["items"]
                .EnumerateArray()
                .Select(w => w.GetProperty("kind").GetString()!),
        ];

    private async Task<string> RecordOf(DecidedCase @case) =>
        (await api.SignedInAs("hg-officer1").GetJson($"cases/{@case.Id}/record")).Body.GetRawText();

    private async Task<Guid> NotOwed(string transaction) =>
        (await api.SignedInAs("hg-cashier").GetJson("fines/payments-not-owed?open=true"))
            .Body.EnumerateArray()
            .Single(p => p.GetProperty("bankTransactionId").GetString() == transaction)
            .GetProperty("id")
            .GetGuid();
}
