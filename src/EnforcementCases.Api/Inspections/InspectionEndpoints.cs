using EnforcementCases.Platform.Web;

namespace EnforcementCases.Api.Inspections;

/// <summary>Routes of patrols, checks and random draws (巡查、检查、双随机抽查).</summary>
internal static class InspectionEndpoints
{
    public static void MapInspections(this IEndpointRouteBuilder api)
    {
        var inspections = api.MapGroup("/inspections").WithTags("Inspections 检查");
        inspections.MapRegisters();
        inspections.MapChecks();
        inspections.MapDraws();
        inspections.MapQuery<ReadInspectionFiguresQuery, InspectionFiguresOfYear>(
            "/figures",
            "Reads the figures of patrols, checks and draws of a year."
        );
        inspections.MapQuery<ListInspectionFigureRowsQuery, Page<InspectionFigureRow>>(
            "/figures/rows",
            "Lists the rows that a figure counts."
        );
        inspections.MapQuery<ListInspectionWorkQuery, InspectionWork>(
            "/work",
            "Lists the work of inspections that waits, what is due first at the top."
        );
        api.MapPatrols();
        api.MapPublic();
    }

    private static void MapRegisters(this RouteGroupBuilder inspections)
    {
        inspections.MapQuery<ListCheckObjectsQuery, Page<CheckObjectView>>("/objects", "Lists the register of objects of checks.");
        inspections.MapCommand<EnterCheckObjectCommand, CheckObjectView>("/objects", "Enters an object in the register.");
        inspections.MapCommand<DelistCheckObjectCommand, CheckObjectView>(
            "/objects/{id:guid}/delisting",
            (c, id) => c with { Id = id },
            "Takes an object off the register, from a day on."
        );
        inspections.MapQuery<ListOfficerInterestsQuery, Page<OfficerInterestView>>("/interests", "Lists interests of officers in objects.");
        inspections.MapCommand<EnterOfficerInterestCommand, OfficerInterestView>(
            "/interests",
            "Enters an interest of an officer in an object."
        );
        inspections.MapCommand<EndOfficerInterestCommand, OfficerInterestView>(
            "/interests/{id:guid}/end",
            (c, id) => c with { Id = id },
            "Enters that an interest ended."
        );
        inspections.MapQuery<ListCheckPlansQuery, Page<CheckPlanView>>("/plans", "Lists yearly plans of checks.");
        inspections.MapCommand<ProposeCheckPlanCommand, CheckPlanView>(
            "/plans",
            "Proposes a yearly plan of checks for a category of objects."
        );
        inspections.MapCommand<ApproveCheckPlanCommand, CheckPlanView>(
            "/plans/{id:guid}/approval",
            (c, id) => c with { Id = id },
            "Approves a plan, which makes it public."
        );
        inspections.MapQuery<ListCampaignsQuery, Page<CampaignView>>("/campaigns", "Lists campaigns.");
        inspections.MapCommand<DecideCampaignCommand, CampaignView>("/campaigns", "Enters a campaign that a leader decided on.");
    }

    private static void MapChecks(this RouteGroupBuilder inspections)
    {
        inspections.MapQuery<ListChecksQuery, Page<CheckView>>("/checks", "Lists checks.");
        inspections.MapCreate<ApplyForCheckCommand, CheckView>(
            "/checks",
            check => $"/api/v1/inspections/checks/{check.Id}",
            "Applies for a check of a named object."
        );
        var check = inspections.MapGroup("/checks/{id:guid}");
        check.MapQuery<ReadCheckQuery, CheckView>("/", id => new(id), "Reads a check.");
        check.MapCommand<DecideCheckCommand, CheckView>("/acts/decide", (c, id) => c with { Id = id }, "Approves or refuses a check.");
        check.MapCommand<WithdrawCheckCommand, CheckView>(
            "/acts/withdraw",
            (c, id) => c with { Id = id },
            "Withdraws a check that the officers have not begun."
        );
        check.MapCommand<EnterCheckCommand, CheckView>(
            "/acts/enter",
            (c, id) => c with { Id = id },
            "Enters that the officers entered, after the code of the check was read."
        );
        check.MapCommand<AmendCheckEntryCommand, CheckView>(
            "/acts/amend-entry",
            (c, id) => c with { Id = id },
            "Adds what was left out when the officers entered."
        );
        check.MapCommand<RecordCheckCommand, CheckView>(
            "/acts/record",
            (c, id) => c with { Id = id },
            "Records a check; an incomplete record is made again."
        );
        check.MapCommand<FollowCheckCommand, CheckView>(
            "/acts/follow",
            (c, id) => c with { Id = id },
            "Enters the case or the order to correct that followed a check."
        );
        check.MapCommand<PublishCheckCommand, CheckView>(
            "/acts/publish",
            (c, id) => c with { Id = id },
            "Publishes the result of a check."
        );
    }

    private static void MapDraws(this RouteGroupBuilder inspections)
    {
        inspections.MapQuery<ListDrawsQuery, Page<DrawView>>("/draws", "Lists random draws.");
        inspections.MapCreate<AnnounceDrawCommand, DrawView>(
            "/draws",
            draw => $"/api/v1/inspections/draws/{draw.Id}",
            "Announces a random draw: publishes its lists and the hash of its secret."
        );
        var draw = inspections.MapGroup("/draws/{id:guid}");
        draw.MapQuery<ReadDrawQuery, DrawView>("/", id => new(id), "Reads a random draw.");
        draw.MapCommand<MakeDrawCommand, DrawView>(
            "/acts/draw",
            (c, id) => c with { Id = id },
            "Makes an announced draw with a public word; its secret becomes public."
        );
        draw.MapCommand<CancelDrawCommand, DrawView>("/acts/cancel", (c, id) => c with { Id = id }, "Cancels an announced draw.");
    }

    private static void MapPatrols(this IEndpointRouteBuilder api)
    {
        var patrols = api.MapGroup("/patrols").WithTags("Inspections 检查");
        patrols.MapQuery<ListPatrolsQuery, Page<PatrolView>>("/", "Lists patrol sheets.");
        patrols.MapCreate<EnterPatrolCommand, PatrolView>(
            "/",
            patrol => $"/api/v1/patrols/{patrol.Id}",
            "Enters a patrol sheet with its reminders."
        );
        patrols.MapQuery<ReadPatrolQuery, PatrolView>("/{id:guid}", id => new(id), "Reads a patrol sheet.");
        patrols.MapCommand<VoidPatrolCommand, PatrolView>(
            "/{id:guid}/voiding",
            (c, id) => c with { Id = id },
            "Voids a patrol sheet that was entered wrongly."
        );
        var reminders = api.MapGroup("/reminders").WithTags("Inspections 检查");
        reminders.MapQuery<ListRemindersQuery, Page<ReminderView>>("/", "Lists reminders handed out on patrols.");
        reminders.MapCommand<EndReminderCommand, ReminderView>("/{id:guid}/end", (c, id) => c with { Id = id }, "Ends a reminder.");
    }

    private static void MapPublic(this IEndpointRouteBuilder api)
    {
        var open = api.MapGroup("/public/inspections").WithTags("Public 公开");
        open.MapQuery<ListPublicCheckPlansQuery, Page<PublicCheckPlan>>(
            "/plans",
            "Lists approved plans of checks: matters, standards and yearly caps."
        );
        open.MapQuery<ReadPublicCheckQuery, PublicCheck>(
            "/checks/{code}",
            "Reads the approved check behind a code, before anybody is let in."
        );
        open.MapQuery<ListPublicCheckResultsQuery, Page<PublicCheckResult>>("/results", "Lists published results of checks.");
        open.MapQuery<ListPublicDrawsQuery, Page<PublicDraw>>("/draws", "Lists random draws with all that anyone needs to repeat them.");
        open.MapQuery<ReadPublicDrawQuery, PublicDraw>(
            "/draws/{id:guid}",
            id => new(id),
            "Reads a random draw with all that anyone needs to repeat it."
        );
    }
}
