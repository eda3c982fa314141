using EnforcementCases.Domain.Cases;
using EnforcementCases.Platform.Web;
using MediatR;

namespace EnforcementCases.Api.Cases.Acts;

/// <summary>Routes of the acts of a case (办案环节): one for each, with its own body.</summary>
internal static class CaseActEndpoints
{
    public static void MapCaseActs(this IEndpointRouteBuilder api)
    {
        var acts = api.MapGroup("/cases/{id:guid}/acts").WithTags(ActTags.Cases);
        acts.MapLate(
                HttpMethods.Get,
                "/",
                async (Guid id, bool? open, bool? mine, IMediator mediator, CancellationToken ct) =>
                    TypedResults.Ok(await mediator.Send(new ReadActsQuery(id, open ?? false, mine ?? false), ct))
            )
            .WithName("ReadActs")
            .WithSummary(
                "Lists every act of a case: whether it can be done now, the rules that prevent it, and whether the caller may do it; "
                    + "with open=true only those that can be done now, with mine=true only those that the caller may do."
            );

        acts.MapAct<ReportBackCommand>(CaseAct.ReportBack, (c, id) => c with { CaseId = id })
            .WithSummary("Reports the decision back to the organ for the record (报备案).");
        acts.MapAct<RecheckCorrectionCommand>(CaseAct.RecheckCorrection, (c, id) => c with { CaseId = id })
            .WithSummary("Enters a re-check of whether the violation was put right (复查).");
        acts.MapAct<CorrectErrorCommand>(CaseAct.CorrectError, (c, id) => c with { CaseId = id })
            .WithSummary(
                "Corrects a slip on a paper of the case (补正) by a paper of its own that is served; anything that the decision rests on is refused."
            );
        acts.MapAct<RevokeDecisionCommand>(CaseAct.Revoke, (c, id) => c with { CaseId = id })
            .WithSummary("Revokes the decision (撤销决定).");
        acts.MapAct<CloseCaseCommand>(CaseAct.Close, (c, id) => c with { CaseId = id })
            .WithSummary("Closes the case (结案), once its decision is performed or everything paid on a revoked decision is refunded.");
    }

    /// <summary>The route of one act, in the group of the acts of a case.</summary>
    public static RouteHandlerBuilder MapAct<TCommand>(this RouteGroupBuilder acts, CaseAct act, Func<TCommand, Guid, TCommand> inCase)
        where TCommand : ICaseAct
    {
        var (operation, route) = ActRoutes.Of(act);
        return acts.MapLate(
                HttpMethods.Post,
                $"/{route}",
                async (Guid id, TCommand command, IMediator mediator, CancellationToken ct) =>
                    TypedResults.Ok(await mediator.Send(inCase(command, id), ct))
            )
            .WithName(operation)
            .WithTags(ActTags.Of(act));
    }
}
