using System.Buffers.Binary;
using System.Security.Cryptography;
using EnforcementCases.Domain;
using EnforcementCases.Persistence.Access;
using Microsoft.AspNetCore.Identity;

namespace EnforcementCases.Platform.Access;

/// <summary>Checks and makes passwords. Hashing takes a tenth of a second on purpose: sign-in does it before its transaction, never inside.</summary>
internal sealed class Passwords(IPasswordHasher<Account> hasher)
{
    public const int MinLength = 10;
    public const int MaxLength = 128;
    public const int KindsNeeded = 3;

    public static readonly DomainError TooWeak = new(
        "access.password-too-weak",
        null,
        ErrorKind.Unacceptable,
        "口令须不少于 10 位，含大写字母、小写字母、数字、符号中的至少三类，不含用户名，且不是常见口令"
    );

    private readonly string nobodys = hasher.HashPassword(null!, OneTime());

    /// <summary>Verifies a password; an unknown account takes about the same time and gives the same answer as a wrong password.</summary>
    public PasswordVerificationResult Verify(Account? account, string password)
    {
        var verified = hasher.VerifyHashedPassword(account!, account?.PasswordHash ?? nobodys, password);
        // a hash of fewer rounds, as of the demo's accounts, is verified sooner: the full rounds are spent all the same
        if (account?.PasswordHash is { } hash && RoundsOf(hash) < RoundsOf(nobodys))
            hasher.VerifyHashedPassword(null!, nobodys, password);
        return verified;
    }

    /// <summary>Rounds of a hash of ASP.NET Core Identity, version 3: a byte for the format, four for the function, four for the rounds.</summary>
    private static uint RoundsOf(string hash) =>
        BinaryPrimitives.ReadUInt32BigEndian(Convert.FromBase64String(hash).AsSpan(5, sizeof(uint)));

    public string Hash(string password) => hasher.HashPassword(null!, password);

    /// <summary>Whether the password is long enough and mixes enough kinds of characters.</summary>
    public static bool IsAllowed(string? password, string? userName) =>
        password is { Length: >= MinLength and <= MaxLength }
        && (string.IsNullOrEmpty(userName) || !password.Contains(userName, StringComparison.OrdinalIgnoreCase))
        && KindsIn(password) >= KindsNeeded
        && !CommonPasswords.Contains(password);

    /// <summary>A random password that must be changed at the first sign-in, without characters that look alike.</summary>
    public static string OneTime() =>
        string.Join(
            '-',
            RandomNumberGenerator.GetString("ABCDEFGHJKLMNPQRSTUVWXYZ", 4),
            RandomNumberGenerator.GetString("abcdefghijkmnpqrstuvwxyz", 4),
            RandomNumberGenerator.GetString("23456789", 4),
            RandomNumberGenerator.GetString("abcdefghijkmnpqrstuvwxyz23456789", 4)
        );

    private static int KindsIn(string password) =>
        (password.Any(char.IsUpper) ? 1 : 0)
        + (password.Any(char.IsLower) ? 1 : 0)
        + (password.Any(char.IsDigit) ? 1 : 0)
        + (password.Any(c => !char.IsLetterOrDigit(c)) ? 1 : 0);
}

/// <summary>Applies the same password policy within ASP.NET Core Identity.</summary>
internal sealed class PasswordPolicy : IPasswordValidator<Account>
{
    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password) =>
        Task.FromResult(
            Passwords.IsAllowed(password, user.UserName)
                ? IdentityResult.Success
                : IdentityResult.Failed(new IdentityError { Code = Passwords.TooWeak.Code, Description = Passwords.TooWeak.Title })
        );
}
