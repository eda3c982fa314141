using EnforcementCases.Domain.Access;

namespace EnforcementCases.Persistence.Access;

/// <summary>An office (任职) that a person held through an account, from a day until a day. Offices are ended, never rewritten, so that what was lawful on a day stays so.</summary>
public sealed class Office
{
    private Office() { }

    internal Office(Account account, int place, Role role, DateOnly from)
    {
        (AccountId, Place, PersonId) = (account.Id, place, account.PersonId);
        (OrganisationPath, Role, From) = (account.OrganisationPath, role, from);
    }

    public Guid AccountId { get; private set; }

    /// <summary>Position among the offices of the account, from 1.</summary>
    public int Place { get; private set; }

    public Guid PersonId { get; private set; }

    /// <summary>Where it is held.</summary>
    public string OrganisationPath { get; private set; } = "";

    public Role Role { get; private set; }

    /// <summary>First day.</summary>
    public DateOnly From { get; private set; }

    /// <summary>Last day, inclusive; null while it is held.</summary>
    public DateOnly? Until { get; private set; }

    /// <summary>The first day is that on which the account was opened, because none was kept then; the office may be older.</summary>
    public bool FromAssumed { get; private set; }

    /// <summary>Ends it with a day, at the earliest with its first.</summary>
    internal void End(DateOnly on) => Until = on < From ? From : on;

    /// <summary>Enters the day on which it really began.</summary>
    internal void BeganOn(DateOnly from) => (From, FromAssumed) = (from, false);
}
