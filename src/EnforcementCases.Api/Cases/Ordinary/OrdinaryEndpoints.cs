using System.Reflection;
using EnforcementCases.Api.Cases.Acts;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Cases.Ordinary;
using EnforcementCases.Platform.OpenApi;
using EnforcementCases.Platform.Web;
using FluentValidation;
using MediatR;

namespace EnforcementCases.Api.Cases.Ordinary;

/// <summary>Routes of the ordinary procedure: one for each row of its table, with the body of the act.</summary>
internal static class OrdinaryEndpoints
{
    /// <summary>Rows that the generic handler serves; the rest have a use case of their own.</summary>
    private static IEnumerable<ActRow> Rows =>
        OrdinaryProcedure.Rows.Where(r =>
            r.Body is not null && r.Act is not (CaseAct.RegisterClue or CaseAct.IdentifyParty or CaseAct.JoinTrack)
        );

    public static IServiceCollection AddOrdinaryProcedure(this IServiceCollection services)
    {
        services.AddScoped<OrdinaryDesk>();
        foreach (var body in Rows.Select(r => r.Body!))
        {
            var command = typeof(PerformActCommand<>).MakeGenericType(body);
            services.AddScoped(
                typeof(IRequestHandler<,>).MakeGenericType(command, typeof(CaseAfterAct)),
                typeof(PerformActHandler<>).MakeGenericType(body)
            );
            services.AddSingleton(typeof(IValidator<>).MakeGenericType(command), typeof(PerformActValidator<>).MakeGenericType(body));
        }
        return services;
    }

    public static void MapOrdinaryProcedure(this IEndpointRouteBuilder api)
    {
        api.MapCreate<RegisterClueCommand, CaseAfterAct>(
                "/ordinary-cases",
                opened => $"/api/v1/cases/{opened.Id}",
                "Registers a clue and opens an ordinary case (登记线索)."
            )
            .WithTags(ActTags.Filing)
            .WithMetadata(MakingOut(typeof(RegisterClueCommand), CaseAct.RegisterClue));

        api.MapGroup("/cases/{id:guid}")
            .WithTags("Legal review 法制审核")
            .MapLate(
                HttpMethods.Get,
                "/review-matter",
                async (Guid id, DateOnly? onDate, IMediator mediator, CancellationToken ct) =>
                    TypedResults.Ok(await mediator.Send(new ReadReviewMatterQuery(id, onDate), ct))
            )
            .WithName("ReadReviewMatter")
            .WithSummary(
                "Reads the proposed decision and the planned acts sent to review, with the hashes that the reviewer's opinion and the head's decision must name."
            );

        var cases = api.MapGroup("/cases/{id:guid}").WithTags(ActTags.Cases);
        cases.MapQuery<ReadFileQuery, CaseFileView>(
            "/file",
            id => new(id),
            "Reads the file of an ordinary case: every act with its body (案卷)."
        );

        var acts = cases.MapGroup("/acts");
        acts.MapLate(
                HttpMethods.Post,
                "/identify-party",
                async (Guid id, IdentifyPartyCommand command, IMediator mediator, CancellationToken ct) =>
                    TypedResults.Ok(await mediator.Send(command with { CaseId = id }, ct))
            )
            .Describe(OrdinaryProcedure.Of(CaseAct.IdentifyParty)!)
            .WithMetadata(MakingOut(typeof(IdentifyPartyCommand), CaseAct.IdentifyParty));
        acts.MapLate(
                HttpMethods.Post,
                "/join-track",
                async (Guid id, JoinTrackCommand command, IMediator mediator, CancellationToken ct) =>
                    TypedResults.Ok(await mediator.Send(command with { CaseId = id }, ct))
            )
            .Describe(OrdinaryProcedure.Of(CaseAct.JoinTrack)!)
            .WithMetadata(MakingOut(typeof(JoinTrackCommand), CaseAct.JoinTrack));
        foreach (var row in Rows)
            MapOne.MakeGenericMethod(row.Body!).Invoke(null, [acts, row]);
    }

    private static readonly MethodInfo MapOne = typeof(OrdinaryEndpoints).GetMethod(
        nameof(MapAct),
        BindingFlags.NonPublic | BindingFlags.Static
    )!;

    private static void MapAct<TBody>(RouteGroupBuilder acts, ActRow row)
        where TBody : ActBody =>
        acts.MapLate(
                HttpMethods.Post,
                $"/{ActRoutes.Kebab(row.Act)}",
                async (Guid id, TBody body, IMediator mediator, CancellationToken ct) =>
                    TypedResults.Ok(await mediator.Send(new PerformActCommand<TBody>(body) { CaseId = id }, ct))
            )
            .Describe(row)
            .WithMetadata(
                new SentRequest(typeof(PerformActCommand<TBody>))
                {
                    Rules = [.. row.Needs.Select(n => n.FindObstacles)],
                    Errors = row.ErrorsOfDays,
                    Table = typeof(OrdinaryProcedure),
                    Papers = row.Issues,
                }
            );

    private static SentRequest MakingOut(Type request, CaseAct act) =>
        new(request) { Errors = OrdinaryProcedure.Of(act)!.ErrorsOfDays, Papers = OrdinaryProcedure.Of(act)!.Issues };

    private static RouteHandlerBuilder Describe(this RouteHandlerBuilder route, ActRow row) =>
        route.WithName(row.Operation).WithTags(ActTags.Of(row.Act)).WithSummary($"{row.Name} ({row.Recording.Carrier})");
}
