using EnforcementCases.Api.Catalogue;
using EnforcementCases.Domain.Discretion;
using EnforcementCases.Platform;
using EnforcementCases.Platform.Access;

namespace EnforcementCases.Api.Discretion;

/// <summary>Makes assessments (裁量评估) in both procedures: one input, one engine.</summary>
internal sealed class PenaltyAssessments(
    CatalogueDirectory catalogue,
    PartyHistories histories,
    CurrentUser user,
    SequenceSource sequence,
    TimeProvider clock
)
{
    /// <summary>The input of an assessment, with the earlier matters of the party in all streets and towns.</summary>
    /// <param name="partyId">The party in the archive; null if it was entered just now or is not in the archive, and so has no earlier matters.</param>
    /// <param name="exceptCase">The case that is being handled; null if there is none yet.</param>
    public async Task<AssessmentInput> InputAsync(AssessedMatter matter, Guid? partyId, Guid? exceptCase, CancellationToken ct)
    {
        var law = catalogue.Current;
        var earlier = partyId is { } known
            ? await histories.SearchAsync(
                known,
                matter.ViolationCode,
                AssessmentInputs.LookBackFrom(law, matter),
                matter.AssessedOn,
                exceptCase,
                ct
            )
            : [];
        return AssessmentInputs.Of(law, matter, earlier);
    }

    /// <summary>Assesses; the caller adds the result to the database.</summary>
    /// <param name="id">Identity chosen by the client; null if the server chooses it.</param>
    /// <param name="at">The time of the assessment, as claimed.</param>
    public StoredAssessment Assess(AssessmentInput input, Guid? id, Guid organId, Guid partyId, Guid? caseId, DateTimeOffset at) =>
        new(
            id ?? Guid.CreateVersion7(clock.GetUtcNow()),
            sequence.Next(),
            organId,
            user.OrganisationPath,
            partyId,
            caseId,
            input,
            user.PersonId,
            at
        );
}
