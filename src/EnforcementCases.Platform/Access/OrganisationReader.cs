using EnforcementCases.Domain;
using EnforcementCases.Domain.Access;
using EnforcementCases.Persistence;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Platform.Access;

/// <summary>Reads the organisation that a request names, within the scope of the user.</summary>
internal sealed class OrganisationReader(AppDbContext db, CurrentUser user)
{
    public static readonly DomainError NotFound = new("organisation.not-found", null, ErrorKind.NotFound, "没有找到该机构");

    /// <summary>The organisation; the user's own if none is named.</summary>
    /// <exception cref="DomainException"><see cref="NotFound"/>.</exception>
    public async Task<Organisation> ReadAsync(Guid? id, CancellationToken ct)
    {
        var wanted = id ?? user.OrganisationId;
        var organisation = await db.Organisations.FirstOrDefaultAsync(o => o.Id == wanted, ct);
        return organisation is not null && user.Scope.Contains(organisation.Path) ? organisation : throw NotFound.With($"机构 {wanted}");
    }

    /// <summary>The street or town; the user's own if none is named.</summary>
    /// <exception cref="DomainException"><see cref="NotFound"/>: also if the organisation is no street or town, or if a user above streets names none.</exception>
    public async Task<Organisation> OrganAsync(Guid? id, CancellationToken ct)
    {
        var organisation = await ReadAsync(id ?? user.OrganId ?? throw NotFound.With("请指定街道或者乡镇"), ct);
        return organisation.OrganId == organisation.Id ? organisation : throw NotFound.With($"机构 {organisation.Id}");
    }

    /// <summary>Path of the organisation; the user's own if none is named.</summary>
    /// <exception cref="DomainException"><see cref="NotFound"/>.</exception>
    public async ValueTask<string> PathAsync(Guid? id, CancellationToken ct) =>
        id is null ? user.OrganisationPath : (await ReadAsync(id, ct)).Path;
}
