using EnforcementCases.Domain.Publicity;

namespace EnforcementCases.Site;

/// <summary>A street or town whose decisions are shown, and how to contest them.</summary>
/// <param name="Id">The organ.</param>
/// <param name="Name">Its full name.</param>
/// <param name="Contact">Address and telephone.</param>
/// <param name="ReconsiderationOrgan">Organ that hears reconsideration.</param>
/// <param name="Court">Court that hears suits.</param>
public sealed record PublicOrgan(Guid Id, string Name, string Contact, string ReconsiderationOrgan, string Court);

/// <summary>What is looked for among the published decisions. Never a person's name or number.</summary>
/// <param name="OrganId">Only decisions of this organ; all if null.</param>
/// <param name="From">Only decisions made on this day or later; all if null.</param>
/// <param name="To">Only decisions made on this day or earlier; all if null.</param>
/// <param name="Kind">Only decisions of this kind; all if null.</param>
/// <param name="Number">Only the decision with exactly this number; all if null.</param>
/// <param name="Cursor">Value of <c>next</c> of the page before; the first page if null.</param>
public sealed record PublicSearch(Guid? OrganId, DateOnly? From, DateOnly? To, PublicDecisionKind? Kind, string? Number, string? Cursor);

/// <summary>A page of published decisions, the newest publication first.</summary>
/// <param name="Items">The decisions.</param>
/// <param name="Next">Cursor of the next page; null on the last one.</param>
public sealed record PublishedDecisionList(IReadOnlyList<PublishedDecision> Items, string? Next);

/// <summary>A decision as the public sees it, or the trace of one that was taken down.</summary>
/// <param name="Code">Code of its page.</param>
/// <param name="Number">Number of the decision.</param>
/// <param name="Organ">Name of the organ.</param>
/// <param name="Kind">Kind of decision.</param>
/// <param name="State">Published, withdrawn or expired.</param>
/// <param name="Copy">The masked copy; null once it was taken down.</param>
/// <param name="DecidedOn">Legal date of the decision.</param>
/// <param name="PublishedOn">Legal date of the publication.</param>
/// <param name="CorrectedOn">Legal date of the last correction of the page; null if none.</param>
/// <param name="DisplayUntil">Last day of display; null if it has no end.</param>
/// <param name="WithdrawnOn">Legal date on which it was taken down; null while it is shown.</param>
/// <param name="Ground">Why it was taken down; null while it is shown.</param>
/// <param name="Reason">The reason in the words of the organ; null if none is stated yet.</param>
public sealed record PublishedDecision(
    string Code,
    string Number,
    string Organ,
    PublicDecisionKind Kind,
    PublicationState State,
    PublicCopy? Copy,
    DateOnly DecidedOn,
    DateOnly PublishedOn,
    DateOnly? CorrectedOn,
    DateOnly? DisplayUntil,
    DateOnly? WithdrawnOn,
    TakedownGround? Ground,
    string? Reason
);

/// <summary>A published list as it is, or was, on a day.</summary>
/// <param name="List">Which list.</param>
/// <param name="Organ">The organ that it is about; null if it is the same for all.</param>
/// <param name="On">The day.</param>
/// <param name="Columns">Heads of the columns, in Chinese.</param>
/// <param name="Rows">Its rows; a row has as many cells as there are columns.</param>
public sealed record PublicTable(
    PublicList List,
    PublicOrgan? Organ,
    DateOnly On,
    IReadOnlyList<string> Columns,
    IReadOnlyList<IReadOnlyList<string>> Rows
);
