using EnforcementCases.Api.Cases.Acts;
using EnforcementCases.Api.Cases.Simple;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Cases.Ordinary;
using EnforcementCases.Persistence;
using EnforcementCases.Platform;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Pipeline;
using EnforcementCases.Platform.Recording;
using FluentValidation;
using MediatR;

namespace EnforcementCases.Api.Cases.Ordinary;

/// <summary>Opens an ordinary case by registering a clue (登记线索). 行政处罚法 第五十四条.</summary>
/// <param name="Clue">What is registered.</param>
/// <param name="CaseId">Identity of the case, a UUIDv7 chosen by the client; null lets the server choose.</param>
/// <param name="OffenceId">Identity of the party's offence; penalties for one offence carry the same (一事不二罚). Null: the id of the case.</param>
/// <param name="Device">Device that logs it.</param>
public sealed record RegisterClueCommand(RegisterClue Clue, Guid? CaseId = null, Guid? OffenceId = null, DeviceInput? Device = null)
    : ICommand<CaseAfterAct>;

internal sealed class RegisterClueValidator : AbstractValidator<RegisterClueCommand>
{
    public RegisterClueValidator()
    {
        RuleFor(c => c.CaseId).Must(id => id is null || id.Value.Version == 7).WithMessage("标识应为UUIDv7");
        RuleFor(c => c.Clue)
            .Custom(
                (clue, context) =>
                {
                    foreach (var (pointer, fault) in ActShape.FaultsOf(clue))
                        context.AddFailure($"Clue.{pointer}", fault);
                }
            );
        RuleFor(c => c.Clue.Place.DivisionCode).Matches("^[0-9]{6,12}$");
    }
}

internal sealed class RegisterClueHandler(
    AppDbContext db,
    CurrentUser user,
    RequestContext context,
    OrdinaryDesk desk,
    OrganDirectory organs,
    SequenceSource sequence,
    TimeProvider clock
) : IRequestHandler<RegisterClueCommand, CaseAfterAct>
{
    public async Task<CaseAfterAct> Handle(RegisterClueCommand request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        ClaimedTime.Ensure(request.Clue.DoneAt, now, "/clue/doneAt");
        ClaimedTime.Ensure(request.Clue.CommittedAt, now, "/clue/committedAt");
        var id = request.CaseId ?? Guid.CreateVersion7(now);
        var @case = EnforcementCase.OpenOrdinary(
            new()
            {
                CaseId = id,
                Seq = sequence.Next(),
                Organ = await organs.OrganAsync(user.OrganId!.Value, cancellationToken),
                OrganisationId = user.OrganisationId,
                OrganisationPath = user.OrganisationPath,
                OffenceId = request.OffenceId ?? id,
                OpenedAt = request.Clue.DoneAt,
                RecordedAt = now,
                EnteredLate = ClaimedTime.IsLate(request.Clue.DoneAt, now),
                Device = context.Device = request.Device?.Id,
            }
        );
        db.Cases.Add(@case);
        return await desk.PerformAsync(@case, request.Clue, cancellationToken);
    }
}
