using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Personnel;

/// <summary>Why a certificate was cancelled (注销原因).</summary>
public enum CancellationReason
{
    /// <summary>退休.</summary>
    Retired,

    /// <summary>调动.</summary>
    Transferred,

    /// <summary>开除.</summary>
    Dismissed,

    /// <summary>其他.</summary>
    Other,
}

/// <summary>An enforcement officer (执法人员): a person on the establishment with certificates and postings. The officer's id is the person's.</summary>
public sealed class Officer : IOwnedByOrganisation, IRecorded
{
    /// <summary>No such officer within the reader's scope.</summary>
    public static readonly DomainError NotFound = new("officer.not-found", null, ErrorKind.NotFound, "没有找到该执法人员");

    /// <summary>Auxiliary staff cannot be certified.</summary>
    public static readonly DomainError AuxiliaryNotCertified = new(
        "officer.auxiliary-not-certified",
        "APL-42-AUX",
        ErrorKind.RuleBroken,
        "辅助人员不能取得行政执法证件",
        Law.PenaltyLaw.At("第四十二条第一款")
    );

    /// <summary>No such certificate.</summary>
    public static readonly DomainError CertificateNotFound = new(
        "officer.certificate-not-found",
        null,
        ErrorKind.NotFound,
        "没有找到该执法证件"
    );

    /// <summary>The certificate is not in the state that the change needs.</summary>
    public static readonly DomainError CertificateState = new(
        "officer.certificate-state",
        null,
        ErrorKind.WrongStage,
        "执法证件当前状态不能作此变更"
    );

    /// <summary>A date lies outside what it may.</summary>
    public static readonly DomainError DatesDoNotFit = new("officer.dates-do-not-fit", null, ErrorKind.Unacceptable, "日期次序不对");

    private readonly List<RecordDraft> pending = [];
    private readonly List<OfficerCertificate> certificates = [];
    private readonly List<OfficerPosting> postings = [];

    private Officer() { }

    /// <summary>Enters a person as an officer.</summary>
    /// <exception cref="DomainException"><see cref="AuxiliaryNotCertified"/>.</exception>
    public Officer(Person person, Organisation organisation, DateOnly since, DateTimeOffset at)
    {
        if (person.Kind == StaffKind.Auxiliary)
            throw AuxiliaryNotCertified.With("该人员为辅助人员");
        Id = person.Id;
        Name = person.Name;
        OrganisationId = organisation.Id;
        OrganisationPath = organisation.Path;
        postings.Add(new(Id, organisation, since));
        Record("officer-entered", at, new RecordFields().Add("since", since), new RecordFields().Add("person", Id).Add("name", Name));
    }

    /// <summary>The person.</summary>
    public Guid Id { get; private set; }

    /// <summary>Name, as printed on documents.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Where the officer works now.</summary>
    public Guid OrganisationId { get; private set; }

    /// <inheritdoc />
    public string OrganisationPath { get; private set; } = "";

    /// <summary>Counted up by every change.</summary>
    public int Version { get; private set; }

    /// <summary>Certificates, present and past.</summary>
    public IReadOnlyList<OfficerCertificate> Certificates => certificates;

    /// <summary>Where the officer worked, from when to when.</summary>
    public IReadOnlyList<OfficerPosting> Postings => postings;

    /// <inheritdoc />
    public Guid RecordChainId => OrganisationId;

    /// <inheritdoc />
    public string RecordOrganisationPath => OrganisationPath;

    /// <inheritdoc />
    public IList<RecordDraft> PendingRecord => pending;

    /// <summary>Enters a certificate (执法证件).</summary>
    /// <param name="expiresOn">Last day of validity.</param>
    /// <exception cref="DomainException"><see cref="DatesDoNotFit"/>.</exception>
    public OfficerCertificate Certify(
        Guid id,
        string number,
        CertificateKind kind,
        DateOnly issuedOn,
        DateOnly expiresOn,
        DateTimeOffset at
    )
    {
        if (expiresOn < issuedOn)
            throw DatesDoNotFit.With($"发证 {issuedOn:yyyy-MM-dd}，有效期至 {expiresOn:yyyy-MM-dd}");
        var certificate = new OfficerCertificate(id, Id, number, kind, issuedOn, expiresOn);
        certificates.Add(certificate);
        Record(
            "certificate-entered",
            at,
            new RecordFields().Add("kind", kind).Add("issuedOn", issuedOn).Add("expiresOn", expiresOn),
            new RecordFields().Add("person", Id).Add("number", number)
        );
        return certificate;
    }

    /// <summary>Suspends a certificate (暂扣).</summary>
    /// <exception cref="DomainException"><see cref="CertificateNotFound"/> or <see cref="CertificateState"/>.</exception>
    public void Suspend(string number, DateOnly from, string reason, DateTimeOffset at)
    {
        var certificate = CertificateOf(number);
        if (certificate.CancelledOn is not null || certificate.Suspensions.Any(s => s.To is null))
            throw CertificateState.With("证件已注销或者已暂扣");
        certificate.Suspensions = [.. certificate.Suspensions, new(from, null)];
        Record("certificate-suspended", at, new RecordFields().Add("from", from), Sealed(number, reason));
    }

    /// <summary>Lifts a suspension (恢复).</summary>
    /// <param name="lastDay">Last day of the suspension.</param>
    /// <exception cref="DomainException"><see cref="CertificateNotFound"/>, <see cref="CertificateState"/> or <see cref="DatesDoNotFit"/>.</exception>
    public void LiftSuspension(string number, DateOnly lastDay, string reason, DateTimeOffset at)
    {
        var certificate = CertificateOf(number);
        if (certificate.Suspensions.FirstOrDefault(s => s.To is null) is not { } running)
            throw CertificateState.With("证件没有暂扣");
        if (lastDay < running.From)
            throw DatesDoNotFit.With($"暂扣自 {running.From:yyyy-MM-dd} 起");
        certificate.Suspensions = [.. certificate.Suspensions.Where(s => s != running), running with { To = lastDay }];
        Record("certificate-suspension-lifted", at, new RecordFields().Add("lastDay", lastDay), Sealed(number, reason));
    }

    /// <summary>Cancels a certificate (注销) from a day on.</summary>
    /// <exception cref="DomainException"><see cref="CertificateNotFound"/> or <see cref="CertificateState"/>.</exception>
    public void Cancel(string number, DateOnly on, CancellationReason because, string note, DateTimeOffset at)
    {
        var certificate = CertificateOf(number);
        if (certificate.CancelledOn is not null)
            throw CertificateState.With("证件已注销");
        certificate.CancelledOn = on;
        certificate.CancelledBecause = because;
        Record("certificate-cancelled", at, new RecordFields().Add("on", on).Add("because", because), Sealed(number, note));
    }

    /// <summary>Moves the officer to another organisation (调动) from a day on; certificates stay.</summary>
    /// <exception cref="DomainException"><see cref="DatesDoNotFit"/>.</exception>
    public void Transfer(Organisation to, DateOnly from, DateTimeOffset at)
    {
        var present = postings.Single(p => p.To is null);
        if (from <= present.From)
            throw DatesDoNotFit.With($"现任自 {present.From:yyyy-MM-dd} 起");
        Record(
            "officer-transferred-out",
            at,
            new RecordFields().Add("from", from).Add("to", to.Path),
            new RecordFields().Add("person", Id)
        );
        present.To = from.AddDays(-1);
        postings.Add(new(Id, to, from));
        OrganisationId = to.Id;
        OrganisationPath = to.Path;
    }

    private static RecordFields Sealed(string number, string reason) => new RecordFields().Add("number", number).Add("reason", reason);

    private OfficerCertificate CertificateOf(string number) =>
        certificates.Find(c => string.Equals(c.Number, number, StringComparison.Ordinal)) ?? throw CertificateNotFound.With("请核对证号");

    private void Record(string type, DateTimeOffset at, RecordFields clear, RecordFields @sealed)
    {
        Version++;
        pending.Add(new(type, at, clear, @sealed));
    }
}

/// <summary>An enforcement certificate (行政执法证件).</summary>
public sealed class OfficerCertificate
{
    /// <summary>Longest number.</summary>
    public const int NumberMaxLength = 60;

    private OfficerCertificate() { }

    internal OfficerCertificate(Guid id, Guid officerId, string number, CertificateKind kind, DateOnly issuedOn, DateOnly expiresOn)
    {
        (Id, OfficerId, Number, Kind, IssuedOn, ExpiresOn) = (id, officerId, number, kind, issuedOn, expiresOn);
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>The officer.</summary>
    public Guid OfficerId { get; private set; }

    /// <summary>Number (执法证号), unique.</summary>
    public string Number { get; private set; } = "";

    /// <summary>Who issued it.</summary>
    public CertificateKind Kind { get; private set; }

    /// <summary>First day of validity.</summary>
    public DateOnly IssuedOn { get; private set; }

    /// <summary>Last day of validity.</summary>
    public DateOnly ExpiresOn { get; private set; }

    /// <summary>Times of suspension.</summary>
    public IReadOnlyList<Suspension> Suspensions { get; internal set; } = [];

    /// <summary>First day on which it is cancelled.</summary>
    public DateOnly? CancelledOn { get; internal set; }

    /// <summary>Why.</summary>
    public CancellationReason? CancelledBecause { get; internal set; }

    /// <summary>The certificate as the law asks for it on a day.</summary>
    public CertificateOnDay OnDay() => new(OfficerId, Number, IssuedOn, ExpiresOn, Suspensions, CancelledOn, CancelledBecause?.ToString());
}

/// <summary>Where an officer worked (任职经历).</summary>
public sealed class OfficerPosting
{
    private OfficerPosting() { }

    internal OfficerPosting(Guid officerId, Organisation organisation, DateOnly from)
    {
        OfficerId = officerId;
        From = from;
        OrganisationId = organisation.Id;
        Path = organisation.Path;
    }

    /// <summary>The officer.</summary>
    public Guid OfficerId { get; private set; }

    /// <summary>First day.</summary>
    public DateOnly From { get; private set; }

    /// <summary>Last day; null while it lasts.</summary>
    public DateOnly? To { get; internal set; }

    /// <summary>The organisation.</summary>
    public Guid OrganisationId { get; private set; }

    /// <summary>Its path.</summary>
    public string Path { get; private set; } = "";
}
