using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.LegalReview;
using EnforcementCases.Domain.Penalties;
using EnforcementCases.Persistence;
using EnforcementCases.Persistence.Databases;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.LegalReview;

/// <summary>Adopts a catalogue of major decisions (重大执法决定法制审核目录) for the caller's street or town, or for the caller's organisation above streets. It applies once a second
/// clerk has confirmed it. To change a catalogue, adopt it again as a whole.</summary>
/// <param name="ValidFrom">First day on which the catalogue applies, inclusive.</param>
/// <param name="Instrument">Decision that adopts the catalogue, with its number.</param>
/// <param name="TemplateIds">Codes of the templates that are adopted unchanged; null or empty for none.</param>
/// <param name="Rows">The organisation's own rows, or templates with other amounts; null or empty for none.</param>
/// <param name="ValidTo">Last day, inclusive; null if open-ended.</param>
/// <param name="Id">Identity chosen by the client; null: chosen by the server.</param>
public sealed record AdoptReviewCatalogueCommand(
    DateOnly ValidFrom,
    string Instrument,
    IReadOnlyList<string>? TemplateIds = null,
    IReadOnlyList<ReviewRowInput>? Rows = null,
    DateOnly? ValidTo = null,
    Guid? Id = null
) : ICommand<ReviewCatalogueDetail>;

/// <summary>A row of a catalogue of major decisions. It applies if a kind of penalty reaches the amount or a feature is present; a row that names neither
/// applies to every decision of its kind.</summary>
/// <param name="Id">Number of the row, unique in the catalogue.</param>
/// <param name="DecisionKind">Kind of decision.</param>
/// <param name="Item">Text of the row as it will be published.</param>
/// <param name="Kinds">Kinds of penalty; null or empty for none.</param>
/// <param name="Citizen">Amount for citizens and individual businesses; null means any amount.</param>
/// <param name="Organisation">Amount for legal persons and other organisations; null means any amount.</param>
/// <param name="Features">Features, each of which is sufficient; null or empty for none.</param>
/// <param name="TimeLimitWorkingDays">Time for the review in working days; null means the local parameter applies.</param>
public sealed record ReviewRowInput(
    string Id,
    ReviewedDecisionKind DecisionKind,
    string Item,
    IReadOnlyList<PenaltyKind>? Kinds = null,
    AmountBound? Citizen = null,
    AmountBound? Organisation = null,
    IReadOnlyList<ReviewFeature>? Features = null,
    int? TimeLimitWorkingDays = null
);

internal sealed class AdoptReviewCatalogueValidator : AbstractValidator<AdoptReviewCatalogueCommand>
{
    private const int LongestTimeLimit = 30;

    public AdoptReviewCatalogueValidator()
    {
        RuleFor(c => c.Instrument)
            .NotEmpty()
            .MaximumLength(ReviewCatalogueAdoption.InstrumentMaxLength)
            .WithMessage("请写明发布目录的文件");
        RuleFor(c => c.ValidTo).GreaterThanOrEqualTo(c => c.ValidFrom).When(c => c.ValidTo is not null).WithMessage("终止日期早于起始日期");
        RuleFor(c => c.TemplateIds).Must(ids => ids is null || ids.Count <= ReviewCatalogueAdoption.MostRows).WithMessage("模板过多");
        RuleFor(c => c.Rows).Must(rows => rows is null || rows.Count <= ReviewCatalogueAdoption.MostRows).WithMessage("目录过长");
        RuleForEach(c => c.Rows)
            .ChildRules(row =>
            {
                row.RuleFor(r => r.Id).NotEmpty().MaximumLength(ReviewTemplate.CodeMaxLength).WithMessage("编号应为 1 至 20 个字符");
                row.RuleFor(r => r.Item).NotEmpty().MaximumLength(ReviewTemplate.ItemMaxLength).WithMessage("请写明事项，最多 200 字");
                row.RuleFor(r => r.Citizen).Must(IsAmount).WithMessage("数额应当大于零");
                row.RuleFor(r => r.Organisation).Must(IsAmount).WithMessage("数额应当大于零");
                row.RuleFor(r => r.TimeLimitWorkingDays).InclusiveBetween(1, LongestTimeLimit).WithMessage("审核期限为 1 至 30 个工作日");
                row.RuleFor(r => r.Kinds)
                    .NotEmpty()
                    .When(r => r.Citizen is not null || r.Organisation is not null)
                    .WithMessage("有数额的，应当写明处罚种类");
            });
        RuleFor(c => c.Id).NotEqual(Guid.Empty).WithMessage("标识不能为空");
    }

    private static bool IsAmount(AmountBound? bound) => bound is null or { AmountFen: > 0 };
}

internal sealed class AdoptReviewCatalogueHandler(AppDbContext db, CurrentUser user, TimeProvider clock)
    : IRequestHandler<AdoptReviewCatalogueCommand, ReviewCatalogueDetail>
{
    public async Task<ReviewCatalogueDetail> Handle(AdoptReviewCatalogueCommand request, CancellationToken cancellationToken)
    {
        var owner = user.OrganId ?? user.OrganisationId;
        var organisation = await db.Organisations.SingleAsync(o => o.Id == owner, cancellationToken);
        var now = clock.GetUtcNow();
        var adoption = new ReviewCatalogueAdoption(
            request.Id ?? Guid.CreateVersion7(now),
            organisation,
            [.. await TemplatesAsync(request.TemplateIds ?? [], cancellationToken), .. (request.Rows ?? []).Select(AsRow)],
            request.ValidFrom,
            request.ValidTo,
            request.Instrument,
            user.PersonId,
            now
        );
        db.ReviewCatalogues.Add(adoption);
        return ReviewCatalogueDetail.Of(adoption);
    }

    private async Task<IEnumerable<ReviewCatalogueRow>> TemplatesAsync(IReadOnlyList<string> codes, CancellationToken ct)
    {
        var templates = (
            await codes.InStretchesAsync(
                some => db.ReviewTemplates.AsNoTracking().Where(t => t.ClosedAt == null && some.Contains(t.Code)),
                ct
            )
        ).ToDictionary(t => t.Code, StringComparer.Ordinal);
        return codes.Select(code =>
            templates.GetValueOrDefault(code)?.AsRow() ?? throw ReviewCatalogueAdoption.TemplateUnknown.With($"模板 {code}")
        );
    }

    private static ReviewCatalogueRow AsRow(ReviewRowInput row) =>
        new(
            row.Id,
            row.DecisionKind,
            row.Item,
            row.Kinds ?? [],
            row.Citizen,
            row.Organisation,
            row.Features ?? [],
            TimeLimitWorkingDays: row.TimeLimitWorkingDays
        );
}
