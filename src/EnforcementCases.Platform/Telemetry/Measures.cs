using System.Diagnostics.Metrics;
using EnforcementCases.Persistence.Databases;
using EnforcementCases.Platform.Jobs;

namespace EnforcementCases.Platform.Telemetry;

/// <summary>What is counted (<c>README.md</c> beside it lists names and units). Labels are names out of this code alone: operations, codes, rules, jobs.</summary>
internal sealed class Measures
{
    private readonly Counter<long> acts;
    private readonly Counter<long> refusals;
    private readonly Counter<long> runs;

    public Measures(IMeterFactory meters)
    {
        var meter = meters.Create(Measured.Name);
        acts = meter.CreateCounter<long>(
            "enforcement.acts",
            "{act}",
            "Writes that were done, by operation; a repeated answer counts nothing."
        );
        refusals = meter.CreateCounter<long>(
            "enforcement.refusals",
            "{refusal}",
            "Requests that were refused, by operation, code and rule of law."
        );
        runs = meter.CreateCounter<long>("enforcement.jobs.runs", "{run}", "Runs of recurring jobs that ended, by job and outcome.");
    }

    public void Acted(string operation) => acts.Add(1, new KeyValuePair<string, object?>(Spans.Operation, operation));

    public void Refused(string? operation, string code, string? rule) =>
        refusals.Add(1, new(Spans.Operation, operation ?? "-"), new(Spans.Code, code), new(Spans.Rule, rule ?? "-"));

    public void Ran(string job, JobOutcome outcome) => runs.Add(1, new(Spans.Job, job), new(Spans.Outcome, outcome.ToString()));
}
