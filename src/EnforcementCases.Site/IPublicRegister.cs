using EnforcementCases.Domain;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Fines;
using EnforcementCases.Domain.Papers;
using EnforcementCases.Domain.Publicity;

namespace EnforcementCases.Site;

/// <summary>What the pages of the public read. The program answers it by its queries, so that a page neither knows a table nor decides what is public.</summary>
public interface IPublicRegister
{
    /// <summary>The document with a verification code.</summary>
    /// <exception cref="DomainException">No document has that code.</exception>
    Task<VerifiedDocument> DocumentAsync(string code, CancellationToken ct);

    /// <summary>The fine with a payment code.</summary>
    /// <exception cref="DomainException">No fine has that code.</exception>
    Task<PublicFine> FineAsync(string code, CancellationToken ct);

    /// <summary>The streets and towns, by name.</summary>
    Task<IReadOnlyList<PublicOrgan>> OrgansAsync(CancellationToken ct);

    /// <summary>Published decisions, the newest publication first.</summary>
    /// <exception cref="DomainException">The cursor cannot be read.</exception>
    Task<PublishedDecisionList> DecisionsAsync(PublicSearch search, CancellationToken ct);

    /// <summary>The decision with a code, or the trace of one that was taken down.</summary>
    /// <exception cref="DomainException">No decision with that code was ever published.</exception>
    Task<PublishedDecision> DecisionAsync(string code, CancellationToken ct);

    /// <summary>A list that is published beforehand.</summary>
    /// <param name="organId">The organ; null for a list that is the same for all.</param>
    /// <param name="on">The day; null: today.</param>
    /// <exception cref="DomainException">There is no such organ, or the list needs one.</exception>
    Task<PublicTable> ListAsync(PublicList list, Guid? organId, DateOnly? on, CancellationToken ct);
}

/// <summary>The public particulars of a document; nothing private.</summary>
/// <param name="Number">Number; empty for kinds without one.</param>
/// <param name="Kind">Kind of document.</param>
/// <param name="DecidedOn">Legal date of the document (落款日期).</param>
/// <param name="Organ">Name of the organ.</param>
/// <param name="ContentSha256">SHA-256 of its content, 64 lower-case hex digits.</param>
/// <param name="State">Whether what the document states is in force now.</param>
/// <param name="FellOn">Legal date on which its decision was revoked or found invalid; null while it is in force, and if the case was opened again since.</param>
public sealed record VerifiedDocument(
    string Number,
    DocumentKind Kind,
    DateOnly DecidedOn,
    string Organ,
    string ContentSha256,
    PaperStanding State,
    DateOnly? FellOn
)
{
    /// <summary>Name of the document (文书名称).</summary>
    [Bilingual]
    public string Title => Kind.Term();

    /// <summary>Whether the document may still be relied on: in force, or depending on no decision.</summary>
    public bool Standing => State.Holds();

    /// <summary>Numbers of the decisions that correct slips of the document (补正决定书), in their order; empty if none.</summary>
    public IReadOnlyList<string> CorrectedBy { get; init; } = [];
}

/// <summary>The public particulars of a fine; nothing about the party.</summary>
/// <param name="PaymentCode">Payment code (缴款码).</param>
/// <param name="DecisionNumber">Number of the decision.</param>
/// <param name="Organ">Name of the organ that decided it.</param>
/// <param name="State">State of the payment order.</param>
/// <param name="FineFen">The fine, in fen.</param>
/// <param name="SurchargeFen">The decided surcharge (加处罚款), in fen; 0 if none is decided.</param>
/// <param name="PaidFen">Paid and not given back, in fen.</param>
/// <param name="OutstandingFen">Still to be paid, in fen; 0 if nothing is.</param>
/// <param name="PayBy">Last day to pay, inclusive; of the part due next if payment was deferred or split. Null if nothing is owed.</param>
/// <param name="Payee">Bank and account where fines are paid (代收机构), as the organ states it.</param>
/// <param name="BankAddress">Address at the bank at which this fine can be paid; null if the installation has none, and if nothing is owed.</param>
public sealed record PublicFine(
    string PaymentCode,
    string DecisionNumber,
    string Organ,
    PaymentState State,
    long FineFen,
    long SurchargeFen,
    long PaidFen,
    long OutstandingFen,
    DateOnly? PayBy,
    string Payee,
    string? BankAddress
);
