using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Personnel;

/// <summary>A person who held offices in an organ on a day (任职人员), as the history of its accounts shows them.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="Name">Name as printed.</param>
/// <param name="OrganisationPath">Path of the organisation where the offices are held.</param>
/// <param name="Roles">The offices.</param>
public sealed record OfficeHolder(Guid PersonId, string Name, string OrganisationPath, IReadOnlySet<Role> Roles)
{
    /// <summary>The person did not hold the office on the day of the act.</summary>
    public static readonly DomainError NotInOffice = new(
        "office.not-held-on-day",
        "REF-OWN-GATE",
        ErrorKind.RuleBroken,
        "办理之日不担任该职务",
        PenaltyLaw.At("第五十七条")
    );

    /// <summary>Offices that give the power to approve, decide, review or host; the others only show what somebody works on.</summary>
    public static IReadOnlySet<Role> Offices { get; } =
        new HashSet<Role> { Role.TeamLead, Role.LegalReviewer, Role.HearingHost, Role.DeputyHead, Role.Head };

    /// <summary>Refuses an act that only holders of an office may do, by a person who holds it now and did not hold it on the day of the act.</summary>
    /// <param name="allowed">Who may do the act.</param>
    /// <param name="now">What the person may do today.</param>
    /// <param name="then">The offices of the person on the day of the act.</param>
    /// <param name="on">Day of the act.</param>
    /// <exception cref="DomainException"><see cref="NotInOffice"/>.</exception>
    [StatutoryRule("REF-OWN-GATE")]
    public static void EnsureHeld(IReadOnlySet<Role> allowed, IReadOnlySet<Role> now, IReadOnlySet<Role> then, DateOnly on)
    {
        var acting = now.Where(allowed.Contains).ToList();
        if (acting.Count > 0 && acting.TrueForAll(r => Offices.Contains(r) && !then.Contains(r)))
            throw NotInOffice
                .With(
                    $"{on:yyyy-MM-dd} 不担任：{string.Join('、', acting.Select(r => r.Term()))}",
                    "由当日任职的人员办理；任职日期有误的，由系统管理员更正"
                )
                .At("/doneAt");
    }

    /// <summary>Whether the person is a leader (负责人) of an organ itself, not of a unit inside it.</summary>
    internal bool IsLeaderOf(string organPath) =>
        string.Equals(OrganisationPath, organPath, StringComparison.Ordinal)
        && (Roles.Contains(Role.Head) || Roles.Contains(Role.DeputyHead));
}
