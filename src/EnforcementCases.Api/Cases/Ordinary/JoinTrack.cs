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
        var other = await ReadAsync(request.OtherCaseId);
        var (mine, theirs) = (await desk.OpenAsync(@case, cancellationToken), await desk.OpenAsync(other, cancellationToken));
        var joined = Lists(mine, other.Id) && Lists(theirs, @case.Id);
        var taken = theirs.Evidence.Items;
        var shared = (request.EvidenceIds ?? []).Select(
            (id, i) =>
                taken.FirstOrDefault(e => e.Id == id && e.UnlawfulBecause is null) is { } item
                    ? SharedEvidence.Of(item)
                    : throw EvidenceRules.NotInFile.With($"证据 {id}").At($"/evidenceIds/{i}")
        );
        var reason = TextRules.Paragraphs(request.Reason);
        SharedEvidence[] evidence = [.. shared];
        if (!joined)
            await JoinOthersAsync();
        if (!joined && !Lists(mine, other.Id))
            await desk.PerformAsync(other, Joins(@case), cancellationToken);
        var after = await desk.PerformAsync(@case, Joins(other) with { Evidence = evidence }, cancellationToken);
        if (!joined && Lists(mine, other.Id)) // the other one left: it is entered here first, while the other does not list this case
            await desk.PerformAsync(other, Joins(@case), cancellationToken);
        return after;

        // who is joined with a track is joined with all of its tracks
        async Task JoinOthersAsync()
        {
            var done = new HashSet<(Guid, Guid)> { (@case.Id, other.Id), (other.Id, @case.Id) };
            var others = await TracksAsync(theirs);
            foreach (var one in await TracksAsync(mine))
            {
                foreach (var two in others.Where(o => o.Case.Id != one.Case.Id && !(Lists(one, o.Case.Id) && Lists(o, one.Case.Id))))
                {
                    if (!done.Add((one.Case.Id, two.Case.Id)) || !done.Add((two.Case.Id, one.Case.Id)))
                        continue;
                    var (first, second) = Lists(one, two.Case.Id) ? (one.Case, two.Case) : (two.Case, one.Case);
                    await desk.PerformAsync(first, Joins(second), cancellationToken);
                    await desk.PerformAsync(second, Joins(first), cancellationToken);
                }
            }
        }

        // a case and its tracks; one that ended or was decided is joined no more
        async Task<IReadOnlyList<OrdinaryFile>> TracksAsync(OrdinaryFile of)
        {
            var all = new List<OrdinaryFile> { of };
            foreach (var id in of.Joint.Others.Select(o => o.CaseId).Where(id => id != @case.Id && id != other.Id).Order())
            {
                await file.HoldAsync(id, cancellationToken);
                var track = await file.ReadAsync(id, cancellationToken);
                var opened = await desk.OpenAsync(track, cancellationToken);
                if (!JointMatter.MayJoin(track) || !Lists(opened, of.Case.Id))
                    continue;
                EnsureSame(track);
                all.Add(opened);
            }
            return all;
        }

        async Task<EnforcementCase> ReadAsync(Guid id)
        {
            var track = await file.ReadAsync(id, cancellationToken);
            EnsureSame(track);
            return track;
        }

        void EnsureSame(EnforcementCase track)
        {
            if (@case.PartyId is null || track.PartyId is null)
                throw EnforcementCase.PartyUnknown.With("没有当事人", "先办理核实当事人");
            JointMatter.EnsureSame(@case, track);
            file.EnsureAllowed(request, track);
        }

        JoinTrack Joins(EnforcementCase track) =>
            new()
            {
                DoneAt = request.DoneAt,
                OtherCaseId = track.Id,
                OtherPartyId = track.PartyId!.Value,
                OtherPartyName = track.Party.Name,
                Reason = reason,
            };

        static bool Lists(OrdinaryFile one, Guid two) => one.Joint.Others.Any(o => o.CaseId == two);
    }
}
