using System.Text.Json.Serialization;
using EnforcementCases.Api.Documents;
using EnforcementCases.Api.Personnel;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Inspections;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Text;
using EnforcementCases.Persistence;
using EnforcementCases.Platform;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Pipeline;
using EnforcementCases.Platform.Recording;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Inspections;

/// <summary>A reminder that was handed out on a patrol.</summary>
/// <param name="PartyName">Name of the party; at most 100 characters.</param>
/// <param name="Content">Of what the party was reminded; at most 1,000 characters.</param>
/// <param name="CorrectBy">Last day for correcting, inclusive.</param>
public sealed record HandedReminder(string PartyName, string Content, DateOnly CorrectBy);

/// <summary>Enters a patrol sheet (巡查记录). Its sums are counted from what is named here.</summary>
/// <param name="StartedAt">When it began.</param>
/// <param name="DoneAt">When it ended, at most 24 hours later.</param>
/// <param name="MemberIds">Officers and auxiliary staff on patrol, each once.</param>
/// <param name="Places">Places that were patrolled, one row for each visit.</param>
/// <param name="Vehicles">Plates or numbers of the vehicles, each once; default: none.</param>
/// <param name="Reminders">Reminders that were handed out; default: none.</param>
/// <param name="CampaignId">The campaign; default: none.</param>
public sealed record EnterPatrolCommand(
    DateTimeOffset StartedAt,
    DateTimeOffset DoneAt,
    IReadOnlyList<Guid> MemberIds,
    IReadOnlyList<PatrolPlace> Places,
    IReadOnlyList<string>? Vehicles = null,
    IReadOnlyList<HandedReminder>? Reminders = null,
    Guid? CampaignId = null
) : ICommand<PatrolView>, IInspectionAct;

/// <summary>Voids a patrol sheet that was entered wrongly (作废巡查单): neither it nor its reminders count any longer.</summary>
/// <param name="Reason">Why; at most 300 characters.</param>
/// <param name="DoneAt">When it was voided, as stated by the caller.</param>
public sealed record VoidPatrolCommand(string Reason, DateTimeOffset DoneAt) : ICommand<PatrolView>, IChangesVersion, IInspectionAct
{
    /// <summary>The sheet, from the route.</summary>
    [JsonIgnore]
    public Guid Id { get; init; }
}

/// <summary>Ends a reminder (办结提醒单).</summary>
/// <param name="End">How it ended.</param>
/// <param name="Note">What was seen; at most 300 characters.</param>
/// <param name="DoneAt">When, as stated by the caller.</param>
/// <param name="CaseId">The case that it led to; required if it ended with one, otherwise null.</param>
public sealed record EndReminderCommand(ReminderEnd End, string Note, DateTimeOffset DoneAt, Guid? CaseId = null)
    : ICommand<ReminderView>,
        IChangesVersion,
        IInspectionAct
{
    /// <summary>The reminder, from the route.</summary>
    [JsonIgnore]
    public Guid Id { get; init; }
}

internal sealed class PatrolPlaceValidator : AbstractValidator<PatrolPlace>
{
    private const int Most = 10_000;

    public PatrolPlaceValidator()
    {
        RuleFor(p => p.Name).NotEmpty().MaximumLength(PatrolPlace.NameMaxLength);
        RuleFor(p => p.StallsCleared).InclusiveBetween(0, Most);
        RuleFor(p => p.ShopsCorrected).InclusiveBetween(0, Most);
    }
}

internal sealed class HandedReminderValidator : AbstractValidator<HandedReminder>
{
    public HandedReminderValidator()
    {
        RuleFor(r => r.PartyName).NotEmpty().MaximumLength(Reminder.PartyNameMaxLength);
        RuleFor(r => r.Content).NotEmpty().MaximumLength(Reminder.ContentMaxLength);
    }
}

internal sealed class EnterPatrolValidator : AbstractValidator<EnterPatrolCommand>
{
    private const int LongestPlate = 20;

    public EnterPatrolValidator()
    {
        RuleFor(c => c.MemberIds).NotEmpty().Must(m => m is null || m.Count <= PatrolSheet.MostRows);
        RuleFor(c => c.Places).NotEmpty().Must(p => p is null || p.Count <= PatrolSheet.MostRows);
        RuleForEach(c => c.Places).NotNull().SetValidator(new PatrolPlaceValidator());
        RuleFor(c => c.Vehicles).Must(v => v is null || v.Count <= PatrolSheet.MostRows);
        RuleForEach(c => c.Vehicles).NotEmpty().MaximumLength(LongestPlate);
        RuleFor(c => c.Reminders).Must(r => r is null || r.Count <= PatrolSheet.MostRows);
        RuleForEach(c => c.Reminders).NotNull().SetValidator(new HandedReminderValidator());
    }
}

internal sealed class VoidPatrolValidator : AbstractValidator<VoidPatrolCommand>
{
    public VoidPatrolValidator() => RuleFor(c => c.Reason).NotEmpty().MaximumLength(PatrolSheet.ReasonMaxLength);
}

internal sealed class EndReminderValidator : AbstractValidator<EndReminderCommand>
{
    public EndReminderValidator()
    {
        RuleFor(c => c.End).IsInEnum();
        RuleFor(c => c.Note).NotEmpty().MaximumLength(Reminder.NoteMaxLength);
    }
}

internal sealed class PatrolHandler(
    AppDbContext db,
    InspectionDesk desk,
    CurrentUser user,
    OfficerDirectory officers,
    NumberLedger numbers,
    SequenceSource sequence,
    TimeProvider clock
)
    : IRequestHandler<EnterPatrolCommand, PatrolView>,
        IRequestHandler<VoidPatrolCommand, PatrolView>,
        IRequestHandler<EndReminderCommand, ReminderView>
{
    public async Task<PatrolView> Handle(EnterPatrolCommand request, CancellationToken cancellationToken)
    {
        await desk.EnsureDoneAsync(request, cancellationToken);
        ClaimedTime.Ensure(request.StartedAt, clock.GetUtcNow(), "/startedAt");
        var organ = await desk.OrganAsync(cancellationToken);
        var day = LegalDate.Of(request.StartedAt);
        var present = request.MemberIds.Select(id => officers.Current.AtScene(id, organ.Path, day)).ToList();
        var patrol = new PatrolSheet(
            Guid.CreateVersion7(request.DoneAt),
            sequence.Next(),
            organ,
            request.StartedAt,
            request.DoneAt,
            [.. present.Select(p => new PatrolMember(p.PersonId, p.Name, p.Acting.Capacity))],
            [.. (request.Vehicles ?? []).Select(TextRules.Line)],
            [.. request.Places.Select(p => p with { Name = TextRules.Line(p.Name) })],
            await desk.CampaignAsync(request.CampaignId, day, cancellationToken),
            user.PersonId
        );
        db.PatrolSheets.Add(patrol);
        var handed = new List<Reminder>();
        foreach (var (place, reminder) in (request.Reminders ?? []).Index())
        {
            var id = Guid.CreateVersion7(request.DoneAt);
            var number = await numbers.IssueAsync(organ, DocumentWord.Reminder, day.Year, id, cancellationToken);
            handed.Add(
                new(
                    id,
                    sequence.Next(),
                    patrol,
                    number.Text,
                    TextRules.Line(reminder.PartyName),
                    TextRules.Paragraphs(reminder.Content),
                    reminder.CorrectBy,
                    $"/reminders/{place}/correctBy"
                )
            );
        }
        db.Reminders.AddRange(handed);
        return PatrolView.Of(patrol, handed);
    }

    public async Task<PatrolView> Handle(VoidPatrolCommand request, CancellationToken cancellationToken)
    {
        var patrol = await desk.OpenAsync<PatrolSheet>(request, request.Id, cancellationToken);
        patrol.Void(TextRules.Paragraphs(request.Reason), user.PersonId, request.DoneAt);
        return PatrolView.Of(patrol, await desk.Readable<Reminder>().Where(r => r.PatrolId == patrol.Id).ToListAsync(cancellationToken));
    }

    public async Task<ReminderView> Handle(EndReminderCommand request, CancellationToken cancellationToken)
    {
        var reminder = await desk.OpenAsync<Reminder>(request, request.Id, cancellationToken);
        var @case = request.CaseId is { } id ? await desk.CaseAsync(id, cancellationToken) : null;
        var patrol = await desk.OwnAsync<PatrolSheet>(reminder.PatrolId, cancellationToken);
        reminder.EndBy(patrol, request.End, TextRules.Paragraphs(request.Note), @case, request.DoneAt);
        return ReminderView.Of(reminder);
    }
}
