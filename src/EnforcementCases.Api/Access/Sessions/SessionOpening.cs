using EnforcementCases.Persistence;
using EnforcementCases.Persistence.Access;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Access.Sessions;

/// <summary>Opens and continues sessions.</summary>
internal sealed class SessionOpening(
    AppDbContext db,
    AccessTokens access,
    RefreshTokens refresh,
    SealedTickets tickets,
    SecurityJournal journal,
    RequestContext context,
    AccessSettings settings,
    TimeProvider clock
)
{
    /// <summary>How long a challenge is valid: time to fetch a phone.</summary>
    public static readonly TimeSpan ChallengeGoodFor = TimeSpan.FromMinutes(5);

    private const string Challenge = "challenge";

    /// <summary>A session that is not refreshed for this long ends: one shift.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromHours(12);

    /// <summary>Longest duration of a session, however often it is refreshed.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    /// <summary>Reads an account and locks its row until the commit, so that wrong passwords sent at the same moment are all counted.</summary>
    public async Task<Account?> LockAccountAsync(Guid id, CancellationToken ct)
    {
        var account = db.Users.IgnoreQueryFilters().Where(a => a.Id == id);
        await account.ExecuteUpdateAsync(a => a.SetProperty(x => x.AccessFailedCount, x => x.AccessFailedCount), ct);
        return await account.FirstOrDefaultAsync(ct);
    }

    /// <summary>The step after a correct first factor: a session, or a challenge if the account has a second one. Failures are reset only after the last factor.</summary>
    public async Task<SignInAnswer> AfterFirstFactorAsync(Account account, string? device, SignInWay by, CancellationToken ct)
    {
        if (account.SecondFactorSince is null)
            return SignInAnswer.Of(await OpenAsync(account, device, by, second: null, secondAt: null, ct));
        journal.Note(SecurityEventKind.SecondFactorAsked, account);
        var asked = new AskedSecondFactor(Guid.CreateVersion7(clock.GetUtcNow()), account.Id, account.RightsVersion, device, by);
        return SignInAnswer.Asking(tickets.Seal(asked, Challenge, ChallengeGoodFor), ChallengeGoodFor);
    }

    /// <summary>The account that a challenge was issued for; null for a foreign or expired challenge.</summary>
    public AskedSecondFactor? Asked(string challenge) => tickets.Open<AskedSecondFactor>(challenge, Challenge);

    /// <summary>Opens a session after all required factors were proved.</summary>
    public async Task<SessionTokens> OpenAsync(
        Account account,
        string? device,
        SignInWay by,
        SecondProof? second,
        DateTimeOffset? secondAt,
        CancellationToken ct,
        Guid? challenge = null
    )
    {
        var now = clock.GetUtcNow();
        account.Unlock();
        journal.Note(SecurityEventKind.SignedIn, account, $"{by}{(second is null ? "" : $" + {second}")}");
        var id = Guid.CreateVersion7(now);
        var session = new Session(id, account.Id, device, by, RefreshTokens.Hash(refresh.Make(id, 0)), now, Idle);
        if (second is { } proof)
            session.Prove(proof, secondAt);
        if (challenge is { } answered)
            session.Answered(answered);
        session.SeenFrom(ClientAddress.Mask(context.RemoteAddress));
        db.Sessions.Add(session);
        await db.Entry(account).Collection(a => a.Roles).LoadAsync(ct);
        return TokensOf(session, account);
    }

    public SessionTokens Rotate(Session session, Account account)
    {
        var now = clock.GetUtcNow();
        var end = session.CreatedAt + Longest;
        session.SeenFrom(ClientAddress.Mask(context.RemoteAddress));
        session.Rotate(RefreshTokens.Hash(refresh.Make(session.Id, session.Generation + 1)), now, now + Idle < end ? now + Idle : end);
        return TokensOf(session, account);
    }

    /// <param name="account">With its roles.</param>
    public SessionTokens TokensOf(Session session, Account account) =>
        new(
            access.Issue(account.Id, session.Id),
            (int)AccessTokens.Lifetime.TotalSeconds,
            refresh.Make(session.Id, session.Generation),
            session.ExpiresAt,
            account.MustChangePassword && session.OpenedBy == SignInWay.Password,
            settings.Owes(account.Roles.Select(r => r.Role))
                && account.SecondFactorSince is null
                && session.SecondProof != SecondProof.Authority
        );
}

/// <summary>The content of a challenge.</summary>
/// <param name="Id">Identity of the challenge: it opens one session.</param>
/// <param name="AccountId">The account whose first factor was right.</param>
/// <param name="RightsVersion">Its version at that time: if it has changed since, the sign-in must begin again.</param>
/// <param name="Device">Name that the client gave for its device.</param>
/// <param name="By">Kind of first factor.</param>
internal sealed record AskedSecondFactor(Guid Id, Guid AccountId, int RightsVersion, string? Device, SignInWay By);
