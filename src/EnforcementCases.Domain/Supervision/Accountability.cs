namespace EnforcementCases.Domain.Supervision;

/// <summary>What a person is held accountable for.</summary>
/// <param name="PersonId">The person; had a part in the case.</param>
/// <param name="Measure">What is done: 约谈、通报批评、暂扣执法证件.</param>
/// <param name="Reason">The fault.</param>
public sealed record AccountabilityContent(Guid PersonId, string Measure, string Reason);

/// <summary>An entry of the register of accountability (责任追究): always for a fault in a reviewed file, never for a sum of fines.</summary>
public sealed class Accountability : IOwnedByOrganisation
{
    /// <summary>Longest measure.</summary>
    public const int MeasureMaxLength = 100;

    private Accountability() { }

    internal Accountability(Guid id, ReviewedFile file, AccountabilityContent content, Guid by, DateTimeOffset at)
    {
        (Id, FileId, CaseId, OrganisationPath) = (id, file.Id, file.CaseId, file.OrganisationPath);
        (PersonId, Measure, Reason, EnteredBy, EnteredAt) = (content.PersonId, content.Measure, content.Reason, by, at);
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>The reviewed file.</summary>
    public Guid FileId { get; private set; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; private set; }

    /// <inheritdoc />
    public string OrganisationPath { get; private set; } = "";

    /// <summary>The person held accountable.</summary>
    public Guid PersonId { get; private set; }

    /// <summary>What is done.</summary>
    public string Measure { get; private set; } = "";

    /// <summary>The fault.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>The person who entered it.</summary>
    public Guid EnteredBy { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset EnteredAt { get; private set; }
}
