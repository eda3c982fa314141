using System.Collections.Concurrent;
using EnforcementCases.Domain;
using EnforcementCases.Domain.Access;
using EnforcementCases.Persistence;
using EnforcementCases.Persistence.Access;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Platform.Access;

/// <summary>The live sessions and what their accounts may do, as the database had them at most a few seconds ago.</summary>
/// <remarks>Read again every two seconds, so that a right withdrawn on one replica stops working on all; closed when it could not be read for five:
/// better no answer than one by yesterday's rights. Changes of this process take effect at once.</remarks>
internal sealed class SessionDirectory(IServiceScopeFactory scopes, AccessSettings settings, TimeProvider clock)
{
    public static readonly TimeSpan ReadEvery = TimeSpan.FromSeconds(2);

    public static readonly TimeSpan ClosedAfter = TimeSpan.FromSeconds(5);

    public static readonly DomainError Stale = new(
        "access.directory-stale",
        null,
        ErrorKind.Unavailable,
        "暂时无法核对登录和权限，未作任何改动，请稍后重试"
    );

    private const int AccountsPerQuery = 500;

    private readonly Lock gate = new();
    private readonly HashSet<Guid> forgottenWhileReading = [];
    private volatile ConcurrentDictionary<Guid, LiveSession?> sessions = new();
    private long forgotten;
    private long readAt;

    /// <summary>Whether the last reading is recent enough to be relied on.</summary>
    public bool IsFresh => Volatile.Read(ref readAt) is var read && read != 0 && clock.GetElapsedTime(read) <= ClosedAfter;

    /// <summary>The user of a session; null when it has ended.</summary>
    /// <exception cref="DomainException"><see cref="Stale"/>.</exception>
    public async ValueTask<SignedInUser?> FindAsync(Guid session, CancellationToken ct)
    {
        if (!IsFresh)
            throw Stale.With("登录目录未能及时更新");
        if (!sessions.TryGetValue(session, out var live))
            live = await LookUpAsync(session, ct);
        return live is not null && live.ExpiresAt > clock.GetUtcNow() ? live.User : null;
    }

    /// <summary>The user of a session, read from the database now: another replica may have accepted a second factor a moment ago.</summary>
    /// <exception cref="DomainException"><see cref="Stale"/>.</exception>
    public ValueTask<SignedInUser?> FindAnewAsync(Guid session, CancellationToken ct)
    {
        Forget(session);
        return FindAsync(session, ct);
    }

    /// <summary>Drops what is known of a session or of all sessions of an account; it is read anew when next asked for.</summary>
    public void Forget(Guid sessionOrAccount)
    {
        lock (gate)
        {
            forgotten++;
            forgottenWhileReading.Add(sessionOrAccount);
            Drop(sessions, [sessionOrAccount]);
        }
    }

    /// <summary>Reads all live sessions; details only of accounts that are new or whose rights have changed.</summary>
    public async Task ReadAsync(CancellationToken ct)
    {
        lock (gate)
            forgottenWhileReading.Clear();
        var started = clock.GetTimestamp();
        var known = sessions
            .Values.Where(s => s is not null)
            .GroupBy(s => s!.User.AccountId)
            .ToDictionary(s => s.Key, s => s.MaxBy(x => x!.RightsVersion)!);

        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var live = await LiveSessions(db, clock.GetUtcNow()).ToListAsync(ct);
        var users = new Dictionary<Guid, (SignedInUser User, int RightsVersion)>();
        var unknown = new List<Guid>();
        foreach (var (account, version) in live.Select(s => (s.AccountId, s.RightsVersion)).Distinct())
        {
            if (known.TryGetValue(account, out var session) && session.RightsVersion == version)
                users[account] = (session.User, version);
            else
                unknown.Add(account);
        }
        foreach (var chunk in unknown.Distinct().Chunk(AccountsPerQuery))
        {
            foreach (var (user, version) in await UsersAsync(db, chunk, ct))
                users[user.AccountId] = (user, version);
        }

        var fresh = new ConcurrentDictionary<Guid, LiveSession?>();
        foreach (var s in live)
        {
            if (users.TryGetValue(s.AccountId, out var found))
                fresh[s.SessionId] = new(found.User with { SessionId = s.SessionId, Proof = s.Proof }, found.RightsVersion, s.ExpiresAt);
        }
        lock (gate)
        {
            Drop(fresh, forgottenWhileReading); // changed by this process after the database was asked
            sessions = fresh;
        }
        Volatile.Write(ref readAt, started);
    }

    private async Task<LiveSession?> LookUpAsync(Guid session, CancellationToken ct)
    {
        while (true)
        {
            var seen = Volatile.Read(ref forgotten);
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
            var row = await LiveSessions(db, clock.GetUtcNow()).FirstOrDefaultAsync(s => s.SessionId == session, ct);
            var found = row is null
                ? null
                : (await UsersAsync(db, [row.AccountId], ct)).Select(u => ((SignedInUser, int)?)u).FirstOrDefault();
            var live =
                row is not null && found is var (user, version)
                    ? new LiveSession(user with { SessionId = session, Proof = row.Proof }, version, row.ExpiresAt)
                    : null;
            lock (gate)
            {
                if (forgotten != seen)
                    continue; // something changed while we read
                sessions[session] = live;
                return live;
            }
        }
    }

    private static void Drop(ConcurrentDictionary<Guid, LiveSession?> from, HashSet<Guid> ids)
    {
        if (ids.Count == 0)
            return;
        foreach (var (session, live) in from)
        {
            if (ids.Contains(session) || (live is not null && ids.Contains(live.User.AccountId)))
                from.TryRemove(session, out _);
        }
    }

    private static IQueryable<SessionRow> LiveSessions(AppDbContext db, DateTimeOffset now) =>
        from s in db.Sessions
        join a in db.Users.IgnoreQueryFilters() on s.AccountId equals a.Id
        where s.EndedAt == null && s.ExpiresAt > now && !a.Disabled
        select new SessionRow
        {
            SessionId = s.Id,
            AccountId = a.Id,
            ExpiresAt = s.ExpiresAt,
            RightsVersion = a.RightsVersion,
            OpenedBy = s.OpenedBy,
            SecondProof = s.SecondProof,
            SecondProofAt = s.SecondProofAt,
        };

    private async Task<List<(SignedInUser User, int RightsVersion)>> UsersAsync(AppDbContext db, Guid[] accounts, CancellationToken ct)
    {
        var rows = await (
            from a in db.Users.IgnoreQueryFilters().AsNoTracking()
            join p in db.Persons on a.PersonId equals p.Id
            join o in db.Organisations on a.OrganisationId equals o.Id
            where accounts.Contains(a.Id)
            select new
            {
                a.Id,
                a.PersonId,
                p.Name,
                a.OrganisationId,
                o.Path,
                o.OrganId,
                a.MustChangePassword,
                HasSecondFactor = a.SecondFactorSince != null,
                a.RightsVersion,
                Roles = a.Roles.Where(r => r.Role != Role.System).Select(r => r.Role).ToList(), // only the program itself is the system
            }
        ).ToListAsync(ct);
        return rows.ConvertAll(r =>
            (
                new SignedInUser(
                    r.Id,
                    r.PersonId,
                    r.Name,
                    SessionId: default,
                    r.OrganisationId,
                    r.Path,
                    r.OrganId,
                    r.Roles.ToHashSet(),
                    r.MustChangePassword,
                    r.HasSecondFactor,
                    OwesSecondFactor: settings.Owes(r.Roles),
                    SessionProof.None,
                    settings.StepUpFor
                ),
                r.RightsVersion
            )
        );
    }

    private sealed record LiveSession(SignedInUser User, int RightsVersion, DateTimeOffset ExpiresAt);

    private sealed class SessionRow
    {
        public Guid SessionId { get; init; }

        public Guid AccountId { get; init; }

        public DateTimeOffset ExpiresAt { get; init; }

        public int RightsVersion { get; init; }

        public SignInWay OpenedBy { get; init; }

        public SecondProof? SecondProof { get; init; }

        public DateTimeOffset? SecondProofAt { get; init; }

        public SessionProof Proof => new(OpenedBy, SecondProof, SecondProofAt);
    }
}

/// <summary>Keeps the directory of sessions fresh.</summary>
internal sealed class SessionDirectoryLoop(SessionDirectory directory, ILogger<SessionDirectoryLoop> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(SessionDirectory.ReadEvery);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await directory.ReadAsync(stoppingToken);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                log.LogError(error, "The directory of sessions could not be read; it closes soon.");
            }
        }
    }
}
