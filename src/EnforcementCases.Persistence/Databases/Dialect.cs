using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace EnforcementCases.Persistence.Databases;

/// <summary>Which database the system runs on.</summary>
public enum DatabaseProvider
{
    /// <summary>Embedded; one server process.</summary>
    Sqlite,

    PostgreSql,

    SqlServer,
}

/// <summary>What differs between the databases and cannot be expressed in LINQ; no other code depends on which database it is.</summary>
public abstract class Dialect
{
    /// <summary>Only one writer at a time: writes queue at the gate instead of waiting for each other's locks.</summary>
    public abstract bool OneWriter { get; }

    /// <summary>Statement that limits the wait for a row lock in the present transaction; null if none is needed.</summary>
    public abstract string? BoundLockWait(TimeSpan longest);

    /// <summary>Update that returns the new value of a column: one statement where LINQ needs two.</summary>
    public virtual string UpdateReturning(string table, string set, string where, string returned) =>
        $"UPDATE {table} SET {set} WHERE {where} RETURNING {returned}";

    /// <summary>Suffix that makes a prefix sort after every text that begins with it, in a binary collation: by code points, on SQL Server by UTF-16 units.</summary>
    public virtual string HighestCharacter => "\U0010FFFF";

    /// <summary>Whether a unique key or primary key was violated.</summary>
    public abstract bool IsUniqueViolation(DbException error);

    /// <summary>Whether the wait for a row lock took too long.</summary>
    public abstract bool IsLockTimeout(DbException error);

    /// <summary>Whether the storage is full, read-only or away: nothing was written, and later it may work.</summary>
    public abstract bool IsStorageOut(DbException error);

    public static Dialect Of(DatabaseProvider provider) =>
        provider switch
        {
            DatabaseProvider.Sqlite => new SqliteDialect(),
            DatabaseProvider.PostgreSql => new PostgreSqlDialect(),
            DatabaseProvider.SqlServer => new SqlServerDialect(),
        };

    private sealed class SqliteDialect : Dialect
    {
        public override bool OneWriter => true;

        public override string? BoundLockWait(TimeSpan longest) => null;

        public override bool IsUniqueViolation(DbException error) =>
            error is SqliteException { SqliteExtendedErrorCode: 2067 or 1555 or 2579 }; // UNIQUE, PRIMARYKEY, ROWID

        public override bool IsLockTimeout(DbException error) => error is SqliteException { SqliteErrorCode: 5 or 6 };

        public override bool IsStorageOut(DbException error) => error is SqliteException { SqliteErrorCode: 8 or 10 or 13 or 14 }; // READONLY, IOERR, FULL, CANTOPEN
    }

    private sealed class PostgreSqlDialect : Dialect
    {
        public override bool OneWriter => false;

        public override string? BoundLockWait(TimeSpan longest) => $"SET LOCAL lock_timeout = {(int)longest.TotalMilliseconds}";

        public override bool IsUniqueViolation(DbException error) =>
            error is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

        public override bool IsLockTimeout(DbException error) =>
            error is PostgresException { SqlState: PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.QueryCanceled };

        public override bool IsStorageOut(DbException error) =>
            error
                is PostgresException
                {
                    SqlState: PostgresErrorCodes.DiskFull
                        or PostgresErrorCodes.InsufficientResources
                        or PostgresErrorCodes.IoError
                        or PostgresErrorCodes.ReadOnlySqlTransaction
                        or PostgresErrorCodes.CrashShutdown
                        or PostgresErrorCodes.AdminShutdown
                        or PostgresErrorCodes.CannotConnectNow
                        or PostgresErrorCodes.TooManyConnections
                }
            || error
                is PostgresException { SqlState: PostgresErrorCodes.InternalError, Routine: "write_relcache_init_file" or "write_item" } // a new connection on a full disk
            || (error is NpgsqlException { IsTransient: true } and not PostgresException);
    }

    private sealed class SqlServerDialect : Dialect
    {
        public override bool OneWriter => false;

        public override string UpdateReturning(string table, string set, string where, string returned) =>
            $"UPDATE {table} SET {set} OUTPUT inserted.{returned} WHERE {where}";

        public override string HighestCharacter => "\uFFFF";

        public override string? BoundLockWait(TimeSpan longest) => $"SET LOCK_TIMEOUT {(int)longest.TotalMilliseconds}";

        public override bool IsUniqueViolation(DbException error) => error is SqlException { Number: 2601 or 2627 };

        public override bool IsLockTimeout(DbException error) => error is SqlException { Number: 1222 };

        public override bool IsStorageOut(DbException error) => error is SqlException { Number: 1105 or 9002 or 3906 or 4060 or 233 or -2 };
    }
}

public static class DialectExtensions
{
    /// <summary>The database's own error, wherever EF has wrapped it.</summary>
    public static DbException? DatabaseError(this Exception error) =>
        error as DbException
        ?? (
            error is DbUpdateException or InvalidOperationException or RetryLimitExceededException
                ? error.InnerException?.DatabaseError()
                : null
        );
}
