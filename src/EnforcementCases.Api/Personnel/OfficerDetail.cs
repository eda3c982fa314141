using EnforcementCases.Domain;
using EnforcementCases.Domain.Personnel;
using EnforcementCases.Platform.Pipeline;

namespace EnforcementCases.Api.Personnel;

/// <summary>The service record of a person (执法人员、辅助人员).</summary>
/// <param name="Id">The person.</param>
/// <param name="Version">Version; send it as <c>If-Match</c> with a change.</param>
/// <param name="Name">Name as printed.</param>
/// <param name="StaffNumber">Number within the organisation (工号).</param>
/// <param name="Kind">On the establishment or auxiliary.</param>
/// <param name="OrganisationId">Where the person serves now.</param>
/// <param name="OrganisationPath">Its path.</param>
/// <param name="CertifiedToday">Whether a certificate is valid today; an act is judged by its own day.</param>
/// <param name="Postings">Where the person served, oldest first.</param>
/// <param name="Certificates">Certificates, oldest first.</param>
public sealed record OfficerDetail(
    Guid Id,
    int Version,
    string Name,
    string? StaffNumber,
    StaffKind Kind,
    Guid OrganisationId,
    string OrganisationPath,
    bool CertifiedToday,
    IReadOnlyList<PostingDetail> Postings,
    IReadOnlyList<CertificateDetail> Certificates
) : IVersioned
{
    internal static OfficerDetail Of(Officer officer, Person person, DateOnly today) =>
        new(
            officer.Id,
            officer.Version,
            person.Name,
            person.StaffNumber,
            officer.Kind,
            officer.OrganisationId,
            officer.OrganisationPath,
            officer.Certificates.Any(c => c.OnDay.ReasonInvalidOn(today) is null),
            [.. officer.Postings.Select(p => new PostingDetail(p.OrganisationId, p.OrganisationPath, p.From, p.To))],
            [
                .. officer.Certificates.Select(c => new CertificateDetail(
                    c.Number,
                    c.Kind,
                    c.IssuedOn,
                    c.ExpiresOn,
                    [.. c.Suspensions.Select(s => new SuspensionDetail(s.From, s.To, s.Reason))],
                    c.CancelledOn,
                    c.CancelledBecause,
                    c.CancellationNote,
                    c.OnDay.ReasonInvalidOn(today)
                )),
            ]
        );
}

/// <summary>A period of service in an organisation.</summary>
/// <param name="OrganisationId">The organisation.</param>
/// <param name="OrganisationPath">Its path at that time.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day, inclusive; null while it lasts.</param>
public sealed record PostingDetail(Guid OrganisationId, string OrganisationPath, DateOnly From, DateOnly? To);

/// <summary>A certificate (执法证件).</summary>
/// <param name="Number">Number.</param>
/// <param name="Kind">Municipal or of a national department.</param>
/// <param name="IssuedOn">First day of validity.</param>
/// <param name="ExpiresOn">Last day of validity.</param>
/// <param name="Suspensions">Periods of suspension.</param>
/// <param name="CancelledOn">First day on which it is cancelled; null while it is not.</param>
/// <param name="CancelledBecause">Why; null while it is not.</param>
/// <param name="CancellationNote">Note of the cancellation.</param>
/// <param name="InvalidTodayBecause">Why it is not valid today, in the requested language; null if it is valid.</param>
public sealed record CertificateDetail(
    string Number,
    CertificateKind Kind,
    DateOnly IssuedOn,
    DateOnly ExpiresOn,
    IReadOnlyList<SuspensionDetail> Suspensions,
    DateOnly? CancelledOn,
    CancellationReason? CancelledBecause,
    string? CancellationNote,
    [property: Bilingual] string? InvalidTodayBecause
);

/// <summary>A period of suspension.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day, inclusive; null while it lasts.</param>
/// <param name="Reason">Why.</param>
public sealed record SuspensionDetail(DateOnly From, DateOnly? To, string Reason);
