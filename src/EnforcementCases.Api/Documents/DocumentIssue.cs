using System.Security.Cryptography;
using EnforcementCases.Domain.Cases.OnTheSpot;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Fines;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Papers;
using EnforcementCases.Domain.Parties;
using EnforcementCases.Domain.Penalties;
using EnforcementCases.Domain.Recording;
using EnforcementCases.Domain.Remedies;
using EnforcementCases.Platform.Keys;

namespace EnforcementCases.Api.Documents;

/// <summary>Fixes the content of a document when it is issued: the same content is hashed into the record and printed, now and later.</summary>
internal sealed class DocumentIssue(PersonalDataVault vault, IConfiguration configuration)
{
    public const string OnTheSpotTemplate = "D01-2026.1";

    /// <summary>Excludes characters that look alike on thermal paper.</summary>
    private const string CodeAlphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    private readonly string verificationAddress = configuration["Public:Address"] ?? "http://127.0.0.1:8080";

    /// <summary>Text of the QR code for payment.</summary>
    public string PaymentTextOf(string paymentCode) => $"{verificationAddress}/public/pay/{paymentCode}";

    /// <summary>Fixes the content of a decision made on the spot.</summary>
    /// <returns>The document, and its content in clear for the receipt.</returns>
    public (CaseDocument Document, OnTheSpotDecisionContent Content) OnTheSpotDecision(
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
        var verification = RandomNumberGenerator.GetString(CodeAlphabet, 12);
        var content = ContentOf(decision.Facts, party, caseId, number, paymentCode, verification, calendar);
        OnTheSpotDocumentCheck(decision.Facts, content);
        var bytes = StoredFormat.Write(content);
        var id = Guid.CreateVersion7(now);
        var document = new CaseDocument(
            id,
            caseId,
            organisationPath,
            DocumentKind.OnTheSpotDecision,
            number,
            verification,
            OnTheSpotTemplate,
            vault.Seal(bytes, SealedCell.DocumentContent(id)),
            Convert.ToHexStringLower(SHA256.HashData(bytes)),
            now
        )
        {
            DatedOn = decision.Facts.DecidedOn,
        };
        return (document, content);
    }

    /// <summary>Makes out a paper from its form and fixes its content.</summary>
    /// <param name="kind">Kind of document; any that <see cref="DocumentForms"/> has.</param>
    /// <param name="values">Organ, day, number (of kinds that have a word) and fields; the verification code is added here.</param>
    /// <exception cref="Domain.DomainException">The error of an empty mandatory field, with rule and article.</exception>
    public CaseDocument Form(
        DocumentKind kind,
        FormValues values,
        Guid caseId,
        string organisationPath,
        DateOnly datedOn,
        int? actPlace,
        DateTimeOffset now
    )
    {
        var form = DocumentForms.Of(kind);
        var verification = RandomNumberGenerator.GetString(CodeAlphabet, 12);
        var content = form.Fill(values.VerifiedBy($"{verificationAddress}/public/verify/{verification}"));
        var bytes = StoredFormat.Write(content);
        var id = Guid.CreateVersion7(now);
        return new(
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
        };
    }

    /// <summary>The content of a form as it was fixed.</summary>
    /// <exception cref="Domain.DomainException"><see cref="DocumentErrors.ContentAltered"/>, or a refusal of <see cref="StoredFormat"/>.</exception>
    public FormContent OpenForm(CaseDocument document) => StoredFormat.Read<FormContent>(ContentOf(document));

    /// <summary>The content of a decision made on the spot as it was fixed.</summary>
    /// <exception cref="Domain.DomainException"><see cref="DocumentErrors.ContentAltered"/>, or a refusal of <see cref="StoredFormat"/>.</exception>
    public OnTheSpotDecisionContent Open(CaseDocument document) => StoredFormat.Read<OnTheSpotDecisionContent>(ContentOf(document));

    /// <summary>Refuses a document whose stored content is not the one that was hashed at issue.</summary>
    /// <exception cref="Domain.DomainException"><see cref="DocumentErrors.ContentAltered"/>.</exception>
    public void EnsureUnaltered(CaseDocument document) => ContentOf(document);

    private byte[] ContentOf(CaseDocument document) =>
        vault.TryOpen(document.ContentSealed, SealedCell.DocumentContent(document.Id), out var content)
        && string.Equals(Convert.ToHexStringLower(SHA256.HashData(content)), document.ContentHash, StringComparison.Ordinal)
            ? content
            : throw DocumentErrors.ContentAltered.With($"文书 {document.Id}");

    private static void OnTheSpotDocumentCheck(OnTheSpotFacts facts, OnTheSpotDecisionContent content) =>
        Domain.Cases.OnTheSpot.OnTheSpotDecision.EnsureComplete(
            new(
                content.Facts,
                facts.Kinds,
                content.PenaltyBasis,
                facts.Fine,
                content.DecidedAt,
                content.Place,
                content.RemedyText,
                content.OrganName,
                [.. content.Officers.Select(o => o.Name)]
            )
        );

    private OnTheSpotDecisionContent ContentOf(
        OnTheSpotFacts facts,
        Party party,
        Guid caseId,
        string number,
        string? paymentCode,
        string verification,
        WorkingCalendar calendar
    )
    {
        var profile = facts.Organ.Profile;
        var due = PaymentTerm.From(facts.DecidedOn, calendar).LastDay;
        return new()
        {
            OrganName = facts.Organ.Name,
            Number = number,
            Party = [.. PartyLines(facts.Party, caseId, vault.OpenText(party.DocumentSealed, SealedCell.PartyDocument(party.Id)))],
            CommittedAt = facts.CommittedAt.ToOffset(LegalDate.Offset),
            Place = facts.Place.Longitude is null
                ? facts.Place.Text
                : $"{facts.Place.Text}（坐标 {facts.Place.Longitude},{facts.Place.Latitude} {facts.Place.Datum}）",
            Facts = facts.Facts,
            ViolatedArticles = facts.Violation.Violated.ToString(),
            PenaltyBasis = $"{facts.Violation.Threatened}；{PenaltyLaw.At("第五十一条")}",
            Discretion = facts.ReasonsForAmount,
            Warning = facts.Kinds.Contains(PenaltyKind.Warning),
            FineFen = facts.Fine.Fen,
            CorrectAtOnce = facts.CorrectionDueOn is null,
            CorrectBy = facts.CorrectionDueOn,
            Told =
                $"已于 {facts.Notice.NotifiedAt!.Value.ToOffset(LegalDate.Offset):yyyy-MM-dd HH:mm} 告知拟处罚内容及事实、理由、依据和陈述、申辩等权利",
            PartyAnswer = facts.Notice.PartyWords ?? $"当事人明确放弃陈述、申辩：{facts.Notice.WaiverWords}",
            Payment = paymentCode is null
                ? null
                : new(
                    profile.PayeeText,
                    15,
                    due,
                    "逾期不缴纳的，每日按罚款数额的百分之三加处罚款，加处罚款的数额不超过罚款的数额",
                    paymentCode,
                    PaymentTextOf(paymentCode)
                ),
            RemedyText = RemedyAdvice.ForOnTheSpot(facts.DecidedOn, profile.ReconsiderationOrgan).Text,
            Officers = [.. facts.Officers.Select(o => new DecidingOfficer(o.Name, o.Acting.Certificate!.Number))],
            RefusalNote = facts.Signature == PartySignature.Refused ? facts.RefusalNote : null,
            DecidedAt = facts.DecidedAt.ToOffset(LegalDate.Offset),
            VerificationText = $"{verificationAddress}/public/verify/{verification}",
            TemplateVersion = OnTheSpotTemplate,
        };
    }

    private IEnumerable<LabelledLine> PartyLines(PartySnapshot party, Guid caseId, string? number)
    {
        var isOrganisation = party.Kind is PartyKind.LegalPerson or PartyKind.OtherOrganisation;
        yield return new(isOrganisation ? "名称" : "姓名", party.Name);
        yield return PartyOnPaper.IdentityOf(party, number);
        if (party.Representative is { } representative)
            yield return new(isOrganisation ? "法定代表人" : "经营者", representative);
        if (vault.OpenText(party.AddressSealed, SealedCell.OfParty.InCase(caseId).Address) is { } address)
            yield return new("住址", address);
    }
}
