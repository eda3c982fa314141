using EnforcementCases.Domain;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Parties;
using EnforcementCases.Domain.Penalties;
using EnforcementCases.Domain.Text;
using EnforcementCases.Persistence;
using EnforcementCases.Platform;
using EnforcementCases.Platform.Keys;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Parties;

/// <summary>The party as an officer enters it (当事人).</summary>
/// <param name="Kind">Kind of party; must be entered, never inferred from a trade name.</param>
/// <param name="Identity">Documented (证件核实) or self-declared (自报).</param>
/// <param name="Name">Name to be printed, at most 200 characters.</param>
/// <param name="Document">Kind of document; required if documented, otherwise null.</param>
/// <param name="DocumentNumber">Number of the document; required if documented, otherwise null. Its check digit is verified; it is encrypted at rest and never
/// shown in full again.</param>
/// <param name="CheckDigitOverrideReason">Why a credit code with a wrong check character is accepted, since a few genuine codes have one; otherwise
/// null.</param>
/// <param name="BirthDate">Date of birth; required for a citizen whose document number does not contain it (passport, permit), otherwise null.</param>
/// <param name="StatedAge">Age as stated, 1 to 120, marked unverified; required for a self-declared citizen.</param>
/// <param name="PhotoSha256">SHA-256 of the photograph of the party (64 lower-case hex digits); required if self-declared.</param>
/// <param name="Representative">Legal representative or operator (法定代表人、经营者); required for an organisation.</param>
/// <param name="Address">Address, encrypted at rest; null if unknown.</param>
/// <param name="Phone">Telephone number, encrypted at rest; null if unknown.</param>
public sealed record PartyInput(
    PartyKind Kind,
    PartyIdentity Identity,
    string Name,
    IdentityDocument? Document = null,
    string? DocumentNumber = null,
    string? CheckDigitOverrideReason = null,
    DateOnly? BirthDate = null,
    int? StatedAge = null,
    string? PhotoSha256 = null,
    string? Representative = null,
    string? Address = null,
    string? Phone = null
);

/// <summary>A party with checked identity: the snapshot for printing, and the number for look-up.</summary>
/// <param name="Snapshot">The party as stored with the case.</param>
/// <param name="Number">Normalised document number; null when self-declared.</param>
/// <param name="Warnings">Peculiarities of its credit code that the officer should look at again.</param>
internal sealed record CheckedParty(PartySnapshot Snapshot, string? Number, IReadOnlyList<CreditCodeWarning> Warnings);

/// <summary>Checks identities and finds or enters parties.</summary>
internal sealed class PartyDesk(AppDbContext db, PersonalDataVault vault, SequenceSource sequence, TimeProvider clock)
{
    public static readonly DomainError IdentityIncomplete = new(
        "party.identity-incomplete",
        null,
        ErrorKind.Unacceptable,
        "当事人身份信息不完整"
    );

    public static readonly DomainError DocumentDoesNotFit = new(
        "party.document-does-not-fit",
        null,
        ErrorKind.Unacceptable,
        "证件种类与当事人类别不符"
    );

    private static readonly Func<AppDbContext, string, CancellationToken, Task<Party?>> ByIndex = EF.CompileAsyncQuery(
        (AppDbContext db, string index, CancellationToken ct) => db.Parties.FirstOrDefault(p => p.BlindIndex == index)
    );

    /// <summary>Checks the identity; reads nothing.</summary>
    /// <param name="keptIn">Where address and telephone will be stored; null if they are not stored.</param>
    public CheckedParty Check(PartyInput input, DateOnly committedOn, SealedCell.OfParty? keptIn)
    {
        var today = LegalDate.Of(clock.GetUtcNow());
        var name = TextRules.Name(input.Name);
        var (number, age) = input.Identity switch
        {
            PartyIdentity.Documented => Documented(input, committedOn, today),
            PartyIdentity.SelfDeclared => (null, SelfDeclared(input)),
        };
        if (input.Kind is PartyKind.LegalPerson or PartyKind.OtherOrganisation && string.IsNullOrWhiteSpace(input.Representative))
            throw Incomplete("单位须填写法定代表人或者负责人", "/party/representative");
        return new(
            new PartySnapshot
            {
                Kind = input.Kind,
                Name = name,
                Identity = input.Identity,
                Document = number is null ? null : input.Document,
                DocumentTail = number?[^4..],
                AgeAtOffence = age,
                AgeVerified = age is not null && input.Identity == PartyIdentity.Documented,
                Representative = input.Representative is { } representative ? TextRules.Name(representative) : null,
                AddressSealed = Sealed(input.Address, keptIn?.Address),
                PhoneSealed = Sealed(input.Phone, keptIn?.Phone),
                PhotoSha256 = input.PhotoSha256,
                CheckDigitOverride = number is null ? null : input.CheckDigitOverrideReason,
            },
            number,
            number is not null && input.Document is IdentityDocument.CreditCode
                ? CreditCode.Parse(number, input.CheckDigitOverrideReason).Warnings
                : []
        );
    }

    /// <summary>Finds the party by its document, or enters it; for merged entries, the one that represents them. A self-declared party
    /// is always a new entry: nothing proves that it is the same.</summary>
    public async Task<Party> FindOrEnterAsync(CheckedParty checkedParty, CancellationToken ct)
    {
        if (await FindAsync(checkedParty, ct) is { } known)
            return known;
        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        var party = new Party(
            id,
            sequence.Next(),
            checkedParty.Snapshot.Kind,
            checkedParty.Snapshot.Name,
            checkedParty.Snapshot.Document,
            IndexOf(checkedParty),
            vault.SealText(checkedParty.Number, SealedCell.PartyDocument(id)),
            now
        );
        db.Parties.Add(party);
        return party;
    }

    /// <summary>Finds the party by its document; for merged entries, the one that represents them. Null if it is not in the archive, or self-declared.</summary>
    public async Task<Party?> FindAsync(CheckedParty checkedParty, CancellationToken ct)
    {
        if (IndexOf(checkedParty) is not { } index || await ByIndex(db, index, ct) is not { } known)
            return null;
        return known.MergedInto is { } standing ? await db.Parties.FirstAsync(p => p.Id == standing, ct) : known;
    }

    private string? IndexOf(CheckedParty checkedParty) =>
        checkedParty.Number is { } number ? IndexOf(checkedParty.Snapshot.Document!.Value, number) : null;

    /// <summary>Blind index of a document; it includes the kind, since a passport may have the digits of another document.</summary>
    public string IndexOf(IdentityDocument document, string normalised) => vault.BlindIndex($"{document}\n{normalised}");

    /// <summary>The number in its normal form.</summary>
    public static string Normalise(IdentityDocument document, string number, DateOnly today, string? overrideReason) =>
        document switch
        {
            IdentityDocument.CitizenIdCard => CitizenIdNumber.Parse(number, today).Value,
            IdentityDocument.CreditCode => CreditCode.Parse(number, overrideReason).Value,
            IdentityDocument.Passport
            or IdentityDocument.HongKongMacaoPermit
            or IdentityDocument.TaiwanPermit
            or IdentityDocument.ForeignerResidenceCard => OtherNumber(number),
        };

    private byte[]? Sealed(string? entered, SealedCell? cell)
    {
        var line = entered is null ? null : TextRules.Line(entered); // validated also if it is not stored
        return cell is null ? null : vault.SealText(line, cell);
    }

    private static (string Number, int? Age) Documented(PartyInput input, DateOnly committedOn, DateOnly today)
    {
        if (input.Document is not { } document || string.IsNullOrWhiteSpace(input.DocumentNumber))
            throw Incomplete("核实证件的当事人须填写证件种类和号码", "/party/documentNumber");
        var isOrganisation = input.Kind is PartyKind.LegalPerson or PartyKind.OtherOrganisation;
        if (input.Kind is PartyKind.IndividualBusiness && document is not IdentityDocument.CreditCode)
            throw DocumentDoesNotFit
                .With("个体工商户应当使用统一社会信用代码", "以经营者个人为当事人的，当事人类别选择公民")
                .At("/party/document");
        if (input.Kind is not PartyKind.IndividualBusiness && isOrganisation != (document == IdentityDocument.CreditCode))
            throw DocumentDoesNotFit.With(isOrganisation ? "单位应当使用统一社会信用代码" : "公民应当使用个人证件");
        var number = Normalise(document, input.DocumentNumber, today, input.CheckDigitOverrideReason);
        if (document == IdentityDocument.CreditCode)
            return (number, null);
        var isInNumber = document == IdentityDocument.CitizenIdCard;
        var born = isInNumber
            ? CitizenIdNumber.Parse(number, today).BirthDate
            : input.BirthDate ?? throw Incomplete("该证件号码不含出生日期，须另行填写", "/party/birthDate");
        try
        {
            return (number, PartyAge.OnTheDay(born, committedOn));
        }
        catch (DomainException refusal)
        {
            throw refusal.At(isInNumber ? "/party/documentNumber" : "/party/birthDate");
        }
    }

    private static int? SelfDeclared(PartyInput input)
    {
        if (input.DocumentNumber is not null || input.Document is not null)
            throw Incomplete("自报身份的当事人不填写证件；有证件的应当核实", "/party/document");
        if (input.PhotoSha256 is null)
            throw Incomplete("自报身份须附照片", "/party/photoSha256");
        if (input.Kind is not PartyKind.Citizen && input.StatedAge is not null)
            throw DocumentDoesNotFit.With("只有公民填写自报年龄", "以经营者个人为当事人的，当事人类别选择公民").At("/party/statedAge");
        if (input.Kind == PartyKind.Citizen && input.StatedAge is null)
            throw Incomplete("自报身份的公民须填写自报年龄", "/party/statedAge");
        return input.Kind == PartyKind.Citizen ? input.StatedAge : null;
    }

    private static string OtherNumber(string number)
    {
        var normalised = IdentityText.Compact(number);
        return normalised.Length is >= 5 and <= 20 && normalised.All(char.IsAsciiLetterOrDigit)
            ? normalised
            : throw Incomplete("证件号码应为5至20位字母或者数字", "/party/documentNumber");
    }

    private static DomainException Incomplete(string detail, string pointer) => new(IdentityIncomplete, detail) { Pointer = pointer };
}
