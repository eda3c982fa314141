using EnforcementCases.Api.Access;
using EnforcementCases.Api.Cases.Acts;
using EnforcementCases.Api.Catalogue;
using EnforcementCases.Api.Documents;
using EnforcementCases.Api.Infrastructure;
using EnforcementCases.Api.Infrastructure.Keys;
using EnforcementCases.Api.Personnel;
using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Cases.Ordinary;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Persistence;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Cases.Ordinary;

/// <summary>Opens the file of an ordinary case and does acts in it: what was said goes under seal, documents get number and content, everything in the transaction of the act.</summary>
internal sealed class OrdinaryDesk(
    AppDbContext db,
    CurrentUser user,
    CatalogueDirectory catalogue,
    OfficerDirectory officers,
    OrganDirectory organs,
    PersonalDataVault vault,
    Installation installation,
    TimeProvider clock
)
{
    public const string BodyPurpose = "case-act";

    /// <summary>The file of a case as it is stored.</summary>
    public async Task<OrdinaryFile> OpenAsync(EnforcementCase @case, CancellationToken ct)
    {
        await db.Entry(@case).Collection(c => c.ActEntries).LoadAsync(ct);
        var papers = await db
            .CaseDocuments.Where(d => d.CaseId == @case.Id && d.ActPlace != null)
            .Select(d => new
            {
                d.Id,
                d.Kind,
                d.Number,
                d.ActPlace,
                d.ContentHash,
            })
            .ToListAsync(ct);
        var dates = @case.ActEntries.ToDictionary(a => a.Place, a => a.DoneOn);
        return OrdinaryFile.Open(
            @case,
            @case.ActEntries.Select(e => new DoneAct(e, ActJson.Read(e.Act, vault.Open(e.BodySealed, BodyPurpose)))),
            papers.Select(p => new IssuedPaper(p.Id, p.Kind, p.Number, p.ActPlace!.Value, dates[p.ActPlace.Value], p.ContentHash))
        );
    }

    /// <summary>Does an act in a case that was opened for it.</summary>
    public async Task<CaseAfterAct> PerformAsync(EnforcementCase @case, ActBody body, CancellationToken ct)
    {
        var file = await OpenAsync(@case, ct);
        var now = clock.GetUtcNow();
        var late = ClaimedTime.IsLate(body.DoneAt, now);
        var law = await SurroundingsAsync(@case.OrganId, ct);
        file.Perform(body, law, late);
        var entry = file.Acts[^1].Entry;
        entry.Seal(vault.Seal(ActJson.Write(body), BodyPurpose));
        db.CaseActs.Add(entry);
        return new(@case.Id, @case.Version, @case.Stage, file.OpenDuties(), late);
    }

    /// <summary>What acts are judged by now.</summary>
    public async Task<ActSurroundings> SurroundingsAsync(Guid organId, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return new()
        {
            PersonId = user.PersonId,
            Roles = user.Roles,
            Organ = await organs.OrganAsync(organId, ct),
            Catalogue = catalogue.Current,
            Roster = officers.Current,
            Now = now,
            Production = !installation.Demo,
            NewId = () => Guid.CreateVersion7(now),
        };
    }
}
