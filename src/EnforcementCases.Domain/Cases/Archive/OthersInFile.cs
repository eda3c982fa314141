using EnforcementCases.Domain.Cases.Ordinary;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Parties;

namespace EnforcementCases.Domain.Cases.Archive;

/// <summary>Persons of a case other than the party whom the file names and the party must not find in it (举报人、投诉人、证人): informants and people who were questioned.</summary>
/// <param name="Informants">Names of informants and complainants.</param>
/// <param name="Witnesses">Names of people who were questioned and are not the party.</param>
public sealed record OthersInFile(IReadOnlyList<string> Informants, IReadOnlyList<string> Witnesses)
{
    /// <summary>Those of a file.</summary>
    public static OthersInFile Of(OrdinaryFile file) =>
        new(
            [.. file.Acts.Select(a => a.Body).OfType<RegisterClue>().Select(c => c.Informant).OfType<string>().Where(n => n.IsGiven())],
            [
                .. file
                    .Acts.Select(a => a.Body)
                    .OfType<RecordInquiry>()
                    .Where(i => !IsOfParty(i, file.Case))
                    .Select(i => i.InquiredName)
                    .Where(n => n.IsGiven() && !IsParty(n, file.Case)),
            ]
        );

    /// <summary>Whether the party itself was questioned, or somebody who speaks for an organisation.</summary>
    public static bool IsOfParty(RecordInquiry inquiry, EnforcementCase @case) =>
        inquiry.As is InquiredAs.Party && (@case.Party.Kind is not PartyKind.Citizen || IsParty(inquiry.InquiredName, @case));

    /// <summary>Whether a name is that of the party or of who represents it.</summary>
    public static bool IsParty(string name, EnforcementCase @case) =>
        PartyServed.IsSame(name, @case.Party.Name) || PartyServed.IsSame(name, @case.Party.Representative);

    /// <summary>Whether a text names an informant.</summary>
    public bool NamesInformant(string text) => Informants.Any(name => text.Contains(name, StringComparison.Ordinal));

    /// <summary>Whether a text names anybody of them.</summary>
    public bool Names(string text) => NamesInformant(text) || Witnesses.Any(name => text.Contains(name, StringComparison.Ordinal));
}
