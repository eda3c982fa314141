using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Penalties;
using EnforcementCases.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.LegalReview;

/// <summary>Lists the templates for a catalogue of major decisions (审核目录模板). A template applies only once an organisation adopts it.</summary>
public sealed record ListReviewTemplatesQuery : IRequest<IReadOnlyList<ReviewTemplateDetail>>;

/// <summary>A template for a row of a catalogue of major decisions.</summary>
/// <param name="Code">Code; an adoption names it.</param>
/// <param name="Version">Label of the version.</param>
/// <param name="DecisionKind">Kind of decision.</param>
/// <param name="Item">The row as printed.</param>
/// <param name="Kinds">Kinds of penalty it names.</param>
/// <param name="Features">Features, each of which is sufficient; empty for none.</param>
/// <param name="Citizen">Amount for citizens; null if none is printed.</param>
/// <param name="Organisation">Amount for organisations; null if none is printed.</param>
/// <param name="Condition">Conditions printed in addition to the amounts; null if none.</param>
/// <param name="Materials">Materials to submit for the review.</param>
/// <param name="Points">What the review examines.</param>
/// <param name="TimeLimitWorkingDays">Time for the review in working days.</param>
/// <param name="TimeLimitSource">Where that time limit comes from.</param>
/// <param name="Basis">Basis as printed; null if none.</param>
/// <param name="Confirmed">Whether the row was found in a published catalogue; if not, it is unverified.</param>
/// <param name="Evidence">The source in which it was checked.</param>
/// <param name="Note">Note; null if none.</param>
public sealed record ReviewTemplateDetail(
    string Code,
    string Version,
    ReviewedDecisionKind DecisionKind,
    string Item,
    IReadOnlyList<PenaltyKind> Kinds,
    IReadOnlyList<ReviewFeature> Features,
    AmountBound? Citizen,
    AmountBound? Organisation,
    string? Condition,
    IReadOnlyList<string> Materials,
    IReadOnlyList<string> Points,
    int TimeLimitWorkingDays,
    string TimeLimitSource,
    string? Basis,
    bool Confirmed,
    string Evidence,
    string? Note
);

internal sealed class ListReviewTemplatesHandler(AppDbContext db)
    : IRequestHandler<ListReviewTemplatesQuery, IReadOnlyList<ReviewTemplateDetail>>
{
    public async Task<IReadOnlyList<ReviewTemplateDetail>> Handle(ListReviewTemplatesQuery request, CancellationToken cancellationToken)
    {
        var templates = await db
            .ReviewTemplates.AsNoTracking()
            .Where(t => t.ClosedAt == null)
            .OrderBy(t => t.Code)
            .ToListAsync(cancellationToken);
        return templates.ConvertAll(t => new ReviewTemplateDetail(
            t.Code,
            t.Version,
            t.DecisionKind,
            t.Item,
            t.Kinds,
            t.Features,
            t.Citizen,
            t.Organisation,
            t.Condition,
            t.Materials,
            t.Points,
            t.TimeLimitWorkingDays,
            t.TimeLimitSource,
            t.Basis,
            t.IsConfirmed,
            t.Evidence,
            t.Note
        ));
    }
}
