using System.Data.Common;
using System.Text;
using Microsoft.Data.SqlClient;
using Serilog.Events;
using Serilog.Formatting;

namespace EnforcementCases.Platform.Logging;

/// <summary>Keeps out of the log what frameworks put into it and people typed: the path of a request, and the messages of exceptions that quote their input.</summary>
internal sealed class PrivateFormatter(ITextFormatter inner) : ITextFormatter
{
    /// <summary>Properties of the web server's scopes that are left out: a path may hold anything, and the connection adds nothing to the trace.</summary>
    private static readonly string[] Left = ["RequestPath", "ConnectionId", "RequestId"];

    public void Format(LogEvent logEvent, TextWriter output)
    {
        foreach (var property in Left)
            logEvent.RemovePropertyIfPresent(property);
        inner.Format(logEvent.Exception is null ? logEvent : WithQuiet(logEvent), output);
    }

    private static LogEvent WithQuiet(LogEvent e) =>
        new(
            e.Timestamp,
            e.Level,
            new QuietException(e.Exception!),
            e.MessageTemplate,
            e.Properties.Select(p => new LogEventProperty(p.Key, p.Value)),
            e.TraceId ?? default,
            e.SpanId ?? default
        );

    /// <summary>An exception as the log has it: types, places, and a message only where we know that it quotes no input.</summary>
    private sealed class QuietException(Exception real) : Exception
    {
        public override string ToString()
        {
            var text = new StringBuilder();
            for (var e = real; e is not null; e = e.InnerException)
            {
                text.Append(text.Length == 0 ? "" : "\n ---> ").Append(e.GetType().FullName);
                if (SaysNothingPrivate(e))
                    text.Append(": ").Append(e.Message);
                text.Append('\n').Append(e.StackTrace);
            }
            return text.ToString();
        }

        /// <summary>Our own messages, and those of databases that name the constraint and not the value.</summary>
        private static bool SaysNothingPrivate(Exception e) =>
            e is (DbException and not SqlException) or IOException
            || e.TargetSite?.DeclaringType?.Assembly.GetName().Name?.StartsWith("EnforcementCases.", StringComparison.Ordinal) == true;
    }
}
