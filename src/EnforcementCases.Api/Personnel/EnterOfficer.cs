using EnforcementCases.Domain.Personnel;
using EnforcementCases.Persistence;
using EnforcementCases.Persistence.Snapshots;
using EnforcementCases.Platform;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Pipeline;
using EnforcementCases.Platform.Snapshots;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Personnel;

/// <summary>Enters a person's service record (人员登记).</summary>
/// <param name="OrganisationId">The organisation in which the person serves.</param>
/// <param name="From">First day there, inclusive.</param>
/// <param name="PersonId">A person who is entered already, for instance with an account; null: a new person, for whom name and kind are required.</param>
/// <param name="Name">Name as printed; required for a new person, otherwise null.</param>
/// <param name="StaffNumber">Number within the organisation (工号); only for a new person, and optional.</param>
/// <param name="Kind">On the establishment or auxiliary; required for a new person, otherwise null.</param>
public sealed record EnterOfficerCommand(
    Guid OrganisationId,
    DateOnly From,
    Guid? PersonId = null,
    string? Name = null,
    string? StaffNumber = null,
    StaffKind? Kind = null
) : ICommand<OfficerDetail>, IChangesSnapshot;

internal sealed class EnterOfficerValidator : AbstractValidator<EnterOfficerCommand>
{
    public EnterOfficerValidator()
    {
        When(
                c => c.PersonId is null,
                () =>
                {
                    RuleFor(c => c.Name).NotEmpty().MaximumLength(Person.NameMaxLength).WithMessage("请写明姓名");
                    RuleFor(c => c.Kind).NotNull().WithMessage("请写明人员类别");
                    RuleFor(c => c.StaffNumber).MaximumLength(Person.StaffNumberMaxLength).WithMessage("工号过长");
                }
            )
            .Otherwise(() => RuleFor(c => c.Name).Null().WithMessage("已登记的人员不必再写姓名"));
        RuleFor(c => c.From).GreaterThan(new DateOnly(1950, 1, 1)).WithMessage("请核对任职日期");
    }
}

internal sealed class EnterOfficerHandler(
    AppDbContext db,
    OfficerDesk desk,
    OrganisationReader organisations,
    SequenceSource sequence,
    TimeProvider clock
) : IRequestHandler<EnterOfficerCommand, OfficerDetail>
{
    public async Task<OfficerDetail> Handle(EnterOfficerCommand request, CancellationToken cancellationToken)
    {
        await db.SnapshotVersions.CountUpAsync(SnapshotVersion.Officers, cancellationToken);
        var now = clock.GetUtcNow();
        var organisation = await organisations.ReadAsync(request.OrganisationId, cancellationToken);
        Person person;
        if (request.PersonId is { } known)
        {
            person =
                await db.Persons.FirstOrDefaultAsync(p => p.Id == known, cancellationToken) ?? throw Officer.NotFound.With($"人员 {known}");
            if (await db.Officers.AnyAsync(o => o.Id == known, cancellationToken))
                throw Officer.AlreadyEntered.With($"人员 {known}");
            if (person.OrganisationId != organisation.Id)
                person.MoveTo(organisation);
        }
        else
        {
            person = new(Guid.CreateVersion7(now), request.Name!, request.StaffNumber, request.Kind!.Value, organisation);
            db.Persons.Add(person);
        }
        var officer = new Officer(person, sequence.Next(), organisation, request.From, now);
        db.Officers.Add(officer);
        return OfficerDetail.Of(officer, person, desk.Today);
    }
}
