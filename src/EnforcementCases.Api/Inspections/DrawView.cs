using EnforcementCases.Domain;
using EnforcementCases.Domain.Inspections;
using EnforcementCases.Persistence;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Pipeline;
using EnforcementCases.Platform.Web;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Inspections;

/// <summary>Lists random draws, newest entry first.</summary>
/// <param name="Cursor">Value of <c>next</c> of the page before; the first page if omitted.</param>
/// <param name="Limit">1 to 200; default 50.</param>
public sealed record ListDrawsQuery(string? Cursor = null, int? Limit = null) : IRequest<Page<DrawView>>;

/// <summary>Reads a random draw.</summary>
/// <param name="Id">The draw.</param>
public sealed record ReadDrawQuery(Guid Id) : IRequest<DrawView>;

/// <summary>Lists random draws for the public, newest entry first (双随机、一公开).</summary>
/// <param name="OrganisationId">Only draws of this street or town; all if omitted.</param>
/// <param name="Cursor">Value of <c>next</c> of the page before; the first page if omitted.</param>
/// <param name="Limit">1 to 200; default 50.</param>
public sealed record ListPublicDrawsQuery(Guid? OrganisationId = null, string? Cursor = null, int? Limit = null)
    : IRequest<Page<PublicDraw>>;

/// <summary>Reads a random draw with all that anyone needs to repeat it.</summary>
/// <param name="Id">The draw.</param>
public sealed record ReadPublicDrawQuery(Guid Id) : IRequest<PublicDraw>;

/// <summary>A random draw.</summary>
/// <param name="Id">The draw.</param>
/// <param name="Version">Its version.</param>
/// <param name="OrganId">The street or town.</param>
/// <param name="Name">Name.</param>
/// <param name="Category">Category of the objects.</param>
/// <param name="Matters">What is checked.</param>
/// <param name="State">State.</param>
/// <param name="StateName">Name of the state, in the requested language.</param>
/// <param name="PlannedOn">Day by which the objects are checked.</param>
/// <param name="AnnouncedAt">When it was announced.</param>
/// <param name="DrawnAt">When it was drawn; null before.</param>
/// <param name="CancelledBecause">Why it was cancelled; null if it was not.</param>
/// <param name="Proof">What anyone needs to repeat it.</param>
public sealed record DrawView(
    Guid Id,
    int Version,
    Guid OrganId,
    string Name,
    string Category,
    string Matters,
    DrawState State,
    [property: Bilingual] string StateName,
    DateOnly PlannedOn,
    DateTimeOffset AnnouncedAt,
    DateTimeOffset? DrawnAt,
    string? CancelledBecause,
    DrawProof Proof
) : IVersioned
{
    internal static DrawView Of(RandomDraw d) =>
        new(
            d.Id,
            d.Version,
            d.OrganId,
            d.Name,
            d.Category,
            d.Matters,
            d.State,
            d.State.Term(),
            d.PlannedOn,
            d.AnnouncedAt,
            d.DrawnAt,
            d.CancelledBecause,
            DrawProof.Of(d)
        );
}

/// <summary>What anyone needs to repeat a draw. All texts are UTF-8, all hashes SHA-256 in lower-case hex, ids lower-case.
/// Lists: the lines <c>object ID</c>, <c>officer ID</c> and <c>excluded OBJECT-ID OFFICER-ID</c>, sorted byte by byte, joined by LF.
/// Seed: the hash of secret, LF, word, LF, hash of the lists. Objects: in the order of the hash of seed, LF, <c>object</c>, LF, id. Officers of an object, without those
/// excluded for it: in the order of the hash of seed, LF, <c>officer</c>, LF, id of the object, LF, id of the officer.</summary>
/// <param name="Commitment">Hash of the secret, public from the announcement on.</param>
/// <param name="ListsSha256">Hash of the lists, public from the announcement on.</param>
/// <param name="Lists">The lists.</param>
/// <param name="ObjectsToDraw">Number of objects drawn.</param>
/// <param name="OfficersEach">Officers drawn for each object.</param>
/// <param name="Secret">The secret; null before the draw.</param>
/// <param name="Word">The public word; null before the draw.</param>
/// <param name="Drawn">What was drawn, in the order of the draw; empty before.</param>
public sealed record DrawProof(
    string Commitment,
    string ListsSha256,
    DrawLists Lists,
    int ObjectsToDraw,
    int OfficersEach,
    string? Secret,
    string? Word,
    IReadOnlyList<DrawnObject> Drawn
)
{
    internal static DrawProof Of(RandomDraw d) =>
        new(d.Commitment, d.ListsSha256, d.Lists, d.ObjectsToDraw, d.OfficersEach, d.Secret, d.Word, d.Drawn);
}

/// <summary>A random draw as the public sees it.</summary>
/// <param name="Id">The draw.</param>
/// <param name="Organ">Name of the street or town.</param>
/// <param name="Name">Name.</param>
/// <param name="Category">Category of the objects.</param>
/// <param name="Matters">What is checked.</param>
/// <param name="StateName">Name of the state, in the requested language.</param>
/// <param name="PlannedOn">Day by which the objects are checked.</param>
/// <param name="AnnouncedAt">When it was announced.</param>
/// <param name="DrawnAt">When it was drawn; null before.</param>
/// <param name="CancelledBecause">Why it was cancelled; null if it was not.</param>
/// <param name="Proof">What anyone needs to repeat it.</param>
public sealed record PublicDraw(
    Guid Id,
    string Organ,
    string Name,
    string Category,
    string Matters,
    [property: Bilingual] string StateName,
    DateOnly PlannedOn,
    DateTimeOffset AnnouncedAt,
    DateTimeOffset? DrawnAt,
    string? CancelledBecause,
    DrawProof Proof
);

internal sealed class DrawViewHandler(AppDbContext db, InspectionDesk desk, OrganDirectory organs)
    : IRequestHandler<ListDrawsQuery, Page<DrawView>>,
        IRequestHandler<ReadDrawQuery, DrawView>,
        IRequestHandler<ListPublicDrawsQuery, Page<PublicDraw>>,
        IRequestHandler<ReadPublicDrawQuery, PublicDraw>
{
    private IQueryable<RandomDraw> All => db.RandomDraws.AsNoTracking().IgnoreQueryFilters([AppDbContext.ScopeFilter]);

    public Task<Page<DrawView>> Handle(ListDrawsQuery request, CancellationToken cancellationToken) =>
        InspectionDesk.PageAsync(desk.Readable<RandomDraw>(), request.Cursor, request.Limit, DrawView.Of, cancellationToken);

    public async Task<DrawView> Handle(ReadDrawQuery request, CancellationToken cancellationToken) =>
        DrawView.Of(await desk.ReadAsync<RandomDraw>(request.Id, cancellationToken));

    public async Task<Page<PublicDraw>> Handle(ListPublicDrawsQuery request, CancellationToken cancellationToken)
    {
        var page = await InspectionDesk.PageAsync(
            All.Where(d => request.OrganisationId == null || d.OrganId == request.OrganisationId),
            request.Cursor,
            request.Limit,
            d => d,
            cancellationToken
        );
        var shown = new List<PublicDraw>();
        foreach (var draw in page.Items)
            shown.Add(await ShowAsync(draw, cancellationToken));
        return new(shown, page.Next);
    }

    public async Task<PublicDraw> Handle(ReadPublicDrawQuery request, CancellationToken cancellationToken) =>
        await ShowAsync(
            await All.FirstOrDefaultAsync(d => d.Id == request.Id, cancellationToken)
                ?? throw InspectionErrors.NotFound.With($"{request.Id}"),
            cancellationToken
        );

    private async Task<PublicDraw> ShowAsync(RandomDraw d, CancellationToken ct) =>
        new(
            d.Id,
            (await organs.OrganAsync(d.OrganId, ct)).Name,
            d.Name,
            d.Category,
            d.Matters,
            d.State.Term(),
            d.PlannedOn,
            d.AnnouncedAt,
            d.DrawnAt,
            d.CancelledBecause,
            DrawProof.Of(d)
        );
}
