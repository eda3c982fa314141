using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using EnforcementCases.Api.Tests.Cases;
using EnforcementCases.Api.Tests.Fixture;
using EnforcementCases.Api.Tests.Personnel;
using EnforcementCases.Platform.Files;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Fines;

/// <summary>A month of cash at a street, with errors planted in it: the books name all of them and nothing else.</summary>
public sealed class CashMonthTests : IAsyncLifetime
{
    private const string Month = "2024-05";
    private const string BankHeading = "交易流水号,交易类型,缴款码,凭证号,金额,交易时间,渠道";

    private ApiFixture api = null!;

    public async ValueTask InitializeAsync() => api = await ApiFixture.StartAsync(); // books of its own

    public ValueTask DisposeAsync() => api.DisposeAsync();

    [Fact]
    [Rule("APL-70"), Rule("APL-71")]
    public async Task The_books_of_a_month_name_the_planted_errors_and_nothing_else()
    {
        var batch = (await api.GivenReceipts("津罚24A0001", "津罚24A0030"))["id"].GetGuid();
        foreach (var (officer, from, to) in new[] { (1, 1, 10), (2, 11, 20), (3, 21, 30) })
            (await api.Move(batch, "Issue", Receipt(from), Receipt(to), $"hg-officer{officer}")).Status.ShouldBe(200);

        // twenty-four collections on eight days, handed in and deposited the next day; 14 is lost, 23 is handed in late
        int[] days = [6, 7, 8, 9, 13, 14, 15, 16];
        int[][] receipts =
        [
            [1, 2, 3, 4, 5, 6, 7, 8],
            [11, 12, 13, 15, 16, 17, 18, 19],
            [21, 22, 23, 24, 25, 26, 27, 28],
        ];
        var slips = new List<(string Slip, long Fen, int Day)>();
        for (var d = 0; d < days.Length; d++)
        {
            foreach (var officer in (int[])[1, 2, 3])
                await Collect(officer, receipts[officer - 1][d], At(days[d]), Fen(receipts[officer - 1][d]));
            var handovers = new List<Guid>();
            foreach (var officer in (int[])[1, 2, 3])
            {
                if (receipts[officer - 1][d] != 23)
                    handovers.Add(await HandOver(At(days[d] + 1), receipts[officer - 1][d]));
            }
            slips.Add(await Deposit(At(days[d] + 1, 16), handovers));
        }
        slips.Add(await Deposit(At(15, 16), [await HandOver(At(15), 23)])); // its last day was the 10th
        (await Keys()).ShouldBe(["receipt-skipped:津罚24A0014", "handover-late:津罚24A0023"], ignoreOrder: true);
        (await api.Move(batch, "Void", Receipt(14), ground: "Lost", reason: "巡查途中遗失，已在现场查找", at: At(20))).Status.ShouldBe(200);

        // six payments by bank of which the file has one with a fen more, one twice, and one that the bank never told
        var rows = slips.ConvertAll(s => $"D{s.Slip},缴存,,{s.Slip},{Yuan(s.Fen)},2024-05-{s.Day:00} 16:00:00,柜面");
        var paid = new List<(DecidedCase Case, string Transaction)>();
        for (var i = 0; i < 6; i++)
        {
            var @case = await api.GivenDecidedCase(50_00, At(20, 9 + i));
            paid.Add((@case, $"T240521{i:000}"));
            (await api.Notify(@case.Payment(50_00, paid[i].Transaction, At(21, 9 + i)))).Status.ShouldBe(200);
            rows.Add($"{paid[i].Transaction},缴款,{@case.PaymentCode},,{(i == 2 ? "50.01" : "50.00")},2024-05-21 {9 + i:00}:00:00,电子");
        }
        var unnotified = await api.GivenDecidedCase(60_00, At(22));
        rows.Add($"T240524001,缴款,{unnotified.PaymentCode},,60.00,2024-05-24 10:00:00,柜面");
        rows.Add($"T240525001,缴款,{paid[4].Case.PaymentCode},,50.00,2024-05-25 10:00:00,电子");
        var file = Encoding.UTF8.GetBytes(string.Join('\n', rows.Prepend(BankHeading)));

        var dry = await Import(file, dryRun: true);
        dry["entered"].GetInt32().ShouldBe(1);
        (await unnotified.Read())["payment"].GetProperty("state").GetString().ShouldBe("Unpaid");
        var imported = await Import(file, dryRun: false);
        Outcomes(imported)
            .ShouldBe(
                new()
                {
                    ["DepositMatched"] = 9,
                    ["Matched"] = 5,
                    ["AmountDiffers"] = 1,
                    ["Entered"] = 1,
                    ["PaidTwice"] = 1,
                }
            );
        Outcomes(dry).ShouldBe(Outcomes(imported));

        var book = await Book(Month);
        Differences(book)
            .ShouldBe(
                [
                    "receipt-lost:津罚24A0014",
                    "handover-late:津罚24A0023",
                    $"bank-amount-differs:{paid[2].Transaction}",
                    "bank-paid-twice:T240525001",
                ],
                ignoreOrder: true
            );
        book["balances"].GetBoolean().ShouldBeTrue(book["checks"].ToString());
        var collected = receipts.SelectMany(r => r).Sum(Fen);
        book["moved"].GetProperty("collectedFen").GetInt64().ShouldBe(collected);
        book["moved"].GetProperty("depositedFen").GetInt64().ShouldBe(collected);
        book["moved"].GetProperty("paidByBankFen").GetInt64().ShouldBe(6 * 50_00 + 60_00);
        book["moved"].GetProperty("paidNotOwedFen").GetInt64().ShouldBe(50_00);
        book["closing"].GetProperty("withOfficersFen").GetInt64().ShouldBe(0);
        book["closing"].GetProperty("withOrganFen").GetInt64().ShouldBe(0);
        ReceiptsOf(book).ShouldBe((30, 0, 5, 24, 1, 0));

        await AFileSaysNothingTwice(file, rows, imported);
        await AMonthIsClosedByTwo(paid[2].Transaction);
        await WhatComesLaterGoesIntoTheNextMonth(batch);
    }

    [Fact]
    public async Task Money_is_in_one_place_on_every_day_and_what_is_not_yet_received_shows()
    {
        var batch = (await api.GivenReceipts("A01", "A03"))["id"].GetGuid();
        await api.Move(batch, "Issue", "A01", "A03", "hg-officer1");
        await Collect(1, "A01", At(13), 30_00);
        await Collect(1, "A02", At(13), 40_00);
        var said = await api.SignedInAs("hg-officer1")
            .PostJson("fines/handovers", new { receiptNumbers = new[] { "A01" }, doneAt = At(14) });
        said.Status.ShouldBe(201, said.Body.ToString());
        var handover = said["id"].GetGuid();

        (
            await api.SignedInAs("hg-officer1")
                .PostJson($"fines/handovers/{handover}/receipt", new { countedFen = 30_00, doneAt = At(14) }, ifMatch: said.ETag)
        ).ShouldBeProblem(403, "access.not-allowed");
        (await Keys()).ShouldContain($"handover-unconfirmed:{said["number"].GetString()}");
        (
            await api.SignedInAs("hg-cashier")
                .PostJson($"fines/handovers/{handover}/receipt", new { countedFen = 29_99, doneAt = At(14, 11) }, ifMatch: said.ETag)
        ).Status.ShouldBe(200);
        (await Keys()).ShouldBe(
            [$"handover-count-differs:{said["number"].GetString()}", "handover-overdue:A02", "deposit-overdue:A01"],
            ignoreOrder: true
        );

        foreach (var (day, officers, organ) in new[] { (12, 0, 0), (13, 70_00, 0), (14, 40_00, 30_00) })
        {
            var read = await api.SignedInAs("hg-cashier").GetJson($"fines/day-book?day=2024-05-{day}");
            read["closing"].GetProperty("withOfficersFen").GetInt64().ShouldBe(officers);
            read["closing"].GetProperty("withOrganFen").GetInt64().ShouldBe(organ);
        }
        var duties = await api.SignedInAs("hg-cashier").GetJson("fines/cash-duties");
        duties["items"]
            .EnumerateArray()
            .Select(d => (d.GetProperty("kind").GetString(), d.GetProperty("reference").GetString(), d.GetProperty("warning").GetString()))
            .ShouldBe([("HandIn", "A02", "Overdue"), ("Deposit", "A01", "Overdue"), ("CloseMonth", "2024-05", "None")]);
        var slip = await api.SignedInAs("hg-cashier").GetJson($"fines/handovers/{handover}/file");
        slip.ContentHeaders.ContentType?.MediaType.ShouldBe("application/pdf");
        var text = EnforcementCases.Pdf.Tests.Poppler.CopiedText(slip.Bytes);
        text.ShouldContain("收缴款项交接单");
        text.ShouldContain("A01");
        text.ShouldContain("汉一鸣");
        text.ShouldContain("汉财清");
        (await api.SignedInAs("hg-cashier").GetJson($"fines/handovers/{handover}/file")).Bytes.ShouldBe(slip.Bytes);
    }

    [Fact]
    [Rule("APL-70")]
    public async Task Receipts_are_moved_by_the_cashier_in_spans_and_on_the_version_that_stands()
    {
        var entered = await api.GivenReceipts("B001", "B010");
        var batch = entered["id"].GetGuid();
        var cashier = api.SignedInAs("hg-cashier");
        object Body(string move, string? officer = "hg-officer1") =>
            new
            {
                move,
                from = "B001",
                to = "B005",
                officerId = officer is null ? (Guid?)null : Api.Access.DemoIds.Person(officer),
                doneAt = ReceiptSteps.InStock,
            };

        (await cashier.PostJson($"fines/receipt-batches/{batch}/movements", Body("Issue"))).ShouldBeProblem(
            428,
            "request.if-match-missing"
        );
        (await api.Move(batch, "Issue", "B001", "B005", "hg-officer1", @as: "hg-officer1")).ShouldBeProblem(403, "access.not-allowed");
        (await api.Move(batch, "Issue", "B001", "B005", "hg-auxiliary")).ShouldBeProblem(422, "officers.auxiliary-acting");
        (await api.Move(batch, "Issue", "B001", "B005")).Status.ShouldBe(400); // to whom?
        (await api.Move(batch, "Issue", "B001", "B005", "hg-officer1")).Status.ShouldBe(200);
        (await cashier.PostJson($"fines/receipt-batches/{batch}/movements", Body("TakeBack"), ifMatch: entered.ETag)).ShouldBeProblem(
            412,
            "request.stale"
        );
        (await api.Move(batch, "Issue", "B005", "B006", "hg-officer2")).ShouldBeProblem(409, "treasury-receipt.wrong-state");
        (await api.Move(batch, "Void", "B006", ground: "Damaged", reason: "受潮")).Status.ShouldBe(200);
        (await api.Move(batch, "ReturnToTreasury", "B009", "B010")).Status.ShouldBe(200);
        (
            await cashier.PostJson(
                "fines/receipt-batches",
                new
                {
                    from = "B010",
                    to = "B020",
                    source = "x",
                    doneAt = ReceiptSteps.InStock,
                }
            )
        ).ShouldBeProblem(409, "receipt-batch.numbers-taken");

        var @case = await api.GivenDecidedCase();
        (await @case.Act("collect-on-the-spot", Cash("B007", 50_00, @case.DecidedAt))).ShouldBeProblem(
            422,
            "treasury-receipt.not-held",
            "APL-70"
        );
        (await @case.Act("collect-on-the-spot", Cash("B001", 50_00, @case.DecidedAt), "hg-officer2")).ShouldBeProblem(
            422,
            "treasury-receipt.not-held",
            "APL-70"
        );
        (await @case.Act("collect-on-the-spot", Cash("X999", 50_00, @case.DecidedAt))).ShouldBeProblem(
            422,
            "treasury-receipt.not-held",
            "APL-70"
        );
        var read = await cashier.GetJson($"fines/receipt-batches/{batch}");
        read["spans"]
            .EnumerateArray()
            .Select(s => (s.GetProperty("from").GetString(), s.GetProperty("to").GetString(), s.GetProperty("state").GetString()))
            .ShouldBe([
                ("B001", "B005", "WithOfficer"),
                ("B006", "B006", "Voided"),
                ("B007", "B008", "InHand"),
                ("B009", "B010", "Returned"),
            ]);
        var stock = await cashier.GetJson("fines/receipt-book");
        stock["balances"].GetBoolean().ShouldBeTrue();
        (await cashier.GetJson("fines/receipts/B006"))["steps"].GetArrayLength().ShouldBe(2);
        (await api.SignedInAs("xc-cashier").GetJson($"fines/receipt-batches/{batch}")).ShouldBeProblem(404, "receipt-batch.not-found");
    }

    [Fact]
    public async Task Rows_that_cannot_be_read_are_named_and_the_others_go_on()
    {
        var @case = await api.GivenDecidedCase(50_00, At(13));
        var late = await api.GivenDecidedCase(50_00, At(6));
        var revoked = await api.GivenDecidedCase(50_00, At(13));
        await revoked.Revoke();
        var told = await api.GivenDecidedCase(50_00, At(13));
        await told.Pays(50_00, At(14));
        string[] rows =
        [
            BankHeading,
            $"R1,缴款,{@case.PaymentCode},,49.99,2024-05-14 10:00:00,电子",
            $"R2,缴款,{late.PaymentCode},,50.00,2024-05-28 10:00:00,电子",
            $"R3,缴款,{revoked.PaymentCode},,50.00,2024-05-14 10:00:00,电子",
            "R4,缴款,00000000000000000000,,50.00,2024-05-14 10:00:00,电子",
            "R5,退款,,TK-1,50.00,2024-05-14 10:00:00,柜面",
            "R6,转账,,X,50.00,2024-05-14 10:00:00,柜面",
            "R7,缴款,1,,50.001,2024-05-14 10:00:00,柜面",
            "R8,缴款,1,,1000000000.00,2024-05-14 10:00:00,柜面",
            "R9,缴款,1,,79228162514264337593543950335,2024-05-14 10:00:00,柜面",
            "R10,缴款,1,,-50.00,2024-05-14 10:00:00,柜面",
            "R4,缴款,00000000000000000000,,50.00,2024-05-14 10:00:00,电子",
        ];

        var report = await Import(Encoding.UTF8.GetBytes(string.Join('\n', rows)), dryRun: false);

        report["rows"]
            .EnumerateArray()
            .Select(r => r.GetProperty("outcome").GetString())
            .ShouldBe([
                "Underpaid",
                "PaidLate",
                "PaidAfterRevocation",
                "CodeUnknown",
                "RefundUnknown",
                "Malformed",
                "Malformed",
                "Malformed",
                "Malformed",
                "Malformed",
                "Repeated",
                "NotInBankFile",
            ]);
        (await late.Read())["payment"].GetProperty("state").GetString().ShouldBe("Paid");
        var owed = await api.SignedInAs("hg-cashier").GetJson("fines/payments-not-owed?open=true");
        var back = owed.Body.EnumerateArray().Single();
        var route = $"fines/payments-not-owed/{back.GetProperty("id").GetGuid()}/refund";
        var tag = $"\"{back.GetProperty("id").GetGuid():N}.{back.GetProperty("version").GetInt32()}\"";
        object Refund(long fen) =>
            new
            {
                amountFen = fen,
                reference = "TK-2",
                doneAt = At(27),
            };
        (await api.SignedInAs("hg-cashier").PostJson(route, Refund(50_00), ifMatch: tag)).ShouldBeProblem(
            409,
            "payment-not-owed.not-approved"
        );
        var approved = await api.SignedInAs("hg-deputy1")
            .PostJson(route.Replace("/refund", "/approval", StringComparison.Ordinal), new { doneAt = At(26) }, ifMatch: tag);
        approved.Status.ShouldBe(200, approved.Body.ToString());
        tag = approved.ETag!;
        (await api.SignedInAs("hg-cashier").PostJson(route, Refund(49_99), ifMatch: tag)).ShouldBeProblem(
            422,
            "payment-not-owed.not-the-whole"
        );
        (await api.SignedInAs("hg-cashier").PostJson(route, Refund(50_00), ifMatch: tag)).Status.ShouldBe(200);
        (await api.SignedInAs("hg-cashier").PostJson(route, Refund(50_00), ifMatch: tag)).ShouldBeProblem(412, "request.stale");
        (await api.SignedInAs("hg-cashier").GetJson("fines/payments-not-owed?open=true")).Body.GetArrayLength().ShouldBe(0);

        (await Post("不是文件"u8.ToArray())).ShouldBeProblem(422, "bank-statement.column-missing");
        (await Post("PK坏的"u8.ToArray())).ShouldBeProblem(400, "bank-statement.not-readable");
    }

    [Fact, Rule("SCL-36")]
    public async Task Interest_goes_by_the_voucher_of_its_refund_and_stands_in_a_column_of_its_own()
    {
        var @case = await api.GivenDecidedCase(50_00, At(13));
        await @case.Pays(50_00, At(13, 11));
        await @case.Revoke();
        (await @case.Act("refund", Refund(10_00, "TK-A", 10_01), "hg-cashier")).ShouldBeProblem(422, "refund.interest-implausible");
        await @case.Done("refund", Refund(10_00, "TK-A", 1), "hg-cashier");
        await @case.Done("refund", Refund(40_00, "TK-B", 3), "hg-cashier");
        string[] rows = [BankHeading, "R1,退款,,TK-A,10.01,2024-05-24 10:00:00,柜面", "R2,退款,,TK-B,40.00,2024-05-24 10:00:00,柜面"];

        var report = await Import(Encoding.UTF8.GetBytes(string.Join('\n', rows)), dryRun: false);

        Outcomes(report)["RefundMatched"].ShouldBe(1, report["rows"].ToString());
        report["rows"][1].GetProperty("text").GetString()!.ShouldContain("账面 40.03 元");
        var moved = (await Book(Month))["moved"];
        (moved.GetProperty("refundedFen").GetInt64(), moved.GetProperty("interestFen").GetInt64()).ShouldBe((50_00, 4));

        static object Refund(long fen, string voucher, long interest) =>
            new
            {
                amountFen = fen,
                reference = voucher,
                doneAt = At(23),
                interest = new
                {
                    amountFen = interest,
                    annualRatePercent = 0.2m,
                    rateSource = "活期存款利率",
                },
            };
    }

    [Fact]
    public async Task A_month_that_is_sent_back_opens_no_earlier_one()
    {
        var april = new DateTimeOffset(2024, 4, 10, 10, 0, 0, TimeSpan.FromHours(8));
        await (await api.GivenDecidedCase(50_00, april)).Pays(50_00, april.AddDays(1));
        await (await api.GivenDecidedCase(60_00, At(13))).Pays(60_00, At(14));
        var (cashier, second) = (api.SignedInAs("hg-cashier"), api.SignedInAs("hg-deputy1"));
        (await cashier.PostJson($"fines/months/{Month}/close")).ShouldBeProblem(409, "cash-month.earlier-open");
        (await cashier.PostJson("fines/months/2024-04/close")).Status.ShouldBe(200);
        (await second.PostJson("fines/months/2024-04/countersign")).Status.ShouldBe(200);
        (await cashier.PostJson($"fines/months/{Month}/close")).Status.ShouldBe(200);
        (await cashier.PostJson($"fines/months/{Month}/send-back", new { reason = "漏记" })).ShouldBeProblem(403, "cash-month.same-person");

        var back = await second.PostJson($"fines/months/{Month}/send-back", new { reason = "漏记" });

        back.Status.ShouldBe(200, back.Body.ToString());
        await (await api.GivenDecidedCase(70_00, april.AddDays(2))).Pays(70_00, april.AddDays(3)); // told late
        Moved(await Book("2024-04")).ShouldBe(50_00);
        Moved(await Book(Month)).ShouldBe(130_00);

        static long Moved(ApiAnswer book) => book["moved"].GetProperty("paidByBankFen").GetInt64();
    }

    [Fact]
    [Rule("APL-71")]
    public async Task A_part_of_a_slip_goes_to_the_bank_after_the_whole_was_counted()
    {
        var batch = (await api.GivenReceipts("C01", "C02"))["id"].GetGuid();
        await api.Move(batch, "Issue", "C01", "C02", "hg-officer1");
        var first = await Collect(1, "C01", At(13), 30_00);
        await Collect(1, "C02", At(13), 40_00);
        var said = await api.SignedInAs("hg-officer1")
            .PostJson("fines/handovers", new { receiptNumbers = new[] { "C01", "C02" }, doneAt = At(14) });
        said.Status.ShouldBe(201, said.Body.ToString());

        (await first.Act("remit-to-bank", Part(), "hg-cashier")).ShouldBeProblem(422, "cash-handover.part-deposited-uncounted");

        var counted = new { countedFen = 70_00, doneAt = At(14, 11) };
        var slip = $"fines/handovers/{said["id"].GetGuid()}/receipt";
        (await api.SignedInAs("hg-cashier").PostJson(slip, counted, ifMatch: said.ETag)).Status.ShouldBe(200);
        await first.Done("remit-to-bank", Part(), "hg-cashier");

        static object Part() => new { receiptNumber = "C01", doneAt = At(14, 15) };
    }

    [Fact]
    public async Task What_another_street_booked_under_a_transaction_is_a_difference_and_its_money_is_not_told()
    {
        var theirs = await GivenCaseOfTheOtherStreet(77_00, At(13));
        (await api.Notify(theirs.Payment(77_00, "T-OTHER", At(14)))).Status.ShouldBe(200);
        var mine = await api.GivenDecidedCase(50_00, At(13));

        foreach (var code in new[] { mine.PaymentCode, theirs.PaymentCode })
        {
            var rows = $"{BankHeading}\nT-OTHER,缴款,{code},,50.00,2024-05-14 10:00:00,电子";

            var report = await Import(Encoding.UTF8.GetBytes(rows), dryRun: false);

            report["rows"][0].GetProperty("outcome").GetString().ShouldBeOneOf("CodeUnknown", "AmountDiffers");
            report["rows"][0].GetProperty("text").GetString()!.ShouldNotContain("77.00");
            report["rows"][0].GetProperty("caseId").ToString().ShouldNotBe(theirs.Id.ToString());
        }
        (await mine.Read())["payment"].GetProperty("state").GetString().ShouldBe("Unpaid");
    }

    private async Task<DecidedCase> GivenCaseOfTheOtherStreet(long fen, DateTimeOffset at)
    {
        var body = CaseSteps.ASimpleCase(fen, at);
        body["officers"] = new[] { CaseSteps.AnOfficer("xc-officer1"), CaseSteps.AnOfficer("xc-officer2") };
        var decided = await api.SignedInAs("xc-officer1").PostJson("simple-cases", body);
        decided.Status.ShouldBe(201, decided.Body.ToString());
        return new(api, decided["id"].GetGuid(), decided["number"].GetString()!, decided["paymentCode"].GetString(), at);
    }

    private async Task AFileSaysNothingTwice(byte[] file, List<string> rows, ApiAnswer imported)
    {
        var before = (await Book(Month)).Body.GetRawText();

        var again = await Import(file, dryRun: false);
        again["importedBefore"].GetBoolean().ShouldBeTrue();
        again["id"].GetGuid().ShouldBe(imported["id"].GetGuid());
        var workbook = await Import(TestSheet.Of(rows.Prepend(BankHeading).Select(r => r.Split(','))), dryRun: false);
        workbook["entered"].GetInt32().ShouldBe(0);
        Outcomes(workbook)
            .ShouldBe(
                new()
                {
                    ["DepositMatched"] = 9,
                    ["Matched"] = 6,
                    ["AmountDiffers"] = 1,
                    ["PaidTwice"] = 1,
                }
            );

        (await Book(Month)).Body.GetRawText().ShouldBe(before);
    }

    private async Task AMonthIsClosedByTwo(string offByOneFen)
    {
        var cashier = api.SignedInAs("hg-cashier");
        (await cashier.PostJson($"fines/months/{Month}/close")).ShouldBeProblem(422, "cash-month.difference-unexplained");
        (
            await cashier.PostJson(
                "fines/difference-notes",
                new
                {
                    month = Month,
                    difference = "receipt-lost:津罚24A0001",
                    text = "没有丢",
                }
            )
        ).ShouldBeProblem(404, "cash-difference.not-found");
        foreach (
            var (key, note) in new[]
            {
                ("receipt-lost:津罚24A0014", "已向区财政局书面报告"),
                ("handover-late:津罚24A0023", "承办人住院，已批评教育"),
                ($"bank-amount-differs:{offByOneFen}", "银行更正函已收"),
                ("bank-paid-twice:T240525001", "已列入待退"),
            }
        )
            (
                await cashier.PostJson(
                    "fines/difference-notes",
                    new
                    {
                        month = Month,
                        difference = key,
                        text = note,
                    }
                )
            ).Status.ShouldBe(200);
        (await api.SignedInAs("hg-head").PostJson($"fines/months/{Month}/countersign")).ShouldBeProblem(409, "cash-month.not-closed");
        (await cashier.PostJson($"fines/months/{Month}/close")).Status.ShouldBe(200);
        (await cashier.PostJson($"fines/months/{Month}/countersign")).ShouldBeProblem(403, "cash-month.same-person");
        (await api.SignedInAs("hg-deputy1").PostJson($"fines/months/{Month}/countersign")).Status.ShouldBe(200);
        (await cashier.PostJson($"fines/months/{Month}/close")).ShouldBeProblem(409, "cash-month.already-closed");
        var sheet = await cashier.GetJson($"fines/month-book/workbook?month={Month}");
        sheet.ContentHeaders.ContentType?.MediaType.ShouldBe(SpreadsheetFile.MediaType);
    }

    private async Task WhatComesLaterGoesIntoTheNextMonth(Guid batch)
    {
        var before = (await Book(Month)).Body.GetRawText();
        await Collect(1, Receipt(9), At(30), 20_00); // arrives after May was closed

        (await Book(Month)).Body.GetRawText().ShouldBe(before);
        var june = await Book("2024-06");
        june["moved"].GetProperty("collectedFen").GetInt64().ShouldBe(20_00);
        june["balances"].GetBoolean().ShouldBeTrue(june["checks"].ToString());
        ReceiptsOf(june).ShouldBe((30, 0, 4, 25, 1, 0));
        Differences(june).ShouldBe(["handover-overdue:津罚24A0009"]);
        (await api.Move(batch, "Announce", Receipt(14), reason: "《滨海时报》第 3 版声明作废", at: At(22))).Status.ShouldBe(200);
    }

    /// <summary>A case of an officer and a colleague, decided and collected at once.</summary>
    private Task Collect(int officer, int receipt, DateTimeOffset at, long fen) => Collect(officer, Receipt(receipt), at, fen);

    private async Task<DecidedCase> Collect(int officer, string receipt, DateTimeOffset at, long fen)
    {
        var account = $"hg-officer{officer}";
        var body = CaseSteps.ASimpleCase(fen, at);
        body["officers"] = new[] { CaseSteps.AnOfficer(account), CaseSteps.AnOfficer(officer == 1 ? "hg-officer2" : "hg-officer1") };
        var decided = await api.SignedInAs(account).PostJson("simple-cases", body);
        decided.Status.ShouldBe(201, decided.Body.ToString());
        var @case = new DecidedCase(api, decided["id"].GetGuid(), decided["number"].GetString()!, decided["paymentCode"].GetString(), at);
        await @case.Done("collect-on-the-spot", Cash(receipt, fen, at), account);
        return @case;
    }

    private async Task<Guid> HandOver(DateTimeOffset at, int receipt)
    {
        var answer = await api.SignedInAs("hg-cashier")
            .PostJson(
                "fines/handovers",
                new
                {
                    receiptNumbers = new[] { Receipt(receipt) },
                    countedFen = Fen(receipt),
                    doneAt = at,
                }
            );
        answer.Status.ShouldBe(201, answer.Body.ToString());
        answer["number"].GetString()!.ShouldContain("交接字〔2024〕");
        return answer["id"].GetGuid();
    }

    private async Task<(string Slip, long Fen, int Day)> Deposit(DateTimeOffset at, List<Guid> handovers)
    {
        var fen = 0L;
        foreach (var handover in handovers)
            fen += (await api.SignedInAs("hg-cashier").GetJson($"fines/handovers/{handover}"))["amountFen"].GetInt64();
        var slip = $"HD{at:MMdd}-{handovers.Count}";
        var answer = await api.SignedInAs("hg-cashier")
            .PostJson(
                "fines/deposits",
                new
                {
                    handoverIds = handovers,
                    bankSlip = slip,
                    depositedFen = fen,
                    doneAt = at,
                }
            );
        answer.Status.ShouldBe(200, answer.Body.ToString());
        return (slip, fen, at.Day);
    }

    private async Task<ApiAnswer> Import(byte[] file, bool dryRun)
    {
        var answer = await Post(file, dryRun);
        answer.Status.ShouldBe(200, answer.Body.ToString());
        return answer;
    }

    private Task<ApiAnswer> Post(byte[] file, bool dryRun = false)
    {
        var content = new ByteArrayContent(file);
        content.Headers.ContentType = new MediaTypeHeaderValue(file is [(byte)'P', (byte)'K', ..] ? SpreadsheetFile.MediaType : "text/csv");
        return api.SignedInAs("hg-cashier").Send(HttpMethod.Post, $"fines/bank-statements?dryRun={(dryRun ? "true" : "false")}", content);
    }

    private async Task<ApiAnswer> Book(string month)
    {
        var answer = await api.SignedInAs("hg-cashier").GetJson($"fines/month-book?month={month}");
        answer.Status.ShouldBe(200, answer.Body.ToString());
        return answer;
    }

    private async Task<List<string>> Keys() => Differences(await Book(Month));

    private static List<string> Differences(ApiAnswer book) =>
        [.. book["differences"].EnumerateArray().Select(d => d.GetProperty("key").GetString()!)];

    private static Dictionary<string, int> Outcomes(ApiAnswer report) =>
        report["rows"]
            .EnumerateArray()
            .GroupBy(r => r.GetProperty("outcome").GetString()!)
            .ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);

    private static (long, long, long, long, long, long) ReceiptsOf(ApiAnswer book)
    {
        long Of(string name) => book["receipts"].GetProperty(name).GetInt64();
        return (Of("received"), Of("inHand"), Of("withOfficers"), Of("used"), Of("voided"), Of("returned"));
    }

    private static object Cash(string receipt, long fen, DateTimeOffset at) =>
        new
        {
            amountFen = fen,
            ground = "SmallFine",
            reason = (string?)null,
            receiptNumber = receipt,
            doneAt = at,
        };

    private static string Receipt(int serial) => $"津罚24A{serial:0000}";

    private static long Fen(int receipt) => 20_00 + receipt * 100;

    private static string Yuan(long fen) => (fen / 100m).ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>A day of May 2024: from the 6th to the 31st weekends alone are off, and Saturday the 11th is worked.</summary>
    private static DateTimeOffset At(int day, int hour = 10) => new(2024, 5, day, hour, 0, 0, TimeSpan.FromHours(8));
}
