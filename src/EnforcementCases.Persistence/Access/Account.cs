using EnforcementCases.Domain;
using EnforcementCases.Domain.Access;
using Microsoft.AspNetCore.Identity;

namespace EnforcementCases.Persistence.Access;

/// <summary>A sign-in account (账号) of a person in an organisation; a person may have several.</summary>
public sealed class Account : IdentityUser<Guid>, IOwnedByOrganisation
{
    public const int UserNameMaxLength = 64;

    /// <summary>Wrong passwords and codes in a row before the account is locked.</summary>
    public const int WrongProofsAllowed = 5;

    /// <summary>First lock-out; each further one without a sign-in between doubles it.</summary>
    public static readonly TimeSpan FirstLockOut = TimeSpan.FromMinutes(1);

    public static readonly TimeSpan LongestLockOut = TimeSpan.FromMinutes(30);

    private Account() { }

    public Account(Guid id, string userName, Guid personId, Organisation organisation, DateTimeOffset at)
    {
        Id = id;
        UserName = userName;
        PersonId = personId;
        (OrganisationId, OrganisationPath) = (organisation.Id, organisation.Path);
        CreatedAt = at;
    }

    public Guid PersonId { get; private set; }

    public Guid OrganisationId { get; private set; }

    /// <inheritdoc />
    public string OrganisationPath { get; private set; } = "";

    /// <summary>Counted up whenever what the account may do changes; every replica reads it anew then.</summary>
    public int RightsVersion { get; private set; } = 1;

    /// <summary>The password is a one-time one: nothing but changing it is allowed.</summary>
    public bool MustChangePassword { get; private set; }

    public bool Disabled { get; private set; }

    /// <summary>Lock-outs since the last sign-in; each doubles the next.</summary>
    public int LockOutsInARow { get; private set; }

    /// <summary>Since when it signs in with a second factor; null if it does not.</summary>
    public DateTimeOffset? SecondFactorSince { get; private set; }

    /// <summary>Keyed hash of the owner's id at the external authority; null if the account signs in here alone.</summary>
    public string? ExternalKey { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public List<AccountRole> Roles { get; private set; } = [];

    /// <summary>The history of its roles: who held which office when.</summary>
    public List<Office> Offices { get; private set; } = [];

    /// <summary>Whether wrong passwords or codes have locked it for now.</summary>
    public bool IsLockedAt(DateTimeOffset now) => LockoutEnd > now;

    /// <summary>Counts a wrong password or code; false if it locked the account.</summary>
    public bool CountWrongProof(DateTimeOffset now)
    {
        if (++AccessFailedCount < WrongProofsAllowed)
            return true;
        var length = FirstLockOut * Math.Pow(2, Math.Min(LockOutsInARow, 10));
        LockoutEnd = now + (length < LongestLockOut ? length : LongestLockOut);
        LockOutsInARow++;
        AccessFailedCount = 0;
        return false;
    }

    /// <summary>Forgets wrong passwords and codes: after a complete sign-in, or by the administrator.</summary>
    public void Unlock()
    {
        LockoutEnd = null;
        (AccessFailedCount, LockOutsInARow) = (0, 0);
    }

    /// <param name="on">First day of the new roles, and last day of those that end. Of a role that stays, the day on which it really began, if that is not known yet.</param>
    public void ReplaceRoles(IReadOnlySet<Role> roles, DateOnly on)
    {
        EndOffices(on, except: roles);
        foreach (var role in roles)
        {
            var held = Offices.Find(o => o.Role == role && o.Until is null);
            if (held is null)
                Offices.Add(new(this, Offices.Count + 1, role, on));
            else if (held.FromAssumed && on < held.From)
                held.BeganOn(on);
        }
        Roles.RemoveAll(r => !roles.Contains(r.Role));
        Roles.AddRange(roles.Except(Roles.Select(r => r.Role)).Select(r => new AccountRole { AccountId = Id, Role = r }));
        RightsVersion++;
    }

    /// <param name="oneTime">True if somebody else knows the password: it must be changed before anything else.</param>
    public void PasswordWasSet(bool oneTime)
    {
        MustChangePassword = oneTime;
        RightsVersion++;
    }

    public void SecondFactorWasSet(DateTimeOffset at)
    {
        SecondFactorSince = at;
        RightsVersion++;
    }

    public void SecondFactorWasReset()
    {
        SecondFactorSince = null;
        RightsVersion++;
    }

    public void LinkExternal(string? key)
    {
        ExternalKey = key;
        RightsVersion++;
    }

    /// <summary>Follows its person into another organisation, without its roles: an administrator there grants new ones.</summary>
    /// <param name="on">Last day of its offices.</param>
    public void MoveTo(Organisation organisation, DateOnly on)
    {
        EndOffices(on);
        (OrganisationId, OrganisationPath) = (organisation.Id, organisation.Path);
        Roles.Clear();
        RightsVersion++;
    }

    /// <param name="on">Last day of its offices.</param>
    public void Disable(DateOnly on)
    {
        EndOffices(on);
        Disabled = true;
        RightsVersion++;
    }

    private void EndOffices(DateOnly on, IReadOnlySet<Role>? except = null)
    {
        foreach (var office in Offices.Where(o => o.Until is null && except?.Contains(o.Role) is not true))
            office.End(on);
    }
}

/// <summary>A role that an account holds in its organisation.</summary>
public sealed class AccountRole
{
    public Guid AccountId { get; init; }

    public Role Role { get; init; }
}
