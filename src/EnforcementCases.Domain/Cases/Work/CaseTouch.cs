namespace EnforcementCases.Domain.Cases.Work;

/// <summary>When a person last did something in a case (办理过的案件).</summary>
public sealed class CaseTouch : IOwnedByOrganisation
{
    private CaseTouch() { }

    /// <summary>The person does something in a case for the first time.</summary>
    public CaseTouch(Guid personId, EnforcementCase @case, DateTimeOffset at) =>
        (PersonId, CaseId, OrganisationPath, TouchedAt) = (personId, @case.Id, @case.OrganisationPath, at);

    /// <summary>The person.</summary>
    public Guid PersonId { get; private set; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; private set; }

    /// <inheritdoc />
    public string OrganisationPath { get; private set; } = "";

    /// <summary>When the server last stored something that the person did in it.</summary>
    public DateTimeOffset TouchedAt { get; private set; }

    /// <summary>The person does something again.</summary>
    public void Again(DateTimeOffset at) => TouchedAt = at;
}
