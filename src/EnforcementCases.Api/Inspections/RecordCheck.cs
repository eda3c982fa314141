using System.Text.Json.Serialization;
using EnforcementCases.Domain.Inspections;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Parties;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Pipeline;
using FluentValidation;
using MediatR;

namespace EnforcementCases.Api.Inspections;

/// <summary>The officers of a check enter the premises, after the code of the check was read (扫码入企).</summary>
/// <param name="DoneAt">When they entered, as stated by the caller.</param>
/// <param name="Code">The code as read, in any case and spacing; null if none was read.</param>
/// <param name="NotScannedBecause">Why none was read; without it the record stays incomplete. At most 300 characters.</param>
/// <param name="NotifiedAt">When the object was notified beforehand; null if it was not.</param>
/// <param name="UnannouncedBecause">Why it was not notified; without it the record stays incomplete. At most 300 characters.</param>
/// <param name="CertificatesShownAt">When the certificates were shown; null if not recorded.</param>
public sealed record EnterCheckCommand(
    DateTimeOffset DoneAt,
    string? Code = null,
    string? NotScannedBecause = null,
    DateTimeOffset? NotifiedAt = null,
    string? UnannouncedBecause = null,
    DateTimeOffset? CertificatesShownAt = null
) : ICommand<CheckView>, IChangesVersion, IInspectionAct
{
    /// <summary>The check, from the route.</summary>
    [JsonIgnore]
    public Guid Id { get; init; }
}

/// <summary>Adds what was left out when the officers entered (补齐入企记录); what is recorded already stays.</summary>
/// <param name="DoneAt">When it was added, as stated by the caller.</param>
/// <param name="NotScannedBecause">Why the code was not read; at most 300 characters.</param>
/// <param name="UnannouncedBecause">Why the object was not notified; at most 300 characters.</param>
/// <param name="CertificatesShownAt">When the certificates were shown.</param>
public sealed record AmendCheckEntryCommand(
    DateTimeOffset DoneAt,
    string? NotScannedBecause = null,
    string? UnannouncedBecause = null,
    DateTimeOffset? CertificatesShownAt = null
) : ICommand<CheckView>, IChangesVersion, IInspectionAct
{
    /// <summary>The check, from the route.</summary>
    [JsonIgnore]
    public Guid Id { get; init; }
}

/// <summary>Records a check (现场检查笔录). What is missing is listed in the answer; an incomplete record is made again and does not count as a check.</summary>
/// <param name="DoneAt">When the record was finished, as stated by the caller.</param>
/// <param name="Findings">What was found; at most 2,000 characters.</param>
/// <param name="Result">The result.</param>
/// <param name="Signed">Whether a person of the object signed; default: false.</param>
/// <param name="RefusalNote">Why there is no signature; at most 300 characters.</param>
public sealed record RecordCheckCommand(
    DateTimeOffset DoneAt,
    string? Findings = null,
    CheckResult? Result = null,
    bool Signed = false,
    string? RefusalNote = null
) : ICommand<CheckView>, IChangesVersion, IInspectionAct
{
    /// <summary>The check, from the route.</summary>
    [JsonIgnore]
    public Guid Id { get; init; }
}

/// <summary>Enters the case or the order to correct that followed a check (登记后续处理). The check then no longer counts as one.</summary>
/// <param name="DoneAt">When it was entered, as stated by the caller.</param>
/// <param name="CaseId">The case; null if an order is named.</param>
/// <param name="OrderId">The order to correct; null if a case is named.</param>
/// <param name="OtherPartyBecause">Why its party has another name than the object; required then. At most 300 characters.</param>
public sealed record FollowCheckCommand(DateTimeOffset DoneAt, Guid? CaseId = null, Guid? OrderId = null, string? OtherPartyBecause = null)
    : ICommand<CheckView>,
        IChangesVersion,
        IInspectionAct
{
    /// <summary>The check, from the route.</summary>
    [JsonIgnore]
    public Guid Id { get; init; }
}

/// <summary>Publishes the result of a check (公示检查结果), within twenty working days.</summary>
/// <param name="DoneAt">When it was published, as stated by the caller.</param>
public sealed record PublishCheckCommand(DateTimeOffset DoneAt) : ICommand<CheckView>, IChangesVersion, IInspectionAct
{
    /// <summary>The check, from the route.</summary>
    [JsonIgnore]
    public Guid Id { get; init; }
}

internal sealed class EnterCheckValidator : AbstractValidator<EnterCheckCommand>
{
    public EnterCheckValidator()
    {
        RuleFor(c => c.NotScannedBecause).MaximumLength(CheckTask.ReasonMaxLength);
        RuleFor(c => c.UnannouncedBecause).MaximumLength(CheckTask.ReasonMaxLength);
    }
}

internal sealed class AmendCheckEntryValidator : AbstractValidator<AmendCheckEntryCommand>
{
    public AmendCheckEntryValidator()
    {
        RuleFor(c => c.NotScannedBecause).MaximumLength(CheckTask.ReasonMaxLength);
        RuleFor(c => c.UnannouncedBecause).MaximumLength(CheckTask.ReasonMaxLength);
    }
}

internal sealed class RecordCheckValidator : AbstractValidator<RecordCheckCommand>
{
    public RecordCheckValidator()
    {
        RuleFor(c => c.Findings).MaximumLength(CheckTask.TextMaxLength);
        RuleFor(c => c.Result).IsInEnum();
        RuleFor(c => c.RefusalNote).MaximumLength(CheckTask.ReasonMaxLength);
    }
}

internal sealed class FollowCheckValidator : AbstractValidator<FollowCheckCommand>
{
    public FollowCheckValidator() => RuleFor(c => c.OtherPartyBecause).MaximumLength(CheckTask.ReasonMaxLength);
}

internal sealed class RecordCheckHandler(InspectionDesk desk, CurrentUser user)
    : IRequestHandler<EnterCheckCommand, CheckView>,
        IRequestHandler<AmendCheckEntryCommand, CheckView>,
        IRequestHandler<RecordCheckCommand, CheckView>,
        IRequestHandler<FollowCheckCommand, CheckView>,
        IRequestHandler<PublishCheckCommand, CheckView>
{
    public async Task<CheckView> Handle(EnterCheckCommand request, CancellationToken cancellationToken)
    {
        var check = await desk.OpenAsync<CheckTask>(request, request.Id, cancellationToken);
        var organ = await desk.OrganAsync(cancellationToken);
        var officers = await desk.OfficersAsync(
            check.Officers.Select(o => o.PersonId),
            organ,
            check.ObjectId,
            LegalDate.Of(request.DoneAt),
            pointer: null,
            cancellationToken
        );
        check.Enter(
            new(
                request.DoneAt,
                request.Code is { } read ? IdentityText.Compact(read) : null,
                InspectionDesk.Stated(request.NotScannedBecause),
                request.NotifiedAt,
                InspectionDesk.Stated(request.UnannouncedBecause),
                request.CertificatesShownAt
            ),
            officers,
            user.PersonId
        );
        return Seen(check);
    }

    public async Task<CheckView> Handle(AmendCheckEntryCommand request, CancellationToken cancellationToken)
    {
        var check = await desk.OpenAsync<CheckTask>(request, request.Id, cancellationToken);
        check.AmendEntry(
            InspectionDesk.Stated(request.NotScannedBecause),
            InspectionDesk.Stated(request.UnannouncedBecause),
            request.CertificatesShownAt,
            user.PersonId,
            request.DoneAt
        );
        return Seen(check);
    }

    public async Task<CheckView> Handle(RecordCheckCommand request, CancellationToken cancellationToken)
    {
        var check = await desk.OpenAsync<CheckTask>(request, request.Id, cancellationToken);
        var day = check.CheckedOn ?? LegalDate.Of(request.DoneAt);
        check.MakeRecord(
            new(
                request.DoneAt,
                InspectionDesk.Stated(request.Findings),
                request.Result,
                request.Signed,
                InspectionDesk.Stated(request.RefusalNote)
            ),
            desk.PublishBy(day, check.OrganisationPath),
            user.PersonId
        );
        return Seen(check);
    }

    public async Task<CheckView> Handle(FollowCheckCommand request, CancellationToken cancellationToken)
    {
        var check = await desk.OpenAsync<CheckTask>(request, request.Id, cancellationToken);
        var what = (request.CaseId, request.OrderId) switch
        {
            ({ } @case, null) => await desk.CaseAsync(@case, cancellationToken),
            (null, { } order) => await desk.OrderAsync(order, cancellationToken),
            _ => throw InspectionErrors.OneFollowUp.With("填写一项").At("/caseId"),
        };
        check.Follow(what, InspectionDesk.Stated(request.OtherPartyBecause), request.DoneAt);
        return Seen(check);
    }

    public async Task<CheckView> Handle(PublishCheckCommand request, CancellationToken cancellationToken)
    {
        var check = await desk.OpenAsync<CheckTask>(request, request.Id, cancellationToken);
        check.Publish(user.PersonId, request.DoneAt);
        return Seen(check);
    }

    private CheckView Seen(CheckTask check) => CheckView.Of(check, user, desk.Today);
}
