using System.Text.Json.Serialization;
using EnforcementCases.Api.Cases.Acts;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Cases.Ordinary;
using EnforcementCases.Domain.Text;
using FluentValidation;
using MediatR;

namespace EnforcementCases.Api.Cases.Ordinary;

/// <summary>Makes another case a track of the same matter (共同违法并案办理). It is entered in both files; the evidence named is taken over from the other one.</summary>
/// <param name="OtherCaseId">The other case, of the same organ, matter, day and place, against another party.</param>
/// <param name="Reason">How the parties acted together.</param>
/// <param name="DoneAt">When it was decided.</param>
/// <param name="EvidenceIds">Items of the other file that this case rests on, too; null if none.</param>
public sealed record JoinTrackCommand(Guid OtherCaseId, string Reason, DateTimeOffset DoneAt, IReadOnlyList<Guid>? EvidenceIds = null)
    : ICaseAct
{
    /// <inheritdoc />
    [JsonIgnore]
    public Guid CaseId { get; init; }
}

internal sealed class JoinTrackValidator : AbstractValidator<JoinTrackCommand>
{
    public JoinTrackValidator()
    {
        RuleFor(c => c.Reason).NotEmpty().MaximumLength(4000).WithMessage("共同违法的事实不得为空，最多 4000 个字符");
        RuleFor(c => c.EvidenceIds).Must(ids => ids is null || ids.Count <= 500).WithMessage("最多 500 项");
    }
}

internal sealed class JoinTrackHandler(CaseLoader file, OrdinaryDesk desk) : IRequestHandler<JoinTrackCommand, CaseAfterAct>
{
    public async Task<CaseAfterAct> Handle(JoinTrackCommand request, CancellationToken cancellationToken)
    {
        foreach (var id in new[] { request.CaseId, request.OtherCaseId }.Order()) // always in the same order: two that join each other do not wait for each other
            await file.HoldAsync(id, cancellationToken);
        var @case = await file.OpenAsync(request, cancellationToken);
        var other = await file.ReadAsync(request.OtherCaseId, cancellationToken);
        if (@case.PartyId is not { } party || other.PartyId is not { } otherParty)
            throw EnforcementCase.PartyUnknown.With("没有当事人", "先办理核实当事人");
        JointMatter.EnsureSame(@case, other);
        file.EnsureAllowed(request, other);
        var taken = (await desk.OpenAsync(other, cancellationToken)).Evidence.Items;
        var shared = (request.EvidenceIds ?? []).Select(
            (id, i) =>
                taken.FirstOrDefault(e => e.Id == id && e.UnlawfulBecause is null) is { } item
                    ? SharedEvidence.Of(item)
                    : throw EvidenceRules.NotInFile.With($"证据 {id}").At($"/evidenceIds/{i}")
        );
        var reason = TextRules.Paragraphs(request.Reason);
        var here = new JoinTrack
        {
            DoneAt = request.DoneAt,
            OtherCaseId = other.Id,
            OtherPartyId = otherParty,
            OtherPartyName = other.Party.Name,
            Reason = reason,
            Evidence = [.. shared],
        };
        var there = here with { OtherCaseId = @case.Id, OtherPartyId = party, OtherPartyName = @case.Party.Name, Evidence = [] };
        await desk.PerformAsync(other, there, cancellationToken);
        return await desk.PerformAsync(@case, here, cancellationToken);
    }
}
