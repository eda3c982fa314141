using System.Text.Json.Serialization;
using EnforcementCases.Api.Personnel;
using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Inspections;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Personnel;
using EnforcementCases.Domain.Text;
using EnforcementCases.Persistence;
using EnforcementCases.Platform;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Keys;
using EnforcementCases.Platform.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Inspections;

/// <summary>Announces a random draw of objects and officers (双随机抽查公告): fixes the lists and publishes them with the hash of the secret. Objects that reached their yearly cap are not
/// on the list; officers with an interest in an object are not drawn for it.</summary>
/// <param name="Name">Name of the draw; at most 100 characters.</param>
/// <param name="Category">Category of the objects; an approved plan of the year of <paramref name="PlannedOn"/> must cover it.</param>
/// <param name="Matters">What is checked; at most 2,000 characters.</param>
/// <param name="ObjectsToDraw">Number of objects, 1 to 500.</param>
/// <param name="PlannedOn">Day by which the objects are checked.</param>
/// <param name="DoneAt">When it was announced, as stated by the caller.</param>
/// <param name="OfficersEach">Officers for each object, 2 to 20; default 2.</param>
public sealed record AnnounceDrawCommand(
    string Name,
    string Category,
    string Matters,
    int ObjectsToDraw,
    DateOnly PlannedOn,
    DateTimeOffset DoneAt,
    int OfficersEach = OfficersPresent.AtLeast
) : ICommand<DrawView>, IInspectionAct;

/// <summary>Makes an announced draw (抽取): a person who did not announce it gives a public word, such as the numbers of a public lottery. The secret becomes public, and the
/// checks of the drawn objects are approved.</summary>
/// <param name="Word">The public word, 1 to 100 characters.</param>
/// <param name="DoneAt">When it was drawn, as stated by the caller.</param>
public sealed record MakeDrawCommand(string Word, DateTimeOffset DoneAt) : ICommand<DrawView>, IChangesVersion, IInspectionAct
{
    /// <summary>The draw, from the route.</summary>
    [JsonIgnore]
    public Guid Id { get; init; }
}

/// <summary>Cancels an announced draw (取消抽查). Its announcement stays public with the reason.</summary>
/// <param name="Reason">Why, for the public; at most 300 characters.</param>
/// <param name="DoneAt">When it was cancelled, as stated by the caller.</param>
public sealed record CancelDrawCommand(string Reason, DateTimeOffset DoneAt) : ICommand<DrawView>, IChangesVersion, IInspectionAct
{
    /// <summary>The draw, from the route.</summary>
    [JsonIgnore]
    public Guid Id { get; init; }
}

internal sealed class AnnounceDrawValidator : AbstractValidator<AnnounceDrawCommand>
{
    private const int MostOfficers = 20;

    public AnnounceDrawValidator()
    {
        RuleFor(c => c.Name).NotEmpty().MaximumLength(RandomDraw.NameMaxLength);
        RuleFor(c => c.Category).NotEmpty().MaximumLength(CheckObject.CategoryMaxLength);
        RuleFor(c => c.Matters).NotEmpty().MaximumLength(CheckTask.TextMaxLength);
        RuleFor(c => c.ObjectsToDraw).InclusiveBetween(1, RandomDraw.MostObjects);
        RuleFor(c => c.OfficersEach).InclusiveBetween(OfficersPresent.AtLeast, MostOfficers);
    }
}

internal sealed class MakeDrawValidator : AbstractValidator<MakeDrawCommand>
{
    public MakeDrawValidator() => RuleFor(c => c.Word).NotEmpty().MaximumLength(RandomDraw.WordMaxLength);
}

internal sealed class CancelDrawValidator : AbstractValidator<CancelDrawCommand>
{
    public CancelDrawValidator() => RuleFor(c => c.Reason).NotEmpty().MaximumLength(RandomDraw.ReasonMaxLength);
}

internal sealed class DrawHandler(
    AppDbContext db,
    InspectionDesk desk,
    CurrentUser user,
    OfficerDirectory officers,
    PersonalDataVault vault,
    SequenceSource sequence
) : IRequestHandler<AnnounceDrawCommand, DrawView>, IRequestHandler<MakeDrawCommand, DrawView>, IRequestHandler<CancelDrawCommand, DrawView>
{
    private static readonly string[] NoScope = [AppDbContext.ScopeFilter];

    public async Task<DrawView> Handle(AnnounceDrawCommand request, CancellationToken cancellationToken)
    {
        await desk.EnsureDoneAsync(request, cancellationToken);
        var organ = await desk.OrganAsync(cancellationToken);
        var terms = new DrawTerms(
            TextRules.Line(request.Name),
            TextRules.Line(request.Category),
            TextRules.Paragraphs(request.Matters),
            request.ObjectsToDraw,
            request.OfficersEach,
            request.PlannedOn
        );
        var plan =
            await desk.PlanAsync(organ.Id, terms.PlannedOn.Year, terms.Category, request.DoneAt, cancellationToken)
            ?? throw InspectionErrors
                .NoPlan.With($"{terms.PlannedOn.Year} 年度没有“{terms.Category}”的计划", "先提出并批准该类对象的年度检查计划")
                .At("/category");
        var id = Guid.CreateVersion7(request.DoneAt);
        var lists = await ListsAsync(organ, plan, terms, LegalDate.Of(request.DoneAt), cancellationToken);
        var draw = new RandomDraw(
            id,
            sequence.Next(),
            organ,
            terms,
            lists,
            RandomSelection.Hash(SecretOf(id)),
            user.PersonId,
            request.DoneAt
        );
        db.RandomDraws.Add(draw);
        return DrawView.Of(draw);
    }

    public async Task<DrawView> Handle(MakeDrawCommand request, CancellationToken cancellationToken)
    {
        var draw = await desk.OpenAsync<RandomDraw>(request, request.Id, cancellationToken);
        var ids = draw.Lists.Objects.Select(o => o.Id).ToList();
        await desk.HoldAsync(ids, cancellationToken);
        var objects = await db
            .CheckObjects.IgnoreQueryFilters(NoScope)
            .Where(o => ids.Contains(o.Id))
            .ToDictionaryAsync(o => o.Id, cancellationToken);
        var used = await desk.TowardsCapAsync(ids, draw.PlannedOn.Year, cancellationToken);
        var plan = await desk.PlanAsync(draw.OrganId, draw.PlannedOn.Year, draw.Category, request.DoneAt, cancellationToken);
        var named = draw.Lists.Officers.ToDictionary(o => o.Id);
        var interests = await InterestsAsync(
            draw.Lists.Objects,
            draw.Lists.Officers,
            LegalDate.Of(request.DoneAt),
            draw.PlannedOn,
            cancellationToken
        );
        draw.Draw(SecretOf(draw.Id), TextRules.Line(request.Word), interests, user.PersonId, request.DoneAt, CheckOf);
        return DrawView.Of(draw);

        Guid? CheckOf(DrawnObject drawn)
        {
            var @object = objects[drawn.ObjectId];
            if (used.GetValueOrDefault(@object.Id) >= plan?.CapPerObject || @object.DelistedOn <= draw.PlannedOn)
                return null;
            var check = new CheckTask(
                new()
                {
                    Id = Guid.CreateVersion7(request.DoneAt),
                    Seq = sequence.Next(),
                    Code = ApplyForCheckHandler.NewCode(),
                    Object = @object,
                    Officers = [.. drawn.OfficerIds.Select(o => new CheckOfficer(o, named[o].Name, named[o].CertificateNumber))],
                    Type = CheckPlanType.Daily,
                    PlannedOn = draw.PlannedOn,
                    Matters = draw.Matters,
                    DrawId = draw.Id,
                },
                draw.AnnouncedBy,
                draw.AnnouncedAt
            );
            check.Decide(refusedBecause: null, user.PersonId, request.DoneAt);
            db.CheckTasks.Add(check);
            return check.Id;
        }
    }

    public async Task<DrawView> Handle(CancelDrawCommand request, CancellationToken cancellationToken)
    {
        var draw = await desk.OpenAsync<RandomDraw>(request, request.Id, cancellationToken);
        draw.Cancel(TextRules.Paragraphs(request.Reason), user.PersonId, request.DoneAt);
        return DrawView.Of(draw);
    }

    /// <summary>The secret of a draw: computed under a key beside the database, so that nobody reads it there before the draw, and everybody can compare it with its hash afterwards.</summary>
    private string SecretOf(Guid draw) => vault.BlindIndex($"random-draw\n{draw:D}");

    /// <summary>The lists as of the announcement: objects of the category below their cap, officers certified on both days, interests that exist in between.</summary>
    private async Task<DrawLists> ListsAsync(Organisation organ, CheckPlan plan, DrawTerms terms, DateOnly today, CancellationToken ct)
    {
        var objects = await desk.Readable<CheckObject>()
            .Where(o => o.Category == terms.Category && (o.DelistedOn == null || o.DelistedOn > terms.PlannedOn))
            .OrderBy(o => o.Seq)
            .Select(o => new { o.Id, o.Name })
            .ToListAsync(ct);
        var ids = objects.ConvertAll(o => o.Id);
        var used = await desk.TowardsCapAsync(ids, terms.PlannedOn.Year, ct);
        var listed = objects
            .Where(o => !(used.GetValueOrDefault(o.Id) >= plan.CapPerObject))
            .Select(o => new DrawObject(o.Id, o.Name))
            .ToList();
        var staff = await db
            .Officers.AsNoTracking()
            .IgnoreQueryFilters(NoScope)
            .IgnoreAutoIncludes()
            .Where(o => o.OrganisationPath.StartsWith(organ.Path))
            .Select(o => o.Id)
            .ToListAsync(ct);
        var roster = officers.Current;
        var certified =
            from person in staff.Order()
            let then = roster.OfficerOn(person, terms.PlannedOn)
            let now = roster.OfficerOn(person, today)
            where IsCertified(then, organ, terms.PlannedOn) && IsCertified(now, organ, today)
            select new DrawOfficer(person, now.Name, now.Certificate!.Number);
        var drawable = certified.ToList();
        return new(listed, drawable, await InterestsAsync(listed, drawable, today, terms.PlannedOn, ct));
    }

    /// <summary>Interests of officers in objects that exist on one of the days.</summary>
    private async Task<IReadOnlyList<DrawExclusion>> InterestsAsync(
        IReadOnlyList<DrawObject> objects,
        IReadOnlyList<DrawOfficer> officersOfDraw,
        DateOnly from,
        DateOnly to,
        CancellationToken ct
    )
    {
        var ids = objects.Select(o => o.Id).ToList();
        var persons = officersOfDraw.Select(o => o.Id).ToHashSet();
        var interests = await desk.Readable<OfficerInterest>()
            .Where(i => ids.Contains(i.ObjectId) && i.From <= to && (i.To == null || i.To >= from))
            .Select(i => new { i.ObjectId, i.PersonId })
            .Distinct()
            .ToListAsync(ct);
        return [.. interests.Where(i => persons.Contains(i.PersonId)).Select(i => new DrawExclusion(i.ObjectId, i.PersonId))];
    }

    private static bool IsCertified(OfficerOnDay? officer, Organisation organ, DateOnly day) =>
        officer is { Capacity: OfficerCapacity.Officer, Certificate: { } certificate }
        && officer.OrganId == organ.Id
        && certificate.ReasonInvalidOn(day) is null;
}
