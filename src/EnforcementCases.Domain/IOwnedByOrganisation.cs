namespace EnforcementCases.Domain;

/// <summary>Something that belongs to an organisation; visible only to readers whose scope includes that organisation.</summary>
public interface IOwnedByOrganisation
{
    /// <summary>Path of the organisation it belongs to.</summary>
    string OrganisationPath { get; }
}
