using System.Collections.Frozen;
using System.Diagnostics;
using EnforcementCases.Persistence.Databases;
using OpenTelemetry;

namespace EnforcementCases.Platform.Telemetry;

/// <summary>What is traced, and the labels of spans and measures.</summary>
internal static class Spans
{
    public const string Operation = "enforcement.operation";
    public const string Code = "enforcement.code";
    public const string Rule = "enforcement.rule";
    public const string Job = "enforcement.job";
    public const string Outcome = "enforcement.outcome";

    public static readonly ActivitySource Source = new(Measured.Name);
}

/// <summary>Keeps in a span only attributes that cannot contain text typed by people: frameworks put paths, queries, addresses and messages of exceptions into it.</summary>
internal sealed class PrivateSpans : BaseProcessor<Activity>
{
    private static readonly FrozenSet<string> Kept = new[]
    {
        Spans.Operation,
        Spans.Code,
        Spans.Rule,
        Spans.Job,
        Spans.Outcome,
        "http.request.method",
        "http.response.status_code",
        "http.route",
        "network.protocol.version",
        "error.type",
    }.ToFrozenSet(StringComparer.Ordinal);

    public override void OnEnd(Activity data)
    {
        foreach (var (key, _) in data.TagObjects.ToList())
        {
            if (!Kept.Contains(key))
                data.SetTag(key, null);
        }
        data.SetStatus(data.Status); // without its description
        data.TraceStateString = null; // the client's
        if (data.Events.Any())
            data.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded; // an event quotes an exception and cannot be taken out: the span stays here
    }
}
