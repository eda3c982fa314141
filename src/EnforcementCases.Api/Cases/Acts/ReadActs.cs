using EnforcementCases.Api.Cases.Ordinary;
using EnforcementCases.Domain;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Cases.Ordinary;
using EnforcementCases.Domain.LegalReview;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Pipeline;
using MediatR;

namespace EnforcementCases.Api.Cases.Acts;

/// <summary>Reads which acts are open in a case, which are not, and why not (可办环节).</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Open">True lists only acts that can be done now; default: false.</param>
/// <param name="Mine">True lists only acts that the caller may do; default: false.</param>
public sealed record ReadActsQuery(Guid CaseId, bool Open = false, bool Mine = false) : IRequest<CaseActs>;

/// <summary>The acts of a case in its present state.</summary>
/// <param name="Id">The case.</param>
/// <param name="Version">Version of the case; an act sends it as <c>If-Match</c>.</param>
/// <param name="Stage">Current stage of the case.</param>
/// <param name="OpenDuties">What still has to be done before it can be closed, in the requested language.</param>
/// <param name="ToRepeat">Acts that have to be done again before the decision, because something that they rested on changed or no longer counts; empty if none.</param>
/// <param name="Acts">All acts in the order of the procedure, or those that were asked for.</param>
public sealed record CaseActs(
    Guid Id,
    int Version,
    CaseStage Stage,
    [property: Bilingual] IReadOnlyList<string> OpenDuties,
    IReadOnlyList<RepeatedAct> ToRepeat,
    IReadOnlyList<CaseActState> Acts
) : IVersioned;

/// <summary>An act that has to be done again.</summary>
/// <param name="Act">The act.</param>
/// <param name="Name">Its name, in the requested language.</param>
/// <param name="Position">Position in the file of the act as it was done.</param>
/// <param name="ProposalPosition">Position in the file of the proposal that it was about.</param>
/// <param name="StandingProposalPosition">Position in the file of the proposal that counts now.</param>
/// <param name="Because">The elements that changed, each in the requested language; empty if it has to be done again for another reason.</param>
/// <param name="Why">The refusal that the decision would meet.</param>
public sealed record RepeatedAct(
    CaseAct Act,
    [property: Bilingual] string Name,
    int Position,
    int ProposalPosition,
    int StandingProposalPosition,
    IReadOnlyList<ChangedElement> Because,
    ActObstacle Why
);

/// <summary>An element of the proposed decision that changed.</summary>
/// <param name="Element">The element.</param>
/// <param name="Name">Its name, in the requested language.</param>
public sealed record ChangedElement(MatterElement Element, [property: Bilingual] string Name);

/// <summary>An act on file that this act names by its id.</summary>
/// <param name="Member">Member of the request that names it.</param>
/// <param name="Name">What it is, in the requested language.</param>
/// <param name="Id">Id of the act that counts now; null if none does, or if it depends on the request.</param>
/// <param name="Position">Its position in the file; null likewise.</param>
/// <param name="Required">Whether it must be named, because the file has several of its kind. If not, it may be omitted and is entered from the file.</param>
public sealed record NamedAct(string Member, [property: Bilingual] string Name, Guid? Id, int? Position, bool Required);

/// <summary>Whether an act can be done in a case.</summary>
/// <param name="Act">The act.</param>
/// <param name="Name">Its name, in the requested language.</param>
/// <param name="Route">Last part of its route under <c>/cases/{id}/acts/</c>; null if it has another route.</param>
/// <param name="Open">Whether the case allows it now. Particulars such as amount, time and ground are checked only when it is done.</param>
/// <param name="Obstacles">What prevents it, by rule and article; empty if it is open.</param>
/// <param name="Names">Acts on file that it names by their ids; empty if none.</param>
/// <param name="MayDo">Whether the caller may do this act, whether or not it is open.</param>
/// <param name="NotAllowedBecause">Why the caller may not; null if he or she may.</param>
public sealed record CaseActState(
    CaseAct Act,
    [property: Bilingual] string Name,
    string? Route,
    bool Open,
    IReadOnlyList<ActObstacle> Obstacles,
    IReadOnlyList<NamedAct> Names,
    bool MayDo,
    ActObstacle? NotAllowedBecause
);

/// <summary>A reason why an act cannot be done now, with the same code and rule as the refusal that the act itself would get.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Rule">Id in the rule table; null if no rule of law is concerned.</param>
/// <param name="Basis">Article of law, as printed; null if no rule of law is concerned.</param>
/// <param name="Title">One sentence, in the requested language.</param>
/// <param name="Detail">What is missing in this case.</param>
/// <param name="NextStep">What to do instead; null if the rule names nothing.</param>
public sealed record ActObstacle(
    string Code,
    string? Rule,
    [property: Bilingual] string? Basis,
    [property: Bilingual] string Title,
    Sentence Detail,
    Sentence? NextStep
)
{
    internal static ActObstacle Of(DomainException refusal) =>
        new(
            refusal.Error.Code,
            refusal.Error.Rule,
            refusal.Error.Basis?.ToString(),
            refusal.Error.Title,
            refusal.Sentence,
            refusal.NextStep
        );
}

internal sealed class ReadActsHandler(CaseLoader file, OrdinaryDesk desk, RightsTable rights) : IRequestHandler<ReadActsQuery, CaseActs>
{
    public async Task<CaseActs> Handle(ReadActsQuery request, CancellationToken cancellationToken)
    {
        var @case = await file.ReadAsync(request.CaseId, cancellationToken);
        var (duties, opened, repeat, obstacles) = await StandAsync(@case, cancellationToken);
        return new(
            @case.Id,
            @case.Version,
            @case.Stage,
            duties,
            [.. repeat.Select(Describe)],
            [
                .. ActsOf(@case.Procedure)
                    .Select(act => Describe(@case, act, obstacles(act), opened))
                    .Where(act => (act.Open || !request.Open) && (act.MayDo || !request.Mine)),
            ]
        );
    }

    private static IEnumerable<CaseAct> ActsOf(CaseProcedure procedure) =>
        procedure switch
        {
            CaseProcedure.Simple => CaseLifecycle.ActsOnTheSpot.Concat(
                OrdinaryProcedure.Rows.Where(row => row.Procedures.Contains(CaseProcedure.Simple)).Select(row => row.Act)
            ),
            CaseProcedure.Ordinary => OrdinaryProcedure.Acts,
        };

    /// <summary>Open duties and the obstacles to each act: from the file in the ordinary procedure, from the case for on-the-spot cases and payments.</summary>
    private async Task<(
        IReadOnlyList<string> Duties,
        OrdinaryFile File,
        IReadOnlyList<ActToRepeat> Repeat,
        Func<CaseAct, IReadOnlyList<DomainException>> Obstacles
    )> StandAsync(EnforcementCase @case, CancellationToken ct)
    {
        var opened = await desk.OpenAsync(@case, ct);
        var law = await desk.SurroundingsAsync(@case, opened, body: null, ct);
        return (
            @case.Procedure == CaseProcedure.Simple ? @case.OpenDuties() : opened.Duties.Open(),
            opened,
            @case.Procedure == CaseProcedure.Simple ? [] : opened.ToRepeat(law),
            act => OrdinaryProcedure.Of(act) is { Body: not null } row ? opened.Obstacles(row, law) : @case.Obstacles(act)
        );
    }

    private static RepeatedAct Describe(ActToRepeat act) =>
        new(
            act.Act,
            act.Act.Term(),
            act.Position,
            act.On,
            act.Now,
            [.. act.Because.Select(element => new ChangedElement(element, element.Term()))],
            ActObstacle.Of(act.Why)
        );

    private static IEnumerable<NamedAct> NamesOf(CaseAct act, OrdinaryFile file)
    {
        foreach (var reference in OrdinaryProcedure.Of(act)?.Names ?? [])
        {
            var standing = reference.Standing(file, null);
            yield return new(
                reference.JsonName,
                reference.Name,
                standing?.Entry.Id,
                standing?.Entry.Place,
                standing is not null && reference.Candidates(file, null).Skip(1).Any()
            );
        }
    }

    private CaseActState Describe(EnforcementCase @case, CaseAct act, IReadOnlyList<DomainException> obstacles, OrdinaryFile opened)
    {
        var (operation, route) = ActRoutes.Of(act);
        var notAllowed = rights.Rows.TryGetValue(operation, out var right)
            ? file.ObstacleUnlessAllowed(right, @case, act, opened)
            : CurrentUser.NotAllowed.With("该操作未列入权限表");
        return new(
            act,
            act.Term(),
            route,
            obstacles.Count == 0,
            [.. obstacles.Select(ActObstacle.Of)],
            [.. NamesOf(act, opened)],
            notAllowed is null,
            notAllowed is null ? null : ActObstacle.Of(notAllowed)
        );
    }
}
