using System.Security.Cryptography;
using EnforcementCases.Domain.Cases.OnTheSpot;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Papers;
using EnforcementCases.Domain.Parties;
using EnforcementCases.Domain.Recording;
using EnforcementCases.Platform.Keys;

namespace EnforcementCases.Api.Documents;

/// <summary>Fixes the content of a document when it is issued: the same content is hashed into the record and printed, now and later.</summary>
internal sealed class DocumentIssue(PersonalDataVault vault, IConfiguration configuration)
{
    /// <summary>Excludes characters that look alike on thermal paper.</summary>
    private const string CodeAlphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    private readonly string verificationAddress = configuration["Public:Address"] ?? "http://127.0.0.1:8080";

    /// <summary>Text of the QR code for payment.</summary>
    public string PaymentTextOf(string paymentCode) => $"{verificationAddress}/public/pay/{paymentCode}";

    /// <summary>Fixes the content of a decision made on the spot.</summary>
    /// <returns>The document, and its content in clear for the receipt.</returns>
    public (CaseDocument Document, FormContent Content) OnTheSpotDecision(
        LawfulOnTheSpotDecision decision,
        Party party,
        Guid caseId,
        string organisationPath,
        string number,
        string? paymentCode,
        WorkingCalendar calendar,
        DateTimeOffset now
    )
    {
        var opened = new OpenedParty(
            vault.OpenText(party.DocumentSealed, SealedCell.PartyDocument(party.Id)),
            vault.OpenText(decision.Facts.Party.AddressSealed, SealedCell.OfParty.InCase(caseId).Address),
            Phone: null
        );
        var values = OnTheSpotPapers.Decision(decision.Facts, opened, number, paymentCode, calendar);
        if (paymentCode is not null)
            values.PaidBy(PaymentTextOf(paymentCode));
        return Fixed(DocumentKind.OnTheSpotDecision, values, caseId, organisationPath, decision.Facts.DecidedOn, actPlace: null, now);
    }

    /// <summary>Makes out a paper from its form and fixes its content.</summary>
    /// <param name="kind">Kind of document; any that <see cref="DocumentForms"/> has.</param>
    /// <param name="values">Organ, day, number (of kinds that have a word) and fields; the verification code is added here.</param>
    /// <param name="corrects">The document whose slip it corrects; null for every other.</param>
    /// <exception cref="Domain.DomainException">The error of an empty mandatory field, with rule and article.</exception>
    public CaseDocument Form(
        DocumentKind kind,
        FormValues values,
        Guid caseId,
        string organisationPath,
        DateOnly datedOn,
        int? actPlace,
        DateTimeOffset now,
        Guid? corrects = null
    ) => Fixed(kind, values, caseId, organisationPath, datedOn, actPlace, now, corrects).Document;

    /// <summary>The content of a paper as it was fixed.</summary>
    /// <exception cref="Domain.DomainException"><see cref="DocumentErrors.ContentAltered"/>, or a refusal of <see cref="StoredFormat"/>.</exception>
    public FormContent OpenForm(CaseDocument document) => FormContent.Read(ContentOf(document));

    /// <summary>Refuses a document whose stored content is not the one that was hashed at issue.</summary>
    /// <exception cref="Domain.DomainException"><see cref="DocumentErrors.ContentAltered"/>.</exception>
    public void EnsureUnaltered(CaseDocument document) => ContentOf(document);

    private byte[] ContentOf(CaseDocument document) =>
        vault.TryOpen(document.ContentSealed, SealedCell.DocumentContent(document.Id), out var content)
        && string.Equals(Convert.ToHexStringLower(SHA256.HashData(content)), document.ContentHash, StringComparison.Ordinal)
            ? content
            : throw DocumentErrors.ContentAltered.With($"文书 {document.Id}");

    private (CaseDocument Document, FormContent Content) Fixed(
        DocumentKind kind,
        FormValues values,
        Guid caseId,
        string organisationPath,
        DateOnly datedOn,
        int? actPlace,
        DateTimeOffset now,
        Guid? corrects = null
    )
    {
        var verification = RandomNumberGenerator.GetString(CodeAlphabet, 12);
        var content = DocumentForms.Of(kind).Fill(values.VerifiedBy($"{verificationAddress}/public/verify/{verification}"));
        var bytes = StoredFormat.Write(content);
        var id = Guid.CreateVersion7(now);
        var document = new CaseDocument(
            id,
            caseId,
            organisationPath,
            kind,
            content.Number ?? "",
            verification,
            content.TemplateVersion,
            vault.Seal(bytes, SealedCell.DocumentContent(id)),
            Convert.ToHexStringLower(SHA256.HashData(bytes)),
            now
        )
        {
            DatedOn = datedOn,
            ActPosition = actPlace,
            CorrectsId = corrects,
        };
        return (document, content);
    }
}
