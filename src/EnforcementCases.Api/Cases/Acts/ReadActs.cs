using EnforcementCases.Api.Cases.Ordinary;
using EnforcementCases.Domain;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Cases.Ordinary;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Pipeline;
using MediatR;

namespace EnforcementCases.Api.Cases.Acts;

/// <summary>Reads which acts are open in a case, which are not, and why not (可办环节).</summary>
public sealed record ReadActsQuery(Guid CaseId) : IRequest<CaseActs>;

/// <summary>The acts of a case in its present state.</summary>
/// <param name="Id">The case.</param>
/// <param name="Version">Its version; an act sends it as <c>If-Match</c>.</param>
/// <param name="Stage">Current stage of the case.</param>
/// <param name="OpenDuties">What still has to be done before it can be closed, in the requested language.</param>
/// <param name="Acts">Every act there is, in the order of the procedure.</param>
public sealed record CaseActs(
    Guid Id,
    int Version,
    CaseStage Stage,
    [property: Bilingual] IReadOnlyList<string> OpenDuties,
    IReadOnlyList<CaseActState> Acts
) : IVersioned;

/// <summary>Whether an act can be done in a case.</summary>
/// <param name="Act">The act.</param>
/// <param name="Name">Its name, in the requested language.</param>
/// <param name="Route">Last part of its route under <c>/cases/{id}/acts/</c>; null if it has another route.</param>
/// <param name="Open">Whether the case allows it now; the particulars (amount, time, ground) are checked when it is done.</param>
/// <param name="Obstacles">What prevents it, by rule and article; empty when open.</param>
/// <param name="MayDo">Whether the present user may do it, open or not.</param>
/// <param name="NotAllowedBecause">Why the present user may not; null when he or she may.</param>
public sealed record CaseActState(
    CaseAct Act,
    [property: Bilingual] string Name,
    string? Route,
    bool Open,
    IReadOnlyList<ActObstacle> Obstacles,
    bool MayDo,
    ActObstacle? NotAllowedBecause
);

/// <summary>A reason why something cannot be done, the same as the refusal of the act itself.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Rule">Id in the rule table; null if no rule of law is concerned.</param>
/// <param name="Basis">Article, as printed.</param>
/// <param name="Title">One sentence, in the requested language.</param>
/// <param name="Detail">What is missing in this case.</param>
/// <param name="NextStep">What to do instead.</param>
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
        var (duties, obstacles) = await StandAsync(@case, cancellationToken);
        return new(
            @case.Id,
            @case.Version,
            @case.Stage,
            duties,
            [.. ActsOf(@case.Procedure).Select(act => Describe(@case, act, obstacles(act)))]
        );
    }

    private static IEnumerable<CaseAct> ActsOf(CaseProcedure procedure) =>
        procedure switch
        {
            CaseProcedure.Simple => CaseLifecycle.ActsOnTheSpot,
            CaseProcedure.Ordinary => OrdinaryProcedure.Acts,
        };

    /// <summary>Open duties and the obstacles to each act: from the file in the ordinary procedure, from the case for on-the-spot cases and payments.</summary>
    private async Task<(IReadOnlyList<string> Duties, Func<CaseAct, IReadOnlyList<DomainException>> Obstacles)> StandAsync(
        EnforcementCase @case,
        CancellationToken ct
    )
    {
        if (@case.Procedure == CaseProcedure.Simple)
            return (@case.OpenDuties(), @case.Obstacles);
        var opened = await desk.OpenAsync(@case, ct);
        var law = await desk.SurroundingsAsync(@case, opened, body: null, ct);
        return (
            opened.Duties.Open(),
            act => OrdinaryProcedure.Of(act) is { Body: not null } row ? opened.Obstacles(row, law) : @case.Obstacles(act)
        );
    }

    private CaseActState Describe(EnforcementCase @case, CaseAct act, IReadOnlyList<DomainException> obstacles)
    {
        var (operation, route) = ActRoutes.Of(act);
        var notAllowed = rights.Rows.TryGetValue(operation, out var right)
            ? file.ObstacleUnlessAllowed(right, @case)
            : CurrentUser.NotAllowed.With("该操作未列入权限表");
        return new(
            act,
            act.Term(),
            route,
            obstacles.Count == 0,
            [.. obstacles.Select(ActObstacle.Of)],
            notAllowed is null,
            notAllowed is null ? null : ActObstacle.Of(notAllowed)
        );
    }
}
