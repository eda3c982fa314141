using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Papers;
using EnforcementCases.Domain.Parties;
using EnforcementCases.Platform.Keys;

namespace EnforcementCases.Api.Cases.Ordinary;

/// <summary>Opens what is sealed of a party, for the papers that name it.</summary>
internal static class PartyOpening
{
    /// <summary>The party as papers name it.</summary>
    /// <param name="entered">The party in the register; null while nobody was identified.</param>
    public static PartyOnPaper OnPaper(this PersonalDataVault vault, EnforcementCase @case, Party? entered)
    {
        if (entered is null)
            return PartyOnPaper.Unknown;
        var (party, cells) = (@case.Party, SealedCell.OfParty.InCase(@case.Id));
        return PartyOnPaper.Of(
            party,
            new(
                vault.OpenText(entered.DocumentSealed, SealedCell.PartyDocument(entered.Id)),
                vault.OpenText(party.AddressSealed, cells.Address),
                vault.OpenText(party.PhoneSealed, cells.Phone)
            )
        );
    }
}
