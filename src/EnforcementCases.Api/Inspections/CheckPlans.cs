using System.Text.Json.Serialization;
using EnforcementCases.Domain.Inspections;
using EnforcementCases.Domain.Text;
using EnforcementCases.Persistence;
using EnforcementCases.Platform;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Pipeline;
using EnforcementCases.Platform.Web;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Inspections;

/// <summary>Proposes a yearly plan of checks for a category of objects (年度检查计划).</summary>
/// <param name="Year">The year, 2000 to 2199.</param>
/// <param name="Category">The category of objects.</param>
/// <param name="PlannedChecks">Checks planned in the year, 0 or more.</param>
/// <param name="Matters">Matters that are checked; at most 2,000 characters.</param>
/// <param name="Standards">By what standards; at most 2,000 characters.</param>
/// <param name="DoneAt">When it was proposed, as stated by the caller.</param>
/// <param name="CapPerObject">Most checks of one object in the year, 1 or more; if omitted, no cap is set. There is no default.</param>
/// <param name="CapSource">The instrument that sets the cap; required with a cap.</param>
public sealed record ProposeCheckPlanCommand(
    int Year,
    string Category,
    int PlannedChecks,
    string Matters,
    string Standards,
    DateTimeOffset DoneAt,
    int? CapPerObject = null,
    string? CapSource = null
) : ICommand<CheckPlanView>, IInspectionAct;

/// <summary>Approves a plan, which makes it public (批准并公布检查计划). Never by the person who proposed it.</summary>
/// <param name="DoneAt">When it was approved, as stated by the caller.</param>
public sealed record ApproveCheckPlanCommand(DateTimeOffset DoneAt) : ICommand<CheckPlanView>, IChangesVersion, IInspectionAct
{
    /// <summary>The plan, from the route.</summary>
    [JsonIgnore]
    public Guid Id { get; init; }
}

/// <summary>Lists plans of checks, newest entry first.</summary>
/// <param name="Year">Only plans of this year; all if omitted.</param>
/// <param name="Cursor">Value of <c>next</c> of the page before; the first page if omitted.</param>
/// <param name="Limit">1 to 200; default 50.</param>
public sealed record ListCheckPlansQuery(int? Year = null, string? Cursor = null, int? Limit = null) : IRequest<Page<CheckPlanView>>;

/// <summary>Lists the approved plans of checks for the public, newest entry first (检查事项、标准、频次上限公布).</summary>
/// <param name="OrganisationId">Only plans of this street or town; all if omitted.</param>
/// <param name="Year">Only plans of this year; all if omitted.</param>
/// <param name="Cursor">Value of <c>next</c> of the page before; the first page if omitted.</param>
/// <param name="Limit">1 to 200; default 50.</param>
public sealed record ListPublicCheckPlansQuery(Guid? OrganisationId = null, int? Year = null, string? Cursor = null, int? Limit = null)
    : IRequest<Page<PublicCheckPlan>>;

/// <summary>A plan of checks.</summary>
/// <param name="Id">The plan.</param>
/// <param name="Version">Its version.</param>
/// <param name="OrganId">The street or town.</param>
/// <param name="Year">The year.</param>
/// <param name="Category">The category of objects.</param>
/// <param name="PlannedChecks">Checks planned in the year.</param>
/// <param name="CapPerObject">Most checks of one object in the year; null if no cap is set.</param>
/// <param name="CapSource">The instrument that sets the cap; null without a cap.</param>
/// <param name="Matters">Matters that are checked.</param>
/// <param name="Standards">By what standards.</param>
/// <param name="ApprovedAt">When it was approved and became public; null before.</param>
public sealed record CheckPlanView(
    Guid Id,
    int Version,
    Guid OrganId,
    int Year,
    string Category,
    int PlannedChecks,
    int? CapPerObject,
    string? CapSource,
    string Matters,
    string Standards,
    DateTimeOffset? ApprovedAt
) : IVersioned
{
    internal static CheckPlanView Of(CheckPlan p) =>
        new(
            p.Id,
            p.Version,
            p.OrganId,
            p.Year,
            p.Category,
            p.PlannedChecks,
            p.CapPerObject,
            p.CapSource,
            p.Matters,
            p.Standards,
            p.ApprovedAt
        );
}

/// <summary>A plan of checks as the public sees it.</summary>
/// <param name="Organ">Name of the street or town.</param>
/// <param name="Year">The year.</param>
/// <param name="Category">The category of objects.</param>
/// <param name="PlannedChecks">Checks planned in the year.</param>
/// <param name="CapPerObject">Most checks of one object in the year; null if no cap is set.</param>
/// <param name="CapSource">The instrument that sets the cap; null without a cap.</param>
/// <param name="Matters">Matters that are checked.</param>
/// <param name="Standards">By what standards.</param>
public sealed record PublicCheckPlan(
    string Organ,
    int Year,
    string Category,
    int PlannedChecks,
    int? CapPerObject,
    string? CapSource,
    string Matters,
    string Standards
);

/// <summary>Enters a campaign that a leader decided on (专项行动).</summary>
/// <param name="Name">Name; at most 100 characters.</param>
/// <param name="Purpose">What it is for; at most 1,000 characters.</param>
/// <param name="From">First day, inclusive.</param>
/// <param name="To">Last day, inclusive.</param>
/// <param name="DoneAt">When it was decided, as stated by the caller.</param>
public sealed record DecideCampaignCommand(string Name, string Purpose, DateOnly From, DateOnly To, DateTimeOffset DoneAt)
    : ICommand<CampaignView>,
        IInspectionAct;

/// <summary>Lists campaigns, newest entry first.</summary>
/// <param name="Cursor">Value of <c>next</c> of the page before; the first page if omitted.</param>
/// <param name="Limit">1 to 200; default 50.</param>
public sealed record ListCampaignsQuery(string? Cursor = null, int? Limit = null) : IRequest<Page<CampaignView>>;

/// <summary>A campaign.</summary>
/// <param name="Id">The campaign.</param>
/// <param name="OrganId">The street or town.</param>
/// <param name="Name">Name.</param>
/// <param name="Purpose">What it is for.</param>
/// <param name="From">First day, inclusive.</param>
/// <param name="To">Last day, inclusive.</param>
public sealed record CampaignView(Guid Id, Guid OrganId, string Name, string Purpose, DateOnly From, DateOnly To)
{
    internal static CampaignView Of(Campaign c) => new(c.Id, c.OrganId, c.Name, c.Purpose, c.From, c.To);
}

internal sealed class ProposeCheckPlanValidator : AbstractValidator<ProposeCheckPlanCommand>
{
    private const int Most = 1_000_000;

    public ProposeCheckPlanValidator()
    {
        RuleFor(c => c.Year).InclusiveBetween(2000, 2199);
        RuleFor(c => c.Category).NotEmpty().MaximumLength(CheckObject.CategoryMaxLength);
        RuleFor(c => c.PlannedChecks).InclusiveBetween(0, Most);
        RuleFor(c => c.CapPerObject).InclusiveBetween(1, Most);
        RuleFor(c => c.CapSource).MaximumLength(CheckPlan.SourceMaxLength);
        RuleFor(c => c.Matters).NotEmpty().MaximumLength(CheckPlan.TextMaxLength);
        RuleFor(c => c.Standards).NotEmpty().MaximumLength(CheckPlan.TextMaxLength);
    }
}

internal sealed class DecideCampaignValidator : AbstractValidator<DecideCampaignCommand>
{
    public DecideCampaignValidator()
    {
        RuleFor(c => c.Name).NotEmpty().MaximumLength(Campaign.NameMaxLength);
        RuleFor(c => c.Purpose).NotEmpty().MaximumLength(Campaign.PurposeMaxLength);
    }
}

internal sealed class CheckPlanHandler(
    AppDbContext db,
    InspectionDesk desk,
    CurrentUser user,
    OrganDirectory organs,
    SequenceSource sequence
)
    : IRequestHandler<ProposeCheckPlanCommand, CheckPlanView>,
        IRequestHandler<ApproveCheckPlanCommand, CheckPlanView>,
        IRequestHandler<ListCheckPlansQuery, Page<CheckPlanView>>,
        IRequestHandler<ListPublicCheckPlansQuery, Page<PublicCheckPlan>>
{
    public async Task<CheckPlanView> Handle(ProposeCheckPlanCommand request, CancellationToken cancellationToken)
    {
        await desk.EnsureDoneAsync(request, cancellationToken);
        var organ = await desk.OrganAsync(cancellationToken);
        var plan = new CheckPlan(
            Guid.CreateVersion7(request.DoneAt),
            sequence.Next(),
            organ,
            new(
                request.Year,
                TextRules.Line(request.Category),
                request.PlannedChecks,
                request.CapPerObject,
                InspectionDesk.Stated(request.CapSource),
                TextRules.Paragraphs(request.Matters),
                TextRules.Paragraphs(request.Standards)
            ),
            user.PersonId,
            request.DoneAt
        );
        db.CheckPlans.Add(plan);
        return CheckPlanView.Of(plan);
    }

    public async Task<CheckPlanView> Handle(ApproveCheckPlanCommand request, CancellationToken cancellationToken)
    {
        var plan = await desk.OpenAsync<CheckPlan>(request, request.Id, cancellationToken);
        plan.Approve(user.PersonId, request.DoneAt);
        return CheckPlanView.Of(plan);
    }

    public Task<Page<CheckPlanView>> Handle(ListCheckPlansQuery request, CancellationToken cancellationToken) =>
        InspectionDesk.PageAsync(
            desk.Readable<CheckPlan>().Where(p => request.Year == null || p.Year == request.Year),
            request.Cursor,
            request.Limit,
            CheckPlanView.Of,
            cancellationToken
        );

    public async Task<Page<PublicCheckPlan>> Handle(ListPublicCheckPlansQuery request, CancellationToken cancellationToken)
    {
        var page = await InspectionDesk.PageAsync(
            db.CheckPlans.AsNoTracking()
                .IgnoreQueryFilters([AppDbContext.ScopeFilter])
                .Where(p =>
                    p.ApprovedAt != null
                    && (request.OrganisationId == null || p.OrganId == request.OrganisationId)
                    && (request.Year == null || p.Year == request.Year)
                ),
            request.Cursor,
            request.Limit,
            p => p,
            cancellationToken
        );
        var shown = new List<PublicCheckPlan>();
        foreach (var p in page.Items)
        {
            var organ = await organs.OrganAsync(p.OrganId, cancellationToken);
            shown.Add(new(organ.Name, p.Year, p.Category, p.PlannedChecks, p.CapPerObject, p.CapSource, p.Matters, p.Standards));
        }
        return new(shown, page.Next);
    }
}

internal sealed class CampaignHandler(AppDbContext db, InspectionDesk desk, CurrentUser user, SequenceSource sequence)
    : IRequestHandler<DecideCampaignCommand, CampaignView>,
        IRequestHandler<ListCampaignsQuery, Page<CampaignView>>
{
    public async Task<CampaignView> Handle(DecideCampaignCommand request, CancellationToken cancellationToken)
    {
        await desk.EnsureDoneAsync(request, cancellationToken);
        var campaign = new Campaign(
            Guid.CreateVersion7(request.DoneAt),
            sequence.Next(),
            await desk.OrganAsync(cancellationToken),
            TextRules.Line(request.Name),
            TextRules.Paragraphs(request.Purpose),
            request.From,
            request.To,
            user.PersonId,
            request.DoneAt
        );
        db.Campaigns.Add(campaign);
        return CampaignView.Of(campaign);
    }

    public Task<Page<CampaignView>> Handle(ListCampaignsQuery request, CancellationToken cancellationToken) =>
        InspectionDesk.PageAsync(desk.Readable<Campaign>(), request.Cursor, request.Limit, CampaignView.Of, cancellationToken);
}
