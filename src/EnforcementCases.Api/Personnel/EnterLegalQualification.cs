using System.Text.Json.Serialization;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Personnel;
using EnforcementCases.Persistence;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Personnel;

/// <summary>Enters a person's legal profession qualification (法律职业资格) and first legal review, replacing the earlier entry. Whether a person may review depends on it, not on
/// a statement of the reviewer. 行政处罚法 第五十八条第二款.</summary>
/// <param name="QualifiedOn">Date of the qualification; null if none.</param>
/// <param name="Number">Its number; null if none.</param>
/// <param name="FirstReviewOn">Date of the person's first legal review of a penalty ever; null if there was none yet.</param>
public sealed record EnterLegalQualificationCommand(DateOnly? QualifiedOn = null, string? Number = null, DateOnly? FirstReviewOn = null)
    : ICommand<PersonDetail>,
        IChangesVersion
{
    /// <summary>The person; from the route.</summary>
    [JsonIgnore]
    public Guid PersonId { get; init; }
}

internal sealed class EnterLegalQualificationValidator : AbstractValidator<EnterLegalQualificationCommand>
{
    public EnterLegalQualificationValidator(TimeProvider clock)
    {
        RuleFor(c => c.Number)
            .NotEmpty()
            .MaximumLength(Person.QualificationNumberMaxLength)
            .When(c => c.QualifiedOn is not null)
            .WithMessage("请写明资格证书编号");
        RuleFor(c => c.QualifiedOn).NotNull().When(c => c.Number is not null).WithMessage("请写明取得资格的日期");
        RuleFor(c => c.QualifiedOn).Must(day => !(day > LegalDate.Of(clock.GetUtcNow()))).WithMessage("取得资格的日期不得晚于今天");
        RuleFor(c => c.FirstReviewOn).Must(day => !(day > LegalDate.Of(clock.GetUtcNow()))).WithMessage("首次审核的日期不得晚于今天");
    }
}

internal sealed class EnterLegalQualificationHandler(AppDbContext db, CurrentUser user, RequestContext context, TimeProvider clock)
    : IRequestHandler<EnterLegalQualificationCommand, PersonDetail>
{
    public async Task<PersonDetail> Handle(EnterLegalQualificationCommand request, CancellationToken cancellationToken)
    {
        var person =
            await db.Persons.FirstOrDefaultAsync(p => p.Id == request.PersonId, cancellationToken)
            ?? throw Person.NotFound.With($"人员 {request.PersonId}");
        if (person.Id == user.PersonId)
            throw Access.Administration.Accounts.Own.With("请由另一名管理员办理");
        context.EnsureSeen(person.Id, person.Version);
        person.EnterLegalQualification(request.QualifiedOn, request.Number, request.FirstReviewOn, clock.GetUtcNow());
        return PersonDetail.Of(person);
    }
}
