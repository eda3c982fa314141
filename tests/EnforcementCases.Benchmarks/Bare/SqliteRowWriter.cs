using Microsoft.Data.Sqlite;

namespace EnforcementCases.Benchmarks.Bare;

/// <summary>One connection behind a fair gate, prepared statements, one immediate transaction for each request; the pragmas of the product.</summary>
internal sealed class SqliteRowWriter : IRowWriter
{
    private const string Pragmas =
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA busy_timeout = 5000;";

    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly SqliteConnection connection;
    private readonly FreshValues fresh;
    private readonly Dictionary<
        Guid,
        (SqliteCommand Counter, List<(SqliteCommand Command, RowStatement Row)> Rows, string Number)
    > prepared = [];

    public SqliteRowWriter(BarePlan plan)
    {
        fresh = new(plan, idsAsText: true);
        connection = new(plan.ConnectionString);
        connection.Open();
        using (var pragmas = connection.CreateCommand())
        {
            pragmas.CommandText = Pragmas;
            pragmas.ExecuteNonQuery();
        }
        foreach (var request in plan.Requests)
        {
            var counter = connection.CreateCommand();
            for (var i = 0; i < request.Counter.Columns.Count; i++)
                counter.Parameters.Add(new($"@p{i}", request.Counter.Columns[i].Value));
            var key = string.Join(" AND ", request.Counter.Columns.Select((c, i) => $"\"{c.Column}\" = @p{i}"));
            counter.CommandText = $"UPDATE \"{request.Counter.Table}\" SET last = last + 1 WHERE {key} RETURNING last";
            counter.Prepare();
            var rows = request.Rows.Select(Prepare).ToList();
            prepared.Add(request.OfficerId, (counter, rows, NumberOf(request)));
        }
    }

    public async ValueTask<(Guid Id, string Number)> WriteAsync(Guid officer)
    {
        await turn.WaitAsync();
        try
        {
            var (counter, rows, number) = prepared[officer];
            fresh.Renew();
            using var transaction = connection.BeginTransaction(deferred: false);
            counter.Transaction = transaction;
            var serial = (int)(long)counter.ExecuteScalar()!;
            foreach (var (command, row) in rows)
            {
                row.Set(fresh, serial);
                command.Transaction = transaction;
                command.ExecuteNonQuery();
            }
            transaction.Commit();
            return (fresh.First, FreshValues.Number(number, serial));
        }
        finally
        {
            turn.Release();
        }
    }

    private (SqliteCommand, RowStatement) Prepare(RowTemplate row)
    {
        var command = connection.CreateCommand();
        var statement = RowStatement.Insert(
            row,
            i => $"@p{i}",
            p => command.Parameters.Add((SqliteParameter)p),
            (_, i) => new SqliteParameter { ParameterName = $"@p{i}" }
        );
        command.CommandText = statement.Sql;
        command.Prepare();
        return (command, statement);
    }

    private static string NumberOf(RequestTemplate request) =>
        request.Rows.SelectMany(r => r.Columns).First(c => c.Source == ValueSource.NumberText).Text!;
}
