using EnforcementCases.Api.Cases.Parties;
using EnforcementCases.Api.Infrastructure.Web;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Law;
using EnforcementCases.Persistence;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Cases;

/// <summary>Finds parties that have cases within the caller's scope: by exact document number (in the body, never in an address) or by the beginning of the name.</summary>
/// <param name="Document">Kind of document, with <paramref name="DocumentNumber"/>.</param>
/// <param name="DocumentNumber">The whole number.</param>
/// <param name="Name">Beginning of the name, at least one character.</param>
public sealed record FindPartiesQuery(IdentityDocument? Document = null, string? DocumentNumber = null, string? Name = null)
    : IRequest<IReadOnlyList<FoundParty>>;

/// <summary>A party with its cases in scope.</summary>
/// <param name="PartyId">The party; of merged ones the one that stands for them.</param>
/// <param name="Kind">Kind.</param>
/// <param name="Name">Name at the latest case.</param>
/// <param name="DocumentTail">Last four characters of its document number.</param>
/// <param name="Cases">How many cases the caller may see.</param>
/// <param name="LastDecidedOn">Legal date of the latest decision among them; null while none is decided.</param>
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

internal sealed class FindPartiesHandler(AppDbContext db, PartyDesk parties, PartyRegister register, TimeProvider clock)
    : IRequestHandler<FindPartiesQuery, IReadOnlyList<FoundParty>>
{
    public async Task<IReadOnlyList<FoundParty>> Handle(FindPartiesQuery request, CancellationToken cancellationToken)
    {
        var cases = db.Cases.AsNoTracking();
        if (request.Document is { } document)
        {
            var number = PartyDesk.Normalise(document, request.DocumentNumber!, LegalDate.Of(clock.GetUtcNow()), overrideReason: "查询");
            var index = parties.IndexOf(document, number);
            var known = await db.Parties.Where(p => p.BlindIndex == index).Select(p => p.Id).FirstOrDefaultAsync(cancellationToken);
            var same = await register.SameAsync(known, cancellationToken);
            cases = cases.Where(c => c.PartyId != null && same.Contains(c.PartyId.Value));
        }
        else
        {
            var (from, to) = (request.Name!, request.Name + char.MaxValue);
            cases = cases.Where(c => string.Compare(c.Party.Name, from) >= 0 && string.Compare(c.Party.Name, to) < 0);
        }
        var found = await cases
            .Where(c => c.PartyId != null)
            .OrderByDescending(c => c.OpenedAt)
            .Select(c => new
            {
                PartyId = db.Parties.Where(p => p.Id == c.PartyId).Select(p => p.MergedInto ?? p.Id).First(),
                c.Party.Kind,
                c.Party.Name,
                c.Party.DocumentTail,
                c.DecidedOn,
            })
            .Take(2_000)
            .ToListAsync(cancellationToken);
        return
        [
            .. found
                .GroupBy(c => c.PartyId)
                .Select(g => new FoundParty(
                    g.Key,
                    g.First().Kind,
                    g.First().Name,
                    g.First().DocumentTail,
                    g.Count(),
                    g.Max(c => c.DecidedOn)
                ))
                .Take(Cursor.LargestLimit),
        ];
    }
}
