using System.Text;
using System.Text.RegularExpressions;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Cases.Archive;
using EnforcementCases.Domain.Cases.Ordinary;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Papers;

/// <summary>A paper that the case issued, with its content.</summary>
/// <param name="Document">The document.</param>
/// <param name="Content">Its content as it was fixed.</param>
public sealed record PaperWithContent(CaseDocument Document, FormContent Content)
{
    /// <summary>Everything that is printed on it, as one text in which names can be searched for.</summary>
    internal string Text => Encoding.UTF8.GetString(StoredFormat.Write(Content));
}

/// <summary>The papers of a case file that is drawn.</summary>
/// <param name="Main">Those of the main volume (正卷).</param>
/// <param name="Inner">Those of the inner volume (副卷); empty unless it is drawn with it.</param>
public sealed record SelectedPapers(IReadOnlyList<PaperWithContent> Main, IReadOnlyList<PaperWithContent> Inner);

/// <summary>Which papers a case file has that is drawn for somebody (案卷材料的选取). Whatever is in doubt is left out of the file for the party.</summary>
public static partial class SelectionOfPapers
{
    /// <summary>Papers of the party that it did not receive from the organ: it signed or handed them in.</summary>
    private static readonly DocumentKind[] OfParty =
    [
        DocumentKind.ServiceReceipt,
        DocumentKind.ServiceConfirmation,
        DocumentKind.ComplianceCommitment,
        DocumentKind.DeferralApplication,
    ];

    /// <summary>Records of what happened in the presence of the party; others may have been there, too.</summary>
    private static readonly DocumentKind[] BeforeParty = [DocumentKind.SceneRecord, DocumentKind.RecheckRecord, DocumentKind.HearingRecord];

    /// <summary>Fields that name whose paper it is.</summary>
    private static readonly string[] Whose =
    [
        FormFields.Party.Label,
        PerformanceFields.ServiceAddressee.Label,
        InvestigationFields.Inspected.Label,
    ];

    /// <summary>Chooses the papers.</summary>
    /// <param name="innerParts">Parts of the inner volume, parameter <c>archive.innerVolume</c>.</param>
    [StatutoryRule("FILE-2")]
    public static SelectedPapers Select(
        FileForm form,
        bool withInner,
        IReadOnlyList<PaperWithContent> papers,
        OrdinaryFile file,
        IReadOnlyCollection<FilePart> innerParts
    )
    {
        var byVolume = papers.ToLookup(p => innerParts.Contains(PartsOfFile.Of(p.Document.Kind)));
        IEnumerable<PaperWithContent> main = byVolume[false];
        if (form is not FileForm.Main) // the contents of the whole file also list the inner volume
            main = main.Where(p => PartsOfFile.Of(p.Document.Kind) is not (FilePart.Cover or FilePart.Contents or FilePart.ClosingNotes));
        return new([.. form is FileForm.Party ? ForParty(main, file) : main], withInner ? [.. byVolume[true]] : []);
    }

    private static IEnumerable<PaperWithContent> ForParty(IEnumerable<PaperWithContent> papers, OrdinaryFile file)
    {
        var others = OthersInFile.Of(file);
        var all = papers.Where(p => IsItsOwn(p.Content, file.Case) && !others.NamesInformant(p.Text)).ToList();
        var known = all.Where(p => WasGiven(p.Document.Kind)).SelectMany(p => Phones(p.Text)).ToHashSet(StringComparer.Ordinal);
        return all.Where(p =>
            WasGiven(p.Document.Kind)
            || OfParty.Contains(p.Document.Kind)
            || IsItsStatement(p.Document, file)
            || (BeforeParty.Contains(p.Document.Kind) && !others.Names(p.Text) && Phones(p.Text).All(known.Contains))
        );
    }

    /// <summary>An order to the guardian is about the minor and addressed to another person.</summary>
    private static bool WasGiven(DocumentKind kind) => PapersForParty.Has(kind) && kind is not DocumentKind.GuardianOrder;

    private static bool IsItsStatement(CaseDocument document, OrdinaryFile file) =>
        document.Kind is DocumentKind.InquiryRecord
        && file.Acts.FirstOrDefault(a => a.Entry.Place == document.ActPosition)?.Body is RecordInquiry inquiry
        && OthersInFile.IsOfParty(inquiry, file.Case);

    /// <summary>Whether every person whose paper it is, by its addressee and its fields, is the party or represents it; also if it names none.</summary>
    private static bool IsItsOwn(FormContent content, EnforcementCase @case) =>
        content
            .Parts.OfType<AddresseePart>()
            .Select(a => a.Name)
            .Concat(content.Parts.OfType<LinesPart>().SelectMany(p => p.Lines).Where(l => Whose.Contains(l.Label)).Select(l => l.Value))
            .All(name => OthersInFile.IsParty(name, @case));

    private static IEnumerable<string> Phones(string text) => Mobile().Matches(text).Select(m => m.Value);

    [GeneratedRegex(@"(?<![0-9])1[3-9][0-9]{9}(?![0-9])", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Mobile();
}
