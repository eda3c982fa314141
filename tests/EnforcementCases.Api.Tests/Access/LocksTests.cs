using EnforcementCases.Api.Tests.Fixture;
using EnforcementCases.Persistence.Access;
using EnforcementCases.Platform.Access;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Access;

/// <summary>Locks that stop who guesses and nobody else.</summary>
public sealed class LocksTests(ApiFixture api)
{
    [Fact]
    public async Task A_strangers_wrong_passwords_do_not_keep_a_running_session_from_signing()
    {
        await using var own = await ApiFixture.StartAsync();
        var head = own.WithToken((await own.SignIn("hg-head")).AccessToken);
        for (var i = 0; i < 5; i++)
            await own.Anonymous.PostJson("session", new { userName = "hg-head", password = "Wrong-2026-pass" });
        (await own.Anonymous.PostJson("session", new { userName = "hg-head", password = ApiFixture.DemoPassword })).ShouldBeProblem(
            401,
            "access.sign-in-failed"
        );

        (await head.PostJson("session/step-up", new { code = own.CodeOf("hg-head") })).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Wrong_codes_are_counted_over_sign_in_and_step_up_and_only_a_right_code_resets_them()
    {
        await using var own = await ApiFixture.StartAsync();
        var head = own.WithToken((await own.SignIn("hg-head")).AccessToken);
        (await head.PostJson("session/step-up", new { code = "000000" })).ShouldBeProblem(422, "session.code-refused");
        (await head.PostJson("session/step-up", new { code = "000000" })).ShouldBeProblem(422, "session.code-refused");
        for (var i = 0; i < 3; i++)
            (await Answer(own, await own.Challenge("hg-head"), "000000")).ShouldBeProblem(401, "session.second-factor-refused");

        (await head.PostJson("session/step-up", new { code = own.CodeOf("hg-head") })).ShouldBeProblem(422, "session.code-refused");
        var account = EnforcementCases.Api.Access.DemoIds.Account("hg-head");
        (await own.SignedInAs("hg-admin").PostJson($"admin/accounts/{account}/unlock")).Status.ShouldBe(200);
        (await head.PostJson("session/step-up", new { code = own.CodeOf("hg-head") })).ShouldBeProblem(422, "session.code-refused");

        own.Clock.Advance(TimeSpan.FromMinutes(1));
        (await head.PostJson("session/step-up", new { code = own.CodeOf("hg-head") })).Status.ShouldBe(200);
        (await own.SecurityEventsOf("hg-auditor")).Count(e => e == "SecondFactorLocked").ShouldBe(1);
    }

    [Fact]
    public async Task A_challenge_is_good_for_one_sign_in()
    {
        var (userName, password, _) = await api.GivenAccountInUse("Cashier");
        var codes = await api.SetSecondFactor(userName, (await api.SignIn(userName, password)).AccessToken);
        var challenge = await api.Challenge(userName, password);
        (await Recover(challenge, codes[0])).Status.ShouldBe(200);

        (await Recover(challenge, codes[1])).ShouldBeProblem(401, "session.second-factor-refused");
        (await Recover(await api.Challenge(userName, password), codes[1])).Status.ShouldBe(200); // the code was not spent
    }

    [Theory]
    [InlineData("Password123!")]
    [InlineData("P@ssw0rd2026")]
    [InlineData("Admin@123456")]
    [InlineData("1qaz@WSX3edc")]
    [InlineData("Woaini520!!")]
    [InlineData("Chengguan#2026")]
    public async Task What_everybody_tries_first_is_no_password(string common)
    {
        var (userName, oneTime, _) = await api.GivenAccount("Cashier");
        var client = api.WithToken((await api.SignIn(userName, oneTime)).AccessToken);

        (await client.PostJson("session/password", new { currentPassword = oneTime, newPassword = common })).ShouldBeProblem(
            422,
            "access.password-too-weak"
        );
    }

    /// <summary>A stranger could otherwise tell the accounts of the demo, or any hashed with fewer rounds, by how soon they are refused.</summary>
    [Fact]
    public void A_cheap_hash_is_refused_with_as_much_work_as_any_other()
    {
        var counting = new CountingHasher(rounds: 3_000);
        var passwords = new Passwords(counting);
        var cheap = new PasswordHasher<Account>(Options.Create(new PasswordHasherOptions { IterationCount = 1_000 }));
        var account = new Account(
            Guid.NewGuid(),
            "x",
            Guid.NewGuid(),
            new(Guid.NewGuid(), null, Domain.Access.OrganisationKind.City, "tj", "天津市", new(), DateTimeOffset.UnixEpoch),
            DateTimeOffset.UnixEpoch
        )
        {
            PasswordHash = cheap.HashPassword(null!, "Some-2026-pass"),
        };

        passwords.Verify(account, "Wrong-2026-pass").ShouldBe(PasswordVerificationResult.Failed);
        counting.FullVerifications.ShouldBe(1);
        passwords.Verify(null, "Wrong-2026-pass").ShouldBe(PasswordVerificationResult.Failed);
        counting.FullVerifications.ShouldBe(2);
    }

    private static Task<ApiAnswer> Answer(ApiFixture own, ApiAnswer challenge, string code) =>
        own.Anonymous.PostJson("session/challenge", new { challenge = challenge["challenge"].GetString(), code });

    private Task<ApiAnswer> Recover(ApiAnswer challenge, string recoveryCode) =>
        api.Anonymous.PostJson("session/challenge", new { challenge = challenge["challenge"].GetString(), recoveryCode });

    /// <summary>Counts verifications of hashes that it made itself, with all rounds.</summary>
    private sealed class CountingHasher(int rounds) : IPasswordHasher<Account>
    {
        private readonly PasswordHasher<Account> inner = new(Options.Create(new PasswordHasherOptions { IterationCount = rounds }));
        private readonly HashSet<string> made = new(StringComparer.Ordinal);

        public int FullVerifications { get; private set; }

        public string HashPassword(Account user, string password)
        {
            var hash = inner.HashPassword(user, password);
            made.Add(hash);
            return hash;
        }

        public PasswordVerificationResult VerifyHashedPassword(Account user, string hashedPassword, string providedPassword)
        {
            if (made.Contains(hashedPassword))
                FullVerifications++;
            return inner.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }
}
