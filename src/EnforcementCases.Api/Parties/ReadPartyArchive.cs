using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Cases.Correction;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Fines;
using EnforcementCases.Domain.Parties;
using EnforcementCases.Domain.Penalties;
using EnforcementCases.Persistence;
using EnforcementCases.Platform.Pipeline;
using EnforcementCases.Platform.Web;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Parties;

/// <summary>A part of the archive besides the cases.</summary>
public enum ArchivePart
{
    /// <summary>首违不予处罚.</summary>
    Exemptions,

    /// <summary>责令改正.</summary>
    CorrectionOrders,

    /// <summary>缴款.</summary>
    Payments,

    /// <summary>文书.</summary>
    Documents,

    /// <summary>并户、拆分登记.</summary>
    Merges,
}

/// <summary>Reads the one-party archive (一户式执法档案): everything within the caller's scope that concerns the party and the entries merged with it.</summary>
/// <param name="PartyId">The party, merged or not.</param>
/// <param name="Include">Parts besides the cases; null or empty: all.</param>
public sealed record ReadPartyArchiveQuery(Guid PartyId, IReadOnlyList<ArchivePart>? Include = null) : IRequest<PartyArchive>;

/// <summary>The archive of a party. What lies outside the caller's scope is neither shown nor counted.</summary>
/// <param name="Id">The requested party.</param>
/// <param name="Version">Its version; a merge or split sends it as <c>If-Match</c>.</param>
/// <param name="MergedInto">The party it was merged into; null if it is not merged.</param>
/// <param name="Names">Its names in the matters shown, the latest first.</param>
/// <param name="Kind">Kind in the latest matter.</param>
/// <param name="Identity">Documented or self-declared in the latest matter.</param>
/// <param name="DocumentTail">Last four characters of the document number.</param>
/// <param name="Totals">Totals over all that is within scope.</param>
/// <param name="Cases">Its cases, simple and ordinary, newest first; at most 200.</param>
/// <param name="MoreCases">True if there are more cases within the scope.</param>
/// <param name="Exemptions">First-offence exemptions; null if not requested, as with the parts below.</param>
/// <param name="CorrectionOrders">Orders to correct before any penalty.</param>
/// <param name="Payments">What was paid in the cases shown.</param>
/// <param name="Documents">Documents of the cases shown.</param>
/// <param name="Merges">Merges and splits made within scope.</param>
public sealed record PartyArchive(
    Guid Id,
    int Version,
    Guid? MergedInto,
    IReadOnlyList<string> Names,
    PartyKind Kind,
    PartyIdentity Identity,
    string? DocumentTail,
    ArchiveTotals Totals,
    IReadOnlyList<ArchiveCase> Cases,
    bool MoreCases,
    IReadOnlyList<ArchiveExemption>? Exemptions,
    IReadOnlyList<ArchiveCorrectionOrder>? CorrectionOrders,
    IReadOnlyList<ArchivePayment>? Payments,
    IReadOnlyList<ArchiveDocument>? Documents,
    IReadOnlyList<ArchiveMerge>? Merges
) : IVersioned;

/// <summary>Totals of an archive.</summary>
/// <param name="Cases">Cases.</param>
/// <param name="SimpleCases">Of these, decided on the spot.</param>
/// <param name="OpenCases">Of these, not closed.</param>
/// <param name="FinesFen">Fines in force, in fen.</param>
/// <param name="PaidFen">Paid on them, less refunds, in fen.</param>
/// <param name="Exemptions">First-offence exemptions in force.</param>
/// <param name="CorrectionOrders">Orders to correct.</param>
public sealed record ArchiveTotals(
    int Cases,
    int SimpleCases,
    int OpenCases,
    long FinesFen,
    long PaidFen,
    int Exemptions,
    int CorrectionOrders
);

/// <summary>A case in an archive.</summary>
/// <param name="Id">The case.</param>
/// <param name="PartyId">The entry it was made under.</param>
/// <param name="PartyName">Name on it.</param>
/// <param name="Organ">The street or town.</param>
/// <param name="Procedure">Procedure.</param>
/// <param name="Stage">Current stage of the case.</param>
/// <param name="DecisionNumber">Number of the decision; null before the decision.</param>
/// <param name="ViolationCode">Code of the violation.</param>
/// <param name="ViolationName">Name of the violation.</param>
/// <param name="CommittedOn">Legal date of the offence.</param>
/// <param name="OpenedAt">When the case began.</param>
/// <param name="FiledOn">Legal date of the filing.</param>
/// <param name="DecidedOn">Legal date of the decision.</param>
/// <param name="ClosedOn">Legal date of the closing.</param>
/// <param name="RevokedAt">When the decision was revoked.</param>
/// <param name="Outcome">How an ordinary case was decided or ended.</param>
/// <param name="HeaviestKind">Kind under which the penalty is counted.</param>
/// <param name="FineFen">Fine in fen.</param>
/// <param name="PaymentState">State of the payment; null without a fine.</param>
/// <param name="PayBy">Last day to pay, of the part due next where payment was deferred or is made in parts.</param>
/// <param name="PaidFen">Paid so far, in fen.</param>
/// <param name="RefundedFen">Refunded so far, in fen.</param>
/// <param name="Link">Link to it.</param>
public sealed record ArchiveCase(
    Guid Id,
    Guid PartyId,
    string PartyName,
    string Organ,
    CaseProcedure Procedure,
    CaseStage Stage,
    string? DecisionNumber,
    string ViolationCode,
    string ViolationName,
    DateOnly CommittedOn,
    DateTimeOffset OpenedAt,
    DateOnly? FiledOn,
    DateOnly? DecidedOn,
    DateOnly? ClosedOn,
    DateTimeOffset? RevokedAt,
    CaseOutcome? Outcome,
    PenaltyKind? HeaviestKind,
    long FineFen,
    PaymentState? PaymentState,
    DateOnly? PayBy,
    long PaidFen,
    long RefundedFen,
    string Link
);

/// <summary>A first-offence exemption in an archive.</summary>
/// <param name="Id">Identity.</param>
/// <param name="CaseId">The case that ended with it.</param>
/// <param name="ViolationCode">The violation.</param>
/// <param name="Occurrence">1 for the first.</param>
/// <param name="GrantedOn">Legal date of the grant.</param>
/// <param name="RevokedAt">When it was revoked; null while in force.</param>
public sealed record ArchiveExemption(
    Guid Id,
    Guid CaseId,
    string ViolationCode,
    int Occurrence,
    DateOnly GrantedOn,
    DateTimeOffset? RevokedAt
);

/// <summary>An order to correct in an archive.</summary>
/// <param name="Id">The order.</param>
/// <param name="Number">Number of the notice.</param>
/// <param name="ViolationCode">Code of the violation.</param>
/// <param name="ViolationName">Its name.</param>
/// <param name="OrderedOn">Legal date of the order.</param>
/// <param name="DueOn">Last day to put it right.</param>
/// <param name="Result">Result of the last re-check.</param>
/// <param name="UsedByCaseId">The case whose penalty is based on it; null if none.</param>
/// <param name="Link">Link to it.</param>
public sealed record ArchiveCorrectionOrder(
    Guid Id,
    string Number,
    string ViolationCode,
    string ViolationName,
    DateOnly OrderedOn,
    DateOnly DueOn,
    RecheckResult? Result,
    Guid? UsedByCaseId,
    string Link
);

/// <summary>A payment in an archive.</summary>
/// <param name="Id">The payment.</param>
/// <param name="CaseId">The case.</param>
/// <param name="Channel">How it was paid.</param>
/// <param name="AmountFen">Amount in fen.</param>
/// <param name="PaidAt">When.</param>
/// <param name="ReceiptNumber">Treasury receipt of cash.</param>
public sealed record ArchivePayment(
    Guid Id,
    Guid CaseId,
    PaymentChannel Channel,
    long AmountFen,
    DateTimeOffset PaidAt,
    string? ReceiptNumber
);

/// <summary>A document in an archive.</summary>
/// <param name="Id">The document.</param>
/// <param name="CaseId">The case.</param>
/// <param name="Kind">Kind.</param>
/// <param name="Number">Number; empty for kinds without one.</param>
/// <param name="DatedOn">The legal date it bears.</param>
/// <param name="Link">Link to the documents of its case.</param>
public sealed record ArchiveDocument(Guid Id, Guid CaseId, DocumentKind Kind, string Number, DateOnly DatedOn, string Link);

/// <summary>A merge in an archive (并户登记).</summary>
/// <param name="PartyId">The party that was merged into the other.</param>
/// <param name="IntoPartyId">The party that represents both.</param>
/// <param name="Ground">How the identity was shown.</param>
/// <param name="Reason">Why.</param>
/// <param name="MergedAt">When.</param>
/// <param name="SplitAt">When it was undone; null while in effect.</param>
/// <param name="SplitReason">Why it was undone.</param>
public sealed record ArchiveMerge(
    Guid PartyId,
    Guid IntoPartyId,
    MergeGround Ground,
    string Reason,
    DateTimeOffset MergedAt,
    DateTimeOffset? SplitAt,
    string? SplitReason
);

internal sealed class ReadPartyArchiveHandler(AppDbContext db, PartyRegister register)
    : IRequestHandler<ReadPartyArchiveQuery, PartyArchive>
{
    public async Task<PartyArchive> Handle(ReadPartyArchiveQuery request, CancellationToken cancellationToken)
    {
        var ct = cancellationToken;
        var party = await register.ReadAsync(request.PartyId, ct);
        var same = await register.SameAsync(party.Id, ct);
        var all = db.Cases.AsNoTracking().Where(c => c.PartyId != null && same.Contains(c.PartyId.Value));
        var orders = db.CorrectionOrders.AsNoTracking().Where(o => same.Contains(o.PartyId));
        var exemptions = db.FirstOffenceExemptions.AsNoTracking().Where(e => same.Contains(e.PartyId));

        var cases = await CasesAsync(all, ct);
        var more = cases.Count > Cursor.LargestLimit;
        if (more)
            cases.RemoveAt(Cursor.LargestLimit);
        var shown = cases.ConvertAll(c => c.Id);
        var snapshots = await SnapshotsAsync(all, orders, ct);
        bool Wants(ArchivePart part) => request.Include is not { Count: > 0 } parts || parts.Contains(part);
        return new(
            party.Id,
            party.Version,
            party.MergedInto,
            [.. snapshots.Select(s => s.Name).Distinct(StringComparer.Ordinal)],
            snapshots[0].Kind,
            snapshots[0].Identity,
            snapshots.Find(s => s.Tail is not null)?.Tail,
            await TotalsAsync(all, orders, exemptions, ct),
            cases,
            more,
            Wants(ArchivePart.Exemptions) ? await ExemptionsAsync(exemptions, ct) : null,
            Wants(ArchivePart.CorrectionOrders) ? await OrdersAsync(orders, ct) : null,
            Wants(ArchivePart.Payments) ? await PaymentsAsync(shown, ct) : null,
            Wants(ArchivePart.Documents) ? await DocumentsAsync(shown, ct) : null,
            Wants(ArchivePart.Merges) ? await MergesAsync(same, ct) : null
        );
    }

    private Task<List<ArchiveCase>> CasesAsync(IQueryable<EnforcementCase> cases, CancellationToken ct) =>
        cases
            .OrderByDescending(c => c.OpenedAt)
            .ThenByDescending(c => c.Seq)
            .Take(Cursor.LargestLimit + 1)
            .Select(c => new ArchiveCase(
                c.Id,
                c.PartyId!.Value,
                c.Party.Name,
                db.Organisations.Where(o => o.Id == c.OrganId).Select(o => o.Name).First(),
                c.Procedure,
                c.Stage,
                c.DecisionNumber,
                c.ViolationCode,
                c.ViolationName,
                c.CommittedOn,
                c.OpenedAt,
                c.FiledOn,
                c.DecidedOn,
                c.Closing.On,
                c.Effect.RevokedAt,
                c.Outcome,
                c.Penalty.HeaviestKind,
                c.Penalty.FineFen,
                c.PaymentOrder == null ? null : c.PaymentOrder.State,
                c.PaymentOrder == null ? null : c.OwedUntil ?? c.PaymentOrder.DueOn,
                c.PaymentOrder == null ? 0 : c.PaymentOrder.PaidFen,
                c.PaymentOrder == null ? 0 : c.PaymentOrder.RefundedFen,
                $"/api/v1/cases/{c.Id}"
            ))
            .ToListAsync(ct);

    /// <summary>The party as entered in the matters that the reader may see; its own entry may have been made elsewhere.</summary>
    private static async Task<List<Snapshot>> SnapshotsAsync(
        IQueryable<EnforcementCase> cases,
        IQueryable<CorrectionOrder> orders,
        CancellationToken ct
    )
    {
        var ofCases = await cases
            .OrderByDescending(c => c.OpenedAt)
            .Take(Cursor.LargestLimit)
            .Select(c => new Snapshot(c.OpenedAt, c.Party.Name, c.Party.Kind, c.Party.Identity, c.Party.DocumentTail))
            .ToListAsync(ct);
        var ofOrders = await orders
            .OrderByDescending(o => o.OrderedAt)
            .Take(Cursor.LargestLimit)
            .Select(o => new Snapshot(o.OrderedAt, o.Party.Name, o.Party.Kind, o.Party.Identity, o.Party.DocumentTail))
            .ToListAsync(ct);
        return [.. ofCases.Concat(ofOrders).OrderByDescending(s => s.At)];
    }

    private static async Task<ArchiveTotals> TotalsAsync(
        IQueryable<EnforcementCase> cases,
        IQueryable<CorrectionOrder> orders,
        IQueryable<Domain.Discretion.FirstOffenceExemption> exemptions,
        CancellationToken ct
    ) =>
        new(
            await cases.CountAsync(ct),
            await cases.CountAsync(c => c.Procedure == CaseProcedure.Simple, ct),
            await cases.CountAsync(c => c.Closing.At == null, ct),
            await cases
                .Where(c => c.Effect.RevokedAt == null && c.Effect.InvalidatedAt == null && c.DecidedOn != null)
                .SumAsync(c => c.Penalty.FineFen, ct),
            await cases.Where(c => c.PaymentOrder != null).SumAsync(c => c.PaymentOrder!.PaidFen - c.PaymentOrder.RefundedFen, ct),
            await exemptions.CountAsync(e => e.RevokedAt == null, ct),
            await orders.CountAsync(ct)
        );

    private static async Task<IReadOnlyList<ArchiveExemption>> ExemptionsAsync(
        IQueryable<Domain.Discretion.FirstOffenceExemption> exemptions,
        CancellationToken ct
    ) =>
        await exemptions
            .OrderByDescending(e => e.GrantedAt)
            .Take(Cursor.LargestLimit)
            .Select(e => new ArchiveExemption(e.Id, e.CaseId, e.ViolationCode, e.Occurrence, e.GrantedOn, e.RevokedAt))
            .ToListAsync(ct);

    private static async Task<IReadOnlyList<ArchiveCorrectionOrder>> OrdersAsync(
        IQueryable<CorrectionOrder> orders,
        CancellationToken ct
    ) =>
        await orders
            .OrderByDescending(o => o.OrderedAt)
            .ThenByDescending(o => o.Seq)
            .Take(Cursor.LargestLimit)
            .Select(o => new ArchiveCorrectionOrder(
                o.Id,
                o.Number,
                o.ViolationCode,
                o.ViolationName,
                o.OrderedOn,
                o.DueOn,
                o.Result,
                o.UsedByCaseId,
                $"/api/v1/correction-orders/{o.Id}"
            ))
            .ToListAsync(ct);

    private async Task<IReadOnlyList<ArchivePayment>> PaymentsAsync(List<Guid> cases, CancellationToken ct) =>
        await db
            .Payments.AsNoTracking()
            .Where(p => cases.Contains(p.CaseId))
            .OrderByDescending(p => p.PaidAt)
            .Select(p => new ArchivePayment(p.Id, p.CaseId, p.Channel, p.AmountFen, p.PaidAt, p.ReceiptNumber))
            .ToListAsync(ct);

    private async Task<IReadOnlyList<ArchiveDocument>> DocumentsAsync(List<Guid> cases, CancellationToken ct) =>
        await db
            .CaseDocuments.AsNoTracking()
            .Where(d => cases.Contains(d.CaseId))
            .OrderByDescending(d => d.IssuedAt)
            .Select(d => new ArchiveDocument(d.Id, d.CaseId, d.Kind, d.Number, d.DatedOn, $"/api/v1/cases/{d.CaseId}/documents"))
            .ToListAsync(ct);

    private async Task<IReadOnlyList<ArchiveMerge>> MergesAsync(IReadOnlyList<Guid> same, CancellationToken ct) =>
        await db
            .PartyMerges.AsNoTracking()
            .Where(m => same.Contains(m.PartyId) || same.Contains(m.IntoPartyId))
            .OrderByDescending(m => m.MergedAt)
            .Select(m => new ArchiveMerge(m.PartyId, m.IntoPartyId, m.Ground, m.Reason, m.MergedAt, m.SplitAt, m.SplitReason))
            .ToListAsync(ct);

    private sealed record Snapshot(DateTimeOffset At, string Name, PartyKind Kind, PartyIdentity Identity, string? Tail);
}
