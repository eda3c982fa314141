using System.Data.Common;
using System.Net.Sockets;
using System.Reflection;
using EnforcementCases.Persistence.Databases;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Databases;

/// <summary>What each error of a database means for a request. The errors are made here, so no server is needed.</summary>
public sealed class DatabaseFaultTests
{
    private static readonly Dialect Sqlite = Dialect.Of(DatabaseProvider.Sqlite);
    private static readonly Dialect PostgreSql = Dialect.Of(DatabaseProvider.PostgreSql);
    private static readonly Dialect SqlServer = Dialect.Of(DatabaseProvider.SqlServer);

    [Theory]
    [InlineData(2601, DatabaseFault.Duplicate)] // a unique index
    [InlineData(2627, DatabaseFault.Duplicate)] // a unique constraint or the primary key
    [InlineData(1222, DatabaseFault.LockWait)]
    [InlineData(1204, DatabaseFault.Busy)]
    [InlineData(1205, DatabaseFault.Busy)] // deadlock
    [InlineData(3960, DatabaseFault.Busy)] // changed since the snapshot
    [InlineData(701, DatabaseFault.Busy)]
    [InlineData(8645, DatabaseFault.Busy)]
    [InlineData(17809, DatabaseFault.Busy)] // too many connections
    [InlineData(40501, DatabaseFault.Busy)]
    [InlineData(-2, DatabaseFault.Slow)]
    [InlineData(-1, DatabaseFault.Unavailable)]
    [InlineData(53, DatabaseFault.Unavailable)]
    [InlineData(233, DatabaseFault.Unavailable)]
    [InlineData(921, DatabaseFault.Unavailable)] // not recovered yet
    [InlineData(922, DatabaseFault.Unavailable)] // being recovered
    [InlineData(927, DatabaseFault.Unavailable)] // being restored
    [InlineData(942, DatabaseFault.Unavailable)] // offline
    [InlineData(976, DatabaseFault.Unavailable)] // not the primary replica
    [InlineData(978, DatabaseFault.Unavailable)]
    [InlineData(983, DatabaseFault.Unavailable)] // failing over
    [InlineData(4060, DatabaseFault.Unavailable)]
    [InlineData(6005, DatabaseFault.Unavailable)] // shutdown
    [InlineData(10054, DatabaseFault.Unavailable)]
    [InlineData(10060, DatabaseFault.Unavailable)]
    [InlineData(10061, DatabaseFault.Unavailable)]
    [InlineData(11001, DatabaseFault.Unavailable)]
    [InlineData(17142, DatabaseFault.Unavailable)] // paused
    [InlineData(18401, DatabaseFault.Unavailable)] // upgrades itself
    [InlineData(40197, DatabaseFault.Unavailable)]
    [InlineData(40613, DatabaseFault.Unavailable)]
    [InlineData(823, DatabaseFault.Storage)]
    [InlineData(1101, DatabaseFault.Storage)]
    [InlineData(1105, DatabaseFault.Storage)]
    [InlineData(3906, DatabaseFault.Storage)] // read-only
    [InlineData(3967, DatabaseFault.Storage)] // tempdb is full
    [InlineData(5149, DatabaseFault.Storage)]
    [InlineData(9002, DatabaseFault.Storage)] // the log is full
    [InlineData(207, DatabaseFault.Other)] // no such column
    [InlineData(2628, DatabaseFault.Other)] // too long
    [InlineData(547, DatabaseFault.Other)] // a foreign key
    public void SQL_Server_errors_are_told_apart_by_number(int number, DatabaseFault fault) =>
        SqlServer.FaultOf(Error(number)).ShouldBe(fault);

    [Fact]
    public void SQL_Server_that_refuses_the_connection_has_number_0_on_Linux()
    {
        SqlServer.FaultOf(Error(0, severity: 20, new SocketException(111))).ShouldBe(DatabaseFault.Unavailable);
        SqlServer.FaultOf(Error(0, severity: 11, new SocketException(111))).ShouldBe(DatabaseFault.Unavailable);
        SqlServer.FaultOf(Error(0, severity: 20)).ShouldBe(DatabaseFault.Unavailable); // it was lost
        SqlServer.FaultOf(Error(0, severity: 16)).ShouldBe(DatabaseFault.Other);
    }

    /// <summary>SqlClient connects, which it does not in globalization-invariant mode.</summary>
    [Fact]
    public async Task SQL_Server_that_is_not_there_is_unavailable()
    {
        await using var nobody = new SqlConnection(
            $"Server=127.0.0.1,{ClosedPort()};User Id=a;Password=b;ConnectRetryCount=0;Connect Timeout=10"
        );

        var raised = await Should.ThrowAsync<SqlException>(nobody.OpenAsync);

        SqlServer.FaultOf(raised).ShouldBe(DatabaseFault.Unavailable);
    }

    [Fact]
    public void SQL_Server_without_a_free_connection_is_busy_although_it_raised_no_error_of_the_database()
    {
        var exhausted = new InvalidOperationException("Timeout expired.") { Source = "Microsoft.Data.SqlClient" };

        SqlServer.FaultOf(exhausted).ShouldBe(DatabaseFault.Busy);
        SqlServer.FaultOf(new InvalidOperationException("a failure", exhausted)).ShouldBe(DatabaseFault.Busy);
        SqlServer.FaultOf(new InvalidOperationException("a bug") { Source = "Microsoft.EntityFrameworkCore" }).ShouldBeNull();
        PostgreSql.FaultOf(exhausted).ShouldBeNull();
    }

    [Theory]
    [InlineData(PostgresErrorCodes.UniqueViolation, DatabaseFault.Duplicate)]
    [InlineData(PostgresErrorCodes.LockNotAvailable, DatabaseFault.LockWait)]
    [InlineData(PostgresErrorCodes.DeadlockDetected, DatabaseFault.Busy)]
    [InlineData(PostgresErrorCodes.SerializationFailure, DatabaseFault.Busy)]
    [InlineData(PostgresErrorCodes.TooManyConnections, DatabaseFault.Busy)]
    [InlineData(PostgresErrorCodes.QueryCanceled, DatabaseFault.Slow)]
    [InlineData(PostgresErrorCodes.AdminShutdown, DatabaseFault.Unavailable)]
    [InlineData(PostgresErrorCodes.CrashShutdown, DatabaseFault.Unavailable)]
    [InlineData(PostgresErrorCodes.CannotConnectNow, DatabaseFault.Unavailable)]
    [InlineData(PostgresErrorCodes.InvalidCatalogName, DatabaseFault.Unavailable)]
    [InlineData(PostgresErrorCodes.ConnectionFailure, DatabaseFault.Unavailable)]
    [InlineData(PostgresErrorCodes.DiskFull, DatabaseFault.Storage)]
    [InlineData(PostgresErrorCodes.IoError, DatabaseFault.Storage)]
    [InlineData(PostgresErrorCodes.ReadOnlySqlTransaction, DatabaseFault.Storage)]
    [InlineData(PostgresErrorCodes.UndefinedColumn, DatabaseFault.Other)]
    [InlineData(PostgresErrorCodes.InternalError, DatabaseFault.Other)]
    [InlineData(PostgresErrorCodes.InternalError, DatabaseFault.Storage, "write_item")]
    public void PostgreSQL_errors_are_told_apart_by_state(string state, DatabaseFault fault, string? routine = null) =>
        PostgreSql.FaultOf((DbException)new PostgresException("", "ERROR", "ERROR", state, routine: routine)).ShouldBe(fault);

    [Fact]
    public void PostgreSQL_whose_connection_is_lost_or_refused_is_unavailable_and_one_that_does_not_answer_is_slow()
    {
        PostgreSql.FaultOf((DbException)new NpgsqlException("", new SocketException(111))).ShouldBe(DatabaseFault.Unavailable);
        PostgreSql.FaultOf((DbException)new NpgsqlException("", new EndOfStreamException())).ShouldBe(DatabaseFault.Unavailable);
        PostgreSql.FaultOf((DbException)new NpgsqlException("", new TimeoutException())).ShouldBe(DatabaseFault.Slow); // a statement, or no free connection
        PostgreSql.FaultOf(new SocketException(-131073)).ShouldBe(DatabaseFault.Unavailable); // the name does not resolve
        PostgreSql.FaultOf((DbException)new NpgsqlException("a bug")).ShouldBe(DatabaseFault.Other);
    }

    [Theory]
    [InlineData(19, 2067, DatabaseFault.Duplicate)] // UNIQUE
    [InlineData(19, 1555, DatabaseFault.Duplicate)] // PRIMARYKEY
    [InlineData(19, 787, DatabaseFault.Other)] // FOREIGNKEY
    [InlineData(5, 5, DatabaseFault.LockWait)]
    [InlineData(8, 8, DatabaseFault.Storage)] // READONLY
    [InlineData(10, 778, DatabaseFault.Storage)] // IOERR_WRITE
    [InlineData(13, 13, DatabaseFault.Storage)] // FULL
    [InlineData(14, 14, DatabaseFault.Storage)] // CANTOPEN
    [InlineData(1, 1, DatabaseFault.Other)]
    public void SQLite_errors_are_told_apart_by_code(int code, int extended, DatabaseFault fault) =>
        Sqlite.FaultOf((DbException)new SqliteException("", code, extended)).ShouldBe(fault);

    [Fact]
    public void An_error_is_found_in_what_EF_has_wrapped_it_in()
    {
        var deadlock = Error(1205);

        SqlServer.FaultOf(new DbUpdateException("", deadlock)).ShouldBe(DatabaseFault.Busy);
        SqlServer.FaultOf(new RetryLimitExceededException("", new DbUpdateException("", deadlock))).ShouldBe(DatabaseFault.Busy);
        SqlServer.FaultOf(new InvalidOperationException("", deadlock)).ShouldBe(DatabaseFault.Busy);
        SqlServer.FaultOf(new HttpRequestException("", new SocketException(111))).ShouldBeNull(); // not the database's
    }

    internal static int ClosedPort()
    {
        using var taken = new Socket(SocketType.Stream, ProtocolType.Tcp);
        taken.Bind(new System.Net.IPEndPoint(System.Net.IPAddress.Loopback, 0));
        return ((System.Net.IPEndPoint)taken.LocalEndPoint!).Port;
    }

    private static SqlException Error(int number, byte severity = 16, Exception? inner = null)
    {
        const BindingFlags Hidden = BindingFlags.NonPublic | BindingFlags.Instance;
        var errors = (SqlErrorCollection)typeof(SqlErrorCollection).GetConstructor(Hidden, [])!.Invoke([]);
        var error = typeof(SqlError)
            .GetConstructor(
                Hidden,
                [typeof(int), typeof(byte), typeof(byte), typeof(string), typeof(string), typeof(string), typeof(int), typeof(Exception)]
            )!
            .Invoke([number, (byte)1, severity, "server", "an error", "", 1, null]);
        typeof(SqlErrorCollection).GetMethod("Add", Hidden)!.Invoke(errors, [error]);
        return (SqlException)
            typeof(SqlException)
                .GetMethod(
                    "CreateException",
                    BindingFlags.NonPublic | BindingFlags.Static,
                    [typeof(SqlErrorCollection), typeof(string), typeof(Guid), typeof(Exception)]
                )!
                .Invoke(null, [errors, "16.0", Guid.Empty, inner])!;
    }
}
