using EnforcementCases.Domain.Documents;
using EnforcementCases.Persistence;
using EnforcementCases.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Documents;

/// <summary>Creates the number counters (文号计数器) of a year that are not there yet, for every organ and document word.</summary>
/// <param name="Year">Legal year.</param>
public sealed record CreateNumberCountersCommand(int Year) : IUnkeyedCommand<int>;

internal sealed class CreateNumberCountersHandler(AppDbContext db) : IRequestHandler<CreateNumberCountersCommand, int>
{
    /// <returns>How many were created.</returns>
    public async Task<int> Handle(CreateNumberCountersCommand request, CancellationToken cancellationToken)
    {
        var organs = await db.Organisations.AsNoTracking().Where(o => o.OrganId == o.Id).Select(o => o.Id).ToListAsync(cancellationToken);
        var counters = await db
            .NumberCounters.AsNoTracking()
            .Where(c => c.Year == request.Year)
            .Select(c => new { c.OrganId, c.Word })
            .ToListAsync(cancellationToken);
        var there = counters.Select(c => (c.OrganId, c.Word)).ToHashSet();
        var missing = organs
            .SelectMany(organ => DocumentWord.All.Select(word => (OrganId: organ, Word: word)))
            .Where(counter => !there.Contains(counter))
            .ToList();
        db.NumberCounters.AddRange(missing.Select(c => new NumberCounter(c.OrganId, c.Word, request.Year)));
        return missing.Count;
    }
}
