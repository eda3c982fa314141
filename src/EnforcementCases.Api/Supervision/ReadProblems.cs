using EnforcementCases.Domain;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Supervision;
using EnforcementCases.Persistence;
using EnforcementCases.Platform.Access;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Supervision;

/// <summary>Reads what the rules of supervision find in a year (监督线索): leads that a supervisor looks at, no faults.</summary>
/// <param name="Year">Year.</param>
/// <param name="Rule">Only this rule; all if omitted.</param>
/// <param name="OrganisationId">Organisation with all below it; default: the caller's own.</param>
public sealed record ReadProblemsQuery(int Year, string? Rule = null, Guid? OrganisationId = null)
    : IRequest<IReadOnlyList<ProblemsOfRule>>;

/// <summary>What a rule finds.</summary>
/// <param name="Rule">Key of the rule.</param>
/// <param name="Name">Its name.</param>
/// <param name="Words">What it finds.</param>
/// <param name="Threshold">Its threshold; 0 if it has none.</param>
/// <param name="Total">How many it finds.</param>
/// <param name="Found">The first 200 of them, the worst first.</param>
public sealed record ProblemsOfRule(
    string Rule,
    [property: Bilingual] string Name,
    [property: Bilingual] string Words,
    int Threshold,
    int Total,
    IReadOnlyList<ProblemView> Found
);

/// <summary>A lead.</summary>
/// <param name="OrganId">The street or town.</param>
/// <param name="OrganName">Its name.</param>
/// <param name="CaseId">The case; null if it is about no single one.</param>
/// <param name="PersonId">The person; null if it is about none.</param>
/// <param name="PersonName">Name of the person; null if it is about none.</param>
/// <param name="What">Number of the decision or code of the violation; null if there is none.</param>
/// <param name="Count">Days, cases or numbers; 1 where there is nothing to count.</param>
public sealed record ProblemView(Guid OrganId, string OrganName, Guid? CaseId, Guid? PersonId, string? PersonName, string? What, int Count);

internal sealed class ReadProblemsValidator : AbstractValidator<ReadProblemsQuery>
{
    public ReadProblemsValidator() => RuleFor(q => q.Year).InclusiveBetween(1996, 2199).WithMessage("年度应在 1996 与 2199 之间");
}

internal sealed class ReadProblemsHandler(AppDbContext db, ProblemReader reader, OrganisationReader organisations, TimeProvider clock)
    : IRequestHandler<ReadProblemsQuery, IReadOnlyList<ProblemsOfRule>>
{
    private const int Listed = 200;

    public async Task<IReadOnlyList<ProblemsOfRule>> Handle(ReadProblemsQuery request, CancellationToken cancellationToken)
    {
        var path = await organisations.PathAsync(request.OrganisationId, cancellationToken);
        var today = LegalDate.Of(clock.GetUtcNow());
        var found = new List<ProblemsOfRule>();
        foreach (var rule in request.Rule is { } key ? [ProblemRule.Find(key)] : ProblemRule.Shipped)
        {
            var problems = await reader.FindAsync(rule, path, request.Year, today, cancellationToken);
            var shown = problems.Take(Listed).ToList();
            var (organs, persons) = await NamesAsync(shown, cancellationToken);
            found.Add(
                new(
                    rule.Key,
                    rule.Name,
                    rule.Words.Replace(
                        "{0}",
                        rule.Threshold.ToString(System.Globalization.CultureInfo.InvariantCulture),
                        StringComparison.Ordinal
                    ),
                    rule.Threshold,
                    problems.Count,
                    [
                        .. shown.Select(p => new ProblemView(
                            p.OrganId,
                            organs[p.OrganId],
                            p.CaseId,
                            p.PersonId,
                            p.PersonId is { } person ? persons[person] : null,
                            p.What,
                            p.Count
                        )),
                    ]
                )
            );
        }
        return found;
    }

    private async Task<(Dictionary<Guid, string> Organs, Dictionary<Guid, string> Persons)> NamesAsync(
        List<FoundProblem> problems,
        CancellationToken ct
    )
    {
        var organs = problems.Select(p => p.OrganId).Distinct().ToList();
        var persons = problems.Select(p => p.PersonId).OfType<Guid>().Distinct().ToList();
        return (
            await db.Organisations.AsNoTracking().Where(o => organs.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name, ct),
            await db.Persons.AsNoTracking().Where(p => persons.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, ct)
        );
    }
}
