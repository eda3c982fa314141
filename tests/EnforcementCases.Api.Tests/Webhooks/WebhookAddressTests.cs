using System.Net;
using EnforcementCases.Api.Tests.Cases;
using EnforcementCases.Api.Tests.Fixture;
using EnforcementCases.Api.Webhooks;
using EnforcementCases.Persistence;
using EnforcementCases.Platform.Operations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Webhooks;

/// <summary>A receiver must not lead into the own network, nor hold up or flood the program.</summary>
public sealed class WebhookAddressTests(ApiFixture api)
{
    [Theory]
    [InlineData("https://127.0.0.1/")]
    [InlineData("https://2130706433/")]
    [InlineData("https://0x7f.1/")]
    [InlineData("https://[::1]/")]
    [InlineData("https://[::ffff:10.0.0.1]/")]
    [InlineData("https://169.254.169.254/latest/meta-data/")]
    [InlineData("https://10.1.2.3:8443/")]
    [InlineData("https://[fd00::1]/")]
    [InlineData("https://[64:ff9b::a00:1]/")]
    [InlineData("https://localhost/")]
    [InlineData("http://93.184.216.34/")] // readable on the way
    public async Task An_internal_or_unencrypted_address_is_refused(string url) =>
        (await api.Subscribe(url)).ShouldBeProblem(422, "webhooks.address-not-allowed");

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("gopher://receiver.example/")]
    [InlineData("/events")]
    [InlineData("http://receiver.example/")]
    [InlineData("https://user:word@receiver.example/")]
    public async Task What_is_no_address_of_a_receiver_is_refused(string url) =>
        (await api.Subscribe(url)).ShouldBeProblem(422, "webhooks.address-malformed");

    [Fact]
    public async Task An_account_of_another_street_is_not_found_and_one_of_a_person_is_unfit()
    {
        var other = await api.AccountOf("xc-integration", admin: "xc-admin");
        (await api.Subscribe("https://receiver.example/", other)).ShouldBeProblem(404, "access.account-not-found");
        var person = await api.AccountOf("hg-officer1");
        (await api.Subscribe("https://receiver.example/", person)).ShouldBeProblem(422, "webhooks.account-unfit");
    }

    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("172.15.255.255", true)]
    [InlineData("172.16.0.0", false)]
    [InlineData("172.31.255.255", false)]
    [InlineData("172.32.0.0", true)]
    [InlineData("100.64.0.1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("2606:4700::1111", true)]
    [InlineData("2002:a00:1::", false)]
    [InlineData("::", false)]
    [InlineData("fe80::1", false)]
    [InlineData("ff02::1", false)]
    public void Only_public_addresses_are_connected_to(string address, bool allowed) =>
        new ReceiverAddress(new(true, [], TimeSpan.FromSeconds(1), TimeSpan.FromDays(1)))
            .Allows(IPAddress.Parse(address), encrypted: true)
            .ShouldBe(allowed);

    [Fact]
    public async Task A_name_that_leads_inside_when_it_is_connected_to_is_not_connected_to()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var own = await ApiFixture.StartAsync();
        var (id, _) = await own.Subscribed("https://receiver.example/events");
        await LeadTo(own, receiver.Url.Replace("http://127.0.0.1", "https://localhost", StringComparison.Ordinal));
        await own.GivenDecidedCase();

        await own.Dispatch();

        receiver.Received.ShouldBeEmpty();
        (await own.Deliveries(id)).ShouldHaveSingleItem().GetProperty("lastFault").GetString().ShouldBe("AddressRefused");
    }

    [Fact]
    public async Task A_receiver_that_redirects_is_slow_or_never_ends_its_answer_gets_what_it_deserves()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var own = await WebhookSteps.StartAsync(("Webhooks:AnswerSeconds", "1"));
        var (id, _) = await own.Subscribed(receiver.Url);
        await own.GivenDecidedCase();
        receiver.Answer = context =>
        {
            context.Response.Redirect("/elsewhere");
            return Task.CompletedTask;
        };
        await own.Dispatch();
        (await Fault(own, id)).ShouldBe("Redirected");
        receiver.Received.ShouldHaveSingleItem().Path.ShouldBe("/events"); // not followed

        receiver.Answer = context => Task.Delay(Timeout.Infinite, context.RequestAborted); // until the program hangs up
        own.Clock.Advance(TimeSpan.FromMinutes(10));
        await own.Dispatch();
        (await Fault(own, id)).ShouldBe("TimedOut");

        receiver.Answer = context =>
        {
            context.Response.Headers["x-flood"] = new string('x', 64 * 1024);
            return Task.CompletedTask;
        };
        own.Clock.Advance(TimeSpan.FromMinutes(10));
        await own.Dispatch();
        (await Fault(own, id)).ShouldBe("Unreachable");

        receiver.Answer = async context =>
        {
            while (!context.RequestAborted.IsCancellationRequested)
                await context.Response.Body.WriteAsync(new byte[64 * 1024], context.RequestAborted);
        };
        own.Clock.Advance(TimeSpan.FromHours(1));
        await own.Dispatch();
        (await own.Deliveries(id)).States().ShouldBe(["Delivered"]); // its status is all that is read
    }

    private static async Task<string?> Fault(ApiFixture api, Guid subscription) =>
        (await api.Deliveries(subscription)).ShouldHaveSingleItem().GetProperty("lastFault").GetString();

    /// <summary>Makes the name of the one receiver lead to another address, as its owner may do at any time.</summary>
    private static async Task LeadTo(ApiFixture api, string url)
    {
        await using var scope = api.Services.GetRequiredService<IServiceScopeFactory>().SeeingAll();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        await db.WebhookSubscriptions.ExecuteUpdateAsync(s => s.SetProperty(x => x.Url, url));
    }
}
