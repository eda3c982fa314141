using System.Globalization;
using System.Text;
using EnforcementCases.Api.Tests.Access;
using EnforcementCases.Api.Tests.Cases;
using EnforcementCases.Api.Tests.Fixture;
using EnforcementCases.Domain.Fines;
using EnforcementCases.Domain.Law;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Fines;

/// <summary>The bank tells of payments: signed, in time, once, and never more than the fine.</summary>
public sealed class PaymentCallbackTests(ApiFixture api)
{
    [Fact]
    public async Task A_payment_is_entered_and_the_last_duty_closes_the_case_when_it_was_done()
    {
        var @case = await api.GivenDecidedCase();
        await @case.Done("report-back", new { doneAt = @case.DecidedAt.AddDays(2) });

        var answer = await @case.Pays(50_00, @case.DecidedAt.AddDays(1)); // told later than the report, paid before it

        answer["amountFen"].GetInt64().ShouldBe(50_00);
        answer["paymentCode"].GetString().ShouldBe(@case.PaymentCode);
        var read = await @case.Read();
        read["payment"].GetProperty("state").GetString().ShouldBe("Paid");
        read["payment"].GetProperty("paidAt").GetDateTimeOffset().ShouldBe(@case.DecidedAt.AddDays(1));
        read["stage"].GetString().ShouldBe("Closed");
        read["closedAt"].GetDateTimeOffset().ShouldBe(@case.DecidedAt.AddDays(2));
    }

    [Fact]
    [Rule("APL-67-2")]
    public async Task The_lists_of_what_is_owed_follow_payments_and_the_last_day()
    {
        await using var own = await ApiFixture.StartAsync();
        var (paid, late) = (await own.GivenDecidedCase(), await own.GivenDecidedCase());
        async Task<Guid[]> Listed(string list) =>
            [
                .. (await own.SignedInAs("hg-officer1").GetJson($"cases?list={list}"))["items"]
                    .EnumerateArray()
                    .Select(i => i.GetProperty("id").GetGuid()),
            ];

        (await Listed("Unpaid")).ShouldBe([paid.Id, late.Id], ignoreOrder: true);
        await paid.Pays(20_00);
        (await Listed("Unpaid")).ShouldBe([paid.Id, late.Id], ignoreOrder: true);
        await paid.Pays(30_00);
        (await Listed("Unpaid")).ShouldBe([late.Id]);
        var over = LegalDate.EndOf(
            DateOnly.Parse((await late.Read())["payment"].GetProperty("payBy").GetString()!, CultureInfo.InvariantCulture)
        );
        own.Clock.Advance(over.AddMinutes(-1) - own.Clock.GetUtcNow());
        (await Listed("Overdue")).ShouldBeEmpty();
        own.Clock.Advance(TimeSpan.FromMinutes(2));
        (await Listed("Overdue")).ShouldBe([late.Id]);
        await late.Revoke();
        (await Listed("Unpaid")).ShouldBeEmpty();
    }

    [Fact]
    [Rule("APL-68-E")]
    public async Task A_phone_payment_on_the_scene_is_no_collection_and_starts_no_remittance()
    {
        var @case = await api.GivenDecidedCase(amountFen: 200_00);

        await @case.Pays(200_00, @case.DecidedAt.AddMinutes(1));

        var deadlines = await api.SignedInAs("hg-officer1").GetJson($"cases/{@case.Id}/deadlines");
        deadlines.Body.GetRawText().ShouldNotContain("RemitTo");
    }

    [Fact]
    public async Task Told_again_it_answers_as_the_first_time_and_enters_nothing()
    {
        var @case = await api.GivenDecidedCase();
        var payment = @case.Payment(20_00);
        var first = await api.Notify(payment);

        var again = await api.Notify(payment);
        await @case.Pays(30_00);
        await @case.Revoke();
        var muchLater = await api.Notify(payment);

        again.Status.ShouldBe(200);
        again.Replayed.ShouldBeTrue();
        again.Body.GetRawText().ShouldBe(first.Body.GetRawText());
        muchLater.Body.GetRawText().ShouldBe(first.Body.GetRawText());
        (await @case.Read())["payment"].GetProperty("paidFen").GetInt64().ShouldBe(50_00);
    }

    [Fact]
    public async Task Told_ten_times_at_once_it_is_entered_once()
    {
        var @case = await api.GivenDecidedCase();
        var payment = @case.Payment(20_00);

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => api.Notify(payment)));

        answers.ShouldAllBe(a => a.Status == 200);
        answers.Select(a => a["paymentId"].GetGuid()).Distinct().Count().ShouldBe(1);
        (await @case.Read())["payment"].GetProperty("paidFen").GetInt64().ShouldBe(20_00);
    }

    [Fact]
    public async Task Parts_that_come_at_once_are_taken_up_to_the_fine_and_the_others_wait_to_be_refunded()
    {
        var @case = await api.GivenDecidedCase(amountFen: 100_00);

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => api.Notify(@case.Payment(25_00))));

        answers.ShouldAllBe(a => a.Status == 200);
        answers.Count(a => a["notOwedFen"].GetInt64() == 0).ShouldBe(4);
        answers.Count(a => a["notOwedFen"].GetInt64() == 25_00 && a["because"].GetString() == "PaidTwice").ShouldBe(4);
        var payment = (await @case.Read())["payment"];
        payment.GetProperty("paidFen").GetInt64().ShouldBe(100_00);
        payment.GetProperty("notOwedFen").GetInt64().ShouldBe(100_00);
    }

    [Fact]
    public async Task The_bank_s_id_with_another_amount_or_code_is_refused_and_told_to_the_security_log()
    {
        var @case = await api.GivenDecidedCase();
        var other = await api.GivenDecidedCase();
        await api.Notify(@case.Payment(20_00, "SAME-ID-" + @case.Id));

        (await api.Notify(@case.Payment(30_00, "SAME-ID-" + @case.Id))).ShouldBeProblem(409, "payment.transaction-reused");
        (await api.Notify(other.Payment(20_00, "SAME-ID-" + @case.Id))).ShouldBeProblem(409, "payment.transaction-reused");

        (await @case.Read())["payment"].GetProperty("paidFen").GetInt64().ShouldBe(20_00);
        (await other.Read())["payment"].GetProperty("paidFen").GetInt64().ShouldBe(0);
    }

    [Fact]
    public async Task A_payment_that_cannot_be_booked_is_told_to_the_security_log_of_the_street()
    {
        await using var own = await ApiFixture.StartAsync();
        var @case = await own.GivenDecidedCase();

        (await own.Notify(@case.Payment(50_00, paidAt: @case.DecidedAt.AddSeconds(-1)))).ShouldBeProblem(422, "case.before-decision");

        (await own.SecurityEventsOf("hg-auditor")).ShouldContain("PaymentRefused");
        (await own.SecurityEventsOf("xc-auditor")).ShouldNotContain("PaymentRefused");
    }

    [Theory]
    [InlineData(-1, 422, "case.before-decision")]
    [InlineData(0, 200, null)]
    public async Task Nothing_is_paid_before_the_decision(int seconds, int status, string? code)
    {
        var @case = await api.GivenDecidedCase();

        var answer = await api.Notify(@case.Payment(50_00, paidAt: @case.DecidedAt.AddSeconds(seconds)));

        answer.Status.ShouldBe(status);
        if (code is not null)
            answer.ShouldBeProblem(status, code);
    }

    [Fact]
    public async Task What_does_not_fit_is_refused_by_name()
    {
        var @case = await api.GivenDecidedCase();
        var unknown = @case.Payment(50_00);
        unknown["paymentCode"] = PaymentCode.WithCheckDigit("1234567890123456789");
        var cash = @case.Payment(50_00);
        cash["channel"] = "Cash";
        var withState = @case.Payment(50_00);
        withState["state"] = "Paid";

        (await api.Notify(@case.Payment(50_00, paidAt: DateTimeOffset.UtcNow.AddMinutes(7)))).ShouldBeProblem(422, "time.in-future");
        (await api.Notify(unknown)).ShouldBeProblem(404, "payment.code-unknown");
        (await api.Notify(@case.Payment(0))).ShouldBeProblem(400, "request.invalid");
        (await api.Notify(@case.Payment(-1))).ShouldBeProblem(400, "request.invalid");
        (await api.Notify(cash)).ShouldBeProblem(400, "request.invalid");
        (await api.Notify(withState)).ShouldBeProblem(400, "request.malformed");
        (await api.Notify(Encoding.UTF8.GetBytes("{\"bankTransactionId\":"))).ShouldBeProblem(400, "request.malformed");
        (await @case.Read())["payment"].GetProperty("paidFen").GetInt64().ShouldBe(0);
    }

    [Fact]
    public async Task A_call_that_is_not_signed_with_the_bank_s_key_is_nobody_s()
    {
        var @case = await api.GivenDecidedCase();
        var payment = @case.Payment(50_00);
        var earlier = api.Clock.GetUtcNow().AddMinutes(-1).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

        (await api.Notify(payment, _ => null)).ShouldBeProblem(401, "payment-callback.not-signed");
        (await api.Notify(payment, _ => new string('0', 64))).ShouldBeProblem(401, "payment-callback.not-signed");
        (await api.Notify(payment, _ => new string('g', 64))).ShouldBeProblem(401, "payment-callback.not-signed");
        (await api.Notify(payment, key: new byte[32])).ShouldBeProblem(401, "payment-callback.not-signed");
        (await api.Notify(payment, sentAt: null)).ShouldBeProblem(401, "payment-callback.not-in-time");
        (await api.Anonymous.PostJson("payments/callback", payment)).ShouldBeProblem(401, "payment-callback.not-signed");
        (await api.SignedInAs("hg-integration").PostJson("payments/callback", payment)).ShouldBeProblem(401, "payment-callback.not-signed");
        (await api.Notify(payment, right => right.ToUpperInvariant(), earlier)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_body_changed_on_the_way_is_refused()
    {
        var @case = await api.GivenDecidedCase();
        string? stolen = null;
        string? sentAt = api.Clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        await api.Notify(@case.Payment(10_00), right => stolen = right, sentAt);

        (await api.Notify(@case.Payment(50_00), _ => stolen, sentAt)).ShouldBeProblem(401, "payment-callback.not-signed");
    }

    [Theory]
    [InlineData(-301, 401)]
    [InlineData(-240, 200)]
    [InlineData(240, 200)]
    [InlineData(330, 401)]
    public async Task A_call_is_worth_something_for_five_minutes(int seconds, int status)
    {
        var @case = await api.GivenDecidedCase();
        var sentAt = api.Clock.GetUtcNow().AddSeconds(seconds).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

        var answer = await api.Notify(@case.Payment(10_00), sentAt: sentAt);

        answer.Status.ShouldBe(status);
        if (status == 401)
            answer.ShouldBeProblem(401, "payment-callback.not-in-time");
    }

    [Fact]
    public async Task A_warning_has_nothing_to_pay_and_every_fine_a_code_of_its_own_that_checks_itself()
    {
        var fined = await api.GivenDecidedCase();
        var other = await api.GivenDecidedCase();

        (await api.GivenDecidedCase(amountFen: 0)).PaymentCode.ShouldBeNull();
        PaymentCode.IsWellFormed(fined.PaymentCode!).ShouldBeTrue();
        fined.PaymentCode.ShouldNotBe(other.PaymentCode);
    }
}
