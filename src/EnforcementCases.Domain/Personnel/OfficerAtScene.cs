namespace EnforcementCases.Domain.Personnel;

/// <summary>An officer who acted, as stored in the case.</summary>
/// <param name="Name">Name as printed.</param>
/// <param name="Acting">Person, capacity and certificate, as needed for the legal checks.</param>
public sealed record OfficerAtScene(string Name, ActingOfficer Acting)
{
    /// <summary>The person.</summary>
    public Guid PersonId => Acting.Person;
}
