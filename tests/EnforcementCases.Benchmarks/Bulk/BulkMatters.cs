using EnforcementCases.Domain;
using EnforcementCases.Domain.Cases.OnTheSpot;
using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Discretion;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Parties;
using EnforcementCases.Domain.Personnel;

namespace EnforcementCases.Benchmarks.Bulk;

/// <summary>A matter that can be decided on the spot against a kind of party.</summary>
/// <param name="FinesFen">Amounts that the law lets stand.</param>
/// <param name="MayWarn">A warning alone stands, too.</param>
/// <param name="IsCitable">Its article is known to the number, as a decision of the ordinary procedure has to cite it.</param>
internal sealed record BulkMatter(string Code, string Name, IReadOnlyList<long> FinesFen, bool MayWarn, bool IsCitable);

/// <summary>The matters of the catalogue that pass the law's gates throughout: each is tried, none is assumed.</summary>
internal sealed class BulkMatters
{
    private static readonly long[] TriedFen = [2_000, 5_000, 8_000, 10_000, 15_000, 20_000, 30_000, 50_000, 100_000, 200_000, 300_000];

    private readonly Dictionary<PartyKind, IReadOnlyList<BulkMatter>> byKind = [];

    public BulkMatters(CatalogueSnapshot catalogue, OfficerRoster roster, BulkStreet street, IReadOnlyList<DateOnly> days)
    {
        foreach (var kind in (PartyKind[])[PartyKind.Citizen, PartyKind.IndividualBusiness, PartyKind.LegalPerson])
        {
            var party = new PartySnapshot { Kind = kind, Name = "某某" };
            bool Stands(string code, long fen) =>
                days.All(day =>
                {
                    try
                    {
                        var at = LegalDate.StartOf(day).AddHours(10);
                        var facts = SimpleCaseMaker.FactsOf(
                            catalogue,
                            roster,
                            street.Organ,
                            [.. street.Officers.Take(2)],
                            party,
                            code,
                            Money.OfFen(fen),
                            at
                        );
                        var input = SimpleCaseMaker.InputOf(catalogue, facts);
                        LawfulOnTheSpotDecision.Judge(
                            facts,
                            new(Guid.Empty, "", AssessmentEngine.Assess(input), input),
                            catalogue.Calendar
                        );
                        return true;
                    }
                    catch (DomainException)
                    {
                        return false;
                    }
                });
            byKind.Add(
                kind,
                [
                    .. catalogue
                        .ViolationsOn(days[^1])
                        .OrderBy(v => v.Code, StringComparer.Ordinal)
                        .Select(v => new BulkMatter(
                            v.Code,
                            v.Name,
                            [.. TriedFen.Where(fen => Stands(v.Code, fen))],
                            Stands(v.Code, 0),
                            IsCitable(v)
                        ))
                        .Where(m => m.FinesFen.Count > 0),
                ]
            );
            if (!byKind[kind].Any(m => m.IsCitable))
                throw new InvalidOperationException($"the catalogue has nothing that can be decided on the spot against {kind}");
        }
    }

    /// <summary>A matter: the first are frequent, the last rare.</summary>
    public BulkMatter Pick(PartyKind kind, double share) => byKind[kind][(int)(byKind[kind].Count * share * share)];

    /// <summary>A matter for the ordinary procedure.</summary>
    public BulkMatter PickCitable(PartyKind kind, double share)
    {
        var citable = byKind[kind].Where(m => m.IsCitable).ToList();
        return citable[(int)(citable.Count * share * share)];
    }

    private static bool IsCitable(ViolationVersion violation) =>
        violation.Threatened.Article.StartsWith('第') && violation.Threatened.Article.Contains('条', StringComparison.Ordinal);
}
