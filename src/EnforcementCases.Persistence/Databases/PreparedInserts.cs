using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Update;

namespace EnforcementCases.Persistence.Databases;

/// <summary>The INSERT statements of one connection of SQLite, parsed once each.</summary>
/// <remarks>EF writes, parses and reads back a statement for each row: for the seventeen rows of a decision that took longer than syncing its commit.</remarks>
internal sealed class PreparedInserts
{
    private static readonly ConditionalWeakTable<SqliteConnection, PreparedInserts> Of = [];

    private readonly Dictionary<string, Statement> byTable = new(StringComparer.Ordinal);

    /// <summary>Keeps what is prepared on a connection from now on; on others nothing is kept.</summary>
    public static void KeepOn(SqliteConnection connection) => Of.Add(connection, new());

    /// <summary>Forgets the statements of a connection that is about to be closed.</summary>
    public static void Forget(SqliteConnection connection)
    {
        if (!Of.TryGetValue(connection, out var kept))
            return;
        foreach (var statement in kept.byTable.Values)
            statement.Command.Dispose();
        Of.Remove(connection);
    }

    /// <summary>Inserts a row.</summary>
    public static void Insert(IReadOnlyModificationCommand row, IRelationalConnection connection, ISqlGenerationHelper sql)
    {
        var sqlite = (SqliteConnection)connection.DbConnection;
        if (!Of.TryGetValue(sqlite, out var kept))
        {
            using var once = Prepare(row, sqlite, sql).Command;
            Execute(once, row, connection);
            return;
        }
        if (!kept.byTable.TryGetValue(row.TableName, out var statement) || !statement.Fits(row.ColumnModifications))
        {
            statement?.Command.Dispose();
            kept.byTable[row.TableName] = statement = Prepare(row, sqlite, sql);
        }
        Execute(statement.Command, row, connection);
    }

    private static void Execute(SqliteCommand command, IReadOnlyModificationCommand row, IRelationalConnection connection)
    {
        command.Transaction = (SqliteTransaction?)connection.CurrentTransaction?.GetDbTransaction();
        command.Parameters.Clear();
        var columns = row.ColumnModifications;
        for (var i = 0; i < columns.Count; i++)
            command.Parameters.Add(columns[i].TypeMapping!.CreateParameter(command, Name(i), columns[i].Value, columns[i].IsNullable));
        command.ExecuteNonQuery();
    }

    private static Statement Prepare(IReadOnlyModificationCommand row, SqliteConnection connection, ISqlGenerationHelper sql)
    {
        var columns = row.ColumnModifications.Select(c => c.ColumnName).ToArray();
        var command = connection.CreateCommand();
        command.CommandText =
            $"INSERT INTO {sql.DelimitIdentifier(row.TableName)} ({string.Join(", ", columns.Select(sql.DelimitIdentifier))}) "
            + $"VALUES ({string.Join(", ", columns.Select((_, i) => Name(i)))})";
        return new(columns, command);
    }

    private static string Name(int column) => Names[column];

    private static readonly string[] Names = [.. Enumerable.Range(0, 2_000).Select(i => $"@p{i}")]; // SQLite's limit of columns

    private sealed record Statement(string[] Columns, SqliteCommand Command)
    {
        public bool Fits(IReadOnlyList<IColumnModification> columns)
        {
            if (columns.Count != Columns.Length)
                return false;
            for (var i = 0; i < Columns.Length; i++)
            {
                if (!string.Equals(columns[i].ColumnName, Columns[i], StringComparison.Ordinal))
                    return false;
            }
            return true;
        }
    }
}

/// <summary>A run of plain inserts by <see cref="PreparedInserts"/>; everything else one by one, as EF does it.</summary>
internal sealed class PreparedInsertBatch(ModificationCommandBatchFactoryDependencies dependencies)
    : SingularModificationCommandBatch(dependencies)
{
    private readonly List<IReadOnlyModificationCommand> inserts = [];
    private bool moreExpected;

    public override IReadOnlyList<IReadOnlyModificationCommand> ModificationCommands =>
        inserts.Count > 0 ? inserts : base.ModificationCommands;

    public override bool AreMoreBatchesExpected => inserts.Count > 0 ? moreExpected : base.AreMoreBatchesExpected;

    public override bool TryAddCommand(IReadOnlyModificationCommand modificationCommand)
    {
        if (base.ModificationCommands.Count > 0 || !IsPlainInsert(modificationCommand))
            return inserts.Count == 0 && base.TryAddCommand(modificationCommand);
        inserts.Add(modificationCommand);
        return true;
    }

    public override void Complete(bool moreBatchesExpected)
    {
        if (inserts.Count == 0)
            base.Complete(moreBatchesExpected);
        else
            moreExpected = moreBatchesExpected;
    }

    public override void Execute(IRelationalConnection connection)
    {
        if (inserts.Count == 0)
            base.Execute(connection);
        else
            Insert(connection);
    }

    public override Task ExecuteAsync(IRelationalConnection connection, CancellationToken cancellationToken = default)
    {
        if (inserts.Count == 0)
            return base.ExecuteAsync(connection, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        Insert(connection); // SQLite has no asynchronous calls
        return Task.CompletedTask;
    }

    private void Insert(IRelationalConnection connection)
    {
        foreach (var row in inserts)
        {
            try
            {
                PreparedInserts.Insert(row, connection, Dependencies.SqlGenerationHelper);
            }
            catch (SqliteException refused)
            {
                throw new DbUpdateException("The row could not be inserted.", refused, row.Entries);
            }
        }
    }

    /// <summary>Whether no value of the row is generated by the database.</summary>
    private static bool IsPlainInsert(IReadOnlyModificationCommand row) =>
        row.EntityState == EntityState.Added && row.StoreStoredProcedure is null && row.ColumnModifications.All(c => !c.IsRead);
}

internal sealed class PreparedInsertBatchFactory(ModificationCommandBatchFactoryDependencies dependencies)
    : IModificationCommandBatchFactory
{
    public ModificationCommandBatch Create() => new PreparedInsertBatch(dependencies);
}
