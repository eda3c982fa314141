using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Personnel;

/// <summary>The service record of a person (执法人员、辅助人员): postings with their dates, and certificates held. The state on the day of an act is what counts.</summary>
/// <remarks>Its identity is that of the person: one record per person, regardless of the number of accounts.</remarks>
public sealed class Officer : RecordedAggregate, IOwnedByOrganisation
{
    /// <summary>No such officer, or not within the reader's scope.</summary>
    public static readonly DomainError NotFound = new("officer.not-found", null, ErrorKind.NotFound, "没有找到该人员");

    /// <summary>The person already has a service record.</summary>
    public static readonly DomainError AlreadyEntered = new("officer.already-entered", null, ErrorKind.Conflict, "该人员已经登记");

    /// <summary>A certificate for auxiliary staff.</summary>
    public static readonly DomainError AuxiliaryNotCertified = new(
        "officer.auxiliary-not-certified",
        "APL-42-AUX",
        ErrorKind.RuleBroken,
        "辅助人员不得持有执法证件",
        PenaltyLaw.At("第四十二条第一款")
    );

    /// <summary>The certificate number is used for another certificate.</summary>
    public static readonly DomainError CertificateNumberTaken = new(
        "certificate.number-taken",
        null,
        ErrorKind.Conflict,
        "该执法证件号码已经登记"
    );

    /// <summary>No such certificate of this officer.</summary>
    public static readonly DomainError CertificateNotFound = new(
        "certificate.not-found",
        null,
        ErrorKind.NotFound,
        "该人员没有这个号码的执法证件"
    );

    /// <summary>A transfer to the present organisation, or before the present posting began.</summary>
    public static readonly DomainError TransferOutOfOrder = new(
        "officer.transfer-out-of-order",
        null,
        ErrorKind.Unacceptable,
        "调动日期应当晚于现任职起始日期，且调入机构应当与现机构不同"
    );

    private readonly List<OfficerPosting> postings = [];
    private readonly List<OfficerCertificate> certificates = [];

    private Officer() { }

    /// <summary>Enters a person's service record.</summary>
    /// <param name="from">First day in the organisation.</param>
    public Officer(Person person, long seq, Organisation organisation, DateOnly from, DateTimeOffset at)
    {
        Id = person.Id;
        Seq = seq;
        EnteredAt = at;
        Kind = person.Kind;
        OrganisationId = organisation.Id;
        OrganisationPath = organisation.Path;
        postings.Add(new(Id, 1, organisation, from));
        Record(
            new(
                "officer-entered",
                at,
                new RecordFields().Add("officer", Id).Add("staffKind", Kind).Add("from", from),
                new RecordFields().Add("name", person.Name).Add("staffNumber", person.StaffNumber)
            )
        );
    }

    /// <summary>Identity: the person's.</summary>
    public Guid Id { get; private set; }

    /// <summary>Breaks ties in lists.</summary>
    public long Seq { get; private set; }

    /// <summary>When the record was entered.</summary>
    public DateTimeOffset EnteredAt { get; private set; }

    /// <summary>How the person is employed; auxiliary staff never sign or decide.</summary>
    public StaffKind Kind { get; private set; }

    /// <summary>Where the person serves now.</summary>
    public Guid OrganisationId { get; private set; }

    /// <inheritdoc />
    public string OrganisationPath { get; private set; } = "";

    /// <summary>Version, raised by every change.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>Postings, oldest first.</summary>
    public IReadOnlyList<OfficerPosting> Postings => [.. postings.OrderBy(p => p.Place)];

    /// <summary>Certificates, oldest first.</summary>
    public IReadOnlyList<OfficerCertificate> Certificates =>
        [.. certificates.OrderBy(c => c.IssuedOn).ThenBy(c => c.Number, StringComparer.Ordinal)];

    /// <inheritdoc />
    public override Guid RecordChainId => OrganisationId;

    /// <inheritdoc />
    public override string RecordOrganisationPath => OrganisationPath;

    /// <summary>Enters a certificate (发证).</summary>
    /// <exception cref="DomainException"><see cref="AuxiliaryNotCertified"/>.</exception>
    public void Certify(Guid certificateId, string number, CertificateKind kind, DateOnly issuedOn, DateOnly expiresOn, DateTimeOffset at)
    {
        if (Kind is StaffKind.Auxiliary)
            throw AuxiliaryNotCertified.With("该人员为辅助人员");
        certificates.Add(new(certificateId, Id, number, kind, issuedOn, expiresOn));
        Note("certificate-entered", number, at, f => f.Add("kind", kind).Add("issuedOn", issuedOn).Add("expiresOn", expiresOn));
    }

    /// <summary>Suspends a certificate (暂扣) from a day on.</summary>
    /// <exception cref="DomainException"><see cref="CertificateNotFound"/> or a refusal of the certificate.</exception>
    public void Suspend(string number, DateOnly from, string reason, DateTimeOffset at)
    {
        Certificate(number).Suspend(from, reason);
        Note("certificate-suspended", number, at, f => f.Add("from", from), reason);
    }

    /// <summary>Lifts the suspension of a certificate (发还).</summary>
    /// <param name="lastDay">Last day of the suspension.</param>
    /// <exception cref="DomainException"><see cref="CertificateNotFound"/> or a refusal of the certificate.</exception>
    public void LiftSuspension(string number, DateOnly lastDay, DateTimeOffset at)
    {
        Certificate(number).LiftSuspension(lastDay);
        Note("certificate-suspension-lifted", number, at, f => f.Add("lastDay", lastDay));
    }

    /// <summary>Cancels a certificate (注销) from a day on.</summary>
    /// <exception cref="DomainException"><see cref="CertificateNotFound"/> or a refusal of the certificate.</exception>
    public void CancelCertificate(string number, DateOnly on, CancellationReason reason, string? note, DateTimeOffset at)
    {
        Certificate(number).Cancel(on, reason, note);
        Note("certificate-cancelled", number, at, f => f.Add("on", on).Add("reason", reason), note);
    }

    /// <summary>Moves the person to another organisation (调动); earlier acts stay with the organisation of their day.</summary>
    /// <param name="to">The organisation.</param>
    /// <param name="from">First day there.</param>
    /// <exception cref="DomainException"><see cref="TransferOutOfOrder"/>.</exception>
    public void Transfer(Organisation to, DateOnly from, DateTimeOffset at)
    {
        var present = Postings[^1];
        if (to.Id == OrganisationId || from <= present.From)
            throw TransferOutOfOrder.With($"现任职自 {present.From:yyyy-MM-dd} 起，调动日期 {from:yyyy-MM-dd}");
        var left = OrganisationPath;
        present.EndOn(from.AddDays(-1));
        postings.Add(new(Id, present.Place + 1, to, from));
        OrganisationId = to.Id;
        OrganisationPath = to.Path;
        Version++;
        Record(
            new(
                "officer-transferred",
                at,
                new RecordFields().Add("officer", Id).Add("fromPath", left).Add("toPath", to.Path).Add("from", from)
            )
        );
    }

    private OfficerCertificate Certificate(string number) =>
        certificates.Find(c => string.Equals(c.Number, number, StringComparison.Ordinal))
        ?? throw CertificateNotFound.With("请核对证件号码");

    private void Note(string type, string number, DateTimeOffset at, Action<RecordFields> add, string? reason = null)
    {
        Version++;
        var clear = new RecordFields().Add("officer", Id);
        add(clear);
        var hidden = new RecordFields().Add("number", number);
        if (reason is not null)
            hidden.Add("reason", reason);
        Record(new(type, at, clear, hidden));
    }
}

/// <summary>A posting to an organisation (任职).</summary>
public sealed class OfficerPosting
{
    private OfficerPosting() { }

    internal OfficerPosting(Guid officerId, int place, Organisation organisation, DateOnly from)
    {
        OfficerId = officerId;
        Place = place;
        OrganisationId = organisation.Id;
        OrganisationPath = organisation.Path;
        OrganId = organisation.OrganId;
        From = from;
    }

    /// <summary>The officer.</summary>
    public Guid OfficerId { get; private set; }

    /// <summary>Position, from 1.</summary>
    public int Place { get; private set; }

    /// <summary>The organisation.</summary>
    public Guid OrganisationId { get; private set; }

    /// <summary>Its path at that time.</summary>
    public string OrganisationPath { get; private set; } = "";

    /// <summary>The street or town in whose name the person acted; null for a city or district.</summary>
    public Guid? OrganId { get; private set; }

    /// <summary>First day.</summary>
    public DateOnly From { get; private set; }

    /// <summary>Last day; null if it has not ended.</summary>
    public DateOnly? To { get; private set; }

    /// <summary>Whether the person served there on the day.</summary>
    public bool Holds(DateOnly day) => day >= From && (To is not { } to || day <= to);

    internal void EndOn(DateOnly lastDay) => To = lastDay;
}
