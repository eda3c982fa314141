using System.Net;
using System.Security.Cryptography;
using System.Text;
using EnforcementCases.Api.Tests.Cases;
using EnforcementCases.Api.Tests.Fixture;
using EnforcementCases.Api.Webhooks;
using EnforcementCases.Domain.Webhooks;
using EnforcementCases.Persistence;
using EnforcementCases.Platform.Jobs;
using EnforcementCases.Platform.Operations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Webhooks;

/// <summary>Events of cases reach the systems that subscribe to them: each at least once, in order per case, whatever the receiver does.</summary>
public sealed class WebhookTests
{
    private static readonly CancellationToken Never = CancellationToken.None;

    [Fact]
    public async Task An_event_is_a_signed_cloud_event_without_personal_data()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var api = await WebhookSteps.StartAsync();
        var (id, secret) = await api.Subscribed(receiver.Url);
        var @case = await api.GivenDecidedCase();

        await api.Dispatch();

        var got = receiver.Received.ShouldHaveSingleItem();
        got.Headers["content-type"].ShouldBe("application/cloudevents+json");
        got.Body.GetProperty("specversion").GetString().ShouldBe("1.0");
        got.Type.ShouldBe("cn.enforcement-cases.penalty-decided.v1");
        got.Body.GetProperty("data").GetProperty("caseId").GetGuid().ShouldBe(@case.Id);
        Encoding.UTF8.GetString(got.Bytes).ShouldNotContain(@case.PartyName);
        got.Headers["webhook-id"].ShouldBe(got.Id);
        var signed = Encoding.UTF8.GetBytes($"{got.Id}.{got.Headers["webhook-timestamp"]}.{Encoding.UTF8.GetString(got.Bytes)}");
        var key = Convert.FromBase64String(secret["whsec_".Length..]);
        got.Headers["webhook-signature"].ShouldBe($"v1,{Convert.ToBase64String(HMACSHA256.HashData(key, signed))}");
        (await api.Deliveries(id)).States().ShouldBe(["Delivered"]);
        var list = await api.SignedInAs(WebhookSteps.Admin).GetJson("admin/webhooks");
        list.Body.GetRawText().ShouldNotContain(secret);
    }

    [Fact]
    public async Task A_replaced_secret_signs_from_then_on()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var api = await WebhookSteps.StartAsync();
        var (id, secret) = await api.Subscribed(receiver.Url);
        var replaced = await api.SignedInAs(WebhookSteps.Admin).PostJson($"admin/webhooks/{id}/secret");
        replaced.Status.ShouldBe(200, replaced.Body.ToString());
        replaced["secret"].GetString().ShouldNotBe(secret);
        await api.GivenDecidedCase();

        await api.Dispatch();

        var got = receiver.Received.ShouldHaveSingleItem();
        var key = Convert.FromBase64String(replaced["secret"].GetString()!["whsec_".Length..]);
        byte[] signed = [.. Encoding.UTF8.GetBytes($"{got.Id}.{got.Headers["webhook-timestamp"]}."), .. got.Bytes];
        got.Headers["webhook-signature"].ShouldBe($"v1,{Convert.ToBase64String(HMACSHA256.HashData(key, signed))}");
    }

    [Fact]
    public async Task A_receiver_that_takes_every_event_and_answers_500_half_the_time_gets_each_at_least_once_and_in_order_per_case()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var api = await WebhookSteps.StartAsync();
        var (id, _) = await api.Subscribed(receiver.Url);
        var cases = new List<DecidedCase>();
        for (var i = 0; i < 4; i++)
            cases.Add(await api.GivenDecidedCase());
        foreach (var @case in cases)
            (await @case.Revoke()).Status.ShouldBe(200);
        var call = 0;
        receiver.Answer = context => WebhookReceiver.Status(Interlocked.Increment(ref call) % 2 == 1 ? 500 : 200)(context);

        for (var round = 0; round < 20 && (await api.Deliveries(id, "&state=Waiting")).Count > 0; round++)
        {
            await api.Dispatch();
            api.Clock.Advance(TimeSpan.FromMinutes(10));
        }

        var deliveries = await api.Deliveries(id);
        deliveries.Count.ShouldBe(8);
        deliveries.States().Distinct().ShouldBe(["Delivered"]);
        receiver
            .Received.Select(e => e.Id)
            .Distinct()
            .Order(StringComparer.Ordinal)
            .ShouldBe(deliveries.Select(d => d.GetProperty("eventId").GetString()!).Order(StringComparer.Ordinal));
        receiver.Received.Count.ShouldBeGreaterThan(8); // what was answered with 500 came twice
        foreach (var ofCase in receiver.Received.GroupBy(e => e.Case))
            ofCase.Select(e => e.Sequence).ShouldBeInOrder();
        foreach (var same in receiver.Received.GroupBy(e => e.Id))
            same.Select(e => Convert.ToHexString(e.Bytes)).Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_receiver_that_is_down_for_an_hour_loses_nothing_and_later_events_of_a_case_wait_behind_the_first()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var api = await WebhookSteps.StartAsync();
        var (id, _) = await api.Subscribed(receiver.Url);
        var @case = await api.GivenDecidedCase();
        receiver.Answer = WebhookReceiver.HangUp;
        await api.Dispatch();
        (await @case.Revoke()).Status.ShouldBe(200);
        for (var minutes = 0; minutes < 60; minutes += 10)
        {
            api.Clock.Advance(TimeSpan.FromMinutes(10));
            await api.Dispatch();
        }
        receiver.Received.Select(e => e.Type).Distinct().ShouldBe(["cn.enforcement-cases.penalty-decided.v1"]);
        (await api.Deliveries(id)).States().ShouldBe(["Waiting", "Waiting"]);
        (await api.Deliveries(id))[0].GetProperty("lastFault").GetString().ShouldBe("Unreachable");

        receiver.Answer = WebhookReceiver.Status(200);
        api.Clock.Advance(TimeSpan.FromHours(4));
        await api.Dispatch();

        (await api.Deliveries(id)).States().ShouldBe(["Delivered", "Delivered"]);
        receiver.Received[^1].Type.ShouldBe("cn.enforcement-cases.decision-fell.v1");
    }

    [Fact]
    public async Task An_event_during_which_the_process_ends_is_sent_again_when_its_lease_is_over()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var api = await WebhookSteps.StartAsync();
        var (id, _) = await api.Subscribed(receiver.Url);
        await api.GivenDecidedCase();
        using var killed = new CancellationTokenSource();
        receiver.Answer = async context =>
        {
            await killed.CancelAsync();
            context.Abort();
        };
        try
        {
            await api.Dispatch(killed.Token);
        }
        catch (OperationCanceledException) { }
        receiver.Answer = WebhookReceiver.Status(200);
        var before = receiver.Received.Count;

        await api.Dispatch();
        var meanwhile = receiver.Received.Count;
        api.Clock.Advance(WebhookDispatcher.Lease + TimeSpan.FromSeconds(1));
        await api.Dispatch();

        (before, meanwhile).ShouldBe((1, 1));
        receiver.Received.Count.ShouldBe(2);
        (await api.Deliveries(id)).States().ShouldBe(["Delivered"]);
    }

    [Fact]
    public async Task What_is_given_up_is_listed_and_sent_again_by_sequence()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var api = await WebhookSteps.StartAsync();
        var (id, _) = await api.Subscribed(receiver.Url);
        await api.GivenDecidedCase();
        await api.Dispatch();
        await api.GivenDecidedCase();
        receiver.Answer = WebhookReceiver.Status(503);
        for (var attempt = 0; attempt < WebhookRetries.MostAttempts; attempt++)
        {
            await api.Dispatch();
            api.Clock.Advance(TimeSpan.FromHours(9));
        }
        var dead = (await api.Deliveries(id, "&state=Dead")).ShouldHaveSingleItem();
        dead.GetProperty("attempts").GetInt32().ShouldBe(WebhookRetries.MostAttempts);
        dead.GetProperty("lastStatus").GetInt32().ShouldBe(503);
        var sequence = dead.GetProperty("sequence").GetString();
        receiver.Answer = WebhookReceiver.Status(200);
        await api.Dispatch();
        receiver.Received.Count.ShouldBe(1 + WebhookRetries.MostAttempts); // given up is given up

        var admin = api.SignedInAs(WebhookSteps.Admin);
        (await admin.PostJson($"admin/webhooks/{id}/replay", new { fromSequence = "x" })).ShouldBeProblem(
            400,
            "webhooks.sequence-malformed"
        );
        (await admin.PostJson($"admin/webhooks/{id}/replay", new { fromSequence = "0", onlyDead = true }))["events"].GetInt32().ShouldBe(1);
        await api.Dispatch();
        receiver.Received[^1].Id.ShouldBe(dead.GetProperty("eventId").GetString());
        (await admin.PostJson($"admin/webhooks/{id}/replay", new { fromSequence = "0", toSequence = sequence }))["events"]
            .GetInt32()
            .ShouldBe(2); // what was delivered too
        await api.Dispatch();
        (await api.Deliveries(id)).States().ShouldBe(["Delivered", "Delivered"]);
        receiver.Received.Count.ShouldBe(4 + WebhookRetries.MostAttempts);
    }

    [Fact]
    public async Task An_account_that_lost_its_rights_is_sent_nothing_and_an_ended_subscription_neither()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var api = await WebhookSteps.StartAsync();
        var (id, _) = await api.Subscribed(receiver.Url);
        var (other, _) = await api.Subscribed(receiver.Url);
        await api.GivenDecidedCase();
        var admin = api.SignedInAs(WebhookSteps.Admin);
        (await admin.DeleteJson($"admin/webhooks/{other}")).ShouldBe(HttpStatusCode.NoContent);
        (await admin.DeleteJson($"admin/webhooks/{other}")).ShouldBeProblem(409, "webhooks.ended");
        (await admin.PostJson($"admin/accounts/{await api.AccountOf(WebhookSteps.System)}/disable")).Status.ShouldBe(200);

        await api.Dispatch();

        receiver.Received.ShouldBeEmpty();
        (await api.Deliveries(id)).ShouldHaveSingleItem().GetProperty("lastFault").GetString().ShouldBe("NotEntitled");
        (await api.Deliveries(other)).ShouldHaveSingleItem().GetProperty("lastFault").GetString().ShouldBe("Ended");
        (await api.Subscribe(receiver.Url)).ShouldBeProblem(422, "webhooks.account-unfit");
    }

    [Fact]
    public async Task Nothing_is_written_that_nobody_subscribes_to_and_what_was_delivered_leaves_after_thirty_days()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var api = await WebhookSteps.StartAsync();
        await api.GivenDecidedCase();
        (await Rows(api)).ShouldBe((0, 0));
        (await api.Subscribe(receiver.Url, events: ["CaseClosed"])).Status.ShouldBe(201);
        await api.GivenDecidedCase();
        (await Rows(api)).ShouldBe((0, 0)); // another event
        await api.Subscribed(receiver.Url);
        await api.GivenDecidedCase();
        await api.Dispatch();
        (await Rows(api)).ShouldBe((1, 1));

        api.Clock.Advance(TimeSpan.FromDays(29));
        await Clean(api);
        (await Rows(api)).ShouldBe((1, 1));
        api.Clock.Advance(TimeSpan.FromDays(2));
        await Clean(api);
        (await Rows(api)).ShouldBe((0, 0));
    }

    private static Task Clean(ApiFixture api) => api.Services.GetRequiredService<JobRunner>().RunNowAsync(WebhookJobs.Delivered, Never);

    private static async Task<(int Events, int Deliveries)> Rows(ApiFixture api)
    {
        await using var scope = api.Services.GetRequiredService<IServiceScopeFactory>().SeeingAll();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        return (await db.Outbox.CountAsync(), await db.WebhookDeliveries.CountAsync());
    }
}
