using System.Text.Json.Serialization;
using EnforcementCases.Domain;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Parties;
using EnforcementCases.Domain.Text;
using EnforcementCases.Persistence;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Keys;
using EnforcementCases.Platform.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Parties;

/// <summary>Merges a party into another entry of the same party (并户). Both must have matters of the caller's street or town. Either both are documented and the
/// numbers agree, or the party was self-declared and now shows the document of the other. Cases keep the party and its particulars as entered; queries for
/// either party cover both from now on.</summary>
/// <param name="IntoPartyId">The party that represents both from now on; it must be documented.</param>
/// <param name="Reason">How they were found to be the same, at most 1,000 characters.</param>
/// <param name="Document">Kind of document shown now; required if the party was self-declared, otherwise null.</param>
/// <param name="DocumentNumber">Its complete number; required with <c>document</c>.</param>
/// <param name="DistinctBecause">Why the fines of both for one violation and day concern different offences; required if there are such fines, otherwise
/// null.</param>
public sealed record MergePartyCommand(
    Guid IntoPartyId,
    string Reason,
    IdentityDocument? Document = null,
    string? DocumentNumber = null,
    string? DistinctBecause = null
) : ICommand<PartyAfterAct>, IChangesVersion, IWritesMany
{
    /// <summary>The party, from the route.</summary>
    [JsonIgnore]
    public Guid PartyId { get; init; }
}

/// <summary>A party after a merge or split.</summary>
/// <param name="Id">The party.</param>
/// <param name="Version">Version, also in the <c>ETag</c>.</param>
/// <param name="MergedInto">The party that represents it; null after a split.</param>
/// <param name="Findings">Points to check after a merge, in the requested language: violations for which both entries were granted a first-offence exemption.
/// Empty if none.</param>
public sealed record PartyAfterAct(Guid Id, int Version, Guid? MergedInto, [property: Bilingual] IReadOnlyList<string> Findings)
    : IVersioned;

internal sealed class MergePartyValidator : AbstractValidator<MergePartyCommand>
{
    public MergePartyValidator()
    {
        RuleFor(c => c.Reason).NotEmpty().MaximumLength(PartyMerge.ReasonMaxLength);
        RuleFor(c => c.DistinctBecause).MaximumLength(PartyMerge.ReasonMaxLength);
        RuleFor(c => c.DocumentNumber).MaximumLength(40).WithMessage("证件号码过长");
        RuleFor(c => c)
            .Must(c => c.Document is null == string.IsNullOrWhiteSpace(c.DocumentNumber))
            .WithMessage("证件种类和号码应当同时填写");
    }
}

internal sealed class MergePartyHandler(
    AppDbContext db,
    CurrentUser user,
    RequestContext context,
    PartyRegister register,
    PartyDesk desk,
    PersonalDataVault vault,
    OrganDirectory organs,
    TimeProvider clock
) : IRequestHandler<MergePartyCommand, PartyAfterAct>
{
    public async Task<PartyAfterAct> Handle(MergePartyCommand request, CancellationToken cancellationToken)
    {
        await register.HoldAsync([request.PartyId, request.IntoPartyId], cancellationToken);
        var party = await register.ReadAsync(request.PartyId, cancellationToken);
        context.EnsureSeen(party.Id, party.Version);
        var into = await register.ReadAsync(request.IntoPartyId, cancellationToken);
        var now = clock.GetUtcNow();
        var organ = await organs.OrganAsync(user.OrganId!.Value, cancellationToken);
        var merge = PartyMerge.Merge(
            party,
            into,
            await db.Parties.AnyAsync(p => p.MergedInto == party.Id, cancellationToken),
            new(SameNumbers(party, into), ShownMatches(request, into, now)),
            new()
            {
                Id = Guid.CreateVersion7(now),
                OrganId = organ.Id,
                OrganisationPath = organ.Path,
                Reason = TextRules.Paragraphs(request.Reason),
                DistinctBecause = request.DistinctBecause is { } words ? TextRules.Paragraphs(words) : null,
                PersonId = user.PersonId,
                At = now,
            }
        );
        db.PartyMerges.Add(merge);
        return new(party.Id, party.Version, party.MergedInto, await FindingsAsync(party.Id, into.Id, cancellationToken));
    }

    private bool SameNumbers(Party party, Party into) =>
        vault.OpenText(party.DocumentSealed, SealedCell.PartyDocument(party.Id)) is { } number
        && string.Equals(number, vault.OpenText(into.DocumentSealed, SealedCell.PartyDocument(into.Id)), StringComparison.Ordinal);

    private bool? ShownMatches(MergePartyCommand request, Party into, DateTimeOffset now)
    {
        if (request.Document is not { } document)
            return null;
        var number = PartyDesk.Normalise(document, request.DocumentNumber!, LegalDate.Of(now), overrideReason: "并户");
        return desk.IndexOf(document, number) == into.BlindIndex;
    }

    private async Task<IReadOnlyList<string>> FindingsAsync(Guid partyId, Guid intoId, CancellationToken ct)
    {
        var exempted = await db
            .FirstOffenceExemptions.IgnoreQueryFilters([AppDbContext.ScopeFilter])
            .Where(e => (e.PartyId == partyId || e.PartyId == intoId) && e.RevokedAt == null)
            .Select(e => new { e.PartyId, e.ViolationCode })
            .ToListAsync(ct);
        return
        [
            .. exempted
                .GroupBy(e => e.ViolationCode, StringComparer.Ordinal)
                .Where(g => g.Select(e => e.PartyId).Distinct().Count() > 1)
                .OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => $"{g.Key}：并户前已分别给予首违不予处罚，共{g.Count()}次，请核查"),
        ];
    }
}
