using System.Security.Cryptography;
using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Cases;

/// <summary>An act of the ordinary procedure as it lies in the file (案卷中的环节). Its content is kept encrypted and never changed.</summary>
public sealed class CaseActEntry : IOwnedByOrganisation
{
    /// <summary>The body is not the one that was hashed into the record when the act was done.</summary>
    public static readonly DomainError BodyAltered = new(
        "case.act-altered",
        null,
        ErrorKind.Damaged,
        "案卷中环节的内容与办理时留痕的哈希不一致"
    );

    /// <summary>Content of the act, as it was hashed; null once it is sealed.</summary>
    private byte[]? body;

    private CaseActEntry() { }

    internal CaseActEntry(
        Guid id,
        EnforcementCase @case,
        int place,
        CaseAct act,
        DateTimeOffset doneAt,
        Guid personId,
        DateTimeOffset recordedAt,
        bool late,
        byte[] body,
        DateOnly? servedOn
    )
    {
        Id = id;
        CaseId = @case.Id;
        OrganisationPath = @case.OrganisationPath;
        Place = place;
        Act = act;
        DoneAt = doneAt;
        DoneOn = LegalDate.Of(doneAt);
        PersonId = personId;
        RecordedAt = recordedAt;
        EnteredLate = late;
        BodySha256 = HashOf(body);
        this.body = body;
        ServedOn = servedOn;
        StageAfter = @case.Stage;
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; private set; }

    /// <inheritdoc />
    public string OrganisationPath { get; private set; } = "";

    /// <summary>Position in the file, from 1.</summary>
    public int Place { get; private set; }

    /// <summary>Which act.</summary>
    public CaseAct Act { get; private set; }

    /// <summary>When it was done, as claimed.</summary>
    public DateTimeOffset DoneAt { get; private set; }

    /// <summary>Its legal date.</summary>
    public DateOnly DoneOn { get; private set; }

    /// <summary>Who did it; separation of duty is by person.</summary>
    public Guid PersonId { get; private set; }

    /// <summary>When the server wrote it.</summary>
    public DateTimeOffset RecordedAt { get; private set; }

    /// <summary>Claimed to have been done long before it was entered (补录).</summary>
    public bool EnteredLate { get; private set; }

    /// <summary>Content of the act, encrypted.</summary>
    public byte[] BodySealed { get; private set; } = [];

    /// <summary>SHA-256 of the content, hex; the record holds it.</summary>
    public string BodySha256 { get; private set; } = "";

    /// <summary>Date of service (送达日期) that it proves, counted once when it was entered; null for everything but a service.</summary>
    public DateOnly? ServedOn { get; private set; }

    /// <summary>Stage of the case after the act.</summary>
    public CaseStage StageAfter { get; private set; }

    /// <summary>Seals the content, once: the very bytes that were hashed.</summary>
    /// <param name="seal">Encrypts them.</param>
    public void Seal(Func<byte[], byte[]> seal)
    {
        BodySealed = seal(body ?? throw new InvalidOperationException("An act is sealed once."));
        body = null;
    }

    /// <summary>Refuses a body that is not the one that was hashed.</summary>
    /// <exception cref="DomainException"><see cref="BodyAltered"/>.</exception>
    public void EnsureIs(byte[] opened)
    {
        if (!string.Equals(HashOf(opened), BodySha256, StringComparison.Ordinal))
            throw BodyAltered.With($"案件 {CaseId} 第 {Place} 项");
    }

    private static string HashOf(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
