using System.Globalization;
using EnforcementCases.Domain.Cases.Coercion;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Parties;

namespace EnforcementCases.Domain.Papers;

/// <summary>What is sealed of a party, opened for its papers alone.</summary>
/// <param name="DocumentNumber">Number of its document; null for a self-declared party.</param>
/// <param name="Address">Address; null if none.</param>
/// <param name="Phone">Telephone; null if none.</param>
public sealed record OpenedParty(string? DocumentNumber, string? Address, string? Phone);

/// <summary>A party in clear, for its papers alone.</summary>
/// <param name="Name">Name.</param>
/// <param name="Identity">Kind and number of its document, or that it stated who it is; null while nobody was identified.</param>
/// <param name="Address">Address; null if none.</param>
/// <param name="Phone">Telephone; null if none.</param>
public sealed record PartyOnPaper(string Name, string? Identity, string? Address, string? Phone)
{
    /// <summary>While nobody was identified (当事人不明): all other lines empty.</summary>
    public static readonly PartyOnPaper Unknown = new(UnknownOwner.Name, Identity: null, Address: null, Phone: null);

    /// <summary>The party as papers name it.</summary>
    public static PartyOnPaper Of(PartySnapshot party, OpenedParty opened)
    {
        var identity = IdentityOf(party, opened.DocumentNumber);
        return new(party.Name, $"{identity.Label} {identity.Value}", opened.Address, opened.Phone);
    }

    /// <summary>How the party is known: kind and number of its document, or that it stated who it is.</summary>
    /// <param name="number">Number of the document; null for a self-declared party.</param>
    public static LabelledLine IdentityOf(PartySnapshot party, string? number) =>
        party.Document is { } document
            ? new(document.Term(), number!)
            : new(
                "身份",
                party.AgeAtOffence is { } age ? string.Create(CultureInfo.InvariantCulture, $"自报，{age}岁（未核实）") : "自报（未核实）"
            );
}
