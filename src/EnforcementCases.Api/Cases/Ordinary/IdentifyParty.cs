using System.Text.Json.Serialization;
using EnforcementCases.Api.Cases.Acts;
using EnforcementCases.Api.Parties;
using EnforcementCases.Domain.Cases.Ordinary;
using EnforcementCases.Platform.Keys;
using MediatR;

namespace EnforcementCases.Api.Cases.Ordinary;

/// <summary>Identifies the party of an ordinary case (核实当事人); the register of parties checks the document and finds or enters the party. The age is counted on the
/// day of the offence in the case: if the filing is requested with another day, the party must be identified again before the case is filed.</summary>
/// <param name="Party">Who it is.</param>
/// <param name="DoneAt">When it was done.</param>
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
        return await desk.PerformAsync(
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
    }
}
