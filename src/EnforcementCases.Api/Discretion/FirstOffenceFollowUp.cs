using EnforcementCases.Api.Catalogue;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Cases.Ordinary;
using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Penalties;
using EnforcementCases.Persistence;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Discretion;

/// <summary>A case that ends with a first-offence exemption (首违不罚) enters it into the ledger, so that nobody grants it twice.</summary>
internal sealed class FirstOffenceFollowUp(
    AppDbContext db,
    FirstOffenceLedger ledger,
    CatalogueDirectory catalogue,
    OrganDirectory organs,
    TimeProvider clock
) : IFollowUp<NoPenaltyDecided>
{
    public async Task FollowUpAsync(NoPenaltyDecided happened, CancellationToken ct)
    {
        if (happened.Outcome is not CaseOutcome.NoPenaltyFirstTime)
            return;
        var @case = happened.Case;
        var organ = await organs.OrganAsync(@case.OrganId, ct);
        var assessment =
            await db.Assessments.AsNoTracking().FirstOrDefaultAsync(a => a.Id == happened.AssessmentId, ct)
            ?? throw DecidingPhase.NoAssessment.With("首违不予处罚须有裁量评估");
        await ledger.GrantAsync(
            new()
            {
                Id = Guid.CreateVersion7(clock.GetUtcNow()),
                OrganId = @case.OrganId,
                OrganisationPath = @case.OrganisationPath,
                PartyId = @case.PartyId!.Value,
                ViolationCode = @case.ViolationCode,
                CommittedOn = @case.CommittedOn,
                CaseId = @case.Id,
                GrantedAt = happened.At,
                LookBackYears = catalogue
                    .Current.Parameter(organ.Path, LocalParameters.FirstOffenceLookBack, LegalDate.Of(happened.At))
                    .Number,
            },
            assessment,
            ct
        );
    }
}
