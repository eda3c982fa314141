using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Text;
using EnforcementCases.Persistence;
using EnforcementCases.Platform;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Pipeline;
using FluentValidation;
using MediatR;

namespace EnforcementCases.Api.Catalogue.Changes;

/// <summary>Enters a change of the catalogue from a file (录入目录变更). It counts for nothing before a second clerk has confirmed it.</summary>
/// <param name="Rows">The rows of the file.</param>
/// <param name="Basis">Instrument that it rests on; may be left out in a dry run.</param>
/// <param name="DryRun">Only says what would happen.</param>
public sealed record EnterCatalogueChangeCommand(IReadOnlyList<CatalogueFileRow> Rows, string? Basis, bool DryRun)
    : ICommand<CatalogueImport>;

/// <summary>What a file of the catalogue does, or would do.</summary>
/// <param name="DryRun">Nothing was to be entered.</param>
/// <param name="Entered">The change was entered and waits for the second clerk. One wrong row keeps the whole file out.</param>
/// <param name="Change">The change; null where none was entered.</param>
/// <param name="Created">Rows that are new.</param>
/// <param name="NewVersions">Rows that begin on a day and end the version before.</param>
/// <param name="Corrected">Rows that take the place of a version.</param>
/// <param name="Ended">Rows that set a last day.</param>
/// <param name="Unchanged">Rows that say what stands.</param>
/// <param name="Rejected">Rows that are wrong.</param>
/// <param name="Rows">Each row in order.</param>
/// <param name="Effects">What it means for what is open.</param>
public sealed record CatalogueImport(
    bool DryRun,
    bool Entered,
    CatalogueChangeDetail? Change,
    int Created,
    int NewVersions,
    int Corrected,
    int Ended,
    int Unchanged,
    int Rejected,
    IReadOnlyList<CatalogueRowReport> Rows,
    CatalogueEffects Effects
);

internal sealed class EnterCatalogueChangeValidator : AbstractValidator<EnterCatalogueChangeCommand>
{
    public EnterCatalogueChangeValidator()
    {
        RuleFor(c => c.Basis).NotEmpty().When(c => !c.DryRun).WithMessage("请写明依据的文件");
        RuleFor(c => c.Basis).MaximumLength(CatalogueChange.BasisMaxLength).WithMessage("依据的文件名称过长");
    }
}

internal sealed class EnterCatalogueChangeHandler(
    AppDbContext db,
    CurrentUser user,
    CatalogueDesk desk,
    CataloguePlanner planner,
    CatalogueEffectsReader effects,
    SequenceSource sequence,
    TimeProvider clock
) : IRequestHandler<EnterCatalogueChangeCommand, CatalogueImport>
{
    public async Task<CatalogueImport> Handle(EnterCatalogueChangeCommand request, CancellationToken cancellationToken)
    {
        await desk.EnsureReachesAsync(request.Rows.Select(r => r.Kind), cancellationToken);
        var plan = await planner.PlanAsync(request.Rows, cancellationToken);
        var changing = plan.Rows.Where(r => r.Changes).ToList();
        CatalogueChange? change = null;
        if (!request.DryRun && plan.IsSound && changing.Count > 0)
        {
            var now = clock.GetUtcNow();
            change = new(
                Guid.CreateVersion7(now),
                sequence.Next(),
                await desk.OrganisationAsync(cancellationToken),
                changing.ConvertAll(r => r.AsRow()),
                TextRules.Line(request.Basis!),
                user.PersonId,
                now
            );
            db.CatalogueChanges.Add(change);
        }
        return new(
            request.DryRun,
            change is not null,
            change is null ? null : CatalogueChangeDetail.Of(change),
            plan.Count(CatalogueRowOutcome.Create),
            plan.Count(CatalogueRowOutcome.NewVersion),
            plan.Count(CatalogueRowOutcome.Correct),
            plan.Count(CatalogueRowOutcome.End),
            plan.Count(CatalogueRowOutcome.Unchanged),
            plan.Count(CatalogueRowOutcome.Rejected),
            [.. plan.Rows.Select(r => r.Report())],
            await effects.ReadAsync(plan, cancellationToken)
        );
    }
}
