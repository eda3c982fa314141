using System.Collections.Frozen;
using EnforcementCases.Api.Documents;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Cases.Ordinary;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Papers;
using EnforcementCases.Domain.Parties;
using EnforcementCases.Platform.Keys;

namespace EnforcementCases.Api.Cases.Ordinary;

/// <summary>Fills the forms of the ordinary procedure from the file: what each document says, in one place. What nobody said is not made up: the form refuses it, with
/// rule and article.</summary>
internal sealed partial class PapersOfCase(PersonalDataVault vault)
{
    private static readonly FrozenDictionary<(Type Body, DocumentKind Kind), Func<PaperInHand, FormValues>> Forms = AllPapers()
        .ToFrozenDictionary(p => (p.Body, p.Kind), p => p.Fill);

    /// <summary>Every document that can be filled, by the act that issues it.</summary>
    internal static IReadOnlyCollection<(Type Body, DocumentKind Kind)> Known => Forms.Keys;

    private static IEnumerable<Paper> AllPapers() =>
        [
            .. FilingPapers,
            .. InvestigationPapers,
            .. TellingPapers,
            .. DecidingPapers,
            .. ServicePapers,
            .. PayingPapers,
            .. ExecutingPapers,
            .. ClosingPapers,
        ];

    /// <summary>What a document says that the act issues.</summary>
    public static FormValues ValuesOf(PaperInHand paper) => Forms[(paper.Done.Body.GetType(), paper.Kind)](paper);

    /// <summary>The party as papers name it.</summary>
    /// <param name="entered">The party in the register; null while nobody was identified.</param>
    public PartyOnPaper OnPaper(EnforcementCase @case, Party? entered)
    {
        if (entered is null)
            return new("", null, null, null);
        var party = @case.Party;
        var cells = SealedCell.OfParty.InCase(@case.Id);
        var identity = DocumentIssue.IdentityOf(party, vault.OpenText(entered.DocumentSealed, SealedCell.PartyDocument(entered.Id)));
        return new(
            party.Name,
            $"{identity.Label} {identity.Value}",
            vault.OpenText(party.AddressSealed, cells.Address),
            vault.OpenText(party.PhoneSealed, cells.Phone)
        );
    }

    private static Paper Of<TBody>(DocumentKind kind, Func<PaperInHand, TBody, FormValues> fill)
        where TBody : ActBody => new(typeof(TBody), kind, paper => fill(paper, (TBody)paper.Done.Body));

    /// <summary>A text as the beginning of a longer one.</summary>
    private static string Sentence(string text) => text.TrimEnd('。', '；', ' ') + "。";

    private sealed record Paper(Type Body, DocumentKind Kind, Func<PaperInHand, FormValues> Fill);
}
