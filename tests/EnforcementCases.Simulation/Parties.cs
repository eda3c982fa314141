using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace EnforcementCases.Simulation;

internal enum PartySort
{
    Citizen,
    IndividualBusiness,
    LegalPerson,
}

/// <summary>Makes up parties whose numbers have the right check digits; none of them is anybody.</summary>
internal sealed class Parties(Wording wording, string divisionCode, int year, int seed)
{
    private const string CreditSet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    /// <param name="place">Tells this party from all others of the year.</param>
    public object Make(PartySort sort, int place, Random random)
    {
        var person = Name(random);
        var address = string.Create(CultureInfo.InvariantCulture, $"天津市滨海新区{wording.Roads[place % wording.Roads.Length]}{1 + place % 200}号");
        return sort switch
        {
            PartySort.Citizen when random.OneIn(15) => new
            {
                kind = "Citizen",
                identity = "SelfDeclared",
                name = person,
                statedAge = 20 + random.Next(50),
                photoSha256 = Sha256($"photo {place}"),
            },
            PartySort.Citizen => new
            {
                kind = "Citizen",
                identity = "Documented",
                name = person,
                document = "CitizenIdCard",
                documentNumber = CitizenId(place, random),
                address,
            },
            PartySort.IndividualBusiness => new
            {
                kind = "IndividualBusiness",
                identity = "Documented",
                name = $"滨海新区{person[..1]}记{random.Pick(wording.Shops)}",
                document = "CreditCode",
                documentNumber = CreditCode("92", place),
                representative = person,
                address,
            },
            PartySort.LegalPerson => new
            {
                kind = "LegalPerson",
                identity = "Documented",
                name = $"天津{random.Pick(wording.Companies)}",
                document = "CreditCode",
                documentNumber = CreditCode("91", place),
                representative = person,
                address,
            },
        };
    }

    public string Sha256(string what) =>
        Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{seed} {year} {what}")))
        );

    private string Name(Random random) =>
        random.OneIn(25) ? random.Pick(wording.MinorityNames) : random.Pick(wording.Surnames) + random.Pick(wording.GivenNames);

    private string CitizenId(int place, Random random)
    {
        const string check = "10X98765432";
        int[] weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
        var born = new DateOnly(year - 22 - random.Next(45), 1, 1).AddDays(random.Next(365));
        var number = $"{random.Pick(wording.IdAreas)}{born:yyyyMMdd}{place % 1000:000}";
        return number + check[weights.Select((w, i) => w * (number[i] - '0')).Sum() % 11];
    }

    private string CreditCode(string prefix, int place)
    {
        int[] weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
        int[] inner = [3, 7, 9, 10, 5, 8, 4, 2];
        var body = string.Create(CultureInfo.InvariantCulture, $"MA{seed % 100:00}{place % 10000:0000}");
        var digit = 11 - inner.Select((w, i) => w * (char.IsAsciiDigit(body[i]) ? body[i] - '0' : body[i] - 'A' + 10)).Sum() % 11;
        var code =
            prefix
            + divisionCode
            + body
            + (
                digit == 10 ? 'X'
                : digit == 11 ? '0'
                : (char)('0' + digit)
            );
        return code + CreditSet[(31 - weights.Select((w, i) => w * CreditSet.IndexOf(code[i], StringComparison.Ordinal)).Sum() % 31) % 31];
    }
}
