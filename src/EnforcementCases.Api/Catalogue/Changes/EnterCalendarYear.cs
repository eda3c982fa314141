using System.Text.Json;
using System.Text.Json.Serialization;
using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Persistence;
using EnforcementCases.Platform;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Pipeline;
using FluentValidation;
using MediatR;

namespace EnforcementCases.Api.Catalogue.Changes;

/// <summary>Enters a year of the working-day calendar (录入年度节假日安排) according to the State Council's notice. It applies once a second clerk has confirmed
/// it.</summary>
/// <param name="Notice">The State Council's notice.</param>
/// <param name="OffDays">放假: every day off named in the notice, including weekends within it.</param>
/// <param name="MakeUpWorkdays">调休上班: Saturdays and Sundays worked in exchange.</param>
/// <param name="StatutoryHolidays">法定节假日: the festival days themselves.</param>
/// <param name="WorkingDaysInYear">Expected number of working days of the year, as a check; null: no check.</param>
public sealed record EnterCalendarYearCommand(
    CalendarNotice Notice,
    IReadOnlyList<NoticeDay> OffDays,
    IReadOnlyList<NoticeDay> MakeUpWorkdays,
    IReadOnlyList<NoticeDay> StatutoryHolidays,
    int? WorkingDaysInYear = null
) : ICommand<CalendarYearEntry>, IWritesMany
{
    /// <summary>Calendar year; from the route.</summary>
    [JsonIgnore]
    public int Year { get; init; }
}

/// <summary>A calendar year that was entered, with its effects.</summary>
/// <param name="Id">The change, which a second clerk must confirm.</param>
/// <param name="Version">Its version; send it as <c>If-Match</c> to confirm.</param>
/// <param name="Change">The change, day by day.</param>
/// <param name="Effects">The deadlines that it would change, with old and new last day.</param>
public sealed record CalendarYearEntry(Guid Id, int Version, CatalogueChangeDetail Change, CatalogueEffects Effects) : IVersioned;

internal sealed class EnterCalendarYearValidator : AbstractValidator<EnterCalendarYearCommand>
{
    private const int MostDays = 200;

    public EnterCalendarYearValidator()
    {
        RuleFor(c => c.Notice.Title).NotEmpty().WithMessage("请写明通知名称");
        RuleFor(c => c.Notice.Number).NotEmpty().WithMessage("请写明通知文号");
        RuleFor(c => c.OffDays).Must(days => days.Count <= MostDays).WithMessage("放假日过多");
        RuleFor(c => c.MakeUpWorkdays).Must(days => days.Count <= MostDays).WithMessage("调休上班日过多");
        RuleFor(c => c.StatutoryHolidays).Must(days => days.Count <= MostDays).WithMessage("法定节假日过多");
    }
}

internal sealed class EnterCalendarYearHandler(
    AppDbContext db,
    CurrentUser user,
    CatalogueDesk desk,
    CataloguePlanner planner,
    CatalogueEffectsReader effects,
    SequenceSource sequence,
    TimeProvider clock
) : IRequestHandler<EnterCalendarYearCommand, CalendarYearEntry>
{
    public async Task<CalendarYearEntry> Handle(EnterCalendarYearCommand request, CancellationToken cancellationToken)
    {
        await desk.EnsureReachesAsync([CatalogueRowKind.CalendarYear], cancellationToken);
        var row = new CalendarYearRow(
            request.Year,
            request.Notice,
            request.OffDays,
            request.MakeUpWorkdays,
            request.StatutoryHolidays,
            request.WorkingDaysInYear
        );
        var file = new CatalogueFileRow(
            CatalogueRowKind.CalendarYear,
            $"{request.Year} 年",
            JsonSerializer.Serialize(row, CatalogueRowJson.CalendarForm)
        );
        var plan = await planner.PlanAsync([file], cancellationToken);
        var planned = plan.Rows[0];
        if (planned.Refusal is { } refusal)
            throw refusal.Error.With(refusal.Detail);
        if (!planned.Changes)
            throw CatalogueChange.NothingChanges.With($"{request.Year} 年");
        var now = clock.GetUtcNow();
        var change = new CatalogueChange(
            Guid.CreateVersion7(now),
            sequence.Next(),
            await desk.OrganisationAsync(cancellationToken),
            [planned.AsRow()],
            $"{request.Notice.Title} {request.Notice.Number}",
            user.PersonId,
            now
        );
        db.CatalogueChanges.Add(change);
        return new(change.Id, change.Version, CatalogueChangeDetail.Of(change), await effects.ReadAsync(plan, cancellationToken));
    }
}
