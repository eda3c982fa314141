using EnforcementCases.Domain;
using EnforcementCases.Domain.Access;
using EnforcementCases.Persistence.Access;

namespace EnforcementCases.Api.Access.SecondPersons;

/// <summary>A change that a second person confirms (待确认的变更).</summary>
/// <param name="Id">Identity, for confirming or refusing it.</param>
/// <param name="Kind">What is changed.</param>
/// <param name="Term">Its name, in the requested language.</param>
/// <param name="State"><c>Waiting</c>: to be confirmed; <c>Confirmed</c>: takes effect at its time; <c>Done</c>; <c>Refused</c>.</param>
/// <param name="AccountId">The account; null for a change of an organisation.</param>
/// <param name="OrganisationId">The organisation, or that of the account.</param>
/// <param name="Roles">Roles to be granted, or those that an administrator is to have instead; otherwise empty.</param>
/// <param name="AskedBy">The person who asked.</param>
/// <param name="AskedAt">When it was asked.</param>
/// <param name="AnsweredBy">The person who confirmed or refused it; null if nobody did.</param>
/// <param name="EffectiveAt">When it takes effect, unless it is refused before; null while it must be confirmed first.</param>
public sealed record GuardedChangeView(
    Guid Id,
    GuardedChangeKind Kind,
    [property: Bilingual] string Term,
    GuardedChangeState State,
    Guid? AccountId,
    Guid OrganisationId,
    IReadOnlyList<Role> Roles,
    Guid AskedBy,
    DateTimeOffset AskedAt,
    Guid? AnsweredBy,
    DateTimeOffset? EffectiveAt
)
{
    /// <summary>Name that the organisation is to have; null unless its particulars are changed.</summary>
    public string? Name { get; init; }

    /// <summary>Particulars that the organisation is to have; null unless they are changed.</summary>
    public OrganisationProfile? Profile { get; init; }

    /// <summary>SHA-256 of the seal that the organisation is to have, 64 lower-case hex digits; null unless it is changed.</summary>
    public string? SealSha256 { get; init; }

    internal static GuardedChangeView Of(GuardedChange change)
    {
        var content = GuardedContent.Of(change);
        return new(
            change.Id,
            change.Kind,
            change.Kind.Term(),
            change.State,
            change.AccountId,
            change.OrganisationId,
            content.Roles,
            change.AskedBy,
            change.AskedAt,
            change.AnsweredBy,
            change.EffectiveAt
        )
        {
            Name = content.Name,
            Profile = content.Profile,
            SealSha256 = content.SealSha256,
        };
    }
}
