using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Text;
using EnforcementCases.Persistence;
using EnforcementCases.Platform;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Pipeline;
using FluentValidation;
using MediatR;

namespace EnforcementCases.Api.Catalogue.Changes;

/// <summary>Enters a change of the catalogue from a file (录入目录变更). It has no effect until a second clerk has confirmed it.</summary>
/// <param name="Rows">The rows of the file.</param>
/// <param name="Basis">Legal instrument on which the change is based; required unless it is a dry run.</param>
/// <param name="DryRun">True, the default: only report what would happen. False: enter the change.</param>
public sealed record EnterCatalogueChangeCommand(IReadOnlyList<CatalogueFileRow> Rows, string? Basis, bool DryRun)
    : ICommand<CatalogueImport>,
        IWritesMany;

/// <summary>What a file of the catalogue does, or would do.</summary>
/// <param name="DryRun">True if it was a dry run: nothing was entered.</param>
/// <param name="Entered">True if the change was entered and waits for a second clerk. One wrong row rejects the whole file.</param>
/// <param name="Change">The change; null if none was entered.</param>
/// <param name="Created">Number of rows that are new.</param>
/// <param name="NewVersions">Number of rows that begin a new version on a day and end the version before.</param>
/// <param name="Corrected">Number of rows that replace a version.</param>
/// <param name="Ended">Number of rows that set a last day.</param>
/// <param name="Unchanged">Number of rows equal to the current catalogue.</param>
/// <param name="Rejected">Number of rows that are wrong.</param>
/// <param name="Rows">All rows, in the order of the file.</param>
/// <param name="Effects">Its effects on open matters.</param>
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
