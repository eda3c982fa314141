using EnforcementCases.Api.Tests.Cases;
using EnforcementCases.Api.Tests.Fixture;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Fines;

/// <summary>Cash on the spot: its grounds, its receipts, its way to the bank, and its way back.</summary>
public sealed class CashTests(ApiFixture api)
{
    /// <summary>行政处罚法 第六十七条至第七十条.</summary>
    [Theory]
    [Rule("APL-67-1")]
    [Rule("APL-68-1")]
    [Rule("APL-68-2")]
    [Rule("APL-69")]
    [Rule("APL-70")]
    [InlineData(100_00, "SmallFine", null, false, false, true, null, null)]
    [InlineData(100_01, "SmallFine", null, false, false, true, "on-the-spot-collection.not-a-small-fine", "APL-68-1")]
    [InlineData(100_01, "SmallFine", "流动摊贩", false, false, true, "on-the-spot-collection.not-a-small-fine", "APL-68-1")]
    [InlineData(100_01, "HardToCollectLater", "流动摊贩，无固定住所", false, false, true, null, null)]
    [InlineData(100_01, "HardToCollectLater", null, false, false, true, "on-the-spot-collection.not-hard-to-collect-later", "APL-68-2")]
    [InlineData(150_00, "RemoteArea", null, true, true, true, null, null)]
    [InlineData(150_00, "RemoteArea", null, false, true, true, "on-the-spot-collection.not-remote-or-not-asked", "APL-69")]
    [InlineData(150_00, "RemoteArea", null, true, false, true, "on-the-spot-collection.not-remote-or-not-asked", "APL-69")]
    [InlineData(50_00, null, null, false, false, true, "on-the-spot-collection.no-ground", "APL-67-1")]
    [InlineData(50_00, "SmallFine", null, false, false, false, "on-the-spot-collection.receipt-missing", "APL-70")]
    public async Task Cash_is_taken_only_on_a_ground_and_against_a_receipt(
        long fineFen,
        string? ground,
        string? reason,
        bool partyAsked,
        bool remoteArea,
        bool receipt,
        string? code,
        string? rule
    )
    {
        var @case = await api.GivenDecidedCase(fineFen);

        var answer = await @case.Act(
            "collect-on-the-spot",
            new
            {
                amountFen = fineFen,
                ground,
                reason,
                receiptNumber = receipt ? await api.GivenReceipt() : null,
                doneAt = @case.DecidedAt,
                partyAsked,
                remoteArea,
            }
        );

        if (code is null)
            answer.Status.ShouldBe(200, answer.Body.ToString());
        else
            answer.ShouldBeProblem(422, code, rule);
        (await @case.Read())["payment"].GetProperty("paidFen").GetInt64().ShouldBe(code is null ? fineFen : 0);
    }

    [Fact]
    [Rule("APL-70")]
    public async Task A_receipt_number_is_used_once_however_it_is_spelled()
    {
        var receipt = await api.GivenReceipt();
        var first = await api.GivenDecidedCase();
        var second = await api.GivenDecidedCase();
        await first.Done("collect-on-the-spot", Cash(first, 50_00, receipt));

        (await second.Act("collect-on-the-spot", Cash(second, 50_00, receipt))).ShouldBeProblem(
            409,
            "on-the-spot-collection.receipt-already-used",
            "APL-70"
        );
        var fullWidth = string.Concat(receipt.Select(c => char.IsAsciiDigit(c) ? (char)(c - '0' + '０') : c));
        (await second.Act("collect-on-the-spot", Cash(second, 50_00, fullWidth))).ShouldBeProblem(
            409,
            "on-the-spot-collection.receipt-already-used",
            "APL-70"
        );
    }

    [Fact]
    [Rule("APL-42-AUX")]
    public async Task Only_officers_of_the_case_take_cash()
    {
        var @case = await api.GivenDecidedCase();

        var receipt = await api.GivenReceipt();
        (await @case.Act("collect-on-the-spot", Cash(@case, 50_00, receipt), "hg-auxiliary")).ShouldBeProblem(403, "access.not-allowed");
        (await @case.Act("collect-on-the-spot", Cash(@case, 50_00, receipt), "hg-cashier")).ShouldBeProblem(403, "access.not-allowed");
        (await @case.Act("collect-on-the-spot", Cash(@case, 50_00, receipt), "hg-officer4")).ShouldBeProblem(
            403,
            "access.not-officer-of-case"
        );
    }

    [Fact]
    public async Task Cash_and_bank_together_never_exceed_the_fine()
    {
        var @case = await api.GivenDecidedCase(amountFen: 100_00);
        await @case.Pays(60_00);

        var receipt = await api.GivenReceipt();
        (await @case.Act("collect-on-the-spot", Cash(@case, 40_01, receipt))).ShouldBeProblem(422, "payment.over-fine");
        var answer = await @case.Done("collect-on-the-spot", Cash(@case, 40_00, receipt));

        answer["openDuties"].EnumerateArray().Select(d => d.GetString()).ShouldNotContain("缴纳罚款");
        (await api.Notify(@case.Payment(1)))["notOwedFen"].GetInt64().ShouldBe(1);
    }

    /// <summary>行政处罚法 第七十一条: taken on Wednesday 2023-06-21, Thursday to Saturday are off, Sunday 06-25 is worked.</summary>
    [Fact]
    [Rule("APL-71")]
    public async Task Two_timers_run_for_each_receipt()
    {
        var takenAt = new DateTimeOffset(2023, 6, 21, 15, 0, 0, TimeSpan.FromHours(8));
        var @case = await api.GivenDecidedCase(decidedAt: takenAt);
        var receipt = await api.GivenReceipt();
        await @case.Done("collect-on-the-spot", Cash(@case, 50_00, receipt));

        (await Timers(receipt, open: true)).ShouldBe([("RemitToOrgan", "2023-06-26", true)]);
        await @case.Done("remit-to-organ", new { receiptNumber = receipt, doneAt = takenAt.AddDays(5) });

        (await Timers(receipt, open: true)).ShouldBe([("RemitToBank", "2023-06-28", true)]);
        await @case.Done("remit-to-bank", new { receiptNumber = receipt, doneAt = takenAt.AddDays(7) }, "hg-cashier");

        (await Timers(receipt, open: true)).ShouldBeEmpty();
        (await Timers(receipt, open: false)).ShouldBe([("RemitToOrgan", "2023-06-26", false), ("RemitToBank", "2023-06-28", false)]);
    }

    [Fact]
    [Rule("APL-71")]
    public async Task On_water_the_officer_s_days_run_from_landing_and_a_late_step_stays_flagged()
    {
        var takenAt = new DateTimeOffset(2024, 5, 13, 10, 0, 0, TimeSpan.FromHours(8));
        var @case = await api.GivenDecidedCase(decidedAt: takenAt);
        var receipt = await api.GivenReceipt();
        var body = new
        {
            amountFen = 50_00,
            ground = "SmallFine",
            reason = (string?)null,
            receiptNumber = receipt,
            doneAt = takenAt,
            landedAt = takenAt.AddDays(2),
        };

        (await @case.Act("collect-on-the-spot", body with { landedAt = takenAt.AddDays(-1) })).ShouldBeProblem(
            409,
            "remittance.out-of-order"
        );
        await @case.Done("collect-on-the-spot", body);
        (await Timers(receipt, open: true)).ShouldBe([("RemitToOrgan", "2024-05-17", true)]);
        await @case.Done("remit-to-organ", new { receiptNumber = receipt, doneAt = takenAt.AddDays(7) }); // a Monday, one working day late

        (await Timers(receipt, open: false))[0].ShouldBe(("RemitToOrgan", "2024-05-17", true));
    }

    [Fact]
    public async Task Remittance_goes_in_order_and_by_receipt()
    {
        var @case = await api.GivenDecidedCase();
        var receipt = await api.GivenReceipt();
        object Step(int hours, string? number = null) =>
            new { receiptNumber = number ?? receipt, doneAt = @case.DecidedAt.AddHours(hours) };

        (await @case.Act("remit-to-organ", Step(1))).ShouldBeProblem(409, "remittance.nothing-to-remit");
        await @case.Done("collect-on-the-spot", Cash(@case, 50_00, receipt));
        (await @case.Act("remit-to-bank", Step(1), "hg-cashier")).ShouldBeProblem(409, "remittance.nothing-to-remit");
        (await @case.Act("remit-to-organ", Step(1, "UNKNOWN-1"))).ShouldBeProblem(404, "remittance.receipt-unknown");
        await @case.Done("remit-to-organ", Step(2), "hg-cashier");
        (await @case.Act("remit-to-organ", Step(2))).ShouldBeProblem(409, "remittance.nothing-to-remit");
        (await @case.Act("remit-to-bank", Step(1), "hg-cashier")).ShouldBeProblem(409, "remittance.out-of-order");
        (await @case.Act("remit-to-bank", Step(3))).ShouldBeProblem(403, "access.not-allowed");
        await @case.Done("remit-to-bank", Step(3), "hg-cashier");
    }

    [Fact]
    public async Task After_a_revocation_what_was_paid_is_refunded_to_the_fen_and_closes_the_case()
    {
        var @case = await api.GivenDecidedCase(amountFen: 100_00);
        await @case.Pays(70_01);
        object Refund(long amountFen, string reference, int hours = 27, long? interestFen = 1) => // paid a day after the decision
            new
            {
                amountFen,
                reference,
                doneAt = @case.DecidedAt.AddHours(hours),
                interest = interestFen is { } fen
                    ? new
                    {
                        amountFen = fen,
                        annualRatePercent = 1.5m,
                        rateSource = "中国人民银行活期存款利率",
                    }
                    : null,
            };
        var voucher = $"V{@case.Id:N}";

        (await @case.Act("refund", Refund(70_01, voucher), "hg-cashier")).ShouldBeProblem(409, "case.act-not-open");
        await @case.Revoke();
        (await @case.Act("close", new { doneAt = @case.DecidedAt.AddHours(4) })).ShouldBeProblem(422, "case.not-performed", "APL-72-END");
        (await @case.Act("refund", Refund(70_01, voucher))).ShouldBeProblem(403, "access.not-allowed");
        (await @case.Act("refund", Refund(70_02, voucher), "hg-cashier")).ShouldBeProblem(422, "refund.over-paid");
        (await @case.Act("refund", Refund(70_01, voucher, hours: 1), "hg-cashier")).ShouldBeProblem(422, "case.before-decision");
        (await @case.Act("refund", Refund(70_00, voucher, interestFen: null), "hg-cashier")).ShouldBeProblem(
            422,
            "refund.interest-missing",
            "SCL-36"
        );
        (await @case.Act("refund", Refund(70_00, voucher, hours: 24 * 31, interestFen: 8), "hg-cashier")).ShouldBeProblem(
            422,
            "refund.interest-missing", // 30 days at 1.5 % on 70 yuan are 8.75 fen
            "SCL-36"
        );
        (await @case.Done("refund", Refund(70_00, voucher), "hg-cashier"))["stage"].GetString().ShouldBe("Revoked");
        (await @case.Act("refund", Refund(1, voucher), "hg-cashier")).ShouldBeProblem(409, "refund.voucher-already-used");
        (await @case.Act("refund", Refund(2, voucher + "-2"), "hg-cashier")).ShouldBeProblem(422, "refund.over-paid");
        var last = await @case.Done("refund", Refund(1, voucher + "-2"), "hg-cashier");

        last["stage"].GetString().ShouldBe("Closed");
        var payment = (await @case.Read())["payment"];
        payment.GetProperty("paidFen").GetInt64().ShouldBe(70_01);
        payment.GetProperty("refundedFen").GetInt64().ShouldBe(70_01);
        (await @case.Act("refund", Refund(1, voucher + "-3"), "hg-cashier")).ShouldBeProblem(409, "case.act-not-open");
    }

    [Fact]
    [Rule("APL-68-1"), Rule("APL-70"), Rule("APL-71")]
    public async Task Cash_taken_with_the_decision_is_in_its_call_and_on_its_paper()
    {
        var receipt = await api.GivenReceipt();
        var body = CaseSteps.ASimpleCase(50_00);
        body["collection"] = new { ground = "SmallFine", receiptNumber = receipt };

        var decided = await api.SignedInAs("hg-officer1").PostJson("simple-cases", body);

        decided.Status.ShouldBe(201, decided.Body.ToString());
        decided["paymentCode"].GetString().ShouldBeNull();
        decided["payBy"].GetString().ShouldBeNull();
        decided["duties"]
            .EnumerateArray()
            .Select(d => d.GetProperty("kind").GetString())
            .ShouldBe(["RemitToOrgan", "ReportBack"], ignoreOrder: true);
        var payment = (await api.SignedInAs("hg-officer1").GetJson($"cases/{decided["id"].GetGuid()}"))["payment"];
        payment.GetProperty("state").GetString().ShouldBe("Paid");
        (await Timers(receipt, open: true)).Select(t => t.Step).ShouldBe(["RemitToOrgan"]);
        var print = $"cases/{decided["id"].GetGuid()}/documents/{decided["documentId"].GetGuid()}";
        (await api.SignedInAs("hg-officer1").PostJson($"{print}/prints", new { format = "A4" })).Status.ShouldBe(201);
        var paper = await api.SignedInAs("hg-officer1").GetJson($"{print}/file?format=A4");
        var text = EnforcementCases
            .Pdf.Tests.Poppler.CopiedText(paper.Bytes)
            .ReplaceLineEndings("")
            .Replace(" ", "", StringComparison.Ordinal);
        text.ShouldContain($"一百元以下罚款，票据号码{receipt}"); // the boxes are drawn
        text.ShouldNotContain("缴款码");
        text.ShouldNotContain("15日内（至");
    }

    [Fact]
    [Rule("APL-67-1"), Rule("APL-70")]
    public async Task A_decision_whose_cash_has_no_ground_or_receipt_is_not_made()
    {
        var receipt = await api.GivenReceipt();
        foreach (
            var (collection, code) in new (object, string)[]
            {
                (new { ground = (string?)null, receiptNumber = receipt }, "on-the-spot-collection.no-ground"),
                (new { ground = "SmallFine", receiptNumber = (string?)null }, "on-the-spot-collection.receipt-missing"),
                (new { ground = "SmallFine", receiptNumber = "NOT-HELD-1" }, "treasury-receipt.not-held"),
            }
        )
        {
            var body = CaseSteps.ASimpleCase(50_00);
            body["caseId"] = Guid.CreateVersion7();
            body["collection"] = collection;

            (await api.SignedInAs("hg-officer1").PostJson("simple-cases", body)).ShouldBeProblem(422, code);
            (await api.SignedInAs("hg-officer1").GetJson($"cases/{body["caseId"]}")).Status.ShouldBe(404);
        }
    }

    private static object Cash(DecidedCase @case, long amountFen, string receipt) =>
        new
        {
            amountFen,
            ground = "SmallFine",
            reason = (string?)null,
            receiptNumber = receipt,
            doneAt = @case.DecidedAt,
        };

    /// <summary>The timers of one receipt: step, last day, overdue.</summary>
    private async Task<List<(string Step, string LastDay, bool Overdue)>> Timers(string receipt, bool open)
    {
        var answer = await api.SignedInAs("hg-cashier").GetJson($"fines/remittances?open={(open ? "true" : "false")}");
        answer.Status.ShouldBe(200, answer.Body.ToString());
        return
        [
            .. answer["items"]
                .EnumerateArray()
                .Where(t => t.GetProperty("receiptNumber").GetString() == receipt)
                .Select(t =>
                    (t.GetProperty("step").GetString()!, t.GetProperty("lastDay").GetString()!, t.GetProperty("overdue").GetBoolean())
                ),
        ];
    }
}
