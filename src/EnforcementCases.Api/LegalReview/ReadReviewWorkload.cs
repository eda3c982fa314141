using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.LegalReview;
using EnforcementCases.Domain.Personnel;
using EnforcementCases.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.LegalReview;

/// <summary>Reads the workload of each reviewer, and whether each organ has enough reviewers (审核人员配备), within the reader's scope.</summary>
/// <param name="Year">Legal year of the opinions counted; default: this year.</param>
public sealed record ReadReviewWorkloadQuery(int? Year) : IRequest<ReviewWorkload>;

/// <summary>Workload of legal review.</summary>
/// <param name="Year">Legal year of the opinions counted.</param>
/// <param name="Reviewers">The reviewers, the busiest first.</param>
/// <param name="Organs">The streets and towns.</param>
public sealed record ReviewWorkload(int Year, IReadOnlyList<ReviewerWorkload> Reviewers, IReadOnlyList<ReviewerRatio> Organs);

/// <summary>Workload of a reviewer.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="Name">Name.</param>
/// <param name="OrganisationPath">Where the person works.</param>
/// <param name="QualifiedOn">Date of the legal profession qualification in the register; null if none.</param>
/// <param name="MayReview">Whether the person may review cases today by the register (第五十八条第二款).</param>
/// <param name="Open">Reviews taken and not finished.</param>
/// <param name="Overdue">How many of them are late.</param>
/// <param name="Done">Opinions given in the year.</param>
/// <param name="DoneLate">How many of them are late.</param>
/// <param name="NotPassed">How many of them neither passed nor passed as amended.</param>
public sealed record ReviewerWorkload(
    Guid PersonId,
    string Name,
    string OrganisationPath,
    DateOnly? QualifiedOn,
    bool MayReview,
    int Open,
    int Overdue,
    int Done,
    int DoneLate,
    int NotPassed
);

/// <summary>Reviewers over enforcement staff of an organ (审核人员原则上不少于执法人员总数的5%). 国办发〔2018〕118号 四、（二）.</summary>
/// <param name="OrganId">The street or town.</param>
/// <param name="Name">Name.</param>
/// <param name="EnforcementStaff">Officers with a certificate valid today.</param>
/// <param name="Reviewers">Persons with the role of reviewer who may review today.</param>
/// <param name="AtLeast">Required number of reviewers: 5 % of the officers, rounded up, at least one.</param>
/// <param name="Enough">Whether it has that number.</param>
/// <param name="Waiting">Reviews that nobody has taken yet.</param>
public sealed record ReviewerRatio(Guid OrganId, string Name, int EnforcementStaff, int Reviewers, int AtLeast, bool Enough, int Waiting);

internal sealed class ReadReviewWorkloadHandler(AppDbContext db, TimeProvider clock)
    : IRequestHandler<ReadReviewWorkloadQuery, ReviewWorkload>
{
    public async Task<ReviewWorkload> Handle(ReadReviewWorkloadQuery request, CancellationToken cancellationToken)
    {
        var today = LegalDate.Of(clock.GetUtcNow());
        var year = request.Year ?? today.Year;
        var (from, to) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var tasks = await db
            .ReviewTasks.AsNoTracking()
            .Where(t => t.EndedAt == null && (t.DoneOn == null || (t.DoneOn >= from && t.DoneOn <= to)))
            .ToListAsync(cancellationToken);
        var reviewers = await ReviewersAsync(tasks, cancellationToken);
        return new(
            year,
            [
                .. reviewers
                    .Select(p => Of(p, [.. tasks.Where(t => t.TakenBy == p.Id)], today))
                    .OrderByDescending(r => r.Open)
                    .ThenByDescending(r => r.Done)
                    .ThenBy(r => r.PersonId),
            ],
            await RatiosAsync(reviewers, tasks, today, cancellationToken)
        );
    }

    /// <summary>Everybody with the role, and those who reviewed and no longer have it.</summary>
    private async Task<List<Person>> ReviewersAsync(List<ReviewTask> tasks, CancellationToken ct)
    {
        var took = tasks.Select(t => t.TakenBy).OfType<Guid>().Distinct().ToList();
        return await db
            .Persons.AsNoTracking()
            .Where(p =>
                took.Contains(p.Id)
                || db.Users.Any(a => a.PersonId == p.Id && !a.Disabled && a.Roles.Any(r => r.Role == Role.LegalReviewer))
            )
            .ToListAsync(ct);
    }

    private async Task<IReadOnlyList<ReviewerRatio>> RatiosAsync(
        List<Person> reviewers,
        List<ReviewTask> tasks,
        DateOnly today,
        CancellationToken ct
    )
    {
        var officers = await db.Officers.AsNoTracking().AsSplitQuery().ToListAsync(ct);
        var certified = officers
            .Where(o => o.Certificates.Any(c => c.OnDay.ReasonInvalidOn(today) is null))
            .Select(o => o.Postings.FirstOrDefault(p => p.Holds(today))?.OrganId)
            .ToList();
        var withRole = await db
            .Users.Where(a => !a.Disabled && a.Roles.Any(r => r.Role == Role.LegalReviewer))
            .Select(a => a.PersonId)
            .ToHashSetAsync(ct);
        var able = reviewers.Where(p => withRole.Contains(p.Id) && MayReview(p, today)).ToList();
        var organs = await db.Organisations.AsNoTracking().Where(o => o.OrganId == o.Id).OrderBy(o => o.Path).ToListAsync(ct);
        return
        [
            .. organs
                .Where(o => db.Scope.Contains(o.Path))
                .Select(o =>
                {
                    var staff = certified.Count(organ => organ == o.Id);
                    var reviewing = able.Count(p => p.OrganisationPath.StartsWith(o.Path, StringComparison.Ordinal));
                    var least = ReviewerRules.AtLeast(staff);
                    return new ReviewerRatio(
                        o.Id,
                        o.Name,
                        staff,
                        reviewing,
                        least,
                        reviewing >= least,
                        tasks.Count(t => t.OrganId == o.Id && t.State == ReviewTaskState.Waiting)
                    );
                }),
        ];
    }

    private static ReviewerWorkload Of(Person person, List<ReviewTask> taken, DateOnly today)
    {
        var done = taken.FindAll(t => t.DoneOn is not null);
        var open = taken.FindAll(t => t.DoneOn is null);
        return new(
            person.Id,
            person.Name,
            person.OrganisationPath,
            person.LegalQualifiedOn,
            MayReview(person, today),
            open.Count,
            open.Count(t => today > t.DueOn),
            done.Count,
            done.Count(t => t.DoneOn > t.DueOn),
            done.Count(t => t.Outcome is { } outcome && !outcome.LetsPass())
        );
    }

    private static bool MayReview(Person person, DateOnly day) => ReviewerRules.WhyUnqualified(person.AsReviewer, day) is null;
}
