using EnforcementCases.Persistence;
using EnforcementCases.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Cases.Work;

/// <summary>Stores what waits in cases that are not in the work lists yet: those entered before the lists existed, or loaded in bulk. A second run finds none.</summary>
public sealed record ListWorkOfCasesCommand : IUnkeyedCommand<bool>;

internal sealed class ListWorkOfCasesHandler(AppDbContext db, WorkDesk work) : IRequestHandler<ListWorkOfCasesCommand, bool>
{
    /// <summary>Each case is read whole, under the lock of the writer: with 200 of them nobody could sign in for seconds on the embedded database.</summary>
    private const int Slice = 20;

    /// <returns>Whether more may be left.</returns>
    public async Task<bool> Handle(ListWorkOfCasesCommand request, CancellationToken cancellationToken)
    {
        var cases = await db
            .Cases.Where(c => c.WorkListedAt == null)
            .OrderBy(c => c.Seq)
            .Take(Slice)
            .Include(c => c.PaymentOrder)
            .Include(c => c.Officers)
            .Include(c => c.Deadlines)
            .Include(c => c.Payments)
            .AsSplitQuery()
            .ToListAsync(cancellationToken);
        foreach (var @case in cases)
            await work.ListAsync(@case, isNew: false, cancellationToken);
        return cases.Count == Slice;
    }
}
