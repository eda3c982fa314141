using EnforcementCases.Api.Cases.Acts;
using EnforcementCases.Api.Cases.Ordinary;
using EnforcementCases.Api.Catalogue;
using EnforcementCases.Domain;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Cases.Ordinary;
using EnforcementCases.Domain.Penalties;
using EnforcementCases.Domain.Publicity;
using EnforcementCases.Persistence;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Keys;
using EnforcementCases.Platform.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Publicity;

/// <summary>How the clerk answers for what was found in the texts of a copy (公示文本的处理).</summary>
/// <param name="Also">Further texts to hide, at most 40; default: none.</param>
/// <param name="Hide">Keys of findings that are hidden; default: none.</param>
/// <param name="Show">Keys of findings that are shown; only those that may be; default: none.</param>
public sealed record MaskAnswers(IReadOnlyList<string>? Also = null, IReadOnlyList<string>? Hide = null, IReadOnlyList<string>? Show = null)
{
    internal MaskContext AsContext() =>
        new()
        {
            Also = [.. (Also ?? []).Where(a => !string.IsNullOrWhiteSpace(a))],
            Hide = Hide ?? [],
            Show = Show ?? [],
        };
}

/// <summary>Opens what a public copy is made from. It is opened for the clerk who looks at the copy, and never stored.</summary>
internal sealed class PublicityDesk(
    AppDbContext db,
    CaseLoader cases,
    OrdinaryDesk desk,
    CatalogueDirectory catalogue,
    OrganDirectory organs,
    PersonalDataVault vault,
    RequestContext request
)
{
    /// <summary>The item, for a change by the present user; the person must have the relation to the case that the rights table requires.</summary>
    /// <exception cref="DomainException"><see cref="PublicityErrors.NotFound"/>, <see cref="CurrentUser.NotAllowed"/>, <see cref="SeparationOfDuty.OfficerOfCase"/>,
    /// <see cref="RequestContext.VersionMissing"/> or <see cref="RequestContext.VersionStale"/>.</exception>
    public async Task<(PublicationItem Item, EnforcementCase Case)> OpenAsync(Guid id, object command, CancellationToken ct)
    {
        var item = await ReadAsync(id, ct);
        var @case = await cases.ReadAsync(item.CaseId, ct);
        cases.EnsureAllowed(command, @case);
        request.EnsureSeen(item.Id, item.Version);
        return (item, @case);
    }

    /// <summary>The item within the reader's scope.</summary>
    /// <exception cref="DomainException"><see cref="PublicityErrors.NotFound"/>.</exception>
    public async Task<PublicationItem> ReadAsync(Guid id, CancellationToken ct) =>
        await db.PublicationItems.FirstOrDefaultAsync(i => i.Id == id, ct) ?? throw PublicityErrors.NotFound.With($"公示事项 {id}");

    /// <summary>The case of an item.</summary>
    public Task<EnforcementCase> CaseAsync(PublicationItem item, CancellationToken ct) => cases.ReadAsync(item.CaseId, ct);

    /// <summary>The decision of an item in clear.</summary>
    public async Task<PublicDecision> DecisionAsync(PublicationItem item, EnforcementCase @case, CancellationToken ct)
    {
        var file = @case.Procedure is CaseProcedure.Ordinary ? await desk.OpenAsync(@case, ct) : null;
        var decided = item.Kind is PublicDecisionKind.NoPenalty ? file?.Deciding.NoPenalty : file?.Deciding.Decision;
        var party = @case.PartyId is { } partyId ? await db.Parties.AsNoTracking().FirstOrDefaultAsync(p => p.Id == partyId, ct) : null;
        var cells = SealedCell.OfParty.InCase(@case.Id);
        return new()
        {
            Case = @case,
            Number = item.Number,
            DecidedOn = item.DecidedOn,
            Organ = (await organs.OrganAsync(@case.OrganId, ct)).Name,
            Violation = catalogue.Current.Violation(@case.ViolationVersionId)!,
            Penalties = PenaltiesOf(@case, item.IsPenalty ? decided : null),
            Facts = decided?.Facts ?? @case.Facts,
            Orders = @case.Procedure is CaseProcedure.Ordinary ? @case.Correction.Required : null,
            Outcome = @case.Outcome ?? CaseOutcome.Penalty,
            PartyNumber = party is null ? null : vault.OpenText(party.DocumentSealed, SealedCell.PartyDocument(party.Id)),
            PartyAddress = vault.OpenText(@case.Party.AddressSealed, cells.Address),
            PartyPhone = vault.OpenText(@case.Party.PhoneSealed, cells.Phone),
            Persons =
            [
                .. @case.Officers.Select(o => new LinkedPerson(o.Name, LinkedAs.Other)),
                .. file is null ? [] : NamesInFile.Of(file),
            ],
        };
    }

    /// <summary>Kinds and amounts as they are in force: a remedy may have changed the fine since.</summary>
    private static List<PenaltyItem> PenaltiesOf(EnforcementCase @case, ProposeDecision? decided)
    {
        if (decided is not null)
            return [.. decided.Penalties.Select(p => p.Kind is PenaltyKind.Fine ? p with { AmountFen = @case.Penalty.FineFen } : p)];
        if (@case.Procedure is CaseProcedure.Ordinary)
            return [];
        var penalties = new List<PenaltyItem>();
        if (@case.Penalty.Warned)
            penalties.Add(new(PenaltyKind.Warning));
        if (@case.Penalty.FineFen > 0)
            penalties.Add(new(PenaltyKind.Fine, @case.Penalty.FineFen));
        return penalties;
    }
}
