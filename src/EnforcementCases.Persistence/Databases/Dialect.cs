using System.Data.Common;
using System.Net.Sockets;
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

    /// <summary>Statement that limits every wait for a row lock in the present transaction; null if none is needed. It is sent alone and without parameters:
    /// SQL Server runs others within <c>sp_executesql</c>, which takes the limit back at its end.</summary>
    public abstract string? BoundLockWait(TimeSpan longest);

    /// <summary>Update that returns the new value of a column: one statement where LINQ needs two.</summary>
    public virtual string UpdateReturning(string table, string set, string where, string returned) =>
        $"UPDATE {table} SET {set} WHERE {where} RETURNING {returned}";

    /// <summary>Suffix that makes a prefix sort after every text that begins with it, in a binary collation: by code points, on SQL Server by UTF-16 units.</summary>
    public virtual string HighestCharacter => "\U0010FFFF";

    /// <summary>What an error of the database means for a request; every number that the program knows is in this table.</summary>
    public abstract DatabaseFault FaultOf(DbException error);

    /// <summary>What an error means that was raised while the database was used, wherever EF has wrapped it; null if the database has nothing to do with it.</summary>
    public DatabaseFault? FaultOf(Exception error) =>
        error.DatabaseError() is { } raised ? FaultOf(raised)
        : error.Chain().Any(IsPoolExhausted) ? DatabaseFault.Busy
        : error.Chain().Any(e => e is SocketException) ? DatabaseFault.Unavailable // a name that does not resolve reaches us bare
        : null;

    /// <summary>Whether a unique key or primary key was violated.</summary>
    public bool IsUniqueViolation(DbException error) => FaultOf(error) == DatabaseFault.Duplicate;

    /// <summary>Whether the wait for a row lock took too long.</summary>
    public bool IsLockTimeout(DbException error) => FaultOf(error) == DatabaseFault.LockWait;

    /// <summary>Whether no connection became free in time: a driver may raise that without an error of the database.</summary>
    internal virtual bool IsPoolExhausted(Exception error) => false;

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

        public override DatabaseFault FaultOf(DbException error) =>
            error switch
            {
                SqliteException { SqliteExtendedErrorCode: 2067 or 1555 or 2579 } => DatabaseFault.Duplicate, // UNIQUE, PRIMARYKEY, ROWID
                SqliteException { SqliteErrorCode: 5 or 6 } => DatabaseFault.LockWait, // BUSY, LOCKED
                SqliteException { SqliteErrorCode: 8 or 10 or 13 or 14 } => DatabaseFault.Storage, // READONLY, IOERR, FULL, CANTOPEN
                _ => DatabaseFault.Other,
            };
    }

    private sealed class PostgreSqlDialect : Dialect
    {
        public override bool OneWriter => false;

        public override string? BoundLockWait(TimeSpan longest) => $"SET LOCAL lock_timeout = {(int)longest.TotalMilliseconds}";

        public override DatabaseFault FaultOf(DbException error) =>
            error switch
            {
                PostgresException raised => FaultOf(raised),
                NpgsqlException { InnerException: TimeoutException } => DatabaseFault.Slow, // a statement, or no connection in time
                NpgsqlException { IsTransient: true } or NpgsqlException { InnerException: SocketException or IOException } =>
                    DatabaseFault.Unavailable,
                _ => DatabaseFault.Other,
            };

        private static DatabaseFault FaultOf(PostgresException error) =>
            error.SqlState switch
            {
                PostgresErrorCodes.UniqueViolation => DatabaseFault.Duplicate,
                PostgresErrorCodes.LockNotAvailable => DatabaseFault.LockWait,
                PostgresErrorCodes.QueryCanceled => DatabaseFault.Slow,
                PostgresErrorCodes.DeadlockDetected
                or PostgresErrorCodes.SerializationFailure
                or PostgresErrorCodes.TooManyConnections
                or PostgresErrorCodes.OutOfMemory => DatabaseFault.Busy,
                PostgresErrorCodes.AdminShutdown
                or PostgresErrorCodes.CrashShutdown
                or PostgresErrorCodes.CannotConnectNow
                or PostgresErrorCodes.InvalidCatalogName => DatabaseFault.Unavailable,
                PostgresErrorCodes.DiskFull
                or PostgresErrorCodes.InsufficientResources
                or PostgresErrorCodes.IoError
                or PostgresErrorCodes.ReadOnlySqlTransaction => DatabaseFault.Storage,
                PostgresErrorCodes.InternalError when error.Routine is "write_relcache_init_file" or "write_item" => DatabaseFault.Storage, // a new connection on a full disk
                ['0', '8', ..] => DatabaseFault.Unavailable, // class 08: connection exceptions
                _ => DatabaseFault.Other,
            };
    }

    private sealed class SqlServerDialect : Dialect
    {
        public override bool OneWriter => false;

        public override string UpdateReturning(string table, string set, string where, string returned) =>
            $"UPDATE {table} SET {set} OUTPUT inserted.{returned} WHERE {where}";

        public override string HighestCharacter => "\uFFFF";

        public override string? BoundLockWait(TimeSpan longest) => $"SET LOCK_TIMEOUT {(int)longest.TotalMilliseconds}";

        public override DatabaseFault FaultOf(DbException error) =>
            error is SqlException raised ? SqlServerErrors.FaultOf(raised) : DatabaseFault.Other;

        /// <summary>EF and this program raise the same type under other names: the source is the assembly that raised it.</summary>
        internal override bool IsPoolExhausted(Exception error) =>
            error is InvalidOperationException { InnerException: null, Source: "Microsoft.Data.SqlClient" };
    }
}

/// <summary>What an error of the database means for a request.</summary>
public enum DatabaseFault
{
    /// <summary>A unique key or primary key was violated.</summary>
    Duplicate,

    /// <summary>The wait for a row lock took too long.</summary>
    LockWait,

    /// <summary>Others were in the way: a deadlock, a changed row version, no memory or no connection left. The same again may succeed at once.</summary>
    Busy,

    /// <summary>A statement, or the wait for a connection, took longer than allowed. The same again would take as long.</summary>
    Slow,

    /// <summary>The server is away, restarts or fails over, or the connection to it was lost.</summary>
    Unavailable,

    /// <summary>The storage is full or read-only: nothing was written, and later it may work.</summary>
    Storage,

    /// <summary>Anything else: a fault of this program.</summary>
    Other,
}

public static class DialectExtensions
{
    /// <summary>The database's own error, wherever EF has wrapped it.</summary>
    public static DbException? DatabaseError(this Exception error) => error.Chain().OfType<DbException>().FirstOrDefault();

    /// <summary>The error and what EF or a driver has wrapped in it; nothing below the error of another part.</summary>
    internal static IEnumerable<Exception> Chain(this Exception error)
    {
        for (var at = error; at is not null; at = at.InnerException)
        {
            yield return at;
            if (at is not (DbUpdateException or InvalidOperationException or RetryLimitExceededException))
                yield break;
        }
    }
}
