using System.Security.Cryptography;
using System.Text.Json.Serialization;
using EnforcementCases.Domain.Inspections;
using EnforcementCases.Domain.Text;
using EnforcementCases.Persistence;
using EnforcementCases.Platform;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Pipeline;
using FluentValidation;
using MediatR;

namespace EnforcementCases.Api.Inspections;

/// <summary>Applies for a check of a named object (行政检查审批表).</summary>
/// <param name="ObjectId">The object.</param>
/// <param name="Type">Type of check; daily and special checks require an approved plan of the year for the category of the object.</param>
/// <param name="PlannedOn">The day for which it is planned.</param>
/// <param name="Matters">What is checked; at most 2,000 characters.</param>
/// <param name="OfficerIds">The officers: two or more, certified on that day, without an interest in the object.</param>
/// <param name="DoneAt">When it was applied for, as stated by the caller.</param>
/// <param name="CampaignId">The campaign; required for a special check, otherwise optional.</param>
/// <param name="Exemption">Ground on which the yearly cap does not apply; default: it applies.</param>
/// <param name="ExemptionFacts">The clue behind that ground; required with it. At most 300 characters.</param>
public sealed record ApplyForCheckCommand(
    Guid ObjectId,
    CheckPlanType Type,
    DateOnly PlannedOn,
    string Matters,
    IReadOnlyList<Guid> OfficerIds,
    DateTimeOffset DoneAt,
    Guid? CampaignId = null,
    CapExemption? Exemption = null,
    string? ExemptionFacts = null
) : ICommand<CheckView>, IInspectionAct;

/// <summary>Approves or refuses a check (审批). Never by the person who applied for it.</summary>
/// <param name="Approved">True approves it.</param>
/// <param name="DoneAt">When it was decided, as stated by the caller.</param>
/// <param name="Reason">Why it is refused; required then, otherwise null. At most 300 characters.</param>
public sealed record DecideCheckCommand(bool Approved, DateTimeOffset DoneAt, string? Reason = null)
    : ICommand<CheckView>,
        IChangesVersion,
        IInspectionAct
{
    /// <summary>The check, from the route.</summary>
    [JsonIgnore]
    public Guid Id { get; init; }
}

/// <summary>Withdraws a check that the officers have not begun (撤销检查任务). It no longer counts towards the yearly cap of its object.</summary>
/// <param name="Reason">Why; at most 300 characters.</param>
/// <param name="DoneAt">When it was withdrawn, as stated by the caller.</param>
public sealed record WithdrawCheckCommand(string Reason, DateTimeOffset DoneAt) : ICommand<CheckView>, IChangesVersion, IInspectionAct
{
    /// <summary>The check, from the route.</summary>
    [JsonIgnore]
    public Guid Id { get; init; }
}

internal sealed class ApplyForCheckValidator : AbstractValidator<ApplyForCheckCommand>
{
    private const int MostOfficers = 20;

    public ApplyForCheckValidator()
    {
        RuleFor(c => c.Type).IsInEnum();
        RuleFor(c => c.Matters).NotEmpty().MaximumLength(CheckTask.TextMaxLength);
        RuleFor(c => c.OfficerIds).NotEmpty().Must(o => o is null || o.Count <= MostOfficers);
        RuleFor(c => c.Exemption).IsInEnum();
        RuleFor(c => c.ExemptionFacts).MaximumLength(CheckTask.ReasonMaxLength);
    }
}

internal sealed class DecideCheckValidator : AbstractValidator<DecideCheckCommand>
{
    public DecideCheckValidator()
    {
        RuleFor(c => c.Reason).NotEmpty().When(c => !c.Approved);
        RuleFor(c => c.Reason).Null().When(c => c.Approved);
        RuleFor(c => c.Reason).MaximumLength(CheckTask.ReasonMaxLength);
    }
}

internal sealed class WithdrawCheckValidator : AbstractValidator<WithdrawCheckCommand>
{
    public WithdrawCheckValidator() => RuleFor(c => c.Reason).NotEmpty().MaximumLength(CheckTask.ReasonMaxLength);
}

internal sealed class ApplyForCheckHandler(AppDbContext db, InspectionDesk desk, CurrentUser user, SequenceSource sequence)
    : IRequestHandler<ApplyForCheckCommand, CheckView>,
        IRequestHandler<DecideCheckCommand, CheckView>,
        IRequestHandler<WithdrawCheckCommand, CheckView>
{
    private const string CodeAlphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    /// <summary>A new code of a check.</summary>
    public static string NewCode() => RandomNumberGenerator.GetString(CodeAlphabet, CheckTask.CodeLength);

    public async Task<CheckView> Handle(ApplyForCheckCommand request, CancellationToken cancellationToken)
    {
        await desk.EnsureDoneAsync(request, cancellationToken);
        var organ = await desk.OrganAsync(cancellationToken);
        var @object = await desk.OwnAsync<CheckObject>(request.ObjectId, cancellationToken);
        var campaign = await desk.CampaignAsync(request.CampaignId, request.PlannedOn, cancellationToken);
        if (request.Type is CheckPlanType.Special && campaign is null)
            throw InspectionErrors.OutsideCampaign.With("专项检查没有指明专项行动").At("/campaignId");
        var check = new CheckTask(
            new()
            {
                Id = Guid.CreateVersion7(request.DoneAt),
                Seq = sequence.Next(),
                Code = NewCode(),
                Object = @object,
                Officers = await desk.OfficersAsync(
                    request.OfficerIds,
                    organ,
                    @object.Id,
                    request.PlannedOn,
                    "/officerIds",
                    cancellationToken
                ),
                Type = request.Type,
                PlannedOn = request.PlannedOn,
                Matters = TextRules.Paragraphs(request.Matters),
                CampaignId = campaign?.Id,
                Exemption = request.Exemption,
                ExemptionFacts = InspectionDesk.Stated(request.ExemptionFacts),
            },
            user.PersonId,
            request.DoneAt
        );
        await desk.EnsurePlannedAsync(check, request.DoneAt, "/objectId", cancellationToken);
        db.CheckTasks.Add(check);
        return CheckView.Of(check, user, desk.Today);
    }

    public async Task<CheckView> Handle(DecideCheckCommand request, CancellationToken cancellationToken)
    {
        var check = await desk.OpenAsync<CheckTask>(request, request.Id, cancellationToken);
        if (request.Approved && check.State is CheckState.Applied)
            await desk.EnsurePlannedAsync(check, request.DoneAt, "/approved", cancellationToken);
        check.Decide(InspectionDesk.Stated(request.Reason), user.PersonId, request.DoneAt);
        return CheckView.Of(check, user, desk.Today);
    }

    public async Task<CheckView> Handle(WithdrawCheckCommand request, CancellationToken cancellationToken)
    {
        var check = await desk.OpenAsync<CheckTask>(request, request.Id, cancellationToken);
        check.Withdraw(TextRules.Paragraphs(request.Reason), user.PersonId, request.DoneAt);
        return CheckView.Of(check, user, desk.Today);
    }
}
