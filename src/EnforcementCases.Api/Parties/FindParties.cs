using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Parties;
using EnforcementCases.Domain.Text;
using EnforcementCases.Persistence;
using EnforcementCases.Persistence.Databases;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Web;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Parties;

/// <summary>Finds parties that have cases within the caller's scope: by exact document number (in the body, never in a URL) or by the beginning of the name.</summary>
/// <param name="Document">Kind of document; required with <c>documentNumber</c>, otherwise null.</param>
/// <param name="DocumentNumber">The complete number; null to search by name.</param>
/// <param name="Name">Beginning of the name, at least one character; exact matches come first. Null to search by document number.</param>
/// <param name="Limit">Number of parties, 1 to 200; default 50.</param>
public sealed record FindPartiesQuery(
    IdentityDocument? Document = null,
    string? DocumentNumber = null,
    string? Name = null,
    int? Limit = null
) : IRequest<IReadOnlyList<FoundParty>>;

/// <summary>A party with its cases in scope.</summary>
/// <param name="PartyId">The party; for merged entries, the one that represents them.</param>
/// <param name="Kind">Kind of party.</param>
/// <param name="Name">Name in the latest case.</param>
/// <param name="DocumentTail">Last four characters of its document number; null if it is self-declared.</param>
/// <param name="Cases">Number of its cases that the caller may see.</param>
/// <param name="LastDecidedOn">Legal date of the latest decision among them; null if none is decided.</param>
public sealed record FoundParty(Guid PartyId, PartyKind Kind, string Name, string? DocumentTail, int Cases, DateOnly? LastDecidedOn);

internal sealed class FindPartiesValidator : AbstractValidator<FindPartiesQuery>
{
    public FindPartiesValidator()
    {
        RuleFor(q => q)
            .Must(q => (q.DocumentNumber is { Length: > 0 } && q.Document is not null) != (q.Name is { Length: > 0 }))
            .WithMessage("按证件号码或者按姓名查询，二者择一");
        RuleFor(q => q.Name).MaximumLength(Party.NameMaxLength).WithMessage("姓名过长");
        RuleFor(q => q.DocumentNumber).MaximumLength(40).WithMessage("证件号码过长");
    }
}

internal sealed class FindPartiesHandler(
    AppDbContext db,
    CurrentUser user,
    PartyDesk parties,
    PartyRegister register,
    Dialect dialect,
    TimeProvider clock
) : IRequestHandler<FindPartiesQuery, IReadOnlyList<FoundParty>>
{
    /// <summary>Cases read at first for each requested party; more are read if a few parties have them all.</summary>
    private const int CasesPerParty = 4;

    /// <summary>Largest number of cases read.</summary>
    private const int MostCases = 10_000;

    public async Task<IReadOnlyList<FoundParty>> Handle(FindPartiesQuery request, CancellationToken cancellationToken)
    {
        var limit = Cursor.LimitOf(request.Limit);
        var found = request is { Document: { } document, DocumentNumber: { Length: > 0 } number }
            ? await ByDocumentAsync(document, number, cancellationToken)
            : await ByNameAsync(TextRules.Name(request.Name!), limit, cancellationToken);
        return found.Count == 0 ? [] : await DescribeAsync(found, limit, cancellationToken);
    }

    private async Task<IReadOnlyList<Guid>> ByDocumentAsync(IdentityDocument document, string entered, CancellationToken ct)
    {
        var number = PartyDesk.Normalise(document, entered, LegalDate.Of(clock.GetUtcNow()), overrideReason: "查询");
        var index = parties.IndexOf(document, number);
        var known = await db.Parties.Where(p => p.BlindIndex == index).Select(p => p.Id).FirstOrDefaultAsync(ct);
        return known == Guid.Empty ? [] : [known];
    }

    /// <summary>In the order of the names, so that exact matches come first and nothing has to be sorted.</summary>
    private async Task<IReadOnlyList<Guid>> ByNameAsync(string name, int limit, CancellationToken ct)
    {
        var after = name + dialect.HighestCharacter;
        var within = db.Cases.AsNoTracking();
        var named = (user.OrganId is { } organ ? within.Where(c => c.OrganId == organ) : within)
            .Where(c => c.PartyId != null && string.Compare(c.ListedName, name) >= 0 && string.Compare(c.ListedName, after) < 0)
            .OrderBy(c => c.ListedName)
            .Select(c => c.PartyId!.Value);
        for (var taken = limit * CasesPerParty; ; taken *= CasesPerParty)
        {
            var cases = await named.Take(taken).ToListAsync(ct);
            var found = cases.Distinct().Take(limit).ToList();
            if (found.Count == limit || cases.Count < taken || taken > MostCases)
                return found;
        }
    }

    /// <summary>Each party with all entries merged with it, and their cases within the scope.</summary>
    private async Task<IReadOnlyList<FoundParty>> DescribeAsync(IReadOnlyList<Guid> found, int limit, CancellationToken ct)
    {
        var entries = await register.EntriesAsync(found, ct);
        var same = entries.Keys.ToList();
        var cases = await db
            .Cases.AsNoTracking()
            .Where(c => c.PartyId != null && same.Contains(c.PartyId.Value))
            .Select(c => new
            {
                PartyId = c.PartyId!.Value,
                c.OpenedAt,
                c.Party.Kind,
                c.Party.Name,
                c.Party.DocumentTail,
                c.DecidedOn,
            })
            .ToListAsync(ct);
        var described = cases
            .GroupBy(c => entries[c.PartyId])
            .ToDictionary(
                g => g.Key,
                g =>
                {
                    var latest = g.MaxBy(c => c.OpenedAt)!;
                    return new FoundParty(g.Key, latest.Kind, latest.Name, latest.DocumentTail, g.Count(), g.Max(c => c.DecidedOn));
                }
            );
        return [.. found.Select(id => entries[id]).Distinct().Where(described.ContainsKey).Select(id => described[id]).Take(limit)];
    }
}
