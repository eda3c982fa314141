using System.Text.Json.Serialization;
using EnforcementCases.Api.Cases.Acts;
using EnforcementCases.Api.Parties;
using EnforcementCases.Domain.Cases.Ordinary;
using EnforcementCases.Platform.Keys;
using MediatR;

namespace EnforcementCases.Api.Cases.Ordinary;

/// <summary>Identifies the party of an ordinary case (核实当事人). The register of parties checks the document, and finds or enters the party. The age is computed
/// for the day of the offence: if the filing is requested with another day, the party must be identified again before.</summary>
/// <param name="Party">The party.</param>
/// <param name="DoneAt">When it was identified.</param>
public sealed record IdentifyPartyCommand(PartyInput Party, DateTimeOffset DoneAt) : ICaseAct
{
    /// <inheritdoc />
    [JsonIgnore]
    public Guid CaseId { get; init; }
}

internal sealed class IdentifyPartyHandler(CaseLoader file, OrdinaryDesk desk, PartyDesk parties)
    : IRequestHandler<IdentifyPartyCommand, CaseAfterAct>
{
    public async Task<CaseAfterAct> Handle(IdentifyPartyCommand request, CancellationToken cancellationToken)
    {
        await file.HoldAsync(request.CaseId, cancellationToken);
        var @case = await file.OpenAsync(request, cancellationToken);
        var @checked = parties.Check(request.Party, @case.CommittedOn, SealedCell.OfParty.InCase(@case.Id));
        var party = await parties.FindOrEnterAsync(@checked, cancellationToken);
        var after = await desk.PerformAsync(
            @case,
            new IdentifyParty
            {
                DoneAt = request.DoneAt,
                PartyId = party.Id,
                Kind = @checked.Snapshot.Kind,
                Party = @checked.Snapshot,
            },
            cancellationToken
        );
        return after with { PartyWarnings = @checked.Warnings };
    }
}
