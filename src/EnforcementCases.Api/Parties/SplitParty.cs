using System.Text.Json.Serialization;
using EnforcementCases.Domain.Parties;
using EnforcementCases.Domain.Text;
using EnforcementCases.Persistence;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Parties;

/// <summary>Undoes a merge (拆分): the two are not the same party. Allowed only to the street or town that merged them.</summary>
/// <param name="Reason">How it was found that they are not the same party, at most 1,000 characters.</param>
public sealed record SplitPartyCommand(string Reason) : ICommand<PartyAfterAct>, IChangesVersion, IWritesMany
{
    /// <summary>The party that was merged away, from the route.</summary>
    [JsonIgnore]
    public Guid PartyId { get; init; }
}

internal sealed class SplitPartyValidator : AbstractValidator<SplitPartyCommand>
{
    public SplitPartyValidator() => RuleFor(c => c.Reason).NotEmpty().MaximumLength(PartyMerge.ReasonMaxLength);
}

internal sealed class SplitPartyHandler(
    AppDbContext db,
    CurrentUser user,
    RequestContext context,
    PartyRegister register,
    TimeProvider clock
) : IRequestHandler<SplitPartyCommand, PartyAfterAct>
{
    public async Task<PartyAfterAct> Handle(SplitPartyCommand request, CancellationToken cancellationToken)
    {
        await register.HoldAsync([request.PartyId], cancellationToken);
        var party = await register.ReadAsync(request.PartyId, cancellationToken);
        context.EnsureSeen(party.Id, party.Version);
        var merge =
            await db.PartyMerges.FirstOrDefaultAsync(m => m.StandingPartyId == party.Id, cancellationToken)
            ?? throw PartyMerge.NotMerged.With("没有可以拆分的并户");
        user.EnsureActsFor(merge.OrganId);
        var into = await db.Parties.FirstAsync(p => p.Id == merge.IntoPartyId, cancellationToken);
        merge.Split(party, into, TextRules.Paragraphs(request.Reason), user.PersonId, clock.GetUtcNow());
        return new(party.Id, party.Version, party.MergedInto, []);
    }
}
