using System.Collections.Frozen;
using System.Net.Sockets;
using Microsoft.Data.SqlClient;

namespace EnforcementCases.Persistence.Databases;

/// <summary>The error numbers of SQL Server by what they mean for a request. <see cref="SqlException"/> marks none of them as transient.</summary>
internal static class SqlServerErrors
{
    /// <summary>From this severity on the server has ended the connection.</summary>
    private const int ConnectionEnded = 20;

    private const int ClientTimeout = -2;

    private static readonly FrozenDictionary<int, DatabaseFault> Known = Table(
        (DatabaseFault.Duplicate, [2601, 2627]),
        (DatabaseFault.LockWait, [1222]),
        (
            DatabaseFault.Busy,
            [
                1204, // no locks left
                1205, // chosen as victim of a deadlock
                1221, // the locks of the transaction are gone; the server asks to try again
                3960, // the row was changed since the snapshot
                3961, // the table was changed since the snapshot
                701, // no memory for the statement
                802, // no memory in the buffer pool
                8628, // no memory to plan the statement in time
                8645, // no memory in time to run the statement
                8651, // less memory than the statement needs at least
                10928, // Azure: limit of the resource is reached
                10929, // Azure: the server is too busy
                10936, // Azure: limit of requests is reached
                17300, // no memory for another session
                17809, // the limit of connections is reached
                40501, // Azure: the service is busy
                49918, // Azure: no resources for the request
                49919, // Azure: too many operations
                49920, // Azure: too many operations
            ]
        ),
        (DatabaseFault.Slow, [ClientTimeout]),
        (
            DatabaseFault.Unavailable,
            [
                -1, // no connection
                2, // the instance was not found
                20, // the instance does not support what was asked when connecting
                53, // the network path was not found
                64, // the connection was lost during the login
                109, // the pipe has ended
                121, // the time for a packet has run out
                233, // no process at the other end
                258, // the wait ran out
                596, // the session is being ended
                615, // the database is not found, it may be offline
                904, // the database cannot start by itself
                913, // the database is not in the server's list
                921, // the database is not recovered yet
                922, // the database is being recovered
                923, // the database is open to its owner alone
                924, // the database is in use by a single user
                926, // recovery has failed
                927, // the database is being restored
                942, // the database is offline
                952, // the database changes its state
                954, // the database is the mirror of another
                955, // the mirrored database has no quorum
                976, // the replica does not take connections
                978, // the replica takes connections that only read
                979, // the replica takes connections that only read, by the listener
                982, // the replica takes no connections that read
                983, // the group is not primary here: it fails over
                988, // the group of replicas has no quorum
                4060, // the database cannot be opened by this login, also while it is taken over
                4221, // the secondary waits for row versions
                6002, // shutdown is in progress
                6005, // shutdown is in progress
                6006, // the server was shut down
                10053, // the connection was aborted
                10054, // the connection was reset
                10060, // the server did not answer
                10061, // the connection was refused
                11001, // the name of the server does not resolve
                17142, // the server is paused
                17147, // the server is shutting down
                17148, // the server is shutting down
                18401, // the server is being upgraded
                18451, // only administrators may connect
                18461, // single-user mode
                40143, // Azure: the connection could not be made
                40197, // Azure: the service was changed underneath
                40613, // Azure: the database is not available
                42108, // Azure: the pool is paused
                42109, // Azure: the pool is paused
            ]
        ),
        (
            DatabaseFault.Storage,
            [
                823, // an error of the operating system while reading or writing
                824, // a page is damaged
                945, // files of the database are away, or there is no room
                1101, // no new page: the filegroup is full
                1104, // tempdb is full
                1105, // the filegroup is full
                1827, // the limit of the edition is reached
                3906, // the database is read-only
                3908, // the database is in emergency mode
                3958, // row versions are gone because tempdb is full
                3959, // tempdb is full: no row versions
                3966, // rolled back because tempdb was full
                3967, // tempdb is full: no row versions
                5144, // growing a file was cancelled or took too long
                5149, // a file could not grow
                9001, // the log is not available
                9002, // the log is full
                40544, // Azure: the limit of the size is reached
            ]
        )
    );

    /// <summary>What an error means; the first of its errors decides, as the others are its context.</summary>
    public static DatabaseFault FaultOf(SqlException error) =>
        Known.TryGetValue(error.Number, out var fault) ? fault
        : error.Class >= ConnectionEnded || error.InnerException is SocketException ? DatabaseFault.Unavailable // number 0 on Linux
        : DatabaseFault.Other;

    private static FrozenDictionary<int, DatabaseFault> Table(params (DatabaseFault Fault, int[] Numbers)[] rows) =>
        rows.SelectMany(r => r.Numbers.Select(n => KeyValuePair.Create(n, r.Fault))).ToFrozenDictionary();
}
