using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Discretion;

/// <summary>An entry of the first-offence ledger (首违不罚台账): one party, one violation, inside the look-back of the place. 行政处罚法 第三十三条第一款.</summary>
/// <remarks><see cref="ActiveKey"/> is unique, so of two officers who grant it at once one is refused. A grant outside the look-back releases its key.</remarks>
public sealed class FirstOffenceExemption : RecordedAggregate, IOwnedByOrganisation
{
    private FirstOffenceExemption() { }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>The street or town that granted it.</summary>
    public Guid OrganId { get; private set; }

    /// <inheritdoc />
    public string OrganisationPath { get; private set; } = "";

    /// <summary>The party.</summary>
    public Guid PartyId { get; private set; }

    /// <summary>The violation.</summary>
    public string ViolationCode { get; private set; } = "";

    /// <summary>The case that ended with it.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>The assessment it is based on.</summary>
    public Guid AssessmentId { get; private set; }

    /// <summary>1 for the first; an entry of the exemption list may allow a second.</summary>
    public int Occurrence { get; private set; }

    /// <summary>When it was granted, as claimed.</summary>
    public DateTimeOffset GrantedAt { get; private set; }

    /// <summary>Legal date of the grant.</summary>
    public DateOnly GrantedOn { get; private set; }

    /// <summary>Years of look-back that applied.</summary>
    public int LookBackYears { get; private set; }

    /// <summary>Unique key of party, violation and occurrence; null once it was revoked or fell out of the look-back.</summary>
    public string? ActiveKey { get; private set; }

    /// <summary>When it was revoked; null if it was not.</summary>
    public DateTimeOffset? RevokedAt { get; private set; }

    /// <summary>Why it was revoked.</summary>
    public string? RevocationReason { get; private set; }

    /// <summary>Version, raised by every change.</summary>
    public int Version { get; private set; }

    /// <inheritdoc />
    public override Guid RecordChainId => CaseId;

    /// <inheritdoc />
    public override string RecordOrganisationPath => OrganisationPath;

    /// <summary>Grants it (首违不予处罚).</summary>
    /// <param name="new">Data of the exemption.</param>
    /// <param name="assessment">The stored assessment of the same case, party, violation and offence; it must let the party off.</param>
    /// <param name="earlier">Penalties and exemptions in force for the party and violation inside the look-back, across all streets, at this moment.</param>
    /// <exception cref="DomainException"><see cref="FirstOffence.ConditionsNotMet"/>, <see cref="FirstOffence.NotFirst"/> or <see cref="StoredAssessment.AnotherMatter"/>.</exception>
    public static FirstOffenceExemption Grant(
        NewFirstOffenceExemption @new,
        StoredAssessment assessment,
        IReadOnlyCollection<DateOnly> earlier
    )
    {
        var result = assessment.For(@new.CaseId, @new.PartyId, @new.ViolationCode, @new.CommittedOn);
        if (result.Verdict is not PenaltyVerdict.MayBeLetOff)
            throw FirstOffence.ConditionsNotMet.With("裁量评估没有可以不予处罚的结论");
        var from = FirstOffence.LookBackFrom(@new.GrantedOn, @new.LookBackYears);
        var inside = earlier.Count(d => d >= from);
        FirstOffence.EnsureFirst(inside, UpToOccurrence(assessment, result));
        var exemption = new FirstOffenceExemption
        {
            Id = @new.Id,
            OrganId = @new.OrganId,
            OrganisationPath = @new.OrganisationPath,
            PartyId = @new.PartyId,
            ViolationCode = @new.ViolationCode,
            CaseId = @new.CaseId,
            AssessmentId = assessment.Id,
            Occurrence = inside + 1,
            GrantedAt = @new.GrantedAt,
            GrantedOn = @new.GrantedOn,
            LookBackYears = @new.LookBackYears,
            ActiveKey = ActiveKeyOf(@new.PartyId, @new.ViolationCode, inside + 1),
            Version = 1,
        };
        exemption.Record(
            new(
                "first-offence-exempted",
                @new.GrantedAt,
                new RecordFields()
                    .Add("exemption", exemption.Id)
                    .Add("violation", exemption.ViolationCode)
                    .Add("assessment", assessment.Id)
                    .Add("assessmentSha256", assessment.ResultSha256)
                    .Add("occurrence", (long)exemption.Occurrence)
                    .Add("grantedOn", exemption.GrantedOn)
                    .Add("lookBackYears", (long)exemption.LookBackYears),
                new RecordFields().Add("party", exemption.PartyId)
            )
        );
        return exemption;
    }

    /// <summary>Key of an exemption in force.</summary>
    public static string ActiveKeyOf(Guid partyId, string violationCode, int occurrence) => $"{partyId:N}|{violationCode}|{occurrence}";

    /// <summary>Releases the key if the grant lies outside the look-back of a new one.</summary>
    public void ReleaseOutside(DateOnly lookBackFrom)
    {
        if (ActiveKey is null || GrantedOn >= lookBackFrom)
            return;
        ActiveKey = null;
        Version++;
    }

    /// <summary>Revokes it (撤销): the party was not entitled to it, or did not keep its promise.</summary>
    public void Revoke(string reason, DateTimeOffset at)
    {
        if (RevokedAt is not null)
            return;
        (RevokedAt, RevocationReason, ActiveKey) = (at, reason, null);
        Version++;
        Record(
            new("first-offence-exemption-revoked", at, new RecordFields().Add("exemption", Id), new RecordFields().Add("reason", reason))
        );
    }

    /// <summary>By law only the first offence; a matching binding entry of the list may allow the second.</summary>
    private static int UpToOccurrence(StoredAssessment assessment, Assessment result) =>
        assessment
            .ReadInput()
            .Exemptions.Where(e => result.Listed.Contains(e.Code, StringComparer.Ordinal))
            .Select(e => e.UpToOccurrence ?? 1)
            .Append(1)
            .Max();
}

/// <summary>Data of a first-offence exemption.</summary>
public sealed record NewFirstOffenceExemption
{
    /// <summary>Identity.</summary>
    public required Guid Id { get; init; }

    /// <summary>The street or town that grants it.</summary>
    public required Guid OrganId { get; init; }

    /// <summary>Path of the organisation that handles the case.</summary>
    public required string OrganisationPath { get; init; }

    /// <summary>The party.</summary>
    public required Guid PartyId { get; init; }

    /// <summary>The violation.</summary>
    public required string ViolationCode { get; init; }

    /// <summary>Legal date of the offence; the assessment must be of the same day.</summary>
    public required DateOnly CommittedOn { get; init; }

    /// <summary>The case.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>When it is granted.</summary>
    public required DateTimeOffset GrantedAt { get; init; }

    /// <summary>Years of look-back, parameter <c>firstOffence.lookback</c>.</summary>
    public required int LookBackYears { get; init; }

    /// <summary>Legal date of the grant.</summary>
    public DateOnly GrantedOn => Law.LegalDate.Of(GrantedAt);
}
