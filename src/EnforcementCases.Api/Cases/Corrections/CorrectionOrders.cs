using EnforcementCases.Api.Parties;
using EnforcementCases.Domain;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Cases.Correction;
using EnforcementCases.Domain.Cases.OnTheSpot;
using EnforcementCases.Domain.Parties;
using EnforcementCases.Persistence;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Cases;

/// <summary>Finds orders to correct within the reader's scope, and binds them to the penalty that is based on them.</summary>
internal sealed class CorrectionOrders(AppDbContext db, PartyRegister register)
{
    /// <summary>The order, tracked.</summary>
    /// <exception cref="DomainException"><see cref="CorrectionOrder.NotFound"/>.</exception>
    public async Task<CorrectionOrder> ReadAsync(Guid id, CancellationToken ct) =>
        await FindAsync(id, ct) ?? throw CorrectionOrder.NotFound.With($"责令改正通知 {id}");

    /// <summary>The order that a penalty is based on: it must be of this party and violation, and no other penalty may be based on it.</summary>
    /// <exception cref="DomainException"><see cref="CorrectionOrder.NotFound"/>, <see cref="CorrectionOrder.AnotherMatter"/> or <see cref="CorrectionOrder.AlreadyUsed"/>.</exception>
    public async Task<EarlierOrder> FindForPenaltyAsync(
        Guid orderId,
        Guid partyId,
        PartySnapshot party,
        string violationCode,
        CancellationToken ct
    )
    {
        var order = await ReadAsync(orderId, ct);
        var isSame = (await register.SameAsync(partyId, ct)).Contains(order.PartyId);
        return order.ForPenalty(isSame ? order.PartyId : partyId, party, violationCode);
    }

    /// <summary>Binds the order to the penalty that was decided on it, if any.</summary>
    /// <exception cref="DomainException"><see cref="CorrectionOrder.AlreadyUsed"/>.</exception>
    public async Task UseForAsync(EnforcementCase decided, CancellationToken ct)
    {
        if (decided.Correction.EarlierOrderId is { } orderId)
            (await ReadAsync(orderId, ct)).UseFor(decided.Id, decided.DecidedAt!.Value);
    }

    /// <summary>Releases the order when the penalty based on it is revoked.</summary>
    public async Task ReleaseAsync(EnforcementCase revoked, DateTimeOffset at, CancellationToken ct)
    {
        if (revoked.Correction.EarlierOrderId is { } orderId && await FindAsync(orderId, ct) is { } order)
            order.Release(revoked.Id, at);
    }

    private Task<CorrectionOrder?> FindAsync(Guid id, CancellationToken ct) =>
        db.CorrectionOrders.Include(o => o.Officers.OrderBy(x => x.Place)).FirstOrDefaultAsync(o => o.Id == id, ct);
}
