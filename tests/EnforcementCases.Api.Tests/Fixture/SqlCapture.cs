using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace EnforcementCases.Api.Tests.Fixture;

/// <summary>A statement as the program sent it.</summary>
public sealed record SentStatement(string Sql, IReadOnlyList<(string Name, object? Value)> Parameters);

/// <summary>Hears what the program asks the database while a request runs.</summary>
public sealed class SqlCapture : DbCommandInterceptor
{
    private volatile ConcurrentQueue<SentStatement>? heard;

    /// <summary>What is asked during the work; others must not ask meanwhile.</summary>
    public async Task<IReadOnlyList<SentStatement>> DuringAsync(Func<Task> work)
    {
        var own = heard = new();
        try
        {
            await work();
        }
        finally
        {
            heard = null;
        }
        return [.. own];
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default
    )
    {
        heard?.Enqueue(new(command.CommandText, [.. command.Parameters.Cast<DbParameter>().Select(p => (p.ParameterName, p.Value))]));
        return ValueTask.FromResult(result);
    }
}
