using System.Collections.Concurrent;
using Npgsql;

namespace EnforcementCases.Benchmarks.Bare;

/// <summary>As many connections as the product's pool holds, prepared statements, all inserts of a request in one batch.</summary>
internal sealed class PostgreSqlRowWriter(BarePlan plan) : IRowWriter
{
    private const int PoolSize = 100;

    private readonly SemaphoreSlim room = new(PoolSize, PoolSize);
    private readonly ConcurrentBag<Line> idle = [];

    public async ValueTask<(Guid Id, string Number)> WriteAsync(Guid officer)
    {
        await room.WaitAsync();
        try
        {
            if (!idle.TryTake(out var line))
                line = await Line.OpenAsync(plan);
            var written = await line.WriteAsync(officer);
            idle.Add(line);
            return written;
        }
        finally
        {
            room.Release();
        }
    }

    /// <summary>A connection with its prepared statements.</summary>
    private sealed class Line(NpgsqlConnection connection, FreshValues fresh)
    {
        private readonly Dictionary<
            Guid,
            (NpgsqlCommand Counter, NpgsqlBatch Rows, List<RowStatement> Statements, string Number)
        > prepared = [];

        public static async Task<Line> OpenAsync(BarePlan plan)
        {
            var connection = new NpgsqlConnection(plan.ConnectionString);
            await connection.OpenAsync();
            var line = new Line(connection, new(plan, idsAsText: false));
            foreach (var request in plan.Requests)
                await line.PrepareAsync(request);
            return line;
        }

        public async Task<(Guid Id, string Number)> WriteAsync(Guid officer)
        {
            var (counter, rows, statements, number) = prepared[officer];
            fresh.Renew();
            await using var transaction = await connection.BeginTransactionAsync();
            var serial = (int)(await counter.ExecuteScalarAsync())!;
            foreach (var statement in statements)
                statement.Set(fresh, serial);
            await rows.ExecuteNonQueryAsync();
            await transaction.CommitAsync();
            return (fresh.First, FreshValues.Number(number, serial));
        }

        private async Task PrepareAsync(RequestTemplate request)
        {
            var counter = connection.CreateCommand();
            foreach (var column in request.Counter.Columns)
                counter.Parameters.Add(new() { Value = column.Value, DataTypeName = column.StoreType });
            var key = string.Join(" AND ", request.Counter.Columns.Select((c, i) => $"\"{c.Column}\" = ${i + 1}"));
            counter.CommandText = $"UPDATE \"{request.Counter.Table}\" SET last = last + 1 WHERE {key} RETURNING last";
            await counter.PrepareAsync();
            var batch = connection.CreateBatch();
            var statements = new List<RowStatement>();
            foreach (var row in request.Rows)
            {
                var command = new NpgsqlBatchCommand();
                var statement = RowStatement.Insert(
                    row,
                    i => $"${i + 1}",
                    p => command.Parameters.Add((NpgsqlParameter)p),
                    (c, _) => new NpgsqlParameter { DataTypeName = c.StoreType }
                );
                command.CommandText = statement.Sql;
                batch.BatchCommands.Add(command);
                statements.Add(statement);
            }
            await batch.PrepareAsync();
            var number = request.Rows.SelectMany(r => r.Columns).First(c => c.Source == ValueSource.NumberText).Text!;
            prepared.Add(request.OfficerId, (counter, batch, statements, number));
        }
    }
}
