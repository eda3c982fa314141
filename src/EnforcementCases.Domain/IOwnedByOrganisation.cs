namespace EnforcementCases.Domain;

/// <summary>Something that belongs to an organisation and is seen only by readers whose scope holds it.</summary>
public interface IOwnedByOrganisation
{
    /// <summary>Path of the organisation it belongs to.</summary>
    string OrganisationPath { get; }
}
