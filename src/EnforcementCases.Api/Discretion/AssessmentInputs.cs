using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Discretion;
using EnforcementCases.Domain.Parties;

namespace EnforcementCases.Api.Discretion;

/// <summary>What an assessment is made of: the matter, the party and the officers' findings.</summary>
/// <param name="Organ">The street or town.</param>
/// <param name="ViolationCode">Code of the violation.</param>
/// <param name="CommittedOn">Legal date of the offence.</param>
/// <param name="AssessedOn">Legal date of the assessment.</param>
/// <param name="Party">The party as stated.</param>
/// <param name="Facts">Findings of the officers.</param>
/// <param name="AlsoViolates">Codes of other violations committed by the same offence.</param>
internal sealed record AssessedMatter(
    Organisation Organ,
    string ViolationCode,
    DateOnly CommittedOn,
    DateOnly AssessedOn,
    PartySnapshot Party,
    AssessmentFacts Facts,
    IReadOnlyList<string> AlsoViolates
);

/// <summary>Puts together the complete input of an assessment from the catalogue; pure: it reads no database.</summary>
internal static class AssessmentInputs
{
    /// <summary>First day of the search for earlier matters of the party.</summary>
    public static DateOnly LookBackFrom(CatalogueSnapshot law, AssessedMatter matter) =>
        FirstOffence.LookBackFrom(matter.AssessedOn, LookBack(law, matter).Number);

    /// <summary>The input.</summary>
    /// <param name="earlier">Earlier matters of the party since <see cref="LookBackFrom"/>.</param>
    /// <exception cref="Domain.DomainException"><see cref="ViolationVersion.NotInForce"/> or <see cref="ViolationVersion.NotDecidable"/>.</exception>
    public static AssessmentInput Of(CatalogueSnapshot law, AssessedMatter matter, IReadOnlyList<EarlierMatter> earlier)
    {
        var (organ, code, party) = (matter.Organ, matter.ViolationCode, matter.Party);
        var asOrganisation =
            law.Parameter(organ.Path, LocalParameters.IndividualBusinessFineRange, matter.AssessedOn).Value is "organisation";
        var others = matter.AlsoViolates.Where(c => c != code).Distinct(StringComparer.Ordinal);
        var lookBack = LookBack(law, matter);
        return new()
        {
            Party = party.Kind,
            Side = party.Kind.SideOf(asOrganisation),
            AgeAtOffence = party.AgeAtOffence,
            CommittedOn = matter.CommittedOn,
            AssessedOn = matter.AssessedOn,
            AtOffence = Norm.Of(Violation(law, code, matter.CommittedOn), party.Kind, asOrganisation),
            Now = law.ViolationOn(code, matter.AssessedOn) is { } present ? Norm.Of(present, party.Kind, asOrganisation) : null,
            OtherNorms = [.. others.Select(c => Norm.Of(Violation(law, c, matter.AssessedOn), party.Kind, asOrganisation))],
            Benchmark = law.BenchmarkOn(code, matter.AssessedOn) is { } benchmark ? BenchmarkUsed.Of(benchmark) : null,
            Exemptions = [.. law.ExemptionsOn(matter.AssessedOn).Where(e => e.IsFor(code)).Select(ExemptionUsed.Of)],
            History = new(party.Identity == PartyIdentity.Documented, lookBack.Number, lookBack.IsConfirmed, earlier),
            Facts = matter.Facts,
        };
    }

    private static ParameterInForce LookBack(CatalogueSnapshot law, AssessedMatter matter) =>
        law.Parameter(matter.Organ.Path, LocalParameters.FirstOffenceLookBack, matter.AssessedOn);

    private static ViolationVersion Violation(CatalogueSnapshot law, string code, DateOnly day)
    {
        var violation = law.ViolationOn(code, day) ?? throw ViolationVersion.NotInForce.With($"{code}，{day:yyyy-MM-dd}");
        violation.EnsureDecidable();
        return violation;
    }
}
