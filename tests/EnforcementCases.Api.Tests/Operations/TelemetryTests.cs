using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using EnforcementCases.Api.Tests.Cases;
using EnforcementCases.Api.Tests.Fixture;
using EnforcementCases.Platform.Telemetry;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Operations;

/// <summary>What a collector receives.</summary>
public sealed class TelemetryTests
{
    [Fact]
    public async Task A_collector_gets_measures_and_traces_and_nothing_that_people_typed()
    {
        await using var collector = await Collector.StartAsync();
        var body = TheProgram.DecideOnTheSpot();
        body["facts"] = "CANARY-FACTS";
        string[] canaries =
        [
            "CANARY",
            body["party"]!["name"]!.GetValue<string>(),
            body["party"]!["documentNumber"]!.GetValue<string>(),
            "hg-officer1",
        ];

        await using (var api = await ApiFixture.StartAsync(("OpenTelemetry:Endpoint", collector.Address)))
        {
            var officer = api.SignedInAs("hg-officer1");
            (await officer.PostJson("simple-cases", body)).Status.ShouldBe(201);
            body["amountFen"] = 200_01;
            body["notice"]!["notifiedAmountFen"] = 200_01;
            body["caseId"] = Guid.CreateVersion7(api.Clock.GetUtcNow()).ToString();
            (await officer.PostJson("simple-cases", body)).Status.ShouldBe(422);
            await officer.GetJson("cases?partyName=CANARY");
            await officer.GetJson("CANARY/" + canaries[2]);
            await api.SignedInAs("hg-officer1").GetJson($"cases/{Guid.NewGuid()}");
            await api.Services.GetRequiredService<LedgerGauges>().CountAsync(CancellationToken.None);
        } // the rest is sent at the end

        collector.Metrics.ShouldNotBeEmpty();
        collector.Traces.ShouldNotBeEmpty();
        foreach (
            var said in (string[])
                [
                    "http.server.request.duration",
                    "enforcement.acts",
                    "enforcement.refusals",
                    "simple-procedure.citizen-fine-over-ceiling",
                    "APL-51-1",
                    "enforcement.jobs.queue",
                    "enforcement.deadlines.oldest_open.age",
                    "DecideOnTheSpot",
                ]
        )
            collector.Metrics.ShouldContain(said);
        collector.Traces.ShouldContain("DecideOnTheSpot");
        collector.Traces.ShouldContain("enforcement.outcome");
        foreach (var canary in canaries)
        {
            collector.Metrics.ShouldNotContain(canary, Case.Sensitive);
            collector.Traces.ShouldNotContain(canary, Case.Sensitive);
        }
    }

    [Fact]
    public async Task The_age_of_the_oldest_open_deadline_is_counted_in_days_since_its_last_day()
    {
        await using var api = await ApiFixture.StartAsync(("OpenTelemetry:Endpoint", "http://127.0.0.1:9")); // nobody listens, nobody waits
        var gauges = api.Services.GetRequiredService<LedgerGauges>();
        var told = new ConcurrentDictionary<string, long>();
        using var listener = new System.Diagnostics.Metrics.MeterListener
        {
            InstrumentPublished = (instrument, l) =>
            {
                if (instrument.Meter.Scope == api.Services.GetRequiredService<System.Diagnostics.Metrics.IMeterFactory>())
                    l.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, _, _) => told[instrument.Name] = value);
        listener.Start();

        var @case = await api.GivenDecidedCase();
        var lastDays = (await api.SignedInAs("hg-officer1").GetJson($"cases/{@case.Id}/deadlines"))
            .Body.EnumerateArray()
            .Select(d => DateOnly.Parse(d.GetProperty("lastDay").GetString()!, CultureInfo.InvariantCulture));
        await gauges.CountAsync(CancellationToken.None);
        listener.RecordObservableInstruments();

        var today = Domain.Law.LegalDate.Of(api.Clock.GetUtcNow());
        told["enforcement.deadlines.oldest_open.age"].ShouldBe(today.DayNumber - lastDays.Min().DayNumber);
        told["enforcement.acts"].ShouldBe(1);
    }

    /// <summary>Takes what is sent and keeps it as it came.</summary>
    private sealed class Collector : IAsyncDisposable
    {
        private readonly WebApplication app;
        private readonly ConcurrentQueue<(string Path, byte[] Body)> received = new();

        private Collector()
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            app = builder.Build();
            app.MapPost(
                "/v1/{signal}",
                async (HttpRequest request) =>
                {
                    using var body = new MemoryStream();
                    await request.Body.CopyToAsync(body);
                    received.Enqueue((request.Path, body.ToArray()));
                    return Results.Bytes([], "application/x-protobuf");
                }
            );
        }

        public string Address => app.Urls.Single();

        public string Metrics => Text("/v1/metrics");

        public string Traces => Text("/v1/traces");

        public static async Task<Collector> StartAsync()
        {
            var collector = new Collector();
            await collector.app.StartAsync();
            return collector;
        }

        public ValueTask DisposeAsync() => app.DisposeAsync();

        /// <summary>Names and values stand in protobuf as they are.</summary>
        private string Text(string path) => string.Concat(received.Where(r => r.Path == path).Select(r => Encoding.UTF8.GetString(r.Body)));
    }
}
