using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Cases.Ordinary;
using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Parties;

namespace EnforcementCases.Domain.Papers;

/// <summary>A document that an act issues, with everything it is filled from.</summary>
/// <param name="Kind">Kind of document.</param>
/// <param name="File">The file, with the act entered.</param>
/// <param name="Done">The act.</param>
/// <param name="Number">Its number; null for a kind without one.</param>
/// <param name="Law">What the act was judged by.</param>
/// <param name="Party">The party.</param>
public sealed record PaperInHand(DocumentKind Kind, OrdinaryFile File, DoneAct Done, string? Number, ActContext Law, PartyOnPaper Party)
{
    internal EnforcementCase Case => File.Case;

    internal ViolationVersion Violation => Law.Catalogue.Violation(Case.ViolationVersionId)!;

    /// <summary>案由.</summary>
    internal string Cause => $"{Case.ViolationName}案";

    /// <summary>立案号.</summary>
    internal string? CaseNumber => NumberOf(DocumentKind.FilingApproval);

    internal IEnumerable<DecidingOfficer> Handlers => Case.Officers.Select(o => new DecidingOfficer(o.Name, o.CertificateNumber));

    /// <summary>Who can be asked about the case.</summary>
    internal string Contact => string.Join('、', Case.Officers.Select(o => o.Name));

    /// <summary>Head of every paper: organ, day, number.</summary>
    internal FormValues Values() => new(Law.Organ.Name, Done.DoneOn, Number);

    /// <summary>The same with the lines of the party.</summary>
    internal FormValues WithParty() =>
        Values()
            .With(FormFields.Party, Party.Name)
            .With(FormFields.PartyDocument, Party.Identity)
            .With(
                Case.Party.Kind is PartyKind.IndividualBusiness ? FormFields.PartyOperator : FormFields.PartyRepresentative,
                Case.Party.Representative
            )
            .With(FormFields.PartyAddress, Party.Address)
            .With(FormFields.PartyPhone, Party.Phone);

    /// <summary>Number of the last document of a kind before this one; null if none.</summary>
    internal string? NumberOf(DocumentKind kind) => File.Papers.LastOrDefault(p => p.Kind == kind && p.Number.Length > 0)?.Number;

    internal string NameOf(DoneAct act) => Law.NameOf(act.PersonId);

    /// <summary>The content of an act as the opinion of the person who did it.</summary>
    internal Opinion? OpinionIn(DoneAct? act, string text) => act is null ? null : new(text, NameOf(act), act.DoneOn);

    /// <summary>The opinion of a level on a paper as it was proposed last; null where that level gave none.</summary>
    internal Opinion? OpinionOf(ApprovalPaper paper, ApprovalLevel level)
    {
        var since = File.Approvals.ProposalOf(paper)?.Entry.Place;
        var act = File.Acts.LastOrDefault(a =>
            a.Entry.Place > since && a.Body is EndorsePaper said && said.Paper == paper && said.Level == level
        );
        return OpinionIn(act, (act?.Body as EndorsePaper)?.Opinion ?? "");
    }

    /// <summary>Number of the document of a kind that an act issued; null if none.</summary>
    internal string? NumberIssuedBy<TBody>(DocumentKind kind, Func<TBody, bool> which)
        where TBody : ActBody
    {
        var place = File.Acts.LastOrDefault(a => a.Body is TBody body && which(body))?.Entry.Place;
        return File.Papers.LastOrDefault(p => p.Kind == kind && p.ActPosition == place)?.Number;
    }

    /// <summary>The officers of a scene act with the certificates they showed.</summary>
    internal IEnumerable<DecidingOfficer> Present(SceneActBody scene) =>
        scene.Attendance.Officers.Select(o => new DecidingOfficer(
            Law.Roster.OfficerOn(o.OfficerId, Done.DoneOn)?.Name ?? "",
            o.CertificateNumber
        ));

    /// <summary>Officers with the certificates they held on a day.</summary>
    internal IEnumerable<DecidingOfficer> OfficersOn(IEnumerable<Guid> persons, DateOnly day) =>
        persons
            .Select(id => Law.Roster.OfficerOn(id, day))
            .Where(o => o is not null)
            .Select(o => new DecidingOfficer(o!.Name, o.Certificate?.Number ?? ""));

    /// <summary>When, and with which numbers, certificates were shown (出示执法证件).</summary>
    internal static string Shown(Attendance attendance) =>
        $"{ChineseDate.Moment(attendance.CertificatesShownAt)}出示执法证件，证号{string.Join('、', attendance.Officers.Select(o => o.CertificateNumber))}";
}
