using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Recording;
using EnforcementCases.Domain.Text;

namespace EnforcementCases.Domain.Personnel;

/// <summary>How a person is employed.</summary>
public enum StaffKind
{
    /// <summary>在编: permanent staff; may be certified as an officer.</summary>
    Establishment,

    /// <summary>辅助: auxiliary staff; records and uploads, and never signs or decides.</summary>
    Auxiliary,
}

/// <summary>A person who works in an organisation (人员). Separation of duty is by person; a person may have several accounts.</summary>
public sealed class Person : RecordedAggregate, IOwnedByOrganisation
{
    /// <summary>Longest name.</summary>
    public const int NameMaxLength = 60;

    /// <summary>Longest staff number.</summary>
    public const int StaffNumberMaxLength = 40;

    /// <summary>Longest number of a legal profession qualification.</summary>
    public const int QualificationNumberMaxLength = 40;

    /// <summary>No such person, or not within the reader's scope.</summary>
    public static readonly DomainError NotFound = new("person.not-found", null, ErrorKind.NotFound, "没有找到该人员");

    private Person() { }

    /// <summary>Enters a person, whose name has one spelling.</summary>
    /// <exception cref="DomainException">The name has characters that are not allowed (<see cref="TextRules"/>).</exception>
    public Person(Guid id, string name, string? staffNumber, StaffKind kind, Organisation organisation)
    {
        (Id, Name, StaffNumber, Kind) = (id, TextRules.Name(name), staffNumber, kind);
        (OrganisationId, OrganisationPath) = (organisation.Id, organisation.Path);
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>Name, as printed on documents.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Number within the organisation (工号); null if none is used.</summary>
    public string? StaffNumber { get; private set; }

    /// <summary>How the person is employed.</summary>
    public StaffKind Kind { get; private set; }

    /// <summary>Where the person works.</summary>
    public Guid OrganisationId { get; private set; }

    /// <inheritdoc />
    public string OrganisationPath { get; private set; } = "";

    /// <summary>Date of the national legal profession qualification (法律职业资格); null if none.</summary>
    public DateOnly? LegalQualifiedOn { get; private set; }

    /// <summary>Its number; null if none.</summary>
    public string? LegalQualificationNumber { get; private set; }

    /// <summary>Date of the first legal review of a penalty ever (初次从事法制审核); null if there was none yet.</summary>
    public DateOnly? FirstReviewOn { get; private set; }

    /// <summary>Version, raised by every change.</summary>
    public int Version { get; private set; } = 1;

    /// <inheritdoc />
    public override Guid RecordChainId => OrganisationId;

    /// <inheritdoc />
    public override string RecordOrganisationPath => OrganisationPath;

    /// <summary>The person as a reviewer; qualification is checked for the day of the assignment (<see cref="ReviewerRules.EnsureQualified"/>).</summary>
    public Reviewer AsReviewer => new(Id, FirstReviewOn, LegalQualifiedOn, LegalQualificationNumber);

    /// <summary>Enters the legal profession qualification and the first review, replacing earlier entries. 行政处罚法 第五十八条第二款.</summary>
    /// <param name="qualifiedOn">Date of the qualification; null if none.</param>
    /// <param name="number">Its number; null if none.</param>
    /// <param name="firstReviewOn">Date of the first review of a penalty ever; null if there was none yet.</param>
    public void EnterLegalQualification(DateOnly? qualifiedOn, string? number, DateOnly? firstReviewOn, DateTimeOffset at)
    {
        (LegalQualifiedOn, LegalQualificationNumber, FirstReviewOn) = (qualifiedOn, number, firstReviewOn);
        Version++;
        Record(
            new(
                "legal-qualification-entered",
                at,
                new RecordFields().Add("person", Id).Add("qualifiedOn", qualifiedOn).Add("firstReviewOn", firstReviewOn),
                new RecordFields().Add("number", number)
            )
        );
    }

    /// <summary>Moves the person to another organisation (调动).</summary>
    public void MoveTo(Organisation organisation)
    {
        (OrganisationId, OrganisationPath) = (organisation.Id, organisation.Path);
        Version++;
    }
}
