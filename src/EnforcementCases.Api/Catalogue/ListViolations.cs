using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Law;
using EnforcementCases.Persistence;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Web;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Catalogue;

/// <summary>Order of the list of violations.</summary>
public enum ViolationSort
{
    /// <summary>By code.</summary>
    Code,

    /// <summary>Those on which the caller has decided most often first; used for the first page of a handheld.</summary>
    MostUsed,
}

/// <summary>Searches the violations of the catalogue (案由检索).</summary>
/// <param name="Category">Only violations of exactly this category; all if omitted.</param>
/// <param name="Name">Only violations whose name contains this text; all if omitted.</param>
/// <param name="Code">Only violations whose code begins with this text; all if omitted.</param>
/// <param name="OnDate">The day on which the violations must be in force; default: today.</param>
/// <param name="Adopted">True: only violations that the caller's organ has adopted on the day; false or omitted: all.</param>
/// <param name="Decidable">True: only violations for which a penalty can be decided; false or omitted: all.</param>
/// <param name="Sort">Order of the list; default: <c>Code</c>.</param>
/// <param name="Cursor">Value of <c>next</c> of the page before; the first page if omitted. Only with the order by code.</param>
/// <param name="Limit">1 to 200; default 50.</param>
public sealed record ListViolationsQuery(
    string? Category,
    string? Name,
    string? Code,
    DateOnly? OnDate,
    bool? Adopted,
    bool? Decidable,
    ViolationSort? Sort,
    string? Cursor,
    int? Limit
) : IRequest<Page<ViolationListItem>>;

internal sealed class ListViolationsValidator : AbstractValidator<ListViolationsQuery>
{
    public ListViolationsValidator() =>
        RuleFor(q => q.Cursor).Null().When(q => q.Sort is ViolationSort.MostUsed).WithMessage("按使用次数排序时不分页");
}

internal sealed class ListViolationsHandler(AppDbContext db, CatalogueDirectory directory, CurrentUser user, TimeProvider clock)
    : IRequestHandler<ListViolationsQuery, Page<ViolationListItem>>
{
    public async Task<Page<ViolationListItem>> Handle(ListViolationsQuery request, CancellationToken cancellationToken)
    {
        var day = request.OnDate ?? LegalDate.Of(clock.GetUtcNow());
        var catalogue = directory.Current;
        var found = catalogue
            .ViolationsOn(day)
            .Where(v =>
                (request.Category is null || v.Category == request.Category)
                && (request.Name is null || v.Name.Contains(request.Name, StringComparison.Ordinal))
                && (request.Code is null || v.Code.StartsWith(request.Code, StringComparison.OrdinalIgnoreCase))
                && (request.Decidable is not true || v.IsDecidable)
                && (request.Adopted is not true || IsAdopted(catalogue, v, day) is true)
                && (request.Cursor is null || string.CompareOrdinal(v.Code, request.Cursor) > 0)
            );
        if (request.Sort is ViolationSort.MostUsed)
        {
            var uses = await UsesOfCaller(cancellationToken);
            found = found.OrderByDescending(v => uses.GetValueOrDefault(v.Code)); // stable: equal ones stay in the order of their codes
        }
        var limit = Cursor.LimitOf(request.Limit);
        var rows = found.Take(limit + 1).Select(v => Item(catalogue, v, day)).ToList();
        return rows.Count <= limit ? new(rows, null)
            : request.Sort is ViolationSort.MostUsed ? new(rows[..limit], null)
            : new(rows[..limit], rows[limit - 1].Code);
    }

    private Task<Dictionary<string, int>> UsesOfCaller(CancellationToken ct) =>
        db
            .Cases.AsNoTracking()
            .Where(c => c.Officers.Any(o => o.PersonId == user.PersonId))
            .GroupBy(c => c.ViolationCode)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, StringComparer.Ordinal, ct);

    private bool? IsAdopted(CatalogueSnapshot catalogue, ViolationVersion violation, DateOnly day) =>
        user.OrganId is { } organ ? Array.Exists(catalogue.AdoptionsOf(organ, violation.Code), a => a.IsInForceOn(day)) : null;

    private ViolationListItem Item(CatalogueSnapshot catalogue, ViolationVersion v, DateOnly day) =>
        new(
            v.Id,
            v.Code,
            v.Name,
            v.Category,
            v.Threatened.ToString(),
            v.Kinds,
            v.IsRecordable,
            v.IsDecidable,
            IsAdopted(catalogue, v, day),
            v.SimpleForIndividuals,
            v.SimpleForOrganisations,
            v.Correction
        );
}
